"""Registration plates. ``EU-27`` has the same shape, so a plate needs a word that tells it."""

from __future__ import annotations

import re

from rakenlp.privacy.rules import ENDING, Rule, after, before, rule
from rakenlp.privacy.word_lists import word_list

TYPE = "REKISTERINUMERO"

_VEHICLE = re.compile(
    r"\bauto(?!maat|nom|m)|ajoneuvo|rekister(?!ö|iote)|rekkar|\brek\.|kilpi|kilve|mopo|moottoripyör|peräkärry"
    r"|perävaunu|traktor|skootter|\bmönkijä|pakettiauto|henkilöauto|parkk|pysäköi|\bkolar|\bbil(?:en)?\b"
    r"|mersu|toyota|volvo|skoda|nissan|volkkari|\bbemari|\bdatsun|\bopel|\bford"
)


def _is_told(match: re.Match[str]) -> bool:
    letters = re.sub(r"[^A-ZÅÄÖ]", "", match["plate"].upper())
    if letters.lower() in word_list("not_plates"):
        return False
    return bool(_VEHICLE.search(before(match, 60)) or _VEHICLE.search(after(match, 25)))


RULES: tuple[Rule, ...] = (
    rule(
        TYPE,
        "plate",
        0.9,
        rf"(?<![\w-])(?P<plate>[A-ZÅÄÖ]{{2,3}}\s?-\s?[1-9]\d{{0,2}}){ENDING}",
        flags="i",
        accept=_is_told,
    ),
    rule(
        TYPE,
        "plate_digits_first",
        0.85,
        rf"(?<![\w-])(?P<plate>[1-9]\d{{0,2}}\s?-\s?[A-ZÅÄÖ]{{2,3}}){ENDING}",
        accept=_is_told,
    ),
    rule(
        TYPE,
        "plate_without_dash",
        0.85,
        r"(?<![\w-])(?P<plate>[A-ZÅÄÖ]{3}\s?[1-9]\d{2}|[A-Z]{3}\s?\d{2}[A-Z])(?![\w-])",
        accept=_is_told,
    ),
    rule(
        TYPE,
        "plate_told",
        0.95,
        r"(?:rekisterinumero\w*|rekisteritunnu\w*|rek\.?\s?(?:nro|no)\.?|rekkari\w*)"
        r"\s?(?:on|oli|:|=)?\s{0,2}"
        r"(?P<data>[A-ZÅÄÖ]{1,3}\s?-?\s?\d{1,3}|\d{1,3}\s?-?\s?[A-ZÅÄÖ]{2,3})(?!\w)",
        flags="i",
    ),
)
