"""Dates as people and tools write them. A date that can be read in two ways is never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rakenlp.corpus.contents import Cell
from rakenlp.corpus.wordlists import read_rows

SlashOrder = Literal["", "dmy", "mdy"]
Problem = Literal["", "ambiguous", "unknown", "no_year"]

# Reports are written in these years; anything else is a typing error.
MIN_YEAR, MAX_YEAR = 1990, 2099
# Excel counts days from 1899-12-30; these are the same years as serial numbers.
EXCEL_EPOCH = dt.date(1899, 12, 30)
MIN_SERIAL, MAX_SERIAL = 32_874, 73_050

CLOCK = re.compile(
    r"[T,\s]+(?:klo|kl\.?|at)?\s*\d{1,2}(?:[.:]\d{2}){0,2}(?:[.,]\d+)?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d{2})?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"^(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön)\w*\.?,?\s+", re.I)
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d{2})(\d{2})")
FINNISH = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?")
SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})")
NAMED = re.compile(r"(?:(\d{1,2})\.?\s+)?([a-zåäö]{3,})\s+(\d{4})", re.IGNORECASE)
MONTH_ONLY = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{4})|(\d{4})-(\d{1,2})")
RANGE = re.compile(r"(\d{1,2})\.?\s?[-–]\s?(\d{1,2})\.(\d{1,2})\.(\d{4})")
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class DateReading:
    """``date`` (``YYYY-MM-DD``) and ``month`` (``YYYY-MM``), or why there is none."""

    date: str = ""
    month: str = ""
    problem: Problem = ""


UNKNOWN = DateReading(problem="unknown")


@lru_cache(maxsize=1)
def _month_starts() -> tuple[tuple[str, int], ...]:
    rows = ((start, int(number)) for number, start in read_rows("months.tsv"))
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def month_number(word: str) -> int:
    """1-12 for a month's name in any case form, 0 for another word.

    Examples
    --------
    >>> month_number("maaliskuuta"), month_number("mars"), month_number("kesäretki")
    (3, 3, 0)
    """
    folded = word.casefold()
    for start, number in _month_starts():
        if folded == start or (folded.startswith(start) and folded[len(start) :].startswith("kuu")):
            return number
    return 0


def _exact(year: int, month: int, day: int) -> DateReading:
    try:
        date = dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return UNKNOWN
    if not MIN_YEAR <= date.year <= MAX_YEAR:
        return UNKNOWN
    return DateReading(date.isoformat(), date.isoformat()[:7])


def _month(year: int, month: int) -> DateReading:
    if not (1 <= month <= 12 and MIN_YEAR <= year <= MAX_YEAR):
        return UNKNOWN
    return DateReading("", f"{year:04d}-{month:02d}")


def _serial(days: float) -> DateReading:
    if not MIN_SERIAL <= days <= MAX_SERIAL:
        return UNKNOWN
    date = EXCEL_EPOCH + dt.timedelta(days=int(days))
    return _exact(date.year, date.month, date.day)


def _bare(text: str) -> str:
    """The text without a weekday before it and a time of day after it."""
    return CLOCK.sub("", WEEKDAY.sub("", text.strip())).strip()


def _slashed(first: int, second: int, year: int, order: SlashOrder) -> DateReading:
    as_dmy, as_mdy = _exact(year, second, first), _exact(year, first, second)
    if order:
        return as_dmy if order == "dmy" else as_mdy
    if as_dmy.problem or as_mdy.problem:
        return as_mdy if as_dmy.problem else as_dmy
    if as_dmy == as_mdy:
        return as_dmy
    return DateReading(problem="ambiguous")


def read_date(cell: Cell, *, slash_order: SlashOrder = "", year: int = 0) -> DateReading:
    """Read one date.

    Parameters
    ----------
    cell : Cell
        A date cell, an Excel serial number or a text.
    slash_order : {"", "dmy", "mdy"}
        How ``4/5/2026`` is meant, from :func:`find_slash_order`; "" when unknown.
    year : int
        The year of ``5.4.``; 0 when unknown.

    Returns
    -------
    DateReading
        ``problem`` is "ambiguous" for a slashed date that fits both orders, "no_year" for a
        date without a year, "unknown" for what is no date.

    Examples
    --------
    >>> read_date("5.4.2026 klo 9.12").date, read_date("4/5/2026").problem
    ('2026-04-05', 'ambiguous')
    """
    if isinstance(cell, dt.datetime | dt.date):
        return _exact(cell.year, cell.month, cell.day)
    if isinstance(cell, bool) or cell is None or isinstance(cell, dt.time):
        return UNKNOWN
    if isinstance(cell, int | float):
        return _serial(float(cell))
    return _read_text(_bare(cell), slash_order, year)


@lru_cache(maxsize=10_000)
def _read_text(text: str, slash_order: SlashOrder, year: int) -> DateReading:
    if found := ISO.fullmatch(text):
        parts = [int(part) for part in found.groups() if part]
        return _exact(parts[0], parts[1], parts[2])
    if found := FINNISH.fullmatch(text):
        written = int(found[3]) if found[3] else year
        if not written:
            valid = not _exact(2000, int(found[2]), int(found[1])).problem
            return DateReading(problem="no_year") if valid else UNKNOWN
        return _exact(written, int(found[2]), int(found[1]))
    if found := SLASHED.fullmatch(text):
        return _slashed(int(found[1]), int(found[3]), int(found[4]), slash_order)
    if found := NAMED.fullmatch(text):
        month = month_number(found[2])
        return (
            _exact(int(found[3]), month, int(found[1]))
            if found[1]
            else _month(int(found[3]), month)
        )
    if found := MONTH_ONLY.fullmatch(text):
        numbers = [int(part) for part in found.groups() if part]
        return _month(max(numbers), min(numbers))
    if found := RANGE.fullmatch(text):
        return _month(int(found[4]), int(found[3]))
    if SERIAL.fullmatch(text):
        return _serial(float(text.replace(",", ".")))
    return UNKNOWN


def is_date_like(cell: Cell) -> bool:
    """Whether a cell is written as a date; a bare number is not, it may be anything."""
    if isinstance(cell, dt.datetime | dt.date):
        return True
    if not isinstance(cell, str) or len(cell) > 40 or SERIAL.fullmatch(cell.strip()):
        return False
    return read_date(cell).problem != "unknown"


def find_slash_order(cells: Iterable[Cell], *, form: bool = False) -> SlashOrder:
    """How the slashed dates of one column are meant, "" when the column does not tell.

    One date whose day is over 12 tells the order of them all, unless another says the
    opposite. ``form`` marks a time column of Microsoft Forms: there AM or PM means the
    American order, as Forms writes both with an American language setting.
    """
    orders: set[SlashOrder] = set()
    half_days = False
    for cell in cells:
        if not isinstance(cell, str):
            continue
        clock = CLOCK.search(cell)
        half_days = half_days or bool(clock and clock["half"])
        found = SLASHED.fullmatch(_bare(cell))
        if found and int(found[1]) > 12 >= int(found[3]):
            orders.add("dmy")
        elif found and int(found[3]) > 12 >= int(found[1]):
            orders.add("mdy")
    if len(orders) == 1:
        return orders.pop()
    return "mdy" if form and half_days and not orders else ""


@dataclass(frozen=True, slots=True)
class Period:
    """What a file's name says of its time; 0 for what it does not say."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def reading(self) -> DateReading:
        """The period as a date or month, empty when the name tells neither."""
        if self.day:
            return _exact(self.year, self.month, self.day)
        return _month(self.year, self.month) if self.month and self.year else DateReading()


