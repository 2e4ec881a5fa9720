from __future__ import annotations

from rakenlp.corpus.contents import Row
from rakenlp.corpus.tables import build_table


def _rows(*cells: list[object]) -> list[Row]:
    return [Row(number, tuple(row)) for number, row in enumerate(cells, start=1)]  # type: ignore[arg-type]


def test_title_rows_above_the_header_are_told_in_the_ledger():
    table = build_table(
        _rows(
            ["Sosiaalinen raportointi, vienti 5.4.2026", None],
            [None, None],
            ["Pvm", "Kuvaa havaintosi"],
            ["1.4.2026", "Jonot"],
        )
    )
    assert table is not None
    assert table.headers == ("Pvm", "Kuvaa havaintosi")
    assert [row.number for row in table.rows] == [4]
    assert [(line.row, line.reason) for line in table.lines] == [
        (1, "Otsikkorivin yläpuolinen rivi."),
        (3, "Otsikkorivi."),
    ]


def test_headers_are_on_one_line_all_named_and_all_different():
    table = build_table(
        _rows(["1. Kuvaa\nhavaintosi\xa0", "", "Muuta", "Muuta"], ["a", "b", "c", "d"])
    )
    assert table is not None
    assert table.headers == ("Kuvaa havaintosi", "sarake 2", "Muuta", "Muuta (2)")


def test_a_table_without_a_header_keeps_its_first_row():
    table = build_table(
        _rows(["5.4.2026", "Kivisuo", "Jonot kasvavat"], ["6.4.2026", "Kivisuo", "x"])
    )
    assert table is not None
    assert table.headers == ("sarake 1", "sarake 2", "sarake 3")
    assert len(table.rows) == 2


def test_a_single_column_without_a_header_keeps_its_first_text():
    table = build_table(_rows(["Jonot kasvavat taas."], ["Bussi ei kulje."]))
    assert table is not None
    assert len(table.rows) == 2


def test_a_repeated_header_is_no_data():
    table = build_table(_rows(["Pvm", "Havainto"], ["1.4.2026", "a"], ["Pvm", "Havainto"]))
    assert table is not None
    assert len(table.rows) == 1
    assert table.lines[-1].reason == "Toistuva otsikkorivi."


def test_blank_rows_at_the_end_are_left_out_and_blank_ones_between_stay():
    table = build_table(
        _rows(["Pvm", "Havainto"], ["1.4.2026", "a"], [], ["2.4.2026", "b"], [], [None])
    )
    assert table is not None
    assert [row.number for row in table.rows] == [2, 3, 4]


def test_a_blank_grid_is_no_table():
    assert build_table(_rows([], [None, ""])) is None
