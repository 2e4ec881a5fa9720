from __future__ import annotations

from rakenlp.corpus.names import are_common_nouns, are_names


def test_first_names_with_surnames_are_names():
    assert are_names(["Aino Lehtonen", "Pertti Virtanen", "Helena Mäkinen-Laine"])
    assert not are_names(["Kotihoito", "Lapsiperheiden palvelut"])
    assert not are_names([])


def test_professions_are_common_nouns_and_surnames_are_not():
    assert are_common_nouns(["Lähihoitaja", "sosiaaliohjaaja"])
    assert not are_common_nouns(["Lähihoitaja", "Mäkinen"])
    assert not are_common_nouns(["AL"])
