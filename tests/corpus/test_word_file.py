from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from rakenlp.corpus.contents import Content
from rakenlp.corpus.word_file import read_word_file
from rakenlp.errors import InputError

LIMIT = 10_000_000


def _read(document) -> Content:
    buffer = io.BytesIO()
    document.save(buffer)
    return read_word_file(buffer.getvalue(), max_bytes=LIMIT)


def _memo():
    document = docx.Document()
    document.add_heading("Tiimipalaverin muistio", 0)
    document.add_paragraph("Aika: 10.6.2026 klo 9")
    document.add_paragraph("Läsnä")
    document.add_paragraph("Aino Lehtovaara, sosiaaliohjaaja", style="List Bullet")
    document.add_paragraph("Pertti Virtanen", style="List Bullet")
    document.add_heading("Kyydit", 1)
    document.add_paragraph("Bussi ei enää kulje kylille.")
    document.add_paragraph("Taksi on liian kallis.", style="List Bullet")
    return document


def test_a_memo_gives_paragraphs_and_bullets_without_people_and_headings():
    content = _read(_memo())
    assert [p.text for p in content.pieces if p.status == "document"] == [
        "Bussi ei enää kulje kylille.",
        "Taksi on liian kallis.",
    ]
    assert [p.status for p in content.pieces].count("personal") == 3
    assert content.date == "2026-06-10"


def test_a_table_of_reports_is_read_as_a_table():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for column, texts in enumerate((["Pvm", "5.4.2026"], ["Kuvaa havaintosi", "Jonot"])):
        for row, text in enumerate(texts):
            table.cell(row, column).text = text
    content = _read(document)
    assert content.tables[0].headers == ("Pvm", "Kuvaa havaintosi")
    assert content.tables[0].sheet == "taulukko 1"


def test_a_filled_form_is_one_record():
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for question, answer in (
        ("Päivämäärä", "5.4.2026"),
        ("Nimi", "Aino"),
        ("Kuvaa havaintosi", "Jonot"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = question, answer
    content = _read(document)
    assert content.tables[0].headers == ("Päivämäärä", "Nimi", "Kuvaa havaintosi")
    assert len(content.tables[0].rows) == 1


def test_a_table_of_participants_is_dropped():
    document = docx.Document()
    document.add_paragraph("Läsnä:")
    table = document.add_table(rows=2, cols=2)
    for row, name in enumerate(("Aino Lehtovaara", "Pertti Virtanen")):
        table.cell(row, 0).text, table.cell(row, 1).text = name, "sosiaaliohjaaja"
    document.add_paragraph("Velat kasvavat.")
    content = _read(document)
    assert [p.text for p in content.pieces if p.status == "document"] == ["Velat kasvavat."]
    assert [(line.unit, line.status) for line in content.lines] == [("sheet", "personal")]


def test_people_beside_their_label_in_a_layout_table_are_dropped():
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for label, text in (
        ("Aika", "10.6.2026"),
        ("Läsnä", "Aino Lehtovaara, Pertti Virtanen"),
        ("Kyydit", "Bussi ei kulje."),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
    content = _read(document)
    assert content.date == "2026-06-10"
    assert "Lehtovaara" not in " ".join(p.text for p in content.pieces if p.status == "document")


def test_tracked_insertions_are_read_and_hidden_text_is_not():
    document = docx.Document()
    paragraph = document.add_paragraph("Jonot ")
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>kasvavat</w:t></w:r></w:ins>"))
    paragraph._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>pienenevät</w:delText></w:r></w:del>")
    )
    hidden = paragraph.add_run(" salaa")
    hidden.font.hidden = True
    content = _read(document)
    assert content.pieces[0].text.strip() == "Jonot kasvavat"
    assert "Piilotettua tekstiä ei luettu." in content.description


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04rikki", "vioittunut"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "vanhaa Word-muotoa"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "salasanalla"),
        (b"", "vioittunut"),
    ],
)
def test_unreadable_files_say_what_to_do(data: bytes, words: str):
    with pytest.raises(InputError, match=words):
        read_word_file(data, max_bytes=LIMIT)
