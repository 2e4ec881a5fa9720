"""Clusters → the table of phenomena: names, terms, classes, members and representatives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from rakenlp.errors import FrameError
from rakenlp.frames import PHENOMENA
from rakenlp.phenomena.labels import LabelCluster, label_clusters
from rakenlp.phenomena.noun_phrases import Token, group_tokens, organisations
from rakenlp.phenomena.tagger import TaxonomyTagger
from rakenlp.phenomena.taxonomy import TaxonomyClass
from rakenlp.phenomena.terms import class_terms
from rakenlp.records import Tag
from rakenlp.settings import PhenomenaSettings

# A class belongs to a phenomenon when it stands in this share of its reports.
CLASS_SHARE = 0.3

MAX_REPRESENTATIVES = 3
# A quotation may have 25 words (domain.md 3.4); a longer passage gives way to a shorter
# one unless that is this much farther (cosine) from the middle of the cluster.
QUOTE_WORDS = 25
LONG_PENALTY = 0.25
# How much likeness to a representative already chosen counts against a passage.
VARIETY = 0.4


def describe(
    passages: pd.DataFrame,
    tokens: pd.DataFrame,
    clusters: pd.DataFrame,
    vectors: npt.NDArray[np.float32],
    tags: Sequence[Sequence[Tag]],
    *,
    lemmas: Sequence[Sequence[str]],
    settings: PhenomenaSettings,
    tagger: TaxonomyTagger,
) -> pd.DataFrame:
    """Describe each cluster.

    Parameters
    ----------
    passages : DataFrame
        PASSAGES.
    tokens : DataFrame
        TOKENS; its ``text`` is the position of a passage.
    clusters : DataFrame
        CLUSTERS, in any order.
    vectors : ndarray of float32, shape (n_passages, dim)
        Aligned with ``passages``.
    tags, lemmas : sequence, length n_passages
        Aligned with ``passages``.
    settings : PhenomenaSettings
    tagger : TaxonomyTagger
        The tagger that made the tags.

    Returns
    -------
    DataFrame
        PHENOMENA, largest first (then by the smallest passage id). ``size`` counts
        passages, ``records`` distinct reports. ``taxonomy`` are classes of at least 30 % of
        the reports, or else the commonest one, or else the reserve class; ``members`` the
        passage ids, most central first; ``representatives`` up to three quotable ones of
        different reports.

    Raises
    ------
    FrameError
        If the arguments are not aligned.
    """
    n = len(passages)
    for name, length in (("vectors", len(vectors)), ("tags", len(tags)), ("lemmas", len(lemmas))):
        if length != n:
            raise FrameError(f"describe: {name}: expected {n} rows as in passages, got {length}")
    ids = passages["passage_id"].tolist()
    where = dict(zip(clusters["passage_id"], clusters["cluster"], strict=True))
    if set(ids) != set(where):
        raise FrameError("describe: clusters and passages hold different passage ids")
    labels = np.array([where[item] for item in ids], dtype=np.int64)
    strength = dict(zip(clusters["passage_id"], clusters["strength"], strict=True))
    strengths = np.array([strength[item] for item in ids], dtype=np.float64)
    texts = passages["text"].tolist()
    grouped = group_tokens(tokens, texts)
    names_of = proper_names(grouped)
    content = [[lemma for lemma in text if lemma.lower() not in names_of] for text in lemmas]
    terms = class_terms(content, labels.tolist(), max_terms=settings.max_terms)
    members = {
        cluster: order_members(np.flatnonzero(labels == cluster), vectors, strengths, ids)
        for cluster in terms
    }
    order = sorted(terms, key=lambda c: (-len(members[c]), min(ids[i] for i in members[c])))
    names = label_clusters(
        [_label_input(c, members[c], passages, tags, grouped, terms[c]) for c in order],
        tagger.classes,
    )
    records = passages["record_id"].tolist()
    quotable = passages["quotable"].tolist()
    rows = []
    for cluster in order:
        at = members[cluster]
        found = cluster_classes(at, records, tags, tagger)
        shown = representatives(at, vectors, texts=texts, records=records, quotable=quotable)
        rows.append(
            {
                "cluster": cluster,
                "label": names[cluster],
                "terms": terms[cluster],
                "size": len(at),
                "records": len({records[i] for i in at}),
                "taxonomy": found,
                "national": national_codes(found, tagger.classes),
                "shl11": shl11_items(found, tagger.classes),
                "representatives": tuple(ids[i] for i in shown),
                "members": tuple(ids[i] for i in at),
            }
        )
    return PHENOMENA.build(rows, where="describe")


def proper_names(grouped: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Lemmas (lower case) that are mostly names of persons and places: never terms.

    A name is tagged as one, or capitalised inside sentences.
    """
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for tokens in grouped:
        for token in tokens:
            capital = token.surface[:1].isupper() and not token.surface.isupper()
            if token.upos != "PROPN" and token.first and capital:
                continue
            seen[token.lemma.lower()] += 1
            named[token.lemma.lower()] += token.upos == "PROPN" or capital
    names = {lemma for lemma, n in named.items() if 2 * n >= seen[lemma]}
    return frozenset(names) - organisations()


