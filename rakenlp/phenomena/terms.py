"""The words that set a cluster apart: class-based TF-IDF on lemmas."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse

# A filler keeps a quarter of its weight: it is a term only of a cluster that is about it.
FILLER_WEIGHT = 0.25

# In a cluster of four texts or more a term must stand in two of them, in a large one in
# 2 %: a word of one text out of hundreds describes that text, not the cluster.
SMALL_CLUSTER = 4
MIN_SHARE = 0.02

MIN_LETTERS = 3
_TERM = re.compile(r"^[^\W\d_]+(?:-[^\W\d_]+)*$")


@lru_cache(maxsize=4)
def read_words(name: str) -> frozenset[str]:
    """Read a word list beside this module: one word a line, "#" starts a comment."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and line[0] != "#")


def function_words() -> frozenset[str]:
    """Words that are never a term."""
    return read_words("function_words.txt")


def fillers() -> frozenset[str]:
    """Words of nearly every report, held down."""
    return read_words("fillers.txt")


def is_term(lemma: str) -> bool:
    """Whether a lemma can be a term: letters only, not a function word, not a placeholder."""
    return (
        len(lemma) >= MIN_LETTERS
        and _TERM.match(lemma) is not None
        and lemma.lower() not in function_words()
    )


def term_matrix(
    lemmas_by_text: Sequence[Sequence[str]],
) -> tuple[sparse.csr_matrix, list[str]]:
    """Which text holds which term.

    Returns
    -------
    csr_matrix of float64, shape (n_texts, n_terms)
        1.0 where the text holds the term.
    list of str
        The terms in alphabetical order, lower case.
    """
    sets = [sorted({item.lower() for item in text if is_term(item)}) for text in lemmas_by_text]
    terms = sorted({item for text in sets for item in text})
    column = {term: i for i, term in enumerate(terms)}
    indptr = np.cumsum([0, *(len(text) for text in sets)])
    indices = np.array([column[item] for text in sets for item in text], dtype=np.int64)
    data = np.ones(len(indices))
    return sparse.csr_matrix((data, indices, indptr), shape=(len(sets), len(terms))), terms


def class_weights(
    matrix: sparse.csr_matrix, labels: npt.NDArray[np.int64], terms: Sequence[str]
) -> tuple[sparse.csr_matrix, npt.NDArray[np.int64]]:
    """Weigh each term by how much it sets its cluster apart.

    Parameters
    ----------
    matrix : csr_matrix, shape (n_texts, n_terms)
    labels : ndarray of int64, shape (n_texts,)
        Clusters; −1 is unclassified (it counts as background only).
    terms : sequence of str, length n_terms

    Returns
    -------
    csr_matrix of float64, shape (n_clusters, n_terms)
        Weights ≥ 0, rows in the order of the second value. Rank within a row; rows are
        not comparable.
    ndarray of int64
        The clusters, ascending.

    Notes
    -----
    ``share · log(1 + mean_size / total)``: the share of the cluster's texts that hold the
    term, the texts over all clusters that hold it, the mean cluster size in texts. Texts
    are counted, not occurrences, so that one wordy report does not name its cluster.
    Source: class-based TF-IDF, Grootendorst (2022), arXiv:2203.05794.
    """
    clusters = np.unique(labels[labels >= 0])
    if not len(clusters):
        return sparse.csr_matrix((0, matrix.shape[1])), clusters
    inside = np.flatnonzero(labels >= 0)
    rows = np.searchsorted(clusters, labels[inside])
    member = sparse.csr_matrix(
        (np.ones(len(inside)), (rows, inside)), shape=(len(clusters), len(labels))
    )
    sizes = np.asarray(member.sum(axis=1)).ravel()
    total = np.maximum(np.asarray(matrix.sum(axis=0)).ravel(), 1.0)
    held = fillers()
    factor = np.array([FILLER_WEIGHT if term in held else 1.0 for term in terms])
    counts = (member @ matrix).tocsr()
    idf = np.log1p(sizes.mean() / total) * factor
    return sparse.csr_matrix(sparse.diags(1.0 / sizes) @ counts @ sparse.diags(idf)), clusters


def class_terms(
    lemmas_by_text: Sequence[Sequence[str]], labels: Sequence[int], *, max_terms: int
) -> dict[int, tuple[str, ...]]:
    """The terms of each cluster, best first.

    Parameters
    ----------
    lemmas_by_text : sequence of sequence of str
        The lemmas of each text; function words and placeholders are left out here.
    labels : sequence of int
        The cluster of each text; −1 is unclassified.
    max_terms : int
        At most so many terms a cluster.

    Returns
    -------
    dict of int to tuple of str
        Every cluster ≥ 0, ascending; () when its texts hold no term.

    Examples
    --------
    >>> texts = [["häätö", "uhata"], ["häätö", "vuokra"], ["jono", "psykiatria"]]
    >>> class_terms(texts, [0, 0, 1], max_terms=1)
    {0: ('häätö',), 1: ('jono',)}
    """
    if len(lemmas_by_text) != len(labels):
        raise ValueError(f"labels: expected {len(lemmas_by_text)} of them, got {len(labels)}")
    matrix, terms = term_matrix(lemmas_by_text)
    marks = np.asarray(labels, dtype=np.int64)
    weights, clusters = class_weights(matrix, marks, terms)
    found: dict[int, tuple[str, ...]] = {}
    for row, cluster in enumerate(clusters):
        members = np.flatnonzero(marks == cluster)
        spread = np.asarray(matrix[members].sum(axis=0)).ravel()
        found[int(cluster)] = _top_terms(weights[row], spread, len(members), terms, max_terms)
    return found


def _top_terms(
    weights: sparse.csr_matrix,
    spread: npt.NDArray[np.float64],
    size: int,
    terms: Sequence[str],
    max_terms: int,
) -> tuple[str, ...]:
    """Best terms of one cluster, those spread over enough texts first."""
    least = 1 if size < SMALL_CLUSTER else max(2, math.ceil(MIN_SHARE * size))
    ranked = sorted(
        zip(weights.indices.tolist(), weights.data.tolist(), strict=True),
        key=lambda item: (spread[item[0]] < least, -round(item[1], 9), terms[item[0]]),
    )
    return tuple(terms[i] for i, _ in ranked[:max_terms])
