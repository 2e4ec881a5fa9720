"""Named lists of cue words (``facets.toml``), found in the words of a text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from rakenlp.phenomena.triggers import PatternIndex, Trigger, find_trigger, parse_trigger
from rakenlp.phenomena.words import Word


class Cues:
    """Named lists of triggers, found in one pass over the words of a text."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists: dict[str, list[Trigger]] = {
            name: [parse_trigger(item, {}) for item in items] for name, items in lists.items()
        }
        self._index = PatternIndex(t for items in self._lists.values() for t in items)

    def find(self, words: Sequence[Word]) -> dict[str, list[tuple[int, ...]]]:
        """Name of a list → where its triggers stand, ascending; lists without any left out."""
        places: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            for pattern in self._index.matches(word.surface, word.keys):
                places.setdefault(pattern, []).append(i)
        found = {}
        for name, triggers in self._lists.items():
            spots = sorted({s for t in triggers for s in find_trigger(t, places, words)})
            if spots:
                found[name] = spots
        return found


@lru_cache(maxsize=1)
def cue_data() -> dict[str, dict[str, Any]]:
    """Return the parts of ``facets.toml``, each with its lists."""
    path = Path(__file__).with_name("facets.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def read_cues(part: str) -> Cues:
    """Return the lists of one part, ready to be found."""
    return Cues(cue_data()[part])
