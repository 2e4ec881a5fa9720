"""The word lists of this room, read from ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    lists: dict[str, str] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return lists


@lru_cache(maxsize=32)
def word_list(name: str) -> frozenset[str]:
    """Words of the list ``name``, in small letters."""
    return frozenset(_lists()[name].split())
