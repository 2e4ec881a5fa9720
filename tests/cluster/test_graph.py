import numpy as np
from scipy.sparse import csr_matrix

from rakenlp.cluster.graph import communities, neighbour_graph


def test_graph_is_symmetric_and_without_loops() -> None:
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(20, 5)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    graph = neighbour_graph(vectors, neighbours=4, min_similarity=0.0)
    assert (graph != graph.T).nnz == 0
    assert not graph.diagonal().any()


def test_strangers_are_not_joined() -> None:
    graph = neighbour_graph(np.eye(4, dtype=np.float32), neighbours=3, min_similarity=0.1)
    assert graph.nnz == 0


def test_lone_node_is_its_own_community_and_numbers_follow_first_occurrence() -> None:
    graph = csr_matrix(
        np.array([[0, 0, 0, 1], [0, 0, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0]], dtype=float)
    )
    assert communities(graph, resolution=1.0, seed=0).tolist() == [0, 1, 1, 0]
    assert communities(csr_matrix((1, 1)), resolution=1.0, seed=0).tolist() == [0]
