from __future__ import annotations

import pytest

from rakenlp.privacy.base_forms import base_forms, meet
from rakenlp.privacy.identity import number_persons


@pytest.mark.parametrize(
    ("mentions", "numbers"),
    [
        (["Virtaselle", "Virtanen"], [1, 1]),
        (["Matti Virtanen", "Virtasen", "Matin"], [1, 1, 1]),
        (["Matti", "Matti Virtanen"], [1, 1]),
        (["Matti Virtanen", "Liisa Virtanen", "Virtaselle", "Matille"], [1, 2, 2, 1]),
        (["Aino", "Toivo", "Ainon"], [1, 2, 1]),
        (["M. Virtanen", "Matti Virtanen"], [1, 1]),
        (["Abdi", "Abdille", "Abdin"], [1, 1, 1]),
        (["Mäki", "Mäen"], [1, 1]),
        (["Carl von Essen", "von Essenin"], [1, 1]),
        ([], []),
    ],
)
def test_a_person_keeps_one_number_in_every_form(mentions: list[str], numbers: list[int]) -> None:
    assert number_persons(mentions) == numbers


def test_numbers_go_on_after_those_already_in_the_text() -> None:
    assert number_persons(["Aino"], first=4) == [4]


def test_an_unknown_name_is_stripped_of_its_ending() -> None:
    assert "fadumo" in base_forms("Fadumon")
    assert meet("Zahirin", "Zahir")
    assert not meet("Zahir", "Zoran")
