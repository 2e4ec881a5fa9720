import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from rakenlp.cluster import assign_groups, group_vectors, stack_evidence
from rakenlp.cluster.evidence import unit_rows
from rakenlp.settings import ClusterSettings

NORMAL = ClusterSettings()


def blobs(sizes: list[int], *, dim: int = 40, noise: float = 0.6, seed: int = 0):
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(len(sizes), dim))
    truth = np.repeat(np.arange(len(sizes)), sizes)
    rows = centres[truth] + noise * rng.normal(size=(len(truth), dim))
    ids = [f"P-{i:05}" for i in rng.permutation(len(truth))]
    return ids, unit_rows(rows), truth


def test_groups_are_found_without_being_told_how_many() -> None:
    ids, vectors, truth = blobs([40, 30, 20, 10])
    table = group_vectors(ids, vectors, settings=NORMAL).clusters
    assert adjusted_rand_score(truth, table["cluster"]) > 0.95


@pytest.mark.parametrize("n", [0, 1, 2, 3, 5, 30])
def test_few_texts_are_all_accounted_for(n: int) -> None:
    ids, vectors, _ = blobs([n]) if n else ([], np.zeros((0, 8), dtype=np.float32), None)
    table = group_vectors(ids, vectors, settings=NORMAL).clusters
    assert list(table["passage_id"]) == ids
    assert (table["cluster"] >= 0).all()


def test_two_strangers_are_two_groups() -> None:
    vectors = np.eye(2, dtype=np.float32)
    table = group_vectors(["a", "b"], vectors, settings=NORMAL).clusters
    assert table["cluster"].nunique() == 2


def test_text_without_words_is_unclassified_with_a_reason() -> None:
    vectors = np.vstack([np.eye(3, dtype=np.float32), np.zeros((1, 3), dtype=np.float32)])
    table = group_vectors(["a", "b", "c", "d"], vectors, settings=NORMAL).clusters
    assert table["cluster"].tolist()[3] == -1
    assert table["reason"].tolist()[3] == "ei yhtään tunnistettavaa sanaa"


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_row_order_does_not_matter(seed: int) -> None:
    ids, vectors, _ = blobs([12, 9, 5], noise=1.2)
    order = np.random.default_rng(seed).permutation(len(ids))
    first = group_vectors(ids, vectors, settings=NORMAL).clusters
    second = group_vectors([ids[i] for i in order], vectors[order], settings=NORMAL).clusters
    merged = first.merge(second, on="passage_id")
    assert (merged["cluster_x"] == merged["cluster_y"]).all()
    assert (merged["strength_x"] == merged["strength_y"]).all()


def test_same_vector_is_never_split() -> None:
    ids, vectors, _ = blobs([20, 20], noise=1.5)
    doubled = np.vstack([vectors, vectors])
    table = group_vectors([*ids, *(f"Q-{i}" for i in ids)], doubled, settings=NORMAL).clusters
    half = len(ids)
    assert table["cluster"].tolist()[:half] == table["cluster"].tolist()[half:]


def test_finer_detail_gives_at_least_as_many_groups() -> None:
    ids, vectors, _ = blobs([30] * 6, noise=1.3)
    counts = [
        group_vectors(ids, vectors, settings=ClusterSettings(detail=detail))
        .clusters["cluster"]
        .nunique()
        for detail in ("karkea", "tavallinen", "hieno")
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_new_text_goes_to_its_group_whatever_comes_with_it() -> None:
    ids, vectors, _ = blobs([30, 30, 30])
    grouping = group_vectors(ids, vectors, settings=NORMAL)
    again = assign_groups(ids, vectors, grouping.prototypes)
    assert again["cluster"].tolist() == grouping.clusters["cluster"].tolist()
    alone = assign_groups(ids[:1], vectors[:1], grouping.prototypes)
    assert alone["cluster"][0] == again["cluster"][0]


def test_corpus_beyond_the_fitted_size_is_assigned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rakenlp.cluster.group.MAX_FITTED", 60)
    ids, vectors, truth = blobs([80, 60, 40])
    table = group_vectors(ids, vectors, settings=NORMAL).clusters
    assert adjusted_rand_score(truth, table["cluster"]) > 0.95


def test_stacked_cosine_is_the_weighted_mean_of_cosines() -> None:
    rng = np.random.default_rng(1)
    a, b = unit_rows(rng.normal(size=(4, 5))), unit_rows(rng.normal(size=(4, 7)))
    both = stack_evidence([(a, 1.0), (b, 0.5)])
    np.testing.assert_allclose(both @ both.T, (a @ a.T + 0.25 * (b @ b.T)) / 1.25, atol=1e-6)
