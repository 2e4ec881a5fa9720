from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from rakenlp.embed import StaticEncoder, read_model, train_static, write_model
from rakenlp.errors import EmptyInputError, ModelError
from rakenlp.store.models import find_model

TEXTS = [
    ["vuokra", "nousta", "taas"],
    ["asunto", "puuttua", "nuori"],
    ["lääkäri", "jono", "kasvaa"],
    ["vuokra", "maksaa", "myöhässä"],
    ["terapia", "jono", "nuori"],
]


def split(texts: Sequence[str]) -> list[list[str]]:
    return [text.split() for text in texts]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder(read_model(find_model("static-fi")), split)


def test_rows_have_length_one_and_wordless_text_is_zero(encoder: StaticEncoder) -> None:
    vectors = encoder.encode(["vuokra nousta", "", "jono"])
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, 300)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 0, 1], atol=1e-5)


def test_no_texts_give_no_rows(encoder: StaticEncoder) -> None:
    assert encoder.encode([]).shape == (0, 300)


def test_texts_about_one_thing_are_nearer_than_strangers(encoder: StaticEncoder) -> None:
    a, b, c = encoder.encode(
        [
            "vuokra maksaa häätö uhata",
            "asunto menettää vuokravelka",
            "psykiatri lähete odottaa jono",
        ]
    )
    assert a @ b > a @ c
    assert a @ b > b @ c


def test_vector_does_not_depend_on_its_neighbours(encoder: StaticEncoder) -> None:
    alone = encoder.encode(["vuokra nousta"])[0]
    among = encoder.encode(["jono kasvaa", "vuokra nousta", "nuori"])[1]
    np.testing.assert_array_equal(alone, among)


def test_model_comes_back_as_it_was_written(tmp_path: Path) -> None:
    model = train_static(TEXTS, revision="koe")
    write_model(tmp_path, model)
    back = read_model(tmp_path)
    assert (back.revision, back.n_texts, back.df) == (
        "koe",
        5,
        {"vuokra": 2, "jono": 2, "nuori": 2},
    )
    np.testing.assert_array_equal(back.whitening, model.whitening)


def test_frequent_lemma_weighs_less() -> None:
    model = train_static(TEXTS, revision="koe")
    assert model.weight("vuokra") < model.weight("ennennäkemätön")


def test_damaged_weights_are_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "weights.safetensors").write_bytes(b"rikki")
    with pytest.raises(ModelError, match="vioittunut"):
        read_model(tmp_path)


def test_training_needs_texts() -> None:
    with pytest.raises(EmptyInputError):
        train_static([["yksi"]], revision="koe")
