from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest

from rakenlp.corpus.wordlists import read_rows

NAMES = sorted(
    path.name for path in (files("rakenlp.corpus")).iterdir() if path.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", NAMES)
def test_rows_of_a_data_file_are_even_and_different(name: str):
    rows = read_rows(name)
    assert len({len(row) for row in rows}) == 1
    assert len({tuple(row) for row in rows}) == len(rows)
    assert all(unicodedata.is_normalized("NFC", cell) for row in rows for cell in row)
