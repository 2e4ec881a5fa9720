"""Noun phrases in the nominative, from real texts."""

from __future__ import annotations

import pytest

from rakenlp.phenomena.noun_phrases import (
    find_phrases,
    group_tokens,
    is_common,
    write_phrase,
)
from tests.phenomena.material import tokens_of


def phrases(text: str) -> set[str]:
    tokens = group_tokens(tokens_of([text]), [text])[0]
    return {write_phrase(phrase, plural=phrase.plural) for phrase in find_phrases(tokens)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("odotamme toimeentulotuen päätöksiä", {"toimeentulotuki", "toimeentulotuen päätökset"}),
        ("avoimessa kohtaamispaikassa", {"kohtaamispaikka", "avoin kohtaamispaikka"}),
        ("vuokrarästien kasvu", {"vuokrarästit", "vuokrarästien kasvu"}),
        ("pitkien odotusaikojen vuoksi", {"odotusajat", "pitkät odotusajat"}),
        (
            "lapsen huostaanoton valmistelussa",
            {"lapsen huostaanotto", "lapsen huostaanoton valmistelu"},
        ),
        ("omaishoidon kuormittavuutta", {"omaishoito", "omaishoidon kuormittavuus"}),
    ],
)
def test_phrase_is_brought_to_the_nominative(text, expected):
    assert expected <= phrases(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Odotti kaksi viikkoa", "viikko"),
        ("Soitin [HENKILÖ 1] vuokravelasta", "henkilö"),
        ("asui Jyväskylän keskustassa", "jyväskylän"),
        ("sai päätöksen postissa", "päätöksen posti"),
        ("eri palvelun jono", "eri"),
        ("12 hakemuksen jono", "12"),
        ("Virtasen vuokravelka", "virtasen"),
    ],
)
def test_names_numbers_times_and_objects_stay_out(text, unwanted):
    assert not any(unwanted in phrase.lower() for phrase in phrases(text))


@pytest.mark.parametrize(
    ("surface", "upos", "first", "common"),
    [
        ("Jono", "NOUN", True, True),
        ("Jono", "NOUN", False, False),
        ("JONO", "NOUN", False, True),
        ("Kelan", "PROPN", False, True),
        ("Kuopiossa", "PROPN", False, False),
        ("12", "NUM", False, False),
    ],
)
def test_common_words_are_told_from_names(surface, upos, first, common):
    assert is_common(surface, upos, first=first) is common
