"""Triggers: patterns over the keys of words, found in a text.

A trigger is written as it lies in the data files:

``velka``
    a word one of whose keys is *velka* (*velan*, *opintovelka*)
``=perhe``
    a whole word, not a part of a compound (*perheelle*, not *perhekeskus*)
``velkaantu*``
    a key that begins so
``lasu%``
    slang without a dictionary entry: the word itself with a Finnish case ending
``raha riittää``
    two words in this order, at most two other words between, in one sentence
``nuori + jono|odottaa``
    words of one sentence in any order, at most twelve words apart; ``|`` separates
    alternatives
``@ei``
    a named set of alternatives of the file

A pattern with capitals (``TE-palvelu``) matches only the word written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rakenlp.errors import SettingsError
from rakenlp.phenomena.wordkeys import WordKeys, fold
from rakenlp.phenomena.words import Word

MAX_GAP = 2  # other words between two words of an ordered trigger
NEAR_WORDS = 12  # how far apart the words of an unordered trigger may stand

# A misspelt word is compared by the folded stem of a trigger; a shorter stem would meet
# other words by chance, and one slip of the pen is forgiven only in a longer one.
STEM_LETTERS, SLIP_LETTERS = 6, 9

# Words of nearly every text: a trigger is looked for by another of its words.
_COMMON = frozenset({"ei", "olla", "saada", "päästä", "jäädä", "aika", "ottaa", "mennä", "asia"})

_ENDING = re.compile(
    r"^(?:i|j|[aeiouyäö])?(?:n|t|a|ä|ta|tä|sta|stä|ssa|ssä|lla|llä|lta|ltä|lle|ksi|na|nä|en|in|"
    r"un|yn|on|ön|an|än|ja|jä|jen|ita|itä|ien|iin)?(?:kin|kaan|kään|ko|kö|han|hän)?$"
)
_STEM_END = re.compile(r"(?:nen|[kpt]{0,2}[aeiouy]|s)$")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger: ``slots`` are its positions, each a tuple of alternative patterns."""

    written: str
    slots: tuple[tuple[str, ...], ...]
    ordered: bool

    @property
    def anchor(self) -> tuple[str, ...]:
        """The slot by which the trigger is looked for: the one of the least common words."""
        return min(self.slots, key=lambda slot: (bool(_COMMON & set(slot)), len(slot)))


def parse_trigger(written: str, sets: Mapping[str, str]) -> Trigger:
    """Read one trigger.

    Raises
    ------
    SettingsError
        If it is empty or names an unknown set.
    """
    ordered = " + " not in written
    pieces = written.split() if ordered else [piece.strip() for piece in written.split(" + ")]
    slots = []
    for piece in pieces:
        options: list[str] = []
        for option in piece.split("|"):
            if option.startswith("@"):
                if option[1:] not in sets:
                    raise SettingsError(f"trigger {written!r}: unknown set {option!r}")
                options.extend(sets[option[1:]].split("|"))
            else:
                options.append(option)
        if not all(option and " " not in option for option in options):
            raise SettingsError(f"trigger {written!r}: an alternative is empty or two words")
        slots.append(tuple(options))
    if not slots:
        raise SettingsError("a trigger is empty")
    return Trigger(written=written, slots=tuple(slots), ordered=ordered)


def stem_of(pattern: str) -> str:
    """Folded beginning that the inflected forms of a base form share."""
    return _STEM_END.sub("", fold(pattern))


