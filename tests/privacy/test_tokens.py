from __future__ import annotations

import pytest

from rakenlp.privacy.tokens import sentences, tokenize


def split(text: str) -> list[list[str]]:
    return [[token.text for token in sentence.tokens] for sentence in sentences(text)]


def test_initials_and_glued_names_are_taken_apart() -> None:
    assert [t.text for t in tokenize("P.J. Saukko, D'Angelo, THL:n Sirkka-Liisa")] == [
        *("P.", "J.", "Saukko", ",", "D'Angelo", ",", "THL:n", "Sirkka-Liisa"),
    ]


@pytest.mark.parametrize(
    "text",
    ["esim. Aino", "C. L. Engel tuli", "5.4. klo 9-12", "ks. s. 12", "klo 9.30 Aino", "mm. Kela"],
)
def test_abbreviations_dates_and_initials_do_not_end_a_sentence(text: str) -> None:
    assert len(split(text)) == 1


@pytest.mark.parametrize(
    ("text", "n"), [("Tuli. Meni.", 2), ("Mitä? Eikö!", 2), ("rivi\nrivi", 2), ("a . B", 2)]
)
def test_final_punctuation_and_line_breaks_end_a_sentence(text: str, n: int) -> None:
    assert len(split(text)) == n


def test_the_first_word_comes_after_bullets_and_quotes() -> None:
    (sentence,) = sentences("- ”Aino tuli”")
    assert sentence.tokens[sentence.first_word].text == "Aino"


def test_offsets_are_of_the_given_text() -> None:
    text = "  Aino  Koski "
    assert [text[t.start : t.end] for t in tokenize(text)] == ["Aino", "Koski"]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences(" \n ") == []
