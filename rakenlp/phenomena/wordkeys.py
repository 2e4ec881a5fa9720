"""What a written word can stand for: the keys by which triggers find it.

Every reading counts, so no disambiguation is needed: "vanhempien" is both *vanha* and
*vanhempi*. A compound also gives its parts and every run of them
("mielenterveysongelmat": *mielenterveys*, *terveysongelma*, *ongelma* …).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rakenlp.finnish.voikko import Reading, open_voikko

# Age classes of "84-vuotias": the keys "ikä:lapsi", "ikä:nuori" and "ikä:vanha".
CHILD_BELOW, YOUNG_BELOW, OLD_FROM = 13, 30, 65

# As many word types as the dictionary handle caches; a key set costs about 0.5 kB.
CACHED_WORDS = 200_000

_VERBAL_NOUN = re.compile(r"^(.*mi)(?:nen|s.*)$")
_AGE = re.compile(r"^(\d{1,3})-?vuot", re.IGNORECASE)
_FOLD = str.maketrans("äöåéü", "aoaeu")


@dataclass(frozen=True, slots=True)
class WordKeys:
    """The keys of one written word.

    ``keys`` are in lower case, ``whole`` those of them that stand for the whole word; a word of two hyphenated pieces whose first is in capitals
    ("TE-palvelut") also has a key that keeps them, since *te-palvelu* is another thing.
    ``known`` is whether the dictionary knows the word; ``partitive`` whether it can be read
    as one (an unknown word can); ``noun_like`` whether it can be a noun or an adjective.
    """

    keys: frozenset[str]
    whole: frozenset[str]
    known: bool
    partitive: bool
    noun_like: bool


def fold(word: str) -> str:
    """Lower case without the dots of ä and ö, so that damaged and whole spellings meet."""
    return word.lower().translate(_FOLD)


def compound_runs(lemma: str, structure: str) -> tuple[str, ...]:
    """Every run of parts of a compound, as written.

    Parameters
    ----------
    lemma : str
        Base form; it shares all but its last part with the form that was analysed.
    structure : str
        Voikko's ``STRUCTURE``: "=" stands before each part.

    Examples
    --------
    >>> compound_runs("ruoka-apu", "=ppppp-=pppp")
    ('ruoka', 'ruoka-apu', 'apu')
    """
    starts: list[int] = []
    position = 0
    for mark in structure:
        if mark == "=":
            starts.append(position)
        else:
            position += 1
    starts = [start for start in starts if start < len(lemma)] or [0]
    ends = [*starts[1:], len(lemma)]
    return tuple(lemma[start:end].strip("-") for i, start in enumerate(starts) for end in ends[i:])


def base_form(surface: str, reading: Reading) -> str:
    """Return the reading's lemma, but the noun for a verbal noun: "asumista" is *asuminen*.

    Voikko gives the verb (*asua*).
    """
    if reading.mood == "MINEN-infinitive":
        noun = _VERBAL_NOUN.match(surface.lower())
        if noun:
            return f"{noun[1]}nen"
    return reading.lemma


def _reading_keys(surface: str, reading: Reading) -> set[str]:
    lemma = reading.lemma.lower()
    keys = {lemma, *reading.parts, *compound_runs(lemma, reading.structure)}
    noun = base_form(surface, reading).lower()
    if noun != lemma:
        keys |= {noun, *compound_runs(noun, reading.structure)}
    return {key.lower() for key in keys if len(key) > 1}


def _hyphen_keys(word: str) -> set[str]:
    """Keys of a hyphenated word the dictionary does not know: "mt-ongelmat", "TE-palvelut"."""
    first, *rest = [piece for piece in word.split("-") if piece]
    keys = set(word_keys(first).keys)
    for piece in rest:
        found = word_keys(piece).keys
        keys |= found | {f"{first.lower()}-{key}" for key in found}
        if first.isupper():
            keys |= {f"{first}-{key}" for key in found}
    return keys


def _age_key(word: str) -> set[str]:
    age = _AGE.match(word)
    if not age:
        return set()
    years = int(age[1])
    if years < CHILD_BELOW:
        return {"ikä:lapsi"}
    if years < YOUNG_BELOW:
        return {"ikä:nuori"}
    return {"ikä:vanha"} if years >= OLD_FROM else set()


def word_keys(word: str) -> WordKeys:
    """Return the keys of a word as written.

    Parameters
    ----------
    word : str
        One word; a colon ending ("hva:lla") is cut off, hyphens are kept.

    Examples
    --------
    >>> sorted(word_keys("ruoka-avun").keys & {"ruoka-apu", "ruoka", "apu"})
    ['apu', 'ruoka', 'ruoka-apu']
    """
    word = word.split(":")[0] if ":" in word[1:] else word
    if "-" in word and word.split("-")[0].isupper():
        return _keys_of(word)
    # Only the lower case is analysed: names are not what triggers look for.
    return _keys_of(word.lower())


@lru_cache(maxsize=CACHED_WORDS)
def _keys_of(word: str) -> WordKeys:
    lower = word.lower()
    voikko = open_voikko()
    readings = voikko.readings(lower) or voikko.readings(lower.capitalize())
    keys = {lower, *_age_key(lower)}
    whole = {lower}
    for reading in readings:
        keys |= _reading_keys(lower, reading)
        whole |= {reading.lemma.lower(), base_form(lower, reading).lower()}
    if not readings and "-" in word.strip("-"):
        keys |= _hyphen_keys(word.strip("-"))
    return WordKeys(
        keys=frozenset(keys),
        whole=frozenset(whole),
        known=bool(readings),
        partitive=not readings or any(reading.case == "osanto" for reading in readings),
        noun_like=not readings
        or any(reading.word_class.startswith(("nimisana", "laatusana")) for reading in readings),
    )


def ellipsis_keys(first: str, second: str) -> frozenset[str]:
    """Keys of an elliptic first conjunct: "toimeentulo- ja asumistuki" has *toimeentulotuki*.

    Parameters
    ----------
    first : str
        The word with its trailing hyphen.
    second : str
        The whole compound that follows.
    """
    stem = first.rstrip("-").lower()
    heads = {
        run
        for reading in open_voikko().readings(second.lower())
        for run in compound_runs(base_form(second, reading).lower(), reading.structure)[1:]
        if base_form(second, reading).lower().endswith(run)
    }
    return word_keys(stem).keys | {f"{stem}{head}" for head in heads}
