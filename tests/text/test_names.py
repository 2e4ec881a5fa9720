from __future__ import annotations

import pytest

from rakenlp.text.names import name_pairs, possible_bases


@pytest.mark.parametrize(
    ("form", "base", "case"),
    [
        ("Clintonin", "Clinton", "gen"),
        ("Arduinolla", "Arduino", "ade"),
        ("Arduinoon", "Arduino", "ill"),
        ("Leafiin", "Leaf", "ill"),
        ("Iglesiaksen", "Iglesias", "gen"),
        ("Bordeaux'hon", "Bordeaux'", "ill"),
    ],
)
def test_possible_nominatives(form: str, base: str, case: str) -> None:
    assert (base, case) in set(possible_bases(form))


def test_pairs_are_made_only_with_a_nominative_that_was_met() -> None:
    met = {"Klovia": ["Case=Nom"], "Kloviassa": ["Case=Ine"], "Zurbassa": ["Case=Ine"]}
    assert name_pairs(met) == [
        ("Klovia", "Klovia", "PROPN|nom|sg"),
        ("Kloviassa", "Klovia", "PROPN|ine|sg"),
    ]
