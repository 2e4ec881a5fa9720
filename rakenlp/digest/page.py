"""What the Markdown and the HTML page have in common: templates and short texts of a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from rakenlp.digest import wording
from rakenlp.digest.entries import Cell, CodedName, NamedCount, PhenomenonEntry, ProposalEntry
from rakenlp.digest.finnish_text import MONTH_STEMS, capitalised, join_names, whole
from rakenlp.digest.names import NOT_GIVEN
from rakenlp.digest.schema import Digest
from rakenlp.digest.sentences import TO_BE_FILLED
from rakenlp.digest.trend import HEIGHT, MARGIN, WIDTH, draw, year_rows

FOLDER = Path(__file__).parent / "templates"


@lru_cache(maxsize=4)  # compiling a template costs 0.1 s
def load_template(name: str, *, finalize: Callable[[Any], Any] | None = None) -> Template:
    """Open a template of this room. HTML templates escape every value."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


def page_context(digest: Digest) -> dict[str, Any]:
    """Everything that a template may use."""
    return {
        "digest": digest,
        "sections": {**wording.SECTIONS, "lyhyesti": wording.BRIEFLY[digest.period.type]},
        "wording": wording,
        "facts": partial(facts, window_months=digest.material.window_months),
        "brief": brief,
        "months_text": months_text,
        "tables": tables(digest),
        "whom": whom,
        "privacy_lines": privacy_lines(digest),
        "accounts": accounts(digest),
        "no_phenomena": no_phenomena(digest),
        "number": number,
        "links_of": lambda kind: [link for link in digest.links if link.kind == kind],
        "any_trends": any(len(entry.months) > 1 for entry in digest.phenomena),
        "draw": draw,
        "picture": {"WIDTH": WIDTH, "HEIGHT": HEIGHT, "MARGIN": MARGIN},
        "month_stems": MONTH_STEMS,
        "year_rows": year_rows,
        "capitalised": capitalised,
        "join_names": join_names,
        "further_proposals": further_proposals(digest),
    }


def facts(entry: PhenomenonEntry, *, window_months: int) -> list[tuple[str, str]]:
    """Name and text of each fact of a block, those without a text left out."""
    reporters = "Raportoijaryhmä" if len(entry.reporter_groups) == 1 else "Raportoijaryhmät"
    amount = entry.count.text
    window = entry.count_window
    if window.number is not None and window.number != entry.count.number:
        amount = f"{amount} ({window_months} kuukauden aikana {window.text})"
    rows = [
        ("Kenen arjessa näkyy", entry.who),
        (reporters, join_names(entry.reporter_groups)),
        ("Mistä kertoo", _names(entry.taxonomy)),
        ("Määrä", capitalised(amount)),
        ("Suunta", entry.state_name),
        ("Kansallinen ilmiö", _names(entry.national)),
        ("Tuen tarve (sosiaalihuoltolaki 11 §)", capitalised(_names(entry.shl11))),
        ("Jatkotoimenpide", capitalised(entry.next_step)),
        ("Esimerkkilähde", "".join(entry.source_ids[:1])),
    ]
    return [(name, text) for name, text in rows if text]


def brief(entry: PhenomenonEntry) -> str:
    """One line about a phenomenon that is not shown at length."""
    parts = [capitalised(entry.count.text)]
    if entry.terms:
        parts.append(f"Sanoja: {join_names(entry.terms[:5])}")
    if entry.national:
        parts.append(f"Kansallinen ilmiö: {_names(entry.national)}")
    return ". ".join(parts) + "."


def months_text(entry: PhenomenonEntry) -> str:
    """The months with reports, and whether there are others."""
    seen = [month for month in entry.months if month.number != 0]
    parts = [f"{m.name} {'yksittäisiä' if m.number is None else whole(m.number)}" for m in seen]
    if not parts:
        return "Ei havaintoja näinä kuukausina."
    rest = " Muina kuukausina ei havaintoja." if len(seen) < len(entry.months) else ""
    return f"{', '.join(parts)}.{rest}"


def _names(coded: Iterable[CodedName]) -> str:
    return join_names([item.name for item in coded])


def tables(digest: Digest) -> list[tuple[str, tuple[Cell, ...], str]]:
    """Heading, rows and a sentence for each table of the material.

    The sentence stands in for a table none of whose counts may be shown.
    """
    result = []
    for key, name in wording.TABLES.items():
        cells: tuple[Cell, ...] = getattr(digest.material, key)
        if any(cell.count.number is not None for cell in cells):
            result.append((name, cells, ""))
        elif known := [cell.name for cell in cells if cell.name != NOT_GIVEN]:
            result.append((name, (), f"{join_names(known)}."))
    return result


def whom(proposal: ProposalEntry) -> str:
    """Level and addressee of a proposal, or the slot."""
    parts = [part for part in (proposal.level, proposal.addressee) if part]
    return capitalised(": ".join(parts)) if parts else capitalised(TO_BE_FILLED)


def listed(counts: Iterable[NamedCount]) -> str:
    """Counts on one line, to stand after a colon: "henkilöiden nimiä 4, puhelinnumeroita 2"."""
    return ", ".join(
        f"{item.name[:1].lower()}{item.name[1:]} {number(item.number)}" for item in counts
    )


def privacy_lines(digest: Digest) -> list[str]:
    """What was removed, what was only flagged, and which counts are not shown."""
    privacy = digest.privacy
    lines = [
        f"Teksteistä poistettiin: {listed(privacy.redactions)}."
        if privacy.redactions
        else "Teksteistä ei löytynyt poistettavia tunnistetietoja."
    ]
    if privacy.flags:
        lines.append(f"Epäsuoria tunnisteita, joiden kohtia ei lainata: {listed(privacy.flags)}.")
    if privacy.suppressed:
        lines.append(f"Tietosuojan vuoksi esittämättä jätettiin: {listed(privacy.suppressed)}.")
    return lines


def accounts(digest: Digest) -> list[tuple[str, tuple[NamedCount, ...], int | None]]:
    """Heading, rows and total of each table of the accounting that has rows."""
    accounting = digest.accounting
    both = [
        ("Luetut rivit ja kentät", accounting.ledger, accounting.ledger_total),
        ("Tekstien kohdat", accounting.coverage, accounting.coverage_total),
    ]
    return [account for account in both if account[1]]


def no_phenomena(digest: Digest) -> str:
    """Why the section of phenomena is empty."""
    return wording.EMPTY["ilmiot_ei_aineistoa" if digest.material.records.number == 0 else "ilmiot"]


def number(value: int | None) -> str:
    """A number, or that it is not shown."""
    return "ei esitetä" if value is None else whole(value)


def further_proposals(digest: Digest) -> str:
    """Say that there are more proposals than are shown."""
    n_more = len(digest.further_proposals)
    if not n_more:
        return ""
    return (
        "Lisäksi tuli muita ehdotuksia. Ne ovat tallessa koosteen JSON-tiedostossa."
        if n_more < digest.privacy.k
        else f"Lisäksi tuli {whole(n_more)} muuta ehdotusta. "
        "Ne ovat tallessa koosteen JSON-tiedostossa."
    )
