"""How likely two words stand side by side in a note, rather than at the end and start of two.

The table ``board_pairs.tsv`` was counted from texts with :func:`weigh_pairs`; it holds no words,
only kinds of words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from rakenlp.corpus.wordlists import read_rows
from rakenlp.finnish.voikko import Reading, Voikko, open_voikko

WORD = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*")
NOMINALS = {
    "nimisana": "N",
    "laatusana": "A",
    "nimisana_laatusana": "A",
    "asemosana": "P",
}
OTHERS = {
    "etunimi": "name",
    "sukunimi": "name",
    "paikannimi": "name",
    "nimi": "name",
    "kieltosana": "neg",
    "lukusana": "num",
    "seikkasana": "seikkasana",
    "sidesana": "sidesana",
    "suhdesana": "suhdesana",
}
CASES = {
    "nimento": "nom",
    "omanto": "gen",
    "osanto": "par",
    "sisaolento": "loc",
    "sisaeronto": "loc",
    "sisatulento": "loc",
    "ulkoolento": "loc",
    "ulkoeronto": "loc",
    "ulkotulento": "loc",
}
UNKNOWN = "unk"
# Texts of a note's size; a pair seen less often than this is judged near even.
MIN_WORDS, MAX_WORDS = 2, 40
SMOOTHING = 5.0


def _kind(reading: Reading) -> str:
    word_class = reading.word_class
    if word_class in NOMINALS:
        return f"{NOMINALS[word_class]}.{CASES.get(reading.case, 'oth')}"
    if word_class == "teonsana":
        if reading.participle:
            return "V.pcp"
        return "V.inf" if "infinitive" in reading.mood else "V.fin"
    return OTHERS.get(word_class, UNKNOWN)


@lru_cache(maxsize=50_000)
def word_kind(word: str) -> str:
    """Word class and case of a word's first reading: "N.gen", "V.fin", "sidesana" and so on.

    Capitals are ignored, unless the word is known only with one (a name).
    """
    voikko = open_voikko()
    readings = _readings(word, voikko)
    return _kind(readings[0]) if readings else UNKNOWN


def _readings(word: str, voikko: Voikko) -> tuple[Reading, ...]:
    return voikko.readings(word.lower()) or voikko.readings(word.capitalize())


def is_proper(word: str) -> bool:
    """Whether a word has a capital even inside a sentence: a name or an abbreviation."""
    if len(word) > 1 and word.isupper():
        return True
    voikko = open_voikko()
    return not voikko.readings(word.lower()) and bool(voikko.readings(word))


def weigh_pairs(texts: Iterable[str]) -> dict[tuple[str, str], float]:
    """Count the table from texts that each are like one note.

    Returns
    -------
    dict of (str, str) to float
        Kinds of two words → log of how many times more often they stand side by side than
        as the last word of one text and the first word of another.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    ends: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    for text in texts:
        tokens = text.split()
        if not MIN_WORDS <= len(tokens) <= MAX_WORDS:
            continue
        words = [WORD.findall(token) for token in tokens]
        if words[0]:
            starts[word_kind(words[0][0])] += 1
        if words[-1]:
            ends[word_kind(words[-1][-1])] += 1
        for left, right, token in zip(words, words[1:], tokens, strict=False):
            if left and right and token[-1].isalpha():
                pairs[word_kind(left[-1]), word_kind(right[0])] += 1
    return _log_ratios(pairs, ends, starts)


def _log_ratios(
    pairs: Counter[tuple[str, str]], ends: Counter[str], starts: Counter[str]
) -> dict[tuple[str, str], float]:
    kinds = sorted({*ends, *starts, *(kind for pair in pairs for kind in pair)})
    n_pairs, n_ends, n_starts = pairs.total(), ends.total(), starts.total()
    ratios = {}
    for left in kinds:
        for right in kinds:
            apart = (ends[left] + 1) / (n_ends + len(kinds))
            apart *= (starts[right] + 1) / (n_starts + len(kinds))
            seen = pairs[left, right] + SMOOTHING
            ratios[left, right] = math.log(seen / (n_pairs * apart + SMOOTHING))
    return ratios


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], float]:
    header, *rows = read_rows("board_pairs.tsv")
    return {
        (row[0], kind): float(value)
        for row in rows
        for kind, value in zip(header[1:], row[1:], strict=True)
    }


def pair_weight(left: str, right: str) -> float:
    """Log-odds that two words belong to one note; 0 for kinds the table does not know."""
    return _table().get((word_kind(left), word_kind(right)), 0.0)
