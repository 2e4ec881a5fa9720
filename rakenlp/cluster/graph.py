"""Groups as communities of a nearest-neighbour graph. The only file that imports igraph.

Sources: nearest-neighbour graph and communities, Levine et al. (2015), "PhenoGraph"; the
Leiden algorithm, Traag, Waltman & van Eck (2019), doi:10.1038/s41598-019-41695-z; resolution,
Reichardt & Bornholdt (2006), doi:10.1103/PhysRevE.74.016110.
"""

from __future__ import annotations

import random

import igraph
import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix, csr_matrix, triu
from sklearn.neighbors import NearestNeighbors

# Similarities are compared after rounding, so that the last bits of a matrix product,
# which depend on the processor, do not change a group.
DECIMALS = 4


def neighbour_graph(
    vectors: npt.NDArray[np.float32], *, neighbours: int, min_similarity: float
) -> csr_matrix:
    """Join each text to its nearest ones.

    Parameters
    ----------
    vectors : ndarray of float32, shape (n_texts, dim)
        Rows of length 1 or zero.
    neighbours : int
        How many nearest texts each text is joined to, ≥ 1.
    min_similarity : float
        Cosine below which two texts are not joined.

    Returns
    -------
    csr_matrix, shape (n_texts, n_texts)
        Symmetric; the weight is the cosine, twice that where both are among the other's
        nearest.
    """
    n = len(vectors)
    k = min(neighbours + 1, n)
    search = NearestNeighbors(n_neighbors=k, metric="cosine", algorithm="brute").fit(vectors)
    distances, indices = search.kneighbors(vectors)
    weights = np.round(1.0 - distances, DECIMALS).ravel()
    rows = np.repeat(np.arange(n), k)
    columns = indices.ravel()
    keep = (rows != columns) & (weights >= min_similarity) & (weights > 0.0)
    graph = csr_matrix((weights[keep], (rows[keep], columns[keep])), shape=(n, n))
    return graph + graph.T


def communities(graph: csr_matrix, *, resolution: float, seed: int) -> npt.NDArray[np.int64]:
    """Split a graph into communities of high modularity (Leiden).

    Parameters
    ----------
    graph : csr_matrix, shape (n, n)
        Symmetric weights.
    resolution : float
        > 0; larger gives more and smaller communities.
    seed : int

    Returns
    -------
    ndarray of int64, shape (n,)
        Community of each node, numbered 0, 1, … by first occurrence. A node without
        neighbours is a community of its own.
    """
    upper = coo_matrix(triu(graph, 1))
    net = igraph.Graph(n=graph.shape[0], edges=np.column_stack([upper.row, upper.col]).tolist())
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 (not for secrets)
    try:
        parts = net.community_leiden(
            objective_function="modularity",
            weights=upper.data.tolist(),
            resolution=resolution,
            n_iterations=-1,
        )
    finally:
        igraph.set_random_number_generator(random)
    _, first, labels = np.unique(parts.membership, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    return np.asarray(order[labels], dtype=np.int64)
