"""Keys of written words, with real Voikko."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.phenomena.wordkeys import compound_runs, ellipsis_keys, fold, word_keys


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("häädön", {"häätö"}),
        ("mielenterveysongelmat", {"mielenterveys", "ongelma", "mielenterveysongelma"}),
        ("pitkäaikaisasunnottomuuden", {"asunnottomuus"}),
        ("perustoimeentulotukea", {"toimeentulotuki"}),
        ("vanhempien", {"vanha", "vanhempi"}),
        ("asumista", {"asuminen", "asua"}),
        ("kotipalvelukin", {"kotipalvelu"}),
        ("mt-ongelmat", {"mt", "ongelma", "mt-ongelma"}),
        ("hva:lla", {"hva"}),
        ("84-vuotiaan", {"ikä:vanha"}),
        ("17-vuotias", {"ikä:nuori"}),
        ("KELASTA", {"kela"}),
    ],
)
def test_word_gives_its_keys(word, keys):
    assert keys <= word_keys(word).keys


def test_capitals_of_a_hyphenated_word_are_kept():
    assert "TE-palvelu" in word_keys("TE-palveluista").keys
    assert "TE-palvelu" not in word_keys("te-palveluista").keys
    assert "te-palvelu" in word_keys("te-palveluista").keys


def test_unknown_word_is_kept_and_marked():
    keys = word_keys("nepsyvalmentajalle")
    assert "nepsyvalmentajalle" in keys.keys
    assert not keys.known


def test_whole_words_are_told_from_parts():
    keys = word_keys("perhekeskus")
    assert "perhe" in keys.keys
    assert "perhe" not in keys.whole


def test_elliptic_compound_is_completed():
    assert "toimeentulotuki" in ellipsis_keys("toimeentulo-", "asumistuki")
    assert "päihdeongelma" in ellipsis_keys("päihde-", "mielenterveysongelmat")


def test_runs_of_a_simple_word_are_the_word():
    assert compound_runs("jono", "=pppp") == ("jono",)


@settings(max_examples=60)
@given(st.text(alphabet="abdehijklmnoprstuvyäö-ABT", min_size=1, max_size=15))
def test_any_word_has_itself_as_a_key(text):
    assert text.lower() in word_keys(text).keys
    assert fold(fold(text)) == fold(text)
