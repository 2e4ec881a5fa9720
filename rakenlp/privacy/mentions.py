"""From words that are names to mentions of persons: where one ends and the next begins."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from rakenlp.privacy.name_context import ALWAYS
from rakenlp.privacy.name_features import flags_of
from rakenlp.privacy.tokens import Sentence
from rakenlp.privacy.view import PERSON
from rakenlp.records import Span

# Alone, an initial or a number is nobody's name: "A.", "III", "K".
_LONE = re.compile(r"[^\W\d_]\.?|[IVX]+(?::\w+)?")


def mention_spans(
    sentence: Sentence, words: Sequence[str], names: set[int], odds: Mapping[int, float]
) -> Iterator[Span]:
    """Yield one span for each run of name words that is one person.

    Parameters
    ----------
    sentence : Sentence
    words : sequence of str
        The sentence's words in their usual case.
    names : set of int
        Indexes of the words that are names.
    odds : mapping of int to float
        Log-odds of the capitalised words.
    """
    run: list[int] = []
    for index in sorted(names):
        if run and not (index == run[-1] + 1 and _goes_on(words[run[-1]], words[index])):
            yield from _span(sentence, words, run, odds)
            run = []
        run.append(index)
    if run:
        yield from _span(sentence, words, run, odds)


def _goes_on(word: str, following: str) -> bool:
    """Whether a name goes on: "Matti Virtanen" does, "Matin Liisa" are two persons."""
    flags = flags_of(word)
    inflected = flags["name_inflected"] and not flags["name_nominative"]
    return not (inflected and flags_of(following)["etunimi"])


def _span(
    sentence: Sentence, words: Sequence[str], run: Sequence[int], odds: Mapping[int, float]
) -> Iterator[Span]:
    if all(_LONE.fullmatch(words[index]) for index in run):
        return
    best = max((odds[index] for index in run if index in odds), default=0.0)
    rule = "name" if best > 0 else "name_small_letters"
    yield Span(
        start=sentence.tokens[run[0]].start,
        end=sentence.tokens[run[-1]].end,
        type=PERSON,
        rule="name_listed" if best >= ALWAYS else rule,
        score=round(1 / (1 + math.exp(-max(best, 0.0))), 2),
    )
