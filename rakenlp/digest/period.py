"""A period that a digest covers: month, quarter, half-year, year or a span of months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rakenlp.digest.finnish_text import month_in, month_name, month_of, month_stem
from rakenlp.errors import SettingsError

PeriodType = Literal["kuukausi", "neljännes", "puolivuosi", "vuosi", "jakso"]

# Months of a type; a span ("jakso") has its own length.
LENGTHS: dict[PeriodType, int] = {"kuukausi": 1, "neljännes": 3, "puolivuosi": 6, "vuosi": 12}

FORMS = "2026-06, 2026-Q2, 2026-H1, 2026 or 2025-06..2029-05"

_MONTH = r"(\d{4}-(?:0[1-9]|1[0-2]))"


@dataclass(frozen=True, slots=True)
class Period:
    """Months ``start``–``end`` (``YYYY-MM``, both included)."""

    type: PeriodType
    start: str
    end: str

    @property
    def name(self) -> str:
        """Nominative: "kesäkuu 2026", "huhti–kesäkuu 2026", "vuosi 2026"."""
        return self._named(month_name(self.end), "vuosi")

    @property
    def inside(self) -> str:
        """When: "kesäkuussa 2026", "huhti–kesäkuussa 2026", "vuonna 2026"."""
        return self._named(month_in(self.end), "vuonna", span="ajalla ")

    @property
    def owning(self) -> str:
        """Genitive: "kesäkuun 2026", "huhti–kesäkuun 2026", "vuoden 2026"."""
        return self._named(month_of(self.end), "vuoden", span="ajan ")

    def _named(self, last: str, year: str, *, span: str = "") -> str:
        if self.type == "kuukausi":
            return last
        if self.type == "vuosi":
            return f"{year} {self.start[:4]}"
        if self.type == "jakso":
            return f"{span}{month_name(self.start)} – {month_name(self.end)}"
        return f"{month_stem(self.start)}–{last}"

    @property
    def n_months(self) -> int:
        """Length in months."""
        return _ordinal(self.end) - _ordinal(self.start) + 1

    def moved(self, steps: int) -> Period:
        """Return the period of the same length, ``steps`` lengths later (earlier when < 0)."""
        shift = steps * self.n_months
        return Period(
            self.type, _month(_ordinal(self.start) + shift), _month(_ordinal(self.end) + shift)
        )


def _ordinal(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(ordinal: int) -> str:
    return f"{ordinal // 12:04d}-{ordinal % 12 + 1:02d}"


def _from(kind: PeriodType, year: str, part: int) -> Period:
    start = int(year) * 12 + (part - 1) * LENGTHS[kind]
    return Period(kind, _month(start), _month(start + LENGTHS[kind] - 1))


def read_period(text: str) -> Period:
    """Read a period.

    Parameters
    ----------
    text : str
        ``2026-06`` (month), ``2026-Q2`` (quarter), ``2026-H1`` (half-year), ``2026`` (year) or
        ``2025-06..2029-05`` (any span of months, for example a council's term).

    Raises
    ------
    SettingsError
        If the text has none of these forms, or a span ends before it starts.
    """
    if re.fullmatch(_MONTH, text):
        return Period("kuukausi", text, text)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", text):
        return _from("neljännes", match[1], int(match[2]))
    if match := re.fullmatch(r"(\d{4})-H([12])", text):
        return _from("puolivuosi", match[1], int(match[2]))
    if re.fullmatch(r"\d{4}", text):
        return _from("vuosi", text, 1)
    if (match := re.fullmatch(rf"{_MONTH}\.\.{_MONTH}", text)) and match[1] <= match[2]:
        return Period("jakso", match[1], match[2])
    raise SettingsError(f"period: expected {FORMS}, got {text!r}")
