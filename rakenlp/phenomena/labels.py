"""Names of clusters: Finnish nominative noun phrases, different for every sibling."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rakenlp.phenomena.label_candidates import PhraseCandidate, count_records, rank_phrases
from rakenlp.phenomena.noun_phrases import NounPhrase, Token, find_phrases
from rakenlp.phenomena.taxonomy import TaxonomyClass
from rakenlp.phenomena.terms import fillers
from rakenlp.phenomena.wordkeys import fold, word_keys
from rakenlp.records import Tag

# A class names a cluster when it stands in at least half of its reports.
DOMINANT_SHARE = 0.5

# Beside a class name a phrase is said only if it stands in this share of the reports,
# in this many of them (in all of a cluster of two), and this many times more often here
# than elsewhere. Less than that is chance as easily as subject.
TELLING_SHARE = 0.4
TELLING_REPORTS = 3
TELLING_LIFT = 3.0

# A general class ("jono") must be that much commoner than a more telling one.
GENERAL_WEIGHT = 0.6

# How many passages a cluster's label is made from, the most central first.
MAX_LABEL_PASSAGES = 300

UNNAMED = "Nimeämätön ilmiö"
SWEDISH = "Ruotsinkieliset havainnot"
_ORDINALS = ("toinen", "kolmas", "neljäs", "viides", "kuudes", "seitsemäs", "kahdeksas")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelCluster:
    """What a label is made from: one cluster's passages, the most central first.

    ``records``, ``languages``, ``tags`` and ``tokens`` are aligned, one entry a passage;
    ``terms`` are the cluster's terms, best first.
    """

    cluster: int
    records: tuple[str, ...]
    languages: tuple[str, ...]
    tags: tuple[Sequence[Tag], ...]
    tokens: tuple[Sequence[Token], ...]
    terms: tuple[str, ...]


def label_clusters(
    clusters: Sequence[LabelCluster], classes: Mapping[str, TaxonomyClass]
) -> dict[int, str]:
    """Name each cluster.

    A class of the taxonomy that stands in half of a cluster's reports gives its name, with
    a phrase of the cluster's own after a colon where one sets it apart, and always where two
    clusters have the same class. Otherwise the best phrase is the name. Names hold no
    placeholder, person, place or number, and no two are alike.

    Parameters
    ----------
    clusters : sequence of LabelCluster
        In the order in which names are given out: of two clusters that would have the same
        name the first gets it.
    classes : mapping of str to TaxonomyClass

    Returns
    -------
    dict of int to str
    """
    phrases = [_phrases_by_record(item) for item in clusters]
    everywhere = count_records(phrases)
    n_records = sum(len(item) for item in phrases)
    overall = _class_shares(clusters)
    ranked = [
        rank_phrases(found, everywhere, n_records, item.terms)
        for item, found in zip(clusters, phrases, strict=True)
    ]
    chosen = [dominant_class(item, overall, classes) for item in clusters]
    siblings = Counter(name for name in chosen if name)
    taken: set[str] = set()
    labels: dict[int, str] = {}
    for item, candidates, name in zip(clusters, ranked, chosen, strict=True):
        options = _options(item, candidates, classes.get(name), siblings[name] > 1)
        label = next((text for text in options if text.lower() not in taken), "")
        label = label or _spare_name(taken)
        taken.add(label.lower())
        labels[item.cluster] = label
    return labels


def dominant_class(
    item: LabelCluster,
    overall: Mapping[str, float],
    classes: Mapping[str, TaxonomyClass],
) -> str:
    """Return the class of half of the reports that is most the cluster's own, or "".

    ``overall`` is each class's share of all reports: of two classes the one that is rarer
    elsewhere says more ("jono" stands everywhere, "psykiatria" here).
    """
    shares = {name: share for name, share in _shares(item).items() if share >= DOMINANT_SHARE}
    surest = Counter[str]()
    for tags in item.tags:
        for tag in tags:
            surest[tag.id] += round(1000 * tag.score)
    telling = {
        name: share
        * (1 + math.log(max(share / overall[name], 1.0)))
        * (GENERAL_WEIGHT if classes[name].general else 1.0)
        for name, share in shares.items()
    }
    return min(
        telling, key=lambda name: (-round(telling[name], 6), -surest[name], name), default=""
    )


def _shares(item: LabelCluster) -> dict[str, float]:
    """Share of the cluster's reports that have each class."""
    records: dict[str, set[str]] = {}
    for record, tags in zip(item.records, item.tags, strict=True):
        for tag in tags:
            records.setdefault(tag.id, set()).add(record)
    total = len(set(item.records))
    return {name: len(found) / total for name, found in sorted(records.items())}


