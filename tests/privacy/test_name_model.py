from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rakenlp.errors import ModelError
from rakenlp.privacy.name_features import WIDTH, TypeTable, feature_names, usual_case
from rakenlp.privacy.name_model import (
    SCALE,
    WEIGHTS_FILE,
    NameModel,
    load_model,
    name_log_odds,
    write_model,
)
from rakenlp.privacy.tokens import sentences


def tiny_model() -> NameModel:
    """A model with two hidden units: yes when a word is a first name, else no."""
    hidden = np.zeros((WIDTH + 1, 2))
    hidden[feature_names().index("+0:etunimi"), 0] = 2.0
    out = np.array([[0.0, 1.0], [0.0, 0.0], [0.0, 0.0]])
    return NameModel(("O", "PER"), hidden, out, 1.0)


def test_a_written_model_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    write_model(tiny_model(), path, notes=["made for a test"])
    model = load_model(path)
    assert model.classes == ("O", "PER")
    assert model.threshold == 1.0
    assert np.array_equal(model.hidden, tiny_model().hidden)
    assert path.read_text(encoding="utf-8").startswith("# made for a test\n")
    rows = TypeTable().feature_rows([(["Aino"], 0, 0), (["Kela"], 0, 0)])
    assert model.log_odds(rows).tolist() == [1.0, -1.0]


def test_a_missing_damaged_or_foreign_model_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    with pytest.raises(ModelError, match="cannot be read"):
        load_model(path)
    path.write_text("threshold\tx\n", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        load_model(path)
    path.write_text("threshold\t0\nclasses\tO PER\nhidden:a\t1\nout:h0\t1 1\n", encoding="utf-8")
    with pytest.raises(ModelError, match="other features"):
        load_model(path)


def test_the_shipped_model_says_what_it_was_learned_from() -> None:
    notes = [
        line
        for line in WEIGHTS_FILE.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    ]
    assert any("turku-ner-corpus" in note and "CC BY-SA 4.0" in note for note in notes)
    assert np.abs(load_model().hidden * SCALE).max() < 10_000


def test_a_decision_does_not_depend_on_the_company() -> None:
    (sentence,) = sentences("Tapasin Oksanan ja Toivon Kelassa .")
    words = usual_case(sentence)
    asked = [(words, index, sentence.first_word) for index in (0, 1, 3, 4)]
    together = name_log_odds(asked * 300)
    assert together[:4] == [name_log_odds([one])[0] for one in asked]


def test_a_shouted_sentence_is_read_in_small_letters_but_for_names() -> None:
    (sentence,) = sentences("PEKKA VIRTANEN EI TULLUT")
    assert usual_case(sentence) == ["Pekka", "Virtanen", "ei", "tullut"]
    (sentence,) = sentences("Kela ja THL")
    assert usual_case(sentence) == ["Kela", "ja", "THL"]
