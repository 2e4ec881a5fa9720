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


def is_municipality(word: str) -> bool:
    """Whether a word form is a municipality in some case; Harjukoski counts by its build."""
    if not word[:1].isupper():
        return False
    if word.lower() in municipalities():
        return True
    return any(
        reading.lemma.lower() in municipalities() if reading.word_class != "teonsana" else False
        for reading in _readings(word)
    ) or is_built_like_place(word)


def is_built_like_place(word: str) -> bool:
    """Whether a capitalised word is a two-part noun like Koivujärvi that ends in a place part."""
    readings = _readings(word)
    return word[:1].isupper() and any(
        len(reading.parts) == 2 and reading.parts[-1] in word_list("place_parts")
        for reading in readings
    )


@lru_cache(maxsize=4096)
def is_place(word: str, *, nominative: bool = False) -> bool:
    """Whether a word form can be a place name; ``nominative``: only in its basic form."""
    readings = [
        reading
        for reading in _readings(word)
        if reading.word_class == "paikannimi" or reading.lemma.lower() in municipalities()
    ]
    if nominative:
        readings = [reading for reading in readings if reading.case in _BASIC_CASES]
        built = any(r.case in _BASIC_CASES for r in _readings(word)) and is_built_like_place(word)
    else:
        built = is_built_like_place(word)
    return bool(readings) or built or word.lower() in municipalities()
