from __future__ import annotations

import pytest

from rakenlp.corpus.columns import ROLES
from rakenlp.corpus.cues import find_cue, fold
from rakenlp.corpus.wordlists import read_rows

# Roles that the data file names and the table as a whole settles.
OPEN_ROLES = {"text", "question", "completion", "person_or_group"}


def test_every_row_of_the_data_file_names_a_known_role_and_strength():
    for role, strength, pattern in read_rows("columns.tsv"):
        assert role in {*ROLES, *OPEN_ROLES}
        assert strength in {"vahva", "heikko"}
        assert pattern


def test_headers_are_compared_without_case_diacritics_and_breaks():
    assert fold("Päivä\nMÄÄRÄ_2") == "paiva maara 2"


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("savy", "tone"),
        ("kunta", "place"),
        ("ehdotus", "proposal"),
        ("Kuvaa havaintosi. Älä kirjoita asiakkaan nimeä tai osoitetta.", "observation"),
        ("Nimi (vapaaehtoinen)", "personal"),
        ("Palvelun nimi", "service"),
        ("Havainnon kunta", "place"),
        ("Viimeksi muokattu", "metadata"),
    ],
)
def test_first_cues_of_headers(header: str, role: str):
    cue = find_cue(header)
    assert cue is not None
    assert cue.role == role


def test_a_header_without_cues_has_none():
    assert find_cue("Kenttä 7") is None
