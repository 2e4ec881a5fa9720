from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.digest import Digest, compose, render_phenomena_csv
from rakenlp.digest.render_csv import neutral

from .conftest import month_inputs, phenomenon


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_every_phenomenon_has_a_row_with_all_cells(month: Digest) -> None:
    header, *lines = rows(render_phenomena_csv(month))
    assert header[:2] == ["Tunnus", "Nimi"]
    assert "Ilmoituksia 12 kuukauden aikana" in header
    assert sorted(line[0] for line in lines) == [f"I-{number:04d}" for number in range(1, 8)]
    assert {len(line) for line in lines} == {len(header)}


def test_a_hidden_count_is_an_empty_cell_with_words_beside(month: Digest) -> None:
    header, *lines = rows(render_phenomena_csv(month))
    line = dict(zip(header, next(row for row in lines if row[0] == "I-0002"), strict=True))
    assert line["Ilmoituksia"] == ""
    assert line["Määrä sanoin"] == "yksittäisiä havaintoja"
    assert line["Ilmoituksia 12 kuukauden aikana"] == "noin 15 ilmoitusta"


@pytest.mark.parametrize("label", ['=HYPERLINK("x")', "+358", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_neutralised(label: str) -> None:
    item = phenomenon(1, label, [3, 3])
    text = render_phenomena_csv(compose(**month_inputs(phenomena=[item], signals=[], proposals=[])))
    assert rows(text)[1][1] == f"'{label}"


@settings(max_examples=40)
@given(st.text("=+-@\t\r'ä; ", max_size=6))
def test_no_cell_starts_as_a_formula_and_no_text_is_lost(cell: str) -> None:
    assert not neutral(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert neutral(cell).removeprefix("'") == cell.removeprefix("'") or neutral(cell) == cell


def test_an_empty_digest_has_only_headers(empty: Digest) -> None:
    assert len(rows(render_phenomena_csv(empty))) == 1
