"""One way of grouping for one text and for millions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from rakenlp import frames
from rakenlp.cluster.evidence import unit_rows
from rakenlp.cluster.graph import communities, neighbour_graph
from rakenlp.cluster.merge import merge_alike
from rakenlp.settings import ClusterSettings

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]

RESOLUTION = {"karkea": 1.0, "tavallinen": 2.0, "hieno": 4.0}
# Groups are found among at most this many texts (a neighbour search grows with the
# square); the rest are assigned to what was found.
MAX_FITTED = 20_000
MIN_NEIGHBOURS, MAX_NEIGHBOURS = 4, 30
MIN_SIMILARITY = 0.05  # whitened vectors of unrelated texts have a cosine near 0
MIN_STRENGTH = 0.05  # below this a text is no nearer its group than to a stranger
FAR = "liian kaukana kaikista ryhmistä"
WORDLESS = "ei yhtään tunnistettavaa sanaa"


@dataclass(frozen=True, eq=False)
class Grouping:
    """Groups and what is needed to place new texts in them.

    ``clusters`` is the table of that name, in the order of the given ids;
    ``prototypes`` of shape (n_clusters, dim), rows of length 1.
    """

    clusters: pd.DataFrame
    prototypes: Floats


def group_vectors(ids: Sequence[str], vectors: Floats, *, settings: ClusterSettings) -> Grouping:
    """Find groups of similar texts without being told how many there are.

    Texts are put in the order of their ids first, so the given order does not matter; texts
    with the same vector are one text and are never split.

    Parameters
    ----------
    ids : sequence of str
        Content keys, all different.
    vectors : ndarray of float32, shape (n_texts, dim)
        Rows of length 1, or zero rows for texts without evidence.

    Returns
    -------
    Grouping
        Groups are numbered by size, largest first, ties by the smallest id. A text alone is
        a group of its own; −1 is given only with a reason.
    """
    order = np.argsort(np.array(ids, dtype=object), kind="stable")
    sorted_vectors = np.asarray(vectors[order], dtype=np.float32)
    unique, position = _distinct_rows(sorted_vectors)
    sample = _even_sample(len(unique), MAX_FITTED)
    found = _communities(unique[sample], settings)
    prototypes = _prototypes(unique[sample], found)
    labels = np.full(len(unique), -1, dtype=np.int64)
    labels[sample] = found
    rest = np.flatnonzero(labels < 0)
    labels[rest] = _nearest(unique[rest], prototypes)[0]
    labels = labels[position]
    strength = _strength(sorted_vectors, labels)
    sizes = np.bincount(labels[labels >= 0], minlength=len(prototypes))
    weak = (strength < MIN_STRENGTH) & (sizes[labels] > 1)
    wordless = ~sorted_vectors.any(axis=1)
    labels = np.where(weak | wordless, -1, labels)
    labels = _by_size(labels)
    table = _table(
        [ids[i] for i in order], labels, strength, np.where(wordless, WORDLESS, FAR).tolist()
    )
    back = table.iloc[np.argsort(order)].reset_index(drop=True)
    return Grouping(
        clusters=frames.CLUSTERS.check(back, where="cluster"),
        prototypes=_prototypes(sorted_vectors, labels),
    )


def assign_groups(ids: Sequence[str], vectors: Floats, prototypes: Floats) -> pd.DataFrame:
    """Place new texts in known groups; each text by itself.

    Parameters
    ----------
    ids : sequence of str
    vectors : ndarray of float32, shape (n_texts, dim)
    prototypes : ndarray of float32, shape (n_clusters, dim)

    Returns
    -------
    DataFrame
        Table ``clusters``, in the order of ``ids``.
    """
    labels, strength = _nearest(vectors, prototypes)
    wordless = ~vectors.any(axis=1)
    labels = np.where((strength < MIN_STRENGTH) | wordless, -1, labels)
    table = _table(list(ids), labels, strength, np.where(wordless, WORDLESS, FAR).tolist())
    return frames.CLUSTERS.check(table, where="cluster")


def _table(
    ids: list[str], labels: Labels, strength: npt.NDArray[np.float64], reasons: list[str]
) -> pd.DataFrame:
    if not ids:
        return frames.CLUSTERS.empty()
    return pd.DataFrame(
        {
            "passage_id": pd.Series(ids, dtype="str"),
            "cluster": labels,
            "strength": np.clip(np.round(strength, 4), 0.0, 1.0),
            "reason": pd.Series(
                [
                    reason if label < 0 else ""
                    for reason, label in zip(reasons, labels, strict=True)
                ],
                dtype="str",
            ),
        }
    )


def _distinct_rows(vectors: Floats) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return the different rows in order of first occurrence, and each row's place among them."""
    places: dict[bytes, int] = {}
    position = np.array(
        [places.setdefault(row.tobytes(), len(places)) for row in vectors], dtype=np.int64
    )
    _, first = np.unique(position, return_index=True)
    return vectors[first], position


