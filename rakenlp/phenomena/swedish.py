"""Swedish texts: recognised by their function words, read by the beginnings of words."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Words that stand in nearly every Swedish sentence and in no Finnish one.
# ("en", "i" and "vi" are left out: colloquial Finnish has them too.)
_FUNCTION_WORDS = frozenset(
    [
        "och", "att", "är", "för", "inte", "som", "med", "det", "den", "på", "till", "av", "har",
        "om", "från", "när", "vid", "kan", "ska", "men", "eller", "också", "utan", "inga", "inget",
        "många", "barnen", "finns", "ett", "efter", "får", "blir", "hos", "sig", "under", "så",
        "eftersom", "mycket", "mer", "alla", "hon", "han", "klienten", "familjer", "bara",
    ]
)  # fmt: skip

# One such word may be a slip or a name; two different ones are not.
MIN_FUNCTION_WORDS = 2
MIN_SHARE = 0.12

# Shorter beginnings would be found inside other words by chance.
COMPOUND_LETTERS = 7

_WORD = re.compile(r"[^\W\d_]+")


def looks_swedish(text: str) -> bool:
    """Whether a text is Swedish: two different function words, an eighth of all words."""
    words = [word.lower() for word in _WORD.findall(text)]
    hits = [word for word in words if word in _FUNCTION_WORDS]
    return len(set(hits)) >= MIN_FUNCTION_WORDS and len(hits) >= MIN_SHARE * len(words)


class SwedishTriggers:
    """Beginnings of Swedish words (or phrases) of each class."""

    def __init__(self, beginnings: Mapping[str, tuple[str, ...]]) -> None:
        self._patterns = {
            name: re.compile(
                r"\b(?:" + "|".join(_pattern(item) for item in items) + ")", re.IGNORECASE
            )
            for name, items in beginnings.items()
            if items
        }

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """Class id → the distinct words found, in text order; classes without any are left out."""
        found = {}
        for name, pattern in self._patterns.items():
            words = tuple(
                dict.fromkeys(
                    re.sub(r"\s+", " ", match[0]).strip() for match in pattern.finditer(text)
                )
            )
            if words:
                found[name] = words
        return found


def _pattern(beginning: str) -> str:
    """A trailing space asks for the whole word; otherwise the word may go on.

    A long beginning is also found inside a compound ("ungdomspsykiatrin").
    """
    escaped = re.escape(beginning.strip()).replace(r"\ ", r"\s+")
    before = r"\w*" if len(beginning) >= COMPOUND_LETTERS else ""
    return before + escaped + (r"\b" if beginning.endswith(" ") else r"\w*")
