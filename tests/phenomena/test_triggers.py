"""The notation of triggers, and misspelt words."""

from __future__ import annotations

import pytest

from rakenlp.errors import SettingsError
from rakenlp.phenomena.triggers import PatternIndex, find_trigger, parse_trigger, stem_of
from rakenlp.phenomena.words import split_words


def found(written: str, text: str, **sets: str) -> list[str]:
    trigger = parse_trigger(written, sets)
    index = PatternIndex([trigger])
    words = split_words(text)
    places: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        for pattern in index.matches(word.surface, word.keys):
            places.setdefault(pattern, []).append(i)
    return [
        " ".join(words[i].surface for i in spot) for spot in find_trigger(trigger, places, words)
    ]


@pytest.mark.parametrize(
    ("trigger", "text", "expected"),
    [
        ("velka", "Velat ja opintovelka", ["Velat", "opintovelka"]),
        ("=perhe", "Perheelle perhekeskuksesta", ["Perheelle"]),
        ("velkaantu*", "ylivelkaantuneiden määrä", ["ylivelkaantuneiden"]),
        (
            "lasu%",
            "Lasuja tehtiin, lasuun, lasu-ilmoitus, lasuri",
            ["Lasuja", "lasuun", "lasu-ilmoitus"],
        ),
        ("totu%", "Totu-päätös ja totusta", ["Totu-päätös", "totusta"]),
        ("etsivä nuorisotyö", "Etsivässä nuorisotyössä", ["Etsivässä nuorisotyössä"]),
        ("raha riittää", "rahat eivät enää riitä", ["rahat riitä"]),
        ("raha riittää", "riittää rahaa", []),
        ("nuori + jono|odottaa", "Odottaa saa, kun on nuori", ["nuori Odottaa"]),
        ("nuori + jono", "Nuori lähti. Jono jäi.", []),
        ("TE-palvelu", "TE-palvelut, te-palvelut", ["TE-palvelut"]),
    ],
)
def test_trigger_finds_what_it_says(trigger, text, expected):
    assert found(trigger, text) == expected


def test_named_set_stands_for_its_words():
    assert found("@ei raha", "ilman rahaa", ei="ei|ilman") == ["ilman rahaa"]


@pytest.mark.parametrize(
    "slip", ["asunnottomuudn", "asunottomuuden", "asunnotomuutta", "Asunnottomuuteen"]
)
def test_slip_of_the_pen_is_forgiven_in_a_long_word(slip):
    assert found("asunnottomuus", f"{slip} kasvaa") == [slip]


def test_lost_dots_do_not_hide_a_word():
    assert found("lapsiperheköyhyys", "lapsiperhekoyhyyden ehkäisy") == ["lapsiperhekoyhyyden"]


def test_short_unknown_word_is_not_guessed_at():
    assert found("velka", "velkko") == []


@pytest.mark.parametrize("written", ["", "a||b", "@tuntematon", "yksi kaksi + kolme"])
def test_wrong_trigger_is_refused(written):
    with pytest.raises(SettingsError):
        parse_trigger(written, {})


def test_stem_is_what_inflected_forms_share():
    assert [stem_of(word) for word in ("köyhyys", "vähävarainen", "takaisinsoitto")] == [
        "koyhyy",
        "vahavarai",
        "takaisinsoi",
    ]
