from __future__ import annotations

import gzip
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.errors import ModelError
from rakenlp.frames import TOKENS
from rakenlp.text import Lemmatizer

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
LEMMATIZER = Lemmatizer()


def lemma_of(text: str, word: str) -> str:
    frame = LEMMATIZER.lemmatize([text])
    return str(frame.loc[frame["surface"] == word, "lemma"].iloc[0])


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Asiakas odotti kuusi tuntia.", "kuusi", "kuusi"),
        ("Pihalla kasvoi kuusen taimia.", "kuusen", "kuusi"),
        ("Hän ei ole saanut apua.", "saanut", "saada"),
        ("Tuki on tärkeä perheille.", "Tuki", "tuki"),
        ("Perheet tarvitsevat lisää tukea.", "lisää", "lisää"),
        ("Ohjelman avulla lisätään tukea.", "lisätään", "lisätä"),
        ("Kela maksoi tuen THL:n ohjeen mukaan.", "THL:n", "THL"),
        ("Asunnottomuutta on enemmän nuorilla.", "Asunnottomuutta", "asunnottomuus"),
        ("Häätöjen määrä kasvaa.", "Häätöjen", "häätö"),
        ("Velkojen takia ei saa asuntoa.", "Velkojen", "velka"),
        ("Tukea haetaan Kelasta.", "Kelasta", "Kela"),
        ("Päihde- ja mielenterveyspalvelut ovat ruuhkautuneet.", "Päihde-", "päihde"),
        ("Mä en oo saanu mitää apua.", "oo", "olla"),
        ("Sosrapista nousi ilmiöitä.", "Sosrapista", "sosrap"),
        ("Palvelujen saaminen vaikeutui 1990-luvulla.", "1990-luvulla", "1990-luku"),
    ],
)
def test_lemma_in_context(text: str, word: str, lemma: str) -> None:
    assert lemma_of(text, word) == lemma


def test_neighbours_decide_between_readings() -> None:
    verb = LEMMATIZER.lemmatize(["Haluan tukea perhettä."])
    noun = LEMMATIZER.lemmatize(["Perheet tarvitsevat tukea."])
    assert verb.loc[1, ["lemma", "upos"]].tolist() == ["tukea", "VERB"]
    assert noun.loc[2, ["lemma", "upos"]].tolist() == ["tuki", "NOUN"]
    assert "context" in {verb.loc[1, "chosen"], noun.loc[2, "chosen"]}
    assert lemma_of("Perhe jäi ilman apua.", "ilman") == "ilman"
    assert lemma_of("Ilman laatu on huono.", "Ilman") == "ilma"


def test_unknown_word_is_kept_and_marked() -> None:
    row = LEMMATIZER.lemmatize(["Zorblaxissa ei ole palveluja."]).iloc[0]
    assert not row["known"]
    assert row["readings"] == 0
    assert row["chosen"] == "guess"
    assert row["lemma"].startswith("Zorblax")


def test_placeholder_is_its_own_lemma() -> None:
    row = LEMMATIZER.lemmatize(["[HENKILÖ 1] odottaa."]).iloc[0]
    assert row[["surface", "lemma", "upos"]].tolist() == ["[HENKILÖ 1]", "[HENKILÖ 1]", "SYM"]


def test_compound_has_its_parts() -> None:
    frame = LEMMATIZER.lemmatize(["Toimeentulotukiasiakkaita on paljon."])
    assert frame.loc[0, "parts"] == "toimeentulo|tuki|asiakas"


def test_frame_counts_sentences_and_offsets_in_each_text() -> None:
    texts = ["Jono kasvaa. Apu viipyy.", "", "Asunto puuttuu."]
    frame = LEMMATIZER.lemmatize(texts)
    assert frame["text"].unique().tolist() == [0, 2]
    assert frame.loc[frame["text"] == 0, "sentence"].max() == 1
    assert frame.loc[frame["text"] == 2, "sentence"].max() == 0
    for row in frame.itertuples():
        assert texts[row.text][row.start :].startswith(row.surface)


