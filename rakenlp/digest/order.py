"""Where each phenomenon of a digest stands, and in which order.

The order goes by recurrence over the window, newness, severity and amount, not by the number of
reports alone: each gives points (:func:`rank`), and the sum decides. Ties go to the one seen in
more months, then by id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rakenlp.records import Phenomenon

# Points of recurrence: seen in at least so many months of the window.
RECURRENCE_POINTS = ((6, 3), (3, 2), (2, 1))
# What has just changed is what readers act on; as much as half a year of recurrence.
CHANGE_POINTS = {"uusi": 2, "palannut": 2, "vahvistuva": 2}
# Violence (5) and sudden crises (6) of SHL 11 §: one report may already call for a decision.
SEVERE_SHL11 = frozenset({5, 6})
SEVERITY_POINTS = 2
# Reports of the period, at least so many: a phenomenon of ten reports is not passed over.
AMOUNT_POINTS = ((10, 2), (5, 1))


@dataclass(frozen=True, slots=True)
class Placement:
    """Every given phenomenon in exactly one place, each place in order."""

    phenomena: tuple[Phenomenon, ...]
    development_themes: tuple[Phenomenon, ...]
    working: tuple[Phenomenon, ...]
    other: tuple[Phenomenon, ...]
    quiet: tuple[Phenomenon, ...]


def n_active_months(phenomenon: Phenomenon) -> int:
    """Months of the window with at least one report."""
    return sum(month.n_records > 0 for month in phenomenon.months)


def rank(phenomenon: Phenomenon) -> tuple[int, int, str]:
    """Sort key of a phenomenon: smaller stands earlier."""
    active = n_active_months(phenomenon)
    recurrence = next((points for months, points in RECURRENCE_POINTS if active >= months), 0)
    severity = SEVERITY_POINTS if SEVERE_SHL11 & set(phenomenon.shl11) else 0
    amount = next((points for n, points in AMOUNT_POINTS if phenomenon.n_records >= n), 0)
    points = amount + recurrence + CHANGE_POINTS.get(phenomenon.state, 0) + severity
    return (-points, -active, phenomenon.phenomenon_id)


def is_positive(phenomenon: Phenomenon) -> bool:
    """Whether more of its reports are positive than negative or neutral together."""
    tones = dict(phenomenon.tones)
    return tones.get("+", 0) > tones.get("-", 0) + tones.get("0", 0)


def place(phenomena: Sequence[Phenomenon], *, maximum: int) -> Placement:
    """Give each phenomenon its place.

    Parameters
    ----------
    phenomena : sequence of Phenomenon
        In any order.
    maximum : int
        Phenomena shown at length, and themes shown at length; the rest stand shortly among
        the others, as do those with one report in the whole window. Positive ones are always
        shown.
    """
    ordered = sorted(phenomena, key=rank)
    present = [item for item in ordered if item.n_records > 0]
    negative = [item for item in present if not is_positive(item)]
    repeated = [item for item in negative if item.n_window > 1]
    elama = [item for item in repeated if item.strand == "elama"]
    themes = [item for item in repeated if item.strand == "kehittaminen"]
    shown = {item.phenomenon_id for item in elama[:maximum] + themes[:maximum]}
    return Placement(
        phenomena=tuple(elama[:maximum]),
        development_themes=tuple(themes[:maximum]),
        working=tuple(item for item in present if is_positive(item)),
        other=tuple(item for item in negative if item.phenomenon_id not in shown),
        quiet=tuple(item for item in ordered if item.n_records == 0),
    )
