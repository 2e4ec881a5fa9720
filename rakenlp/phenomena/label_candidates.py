"""Phrases that could name a cluster, and how well each would."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rakenlp.phenomena.noun_phrases import NounPhrase, write_phrase
from rakenlp.phenomena.terms import fillers
from rakenlp.phenomena.wordkeys import word_keys


@dataclass(frozen=True, slots=True)
class PhraseCandidate:
    """A phrase with its place among the cluster's reports (``share``, 0–1) and ``score``."""

    text: str
    key: tuple[str, ...]
    share: float
    lift: float
    score: float


def count_records(phrases: Sequence[Mapping[str, list[NounPhrase]]]) -> Counter[tuple[str, ...]]:
    """Count the reports of all clusters that hold each phrase."""
    counts: Counter[tuple[str, ...]] = Counter()
    for cluster in phrases:
        for found in cluster.values():
            counts.update({phrase.key for phrase in found})
    return counts


def rank_phrases(
    found: Mapping[str, list[NounPhrase]],
    everywhere: Counter[tuple[str, ...]],
    n_records: int,
    terms: Sequence[str],
) -> list[PhraseCandidate]:
    """PhraseCandidates of one cluster, best first.

    The score is ``share · log2(1 + lift)`` of the phrase plus half of how well its words
    are the cluster's terms, a little less for a fourth and fifth word.
    """
    inside: dict[tuple[str, ...], set[str]] = {}
    forms: dict[tuple[str, ...], Counter[tuple[NounPhrase, bool]]] = {}
    for record, phrases in found.items():
        for phrase in phrases:
            inside.setdefault(phrase.key, set()).add(record)
            plain = NounPhrase(phrase.words, phrase.key, False, phrase.adjectives)
            forms.setdefault(phrase.key, Counter())[plain, phrase.plural] += 1
    size = max(len(found), 1)
    rest = max(n_records - size, 0)
    weight = {term: 1 / (1 + 0.25 * i) for i, term in enumerate(terms)}
    candidates = []
    for key in sorted(inside):
        n_inside = len(inside[key])
        outside = (everywhere[key] - n_inside + 0.5) / (rest + 1)
        share = n_inside / size
        lift = share / outside
        own = _term_weight(key, weight)
        if not own and n_inside < 2:
            continue
        score = share * math.log2(1 + lift) + 0.5 * own - 0.1 * max(len(key) - 3, 0)
        text = _best_form(forms[key])
        candidates.append(PhraseCandidate(text, key, share, lift, round(score, 9)))
    return sorted(candidates, key=lambda item: (-item.score, item.text))


def _best_form(forms: Counter[tuple[NounPhrase, bool]]) -> str:
    """Write a phrase in the number and with the attributes that it mostly has."""
    plural = 2 * sum(n for (_, many), n in forms.items() if many) > sum(forms.values())
    words: Counter[NounPhrase] = Counter()
    for (phrase, _), n in forms.items():
        words[phrase] += n
    best = min(words, key=lambda phrase: (-words[phrase], phrase.words))
    return write_phrase(best, plural=plural)


def _term_weight(key: tuple[str, ...], weight: Mapping[str, float]) -> float:
    """Mean weight of a phrase's words as terms; a compound also by its parts, fillers less."""
    held = fillers()
    values = []
    for word in key:
        parts = word_keys(word).keys - {word}
        own = max([weight.get(word, 0.0), *(0.7 * weight.get(part, 0.0) for part in parts)])
        values.append(own * (0.5 if word in held else 1.0))
    longer_is_clearer = 1.0 if len(key) == 1 else 1.25
    return longer_is_clearer * sum(values) / len(values)
