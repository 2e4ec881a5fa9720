"""What stands on a board besides notes: its question, groups, instructions and strays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rakenlp.corpus.board_lines import Line
from rakenlp.corpus.wordlists import read_rows

Kind = Literal["question", "group", "leftover", "instruction"]

# A question fills at most so many lines before the first group.
MAX_QUESTION_LINES = 12
MAX_TITLE_LINES = 4
# Text that nobody wrapped to a note: wider than a note gets, and than the notes of this board.
MIN_WIDE, MIN_WIDE_RATIO = 55, 1.5
# With several questions on the board, the first line is a note like the others.
MAX_OTHER_QUESTIONS = 0.3
TITLE = re.compile(r"[A-ZÅÄÖ][.)]\s+\S")
ASKED = re.compile(r"(?:kysymys|tehtävä|aihe|teema|fråga|question|topic)\b.{0,3}[:–-]", re.I)
ASKING_END = re.compile(r"[?:]$")
# A short line that asks ("Kuka päättää?") may be a note as well as the board's question.
MIN_QUESTION = 25
HEADING = re.compile(r"#{1,6}\s+\S")
INITIALS = re.compile(r"[A-ZÅÄÖ]{1,3}|\W*\d*\W*")


@dataclass(frozen=True, slots=True)
class Part:
    """Neighbouring lines that are no note: first and last index, and what they are."""

    kind: Kind
    first: int
    last: int


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    for kind, pattern in read_rows("board_frame.tsv"):
        found.setdefault(kind, []).append(pattern)
    return {kind: re.compile("|".join(f"(?:{p})" for p in ps)) for kind, ps in found.items()}


def is_instruction(text: str) -> bool:
    """Whether a text tells the users of the board what to do with its notes.

    Examples
    --------
    >>> is_instruction("Kirjoittakaa ajatuksenne keltaiselle lapulle")
    True
    >>> is_instruction("Post-it-laput eivät riitä")
    False
    """
    folded = text.lower()
    words = {found[0] for found in _patterns()["ohjesana"].finditer(folded)}
    urges = _patterns()["kehotus"].search(folded) is not None
    return len(words) >= 2 or (bool(words) and urges)


def is_tool_text(text: str) -> bool:
    """Whether the line is the whiteboard tool's own: "Unnamed area"."""
    return _patterns()["käyttöliittymä"].fullmatch(text.lower()) is not None


def is_group(text: str) -> bool:
    """Whether the line begins a group: "RYHMÄ 2:"."""
    return _patterns()["ryhmä"].fullmatch(text.lower()) is not None


def _is_stray(text: str) -> bool:
    """A single capital, as an avatar or an icon leaves."""
    return len(text) == 1 and text.isupper()


def _typical_width(lines: Sequence[Line]) -> int:
    """Width that three of four lines stay within."""
    widths = sorted(len(line.text) for line in lines)
    return widths[len(widths) * 3 // 4]


def find_frame(lines: Sequence[Line], *, items: frozenset[int] = frozenset()) -> list[Part]:
    """Find the lines that are no notes.

    Parameters
    ----------
    lines : sequence of Line
    items : frozenset of int
        Indices of the lines that begin a list item: what stands before the first is a question.

    Returns
    -------
    list of Part
        In the order of lines, never overlapping.
    """
    if not lines:
        return []
    wide = max(MIN_WIDE, MIN_WIDE_RATIO * _typical_width(lines))
    parts: list[Part] = []
    index = _question_end(lines, items, wide)
    if index:
        parts.append(Part("question", 0, index - 1))
    fresh = True  # right after a heading or at the top, where strays and titles stand
    while index < len(lines):
        part = None if index in items else _part_at(lines, index, fresh, wide)
        fresh = part is not None
        if part:
            parts.append(part)
        index = part.last + 1 if part else index + 1
    return parts


def _part_at(lines: Sequence[Line], index: int, fresh: bool, wide: float) -> Part | None:
    text = lines[index].text
    if is_group(text):
        return Part("group", index, _title_end(lines, index + 1, wide) - 1)
    if fresh and TITLE.match(text) and _area_follows(lines, index):
        return Part("group", index, _title_end(lines, index, wide) - 1)
    if is_tool_text(text) or _is_stray(text):
        return Part("leftover", index, index)
    if fresh and index and INITIALS.fullmatch(text):
        return Part("leftover", index, index)
    if len(text) >= wide and is_instruction(text):
        return Part("instruction", index, index)
    return None


def _area_follows(lines: Sequence[Line], index: int) -> bool:
    return any(is_tool_text(line.text) for line in lines[index + 1 : index + 1 + MAX_TITLE_LINES])


def _title_end(lines: Sequence[Line], index: int, wide: float) -> int:
    """Index after a group's title, which may go on for a few lines ("A. …")."""
    if index >= len(lines) or not TITLE.match(lines[index].text):
        return index
    for end in range(index + 1, min(len(lines), index + MAX_TITLE_LINES) + 1):
        if end == len(lines) or is_tool_text(lines[end].text) or is_group(lines[end].text):
            return end
    end = index + 1
    while end < len(lines) and len(lines[end - 1].text) >= wide and lines[end].text[0].islower():
        end += 1
    return end


def _question_end(lines: Sequence[Line], items: frozenset[int], wide: float) -> int:
    """Index after the board's question, 0 when it has none."""
    marks = (i for i, line in enumerate(lines) if is_group(line.text) or is_tool_text(line.text))
    mark = next(marks, len(lines))
    if items:
        first = min(*items, mark) if mark < len(lines) else min(items)
        return first if first <= MAX_QUESTION_LINES else 0
    if 0 < mark < len(lines) and mark <= MAX_QUESTION_LINES:
        head = lines[:mark]
        if TITLE.match(head[0].text):
            return 0
        title = next((i for i, line in enumerate(head) if TITLE.match(line.text)), mark)
        return title
    return _unmarked_question_end(lines, wide)


def _unmarked_question_end(lines: Sequence[Line], wide: float) -> int:
    """The question of a board without headings: wide lines, or a first block that asks."""
    first = lines[0].text
    if HEADING.match(first) or ASKED.match(first):
        return 1
    end = 0
    while end < min(len(lines) - 1, MAX_QUESTION_LINES) and len(lines[end].text) >= wide:
        end += 1
    if end:
        # The last line of a wide text is as wide as what was left of it.
        closed = re.search(r"[?:.!]$", lines[end - 1].text)
        return end if closed else end + 1
    others = sum(line.text.endswith("?") for line in lines[1:])
    if others > MAX_OTHER_QUESTIONS * len(lines):
        return 0
    return _first_block_end(lines)


def _first_block_end(lines: Sequence[Line]) -> int:
    """Index after a first block that asks: up to a larger gap, or a line that is long enough."""
    usual = min((line.blanks for line in lines[1:]), default=0)
    end = next((i for i, line in enumerate(lines) if i and line.blanks > usual), 1)
    asks = ASKING_END.search(lines[end - 1].text)
    parted = end < len(lines) and lines[end].blanks > usual and end <= MAX_QUESTION_LINES
    if asks and (parted or len(lines[0].text) >= MIN_QUESTION):
        return end
    return 0
