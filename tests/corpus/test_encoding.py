from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakenlp.corpus.encoding import decode
from rakenlp.errors import InputError

TEXT = "Päivämäärä;Kuvaa havaintosi\n5.4.2026;Äidin työpäivä on pitkä – liian pitkä”\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_encodings_that_exports_use(codec: str, name: str):
    decoded = decode(TEXT.encode(codec))
    assert (decoded.text, decoded.encoding) == (TEXT, name)


def test_latin_1_with_its_control_bytes_loses_nothing():
    assert (
        decode("työ\x9d ja ".encode("latin-1") + "äiti".encode("latin-1")).text == "työ\x9d ja äiti"
    )


def test_two_encodings_in_one_file_are_read_line_by_line_and_told():
    decoded = decode("äiti\n".encode() + "isä\n".encode("cp1252"))
    assert decoded.text == "äiti\nisä\n"
    assert decoded.remarks == ("Tiedostossa on kaksi merkistöä sekaisin. Windows-1252-rivejä: 1.",)


def test_zero_characters_are_dropped_and_counted():
    decoded = decode(b"jonot\x00 kasvavat ja kasvavat\x00")
    assert decoded.text == "jonot kasvavat ja kasvavat"
    assert decoded.remarks == ("NUL-merkkejä poistettiin: 2.",)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7 ...", bytes(range(32)) * 40])
def test_what_is_not_text_is_refused_with_a_remedy(data: bytes):
    with pytest.raises(InputError, match="uudelleen"):
        decode(data)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60))
def test_utf_8_text_comes_back(text: str):
    assert decode(text.encode("utf-8-sig")).text == text
