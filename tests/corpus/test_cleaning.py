from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakenlp.corpus.cleaning import clean_text, tally_remarks


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("TyÃ¶ntekijÃ¤ vaihtui", "Työntekijä vaihtui"),
        ("Ã„iti odotti â€“ turhaan", "Äiti odotti – turhaan"),
        ("liian\xa0pitka\u202fmatka", "liian pitka matka"),
        ("yksi\r\nkaksi\rkolme", "yksi\nkaksi\nkolme"),
        ("rivi_x000D_\ntoinen", "rivi\ntoinen"),
        ("aa\u0308ni", "aäni"),
        ("so\u00adsi\u200baali", "sosiaali"),
        ("r\ud800ivi", "rivi"),
        ("👨\u200d👩\u200d👧 perhe", "👨\u200d👩\u200d👧 perhe"),
    ],
)
def test_damage_of_tools_is_undone(dirty: str, clean: str):
    assert clean_text(dirty, Counter()) == clean


def test_repairs_are_counted():
    tally: Counter[str] = Counter()
    for text in ("hyvÃ¤", "paha", "a\0b\0"):
        clean_text(text, tally)
    assert tally_remarks(tally) == [
        "Merkistövirheitä korjattiin: 1 kohtaa.",
        "NUL-merkkejä poistettiin: 2.",
    ]


@given(st.text(max_size=50))
def test_a_clean_text_is_left_alone(text: str):
    once = clean_text(text, Counter())
    assert once == clean_text(once, Counter()) or "Ã" in once or "â€" in once
    assert unicodedata.is_normalized("NFC", once) or not once.isprintable()
    once.encode("utf-8")