def _class_shares(clusters: Sequence[LabelCluster]) -> dict[str, float]:
    sizes = [len(set(item.records)) for item in clusters]
    total: Counter[str] = Counter()
    for item, size in zip(clusters, sizes, strict=True):
        for name, share in _shares(item).items():
            total[name] += share * size  # type: ignore[assignment]
    return {name: value / sum(sizes) for name, value in total.items()}


def _phrases_by_record(item: LabelCluster) -> dict[str, list[NounPhrase]]:
    found: dict[str, list[NounPhrase]] = {}
    rows = zip(item.records, item.tokens, strict=True)
    for i, (record, tokens) in enumerate(rows):
        if i >= MAX_LABEL_PASSAGES:
            break
        found.setdefault(record, []).extend(find_phrases(tokens))
    return found


def _options(
    item: LabelCluster,
    candidates: Sequence[PhraseCandidate],
    found: TaxonomyClass | None,
    shared: bool,
) -> list[str]:
    """Possible names of a cluster, the best first."""
    if found is None:
        if item.languages and all(language == "sv" for language in item.languages):
            return [SWEDISH]
        solid = [c for c in candidates if not all(word in fillers() for word in c.key)]
        return [*(capital(c.text) for c in solid), *_from_terms(item)]
    size = len(set(item.records))
    fresh = [c for c in candidates if not _says_the_same(c, found)]
    named = [f"{found.name}: {c.text}" for c in fresh]
    telling = [
        f"{found.name}: {c.text}"
        for c in fresh
        if c.share >= TELLING_SHARE
        and c.lift >= TELLING_LIFT
        and round(c.share * size) >= max(2, min(TELLING_REPORTS, size))
    ]
    if shared:
        return [*telling, *named, found.name, *(capital(c.text) for c in candidates)]
    return [*telling[:1], found.name, *named, *(capital(c.text) for c in candidates)]


def _says_the_same(candidate: PhraseCandidate, found: TaxonomyClass) -> bool:
    """Whether every word of a phrase is already in the class's name ("häädön uhka")."""
    name = {
        fold(key)
        for word in found.name.replace(",", " ").replace("-", " ").split()
        for key in word_keys(word).keys
        if len(key) > 3
    }
    held = fillers()
    return all(
        word in held or any(fold(key) in name for key in word_keys(word).keys if len(key) > 3)
        for word in candidate.key
    )


def _from_terms(item: LabelCluster) -> list[str]:
    """Return a name from the cluster's terms that are nouns, where it has no phrase."""
    nouns = list(
        dict.fromkeys(
            token.lemma.lower()
            for term in item.terms
            for tokens in item.tokens
            for token in tokens
            if token.usable and token.upos == "NOUN" and token.lemma.lower() == term
        )
    )
    pairs = [
        f"{capital(a)} ja {b}" for a, b in zip(nouns[:1] * len(nouns), nouns[1:], strict=False)
    ]
    return [*pairs, *(capital(noun) for noun in nouns)]


def _spare_name(taken: set[str]) -> str:
    """A name when there is nothing to name a cluster by; still no two alike."""
    names = [UNNAMED, *(f"{capital(word)} {UNNAMED.lower()}" for word in _ORDINALS)]
    name = next((name for name in names if name.lower() not in taken), "")
    longer = f"Vielä yksi {UNNAMED.lower()}"
    while not name:
        if longer.lower() not in taken:
            name = longer
        longer = longer.replace("Vielä", "Vielä ja vielä", 1)
    return name


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
