"""Sentences that propose something: by modal verbs, necessity and imperatives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rakenlp.finnish.voikko import open_voikko
from rakenlp.phenomena.cues import Cues, cue_data
from rakenlp.phenomena.words import Word, split_words

_END = re.compile(r"[!?…]+|\.+(?=\s|$|[A-ZÅÄÖ])|\n")
_LAST_WORD = re.compile(r"([^\W_]+)\.$")
# After these, single letters and numbers ("5. luokka") a full stop ends no sentence.
_ABBREVIATIONS = frozenset(
    [
        "esim",
        "mm",
        "ym",
        "yms",
        "jne",
        "ks",
        "ts",
        "ns",
        "em",
        "ko",
        "nk",
        "nro",
        "klo",
        "ka",
        "pj",
        "vrt",
        "tms",
        "jms",
        "ent",
        "os",
        "psyk",
        "pkl",
        "puh",
    ]
)
BULLET = re.compile(r"^[\s\-–•*·]*(?:\d+[.)]\s+)?")


@dataclass(frozen=True, slots=True)
class ProposalSpan:
    """A sentence that proposes something: offsets in the text and the words that show it."""

    start: int
    end: int
    cue: str


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a text, without bullets and surrounding spaces."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for end in [*(match.end() for match in _END.finditer(text) if _ends(text, match)), len(text)]:
        piece = text[begin:end]
        bullet = BULLET.match(piece)
        lead = bullet.end() if bullet else 0
        body = piece[lead:].rstrip()
        if any(ch.isalpha() for ch in body):
            spans.append((begin + lead, begin + lead + len(body)))
        begin = end
    return spans


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark ends a sentence."""
    if mark[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, mark.start() - 20), mark.end())
    if word is None:
        return True
    last = word[1].lower()
    return not (last in _ABBREVIATIONS or len(last) == 1 or last.isdigit())


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
    data = cue_data()["proposal"]
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
    return Cues({"cues": cue_data()["proposal"]["cues"]})


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
            hard = later.keys.keys & set(cue_data()["proposal"]["hardships"])
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
