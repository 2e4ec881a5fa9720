"""Class-based TF-IDF on lemmas."""

from __future__ import annotations

import random

import numpy as np
import pytest

from rakenlp.phenomena.terms import class_terms, class_weights, is_term, term_matrix


def test_terms_set_the_cluster_apart():
    texts = [["häätö", "asiakas"], ["häätö", "vuokra"], ["jono", "asiakas"], ["jono", "psykiatria"]]
    terms = class_terms(texts, [0, 0, 1, 1], max_terms=2)
    assert terms[0][0] == "häätö"
    assert terms[1][0] == "jono"


def test_filler_is_held_down_but_not_removed():
    texts = [["asiakas", "hissi"], ["asiakas", "hissi"]]
    assert class_terms(texts, [0, 0], max_terms=2) == {0: ("hissi", "asiakas")}


@pytest.mark.parametrize("n", [0, 1, 2, 5, 30])
def test_any_number_of_texts_works(n):
    texts = [["häätö", f"sana{'abcdefghij'[i % 10]}"] for i in range(n)]
    terms = class_terms(texts, [0] * n, max_terms=3)
    assert set(terms) == ({0} if n else set())
    assert all("häätö" in found for found in terms.values())


def test_clusters_of_one_have_terms_and_unclassified_have_none():
    assert class_terms([["häätö"], ["jono"], ["auto"]], [0, 1, -1], max_terms=2) == {
        0: ("häätö",),
        1: ("jono",),
    }


def test_word_of_one_text_does_not_name_a_cluster_of_many():
    texts = [["häätö"] for _ in range(10)]
    texts[0] = ["häätö", "kengurunhoitaja"]
    texts += [["jono"] for _ in range(40)]
    labels = [0] * 10 + [1] * 40
    assert class_terms(texts, labels, max_terms=1)[0] == ("häätö",)


def test_function_words_placeholders_and_numbers_are_no_terms():
    assert not any(is_term(word) for word in ("ja", "olla", "[HENKILÖ]", "12", "x", "a1", ""))
    assert class_terms([["ja", "olla"]], [0], max_terms=3) == {0: ()}


def test_row_order_does_not_matter():
    texts = [[f"sana{'abcdefg'[i % 7]}", f"muu{'abc'[i % 3]}"] for i in range(40)]
    labels = [i % 4 for i in range(40)]
    rows = list(range(40))
    random.Random(3).shuffle(rows)
    again = class_terms([texts[i] for i in rows], [labels[i] for i in rows], max_terms=5)
    assert again == class_terms(texts, labels, max_terms=5)


def test_weights_are_a_share_times_a_rarity():
    matrix, terms = term_matrix([["aaa", "bbb"], ["aaa"]])
    weights, clusters = class_weights(matrix, np.array([0, 0]), terms)
    assert clusters.tolist() == [0]
    assert weights.toarray()[0].tolist() == pytest.approx([np.log(2), 0.5 * np.log(3)])


def test_labels_of_another_length_are_refused():
    with pytest.raises(ValueError, match="expected 1"):
        class_terms([["a"]], [0, 1], max_terms=2)
