from __future__ import annotations

import datetime as dt

import pytest

from rakenlp.corpus.values import cell_text, describe_values, read_number


@pytest.mark.parametrize(
    ("cell", "text"),
    [(4.0, "4"), (True, "kyllä"), (None, ""), (" a ", "a"), (dt.date(2026, 4, 5), "2026-04-05")],
)
def test_cells_as_people_read_them(cell, text):
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "number"),
    [("3,7", 3.7), (4, 4.0), ("4 - täysin samaa mieltä", 4.0), ("3 kertaa", None), (True, None)],
)
def test_numbers_in_cells(cell, number):
    assert read_number(cell) == number


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["", None, "-"], "empty"),
        (["5.4.2026", "6.4.2026"], "date"),
        ([1, "2", 3.5], "number"),
        (["aino@esimerkki.fi", "ei ole"], "contact"),
        (["Myönteinen", "Kielteinen"], "tone"),
        (["Kotihoito", "Neuvola"], "short"),
        (["Bussi lakkautettiin eikä kauppaan pääse enää ilman naapurin kyytiä"], "long"),
    ],
)
def test_kinds_of_values(cells, kind):
    assert describe_values(cells).kind == kind


def test_repeating_values_are_choices():
    assert describe_values(["a", "b"] * 5).choice
    assert not describe_values(["a", "b"]).choice
