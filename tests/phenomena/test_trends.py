"""Monthly counts, states and the test of a claimed trend."""

from __future__ import annotations

import pytest

from rakenlp.phenomena import change_test, month_counts, state
from rakenlp.records import MonthCount

MONTHS = [f"2026-{month:02}" for month in range(1, 13)]


def counts(*values: int) -> tuple[MonthCount, ...]:
    return tuple(
        MonthCount(month=month, n_records=n) for month, n in zip(MONTHS, values, strict=False)
    )


def totals(n: int, per_month: int = 40) -> dict[str, int]:
    return dict.fromkeys(MONTHS[:n], per_month)


def stands(
    *values: int, first: str = "2026-01", k: int = 5, total: dict[str, int] | None = None
) -> str:
    n = len(values)
    return state(counts(*values), total or totals(n), first_month=first, period=MONTHS[n - 1], k=k)


@pytest.mark.parametrize(
    ("values", "first", "expected"),
    [
        ((0, 0, 3), "2026-03", "uusi"),
        ((3, 3, 0), "2026-01", "hiljainen"),
        ((3, 0, 0, 2), "2026-01", "palannut"),
        ((3, 0, 2), "2026-01", "toistuva"),
        ((3, 3, 3, 3, 3, 3), "2026-01", "toistuva"),
        ((1, 1, 1, 9, 10, 11), "2026-01", "vahvistuva"),
        ((11, 10, 9, 1, 1, 1), "2026-01", "heikkenevä"),
        ((1, 1, 1, 1, 1, 2), "2026-01", "toistuva"),
        ((0, 0, 0, 0, 0, 2), "2025-06", "palannut"),
    ],
)
def test_state_says_how_a_phenomenon_stands(values, first, expected):
    assert stands(*values, first=first) == expected


def test_two_to_three_reports_are_not_a_trend():
    assert stands(2, 2, 2, 3, 3, 3) == "toistuva"


def test_trend_needs_k_reports():
    assert stands(1, 0, 1, 6, 6, 6, k=5) == "vahvistuva"
    assert stands(1, 0, 1, 6, 6, 6, k=50) == "toistuva"


def test_more_reports_of_everything_is_not_a_trend():
    total = dict(zip(MONTHS, [10, 10, 10, 100, 100, 100], strict=False))
    assert stands(1, 1, 1, 10, 10, 10, total=total) == "toistuva"


def test_months_without_any_material_are_no_absence():
    total = {"2026-01": 30, "2026-04": 30}
    assert stands(2, 0, 0, 2, total=total) == "toistuva"


def test_change_is_compared_with_the_share_of_all_reports():
    change = change_test(counts(1, 1, 1, 9, 10, 11), totals(6), period="2026-06")
    assert change is not None
    assert (change.recent, change.earlier, change.ratio) == (30, 3, 10.0)
    assert change.p_value < 0.001


def test_change_needs_something_earlier():
    assert change_test(counts(3, 3, 3), totals(3), period="2026-03") is None
    assert change_test(counts(0, 0, 0, 0), totals(4), period="2026-04") is None


def test_reports_are_counted_once_a_month():
    pairs = [("r1", "2026-01"), ("r1", "2026-01"), ("r2", "2026-01"), ("r1", "2026-02"), ("r3", "")]
    found = month_counts(pairs, MONTHS[:3])
    assert [count.n_records for count in found] == [2, 1, 0]


def test_lone_report_of_last_month_is_still_new_when_others_join_it():
    months = [f"2026-{i:02}" for i in range(1, 7)]
    totals = dict.fromkeys(months, 30)

    def stand(*numbers: int) -> str:
        counts = [MonthCount(month=m, n_records=n) for m, n in zip(months, numbers, strict=True)]
        first = next(c.month for c in counts if c.n_records)
        return state(counts, totals, first_month=first, period="2026-06", k=5)

    assert stand(0, 0, 0, 0, 1, 4) == "uusi"
    assert stand(0, 0, 0, 0, 2, 4) != "uusi"
    assert stand(1, 0, 0, 0, 1, 4) != "uusi"
