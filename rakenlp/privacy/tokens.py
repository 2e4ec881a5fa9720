"""Words and sentences of a raw text, with their offsets; light and made for finding names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rakenlp.privacy.view import MARK_CLASS
from rakenlp.privacy.word_lists import word_list

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"{MARK_CLASS}"
    rf"|(?<!\w){_LETTER}\.(?=\s|{_LETTER}|$)"  # an initial: "J. Virtanen", "J.Virtanen"
    rf"|{_LETTER}[^\W_]*(?:['’´]{_LETTER}+|[-‐‑][^\W_]+|:{_LETTER}+)*"
    r"|\d+(?:[.,:]\d+)*(?:[-:]?[^\W\d_]+)?"
    r"|\.{2,}|[^\w\s]|_+"
)

_ENDERS = frozenset(".!?…")
_OPENERS = frozenset("\"”“»«'’‘([{*•-–—·✓>")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark or punctuation character at ``start`` of a text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Consecutive tokens. ``first_word`` is the index of the token that opens the sentence."""

    tokens: tuple[Token, ...]
    first_word: int

    @property
    def start(self) -> int:
        """Offset of the first token."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last token."""
        return self.tokens[-1].end


def tokenize(text: str) -> list[Token]:
    """Split a text into tokens; white space is dropped, nothing else."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _ends_sentence(before: Token, dot: Token, after: Token) -> bool:
    if dot.text[0] not in _ENDERS:
        return False
    if dot.text != ".":
        return True
    if after.text[0].islower() or after.start == dot.end:
        return False
    if before.end != dot.start:
        return True
    word = before.text.lower()
    return word not in word_list("abbreviations") and not (word.isdigit() and len(word) <= 2)


def _sentence(tokens: list[Token]) -> Sentence:
    first = next((i for i, token in enumerate(tokens) if token.text[0] not in _OPENERS), 0)
    return Sentence(tuple(tokens), first)


def sentences(text: str) -> list[Sentence]:
    """Split a text into sentences at final punctuation and line breaks.

    Too many splits are harmless here; the units are context windows, not passages.
    """
    tokens = tokenize(text)
    found: list[Sentence] = []
    current: list[Token] = []
    for index, token in enumerate(tokens):
        broken = bool(current) and "\n" in text[current[-1].end : token.start]
        if broken or (len(current) > 1 and _ends_sentence(current[-2], current[-1], token)):
            found.append(_sentence(current))
            current = []
        current.append(tokens[index])
    if current:
        found.append(_sentence(current))
    return found
