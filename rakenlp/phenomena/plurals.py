"""The nominative plural of Finnish base forms, made only where the dictionary agrees."""

from __future__ import annotations

import re
from functools import lru_cache

from rakenlp.finnish.voikko import open_voikko

_PLURAL_ENDINGS = (
    ("aika", "ajat"), ("poika", "pojat"), ("nen", "set"), ("tön", "ttömät"), ("ton", "ttomat"), ("us", "ukset"), ("ys", "ykset"),
    ("us", "udet"), ("ys", "ydet"), ("os", "okset"), ("ös", "ökset"), ("is", "ikset"),
    ("as", "aat"), ("äs", "äät"), ("es", "ekset"), ("is", "iit"), ("e", "eet"), ("in", "imet"),
    ("si", "det"), ("i", "it"), ("i", "et"), ("kko", "kot"), ("kkö", "köt"), ("kka", "kat"),
    ("kkä", "kät"), ("kki", "kit"), ("kku", "kut"), ("kky", "kyt"), ("pp", "p"), ("", "t"),
)  # fmt: skip
_GRADES = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nt", "nn"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll"),
    ("rt", "rr"), ("t", "d"), ("p", "v"), ("k", ""), ("k", "v"), ("k", "j"), ("d", "t"),
    ("v", "p"), ("t", "tt"), ("k", "kk"), ("p", "pp"), ("ll", "lt"), ("nn", "nt"), ("rr", "rt"),
    ("mm", "mp"), ("ng", "nk"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def nominative_plural(base: str, *, adjective: bool = False) -> str:
    """Nominative plural of a base form, "" when none can be made for sure.

    Forms are guessed by ending and consonant gradation, and only one that Voikko reads as
    the nominative plural of this very word is returned.

    Examples
    --------
    >>> [nominative_plural(word) for word in ("vuokrarästi", "häätö", "kuljetuspalvelu")]
    ['vuokrarästit', 'häädöt', 'kuljetuspalvelut']
    """
    for form in _plural_guesses(base):
        for reading in open_voikko().readings(form):
            is_adjective = "laatusana" in reading.word_class
            if (
                reading.lemma.lower() == base
                and reading.case == "nimento"
                and reading.number == "plural"
                and not reading.possessive
                and (is_adjective or not adjective)
            ):
                return form
    return ""


def _plural_guesses(base: str) -> list[str]:
    guesses = []
    for ending, plural in _PLURAL_ENDINGS:
        if base.endswith(ending):
            guesses.append(base[: len(base) - len(ending)] + plural)
    graded = []
    for form in guesses:
        stem = re.match(r"^(.*?)([kptdvlnrmg]*)([aeiouyäö]+[st]?e?t)$", form)
        if stem:
            graded += [
                stem[1] + stem[2][: len(stem[2]) - len(a)] + b + stem[3]
                for a, b in _GRADES
                if stem[2].endswith(a)
            ]
    # The graded form first: "häätöt" does not exist, and where both do ("auto") the
    # ungraded one is not read as this word's plural.
    return [*graded, *guesses]
