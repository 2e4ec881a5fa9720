from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import rakenlp.privacy
from rakenlp.privacy.name_context import (
    AMBIGUOUS_OPENER,
    CALL,
    COMMON_COMPOUND,
    KNOWN_OTHER,
    RELATIVE,
    TITLE,
    NameContext,
    is_title,
)
from rakenlp.privacy.places import is_municipality, is_postal_place
from rakenlp.privacy.word_lists import word_list


def evidence(text: str, index: int, *, opens: bool = False) -> float:
    return NameContext().adjustment(text.split(), index, opens=opens, damaged=False)


@pytest.mark.parametrize(
    ("text", "index", "value"),
    [
        ("asiakas Oravainen tuli", 1, TITLE),
        ("sosiaalityöntekijän Oravaisen", 1, TITLE),
        ("poika nimeltä Jasu", 2, CALL),
        ("Kirjasi : Oravainen", 2, CALL),
        ("nimeni on Jasu", 2, CALL),
        ("soitti Kelaan", 1, KNOWN_OTHER),
        ("meille Liisa-täti soitti", 1, RELATIVE),
        ("pidettiin Teams-tapaaminen", 1, COMMON_COMPOUND),
        ("eilen Jasu soitti", 1, 0.0),
    ],
)
def test_the_words_around_speak_for_and_against(text: str, index: int, value: float) -> None:
    assert evidence(text, index) == value


def test_an_ambiguous_opener_is_a_name_when_it_acts() -> None:
    assert evidence("Toivo paremmasta elää", 0, opens=True) == AMBIGUOUS_OPENER
    assert evidence("Toivo kertoi kaiken", 0, opens=True) == 0.0
    assert evidence("Toivo Oravainen", 0, opens=True) == 0.0
    assert evidence("Toivon äiti soitti", 0, opens=True) == 0.0


def test_titles_are_known_in_every_form() -> None:
    assert is_title("asiakkaalle")
    assert is_title("Äidin")
    assert not is_title("vuokra")


@pytest.mark.parametrize(
    "word", ["Jyväskylä", "Äänekoskella", "Esbo", "Harjukoskelta", "Suovaarassa"]
)
def test_municipalities_are_known_in_every_form(word: str) -> None:
    assert is_municipality(word)


@pytest.mark.parametrize("word", ["Vuokra", "jyväskylä", "Kela", "Virtanen"])
def test_other_words_are_no_municipalities(word: str) -> None:
    assert not is_municipality(word)


def test_danger_is_no_place() -> None:
    assert not is_municipality("Syrjäytymisvaara", opens_sentence=True)


def test_only_a_basic_form_follows_a_postal_code() -> None:
    assert is_postal_place("Jyväskylä")
    assert is_postal_place("ÄÄNEKOSKI")
    assert not is_postal_place("Suomessa")


def test_word_lists_hold_small_letters_once() -> None:
    file = Path(rakenlp.privacy.__file__).with_name("words.toml")
    for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
        assert words == words.lower(), name
        assert len(words.split()) == len(word_list(name)), name
