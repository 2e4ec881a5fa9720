"""Which words a clause denies: "ei päihdeongelmaa", "velkaa ei ole", "ilman päihteitä".

Only a denied *existence* counts. "Päihdeongelmaa ei tunnisteta" and "ei saa apua
väkivaltaan" still speak of the problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from rakenlp.phenomena.words import Word

# Words that may stand between the negation and what it denies.
MAX_LIGHT_WORDS = 4


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """Read the word lists of ``negation.tsv``: list name, word."""
    table: dict[str, set[str]] = {}
    path = Path(__file__).with_name("negation.tsv")
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        name, word = line.split("\t")
        table.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in table.items()}


def negated_words(words: Sequence[Word]) -> frozenset[int]:
    """Return the positions of the words whose existence the text denies.

    Parameters
    ----------
    words : sequence of Word

    Examples
    --------
    >>> from rakenlp.phenomena.words import split_words
    >>> sorted(negated_words(split_words("Asiakkaalla ei ole velkoja, mutta koti on.")))
    [3]
    """
    denied: set[int] = set()
    for i, word in enumerate(words):
        if is_negation(word):
            denied |= _forward(words, i) | _backward(words, i)
    return frozenset(denied)


def is_negation(word: Word) -> bool:
    """Whether a word denies: a form of *ei*, or *ilman*."""
    return bool(word.keys.keys & _lists()["negation"]) or word.surface.lower() == "ilman"


def _is_light(word: Word, name: str) -> bool:
    return bool(word.keys.keys & _lists()[name])


def _forward(words: Sequence[Word], at: int) -> set[int]:
    """Partitives after the negation, over light words and adjectives: "ei ole ollut velkaa"."""
    denied: set[int] = set()
    if at and _is_light(words[at - 1], "blocker"):
        return denied
    steps = 0
    for i in range(at + 1, len(words)):
        word = words[i]
        if word.clause != words[at].clause or _is_light(word, "blocker"):
            break
        if _is_light(word, "light") or word.surface.endswith("-"):
            steps += 1
            if word.surface.endswith("-"):
                denied.add(i)
        elif _is_light(word, "joiner") and denied:
            continue
        elif word.keys.partitive and word.keys.noun_like:
            denied.add(i)
        else:
            break
        if steps > MAX_LIGHT_WORDS:
            break
    return denied


def _backward(words: Sequence[Word], at: int) -> set[int]:
    """Partitives before "ei ole", "ei ollut", "ei todettu": "velkaa ei ole"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    if ahead is None or ahead.clause != words[at].clause or not _is_light(ahead, "existence"):
        return set()
    after = words[at + 2] if at + 2 < len(words) else None
    if after is not None and after.clause == ahead.clause and _is_light(after, "handled"):
        return set()
    denied: set[int] = set()
    for i in range(at - 1, -1, -1):
        word = words[i]
        if word.clause != words[at].clause:
            break
        if (word.keys.partitive and word.keys.noun_like) or word.surface.endswith("-"):
            denied.add(i)
        elif not (denied and _is_light(word, "joiner")) and not _is_light(word, "light"):
            break
    return denied
