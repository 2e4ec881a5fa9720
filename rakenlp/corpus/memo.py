"""Paragraphs of a memo or an article: what is a text, a heading, or a list of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rakenlp.corpus.contents import Piece, Status
from rakenlp.corpus.dates import DateReading, read_date
from rakenlp.corpus.wordlists import read_rows
from rakenlp.finnish.voikko import open_voikko

BlockKind = Literal["heading", "paragraph", "bullet"]

# A participant's line is short: name, title, unit.
MAX_ATTENDEE_WORDS = 15
# The date stands before the first real paragraph of a memo: a long one, or a sentence.
MAX_HEAD_WORDS, MAX_HEAD_SENTENCE_WORDS = 14, 6
MAX_HEADING_WORDS = 8
NAMES = frozenset({"etunimi", "sukunimi"})
DATE = re.compile(r"(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
NUMBERED_HEADING = re.compile(r"(?:\d{1,2}[.)]|§ ?\d+|\d+ §)\s+\S")
CAPITALISED = re.compile(r"[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)*")

HEADING = "Otsikko."
ATTENDANCE = "Osallistujaluettelo: jätettiin pois henkilötietona."
PERSON = "Henkilötieto: jätettiin pois."
HEAD_LINE = "Muistion tieto (aika tai paikka)."


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. ``row`` is its line or number in the file, from 1."""

    row: int
    kind: BlockKind
    text: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in read_rows("memo.tsv"))


def _cue(block: Block) -> tuple[str, bool]:
    """The cue that a block begins with ("" for none), and whether it stands alone.

    A cue counts when a colon follows it or nothing does: "Paikalla oli väkeä" is a text.
    """
    folded = block.text.lower().strip()
    for kind, pattern in _patterns():
        found = pattern.match(folded)
        if found:
            rest = folded[found.end() :].strip()
            if not rest.strip(":") or rest.startswith(":"):
                return kind, not rest.strip(":")
    return "", False


def is_label(text: str) -> bool:
    """Whether a text is a label of a memo and nothing else: "Läsnä", "Aika:"."""
    kind, alone = _cue(Block(0, "paragraph", text))
    return bool(kind) and alone


def _names_someone(text: str) -> bool:
    words = CAPITALISED.findall(text)
    if re.match(rf"(?:\d+[.)]\s*)?{CAPITALISED.pattern}\s+{CAPITALISED.pattern}", text):
        return True
    voikko = open_voikko()
    return any(reading.word_class in NAMES for word in words for reading in voikko.readings(word))


def is_attendee(text: str) -> bool:
    """Whether a line of a list is a participant: short, with a name, and no sentence.

    Examples
    --------
    >>> is_attendee("Aino Lehtovaara, sosiaaliohjaaja (pj.)")
    True
    >>> is_attendee("Jonot kasvavat.")
    False
    """
    words = text.split()
    sentence = text.rstrip().endswith((".", "?", "!")) and not text.rstrip().endswith("pj.")
    return len(words) <= MAX_ATTENDEE_WORDS and not sentence and _names_someone(text)


def _is_heading(block: Block) -> bool:
    if block.kind == "heading":
        return True
    words = block.text.split()
    short = len(words) <= MAX_HEADING_WORDS and not re.search(r"[.?!,;]$", block.text)
    shouted = block.text.isupper() and len(block.text) > 3
    numbered = bool(NUMBERED_HEADING.match(block.text)) and not _names_someone(block.text)
    return block.kind == "paragraph" and short and (shouted or numbered)


def _find_date(blocks: Sequence[Block]) -> str:
    """The date at the head of a memo: on a line that says so, else in a title or short line."""
    head: list[Block] = []
    for block in blocks:
        sentence = block.text.rstrip().endswith(".")
        limit = MAX_HEAD_SENTENCE_WORDS if sentence else MAX_HEAD_WORDS
        long = len(block.text.split()) > limit
        if block.kind != "heading" and long and not _cue(block)[0]:
            break
        head.append(block)
    told = [block for block in head if _cue(block)[0] == "aika"]
    first = head[: 1 + next((i for i, b in enumerate(head) if _cue(b)[0] == "osallistujat"), 3)]
    for block in (*told, *first):
        found = DATE.findall(block.text)
        readings = [read_date(text) for text in found]
        good: list[DateReading] = [reading for reading in readings if reading.date]
        if good:
            return good[0].date
    return ""


def read_memo(blocks: Sequence[Block]) -> tuple[list[Piece], str]:
    """Tell texts from headings and lists of people.

    Parameters
    ----------
    blocks : sequence of Block
        Paragraphs in order.

    Returns
    -------
    pieces : list of Piece
        One for each block, in order. Participants and named persons have the status
        ``personal``: their text goes no further.
    date : str
        ``YYYY-MM-DD`` of the memo, "" when its head does not tell one.
    """
    pieces = []
    listing = False
    for block in blocks:
        status, reason, listing = _judge(block, listing)
        pieces.append(
            Piece(row=block.row, text=block.text, unit="paragraph", status=status, reason=reason)
        )
    return pieces, _find_date(blocks)


def _judge(block: Block, listing: bool) -> tuple[Status, str, bool]:
    """Status and reason of a block, and whether a list of people goes on after it."""
    kind, alone = _cue(block)
    if kind == "osallistujat":
        return "personal", ATTENDANCE, True
    if kind == "henkilö":
        return "personal", PERSON, alone
    if kind in ("aika", "paikka"):
        return "metadata", HEAD_LINE, False
    if _is_heading(block):
        return "metadata", HEADING, False
    if listing and is_attendee(block.text):
        return "personal", ATTENDANCE, True
    return "document", "", False
