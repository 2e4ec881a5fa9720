"""One damaged word → the Finnish word it was, when that is sure.

Every letter that may have been ä or ö is tried both ways; what breaks vowel harmony more
often than a compound can is left out; what Voikko does not know is left out; of the rest
the likeliest is taken if it is clearly likelier than the next.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rakenlp.finnish.voikko import Reading, open_voikko
from rakenlp.text.conventions import TABLES
from rakenlp.text.lemma_model import read_counts

WEIGHTS = Path(__file__).parent / "weights"

SHARE_LOST = {"a": 0.22, "o": 0.12}  # of written a (o) that was ä (ö); 1,000 words of Finnish
SHARE_OTHER = 0.5  # of any other written letter of the table, in a document that was misread
SWITCH_COST = 2.0  # of a change between back and front vowels: at most one to a compound seam
MAX_SWITCHES = 3
MAX_CANDIDATES = 150  # asked of Voikko for one word
MAX_EXPANSIONS = 6000
PART_COST = 1.2  # of each further compound part: Voikko accepts odd compounds
MARGIN = 1.5  # natural log: how much likelier than the second best
FORM_WEIGHT = 0.8
LEMMA_WEIGHT = 0.5
PART_WEIGHT = 0.4
ODD_PART_COST = 3.0  # of a compound part never met as a word
MAX_SCORE = 10.0  # a dearer spelling is no better than an unknown word: new words exist
MIN_FORM_COUNT = 5  # of a common form that may replace a word that is known as written
MIN_FORM_RATIO = 30.0
_FRONT = frozenset("äöyÄÖY")
_BACK = frozenset("aouAOU")
MISREAD = re.compile(r"[^\W\d_][é6®¢0]|[é6®¢]\w|\wd[aonst]?\b|[bcdfghjklmnprstv]d[bcdfghjklmnpstv]")


class Restored(NamedTuple):
    """A word that a damaged word stands for; ``common`` when it is a usual word form."""

    word: str
    common: bool


@lru_cache(maxsize=1)
def _confusions() -> dict[str, list[tuple[str, float]]]:
    """Written letters → (ä or ö, cost)."""
    out: dict[str, list[tuple[str, float]]] = {}
    for line in (TABLES / "confusions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, letter, share = line.split("\t")
            out.setdefault(written, []).append((letter, -math.log(float(share))))
    return out


@lru_cache(maxsize=1)
def form_counts() -> dict[str, int]:
    """Common word forms of Finnish, in lower case → how often they stood in the training text."""
    return read_counts(WEIGHTS / "forms.tsv")


@lru_cache(maxsize=1)
def _lemma_counts() -> dict[str, int]:
    return read_counts(WEIGHTS / "lemmas.tsv")


@lru_cache(maxsize=1)
def _new_words() -> tuple[str, ...]:
    """Beginnings of words of the field that no dictionary has and that are right as written."""
    lines = (TABLES / "new_words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def fold(word: str) -> str:
    """The word without its dots: ä → a, ö → o."""
    return word.translate(str.maketrans("äöÄÖ", "aoAO"))


@lru_cache(maxsize=1)
def _by_folded() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for form, count in form_counts().items():
        if count >= MIN_FORM_COUNT and fold(form) != form:
            out.setdefault(fold(form), []).append(form)
    return out


def _options(word: str, place: int, *, misread: bool) -> Iterator[tuple[str, int, float]]:
    """What may stand at ``place``: (letters, how many written letters they replace, cost)."""
    char = word[place]
    lower = char.lower()
    confusions = _confusions()
    plain = lower in SHARE_LOST
    lost = SHARE_LOST[lower] if plain else SHARE_OTHER if lower in confusions else 0.0
    yield char, 1, -math.log(1.0 - lost) if lost < 1.0 else 0.0
    if plain:
        yield (
            ("ä" if lower == "a" else "ö") if char == lower else ("Ä" if lower == "a" else "Ö"),
            1,
            -math.log(lost),
        )
    if not misread:
        return
    if place == 0 and char in "l|" and len(word) > 1:
        yield "I", 1, 0.5 if char == "|" or word[1].isupper() else 5.0
    for size in (1, 2, 3):
        written = word[place : place + size]
        for letter, cost in confusions.get(written, ()):
            if len(written) == size and not (size == 1 and plain):
                yield letter, size, cost - math.log(SHARE_OTHER)


def _candidates(word: str, *, misread: bool) -> list[tuple[float, str]]:
    """Possible spellings with their costs, cheapest first."""
    out: list[tuple[float, str]] = []
    # (place, spelling so far, cost, front vowels now?, switches)
    stack: list[tuple[int, str, float, bool | None, int]] = [(0, "", 0.0, None, 0)]
    expansions = 0
    while stack and expansions < MAX_EXPANSIONS:
        place, spelled, cost, front, switches = stack.pop()
        expansions += 1
        if place == len(word):
            if spelled != word:
                out.append((cost, spelled))
            continue
        for letters, size, more in _options(word, place, misread=misread):
            now, turns, price = front, switches, cost + more
            side = True if letters in _FRONT else False if letters in _BACK else None
            if side is not None:
                if front is not None and side != front:
                    turns += 1
                    price += SWITCH_COST
                now = side
            if turns <= MAX_SWITCHES:
                stack.append((place + size, spelled + letters, price, now, turns))
    best: dict[str, float] = {}
    for price, spelled in out:
        best[spelled] = min(price, best.get(spelled, math.inf))
    return sorted((price, spelled) for spelled, price in best.items())[:MAX_CANDIDATES]


def _likelihood(spelled: str) -> float | None:
    """Natural log, up to a constant, of how likely a spelling is as Finnish; None if unknown.

    A form never met before is as likely as the rarest of its parts, so that odd compounds
    that Voikko accepts (*monitoimi|jäinen*) do not win over a word nobody has met.
    """
    readings = open_voikko().readings(spelled) or open_voikko().readings(spelled.lower())
    if not readings:
        return None
    form = FORM_WEIGHT * math.log(form_counts().get(spelled.lower(), 0) + 1.0)
    return form + max(_reading_likelihood(reading) for reading in readings)


def _reading_likelihood(reading: Reading) -> float:
    counts = _lemma_counts()
    whole = counts.get(reading.lemma.replace("=", ""), 0)
    if whole or "[Bc]" not in reading.fst:
        return LEMMA_WEIGHT * math.log(whole + 1.0)
    rarest = min(counts.get(part, 0) for part in reading.parts) if reading.parts else 0
    odd = 0.0 if rarest else ODD_PART_COST
    return PART_WEIGHT * math.log(rarest + 1.0) - PART_COST * (len(reading.parts) - 1) - odd


@lru_cache(maxsize=50_000)
def restore_word(word: str, *, misread: bool) -> Restored | None:
    """The word that ``word`` was before its document lost ä and ö, or None when unsure.

    Parameters
    ----------
    word : str
        One written word of a damaged document.
    misread : bool
        Whether the document was misread by a machine (d, é, 6 for ä, ö), not only typed
        without dots.

    Returns
    -------
    Restored or None
        None also for a word that is right as it stands.
    """
    if open_voikko().knows(word) and not (misread and MISREAD.search(word)):
        return _restore_known(word)
    if word.lower().startswith(_new_words()):
        return None
    own = _likelihood(word)
    found: list[tuple[float, str]] = [] if own is None else [(-own, word)]
    for cost, spelled in _candidates(word, misread=misread):
        likelihood = _likelihood(spelled)
        if likelihood is not None:
            found.append((cost - likelihood, spelled))
    found.sort()
    if not found or found[0][1] == word or found[0][0] > MAX_SCORE:
        return None
    if len(found) > 1 and found[1][0] - found[0][0] < MARGIN:
        return None
    best = found[0][1]
    return Restored(best, form_counts().get(best.lower(), 0) >= MIN_FORM_COUNT)


def _restore_known(word: str) -> Restored | None:
    """*paa* → *pää*: a word known as written, but far rarer than the one with dots."""
    lower = word.lower()
    own = form_counts().get(lower, 0) + 0.5
    twins = sorted(
        ((form_counts()[form], form) for form in _by_folded().get(lower, ())), reverse=True
    )
    if not twins or twins[0][0] < MIN_FORM_RATIO * own:
        return None
    form = twins[0][1]
    cased = "".join(
        new.upper() if old.isupper() else new for old, new in zip(word, form, strict=True)
    )
    return Restored(cased, True)
