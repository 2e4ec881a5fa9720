from __future__ import annotations

import pytest

from rakenlp.text.candidates import (
    CandidateMaker,
    colon_case,
    field_words,
    fixed_words,
    spoken_endings,
)
from rakenlp.text.guesser import Guesser
from rakenlp.text.lemma_model import read_particles
from rakenlp.text.lemmatizer import WEIGHTS

MAKER = CandidateMaker(read_particles(WEIGHTS), Guesser.read(WEIGHTS / "guesses.tsv"))


def lemmas(word: str) -> set[str]:
    return {c.lemma for c in MAKER.candidates(word)[0]}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("THL:n", "THL"),
        ("hva:lla", "hva"),
        ("5:n", "5"),
        ("EY:", "EY"),
        ("lasten-", "lapsi"),
        ("uutis-", "uutinen"),
        ("-päätöksestä", "päätös"),
        ("TikTok-ryhmässä", "TikTok-ryhmä"),
        ("halikuvia", "halikuva"),
        ("ymmärtäny", "ymmärtää"),
        ("naapuritki", "naapuri"),
        ("lisäksi", "lisäksi"),
        ("yleensähän", "yleensä"),
        ("oon", "olla"),
        ("totua", "totu"),
        ("sosrapista", "sosrap"),
        ("rakelle", "rake"),
        ("masiksen", "masis"),
    ],
)
def test_forms_beyond_the_dictionary(form: str, lemma: str) -> None:
    assert lemma in lemmas(form)


@pytest.mark.parametrize("word", ["[HENKILÖ 1]", "12.5.", "!!", "–", "110 000", "😀", "3,5"])
def test_what_is_no_word_is_itself_and_known(word: str) -> None:
    found, known = MAKER.candidates(word)
    assert {c.lemma for c in found} == {word}
    assert known


def test_placeholder_is_a_symbol() -> None:
    assert MAKER.candidates("[PUHELIN]")[0][0].upos == "SYM"


def test_unknown_word_is_marked_and_keeps_itself_among_its_guesses() -> None:
    found, known = MAKER.candidates("Blorgaxin")
    assert not known
    assert {"Blorgax", "Blorgaxin"} <= {c.lemma for c in found}


@pytest.mark.parametrize("word", ["a", "-", "--", ":", "A:", "x-", "-x", "'", "/", "1/2", "ä" * 60])
def test_any_token_has_a_candidate(word: str) -> None:
    found, _ = MAKER.candidates(word)
    assert found
    assert all(c.lemma for c in found)


def test_candidates_are_distinct() -> None:
    for word in ("kuusi", "Lahti", "tehtävä", "Blorgaxin"):
        found, _ = MAKER.candidates(word)
        assert len(found) == len(set(found))


def test_colon_endings() -> None:
    assert [colon_case(e) for e in ("n", "ssa", "lle", "hun", "")] == [
        "gen",
        "ine",
        "all",
        "ill",
        "nom",
    ]


def test_hand_made_tables_are_in_lower_case_and_without_repeats() -> None:
    assert all(form == form.lower() for form in fixed_words())
    assert all(len(pairs) == len(set(pairs)) for pairs in fixed_words().values())
    assert not set(field_words()) & set(fixed_words())
    assert len(spoken_endings()) == len(set(spoken_endings()))
