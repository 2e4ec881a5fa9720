"""The fields of one row: its date, service, place, groups and tone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rakenlp.corpus.cleaning import clean_text
from rakenlp.corpus.columns import BY_LAYOUT, FIELD_ROLES, ColumnGuess
from rakenlp.corpus.contents import Cell, Row
from rakenlp.corpus.dates import (
    DateReading,
    Period,
    Problem,
    SlashOrder,
    find_slash_order,
    read_date,
)
from rakenlp.corpus.fillers import is_filler
from rakenlp.corpus.record import Fields
from rakenlp.corpus.tones import read_tone
from rakenlp.corpus.values import cell_text

DATE_REMARKS: dict[Problem, str] = {
    "": "Ei päivämäärää.",
    "ambiguous": "Päivämäärän voi lukea kahdella tavalla, joten sitä ei käytetty. "
    "Kirjoita se muodossa 5.4.2026.",
    "unknown": "Päivämäärää ei voitu lukea. Kirjoita se muodossa 5.4.2026.",
    "no_year": "Päivämäärästä puuttuu vuosi. Kirjoita se muodossa 5.4.2026.",
}


@dataclass(frozen=True, slots=True)
class DateColumn:
    """Where a date stands and how its slashes are meant."""

    position: int
    slash_order: SlashOrder


def cell_at(row: Row, position: int) -> Cell:
    """The cell, None where the row is shorter."""
    return row.cells[position] if position < len(row.cells) else None


def clean_choice(text: str) -> str:
    """A choice of a form; several are parted with "; " (Forms ends them all with ";")."""
    if ";" not in text:
        return text
    parts = [re.sub(r"\s+", " ", part).strip() for part in text.split(";")]
    return "; ".join(part for part in parts if part)


class FieldReader:
    """Reads the fields of the rows of one table.

    Parameters
    ----------
    guesses : sequence of ColumnGuess
        One for each column.
    rows : sequence of Row
        All rows: the order of slashed dates and whether the table tells dates at all are
        judged from the whole column.
    period : Period
        What the names of the file and the sheet tell.
    """

    def __init__(
        self, guesses: Sequence[ColumnGuess], rows: Sequence[Row], *, period: Period
    ) -> None:
        roles = [guess.role for guess in guesses]
        self._positions = {
            role: [place for place, own in enumerate(roles) if own == role]
            for role in (*FIELD_ROLES, "tone")
            if role in roles
        }
        self._period = period
        self._period_reading = period.reading
        is_form = any(guess.reason == BY_LAYOUT for guess in guesses)
        ranked = sorted(
            (-guess.confidence, place)
            for place, guess in enumerate(guesses)
            if guess.role == "date"
        )
        self._dates = [
            DateColumn(place, find_slash_order((cell_at(row, place) for row in rows), form=is_form))
            for _, place in ranked
        ]
        self._has_dates = any(self._own_date(row).month for row in rows)

    def _own_date(self, row: Row) -> DateReading:
        """The date of the row's own cells; the first date column with anything in it counts."""
        for column in self._dates:
            cell = cell_at(row, column.position)
            if cell is None or is_filler(cell_text(cell)):
                continue
            return read_date(cell, slash_order=column.slash_order, year=self._period.year)
        return DateReading()

    def _date(self, row: Row) -> DateReading:
        if not self._dates:
            return self._period_reading
        own = self._own_date(row)
        if own.month or own.problem or self._has_dates:
            return own
        return self._period_reading

    def _field(self, role: str, row: Row, tally: Counter[str]) -> str:
        for position in self._positions[role]:
            text = clean_text(cell_text(cell_at(row, position)), tally)
            if role == "tone":
                if sign := read_tone(text):
                    return sign
            elif not is_filler(text):
                return re.sub(r"\s+", " ", clean_choice(text))
        return ""

    def read(self, row: Row, tally: Counter[str]) -> tuple[Fields, str]:
        """The fields of a row and a Finnish remark on its date ("" when there is a month)."""
        date = self._date(row)
        told = {role: self._field(role, row, tally) for role in self._positions}
        fields = Fields(date=date.date, month=date.month, **told)
        return fields, "" if date.month else DATE_REMARKS[date.problem]