def test_nothing_to_lemmatise_gives_an_empty_table() -> None:
    for texts in ([], ["", "  \n"]):
        frame = LEMMATIZER.lemmatize(texts)
        assert len(frame) == 0
        assert list(frame.columns) == list(TOKENS.columns)


def test_same_answer_in_any_order_and_after_any_other_text() -> None:
    texts = ["Kuusi perhettä jonottaa.", "Kuusen alla oli lumi.", "Zorblaxin tuki loppui."]
    forward = LEMMATIZER.lemmatize(texts)
    LEMMATIZER.lemmatize(["Aivan muita sanoja tässä välissä, kuten hyllytys."])
    backward = LEMMATIZER.lemmatize(texts[::-1])
    for i in range(3):
        a = forward[forward["text"] == i].drop(columns="text").reset_index(drop=True)
        b = backward[backward["text"] == 2 - i].drop(columns="text").reset_index(drop=True)
        pd.testing.assert_frame_equal(a, b)


def test_exactly_one_lemma_for_each_given_word() -> None:
    given_words = [["THL:n", "ohje", "esim", "."], [], ["110 000", "perhettä"]]
    lemmas = LEMMATIZER.lemmatize_words(given_words)
    assert [len(sentence) for sentence in lemmas] == [4, 0, 2]
    assert lemmas[2] == ["110 000", "perhe"]


def test_given_words_get_the_treebanks_boundary_mark() -> None:
    assert LEMMATIZER.lemmatize_words([["raaka-aineiden", "Keski-Suomessa"]]) == [
        ["raaka#aine", "Keski-Suomi"]
    ]


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_words_get_one_lemma_each(words: list[str]) -> None:
    (lemmas,) = LEMMATIZER.lemmatize_words([words])
    assert len(lemmas) == len(words)


@pytest.mark.slow  # loads the pipeline
def test_accurate_mode_gives_the_same_table() -> None:
    frame = Lemmatizer("accurate").lemmatize(["Asiakas odotti kuusi tuntia.", "Apu viipyi."])
    assert frame["lemma"].tolist()[:4] == ["asiakas", "odottaa", "kuusi", "tunti"]


def test_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="fast"):
        Lemmatizer("slow")  # type: ignore[arg-type]


def test_missing_weights_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="weights are missing"):
        Lemmatizer(weights=tmp_path)


def gold(name: str) -> list[list[tuple[str, str, str]]]:
    """(form, lemma, UPOS) of every word of every sentence of a CoNLL-U file."""
    path = SHARED / "lemmas" / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    sentences: list[list[tuple[str, str, str]]] = [[]]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                sentences[-1].append((cells[1], cells[2], cells[3]))
            elif len(cells) == 1 and not cells[0] and sentences[-1]:
                sentences.append([])
    return [sentence for sentence in sentences if sentence]


def accuracy(lemmatizer: Lemmatizer, sentences: list[list[tuple[str, str, str]]]) -> float:
    found = lemmatizer.lemmatize_words([[w[0] for w in s] for s in sentences])
    right = [
        lemma.replace("#", "").lower() == wanted.replace("#", "").lower()
        for sentence, lemmas in zip(sentences, found, strict=True)
        for (_, wanted, upos), lemma in zip(sentence, lemmas, strict=True)
        if upos not in ("PUNCT", "SYM")
    ]
    return sum(right) / len(right)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "name", "floor"),
    [
        ("fast", "fi_tdt-ud-dev.conllu.gz", 0.970),
        ("fast", "fi_pud-ud-test.conllu.gz", 0.970),
        ("accurate", "fi_tdt-ud-dev.conllu.gz", 0.972),
        ("accurate", "fi_pud-ud-test.conllu.gz", 0.972),
    ],
)
def test_accuracy_on_gold_words(mode: str, name: str, floor: float) -> None:
    lemmatizer = Lemmatizer("accurate" if mode == "accurate" else "fast")
    assert accuracy(lemmatizer, gold(name)) >= floor
