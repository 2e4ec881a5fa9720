import os
import pickle

import pytest

from rakenlp.finnish.voikko import Voikko, open_voikko

PARTS = [
    ("toimeentulotukiasiakas", ("toimeentulo", "tuki", "asiakas")),
    ("jonotusaikojen", ("jonotus", "aika")),
    ("lapsiperheköyhyyden", ("lapsi", "perhe", "köyhyys")),
    ("omaishoitajien", ("omainen", "hoitaja")),
    ("ruoka-apua", ("ruoka", "apu")),
    ("mielenterveyspalveluihin", ("mieli", "terveys", "palvelu")),
    ("asunnottomuuden", ()),
    ("talossa", ()),
]


@pytest.mark.parametrize(("word", "parts"), PARTS)
def test_compound_parts_are_words_in_base_form(word: str, parts: tuple[str, ...]) -> None:
    assert open_voikko().readings(word)[0].parts == parts


def test_all_readings_of_a_homograph_are_given() -> None:
    assert {reading.lemma for reading in open_voikko().readings("kuusi")} == {"kuu", "kuusi"}


def test_unknown_word_has_no_reading() -> None:
    assert open_voikko().readings("xyzzyttely") == ()
    assert not open_voikko().knows("xyzzyttely")


def test_word_is_known_in_capitals_too() -> None:
    assert open_voikko().knows("LASTENSUOJELU")


def test_handle_is_opened_once_per_process() -> None:
    assert open_voikko() is open_voikko()


def test_handle_is_never_pickled() -> None:
    with pytest.raises(TypeError, match="each process"):
        pickle.dumps(open_voikko())


def test_closed_handle_frees_its_cache() -> None:
    voikko = Voikko()
    assert voikko.readings("talo")
    voikko.close()
    assert voikko._readings.cache_info().currsize == 0


def test_forked_child_opens_its_own_handle() -> None:
    parent = open_voikko()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover (runs in the child)
        try:
            own = open_voikko()
            os.write(write, b"own" if own is not parent and own.readings("talo") else b"bad")
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 3) == b"own"
