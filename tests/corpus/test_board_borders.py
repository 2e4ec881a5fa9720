from __future__ import annotations

import pytest

from rakenlp.corpus.board_borders import divide
from rakenlp.corpus.board_lines import Habits, find_habits, read_lines

PLAIN = Habits(False, {})


def _notes(text: str) -> list[tuple[int, int]]:
    lines = read_lines(text)
    return list(divide(lines, find_habits(lines, listed=False)).notes)


def test_a_word_that_would_have_fitted_begins_a_new_note():
    assert _notes("Jono\nVelat kasvavat kovaa") == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Jonot ovat pitkiä ja\nKelan päätös viipyy",
        "Kunnan ja järjestöjen\nyhteinen kalenteri,\nkaikille",
    ],
)
def test_an_open_line_goes_on(text: str):
    assert len(_notes(text)) == 1


def test_every_line_is_in_one_note_and_confidences_are_shares():
    lines = read_lines("\n".join(f"Rivi numero {n} on tässä" for n in range(70)))
    division = divide(lines, PLAIN)
    assert [first for first, _ in division.notes][1:] == [last + 1 for _, last in division.notes][
        :-1
    ]
    assert (division.notes[0][0], division.notes[-1][1]) == (0, 69)
    assert all(0 < share <= 1 for share in division.confidences)


def test_no_lines_give_no_notes():
    assert divide([], PLAIN).notes == ()
