"""Telephone numbers in any grouping; public service numbers are left alone."""

from __future__ import annotations

import re

from rakenlp.privacy.rules import ENDING, Rule, after, before, rule

TYPE = "PUHELIN"

# Digits of a whole number with its prefix: shortest old mobile (0400 12345) to longest.
_MIN_MOBILE, _MAX_MOBILE = 8, 11
_MIN_AREA, _MAX_AREA = 7, 11
_MIN_FOREIGN, _MAX_FOREIGN = 9, 15

# Corporate, free and paid service numbers (Traficom's numbering plan): they belong to an office.
_SERVICE_START = (
    *("010", "020", "029", "030", "039", "060", "070", "071", "073", "075", "080"),
    *("0100", "0118", "0200", "0202", "0300", "0600", "0606", "0700", "0800"),
)
_PUBLIC = frozenset({"112", "116117", "116111", "116000", "116006", "116123", "0800"})

_PERSONAL = re.compile(
    r"asiakkaan|hänen|oma\b|oman\b|omasta|kotinumero|numeroni|numeronsa|puhelimeni|tavoittaa minut"
    r"|äidin|isän|pojan|tyttären|vaimon|miehen|lapsen|\bminun\b|\bmun\b"
)
_UNIT = re.compile(
    r"\s?(?:euro|€|eur\b|%|prosent|asukas|asiakas|kpl|km\b|krt|kertaa|vuot|kuukau|hlö|op\b)"
)
_DATE = re.compile(r"0?[1-9]\.\s?(?:0?[1-9]|1[0-2])\.?\s?(?:\d{2}|\d{4})?|0\d(?:\s?-\s?\d{2})?")


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match["number"].replace("O", "0").replace("o", "0"))


def _is_service(digits: str) -> bool:
    return digits in _PUBLIC or digits.startswith(_SERVICE_START)


def _is_mobile(match: re.Match[str]) -> bool:
    return _MIN_MOBILE <= len(_digits(match)) <= _MAX_MOBILE


def _is_foreign(match: re.Match[str]) -> bool:
    digits = _digits(match)
    return _MIN_FOREIGN <= len(digits) <= _MAX_FOREIGN and not _UNIT.match(after(match, 12))


def _is_area(match: re.Match[str]) -> bool:
    digits = _digits(match)
    if not _MIN_AREA <= len(digits) <= _MAX_AREA or _UNIT.match(after(match, 12)):
        return False
    if _DATE.fullmatch(match["number"].strip()):
        return False
    return not _is_service(digits) or bool(_PERSONAL.search(before(match, 40)))


def _is_told(match: re.Match[str]) -> bool:
    digits = _digits(match)
    if _is_service(digits) or _UNIT.match(after(match, 12)):
        return bool(_PERSONAL.search(before(match, 60)))
    return not re.fullmatch(r"(?:19|20)\d\d\s?-\s?(?:19|20)\d\d", match["number"])


_GAP = r"[\s()./-]{0,3}"
_SPACE = r"[\s-]{0,2}"

RULES: tuple[Rule, ...] = (
    rule(
        TYPE,
        "phone_international",
        0.98,
        rf"(?<![\w+])(?P<number>\(?(?:\+|00(?=[1-9]))\s?\d(?:{_GAP}\d){{7,14}}){ENDING}",
        accept=_is_foreign,
    ),
    rule(
        TYPE,
        "phone_mobile",
        0.97,
        rf"(?<![\w+,])(?<!\d[.-])(?P<number>\(?[0Oo](?:45[\s-]?[7-9]{_GAP}[\dOo]|4[\dOo]|50)\)?"
        rf"(?:{_GAP}[\dOo]){{5,7}}){ENDING}",
        accept=_is_mobile,
    ),
    rule(
        TYPE,
        "phone_country_glued",
        0.9,
        rf"(?<![\w+,.])(?P<number>358{_SPACE}(?:4\d|50)(?:{_SPACE}\d){{6,8}}){ENDING}",
        accept=_is_foreign,
    ),
    rule(
        TYPE,
        "phone_area",
        0.9,
        rf"(?<![\w+,./])(?<!\d-)(?P<number>\(?0\d{{1,3}}\)?(?:{_SPACE}\d){{4,8}})(?![\w.,/]\d){ENDING}",
        accept=_is_area,
    ),
    rule(
        TYPE,
        "phone_told",
        0.9,
        r"(?:puh(?:elin)?(?:numero\w*|nro)?|puhelime\w+|\bp|\btel|\bgsm|kännykk\w*|kännykä\w*|matkapuhelin\w*"
        r"|kotinumero\w*|numero(?:ni|nsa|on|sta|ssa|lla)?|alanumero\w*|soit\w+|tavoit\w+|tekstiviesti\w*"
        r"|whatsapp\w*|yhteystie\w+|telefon)"
        r"\s?(?:on|oli|nro|numeroon|numerosta|numero|:|=|\.|,)?\s?:?\s{0,2}"
        r"(?P<data>(?P<number>\(?\d(?:[\s()-]{0,2}\d){5,11}))" + ENDING,
        flags="i",
        accept=_is_told,
    ),
    rule(
        TYPE,
        "phone_short_told",
        0.85,
        r"(?:alanumero\w*|\balanro|sisäinen numero|puh\.|\bp\.)\s?:?\s?"
        r"(?P<data>(?P<number>\d{2,3}\s?\d{2,3}))(?![\w.,]?\d)" + ENDING,
        flags="i",
        accept=lambda match: (
            not _is_service(_digits(match)) and not re.fullmatch(r"(?:19|20)\d\d", match["number"])
        ),
    ),
)
