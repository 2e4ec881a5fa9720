from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.corpus.delimited import looks_like_table, read_delimited
from rakenlp.corpus.encoding import Decoded


def _read(text: str) -> list[tuple[object, ...]]:
    content = read_delimited(Decoded(text, "UTF-8"))
    return [row.cells for table in content.tables for row in table.rows]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    rows = [
        ["5.4.2026", "Kivisuo", 'Jono kasvaa, kun "kaikki" tulevat; samaan aikaan | taas'],
        ["6.4.2026", "Suovaara", "Kaksi riviä:\ntässä toinen, pitkä"],
        ["7.4.2026", "Kivisuo", "Lyhyt"],
    ]
    writer.writerows([["Pvm", "Kunta", "Kuvaa havaintosi"], *rows])
    assert _read(buffer.getvalue()) == [tuple(row) for row in rows]


def test_one_column_with_commas_in_its_sentences_stays_one():
    assert _read("Palaute\nHyvä, mutta hidas\nKallis\nEn saanut aikaa, enkä vastausta\n") == [
        ("Hyvä, mutta hidas",),
        ("Kallis",),
        ("En saanut aikaa, enkä vastausta",),
    ]


def test_excels_sep_line_is_obeyed():
    content = read_delimited(Decoded("sep=;\nPvm;Havainto\n5.4.2026;Jonot, jonot\n", "UTF-8"))
    assert content.tables[0].rows[0].number == 3
    assert content.tables[0].headers == ("Pvm", "Havainto")


def test_a_stray_quote_spoils_no_other_row():
    text = (
        "Pvm;Havainto;Ehdotus\n"
        '1.4.2026;"Ei tästä tule mitään" sanoi asiakas;x\n'
        '2.4.2026;"avaamatta jäänyt lainaus;y\n'
        '3.4.2026;"ehjä ""lainaus""";z\n'
    )
    assert [row[1] for row in _read(text)] == [
        '"Ei tästä tule mitään" sanoi asiakas',
        '"avaamatta jäänyt lainaus',
        'ehjä "lainaus"',
    ]


def test_spaces_before_quoted_cells_are_no_part_of_them():
    text = 'Pvm; Havainto; Ehdotus\n1.4.2026; "Jonot; velat"; "apua"\n2.4.2026; "a" ; "b"\n'
    assert _read(text) == [("1.4.2026", "Jonot; velat", "apua"), ("2.4.2026", "a", "b")]


def test_quotes_escaped_with_a_backslash():
    assert _read('Pvm,Havainto\n1.4.2026,"sanoi \\"ei\\", ja lähti"\n') == [
        ("1.4.2026", 'sanoi "ei", ja lähti')
    ]


def test_a_cell_longer_than_csv_allows_is_read_and_the_limit_is_put_back():
    before = csv.field_size_limit()
    rows = _read("Pvm;Havainto\n1.4.2026;" + "a" * 200_000 + "\n")
    assert len(str(rows[0][1])) == 200_000
    assert csv.field_size_limit() == before


def test_many_stray_quotes_lose_no_rows():
    line = '1.4.2026;"kesken;x\n'
    assert len(_read("Pvm;Havainto;Ehdotus\n" + line * 4_001)) > 2_000


def test_a_text_file_is_a_table_only_with_named_columns():
    assert looks_like_table("Pvm\tHavainto\n5.4.2026\tJonot\n")
    assert not looks_like_table("Kävin kaupassa; sitten kotiin\nSatoi; tuuli\n")
    assert not looks_like_table("Hyvä, mutta hidas\nKallis, mutta hyvä\n")


CELLS = st.text(alphabet=st.sampled_from('abc ä"\n;,'), min_size=1, max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=3, max_size=12))
@settings(max_examples=60, deadline=None)
def test_what_excel_writes_is_read_back(rows: list[tuple[str, str, str]]):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([("Päivämäärä", "Kunta", "Havainto"), *rows])
    content = read_delimited(Decoded(buffer.getvalue(), "UTF-8"))
    kept = [row.cells for row in content.tables[0].rows]
    while rows and not "".join(rows[-1]).strip():
        rows.pop()
    assert kept == rows
