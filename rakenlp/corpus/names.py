"""Whether short values are people's names; asked of the dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rakenlp.finnish.voikko import Voikko, open_voikko

NAME_CLASSES = frozenset({"etunimi", "sukunimi"})
COMMON_CLASSES = frozenset({"nimisana", "laatusana", "nimisana_laatusana"})
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A name has two to four words, both capitalised, and the dictionary knows one as a first name
# or surname. A place ("Koivujärven keskusta") seldom passes both.
MAX_NAME_WORDS = 4
MIN_NAME_SHARE = 0.6


def _is_name(text: str, voikko: Voikko) -> bool:
    words = WORD.findall(text)
    if not 2 <= len(words) <= MAX_NAME_WORDS or not all(word[0].isupper() for word in words):
        return False
    return any(
        reading.word_class in NAME_CLASSES for word in words for reading in voikko.readings(word)
    )


def are_names(texts: Sequence[str]) -> bool:
    """Whether most of the texts are names of people, first name and surname."""
    if not texts:
        return False
    voikko = open_voikko()
    return sum(_is_name(text, voikko) for text in texts) / len(texts) >= MIN_NAME_SHARE


def are_common_nouns(texts: Sequence[str]) -> bool:
    """Whether every text is made of common words alone, as a profession is and a name is not."""
    if not texts:
        return False
    voikko = open_voikko()
    for text in texts:
        words = WORD.findall(text)
        if not words or not all(_is_common(word.lower(), voikko) for word in words):
            return False
    return True


def _is_common(word: str, voikko: Voikko) -> bool:
    readings = voikko.readings(word)
    if any(reading.word_class in NAME_CLASSES for reading in voikko.readings(word.capitalize())):
        return False
    return any(reading.word_class in COMMON_CLASSES for reading in readings)
