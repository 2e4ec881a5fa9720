from __future__ import annotations

import pytest

from rakenlp.corpus.tones import read_tone


@pytest.mark.parametrize(
    ("word", "tone"),
    [
        ("Myönteinen", "+"),
        ("Positiivinen havainto", "+"),
        ("+", "+"),
        ("KIELTEINEN", "-"),
        ("negatiivinen;", "-"),
        ("–", "-"),
        ("Neutraali", "0"),
        ("negativ", "-"),
        ("en osaa sanoa", ""),
        ("", ""),
    ],
)
def test_tone_words(word: str, tone: str):
    assert read_tone(word) == tone