def _label_input(
    cluster: int,
    at: Sequence[int],
    passages: pd.DataFrame,
    tags: Sequence[Sequence[Tag]],
    grouped: Sequence[Sequence[Token]],
    terms: tuple[str, ...],
) -> LabelCluster:
    part = passages.iloc[list(at)]
    return LabelCluster(
        cluster=cluster,
        records=tuple(part["record_id"]),
        languages=tuple(part["language"]),
        tags=tuple(tags[i] for i in at),
        tokens=tuple(grouped[i] for i in at),
        terms=terms,
    )


def centroid(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Mean direction of vectors: length 1, or a zero vector when they cancel out or are none."""
    mean = vectors.astype(np.float64).sum(axis=0)
    length = float(np.linalg.norm(mean))
    middle: npt.NDArray[np.float32] = (mean / length if length > 0 else mean).astype(np.float32)
    return middle


def order_members(
    rows: npt.NDArray[np.int64],
    vectors: npt.NDArray[np.float32],
    strengths: npt.NDArray[np.float64],
    ids: Sequence[str],
) -> list[int]:
    """Rows of one cluster, nearest to its middle first; ties by strength, then id."""
    near = np.round(vectors[rows] @ centroid(vectors[rows]), 5)
    return sorted(
        (int(row) for row in rows),
        key=lambda row: (
            -float(near[np.searchsorted(rows, row)]), -float(strengths[row]), ids[row],
        ),
    )  # fmt: skip


def representatives(
    members: Sequence[int],
    vectors: npt.NDArray[np.float32],
    *,
    texts: Sequence[str],
    records: Sequence[str],
    quotable: Sequence[bool],
) -> list[int]:
    """Up to three rows that show a cluster: central, quotable, short, of different reports.

    Parameters
    ----------
    members : sequence of int
        Rows, most central first (ties are broken in this order).
    vectors : ndarray of float32, shape (n_passages, dim)
    texts, records, quotable : sequence, length n_passages

    Notes
    -----
    Maximal marginal relevance (Carbonell & Goldstein 1998) with a penalty for length.
    """
    at = np.array([i for i in members if quotable[i]], dtype=np.int64)
    if not len(at):
        return []
    words = [len(texts[i].split()) for i in at]
    near = vectors[at] @ centroid(vectors[list(members)])
    score = near - LONG_PENALTY * (np.array(words) > QUOTE_WORDS)
    chosen: list[int] = []
    seen: set[str] = set()
    likeness = np.zeros(len(at))
    while len(chosen) < MAX_REPRESENTATIVES:
        ranked = np.argsort(-np.round(score - VARIETY * likeness, 5), kind="stable")
        best = next((k for k in ranked if records[at[k]] not in seen), None)
        if best is None:
            break
        chosen.append(int(at[best]))
        seen.add(records[at[best]])
        likeness = np.maximum(likeness, vectors[at] @ vectors[at[best]])
    return chosen


def cluster_classes(
    members: Sequence[int],
    records: Sequence[str],
    tags: Sequence[Sequence[Tag]],
    tagger: TaxonomyTagger,
) -> tuple[str, ...]:
    """Classes of at least 30 % of the reports, commonest first; else the best; else the reserve."""
    holders: dict[str, set[str]] = {}
    scores: Counter[str] = Counter()
    for i in members:
        for tag in tags[i]:
            holders.setdefault(tag.id, set()).add(records[i])
            scores[tag.id] += round(1000 * tag.score)
    total = len({records[i] for i in members})
    ranked = sorted(holders, key=lambda name: (-len(holders[name]), -scores[name], name))
    common = tuple(name for name in ranked if len(holders[name]) >= CLASS_SHARE * total)
    reserve = (tagger.reserve.id,) if tagger.reserve else ()
    return common or tuple(ranked[:1]) or reserve


def national_codes(classes: Sequence[str], known: Mapping[str, TaxonomyClass]) -> tuple[str, ...]:
    """National phenomena of classes, in the order of the classes, each once."""
    return tuple(dict.fromkeys(code for name in classes for code in known[name].national))


def shl11_items(classes: Sequence[str], known: Mapping[str, TaxonomyClass]) -> tuple[int, ...]:
    """Items of SHL 11 § of classes, ascending, each once."""
    return tuple(sorted({item for name in classes for item in known[name].shl11}))
