"""A text as the recognisers see it: every placeholder is one character.

Redaction repeats until nothing more is found. Because a placeholder looks the same to the
recognisers whatever its number, and whether it stood in the given text or was made a moment
ago, redacting a redacted text finds nothing and changes nothing.
"""

from __future__ import annotations

import re
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

# Private-use characters: no real text has them, and one that does is shown as U+FFFD.
MARKS = {name: chr(0xE000 + number) for number, name in enumerate(TYPES)}
MARK_CLASS = f"[{chr(0xE000)}-{chr(0xE000 + len(TYPES) - 1)}]"

PLACEHOLDER = re.compile(rf"\[(?:{PERSON} [1-9]\d*|{'|'.join(TYPES[1:])})\]")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


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
        """See a given text: its placeholders become marks."""
        clean = _PRIVATE_USE.sub("�", given)
        positions = list(range(len(clean)))
        plain = cls(clean, positions, [position + 1 for position in positions])
        return plain.mask(
            Span(
                start=match.start(),
                end=match.end(),
                type=match.group()[1:-1].split(" ")[0],
                rule="placeholder",
                score=1.0,
            )
            for match in PLACEHOLDER.finditer(clean)
        )

    def mask(self, spans: Iterable[Span]) -> View:
        """Return the view with each span (offsets in this view, none overlapping) as one mark."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for span in sorted(spans, key=lambda item: item.start):
            pieces += (self.text[done : span.start], MARKS[span.type])
            starts += self.starts[done : span.start]
            ends += self.ends[done : span.start]
            starts.append(self.starts[span.start])
            ends.append(self.ends[span.end - 1])
            done = span.end
        if not done:
            return self
        pieces.append(self.text[done:])
        return View("".join(pieces), starts + self.starts[done:], ends + self.ends[done:])

    def in_given(self, span: Span) -> Span:
        """Return the span with its offsets in the given text."""
        return Span(
            start=self.starts[span.start],
            end=self.ends[span.end - 1],
            type=span.type,
            rule=span.rule,
            score=span.score,
        )


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Keep spans that do not overlap: the longest first, then the surest, then the leftmost."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, -s.score, s.start, s.type)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
