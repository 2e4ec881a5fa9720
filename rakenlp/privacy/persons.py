"""Names of people in texts.

A capitalised word gets log-odds from the name model and its context; the spaCy recogniser is
asked only about sentences where it could tip the balance, so it is never run for nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.base_forms import base_forms
from rakenlp.privacy.mentions import mention_spans
from rakenlp.privacy.name_context import NEVER, NameContext, is_title
from rakenlp.privacy.name_features import flags_of, is_candidate, usual_case
from rakenlp.privacy.name_model import name_log_odds
from rakenlp.privacy.name_ner import PERSON_LABEL, entity_labels
from rakenlp.privacy.tokens import Sentence, sentences
from rakenlp.privacy.word_lists import word_list
from rakenlp.records import Span

# What the recogniser's PERSON adds to the log-odds: little, for on persons/dev.tsv, which
# neither it nor the name model has seen, it finds one name in 400 more and as many wrong words
# as names. Its other labels take away more names than wrong words and count for nothing.
NER_PERSON = 0.5
# A capitalised word beside a name is a name from these log-odds on.
BESIDE_NAME = -1.5
# How far a word moves towards the mean of all mentions of the same name in the text. Held-out
# training documents: at recall 0.947, precision 0.77 without and 0.81 with it.
AGREEMENT = 0.7
# A text of so many letters with so small a share of ä and ö has lost them (domain.md 7.4:
# 3-5 % in sound Finnish, none in the damaged document).
LEAST_LETTERS, LOST_SHARE = 200, 0.005

# A title that opens a sentence is dropped from a name below these log-odds.
SURE = 4.0

_NOBLE = frozenset({"von", "van", "af"})
_PAIRS = frozenset({('"', '"'), ("”", "”"), ("“", "”"), ("'", "'"), ("(", ")")})
_NUMERAL = re.compile(r"(?:I{1,3}|I?V|VI{1,3}|I?X|XI{1,3})(?::\w+)?")
_ACRONYM = re.compile(r"[A-ZÅÄÖ]{2,}-")

Asked = tuple[Sequence[str], int, int]
Scorer = Callable[[Sequence[Asked]], list[float]]
Labeller = Callable[[Sequence[Sequence[str]]], list[list[str]]]


@dataclass(slots=True)
class _Judged:
    """A sentence with the log-odds of its capitalised words, by token index."""

    sentence: Sentence
    words: list[str]
    damaged: bool
    odds: dict[int, float] = field(default_factory=dict)
    names: set[int] = field(default_factory=set)

    def opens(self, index: int) -> bool:
        """Whether a word opens the sentence."""
        return index <= self.sentence.first_word

    def is_plain_opener(self, index: int) -> bool:
        """Whether a word may be capitalised only because it opens the sentence."""
        return self.opens(index) and flags_of(self.words[index])["common_in_lower_case"]


class PersonFinder:
    """Finds names; holds the settings' lists and nothing of the texts.

    Parameters
    ----------
    context : NameContext, optional
        Lists of names and of words never or always masked.
    use_pipeline : bool
        Whether the spaCy recogniser is asked at all.
    gate : bool
        Whether it is asked only where it could tip a decision (the same names, faster).
    scorer, labeller
        The name model and the recogniser; others can be put in their place.
    """

    def __init__(
        self,
        context: NameContext | None = None,
        *,
        use_pipeline: bool = True,
        gate: bool = True,
        scorer: Scorer = name_log_odds,
        labeller: Labeller = entity_labels,
    ) -> None:
        self._context = context or NameContext()
        self._use_pipeline = use_pipeline
        self._gate = gate
        self._scorer = scorer
        self._labeller = labeller

    def find(self, texts: Sequence[str]) -> list[list[Span]]:
        """Names in each text, as spans that do not overlap, left to right."""
        judged = [_judge(text) for text in texts]
        everything = [one for text in judged for one in text]
        self._score(everything)
        for text in judged:
            _agree(text)
        if self._use_pipeline:
            self._ask_recogniser(everything)
        for one in everything:
            one.odds |= self._context.ruled(one.words)
            one.names = {index for index, value in one.odds.items() if value > 0}
            _take_neighbours(one)
            _drop_title(one)
            _take_small_letters(one)
            _take_inner(one)
        return [
            [
                span
                for one in text
                for span in mention_spans(one.sentence, one.words, one.names, one.odds)
            ]
            for text in judged
        ]

    def _score(self, judged: Sequence[_Judged]) -> None:
        places = [
            (one, index)
            for one in judged
            for index, word in enumerate(one.words)
            if is_candidate(word)
        ]
        odds = self._scorer([(one.words, i, one.sentence.first_word) for one, i in places])
        for (one, index), value in zip(places, odds, strict=True):
            one.odds[index] = value + self._context.adjustment(
                one.words, index, opens=one.opens(index), damaged=one.damaged
            )

    def _ask_recogniser(self, judged: Sequence[_Judged]) -> None:
        asked = [one for one in judged if not self._gate or _could_tip(one)]
        for one, labels in zip(asked, self._labeller([one.words for one in asked]), strict=True):
            for index in one.odds:
                if labels[index] == PERSON_LABEL:
                    one.odds[index] += NER_PERSON


def _judge(text: str) -> list[_Judged]:
    damaged = _has_lost_dots(text)
    return [_Judged(sentence, usual_case(sentence), damaged) for sentence in sentences(text)]


def _has_lost_dots(text: str) -> bool:
    if len(text) < LEAST_LETTERS:
        return False
    letters = sum(char.isalpha() for char in text)
    dots = sum(text.count(char) for char in "äöÄÖ")
    return letters >= LEAST_LETTERS and dots < LOST_SHARE * letters


def _agree(text: Sequence[_Judged]) -> None:
    """Let mentions that can be the same name agree: each moves towards their mean."""
    places = [
        (one, index, base_forms(one.words[index]))
        for one in text
        for index in one.odds
        if not one.is_plain_opener(index)
    ]
    mentions: dict[str, list[float]] = {}
    for one, index, bases in places:
        for base in bases:
            mentions.setdefault(base, []).append(one.odds[index])
    means = {base: (len(odds), math.fsum(odds) / len(odds)) for base, odds in mentions.items()}
    for one, index, bases in places:
        count, mean = max(means[base] for base in bases)
        if count > 1:
            one.odds[index] += AGREEMENT * (mean - one.odds[index])


def _could_tip(one: _Judged) -> bool:
    """Whether the recogniser could move some word of the sentence over a threshold.

    The thresholds are 0 and, beside a name, ``BESIDE_NAME``; so the gate loses nothing.
    """
    return any(BESIDE_NAME - NER_PERSON < value <= 0 for value in one.odds.values())


def _take_neighbours(one: _Judged) -> None:
    """Take in capitalised words beside a name, as far as they go."""
    waiting = sorted(one.names)
    while waiting:
        index = waiting.pop()
        for beside in (index - 1, index + 1):
            if (
                beside not in one.names
                and one.odds.get(beside, NEVER) > BESIDE_NAME
                and not one.is_plain_opener(beside)
                and not _ACRONYM.match(one.words[beside])
            ):
                one.names.add(beside)
                waiting.append(beside)


def _drop_title(one: _Judged) -> None:
    """Leave out a title that opens the sentence: "Senaattori Oravainen"."""
    index = one.sentence.first_word
    if {index, index + 1} <= one.names and one.odds[index] < SURE and one.is_plain_opener(index):
        flags = flags_of(one.words[index])
        if not flags["etunimi"] and not flags["sukunimi"]:
            one.names.discard(index)


def _take_inner(one: _Judged) -> None:
    """Take in what stands inside a name: a nickname's quotes, a king's number."""
    words = one.words
    for index in range(1, len(words)):
        if index - 1 not in one.names:
            continue
        if _NUMERAL.fullmatch(words[index]):
            one.names.add(index)
        close = index + 1
        while close in one.names:
            close += 1
        if index + 1 < close < len(words) and (words[index], words[close]) in _PAIRS:
            one.names |= {index, close}


@lru_cache(maxsize=50_000)
def _is_only(word: str, kind: str) -> bool:
    readings = open_voikko().readings(word)
    return bool(readings) and all(reading.word_class == kind for reading in readings)


@lru_cache(maxsize=50_000)
def _has(word: str, kind: str) -> bool:
    return any(reading.word_class == kind for reading in open_voikko().readings(word))


def _take_small_letters(one: _Judged) -> None:
    """Names without a capital: "pekka virtanen", "virtasen reijo", "äiti pirjo", "Pekka virtanen", "von"."""
    words = one.words
    for index, word in enumerate(words):
        if index in one.odds or not word[:1].islower():
            continue
        before = words[index - 1] if index else ""
        after = words[index + 1] if index + 1 < len(words) else ""
        full = _is_full_name(word, after) or _is_surname_first(word, after)
        if after[:1].islower() and index + 1 not in one.odds and full:
            one.names |= {index, index + 1}
        last = index - 1 in one.names and _is_only(word, "sukunimi")
        first = (index + 1 in one.names or is_title(before)) and _is_only(word, "etunimi")
        inner = word in word_list("particles") and {index - 1, index + 1} <= one.names
        inner = inner or (word in _NOBLE and index + 1 in one.names)
        if last or first or inner:
            one.names.add(index)


def _is_surname_first(last: str, first: str) -> bool:
    """Whether two small-letter words are a name told surname first: "virtasen reijo"."""
    genitive = last.endswith("n") and flags_of(last)["sukunimi"]
    return genitive and _is_only(first, "etunimi")


def _is_full_name(first: str, last: str) -> bool:
    """Whether two small-letter words are a first name and a surname, at least one surely."""
    if not _has(first, "etunimi") or not _has(last, "sukunimi"):
        return False
    sure = _is_only(first, "etunimi") or _is_only(last, "sukunimi")
    return sure and flags_of(first)["name_nominative"]
