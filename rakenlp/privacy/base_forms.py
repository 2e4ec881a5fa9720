"""Which dictionary forms a name in a text can have: Virtaselle -> virtanen, Abdin -> abdi."""

from __future__ import annotations

import re
from functools import lru_cache

from rakenlp.finnish.voikko import open_voikko

_NAME_CLASSES = ("etunimi", "sukunimi", "paikannimi", "nimi")

# Endings of the singular cases on a name that ends in a vowel; possessives are rare on names.
_VOWEL_ENDINGS = (
    *("n", "a", "ä", "ta", "tä", "ssa", "ssä", "sta", "stä", "lla", "llä", "lle", "lta", "ltä"),
    *("ksi", "na", "nä", "t", "an", "en", "in", "on", "un", "yn", "än", "ön"),
    *("seen", "iin", "hin", "hen", "hun", "han", "ia", "iä", "jen"),
)
# On a name that ends in a consonant: Mohamed-i-n.
_CONSONANT_ENDINGS = (
    *("in", "ia", "iä", "issa", "issä", "ista", "istä", "illa", "illä", "ille", "ilta", "iltä"),
    *("iksi", "ina", "inä", "iin", "it"),
)
_NEN = re.compile(
    r"(?:s(?:en|ta|tä|eltä|elta|elle|ella|ellä|essa|essä|esta|estä|eksi|eseen|een|et))$"
)
_SHORTEST = 3


def _stripped(word: str) -> set[str]:
    found = {word}
    for ending in _VOWEL_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and stem[-1] in "aeiouyäöå":
            found.add(stem)
    for ending in _CONSONANT_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and stem[-1] not in "aeiouyäöå":
            found.add(stem)
    if _NEN.search(word):
        found.add(_NEN.sub("nen", word))
    return found


@lru_cache(maxsize=20_000)
def base_forms(word: str) -> frozenset[str]:
    """Possible dictionary forms of a name, in small letters.

    Voikko's name readings where it has any; otherwise the word and every form that is left
    when a case ending is taken off. Two mentions can be the same name when their sets meet.

    Examples
    --------
    >>> sorted(base_forms("Virtaselle"))
    ['virtanen']
    >>> "abdi" in base_forms("Abdille")
    True
    """
    head = word.split(":")[0].rstrip(".")
    shown = head.title() if head.isupper() and len(head) > 1 else head[:1].upper() + head[1:]
    names = {
        reading.lemma.lower()
        for reading in open_voikko().readings(shown)
        if reading.word_class in _NAME_CLASSES
    }
    return frozenset(names or _stripped(head.lower()))


def meet(one: str, other: str) -> bool:
    """Whether two words can be the same name; an initial meets a name that it begins."""
    if one.endswith(".") or other.endswith("."):
        return one[0].lower() == other[0].lower()
    return not base_forms(one).isdisjoint(base_forms(other))
