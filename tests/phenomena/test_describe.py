"""The table of phenomena."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from rakenlp.errors import FrameError
from rakenlp.frames import CLUSTERS, PASSAGES, TOKENS
from rakenlp.phenomena import TaxonomyTagger, describe
from rakenlp.phenomena.describe import representatives
from rakenlp.settings import PhenomenaSettings
from tests.phenomena.material import clusters_of, lemmas_of, passages_of, tokens_of, vectors_of

TAGGER = TaxonomyTagger("elama")
TEXTS = [
    "Vuokrarästit kasvavat ja häätö uhkaa.",
    "Häätö tuli, vuokrarästejä on kolmelta kuulta.",
    "Asumisneuvoja pysäytti häädön.",
    "Psykiatrian jono on puoli vuotta.",
    "Terapiaan pääsyä odotetaan ja odotetaan.",
    "Talossa on hometta.",
]
LABELS = [0, 0, 0, 1, 1, -1]


def run(texts: list[str], labels: list[int], **columns: list[object]) -> pd.DataFrame:
    tokens = tokens_of(texts)
    lemmas = lemmas_of(tokens, len(texts))
    passages = passages_of(texts, **columns)
    return describe(
        passages,
        tokens,
        clusters_of(passages, labels),
        vectors_of(lemmas),
        TAGGER.tag(texts),
        lemmas=lemmas,
        settings=PhenomenaSettings(),
        tagger=TAGGER,
    )


def test_each_cluster_is_a_row_largest_first_without_the_unclassified():
    table = run(TEXTS, LABELS)
    assert table["cluster"].tolist() == [0, 1]
    assert table["size"].tolist() == [3, 2]
    assert table["label"].tolist()[0].startswith("Häätöuhka ja vuokrarästit")
    assert table["national"].tolist() == [("ASU", "TT"), ("MT",)]
    assert table["shl11"].tolist()[0] == (2, 3)
    assert sorted(table["members"].tolist()[1]) == ["p0003", "p0004"]


def test_tables_of_these_tests_are_as_declared():
    passages = passages_of(TEXTS)
    PASSAGES.check(passages, where="test")
    CLUSTERS.check(clusters_of(passages, LABELS), where="test")
    TOKENS.check(tokens_of(TEXTS), where="test")


def test_nothing_gives_an_empty_table():
    assert len(run([], [])) == 0
    assert len(run(TEXTS[:1], [-1])) == 0


@pytest.mark.parametrize("n", [1, 2, 5, 30])
def test_any_number_of_passages_works(n):
    texts = [TEXTS[i % len(TEXTS)] for i in range(n)]
    assert run(texts, [i % 3 for i in range(n)])["size"].sum() == n


def test_same_passages_in_another_order_give_the_same_table():
    tokens = tokens_of(TEXTS)
    lemmas = lemmas_of(tokens, len(TEXTS))
    vectors = vectors_of(lemmas)
    order = [4, 2, 0, 5, 1, 3]
    plain = run(TEXTS, LABELS)
    passages = passages_of(TEXTS).iloc[order].reset_index(drop=True)
    clusters = clusters_of(passages, [LABELS[i] for i in order])
    texts = [TEXTS[i] for i in order]
    shuffled = describe(
        passages,
        tokens_of(texts),
        clusters.iloc[::-1].reset_index(drop=True),
        vectors[order],
        TAGGER.tag(texts),
        lemmas=[lemmas[i] for i in order],
        settings=PhenomenaSettings(),
        tagger=TAGGER,
    )
    pd.testing.assert_frame_equal(plain, shuffled)


def test_records_count_reports_not_passages():
    table = run(TEXTS[:3], [0, 0, 0], record_id=["r1", "r1", "r2"])
    assert table["records"].tolist() == [2]


def test_cluster_that_fits_no_class_has_the_reserve_class():
    assert run(["Talossa on hometta.", "Talon home."], [0, 0])["taxonomy"].tolist() == [
        ("muu_ilmio",)
    ]


def test_names_of_places_are_not_terms():
    texts = ["Asuu nyt Tampereella vuokralla.", "Muutti pois Tampereelta vuokran takia."]
    assert not any("tampere" in term for term in run(texts, [0, 0])["terms"][0])


def test_representatives_are_quotable_short_and_of_different_reports():
    long = "sana " * 40
    rows = representatives(
        [0, 1, 2, 3, 4],
        np.eye(5, dtype=np.float32) * 0.1 + 0.4,
        texts=["a b", long, "c d", "e f", "g h"],
        records=["r1", "r2", "r1", "r3", "r4"],
        quotable=[True, True, True, True, False],
    )
    assert rows == [0, 3, 1]


def test_no_quotable_passage_gives_no_representative():
    assert run(TEXTS[:2], [0, 0], quotable=[False, False])["representatives"].tolist() == [()]


def test_misaligned_input_is_one_clear_error():
    tokens = tokens_of(TEXTS)
    passages = passages_of(TEXTS)
    with pytest.raises(FrameError, match="vectors: expected 6"):
        describe(
            passages,
            tokens,
            clusters_of(passages, LABELS),
            np.zeros((2, 3), dtype=np.float32),
            [[]] * 6,
            lemmas=[[]] * 6,
            settings=PhenomenaSettings(),
            tagger=TAGGER,
        )


@pytest.mark.slow
def test_seventeen_thousand_passages_are_described():
    texts = [TEXTS[i % 6] + " " + TEXTS[(i // 6) % 6] for i in range(17_000)]
    assert len(run(texts, [i % 150 for i in range(17_000)])) == 150
