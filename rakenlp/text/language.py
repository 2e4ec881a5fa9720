"""In which language a passage is written: Finnish, Swedish, English or something else.

Each word gives points to the languages it looks like: common words most, endings and letter
groups less, and a reading in the Finnish dictionary speaks for Finnish. The language with
the most points wins; equal points go to Finnish, because nearly all reports are Finnish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from rakenlp.finnish.voikko import open_voikko
from rakenlp.text.conventions import TABLES
from rakenlp.text.placeholders import PLACEHOLDER

Language = Literal["fi", "sv", "en", "other"]

LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en", "other")
DICTIONARY_POINTS = 1.5  # for a word of four letters or more that Voikko reads
SHORT_DICTIONARY_POINTS = 0.5  # shorter words are often words of another language too
MAX_WORDS = 200  # enough of a long passage to tell
MAX_LETTER_POINTS = 1.2  # of one word by common letter groups; a telling letter (õ) may give more
MAX_AFFIX = 6  # letters of the longest beginning or ending in the table
LAST_LATIN = "ɏ"  # end of the Latin Extended-B block
FOREIGN_SCRIPT_SHARE = 0.5  # of the letters outside the Latin script
MIN_WORDS_OTHER = 4  # fewer words without any evidence count as Finnish
MIN_POINTS_A_WORD = 0.35  # below this a text of many words is in none of the three

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass
class _Evidence:
    """Points of one language by kind."""

    words: dict[str, float] = field(default_factory=dict)
    ends: dict[str, float] = field(default_factory=dict)
    starts: dict[str, float] = field(default_factory=dict)
    insides: dict[str, float] = field(default_factory=dict)

    def points(self, word: str) -> float:
        if word in self.words:
            return self.words[word]
        if len(word) < 3:
            return 0.0
        sizes = range(1, MAX_AFFIX + 1)
        end = max(self.ends.get(word[-size:], 0.0) for size in sizes)
        start = max(self.starts.get(word[:size], 0.0) for size in sizes)
        inside = [p for group, p in self.insides.items() if group in word]
        most = max(MAX_LETTER_POINTS, *inside) if inside else MAX_LETTER_POINTS
        return end + min(start + sum(inside), most)


@lru_cache(maxsize=1)
def _evidence() -> dict[str, _Evidence]:
    out: dict[str, _Evidence] = {language: _Evidence() for language in LANGUAGES}
    for line in (TABLES / "languages.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, kind, values, points = line.split("\t")
            table = getattr(out[language], kind + "s")
            table.update(dict.fromkeys(values.split(), float(points)))
    return out


@lru_cache(maxsize=100_000)
def _word_points(word: str) -> tuple[float, ...]:
    """Points of one lower-case word for each of :data:`LANGUAGES`."""
    evidence = _evidence()
    points = {language: evidence[language].points(word) for language in LANGUAGES}
    shared = word in evidence["sv"].words or word in evidence["en"].words
    if len(word) > 1 and not shared and open_voikko().knows(word):
        points["fi"] += DICTIONARY_POINTS if len(word) > 3 else SHORT_DICTIONARY_POINTS
    return tuple(points[language] for language in LANGUAGES)


def detect_language(text: str) -> Language:
    """Tell the language of a passage.

    Parameters
    ----------
    text : str
        A few words to a few sentences; placeholders of redacted data are left aside.

    Returns
    -------
    {"fi", "sv", "en", "other"}
        "fi" also for a text without words, and for one to three words that fit no
        language (names, brands, abbreviations). "other" for other scripts and for
        longer texts that fit none of the three.

    Examples
    --------
    >>> detect_language("Vi behöver mer stöd hemma.")
    'sv'
    """
    text = PLACEHOLDER.sub(" ", text)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)][:MAX_WORDS]
    if not words:
        return "fi"
    if not text.isascii():
        letters = "".join(words)
        if sum(ch > LAST_LATIN for ch in letters) > FOREIGN_SCRIPT_SHARE * len(letters):
            return "other"
    totals = [sum(column) for column in zip(*map(_word_points, words), strict=True)]
    best = max(totals)
    if len(words) >= MIN_WORDS_OTHER and best < MIN_POINTS_A_WORD * len(words):
        return "other"
    return LANGUAGES[totals.index(best)]
