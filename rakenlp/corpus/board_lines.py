"""The lines of a board's text, and the habits of whoever or whatever wrote them down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from rakenlp.corpus.wordlists import read_rows

BULLET = re.compile(r"([-–—•*·▪◦‣●○►✓✔☐□➢→]|o(?=\s))\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
MIN_LIST_ITEMS = 3
# With wrapped items, at least so many lines of a bulleted board begin with a bullet.
MIN_BULLET_SHARE = 0.25
# Blank lines part notes when what they part is of a note's size.
MAX_BLOCK_WORDS = 25
MIN_BLOCKS = 3
# Log-odds for a border: at a gap that parts blocks, inside a block, where gaps may be chance.
LARGE_GAP, SMALL_GAP, DOUBTFUL_GAP = 6.0, -2.5, 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text. ``number`` counts from 1; ``blanks`` are the blank lines before it.

    ``marker`` is a bullet or number that was taken off its beginning; ``padded`` tells a
    space at its end, which some tools leave only at the end of a note.
    """

    number: int
    text: str
    blanks: int
    padded: bool
    marker: str = ""

    @property
    def n_words(self) -> int:
        """Words parted by white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Habits:
    """How borders show: evidence (log-odds) that white space gives for a border before a line."""

    listed: bool
    gaps: dict[int, float]


@lru_cache(maxsize=1)
def conjunctions() -> frozenset[str]:
    """Words that go on with a sentence: conjunctions and relative pronouns."""
    return frozenset(word for (word,) in read_rows("conjunctions.tsv"))


def read_lines(text: str) -> list[Line]:
    """The lines with text, trimmed."""
    lines, blanks = [], 0
    for number, raw in enumerate(text.splitlines(), start=1):
        if raw.strip():
            lines.append(Line(number, raw.strip(), blanks, raw != raw.rstrip()))
            blanks = 0
        else:
            blanks += 1
    return lines


def _marker(line: Line, pattern: re.Pattern[str]) -> str:
    found = pattern.match(line.text)
    return found[0] if found else ""


def find_list(lines: Sequence[Line]) -> dict[int, str]:
    """Index → marker of the lines that begin an item; empty when the lines are no list.

    A bulleted list uses one bullet over and over; a numbered one counts 1, 2, 3 …
    """
    bullets = Counter(marker.strip() for line in lines if (marker := _marker(line, BULLET)))
    if bullets:
        sign, n = min(bullets.items(), key=lambda item: (-item[1], item[0]))
        if n >= max(MIN_LIST_ITEMS, MIN_BULLET_SHARE * len(lines)):
            found = {index: _marker(line, BULLET) for index, line in enumerate(lines)}
            return {index: mark for index, mark in found.items() if mark.strip() == sign}
    items: dict[int, str] = {}
    for index, line in enumerate(lines):
        number = NUMBER.match(line.text)
        if number and int(number[1]) == len(items) + 1:
            items[index] = number[0]
    enough = max(MIN_LIST_ITEMS, MIN_BULLET_SHARE * len(lines))
    return items if len(items) >= enough else {}


def find_habits(lines: Sequence[Line], *, listed: bool) -> Habits:
    """Judge whether blank lines tell borders.

    When every line is followed by as many blank lines, they tell nothing. When larger gaps
    part blocks of a note's size, a larger gap is a border and a smaller one most likely not.
    """
    sizes = Counter(line.blanks for line in lines[1:])
    if len(sizes) < 2:
        return Habits(listed, {})
    small = min(sizes)
    blocks, words = [], 0
    for index, line in enumerate(lines):
        if index and line.blanks > small:
            blocks.append(words)
            words = 0
        words += line.n_words
    blocks.append(words)
    tells = len(blocks) >= MIN_BLOCKS and median(blocks) <= MAX_BLOCK_WORDS
    large, smallest = (LARGE_GAP, SMALL_GAP) if tells else (DOUBTFUL_GAP, 0.0)
    return Habits(listed, {size: smallest if size == small else large for size in sizes})


def join_lines(texts: Sequence[str]) -> str:
    """One text of wrapped lines; no character is lost.

    A line that ends in a hyphen is joined to the next without a space ("te-" +
    "ammattilaiset"), unless a conjunction follows ("päihde-" + "ja").

    Examples
    --------
    >>> join_lines(["kunnan hyte-", "koordinaattorit"])
    'kunnan hyte-koordinaattorit'
    """
    joined = texts[0] if texts else ""
    for text in texts[1:]:
        follows = text.split(maxsplit=1)[0].strip(",.;:").lower()
        hyphen = re.search(r"\w-$", joined) and text[0].isalpha() and follows not in conjunctions()
        joined += text if hyphen else f" {text}"
    return joined
