"""Putting together what a neighbour graph split without reason.

Modularity with a resolution above 1 also divides a group that is one cloud. Two groups
whose texts are as near each other as within the groups are one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

# Mean cosine between two groups, as a share of the mean cosine inside the looser of them.
# Halves of one Gaussian cloud reach 0.9–1.0; neighbouring topics of
# vaalikone_eduskunta2003 stay below 0.75.
ALIKE = 0.85


def merge_alike(
    vectors: npt.NDArray[np.float32], labels: npt.NDArray[np.int64], *, alike: float = ALIKE
) -> npt.NDArray[np.int64]:
    """Merge groups that are as near each other as within, nearest pair first.

    Parameters
    ----------
    vectors : ndarray of float32, shape (n_texts, dim)
        Rows of length 1 or zero.
    labels : ndarray of int64, shape (n_texts,)
        Groups 0 … n_clusters − 1, all occurring.
    alike : float
        0–1; a larger value merges less.

    Returns
    -------
    ndarray of int64, shape (n_texts,)
        Groups numbered 0, 1, … by first occurrence.
    """
    n_clusters = int(labels.max(initial=-1)) + 1
    sums = np.zeros((n_clusters, vectors.shape[1]))
    np.add.at(sums, labels, vectors)
    sizes = np.bincount(labels, minlength=n_clusters).astype(float)
    group = np.arange(n_clusters)
    alive = sizes > 1  # a text alone has no inside to compare with
    while True:
        ratios = _ratios(sums, sizes, alive)
        if not ratios.size or ratios.max() < alike:
            break
        keep, drop = sorted(np.unravel_index(int(ratios.argmax()), ratios.shape))
        sums[keep] += sums[drop]
        sizes[keep] += sizes[drop]
        alive[drop] = False
        group[group == drop] = keep
    merged = group[labels]
    _, first, inverse = np.unique(merged, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(first))[inverse], dtype=np.int64)


def _ratios(
    sums: npt.NDArray[np.float64], sizes: npt.NDArray[np.float64], alive: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float64]:
    """Return between-to-within ratios of all pairs of groups, shape (n_clusters, n_clusters)."""
    between = (sums @ sums.T) / np.outer(sizes, sizes)
    pairs = np.where(sizes > 1, sizes * (sizes - 1), 1.0)
    within = ((sums * sums).sum(axis=1) - sizes) / pairs
    looser = np.minimum.outer(within, within)
    ratios = np.where(looser > 1e-9, between / np.where(looser > 1e-9, looser, 1.0), 0.0)
    ratios[~alive] = 0.0
    ratios[:, ~alive] = 0.0
    np.fill_diagonal(ratios, 0.0)
    return np.asarray(np.round(ratios, 6), dtype=np.float64)
