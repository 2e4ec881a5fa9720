from __future__ import annotations

import pytest

from rakenlp.text.restore import fold, restore_word


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("sosiaalityon", "sosiaalityön"),
        ("jarjestojen", "järjestöjen"),
        ("paatoksentekoon", "päätöksentekoon"),
        ("ikaantyneiden", "ikääntyneiden"),
        ("Nama", "Nämä"),
        ("etta", "että"),
    ],
)
def test_typed_without_dots(written: str, word: str) -> None:
    restored = restore_word(written, misread=False)
    assert restored is not None
    assert restored.word == word


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("sosiaalitydn", "sosiaalityön"),
        ("sosiaality6ta", "sosiaalityötä"),
        ("sosiaalitydohén", "sosiaalityöhön"),
        ("lisadminen", "lisääminen"),
        ("myds", "myös"),
        ("tyoviline", "työväline"),
        ("|hmislahtoiset", "Ihmislähtöiset"),
    ],
)
def test_misread_by_a_machine(written: str, word: str) -> None:
    restored = restore_word(written, misread=True)
    assert restored is not None
    assert restored.word == word


@pytest.mark.parametrize("word", ["asunto", "kunta", "NextGeneration", "monitoimijainen", "Teams"])
def test_word_that_is_right_or_unsure_is_left(word: str) -> None:
    assert restore_word(word, misread=False) is None
    assert restore_word(word, misread=True) is None


def test_known_word_gives_way_only_to_a_far_commoner_one() -> None:
    assert restore_word("paasta", misread=False) is not None  # päästä
    assert restore_word("sade", misread=False) is None  # säde is no commoner


def test_fold_takes_the_dots_off() -> None:
    assert fold("Työjärjestys") == "Tyojarjestys"
