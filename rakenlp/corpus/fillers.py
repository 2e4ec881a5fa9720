"""Answers that say nothing: "-", "ei ole", "en osaa sanoa", a lone emoji."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rakenlp.corpus.wordlists import read_rows

# A longer text always says something.
MAX_FILLER_WORDS = 8
MAX_FILLER_CHARACTERS = 80
# Choices of a form come again and again.
CACHED_ANSWERS = 10_000
WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1)
def _phrases() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Whole answers, first words and further words of the data file."""
    found: dict[str, set[str]] = {"lause": set(), "alku": set(), "sana": set()}
    for kind, value in read_rows("fillers.tsv"):
        found[kind].add(value)
    return frozenset(found["lause"]), frozenset(found["alku"]), frozenset(found["sana"])


def is_filler(text: str) -> bool:
    """Whether an answer says nothing.

    An empty text, punctuation or emoji alone, a known phrase (Finnish, Swedish, English) or a
    combination of empty words that begins with a negation.

    Examples
    --------
    >>> is_filler("Ei tule mieleen..."), is_filler("👍"), is_filler("Ei ole aikaa asiakkaille")
    (True, True, False)
    """
    return len(text) <= MAX_FILLER_CHARACTERS and _says_nothing(text)


@lru_cache(maxsize=CACHED_ANSWERS)
def _says_nothing(text: str) -> bool:
    words = WORD.findall(text.casefold().replace("'", "").replace("’", ""))
    if not words:
        return True
    if len(words) > MAX_FILLER_WORDS:
        return False
    phrases, first_words, more_words = _phrases()
    if " ".join(words) in phrases:
        return True
    return words[0] in first_words and all(word in more_words for word in words[1:])


def find_fillers(texts: Iterable[str]) -> list[int]:
    """Positions of the texts that say nothing, in order."""
    return [position for position, text in enumerate(texts) if is_filler(text)]
