from __future__ import annotations

import pytest

from rakenlp.corpus import find_fillers, is_filler


@pytest.mark.parametrize(
    "text",
    [
        "-",
        ".",
        "",
        " – ",
        "...",
        "?",
        "👍",
        "🙂🙂",
        "ei",
        "Ei ole",
        "ei oo",
        "Ei mitään erityistä.",
        "en osaa sanoa",
        "EOS",
        "En tiedä",
        "Ks. edellinen",
        "ks. yllä",
        "Sama kuin edellä",
        "ei kommentoitavaa",
        "Ei tule mieleen",
        "ei tuu mieleen nyt",
        "Ei tässä kuussa mitään erityistä.",
        "Ei lisättävää, kiitos",
        "ei muuta",
        "inget",
        "Inget att tillägga",
        "vet ej",
        "N/A",
        "none",
        "x",
        "No comment",
        "I don't know",
        "#REF!",
        "testi",
    ],
)
def test_answers_that_say_nothing(text: str):
    assert is_filler(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ei ole aikaa asiakkaille",
        "Ei asuntoja",
        "ruokajonot",
        "kyllä",
        "Kiitos!",
        "3",
        "Ei kulje bussi",
        "En osaa sanoa, mutta jonot kasvavat",
        "Ei muuta kuin hyvää",
        "OK",
        "asunto",
        "Inga bussar går",
    ],
)
def test_short_answers_that_say_something(text: str):
    assert not is_filler(text)


def test_positions_of_fillers():
    assert find_fillers(["Jonot", "-", "ei ole", "Velat"]) == [1, 2]
