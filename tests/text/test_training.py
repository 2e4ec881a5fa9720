"""Training on a few tagged sentences: what is learned shows in the lemmas."""

from __future__ import annotations

from pathlib import Path

import pytest

from rakenlp.errors import EmptyInputError
from rakenlp.text import Lemmatizer, train_lemmatizer
from rakenlp.text.targets import TaggedWord
from rakenlp.text.training import count_forms, learn_lemmatizer, learn_particles, unwrap

TREE = [
    TaggedWord("Metsässä", "NOUN", "Case=Ine|Number=Sing"),
    TaggedWord("kasvoi", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin|Voice=Act"),
    TaggedWord("kuusi", "NOUN", "Case=Nom|Number=Sing"),
    TaggedWord(".", "PUNCT", ""),
]
SIX = [
    TaggedWord("Tarvitsemme", "VERB", "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin|Voice=Act"),
    TaggedWord("kuusi", "NUM", "Case=Nom|Number=Sing|NumType=Card"),
    TaggedWord("tuntia", "NOUN", "Case=Par|Number=Sing"),
    TaggedWord(".", "PUNCT", ""),
]  # fmt: skip
LATER = [
    TaggedWord("Lisäksi", "ADV", ""),
    TaggedWord("jono", "NOUN", "Case=Nom|Number=Sing"),
    TaggedWord("kasvaa", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin|Voice=Act"),
    TaggedWord(".", "PUNCT", ""),
]
CORPUS = [TREE, SIX, LATER] * 12


def test_context_is_learned_from_tags(tmp_path: Path) -> None:
    counts = learn_lemmatizer(CORPUS, tmp_path)
    assert counts["sentences"] == 36
    assert counts["weights"] > 0
    frame = Lemmatizer(weights=tmp_path).lemmatize(
        ["Metsässä kasvoi kuusi.", "Tarvitsemme kuusi tuntia."]
    )
    chosen = frame.loc[frame["surface"] == "kuusi", "upos"].tolist()
    assert chosen == ["NOUN", "NUM"]


def test_same_tags_give_the_same_files(tmp_path: Path) -> None:
    learn_lemmatizer(CORPUS, tmp_path / "a")
    learn_lemmatizer(CORPUS, tmp_path / "b")
    for file in sorted((tmp_path / "a").iterdir()):
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_particles_are_forms_tagged_so_often_enough() -> None:
    assert learn_particles(CORPUS) == {"lisäksi": (("ADV", "lisäksi"),)}


def test_forms_are_counted_in_lower_case() -> None:
    assert count_forms(CORPUS)["lisäksi"] == 12


@pytest.mark.slow  # loads the pipeline
def test_plain_texts_are_tagged_and_learned(tmp_path: Path) -> None:
    counts = train_lemmatizer(["Metsässä kasvoi kuusi.", "Tarvitsemme kuusi tuntia."], tmp_path)
    assert counts["tokens"] == 8
    assert (tmp_path / "features.tsv").exists()


def test_wrapped_lines_are_joined_again() -> None:
    line = "Tämä rivi on rivitetty kahdeksankymmenen merkin kohdalta ja jatkuu sitten"
    assert list(unwrap([line, "seuraavalla rivillä.", "Lyhyt."])) == [
        f"{line} seuraavalla rivillä.",
        "Lyhyt.",
    ]


def test_nothing_to_learn_from_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EmptyInputError):
        train_lemmatizer([], tmp_path)
