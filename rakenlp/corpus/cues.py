"""What a column's header says of its role; the words are in ``columns.tsv``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rakenlp.corpus.wordlists import read_rows

# What a header says not to write is not what the column holds: "(älä kirjoita nimiä)".
ASIDE = re.compile(
    r"\([^)]*\)|\b(?:älä|älkää|ei|ilman|inte|utan|do not|don't|no|without)\b[^.?!:;]*",
    re.IGNORECASE,
)
STRONG = "vahva"


@dataclass(frozen=True, slots=True)
class Cue:
    """A role that a header names. ``strong``: the values cannot overrule it."""

    role: str
    strong: bool


def fold(text: str) -> str:
    """Lower case without diacritics and line breaks, "_" as a space."""
    folded = unicodedata.normalize("NFKD", text.replace("_", " ").casefold())
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.sub(r"\s+", " ", bare).strip()


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    return tuple(
        (Cue(role, strength == STRONG), re.compile(_fold_pattern(pattern)))
        for role, strength, pattern in read_rows("columns.tsv")
    )


def _fold_pattern(pattern: str) -> str:
    """Like :func:`fold`, but capitals stay: they are classes of signs in a pattern."""
    decomposed = unicodedata.normalize("NFKD", pattern)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def find_cues(header: str) -> tuple[Cue, ...]:
    """All roles that the header names, strong ones first, else in the order of ``columns.tsv``."""
    asked = ASIDE.sub(" ", header).strip()
    found = _search(asked or header)
    if not found:
        # An aside may tell what is asked, but never that personal data is.
        found = [cue for cue in _search(header) if cue.role != "personal"]
    return tuple(sorted(found, key=lambda cue: not cue.strong))


def _search(header: str) -> list[Cue]:
    folded = fold(header)
    return [cue for cue, pattern in _patterns() if pattern.search(folded)]


def find_cue(header: str) -> Cue | None:
    """The first role that the header names.

    Examples
    --------
    >>> find_cue("Kuvaa havaintosi (älä kirjoita nimiä)")
    Cue(role='observation', strong=True)
    """
    cues = find_cues(header)
    return cues[0] if cues else None
