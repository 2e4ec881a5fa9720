from __future__ import annotations

from rakenlp.corpus.encoding import Decoded
from rakenlp.corpus.text_file import read_text_file

from .boards import DOUBLE_SPACED


def _pieces(text: str, **options) -> list[tuple[str, str]]:
    content = read_text_file(Decoded(text, "UTF-8"), name="teksti.txt", **options)
    return [(piece.status, piece.text) for piece in content.pieces]


WRAPPED = """Kevään aikana olemme nähneet, että yhä useampi perhe
hakee apua vasta silloin, kun häätö on jo lähellä.
Neuvontaa ei tunneta.

Toinen huomio on myönteinen: avoin kohtaamispaikka tavoittaa
nuoria, jotka eivät muuten asioisi missään.
"""


def test_wrapped_paragraphs_are_joined():
    assert [text for _, text in _pieces(WRAPPED)] == [
        "Kevään aikana olemme nähneet, että yhä useampi perhe hakee apua vasta silloin, kun häätö on "
        "jo lähellä. Neuvontaa ei tunneta.",
        "Toinen huomio on myönteinen: avoin kohtaamispaikka tavoittaa nuoria, jotka eivät muuten "
        "asioisi missään.",
    ]


def test_markdown_headings_bullets_and_marks():
    text = "# Havainnot\n\n- **Velat** kasvavat\n- Katso [ohje](http://esimerkki.fi)\n\n---\nKyydit puuttuvat.\n"
    assert _pieces(text, markdown=True) == [
        ("metadata", "Havainnot"),
        ("document", "Velat kasvavat"),
        ("document", "Katso ohje"),
        ("metadata", "---"),
        ("document", "Kyydit puuttuvat."),
    ]


def test_a_board_is_taken_apart():
    content = read_text_file(Decoded(DOUBLE_SPACED.text, "UTF-8"), name="x.txt")
    assert {piece.status for piece in content.pieces} == {"document", "metadata", "leftover"}
    assert {piece.unit for piece in content.pieces} == {"note", "line"}


def test_a_table_in_a_text_file_is_a_table():
    content = read_text_file(Decoded("Pvm\tHavainto\n5.4.2026\tJonot\n", "UTF-8"), name="x.txt")
    assert content.tables[0].headers == ("Pvm", "Havainto")
