from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from rakenlp.corpus.workbook import read_workbook
from rakenlp.errors import InputError

from .exports import write_workbook

LIMIT = 10_000_000


def test_every_visible_sheet_is_a_table_and_hidden_ones_are_named(tmp_path: Path):
    rows = [["Pvm", "Havainto"], [dt.datetime(2026, 4, 5), "Jonot"]]
    path = write_workbook(tmp_path / "a.xlsx", {"Huhti": rows, "Tyhjä": [], "Vanha": rows})
    workbook = openpyxl.load_workbook(path)
    workbook["Vanha"].sheet_state = "hidden"
    workbook.save(path)
    content = read_workbook(path.read_bytes(), max_bytes=LIMIT)
    assert [table.sheet for table in content.tables] == ["Huhti"]
    assert content.tables[0].rows[0].cells == (dt.datetime(2026, 4, 5), "Jonot")
    reasons = {line.sheet: (line.status, line.reason) for line in content.lines}
    assert reasons["Tyhjä"] == ("empty", "Tyhjä taulukko.")
    assert reasons["Vanha"][1].startswith("Piilotettua taulukkoa ei luettu (rivejä: 1).")


def test_a_formula_is_text_and_never_run(tmp_path: Path):
    rows = [
        ["Pvm", "Havainto"],
        ["5.4.2026", '=HYPERLINK("http://esimerkki.fi")'],
        ["6.4.2026", "Jonot"],
    ]
    path = write_workbook(tmp_path / "a.xlsx", {"A": rows})
    cells = [row.cells for row in read_workbook(path.read_bytes(), max_bytes=LIMIT).tables[0].rows]
    assert cells == [("5.4.2026", '=HYPERLINK("http://esimerkki.fi")'), ("6.4.2026", "Jonot")]


def test_a_wrong_size_in_the_sheet_loses_no_rows(tmp_path: Path):
    import zipfile

    path = write_workbook(tmp_path / "a.xlsx", {"A": [["Pvm", "Havainto"], ["5.4.2026", "Jonot"]]})
    wrong = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(wrong, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            target.writestr(item, data.replace(b'ref="A1:B2"', b'ref="A1"'))
    assert len(read_workbook(wrong.read_bytes(), max_bytes=LIMIT).tables[0].rows) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04rikki", "vioittunut"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "vanhaa Excel-muotoa"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "salasanalla"),
    ],
)
def test_unreadable_files_say_what_to_do(data: bytes, words: str):
    with pytest.raises(InputError, match=words):
        read_workbook(data, max_bytes=LIMIT)


def test_a_workbook_that_unpacks_too_large_is_refused(tmp_path: Path):
    path = write_workbook(
        tmp_path / "a.xlsx", {"A": [["Pvm", "Havainto"], ["5.4.2026", "a" * 5_000]]}
    )
    with pytest.raises(InputError, match="liian suuri"):
        read_workbook(path.read_bytes(), max_bytes=4_000)
