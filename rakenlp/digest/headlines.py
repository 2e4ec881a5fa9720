"""The one to three sentences at the top: what rose, what is new, what asks for a decision."""

from __future__ import annotations

from collections.abc import Sequence

from rakenlp.digest.finnish_text import join_names
from rakenlp.digest.order import Placement
from rakenlp.digest.sentences import (
    MAX_HEADLINE_CHARACTERS,
    NO_MATERIAL,
    NO_MATERIAL_COMFORT,
    NO_PHENOMENA,
)
from rakenlp.records import Phenomenon, State

# Names in one headline; fewer when long names would make the headlines too long.
NAMES_PER_HEADLINE = (3, 2, 1)


def write_headlines(
    placement: Placement, proposal_labels: Sequence[str], *, any_records: bool, n_proposals: int
) -> tuple[str, ...]:
    """Write the headlines.

    Parameters
    ----------
    placement : Placement
        The phenomena in order.
    proposal_labels : sequence of str
        Names of the phenomena that proposals were made about, in order, without repeats.
    any_records : bool
        Whether the period has any usable text.
    n_proposals : int
        Proposals, with or without a phenomenon.
    """
    if not any_records:
        return (NO_MATERIAL, NO_MATERIAL_COMFORT)
    for most in NAMES_PER_HEADLINE:
        lines = (
            *_phenomena_lines(placement, most=most),
            *_proposal_line(proposal_labels, n_proposals=n_proposals, most=most),
        )
        if sum(map(len, lines)) <= MAX_HEADLINE_CHARACTERS:
            break
    return lines


def _phenomena_lines(placement: Placement, *, most: int) -> tuple[str, ...]:
    shown = (*placement.phenomena, *placement.development_themes)
    lines = []
    if rising := _labels(shown, "vahvistuva"):
        lines.append(_line(rising, "Vahvistuva aihe", "Vahvistuvat aiheet", most=most))
    elif repeated := _labels(shown, "toistuva"):
        lines.append(_line(repeated, "Toistuvasti esillä", "Toistuvasti esillä", most=most))
    if new := _labels(shown, "uusi"):
        lines.append(_line(new, "Uutena esiin nousi", "Uusina esiin nousivat", most=most))
    elif back := _labels(shown, "palannut"):
        lines.append(_line(back, "Uudelleen esiin nousi", "Uudelleen esiin nousivat", most=most))
    elif weak := _labels(placement.other, "uusi"):
        lines.append(_line(weak, "Uusi heikko signaali", "Uusia heikkoja signaaleja", most=most))
    if not lines and placement.working:
        labels = [item.label for item in placement.working]
        lines.append(
            _line(
                labels,
                "Myönteistä kerrottiin aiheesta",
                "Myönteistä kerrottiin aiheista",
                most=most,
            )
        )
    if not shown and not placement.working:
        lines.insert(0, NO_PHENOMENA)
    elif not lines:
        labels = [item.label for item in shown]
        lines.append(_line(labels, "Esillä oli", "Esillä olivat", most=most))
    return tuple(lines[:2])


def _proposal_line(labels: Sequence[str], *, n_proposals: int, most: int) -> tuple[str, ...]:
    if not n_proposals:
        return ()
    what = "toimenpide-ehdotus" if n_proposals == 1 else "toimenpide-ehdotuksia"
    if not labels:
        return (f"Käsiteltäväksi tuli {what}.",)
    start = f"Käsiteltäväksi tuli {what}"
    return (_line(labels, f"{start} aiheesta", f"{start} aiheista", most=most),)


def _labels(phenomena: Sequence[Phenomenon], state: State) -> list[str]:
    return [item.label for item in phenomena if item.state == state]


def _line(labels: Sequence[str], one: str, many: str, *, most: int) -> str:
    names = join_names(labels[:most])
    more = " ja muita" if len(labels) > most else ""
    return f"{one if len(labels) == 1 else many}: {names}{more}."
