"""Which words a text denies."""

from __future__ import annotations

import pytest

from rakenlp.phenomena.negation import negated_words
from rakenlp.phenomena.words import split_words


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("ei päihdeongelmaa", {"päihdeongelmaa"}),
        ("Asiakkaalla ei ole ollut velkoja", {"velkoja"}),
        ("Väkivaltaa ei ole", {"Väkivaltaa"}),
        ("ilman päihteitä", {"päihteitä"}),
        ("ei päihde- eikä mielenterveysongelmia", {"päihde-", "mielenterveysongelmia"}),
        ("en käytä alkoholia", {"alkoholia"}),
        ("Ei näkyvää päihdeongelmaa", {"näkyvää", "päihdeongelmaa"}),
    ],
)
def test_denied_existence_is_found(text, denied):
    words = split_words(text)
    assert {words[i].surface for i in negated_words(words)} == denied


@pytest.mark.parametrize(
    "text",
    [
        "Päihdeongelmaa ei tunnisteta",
        "Väkivaltaa ei ole otettu puheeksi, sitä ei ole tunnistettu",
        "Ei pelkästään velkoja vaan myös häätö",
        "Apua väkivaltaan ei saa",
        "Köyhyys ei näy tilastoissa",
    ],
)
def test_problem_that_is_spoken_of_is_not_denied(text):
    words = split_words(text)
    shown = {words[i].surface.lower() for i in negated_words(words)}
    assert not shown & {"päihdeongelmaa", "velkoja", "väkivaltaan", "köyhyys"}


def test_denial_ends_with_its_clause():
    words = split_words("Ei velkoja, mutta väkivaltaa on")
    assert {words[i].surface for i in negated_words(words)} == {"velkoja"}
