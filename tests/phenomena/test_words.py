"""Splitting texts into words and clauses."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.phenomena.words import split_words


def test_missing_space_after_a_question_mark_still_ends_the_sentence():
    words = split_words("Rake lähelle perustyötä?Miten")
    assert [word.surface for word in words] == ["Rake", "lähelle", "perustyötä", "Miten"]
    assert words[3].sentence == words[2].sentence + 1


def test_placeholder_keeps_its_place_without_keys():
    words = split_words("Asiakas [HENKILÖ 1] soitti")
    assert words[1].surface == "[HENKILÖ 1]"
    assert not words[1].keys.keys


def test_elliptic_words_are_completed_over_a_list():
    words = split_words("päihde-, mielenterveys- ja peliongelmat")
    assert "päihdeongelma" in words[0].keys.keys
    assert "mielenterveysongelma" in words[1].keys.keys


def test_comma_moves_the_clause_but_not_the_sentence():
    first, second = split_words("Jono kasvaa, apua")[1:]
    assert second.clause > first.clause
    assert second.sentence == first.sentence


@settings(max_examples=60)
@given(st.text(alphabet="aäö -[].,?!\nXYZ19:'", max_size=60))
def test_every_word_stands_where_it_says(text):
    for word in split_words(text):
        assert text[word.start : word.start + len(word.surface)] == word.surface
