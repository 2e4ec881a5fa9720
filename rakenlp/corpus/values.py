"""What kind of values a column holds, judged from the values alone."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rakenlp.corpus.contents import Cell
from rakenlp.corpus.dates import is_date_like
from rakenlp.corpus.fillers import is_filler
from rakenlp.corpus.tones import read_tone
from rakenlp.corpus.wordlists import read_rows

Kind = Literal["empty", "date", "number", "contact", "tone", "long", "short"]

# A column is of a kind when this share of its values is: people mistype.
MIN_SHARE = 0.8
# Half of the values being e-mails or phones is enough to drop a column: privacy first.
MIN_CONTACT_SHARE = 0.5
# Choices of a form have 1-4 words; open answers are longer now and then.
MIN_LONG_MEAN_WORDS = 4.0
MIN_LONG_MAX_WORDS = 9
# A column of choices: at least so many values, and each choice used three times on average.
MIN_CHOICE_VALUES = 6
MAX_CHOICE_SHARE = 1 / 3
# Forms ends several choices with ";" each.
LISTED = ";"
MAX_SAMPLE = 2_000
MAX_HEADER_CHARACTERS = 400

NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
# "4 = täysin samaa mieltä", "1 - heikko", "5: erinomainen"
LABELLED_NUMBER = re.compile(r"(\d{1,2})\s*[-–=:]\s*[^\W\d][^\d]{0,60}")
CONTACT = re.compile(
    r"anonymous"
    r"|[^\s@]+(?:@|\(at\)|\[at\]|\(a\)|\[a\])[^\s@]+\.[a-z]{2,}"
    r"|(?:\+\d{1,3}|0)[\s()-]?\d{1,3}(?:[\s-]?\d{2,4}){2,4}"
    r"|\d{6}\s?[-+–−A-FU-Y]\s?\d{3}[0-9A-Y]"
    r"|\d{1,3}(?:\.\d{1,3}){3}",
    re.IGNORECASE,
)


def cell_text(cell: Cell) -> str:
    """A cell as people would read it; "" for nothing."""
    if type(cell) is str:  # first, as nearly all cells are
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "kyllä" if cell else "ei"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def read_number(cell: Cell) -> float | None:
    """The number that a cell is or begins with; None for anything else.

    Examples
    --------
    >>> read_number("3,7"), read_number("4 = täysin samaa mieltä"), read_number("3 kertaa")
    (3.7, 4.0, None)
    """
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell) if abs(cell) < 1e15 else None
    if not isinstance(cell, str):
        return None
    text = cell.strip()
    if NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    label = LABELLED_NUMBER.fullmatch(text)
    return float(label[1]) if label else None


def looks_like_data(cell: Cell) -> bool:
    """Whether a cell can hardly be a header: a number, date, contact or a long text."""
    text = cell_text(cell)
    return (
        read_number(cell) is not None
        or is_date_like(cell)
        or CONTACT.fullmatch(text) is not None
        or len(text) > MAX_HEADER_CHARACTERS
    )


@lru_cache(maxsize=1)
def _choices() -> frozenset[str]:
    return frozenset(choice for (choice,) in read_rows("choices.tsv"))


def is_choice(text: str) -> bool:
    """Whether an answer is a ready choice: "kyllä", "jokseenkin samaa mieltä".

    Examples
    --------
    >>> is_choice("Täysin samaa mieltä."), is_choice("Jonot kasvavat")
    (True, False)
    """
    return " ".join(re.findall(r"[^\W_]+", text.casefold())) in _choices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """A column's values in short.

    ``n`` values say something, ``n_different`` of them are different. ``numbers`` are its
    different numbers in order; ``choice`` tells a column where few values repeat; ``sample`` is
    its different texts in order, at most ``MAX_SAMPLE``; ``clock`` tells times of day.
    """

    kind: Kind
    n: int = 0
    n_different: int = 0
    choice: bool = False
    numbers: tuple[float, ...] = ()
    sample: tuple[str, ...] = ()
    clock: bool = False


def _thin(values: set[Cell]) -> list[Cell]:
    """At most ``MAX_SAMPLE`` of the different values, chosen without regard to their order."""
    if all(type(cell) is str for cell in values):
        distinct = sorted(values, key=str)  # the usual case, many times as fast
    else:
        distinct = sorted(values, key=lambda cell: (cell_text(cell), type(cell).__name__))
    step = -(-len(distinct) // MAX_SAMPLE)
    return distinct[:: step or 1]


def _share(found: Iterable[bool], n: int) -> float:
    return sum(found) / n if n else 0.0


def _word_kind(words: Sequence[int]) -> Kind:
    if sum(words) / len(words) >= MIN_LONG_MEAN_WORDS or max(words) >= MIN_LONG_MAX_WORDS:
        return "long"
    return "short"


def describe_values(cells: Iterable[Cell]) -> Values:
    """Judge a column.

    Parameters
    ----------
    cells : iterable of Cell
        All cells of the column, in any order; the answer does not depend on the order.
    """
    counts: Counter[Cell] = Counter(cell for cell in cells if cell is not None)
    different: set[Cell] = {cell for cell in counts if not is_filler(cell_text(cell))}
    if not different:
        return Values(kind="empty")
    n_said = sum(counts[cell] for cell in different)
    choice = n_said >= MIN_CHOICE_VALUES and len(different) <= n_said * MAX_CHOICE_SHARE
    distinct = _thin(different)
    n = len(distinct)
    texts = tuple(sorted({cell_text(cell) for cell in distinct}))
    numbers = sorted({number for cell in distinct if (number := read_number(cell)) is not None})
    listed = _share((text.endswith(LISTED) for text in texts), len(texts)) >= MIN_SHARE
    kind: Kind
    if _share((bool(CONTACT.fullmatch(text)) for text in texts), len(texts)) >= MIN_CONTACT_SHARE:
        kind = "contact"
    elif _share((is_date_like(cell) for cell in distinct), n) >= MIN_SHARE:
        kind = "date"
    elif _share((read_number(cell) is not None for cell in distinct), n) >= MIN_SHARE:
        kind = "number"
    elif _share((bool(read_tone(text)) for text in texts), len(texts)) >= MIN_SHARE:
        kind = "tone"
    elif listed or all(is_choice(text) for text in texts):
        kind, choice = "short", True
    else:
        kind = _word_kind([len(text.split()) for text in texts])
    return Values(
        kind=kind,
        n=n_said,
        n_different=len(different),
        choice=choice,
        numbers=tuple(numbers),
        sample=texts,
        clock=any(":" in text for text in texts),
    )
