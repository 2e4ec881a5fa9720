"""Facets of a text: tone, proposals, direction, level, reason, question, target groups.

A field of the form wins over every guess made here; the caller sees to that.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rakenlp.finnish.voikko import open_voikko
from rakenlp.phenomena.cues import Cues, cue_data, read_cues
from rakenlp.phenomena.proposal_cues import BULLET
from rakenlp.phenomena.words import Word, split_words

Tone = Literal["+", "-", "0"]
Direction = Literal["lisääntynyt", "vähentynyt", "uusi", "ennallaan", ""]
LevelKey = Literal["asiakas", "palvelu", "hyvinvointialue", "kunta", "valtio", ""]

# Which direction is said when two stand equally often: the more telling one.
_DIRECTIONS: tuple[Direction, ...] = ("uusi", "lisääntynyt", "vähentynyt", "ennallaan")
_LEVELS: tuple[LevelKey, ...] = ("valtio", "hyvinvointialue", "kunta", "palvelu", "asiakas")

# Praise is said outright and seldom; the words of trouble stand in good news too
# ("yksinäisyys väheni"). Set by eye on invented reports.
PRAISE_WEIGHT, FAINT_WEIGHT = 3, 0.5

_QUESTION_START = re.compile(
    r"^(?:mitä|miten|miksi|mikä|minkä|kuka|kenen|kenelle|missä|mistä|mihin|minne|milloin|kuinka|"
    r"[^\W\d_]+(?:ko|kö))\b(?!.*,\s*(?:sitä|siten|siksi|se)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Level:
    """Who could act: ``level`` is a key ("" when nobody is named), ``addressee`` Finnish."""

    level: LevelKey
    addressee: str


@lru_cache(maxsize=1)
def _addressees() -> tuple[Cues, dict[str, Level]]:
    path = Path(__file__).with_name("addressees.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    levels = {row["addressee"]: _level(row["level"], row["addressee"]) for row in rows}
    return Cues({row["addressee"]: row["triggers"].split(", ") for row in rows}), levels


def _level(key: str, addressee: str) -> Level:
    level: LevelKey = next(item for item in _LEVELS if item == key)
    return Level(level, addressee)


def guess_tone(text: str) -> Tone:
    """Guess whether an observation is positive ("+"), negative ("-") or neither ("0").

    Counts of cue words are compared; a denied positive word ("ei toimi") is negative.

    Examples
    --------
    >>> guess_tone("Kohtaamispaikka toimii hienosti."), guess_tone("Apua ei saa mistään.")
    ('+', '-')
    """
    words = split_words(text)
    found = read_cues("tone").find(words)
    against = len(found.get("negative", ())) + FAINT_WEIGHT * len(found.get("faint", ()))
    negative = {i for spot in found.get("negative", ()) for i in spot}
    good = 0
    for name, weight in (("praise", PRAISE_WEIGHT), ("positive", 1)):
        for spot in found.get(name, ()):
            if set(spot) & negative:
                continue
            if _is_denied(words, spot[0]):
                against += 1
            else:
                good += weight
    if good == against:
        return "0"
    return "+" if good > against else "-"


def _is_denied(words: Sequence[Word], at: int) -> bool:
    return any(
        "ei" in word.keys.keys and word.clause == words[at].clause
        for word in words[max(0, at - 3) : at]
    )


def find_direction(text: str) -> Direction:
    """Which way a text says things are going; "" when it does not say.

    Examples
    --------
    >>> find_direction("Häätöjä on yhä enemmän."), find_direction("Tilanne on ennallaan.")
    ('lisääntynyt', 'ennallaan')
    """
    words = split_words(text)
    found = read_cues("direction").find(words)
    counts: dict[Direction, int] = {}
    for name in _DIRECTIONS:
        for spot in found.get(name, ()):
            denied = name in ("lisääntynyt", "vähentynyt") and _is_denied(words, spot[0])
            meant: Direction = "ennallaan" if denied else name
            counts[meant] = counts.get(meant, 0) + 1
    return max(counts, key=lambda name: (counts[name], -_DIRECTIONS.index(name)), default="")


def find_level(text: str) -> Level:
    """Who is asked to act: the level and its name in Finnish; the first one named.

    Of the names in a text one that is farther from the client wins only if it stands
    first; "palvelu" and "asiakas" stand in nearly every text and come last.

    Examples
    --------
    >>> find_level("Kelan kanssa pitäisi sopia suora puhelinlinja.")
    Level(level='valtio', addressee='Kela')
    """
    cues, levels = _addressees()
    found = cues.find(split_words(text))
    if not found:
        return Level("", "")
    common = {"palvelu", "asiakas"}
    name = min(found, key=lambda item: (item in common, item == "asiakas", found[item][0], item))
    return levels[name]


def find_reason(text: str) -> str:
    """Return the words in which a text says why, "" when it does not.

    Examples
    --------
    >>> find_reason("Jono venyy, koska virka on auki. Muuten hyvä.")
    'koska virka on auki'
    """
    words = split_words(text)
    data = cue_data()["reason"]
    for i, word in enumerate(words):
        lower = word.surface.lower()
        if lower in data["after"] and (lower != "sillä" or _starts_clause(words, i)):
            last = max(k for k, other in enumerate(words) if other.sentence == word.sentence)
            return text[word.start : words[last].start + len(words[last].surface)]
        if lower == "johtua" or "johtua" in word.keys.keys:
            last = max(k for k, other in enumerate(words) if other.clause == word.clause)
            return text[word.start : words[last].start + len(words[last].surface)]
        if lower in data["before"] and i:
            first = max(0, i - 3)
            while words[first].clause != word.clause or not _is_attribute(words[first], i - first):
                first += 1
                if first == i:
                    break
            if first < i:
                return text[words[first].start : word.start + len(word.surface)]
    return ""


def _starts_clause(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at].clause != words[at - 1].clause and words[at].surface[0].islower()


def _is_attribute(word: Word, distance: int) -> bool:
    """Whether a word can belong to the genitive phrase before "takia"."""
    readings = open_voikko().readings(word.surface.lower())
    genitive = any(reading.case == "omanto" for reading in readings)
    return genitive or (distance == 1 and not readings)


def is_question(text: str) -> bool:
    """Whether a text asks something: a question mark, or a question word at the start.

    Examples
    --------
    >>> is_question("Kuka päättää"), is_question("Mitä nopeammin, sitä parempi")
    (True, False)
    """
    return "?" in text or _QUESTION_START.match(BULLET.sub("", text)) is not None


def find_target_groups(text: str) -> tuple[str, ...]:
    """Whose lives a text is about, in order of appearance.

    Groups: lapset, nuoret, lapsiperheet, työikäiset, ikääntyneet, vammaiset, omaiset.

    Examples
    --------
    >>> find_target_groups("Iäkäs äiti asuu yksin, ja omainen uupuu.")
    ('ikääntyneet', 'lapsiperheet', 'omaiset')
    """
    found = read_cues("groups").find(split_words(text))
    return tuple(sorted(found, key=lambda name: (found[name][0], name)))
