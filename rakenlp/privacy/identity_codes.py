"""Personal identity codes (henkilötunnus) as people write and miswrite them.

Masking is not validation: a code with a wrong checksum, a small letter or an OCR slip is still
somebody's. Formats and the test codes: decree 690/2022 (new separators from 1.1.2023), DVV.
"""

from __future__ import annotations

import re

from rakenlp.privacy.rules import ENDING, Rule, before, rule

TYPE = "HENKILÖTUNNUS"

CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SEPARATORS = "-+ABCDEFYXWVU"

# What a digit is taken for by eye and by OCR.
_SLIPS = str.maketrans("OoQIl|SsBZz", "00011155822"[:11])
_MOST_SLIPS = 4  # of nine digits
_DIGIT = r"[\dOoQIl|SBZ]"
_CONTEXT = re.compile(r"hetu|henkil[öo]tunnu|\bht\b|sotu|sosiaaliturvatunnu|personbeteckning|tunnu")


def as_digits(written: str) -> str:
    """Read letters that stand for digits as digits."""
    return written.translate(_SLIPS)


def is_day(written: str) -> bool:
    """Whether six characters can be a day, month and year (DDMMYY)."""
    digits = as_digits(written)
    if not digits.isdigit():
        return False
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def has_right_check(day: str, number: str, check: str) -> bool:
    """Whether the check character fits the nine digits (modulo 31 of DDMMYYZZZ)."""
    digits = as_digits(day) + as_digits(number)
    return digits.isdigit() and CHECK_CHARACTERS[int(digits) % 31] == check.upper()


def _has_context(match: re.Match[str]) -> bool:
    return bool(_CONTEXT.search(before(match, 40)))


def _mostly_digits(match: re.Match[str]) -> bool:
    """Whether letters read as digits are the exception, and the day is one."""
    written = match["day"] + match["number"]
    n_letters = sum(not char.isdigit() for char in written)
    if has_right_check(match["day"], match["number"], match["check"]):
        return n_letters <= _MOST_SLIPS
    glued = match.start() > 0 and match.string[match.start() - 1].isalnum()
    if glued or n_letters > 2:
        return False
    if _has_context(match):
        return True
    # An old account number has the same shape but for the letter at the end.
    return is_day(match["day"]) or (match["check"].isalpha() and written.isdigit())


def _is_right_or_told(match: re.Match[str]) -> bool:
    right = has_right_check(match["day"], match["number"], match["check"])
    return (right and is_day(match["day"])) or _has_context(match)


def _is_day_or_told(match: re.Match[str]) -> bool:
    return is_day(match["day"]) or _has_context(match)


_SEPARATOR = r"\s{0,2}[-+ABCDEFYXWVUabcdefyxwvu]\s{0,2}"

RULES: tuple[Rule, ...] = (
    rule(
        TYPE,
        "hetu",
        0.98,
        rf"(?<![\d])(?P<day>{_DIGIT}{{6}}){_SEPARATOR}(?P<number>{_DIGIT}{{3}})\s?"
        rf"(?P<check>[0-9A-Za-z]){ENDING}",
        accept=_mostly_digits,
    ),
    rule(
        TYPE,
        "hetu_dotted",
        0.97,
        r"(?<!\w)\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})\s?[-+A]\s?\d{3}\s?[0-9A-Za-z]" + ENDING,
    ),
    rule(
        TYPE,
        "hetu_spaced",
        0.95,
        r"(?<!\w)(?:\d\s){5}\d\s?[-+A-FU-Y]\s?(?:\d\s?){3}[0-9A-Za-z](?!\w)",
    ),
    rule(
        TYPE,
        "hetu_separator_lost",
        0.9,
        rf"(?<!\w)(?P<day>{_DIGIT}{{6}})\s?[/_.:*]?\s?(?P<number>\d{{3}})(?P<check>[0-9A-Za-z])"
        + ENDING,
        accept=_is_right_or_told,
    ),
    rule(
        TYPE,
        "hetu_hidden_end",
        0.9,
        r"(?<![\w-])(?P<day>\d{6})\s?[-+A]\s?(?:[xX*_?.·•]{2,4}|\d{1,3}[xX*?]{1,3})(?!\w)",
        accept=_is_day_or_told,
    ),
    rule(TYPE, "hetu_start", 0.8, r"(?<![\w-])(?P<day>\d{6})[-+](?![\w])", accept=_is_day_or_told),
    rule(
        TYPE,
        "hetu_end_told",
        0.9,
        r"(?:hetu\w*|henkilötunnu\w*|tunnu\w*|sotu\w*)?[\s:]*"
        r"(?:loppuosa\w*|loppu\w{0,2}|pääte)\s?(?:on|oli|:|=|-)?\s{0,2}"
        r"(?P<data>[-+A]?\s?\d{3}[0-9A-Za-z])(?!\w)",
        flags="i",
        accept=lambda match: bool(
            match["data"][-1].isalpha() or "tunnu" in match[0].lower() or _has_context(match)
        ),
    ),
    rule(
        TYPE,
        "hetu_told",
        0.9,
        r"(?:hetu\w*|henkilötunnu\w*|sotu\w*|sosiaaliturvatunnu\w*|personbeteckning\w*)"
        r"\s?(?:on|oli|:|=|-|är)?\s{0,2}(?P<data>[-+]?\d[\dA-Za-z+-]{2,10}[0-9A-Za-z])(?!\w)",
        flags="i",
    ),
    rule(TYPE, "hetu_end", 0.75, r"(?<![\w-])-\d{3}[A-FHJ-NPR-Y](?!\w)"),
)