def _even_sample(n: int, at_most: int) -> npt.NDArray[np.int64]:
    """Return evenly spaced places: ids are hashes, so their order is as good as random."""
    return np.unique(np.linspace(0, n - 1, min(n, at_most)).astype(np.int64)) if n else np.arange(0)


def _communities(vectors: Floats, settings: ClusterSettings) -> Labels:
    n = len(vectors)
    if n < 2:
        return np.zeros(n, dtype=np.int64)
    graph = neighbour_graph(vectors, neighbours=_neighbours(n), min_similarity=MIN_SIMILARITY)
    # Among a handful of texts a resolution of 2 would part even the only two that are alike.
    resolution = min(RESOLUTION[settings.detail], 1.0 + n / 10)
    found = communities(graph, resolution=resolution, seed=settings.seed)
    return merge_alike(vectors, found)


def _neighbours(n: int) -> int:
    """5 neighbours for 100 passages, 11 for 300, 21 for 800: measured best on the demo's months."""
    return int(np.clip(round(0.21 * n**0.69), MIN_NEIGHBOURS, MAX_NEIGHBOURS))


def _prototypes(vectors: Floats, labels: Labels) -> Floats:
    """Return the mean direction of each group, shape (n_clusters, dim)."""
    n_clusters = int(labels.max(initial=-1)) + 1
    sums = np.zeros((n_clusters, vectors.shape[1]), dtype=np.float64)
    inside = labels >= 0
    np.add.at(sums, labels[inside], vectors[inside])
    return unit_rows(sums)


def _nearest(vectors: Floats, prototypes: Floats) -> tuple[Labels, npt.NDArray[np.float64]]:
    if not len(vectors) or not len(prototypes):
        return np.full(len(vectors), -1, dtype=np.int64), np.zeros(len(vectors))
    cosines = (vectors @ prototypes.T).astype(np.float64)
    labels = cosines.argmax(axis=1)
    return labels.astype(np.int64), cosines[np.arange(len(vectors)), labels]


def _strength(vectors: Floats, labels: Labels) -> npt.NDArray[np.float64]:
    """Return each text's cosine to its group without itself; 1 for a text alone."""
    n_clusters = int(labels.max(initial=-1)) + 1
    sums = np.zeros((n_clusters, vectors.shape[1]), dtype=np.float64)
    np.add.at(sums, labels, vectors)
    sizes = np.bincount(labels, minlength=n_clusters)
    others = sums[labels] - vectors
    norms = np.linalg.norm(others, axis=1)
    cosines = np.einsum("ij,ij->i", others, vectors) / np.where(norms > 1e-9, norms, 1.0)
    return np.where(sizes[labels] == 1, 1.0, np.clip(cosines, 0.0, 1.0))


def _by_size(labels: Labels) -> Labels:
    """Renumber groups by size, ties by first occurrence; −1 stays."""
    found, first, sizes = np.unique(labels[labels >= 0], return_index=True, return_counts=True)
    order = sorted(range(len(found)), key=lambda i: (-sizes[i], first[i]))
    renamed = {int(found[i]): rank for rank, i in enumerate(order)}
    return np.array([renamed.get(int(label), -1) for label in labels], dtype=np.int64)
