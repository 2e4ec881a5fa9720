"""What may be shown of a count: the threshold k, and numbers that would give a hidden one away.

The digest is read beside earlier digests and beside itself, so three rules stand:

1. a count of 1…k−1 reports is never shown (0 may be: "ei havaintoja");
2. in a one-way table whose total is shown, more cells are hidden until the hidden ones cannot
   be worked out from the rest (secondary suppression);
3. a total over a moving window, some month of which is hidden, is rounded to :data:`ROUNDING`,
   and left out where even the rounded number could narrow a month down to one value. Whether it
   is left out depends on what is visible anyway, never on the hidden values.

The method of 2 and 3 (hide by structure, round equally in every digest) follows Statistics
Finland's output checking; the bounds are checked by counting the values that remain possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rakenlp.digest.finnish_text import ilmoitusta, whole
from rakenlp.digest.names import NOT_GIVEN

# Rounded totals are multiples of this; the usual k. Every digest rounds alike.
ROUNDING = 5

FEW = "yksittäisiä havaintoja"
NONE = "ei havaintoja tällä jaksolla"
NOT_SHOWN = "lukumäärää ei esitetä"


@dataclass(frozen=True, slots=True)
class Shown:
    """A count as it may be shown: ``number`` is None when it is hidden."""

    number: int | None
    text: str
    rounded: bool = False


def show_count(number: int, *, k: int) -> Shown:
    """Show a number of distinct reports, or say that there were a few.

    Examples
    --------
    >>> show_count(7, k=5)
    Shown(number=7, text='7 ilmoitusta', rounded=False)
    >>> show_count(3, k=5)
    Shown(number=None, text='yksittäisiä havaintoja', rounded=False)
    """
    if number == 0:
        return Shown(0, NONE)
    if number < k:
        return Shown(None, FEW)
    return Shown(number, ilmoitusta(number))


def show_cells(cells: Mapping[str, int], *, k: int, total: int | None) -> dict[str, Shown]:
    """Show a one-way table whose total is also shown.

    Parameters
    ----------
    cells : mapping of str to int
        Distinct reports by class.
    k : int
        Smallest count shown.
    total : int or None
        The shown total; None when it is hidden, and then no cell is shown.

    Returns
    -------
    dict of str to Shown
        In order of the class names; empty where the names alone would give a count away.
        Primarily and secondarily hidden cells look the same.
    """
    if len(cells) >= (k - 1 if total is None else total):
        return {}  # as many names as reports: the names alone would say one report each
    if total is None:
        return {name: Shown(None, NOT_SHOWN) for name in sorted(cells)}
    hidden = {name for name, count in cells.items() if 0 < count < k}
    # Which cell is hidden besides goes by name: a choice by size would tell about sizes.
    rest = sorted((name for name, count in cells.items() if count >= k), key=_least_telling)
    while hidden and rest and not _cells_are_safe([cells[name] for name in hidden], k=k):
        hidden.add(rest.pop(0))
    return {
        name: Shown(None, NOT_SHOWN)
        if name in hidden
        else Shown(cells[name], ilmoitusta(cells[name]))
        for name in sorted(cells)
    }


def _least_telling(name: str) -> tuple[bool, str]:
    return (name != NOT_GIVEN, name)


def _cells_are_safe(hidden: Sequence[int], *, k: int) -> bool:
    """Whether hidden cells cannot be told from their sum, even if all of them are below k."""
    small = len(hidden) * (k - 1)
    if sum(hidden) > small:  # one of them is k or more: which one, and by how much, stays open
        return len(hidden) > 1
    return len(hidden) > 1 and sum(hidden) >= k and len(hidden) < sum(hidden) < small


def show_window(n_window: int, months: Sequence[int], *, k: int) -> Shown:
    """Show a phenomenon's total over the months of its window.

    Parameters
    ----------
    n_window : int
        Distinct reports in the window.
    months : sequence of int
        Distinct reports of each month, zeros included; months of 1…k−1 are hidden elsewhere.
    """
    hidden = [count for count in months if 0 < count < k]
    if not hidden:
        return show_count(n_window, k=k)
    visible = sum(count for count in months if count >= k)
    sums = range(len(hidden), len(hidden) * (k - 1) + 1)
    alone = len(hidden) == 1 and visible > 0
    if alone or not _every_class_is_wide(visible, sums, k=k):
        return Shown(None, NOT_SHOWN)
    return _rounded(n_window) if n_window >= k else Shown(None, FEW)


def show_window_total(n_window: int, n_period: int, *, k: int) -> Shown:
    """Show all reports of the window beside those of the period.

    Always rounded when the window reaches past the period: exact totals of consecutive digests
    would give the month that came and the month that left.
    """
    if n_window == n_period:
        return show_count(n_window, k=k)
    if n_period < k and not _every_class_is_wide(n_window - n_period, range(1, k), k=k):
        return Shown(None, NOT_SHOWN)
    if n_window < k:
        return Shown(None, FEW)
    shown = _rounded(n_window)
    return shown if (shown.number or 0) >= n_period else Shown(None, NOT_SHOWN)


def _every_class_is_wide(visible: int, sums: range, *, k: int) -> bool:
    """Whether each result that the reader could see leaves at least two hidden sums possible."""
    seen = Counter(None if visible + hidden < k else _nearest(visible + hidden) for hidden in sums)
    return min(seen.values()) > 1


def _nearest(number: int) -> int:
    return (number + ROUNDING // 2) // ROUNDING * ROUNDING


def _rounded(number: int) -> Shown:
    return Shown(_nearest(number), f"noin {whole(_nearest(number))} ilmoitusta", rounded=True)


def names_to_show(names: Sequence[str], n_records: int, *, k: int) -> tuple[str, ...]:
    """Names of services or target groups of one phenomenon.

    Below k a lone name may point at one team, and k−1 names would say one report each.
    """
    known = tuple(sorted({name for name in names if name}))
    return known if n_records >= k or 1 < len(known) < k - 1 else ()
