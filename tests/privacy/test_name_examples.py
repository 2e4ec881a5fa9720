from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from rakenlp.privacy.name_examples import (
    NameStock,
    case_of,
    certain_words,
    inflect,
    read_tagged,
    renamed,
    to_examples,
    written,
)
from rakenlp.privacy.name_training import TrainingPlan, train_name_model

NAMES = NameStock((["Aino", "Pekka"], [1.0, 1.0]), (["Virtanen", "Hakala"], [1.0, 1.0]))


@pytest.mark.parametrize(
    ("name", "case", "form"),
    [
        ("Virtanen", "ulkotulento", "Virtaselle"),
        ("Virtanen", "osanto", "Virtasta"),
        ("Pekka", "omanto", "Pekan"),
        ("Pekka", "osanto", "Pekkaa"),
        ("Päivi", "ulkoolento", "Päivillä"),
        ("Mohamed", "omanto", "Mohamedin"),
        ("Aino", "", "Aino"),
    ],
)
def test_names_are_inflected_well_enough(name: str, case: str, form: str) -> None:
    assert inflect(name, case) == form
    assert case_of(form) == case


def test_a_renamed_sentence_keeps_its_words_and_tags() -> None:
    sentence = [("Soitin", "O"), ("Matti", "B-PER"), ("Koskiselle", "I-PER"), (".", "O")]
    (copy,) = renamed([sentence, [("Ei", "O")]], NAMES, seed=1)
    assert [tag for _, tag in copy] == ["O", "B-PER", "I-PER", "O"]
    assert copy[1][0] in {"Aino", "Pekka"}
    assert copy[2][0] in {"Virtaselle", "Hakalalle"}


def test_every_template_is_filled_and_its_names_are_marked() -> None:
    made = written(NAMES, copies=1, seed=0)
    assert len(made) > 150
    assert not [word for sentence in made for word, _ in sentence if "{" in word or "#" in word]
    first = next(s for s in made if s[0] == ("Asiakas", "O"))
    assert first[1][1] == "B-PER"


def test_tagged_files_are_read_plain_and_zipped(tmp_path: Path) -> None:
    content = "-DOCSTART-\tO\n\nAino\tB-PER\ntuli\tO\n\n\nKela\tB-ORG\n"
    (tmp_path / "a.tsv").write_text(content, encoding="utf-8")
    (tmp_path / "a.tsv.gz").write_bytes(gzip.compress(content.encode()))
    wanted = [[("Aino", "B-PER"), ("tuli", "O")], [("Kela", "B-ORG")]]
    assert read_tagged(tmp_path / "a.tsv") == read_tagged(tmp_path / "a.tsv.gz") == wanted


def test_examples_are_the_capitalised_words_with_their_classes() -> None:
    examples = to_examples(
        [[("Eilen", "O"), ("Aino", "B-PER"), ("kävi", "O"), ("Kelassa", "B-ORG")]]
    )
    assert examples.classes == ["O", "PER", "ORG"]
    assert [words[index] for words, index, _ in examples.asked] == ["Eilen", "Aino", "Kelassa"]


def test_only_sure_words_of_unlabelled_text_are_examples() -> None:
    examples = certain_words(["Palvelut toimivat Jyväskylässä.", "Aino kertoi Zamirosta."])
    assert [
        (words[index], kind)
        for (words, index, _), kind in zip(examples.asked, examples.classes, strict=True)
    ] == [("Palvelut", "O"), ("Jyväskylässä", "LOC")]


@pytest.mark.slow
def test_training_learns_and_writes_a_model(tmp_path: Path) -> None:
    for folder in ("persons", "names", "background"):
        (tmp_path / folder).mkdir()
    lines = "".join(
        f"Eilen\tO\n{name}\tB-PER\nkävi\tO\nKelassa\tB-ORG\n\n"
        for name in ("Aino", "Pekka", "Venla", "Oksana", "Reijo", "Sirpa")
    )
    (tmp_path / "persons" / "train.tsv.gz").write_bytes(gzip.compress(lines.encode()))
    for file in ("men_all", "women_all", "lastnames"):
        path = tmp_path / "names" / f"dvv2019_{file}.tsv"
        path.write_text("name\tcount\nRaili\t9\nHakala\t4\n", encoding="utf-8")
    for file in ("eduskunta_vkk_train", "vaalikone_kunta2000"):
        path = tmp_path / "background" / f"{file}.txt.gz"
        path.write_bytes(gzip.compress(b"Palvelut toimivat.\n"))
    plan = TrainingPlan(n_models=1, n_hidden=4, written_copies=1, n_folds=2, fold_block=1)
    model = train_name_model(tmp_path, tmp_path / "weights.tsv", plan=plan)
    again = train_name_model(tmp_path, tmp_path / "again.tsv", plan=plan)
    assert (tmp_path / "weights.tsv").read_bytes() == (tmp_path / "again.tsv").read_bytes()
    assert "PER" in model.classes
    assert model.threshold == again.threshold