def _one_slip(word: str) -> set[str]:
    """Return the word and every form of it without one letter."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


class PatternIndex:
    """All single patterns of a set of triggers, and which of them a word matches."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        patterns = sorted({p for trigger in triggers for slot in trigger.slots for p in slot})
        self._exact: dict[str, list[str]] = {}
        self._whole: dict[str, list[str]] = {}
        self._prefix: dict[str, list[str]] = {}
        # first two letters → lengths of the beginnings: looking up only those is 3 × faster
        self._prefix_lengths: dict[str, list[int]] = {}
        self._stem: dict[str, list[str]] = {}
        self._slip: dict[str, list[str]] = {}
        self._slang: dict[str, list[tuple[str, str]]] = {}
        self._slip_starts: set[str] = set()
        self._longest_slip = 0
        for pattern in patterns:
            self._add(pattern)
        self._cache: dict[str, frozenset[str]] = {}

    def _add(self, pattern: str) -> None:
        if pattern.endswith("%"):
            self._slang.setdefault(pattern[:2], []).append((pattern[:-1], pattern))
            return
        if pattern.startswith("="):
            self._whole.setdefault(pattern[1:], []).append(pattern)
            return
        if pattern.endswith("*"):
            self._prefix.setdefault(pattern[:-1], []).append(pattern)
            lengths = self._prefix_lengths.setdefault(pattern[:2], [])
            if len(pattern) - 1 not in lengths:
                lengths.append(len(pattern) - 1)
            stem = fold(pattern[:-1])
        else:
            self._exact.setdefault(pattern, []).append(pattern)
            stem = stem_of(pattern)
        if pattern != pattern.lower():
            return  # the capitals are the point, and a stem has none
        if len(stem) >= STEM_LETTERS:
            self._stem.setdefault(stem, []).append(pattern)
        if len(stem) >= SLIP_LETTERS:
            self._slip_starts.add(stem[:2])
            self._longest_slip = max(self._longest_slip, len(stem) + 1)
            for form in _one_slip(stem):
                self._slip.setdefault(form, []).append(pattern)

    def matches(self, surface: str, keys: WordKeys) -> frozenset[str]:
        """Patterns that a word matches; ``keys`` are its keys in place."""
        if surface.endswith("-"):
            return self._match(surface, keys)
        if surface not in self._cache:
            self._cache[surface] = self._match(surface, keys)
        return self._cache[surface]

    def _match(self, surface: str, keys: WordKeys) -> frozenset[str]:
        found: set[str] = set()
        for key in keys.keys:
            if key in self._exact:
                found.update(self._exact[key])
            for end in self._prefix_lengths.get(key[:2], ()):
                if key[:end] in self._prefix:
                    found.update(self._prefix[key[:end]])
        for key in keys.whole:
            found.update(self._whole.get(key, ()))
        # A slang form may collide with a known word ("totu" is also a form of *tottua*).
        for piece in surface.lower().split(":")[0].split("-"):
            for stem, pattern in self._slang.get(piece[:2], ()):
                if piece.startswith(stem) and _ENDING.match(piece[len(stem) :]):
                    found.add(pattern)
        if not keys.known and not found:
            found.update(self._misspelt(fold(surface)))
        return frozenset(found)

    def _misspelt(self, word: str) -> set[str]:
        found: set[str] = set()
        for end in range(STEM_LETTERS, len(word) + 1):
            found.update(self._stem.get(word[:end], ()))
        if word[:2] not in self._slip_starts:  # the first two letters are seldom wrong
            return found
        for end in range(SLIP_LETTERS - 1, min(len(word), self._longest_slip) + 1):
            for form in _one_slip(word[:end]):
                found.update(self._slip.get(form, ()))
        return found


def find_trigger(
    trigger: Trigger, places: Mapping[str, Sequence[int]], words: Sequence[Word]
) -> list[tuple[int, ...]]:
    """Return the occurrences of a trigger, each as the positions of its words.

    Parameters
    ----------
    trigger : Trigger
    places : mapping of str to sequence of int
        For each pattern of the text the positions (ascending) of the words that match it.
    words : sequence of Word
    """
    spots: list[list[int]] = []
    for slot in trigger.slots:
        here = sorted({i for pattern in slot if pattern in places for i in places[pattern]})
        if not here:
            return []
        spots.append(here)
    if len(spots) == 1:
        return [(i,) for i in spots[0]]
    found = (_chain(first, spots[1:], words, ordered=trigger.ordered) for first in spots[0])
    return [chain for chain in found if chain]


def _chain(
    first: int, rest: Sequence[Sequence[int]], words: Sequence[Word], *, ordered: bool
) -> tuple[int, ...]:
    """Nearest words for the other slots, from ``first`` on; () when one is missing."""
    chain = [first]
    for spots in rest:
        after = chain[-1] if ordered else first
        fits = [
            i
            for i in spots
            if i not in chain
            and words[i].sentence == words[first].sentence
            and (after < i <= after + MAX_GAP + 1 if ordered else abs(i - first) <= NEAR_WORDS)
        ]
        if not fits:
            return ()
        chain.append(min(fits, key=lambda i: (abs(i - after), i)))
    return tuple(chain)
