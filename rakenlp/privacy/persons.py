"""Names of people in texts.

A capitalised word gets log-odds from the name model and its context; the spaCy recogniser is
asked only about sentences where it could tip the balance, so it is never run for nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.base_forms import base_forms
from rakenlp.privacy.name_context import ALWAYS, NEVER, NameContext, is_title
from rakenlp.privacy.name_features import TYPE_FLAGS, is_candidate, type_flags, usual_case
from rakenlp.privacy.name_model import name_log_odds
from rakenlp.privacy.name_ner import OTHER_LABELS, PERSON_LABEL, entity_labels
from rakenlp.privacy.tokens import Sentence, sentences
from rakenlp.privacy.view import PERSON
from rakenlp.privacy.word_lists import word_list
from rakenlp.records import Span

# What the recogniser's label adds to the log-odds. Its precision on text it was not trained on
# is 0.83 and its recall 0.78 (persons/dev.tsv), hence a nudge and no verdict.
NER_PERSON, NER_OTHER = 1.0, -0.5
# A capitalised word beside a name is a name from these log-odds on.
BESIDE_NAME = -1.5
# How far a word moves towards the mean of all mentions of the same name in the text. Held-out
# training documents: at recall 0.947, precision 0.77 without and 0.81 with it.
AGREEMENT = 0.7

Asked = tuple[Sequence[str], int, int]
Scorer = Callable[[Sequence[Asked]], list[float]]
Labeller = Callable[[Sequence[Sequence[str]]], list[list[str]]]


def flags_of(word: str) -> dict[str, bool]:
    """Flags of a word form by name."""
    return dict(zip(TYPE_FLAGS, type_flags(word), strict=True))


@dataclass(slots=True)
class _Judged:
    """A sentence with the log-odds of its capitalised words, by token index."""

    sentence: Sentence
    words: list[str]
    odds: dict[int, float]
    names: set[int]

    def is_plain_opener(self, index: int) -> bool:
        """Whether a word may be capitalised only because it opens the sentence."""
        return (
            index <= self.sentence.first_word
            and flags_of(self.words[index])["common_in_lower_case"]
        )


class PersonFinder:
    """Finds names; holds the settings' lists and nothing of the texts."""

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
        judged = [[_Judged(s, usual_case(s), {}, set()) for s in sentences(text)] for text in texts]
        everything = [one for text in judged for one in text]
        self._score(everything)
        for text in judged:
            _agree(text)
        if self._use_pipeline:
            self._ask_recogniser(everything)
        for text in judged:
            self._decide(text)
        return [_spans(text) for text in judged]

    def _score(self, judged: Sequence[_Judged]) -> None:
        places = [
            (one, index)
            for one in judged
            for index, token in enumerate(one.sentence.tokens)
            if is_candidate(token)
        ]
        odds = self._scorer([(one.words, i, one.sentence.first_word) for one, i in places])
        for (one, index), value in zip(places, odds, strict=True):
            one.odds[index] = value + self._context.adjustment(one.words, index)

    def _ask_recogniser(self, judged: Sequence[_Judged]) -> None:
        """Add the recogniser's opinion where it could change a decision."""
        asked = [one for one in judged if not self._gate or _could_tip(one)]
        for one, labels in zip(asked, self._labeller([one.words for one in asked]), strict=True):
            for index in one.odds:
                if labels[index] == PERSON_LABEL:
                    one.odds[index] += NER_PERSON
                elif labels[index] in OTHER_LABELS:
                    one.odds[index] += NER_OTHER

    def _decide(self, text: Sequence[_Judged]) -> None:
        for one in text:
            one.odds |= self._context.ruled(one.words)
            one.names = {index for index, value in one.odds.items() if value > 0}
            _take_neighbours(one)
            _take_small_letters(one)


def _agree(text: Sequence[_Judged]) -> None:
    """Let mentions that can be the same name agree: each moves towards their mean."""
    mentions: dict[str, list[float]] = {}
    places = [
        (one, index, base_forms(one.words[index]))
        for one in text
        for index in one.odds
        if not one.is_plain_opener(index)
    ]
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
    return any(BESIDE_NAME - NER_PERSON < value <= -NER_OTHER for value in one.odds.values())


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
            ):
                one.names.add(beside)
                waiting.append(beside)


def _is_only(word: str, kind: str) -> bool:
    readings = open_voikko().readings(word)
    return bool(readings) and all(reading.word_class == kind for reading in readings)


def _take_small_letters(one: _Judged) -> None:
    """Names without a capital: "pekka virtanen", "äiti pirjo", "Pekka virtanen", "von"."""
    words = one.words
    for index, word in enumerate(words):
        if index in one.odds or not word[:1].islower():
            continue
        before = words[index - 1] if index else ""
        first_name = flags_of(word)["etunimi"]
        after = words[index + 1] if index + 1 < len(words) else ""
        if first_name and after[:1].islower() and _full_name(word, after):
            one.names |= {index, index + 1}
        last = _is_only(word, "sukunimi") and index - 1 in one.names
        first = _is_only(word, "etunimi") and (index + 1 in one.names or is_title(before))
        if (
            last
            or first
            or (word in word_list("particles") and {index - 1, index + 1} <= one.names)
        ):
            one.names.add(index)


def _full_name(first: str, last: str) -> bool:
    """Whether two small-letter words are a first name and a surname, at least one surely."""
    flags, last_flags = flags_of(first), flags_of(last)
    if not (flags["name_nominative"] and last_flags["sukunimi"]):
        return False
    return _is_only(first, "etunimi") or _is_only(last, "sukunimi")


def _belongs(one: _Judged, left: int, right: int) -> bool:
    """Whether the name at ``left`` goes on at ``right``: "Matti Virtanen", not "Matin Liisa"."""
    flags = flags_of(one.words[left])
    inflected_only = flags["name_inflected"] and not flags["name_nominative"]
    return not (inflected_only and flags_of(one.words[right])["etunimi"])


def _spans(text: Sequence[_Judged]) -> list[Span]:
    spans: list[Span] = []
    for one in text:
        run: list[int] = []
        for index in sorted(one.names):
            if run and not (index == run[-1] + 1 and _belongs(one, run[-1], index)):
                spans.append(_span(one, run))
                run = []
            run.append(index)
        if run:
            spans.append(_span(one, run))
    return spans


def _span(one: _Judged, run: Sequence[int]) -> Span:
    tokens = one.sentence.tokens
    best = max((one.odds[index] for index in run if index in one.odds), default=0.0)
    rule = "name_listed" if best >= ALWAYS else "name" if best else "name_small_letters"
    return Span(
        start=tokens[run[0]].start,
        end=tokens[run[-1]].end,
        type=PERSON,
        rule=rule,
        score=round(1 / (1 + math.exp(-max(best, 0.0))), 2),
    )
