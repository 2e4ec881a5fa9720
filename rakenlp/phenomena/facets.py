"""Facets of a text: tone, proposals, direction, level, reason, question, target groups.

A field of the form wins over every guess made here; the caller sees to that.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from rakenlp.finnish.voikko import open_voikko
from rakenlp.phenomena.triggers import PatternIndex, Trigger, find_trigger, parse_trigger
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

_SENTENCE = re.compile(
    r"[^.!?…\n]*(?:(?:(?<=\b[^\W\d_])|(?<=\besim)|(?<=\bmm)|(?<=\bym)|(?<=\bks)|(?<=\d))\.[^.!?…\n]*)*"
    r"[.!?…]*"
)
_BULLET = re.compile(r"^[\s\-–•*·]*(?:\d+[.)]\s+)?")
_QUESTION_START = re.compile(
    r"^(?:mitä|miten|miksi|mikä|minkä|kuka|kenen|kenelle|missä|mistä|mihin|minne|milloin|kuinka|"
    r"[^\W\d_]+(?:ko|kö))\b(?!.*,\s*(?:sitä|siten|siksi|se)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ProposalSpan:
    """A sentence that proposes something: offsets in the text and the words that show it."""

    start: int
    end: int
    cue: str


@dataclass(frozen=True, slots=True)
class Level:
    """Who could act: ``level`` is a key ("" when nobody is named), ``addressee`` Finnish."""

    level: LevelKey
    addressee: str


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
def _data() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("facets.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _cues(part: str) -> Cues:
    return Cues(_data()[part])


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
    found = _cues("tone").find(words)
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


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a text, without bullets and surrounding spaces."""
    spans = []
    for match in _SENTENCE.finditer(text):
        piece = match[0]
        lead = len(_BULLET.match(piece)[0])  # type: ignore[index]
        body = piece[lead:].rstrip()
        if any(ch.isalpha() for ch in body):
            spans.append((match.start() + lead, match.start() + lead + len(body)))
    return spans


def find_proposals(text: str) -> list[ProposalSpan]:
    """Return the sentences in which a reporter proposes something.

    Cues: *pitäisi, tulisi, tarvitaan, ehdotan, olisi hyvä* …, "on järjestettävä", an
    imperative or "Lisää …" at the start. A duty that is a hardship ("sillä pitäisi
    pärjätä", "asiakkaan pitäisi …") is not a proposal.

    Examples
    --------
    >>> [span.cue for span in find_proposals("Jono on pitkä. Virka pitäisi täyttää heti.")]
    ['pitäisi']
    """
    found = []
    for start, end in sentence_spans(text):
        cue = _proposal_cue(text[start:end])
        if cue:
            found.append(ProposalSpan(start, end, cue))
    return found


def _proposal_cue(sentence: str) -> str:
    words = split_words(sentence)
    if not words:
        return ""
    opening = _opening(sentence, words)
    if opening:
        return opening
    data = _data()["proposal"]
    spots = _proposal_cues().find(words).get("cues", [])
    for spot in spots:
        clause = [word for word in words if word.clause == words[spot[0]].clause]
        keys = {key for word in clause for key in word.keys.keys}
        surfaces = {word.surface.lower() for word in clause}
        hard = keys & set(data["hardships"]) or surfaces & set(data["burdened"])
        told = clause[0].surface.lower() in data["telling"] and len(clause) < len(words)
        if not hard and not told:
            return " ".join(words[i].surface for i in spot)
    return _necessity(words)


@lru_cache(maxsize=1)
def _proposal_cues() -> Cues:
    return Cues({"cues": _data()["proposal"]["cues"]})


def _opening(sentence: str, words: Sequence[Word]) -> str:
    """A plural imperative, or "Lisää …" with a noun, at the start of a sentence."""
    first = words[0].surface
    if first.lower() == "lisää" and len(words) > 1 and words[1].keys.partitive:
        return first
    readings = open_voikko().readings(first.lower())
    commands = [r for r in readings if r.mood == "imperative" and r.person in ("2", "")]
    plural = first.lower().endswith(("kaa", "kää"))
    only = bool(commands) and len(commands) == len(readings) and len(words) > 1
    return first if commands and (plural or only) and "?" not in sentence else ""


def _necessity(words: Sequence[Word]) -> str:
    """Find "on järjestettävä", "olisi varattava"; "paikat palautettava" without a verb."""
    verbless = not any(_is_finite(word.surface) for word in words)
    for i, word in enumerate(words):
        if verbless and _is_needed(word.surface):
            return word.surface
        if word.surface.lower() not in ("on", "olisi", "ois", "olis"):
            continue
        for later in words[i + 1 : i + 4]:
            hard = later.keys.keys & set(_data()["proposal"]["hardships"])
            if _is_needed(later.surface) and later.clause == word.clause and not hard:
                return f"{word.surface} {later.surface}"
    return ""


def _is_needed(surface: str) -> bool:
    """Whether a word is only a present passive participle: "järjestettävä"."""
    readings = open_voikko().readings(surface.lower())
    return any(
        reading.participle == "present_passive" and reading.case == "nimento"
        for reading in readings
    )


def _is_finite(surface: str) -> bool:
    readings = open_voikko().readings(surface.lower())
    return bool(readings) and all(
        reading.word_class in ("teonsana", "kieltosana")
        and reading.mood in ("indicative", "conditional", "potential")
        for reading in readings
    )


def find_direction(text: str) -> Direction:
    """Which way a text says things are going; "" when it does not say.

    Examples
    --------
    >>> find_direction("Häätöjä on yhä enemmän."), find_direction("Tilanne on ennallaan.")
    ('lisääntynyt', 'ennallaan')
    """
    words = split_words(text)
    found = _cues("direction").find(words)
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
    data = _data()["reason"]
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
    return "?" in text or _QUESTION_START.match(_BULLET.sub("", text)) is not None


def find_target_groups(text: str) -> tuple[str, ...]:
    """Whose lives a text is about, in order of appearance.

    Groups: lapset, nuoret, lapsiperheet, työikäiset, ikääntyneet, vammaiset, omaiset.

    Examples
    --------
    >>> find_target_groups("Iäkäs äiti asuu yksin, ja omainen uupuu.")
    ('ikääntyneet', 'lapsiperheet', 'omaiset')
    """
    found = _cues("groups").find(split_words(text))
    return tuple(sorted(found, key=lambda name: (found[name][0], name)))
