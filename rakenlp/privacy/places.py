"""Names of places: municipalities, and what is built like a place name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rakenlp.finnish.voikko import Reading, open_voikko
from rakenlp.privacy.word_lists import word_list

MUNICIPALITIES = Path(__file__).with_name("municipalities.tsv")

_BASIC_CASES = ("nimento", "")


@lru_cache(maxsize=1)
def municipalities() -> frozenset[str]:
    """Finnish and Swedish names of the municipalities, in small letters."""
    lines = MUNICIPALITIES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return frozenset(name.lower() for row in rows for name in row[:2])


def _readings(word: str) -> tuple[Reading, ...]:
    return open_voikko().readings(word.title() if word.isupper() else word)


def _is_built_like_place(reading: Reading) -> bool:
    """Whether a reading is a two-part noun like Koivujärvi that ends in a place part."""
    return len(reading.parts) == 2 and reading.parts[-1] in word_list("place_parts")


@lru_cache(maxsize=20_000)
def is_municipality(word: str, *, opens_sentence: bool = False) -> bool:
    """Whether a capitalised word form is a municipality in some case.

    Harjukoski counts by its build: municipalities merge and split, and a village tells more
    than a municipality. A word that opens a sentence is not taken for a place by "-vaara" alone
    ("Syrjäytymisvaara").
    """
    if not word[:1].isupper():
        return False
    readings = [reading for reading in _readings(word) if reading.word_class != "teonsana"]
    built = [reading for reading in readings if _is_built_like_place(reading)]
    if opens_sentence and built:
        return any(reading.parts[-1] != "vaara" for reading in built)
    known = word.lower() in municipalities()
    return known or bool(built) or any(r.lemma.lower() in municipalities() for r in readings)


@lru_cache(maxsize=4096)
def is_postal_place(word: str) -> bool:
    """Whether a word can be the place after a postal code: a place name in its basic form."""
    return word.lower() in municipalities() or any(
        reading.word_class == "paikannimi" or _is_built_like_place(reading)
        for reading in _readings(word)
        if reading.case in _BASIC_CASES
    )
