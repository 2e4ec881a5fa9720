"""Numbers of client matters: register numbers, client and application numbers."""

from __future__ import annotations

from rakenlp.privacy.rules import ENDING, Rule, rule

TYPE = "ASIANUMERO"

_NUMBER = r"(?P<data>(?=[^\s]*\d)[A-ZÅÄÖa-zåäö]{0,6}[-/ ]?\d[\dA-Z./:-]*[\dA-Z])"

RULES: tuple[Rule, ...] = (
    # 2745/00.01.01.01/2024
    rule(
        TYPE,
        "register_number",
        0.95,
        r"(?<![\w/])(?:[A-ZÅÄÖ]{2,10}[ /:-])?\d{1,7}\s?/\s?\d{2}(?:\.\d{2}){1,4}\s?/\s?(?:19|20)?\d{2}"
        + ENDING,
    ),
    # KAIDno-2022-1871, VAKEDno-2022-67
    rule(
        TYPE,
        "register_dno",
        0.95,
        r"(?<!\w)[A-ZÅÄÖ]{0,10}\s?-?(?:dno|dnro)[\s.:-]{0,3}\d{2,7}\s?[-/]\s?[\d.]+(?:\s?/\s?\d{2,4})?"
        + ENDING,
        flags="i",
    ),
    # HEL 2015-006477, HYVAKS/1234/2025
    rule(TYPE, "register_city", 0.9, r"(?<!\w)[A-ZÅÄÖ]{3,8}[ -](?:19|20)\d\d-\d{4,6}" + ENDING),
    rule(
        TYPE,
        "register_slash",
        0.9,
        r"(?<!\w)[A-ZÅÄÖ]{3,10}/\d{1,6}/(?:\d{2}(?:\.\d{2})+/)?(?:19|20)\d\d" + ENDING,
    ),
    rule(
        TYPE,
        "matter_told",
        0.9,
        r"(?:diaari\w*|asia(?:kirja)?(?:n)?\s?-?numero\w*|asiatunnu\w*|asiakas\s?-?(?:numero|tunnu|nro|id)\w*"
        r"|asiakkaan\s(?:numero|nro)|potilas\s?-?(?:numero|tunnu)\w*|tapaus\s?-?(?:numero|tunnu|id)\w*"
        r"|hakemus\s?-?(?:numero|tunnu|nro)\w*|hakemuksen\s(?:numero|tunnus|nro)"
        r"|päätös\s?-?(?:numero|tunnu|nro)\w*|päätöksen\s(?:numero|nro|tunnus)"
        r"|ilmoitus\s?-?(?:numero|tunnu|nro)\w*|viitenumero\w*|laskun\s(?:numero|viite|nro)\w*"
        r"|vakuutus\s?-?numero\w*|ulosotto\w*asia\w*|sopimus\s?-?numero\w*|ärendenummer)"
        r"\s?(?:on|oli|nro|:|=|\.)?\s{0,2}(?!\(?0[45]\d)" + _NUMBER + r"(?!\w)",
        flags="i",
    ),
)
