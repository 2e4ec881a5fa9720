"""How a phenomenon lives: monthly counts, its state, and the test behind a claimed trend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scipy.stats import binomtest

from rakenlp.records import MonthCount, State

RECENT_MONTHS = 3
# Two-sided; a caller that tests many phenomena at once may pass a smaller one.
SIGNIFICANCE = 0.05
ABSENT_MONTHS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A comparison of the last months with the earlier ones.

    ``recent`` and ``earlier`` count reports of the phenomenon, ``ratio`` is the recent rate
    over the earlier one (inf when there were none earlier), ``p_value`` is two-sided.
    """

    recent: int
    earlier: int
    ratio: float
    p_value: float


def month_counts(
    passages: Iterable[tuple[str, str]], months: Sequence[str]
) -> tuple[MonthCount, ...]:
    """Count distinct reports in each month.

    Parameters
    ----------
    passages : iterable of (record_id, month)
        One pair a passage of the phenomenon.
    months : sequence of str
        ``YYYY-MM``, in order; months without reports count 0, other months are left out.

    Examples
    --------
    >>> [c.n_records for c in month_counts([("r1", "2026-01"), ("r1", "2026-01")], ["2026-01"])]
    [1]
    """
    records: dict[str, set[str]] = {month: set() for month in months}
    for record, month in passages:
        if month in records:
            records[month].add(record)
    return tuple(MonthCount(month=month, n_records=len(records[month])) for month in months)


def change_test(
    counts: Sequence[MonthCount], total_by_month: Mapping[str, int], *, period: str
) -> Change | None:
    """Compare the rate of the last three months with that of the months before.

    Parameters
    ----------
    counts : sequence of MonthCount
        Months in order; those after ``period`` are left out.
    total_by_month : mapping of str to int
        All distinct reports of each month. Months without any are left out: nothing could
        be seen in them.
    period : str
        ``YYYY-MM``, the last month.

    Returns
    -------
    Change or None
        None when there is nothing to compare.

    Notes
    -----
    If the rate is the same, the recent reports among all of the phenomenon's reports are
    binomial with the recent share of all reports (conditional exact test of two Poisson
    rates, Przyborowski & Wilenski 1940).
    """
    past = [c for c in counts if c.month <= period and total_by_month.get(c.month, 0) > 0]
    late, early = past[-RECENT_MONTHS:], past[:-RECENT_MONTHS]
    recent, earlier = sum(c.n_records for c in late), sum(c.n_records for c in early)
    exposure = sum(total_by_month[c.month] for c in late)
    before = sum(total_by_month[c.month] for c in early)
    if not before or not exposure or not recent + earlier:
        return None
    p_value = float(binomtest(recent, recent + earlier, exposure / (exposure + before)).pvalue)
    ratio = (recent / exposure) / (earlier / before) if earlier else float("inf")
    return Change(recent=recent, earlier=earlier, ratio=ratio, p_value=p_value)


def state(
    counts: Sequence[MonthCount],
    total_by_month: Mapping[str, int],
    *,
    first_month: str,
    period: str,
    k: int,
    significance: float = SIGNIFICANCE,
) -> State:
    """Say how a phenomenon stands in a month.

    Parameters
    ----------
    counts : sequence of MonthCount
        The window's months in order, the period among them.
    total_by_month : mapping of str to int
        All distinct reports of each month.
    first_month : str
        When the phenomenon was first seen, ever.
    period : str
        ``YYYY-MM``.
    k : int
        A trend is claimed only of at least so many reports of the window.
    significance : float
        For the two-sided test of :func:`change_test`.

    Returns
    -------
    State
        *hiljainen*: no reports in the period. *uusi*: first seen in it, or a lone report of the
        month before is now joined by others. *palannut*: absent in
        at least the two latest earlier months that had any material. *vahvistuva*,
        *heikkenevä*: the rate of the last three months differs from the earlier rate by an
        exact test. Else *toistuva*.
    """
    here = next((c.n_records for c in counts if c.month == period), 0)
    if not here:
        return "hiljainen"
    if first_month >= period or is_second_report(counts, total_by_month, period=period):
        return "uusi"
    if gap_months(counts, total_by_month, period=period) >= ABSENT_MONTHS:
        return "palannut"
    change = change_test(counts, total_by_month, period=period)
    if change and change.recent + change.earlier >= k and change.p_value < significance:
        return "vahvistuva" if change.ratio > 1 else "heikkenevä"
    return "toistuva"


def is_second_report(
    counts: Sequence[MonthCount], total_by_month: Mapping[str, int], *, period: str
) -> bool:
    """Whether one report of the latest earlier month is all there was before the period.

    Said only after three months of material: in a young registry everything is that new.
    """
    earlier = [c for c in counts if c.month < period and total_by_month.get(c.month, 0) > 0]
    if len(earlier) < RECENT_MONTHS or earlier[-1].n_records != 1:
        return False
    return not any(count.n_records for count in earlier[:-1])


def gap_months(
    counts: Sequence[MonthCount], total_by_month: Mapping[str, int], *, period: str
) -> int:
    """How many months with material, right before the period, had none of the phenomenon."""
    gap = 0
    earlier = [c for c in counts if c.month < period and total_by_month.get(c.month, 0) > 0]
    for count in reversed(earlier):
        if count.n_records:
            break
        gap += 1
    return gap
