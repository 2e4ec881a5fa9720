"""The small picture and the table of a phenomenon's months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rakenlp.digest.entries import MonthEntry

# Units of the picture's own coordinates; the page scales them.
WIDTH = 240.0
HEIGHT = 56.0
MARGIN = 5.0


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the picture."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Trend:
    """What is drawn.

    Lines between neighbouring known months, known months as points, and for each hidden month a
    bar over the counts 1…k−1 that it may have.
    """

    lines: tuple[tuple[Point, Point], ...]
    points: tuple[Point, ...]
    bars: tuple[tuple[Point, Point], ...]


def draw(months: Sequence[MonthEntry], *, k: int) -> Trend:
    """Lay out the months from left to right.

    Parameters
    ----------
    months : sequence of MonthEntry
        In order; ``number`` is None for a hidden month.
    k : int
        Smallest count shown. The vertical scale runs from 0 to the largest count, at least k.
    """
    top = max([k, *(month.number for month in months if month.number is not None)])
    step = (WIDTH - 2 * MARGIN) / max(len(months) - 1, 1)

    def at(position: int, number: int) -> Point:
        y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * number / top
        return Point(round(MARGIN + step * position, 1), round(y, 1))

    known = {
        position: at(position, month.number)
        for position, month in enumerate(months)
        if month.number is not None
    }
    return Trend(
        lines=tuple(
            (point, known[position + 1])
            for position, point in known.items()
            if position + 1 in known
        ),
        points=tuple(known.values()),
        bars=tuple(
            (at(position, 1), at(position, k - 1))
            for position, month in enumerate(months)
            if month.number is None
        ),
    )


@dataclass(frozen=True, slots=True)
class YearRow:
    """Twelve cells of a year; None outside the window."""

    year: str
    months: tuple[MonthEntry | None, ...]


def year_rows(months: Sequence[MonthEntry]) -> tuple[YearRow, ...]:
    """Arrange months as a row for each calendar year."""
    given = {month.month: month for month in months}
    years = sorted({month[:4] for month in given})
    return tuple(
        YearRow(year, tuple(given.get(f"{year}-{number:02d}") for number in range(1, 13)))
        for year in years
    )
