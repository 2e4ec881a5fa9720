"""Birth dates and years: told by a word, or so long ago that a date can be one."""

from __future__ import annotations

import re

from rakenlp.privacy.identity_codes import is_day
from rakenlp.privacy.rules import ENDING, Rule, after, before, rule
from rakenlp.privacy.view import MARKS, PERSON

TYPE = "SYNTYMÄAIKA"

# A full date is taken for a birth date without any word when its year is before this: events
# that reports tell of are later. A bare two-digit year is then surely of the last century.
LAST_BARE_YEAR = 2009
_FIRST_YEAR = 1900
_FIRST_BARE_SHORT_YEAR = 30

_MONTHS = "tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu"
_MONTH_WORDS = rf"(?:{_MONTHS})kuu(?:ta|n|ssa)?"
_MONTHS_SV = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"

_NUMERIC = rf"{_DAY}\s?[./-]\s?{_MONTH}\s?[./-]\s?(?P<year>{_YEAR}|'?\d\d)(?!\d)"
_WRITTEN = rf"{_DAY}\.?\s(?:{_MONTH_WORDS}|{_MONTHS_SV})\s(?P<year>{_YEAR})"
_ISO = rf"(?P<year>{_YEAR})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"

_BORN = (
    r"(?:synt\.|synt|syntynyt|syntyneen\w*|syntyny\w*|syntyi|syntymäaika\w*|syntymäpäivä\w*|syntymävuosi\w*"
    r"|synttäri\w*|s\.aika|synt\.aika|född|födelsedatum|födelsetid|\bf\.|born|\bs\.|\bsa\.|\bvm\.?)"
)
_LINK = r"\s?(?:on|oli|vuonna|vuosi|v\.|den|år|:|=|,|n\.|noin)?\s{0,2}(?:vuonna\s)?"


def _old(match: re.Match[str]) -> bool:
    """Whether a bare date is too old for anything but a birth date."""
    year = match["year"].lstrip("'")
    if len(year) == 2:
        return int(year) >= _FIRST_BARE_SHORT_YEAR
    return _FIRST_YEAR <= int(year) <= LAST_BARE_YEAR


def _not_a_range(match: re.Match[str]) -> bool:
    """Whether the date stands alone: "1.1.2005-31.12.2008" and a law's date do not."""
    if re.match(r"\s?-\s?\d", after(match, 4)) or re.search(r"\d\.?\s?-\s?$", before(match, 5)):
        return False
    return not re.search(
        r"(?:laki|asetus|voimaan|annettu|päivätty|päätös)\w*\s$", before(match, 30)
    )


def _bare(match: re.Match[str]) -> bool:
    return _old(match) and _not_a_range(match)


def _year_told(match: re.Match[str]) -> bool:
    tail = after(match, 8)
    return not re.match(r"\s?-?(?:luvu|luku|\d|[.,]\d)", tail)


RULES: tuple[Rule, ...] = (
    rule(
        TYPE,
        "born_date",
        0.97,
        rf"(?<!\w){_BORN}{_LINK}(?P<data>(?:{_DAY}\s?[./-]\s?{_MONTH}\s?[./-]\s?(?:{_YEAR}|'?\d\d)"
        rf"|{_DAY}\.?\s(?:{_MONTH_WORDS}|{_MONTHS_SV})(?:\s{_YEAR})?|{_YEAR}-\d\d-\d\d|{_DAY}\.{_MONTH}\.)"
        r"(?!\d))",
        flags="i",
    ),
    rule(
        TYPE,
        "born_digits",
        0.95,
        rf"(?<!\w){_BORN}{_LINK}(?P<data>(?P<day>\d{{6}})(?:\d\d)?)(?!\w)",
        flags="i",
        accept=lambda match: is_day(match["day"]),
    ),
    rule(
        TYPE,
        "born_year",
        0.95,
        rf"(?<!\w){_BORN}{_LINK}(?P<data>[-']?{_YEAR})(?!\w)",
        flags="i",
        accept=_year_told,
    ),
    rule(
        TYPE,
        "born_short_year",
        0.85,
        r"(?<!\w)(?:(?:synt\.|synt|syntynyt|syntynee\w+|född|vm\.?)"
        + _LINK
        + r"|s\.\s?(?=[-']))(?P<data>[-']?\d\d)(?!\w)",
        flags="i",
        accept=_year_told,
    ),
    rule(
        TYPE,
        "year_then_born",
        0.9,
        rf"(?<!\w)(?:vuonna\s)?(?P<data>{_YEAR}|[-']\d\d)(?::ssa|\s?-)?\s?(?:syntyny\w*|syntynee\w*)",
        flags="i",
    ),
    rule(
        TYPE,
        "date_then_born",
        0.95,
        rf"(?<![\w.])(?P<data>{_DAY}\.\s?{_MONTH}\.\s?(?:{_YEAR}|\d\d)?)\s?(?:syntyny\w*|syntynee\w*)",
        flags="i",
    ),
    # Round two of the redaction: the name before the date has become a mark.
    rule(
        TYPE,
        "name_then_date",
        0.85,
        rf"{MARKS[PERSON]}[,]?\s?\((?P<data>{_NUMERIC})\)",
    ),
    rule(TYPE, "old_date", 0.8, rf"(?<![\w.,/-]){_NUMERIC}(?![.,/]\d)" + ENDING, accept=_bare),
    rule(TYPE, "old_date_written", 0.8, rf"(?<![\w.]){_WRITTEN}(?!\w)", flags="i", accept=_bare),
    rule(TYPE, "old_date_iso", 0.8, rf"(?<![\w.-]){_ISO}(?![\w-])", accept=_bare),
)