NAME_DATE = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)")
NAME_FINNISH_DATE = re.compile(r"(?<!\d)([0-3]?\d)[._]([01]?\d)[._](20\d\d)(?!\d)")
NAME_YEAR_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0?[1-9]|1[0-2])(?!\d)")
NAME_MONTH_YEAR = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[-_. ]?(20\d\d)(?!\d)")
NAME_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
NAME_WORD = re.compile(r"[a-zåäö]{3,}", re.IGNORECASE)


def read_period(name: str) -> Period:
    """The time that a file's name tells: a day, a month, a year or nothing.

    Examples
    --------
    >>> read_period("raportit_2026-03.csv"), read_period("maaliskuu2026.xlsx").month
    (Period(year=2026, month=3, day=0), 3)
    """
    for pattern, order in ((NAME_DATE, (1, 2, 3)), (NAME_FINNISH_DATE, (3, 2, 1))):
        found = pattern.search(name)
        if found:
            year, month, day = (int(found[group]) for group in order)
            if not _exact(year, month, day).problem:
                return Period(year, month, day)
    if found := NAME_YEAR_MONTH.search(name):
        return Period(int(found[1]), int(found[2]))
    if found := NAME_MONTH_YEAR.search(name):
        return Period(int(found[2]), int(found[1]))
    year_found = NAME_YEAR.search(name)
    year = int(year_found[1]) if year_found else 0
    months = {month_number(word) for word in NAME_WORD.findall(name)} - {0}
    return Period(year, months.pop() if len(months) == 1 else 0)
