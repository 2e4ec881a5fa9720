"""Ratings: which scale a column of numbers is on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# The scales that teams use, the smallest first.
SCALES = ((1, 4), (1, 5), (0, 10))
WRITTEN_SCALE = re.compile(r"\b([01])\s*[-–—…/]\s*(4|5|6|7|10)\b|\b(?:4|5|7|10)\s*[-–—]\s*1\b")


@dataclass(frozen=True, slots=True)
class Scale:
    """The smallest and largest value that could be given."""

    low: int
    high: int

    def holds(self, value: float) -> bool:
        """Whether the value is on the scale."""
        return self.low <= value <= self.high


def written_scale(header: str) -> Scale | None:
    """The scale that a header tells: "Arvioi asteikolla 1–5".

    Examples
    --------
    >>> written_scale("Kuinka hyvin sujui (1-5)?")
    Scale(low=1, high=5)
    """
    found = WRITTEN_SCALE.search(header)
    if not found:
        return None
    numbers = [int(number) for number in re.findall(r"\d+", found[0])]
    return Scale(min(numbers), max(numbers))


def fit_scale(numbers: Sequence[float]) -> Scale | None:
    """The smallest usual scale that holds all the numbers; None when none does."""
    if not numbers:
        return None
    for low, high in SCALES:
        if low <= min(numbers) and max(numbers) <= high:
            return Scale(low, high)
    return None


def find_scales(columns: Sequence[tuple[str, Sequence[float]]]) -> list[Scale]:
    """Scales of the rating columns of one table.

    Statements of one survey share a scale even when nobody gave one of them the best
    grade: of the columns without a written scale, those that fit 1-4 or 1-5 get the
    larger one that any of them needs.

    Parameters
    ----------
    columns : sequence of (header, numbers)
        Numbers that the column holds, all within 0-10 unless the header tells a scale.
    """
    own = [written_scale(header) or fit_scale(numbers) for header, numbers in columns]
    fitted = [
        scale
        for scale, (header, _) in zip(own, columns, strict=True)
        if scale and not written_scale(header) and scale.high <= 5
    ]
    shared = max(fitted, key=lambda scale: scale.high, default=None)
    widest = Scale(*SCALES[-1])
    return [shared if shared and scale in fitted else (scale or widest) for scale in own]
