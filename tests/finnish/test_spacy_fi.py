import numpy as np

from rakenlp.finnish.spacy_fi import load_pipeline, pipeline_version, word_vectors


def test_no_word_is_without_a_vector() -> None:
    vectors = word_vectors(["talo", "ilokaasupatruuna", "xyzzy"])
    assert vectors.shape == (3, 300)
    assert np.abs(vectors).sum(axis=1).min() > 0


def test_no_words_give_no_rows() -> None:
    assert word_vectors([]).shape == (0, 300)


def test_only_the_parts_asked_for_are_loaded() -> None:
    assert load_pipeline(("tok2vec", "ner")).pipe_names == ["tok2vec", "ner"]


def test_version_is_known() -> None:
    assert pipeline_version()
