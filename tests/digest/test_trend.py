from __future__ import annotations

from rakenlp.digest.entries import MonthEntry
from rakenlp.digest.trend import HEIGHT, MARGIN, WIDTH, draw, year_rows


def months(numbers: list[int | None], *, start: int = 1) -> list[MonthEntry]:
    return [
        MonthEntry(month=f"2026-{number:02d}", name="", number=value)
        for number, value in enumerate(numbers, start)
    ]


def test_known_months_are_points_joined_to_their_neighbours() -> None:
    trend = draw(months([0, 10, None, 5]), k=5)
    assert len(trend.points) == 3
    assert len(trend.lines) == 1
    assert trend.points[0].y == HEIGHT - MARGIN
    assert trend.points[1].y == MARGIN
    assert trend.points[2].x == WIDTH - MARGIN


def test_a_hidden_month_is_a_bar_that_does_not_depend_on_its_value() -> None:
    (bar,) = draw(months([0, None, 0]), k=5).bars
    low, high = bar
    assert low.x == high.x
    assert MARGIN < high.y < low.y < HEIGHT - MARGIN


def test_one_month_is_drawn_without_a_line() -> None:
    trend = draw(months([7]), k=5)
    assert (len(trend.points), trend.lines) == (1, ())


def test_months_are_rows_of_years_with_gaps_outside_the_window() -> None:
    window = [MonthEntry(month="2025-12", name="", number=0), *months([6, None])]
    rows = year_rows(window)
    assert [row.year for row in rows] == ["2025", "2026"]
    assert [cell is not None for cell in rows[0].months] == [False] * 11 + [True]
    assert rows[1].months[0].number == 6  # type: ignore[union-attr]
    assert len(rows[1].months) == 12
