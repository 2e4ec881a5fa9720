"""A text as the recognisers see it: every placeholder is one character.

Redaction repeats until nothing more is found. Because a placeholder looks the same to the
recognisers whatever its number, and whether it stood in the given text or was made a moment
ago, redacting a redacted text finds nothing and changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rakenlp.records import Span

PERSON = "HENKILÖ"

# Order is the order of the characters below; a new type goes last.
TYPES = (
    PERSON,
    "HENKILÖTUNNUS",
    "PUHELIN",
    "OSOITE",
    "SÄHKÖPOSTI",
    "SYNTYMÄAIKA",
    "TILINUMERO",
    "REKISTERINUMERO",
    "ASIANUMERO",
    "KÄYTTÄJÄTUNNUS",
    "VERKKO-OSOITE",
)

# Private-use characters: no real text has them, and one that does is seen as U+FFFD.
MARKS = {name: chr(0xE000 + number) for number, name in enumerate(TYPES)}
MARK_CLASS = f"[{chr(0xE000)}-{chr(0xE000 + len(TYPES) - 1)}]"

PLACEHOLDER = re.compile(rf"\[(?:{PERSON} [1-9]\d*|{'|'.join(TYPES[1:])})\]")

# What looks the same is made the same, one character for one: spaces, dashes, apostrophes and
# full-width signs, so that the patterns of the rules stay short.
_SAME = str.maketrans(
    {
        **dict.fromkeys("\t\u00a0\u2007\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("’‘´`ʼ", "'"),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "＠": "@",
        **{chr(code): "\ufffd" for code in range(0xE000, 0xF900)},
    }
)
# What cannot be seen is left out, and a letter with loose accents is joined.
_LOOSE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]|[^\u0300-\u036f][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class View:
    """A text with marks for placeholders, and where each of its characters came from.

    Character ``i`` of ``text`` stands for ``given[starts[i]:ends[i]]``.
    """

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, given: str) -> View:
        """See a given text: placeholders become marks, look-alikes the same character."""
        positions = list(range(len(given)))
        view = cls(given.translate(_SAME), positions, [position + 1 for position in positions])
        loose = [
            (match.start(), match.end(), unicodedata.normalize("NFC", match.group()))
            if len(match.group()) > 1
            else (match.start(), match.end(), "")
            for match in _LOOSE.finditer(view.text)
        ]
        view = view._replaced([item for item in loose if len(item[2]) < 2])
        return view.mask(
            Span(
                start=match.start(),
                end=match.end(),
                type=match.group()[1:-1].split(" ")[0],
                rule="placeholder",
                score=1.0,
            )
            for match in PLACEHOLDER.finditer(view.text)
        )

    def _replaced(self, pieces: list[tuple[int, int, str]]) -> View:
        """Return the view with each ``text[start:end]`` as one character or none."""
        if not pieces:
            return self
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, new in pieces:
            text += (self.text[done:start], new)
            starts += self.starts[done:start]
            ends += self.ends[done:start]
            if new:
                starts.append(self.starts[start])
                ends.append(self.ends[end - 1])
            done = end
        text.append(self.text[done:])
        return View("".join(text), starts + self.starts[done:], ends + self.ends[done:])

    def mask(self, spans: Iterable[Span]) -> View:
        """Return the view with each span (offsets in this view, none overlapping) as one mark."""
        ordered = sorted(spans, key=lambda span: span.start)
        return self._replaced([(span.start, span.end, MARKS[span.type]) for span in ordered])

    def in_given(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the given text of ``text[start:end]``."""
        return self.starts[start], self.ends[end - 1]
