"""Voikko: the Finnish dictionary, opened once per process.

This is the only file that imports libvoikko. A handle is native memory: it is
opened by the process that uses it and never pickled or inherited over a fork.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rakenlp.errors import MissingDependencyError

REMEDY = (
    "asenna järjestelmäpaketit libvoikko1 ja voikko-fi "
    "(Debian ja Ubuntu: sudo apt install libvoikko1 voikko-fi)"
)

# A month of reports has some 3,000 word types, twenty years of them some 300,000;
# a cached type costs about 1 kB.
CACHED_TYPES = 200_000


@dataclass(frozen=True, slots=True)
class Reading:
    """One analysis of a word form.

    ``word_class``, ``case``, ``number`` and the other grammatical values are Voikko's own
    Finnish names (``nimisana``, ``omanto``, ``plural``); "" where Voikko gives none.
    ``parts`` are the base forms of a compound's parts ("" never among them).
    """

    lemma: str
    word_class: str
    case: str
    number: str
    possessive: str
    mood: str
    person: str
    participle: str
    comparison: str
    structure: str
    parts: tuple[str, ...]
    fst: str

    @property
    def is_compound(self) -> bool:
        """Whether the word is made of two or more words."""
        return len(self.parts) > 1


def _parts(word_bases: str) -> tuple[str, ...]:
    """Base forms of a compound's parts from Voikko's ``WORDBASES``.

    ``+jonot(jonottaa)+us(+us)+aika(aika)``: an item whose base starts with "+" is a
    derivational suffix and belongs to the item before it, so this gives
    ``("jonotus", "aika")``. Inside a base, "=" marks a lexical compound
    (``toimeen=tulo``), which is kept whole.
    """
    groups: list[list[tuple[str, str]]] = []
    for surface, written_base in re.findall(r"\+([^+()]+)(?:\(([^)]*)\))?", word_bases):
        base = written_base or surface
        if surface == "-":
            continue
        if base.startswith("+") and groups:
            groups[-1].append((surface, base))
        else:
            groups.append([(surface, base)])
    if len(groups) < 2:
        return ()
    return tuple(
        group[0][1].replace("=", "") if len(group) == 1 else "".join(s for s, _ in group)
        for group in groups
    )


def _reading(raw: dict[str, str]) -> Reading:
    return Reading(
        lemma=raw.get("BASEFORM", ""),
        word_class=raw.get("CLASS", ""),
        case=raw.get("SIJAMUOTO", ""),
        number=raw.get("NUMBER", ""),
        possessive=raw.get("POSSESSIVE", ""),
        mood=raw.get("MOOD", ""),
        person=raw.get("PERSON", ""),
        participle=raw.get("PARTICIPLE", ""),
        comparison=raw.get("COMPARISON", ""),
        structure=raw.get("STRUCTURE", ""),
        parts=_parts(raw.get("WORDBASES", "")),
        fst=raw.get("FSTOUTPUT", ""),
    )


class Voikko:
    """A handle to the Finnish dictionary with a cache of analysed word types."""

    def __init__(self) -> None:
        try:
            import libvoikko
        except ImportError as err:
            raise MissingDependencyError(
                "Python-paketti libvoikko puuttuu; asenna: pip install libvoikko"
            ) from err
        try:
            self._handle: Any = libvoikko.Voikko("fi")
            self.library_version: str = str(libvoikko.Voikko.getVersion())
            found = [str(d.variant) for d in libvoikko.Voikko.listDicts() if d.language == "fi"]
        except (libvoikko.VoikkoException, OSError) as err:
            raise MissingDependencyError(
                f"Voikkoa tai sen suomen sanastoa ei voi avata; {REMEDY}"
            ) from err
        self.dictionary: str = ",".join(sorted(found))
        self._readings = lru_cache(maxsize=CACHED_TYPES)(self._analyze)

    def _analyze(self, word: str) -> tuple[Reading, ...]:
        return tuple(_reading(raw) for raw in self._handle.analyze(word))

    def readings(self, word: str) -> tuple[Reading, ...]:
        """All analyses of a word form as written; () for an unknown word."""
        return self._readings(word)

    def knows(self, word: str) -> bool:
        """Whether the word has an analysis as written or in lower case."""
        return bool(self.readings(word)) or bool(self.readings(word.lower()))

    def suggest(self, word: str) -> list[str]:
        """Voikko's own spelling suggestions, best first."""
        return [str(item) for item in self._handle.suggest(word)]

    def close(self) -> None:
        """Free the native handle; the object cannot be used afterwards."""
        self._readings.cache_clear()
        self._handle.terminate()

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("a Voikko handle cannot be pickled; open one in each process")


_handles: dict[int, Voikko] = {}


def open_voikko() -> Voikko:
    """Return this process's Voikko, opening it at the first call.

    Raises
    ------
    MissingDependencyError
        If the library or the dictionary is not installed; the message says what to install.
    """
    pid = os.getpid()
    if pid not in _handles:
        _handles.clear()  # a forked child must not use or free its parent's handle
        _handles[pid] = Voikko()
    return _handles[pid]
