"""Nominative plurals, checked by real Voikko."""

from __future__ import annotations

import pytest

from rakenlp.finnish.voikko import open_voikko
from rakenlp.phenomena.plurals import nominative_plural


@pytest.mark.parametrize(
    ("base", "plural"),
    [
        ("häätö", "häädöt"),
        ("vuokravelka", "vuokravelat"),
        ("päätös", "päätökset"),
        ("mahdollisuus", "mahdollisuudet"),
        ("lääke", "lääkkeet"),
        ("laki", "lait"),
        ("työtön", "työttömät"),
        ("avain", "avaimet"),
        ("käsi", "kädet"),
        ("linja-autovuoro", "linja-autovuorot"),
        ("brumbelo", ""),
    ],
)
def test_plural_is_made_only_where_the_dictionary_agrees(base, plural):
    assert nominative_plural(base) == plural


def test_every_plural_made_is_read_as_one():
    for base in ("kyyti", "riita", "perhe", "asukas", "puhe", "iäkäs", "nuori", "koti", "vaate"):
        readings = open_voikko().readings(nominative_plural(base))
        assert any(r.lemma == base and r.number == "plural" for r in readings), base
