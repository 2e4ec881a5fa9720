from __future__ import annotations

import pytest

from rakenlp.corpus.encoding import Decoded
from rakenlp.corpus.json_file import read_json, read_json_lines
from rakenlp.errors import InputError


def _decoded(text: str) -> Decoded:
    return Decoded(text, "UTF-8")


def test_lines_become_rows_and_a_broken_line_is_counted():
    content = read_json_lines(
        _decoded('{"text": "Jonot"}\n\n{"text": \n[1]\n{"text": "Velat", "kunta": "Kivisuo"}')
    )
    assert [row.number for row in content.tables[0].rows] == [1, 5]
    assert content.tables[0].headers == ("text", "kunta")
    assert [(line.row, line.status) for line in content.lines] == [
        (3, "unreadable"),
        (4, "unreadable"),
    ]


def test_a_list_of_objects_or_texts_is_read():
    assert len(read_json(_decoded('[{"text": "a"}, "b"]')).tables[0].rows) == 2
    assert read_json(_decoded('{"vienti": 1, "rivit": [{"text": "a"}]}')).tables[0].headers == (
        "text",
    )
    assert read_json(_decoded('{"text": "a", "kunta": "Kivisuo"}')).tables[0].rows[0].cells == (
        "a",
        "Kivisuo",
    )


def test_choices_in_a_list_are_joined_and_objects_left_out():
    table = read_json(_decoded('[{"text": "a", "palvelu": ["x", "y"], "extra": {"z": 1}}]')).tables[
        0
    ]
    assert table.rows[0].cells == ("a", "x; y", None)


@pytest.mark.parametrize("text", ["{", "3", '{"a": 1}', "[" * 100_000])
def test_what_holds_no_list_is_refused_with_a_remedy(text: str):
    with pytest.raises(InputError, match="allenna"):
        read_json(_decoded(text))
