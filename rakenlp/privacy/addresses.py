"""Street addresses, post boxes, and postal codes with their place."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.places import is_postal_place
from rakenlp.privacy.rules import Rule, after, before, rule
from rakenlp.privacy.word_lists import word_list

TYPE = "OSOITE"

_STREETS = Path(__file__).with_name("streets.tsv")

_UPPER, _WORD = "[A-ZÅÄÖ]", r"[A-Za-zÅÄÖåäöé'-]"
# Case endings that a street name takes in running text, possessive-free.
_CASE = r"(?:n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|a|ä|ta|tä|ksi|na|nä|[aeiouyäö]n|hen|hun|lä|en)?"

# "12", "12-14", "12 B", "12 B 34", "12 as. 4", "12 C, as 4", "12 a-rappu"
_FLAT = r"(?:as\.?|asunto|asunnossa|huoneisto|bst\.?|lgh\.?|lok\.?|h\.?|#)"
_HOUSE = (
    r"(?<![.,\d])[1-9]\d{0,3}(?:\s?-\s?\d{1,4})?(?!\d|[.,:/]\d)"
    rf"(?:\s?[A-Za-zÅÄÖ](?![\wåäö])(?:[-\s]?rap(?:pu|ussa|pua))?)?"
    rf"(?:,?\s?{_FLAT}\s?\d{{1,4}}|(?<=[A-Za-zÅÄÖ])\s?\d{{1,3}}(?!\w|[.,]\d))?"
)
_POSTAL = r"(?:FI-)?\d{5}\s+[A-ZÅÄÖ][\wåäöÅÄÖ-]+"
# What makes a number after a street a count: "Rantamäki 35 v", "Kauppakatu 5 euroa".
_COUNTED = re.compile(
    r"\s?-?(?:v\b|v\.|§|luvu|luku|kohda|kohta|momen|artikl|vuot|euro|€|%|prosent|kk\b|kuukau|kertaa|vuoti|\.\s?\d|päiv|viik|tunt)"
)


def _words(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(row[0] for row in _words(_STREETS)[1:])


def _stems(kind: str) -> str:
    rows = _words(_STREETS)[1:]
    stems = [
        stem for _, stem_list, rule_kind in rows for stem in stem_list.split() if rule_kind == kind
    ]
    return "|".join(sorted(stems, key=len, reverse=True))


def _is_no_street(word: str) -> bool:
    """Whether a word that ends like a street is a common word: Rautatie, Maakuntien."""
    lemmas = {reading.lemma.replace("=", "") for reading in open_voikko().readings(word.lower())}
    if not lemmas.isdisjoint(word_list("common_ways")):
        return True
    return bool(lemmas) and not any(lemma.endswith(_endings()) for lemma in lemmas)


def _numbered(match: re.Match[str]) -> bool:
    return not _COUNTED.match(after(match, 12)) and not _is_no_street(match["street"])


def _alone(match: re.Match[str]) -> bool:
    """Whether a capitalised street-like word is a street and not just a sentence's first word."""
    word = match["street"]
    if _is_no_street(word) or after(match, 1) in ("-", "/"):
        return False
    opens = not before(match, 200).rstrip(' "”(•*-') or before(match, 3).rstrip()[-1:] in (
        ".",
        "!",
        "?",
    )
    if not opens:
        return True
    readings = open_voikko().readings(word.lower())
    if any(len(reading.parts) < 2 for reading in readings):
        return False
    return (
        not readings
        or word.lower().rstrip("aälnst").endswith(("kadu", "katu"))
        or "n" in word[-9:-3]
    )


def _is_postal(match: re.Match[str]) -> bool:
    return is_postal_place(match["place"])


_ALONE, _ANY = _stems("alone"), f"{_stems('alone')}|{_stems('number')}"

RULES: tuple[Rule, ...] = (
    # Matarankatu 4 B 12, 40100 Jyväskylä; Vanha Turuntie 5; Yliopistonkadulla 12
    rule(
        TYPE,
        "street_number",
        0.95,
        rf"(?<!\w)(?:(?:Vanha|Uusi|Iso|Ison|Pieni|Pikku|Ala|Ylä|Gamla|Nya|Stora|Lilla)\s)?"
        rf"(?P<street>{_UPPER}{_WORD}*(?:{_ANY}){_CASE}),?\s?(?:numerossa\s|nro\s|n:o\s)?"
        rf"{_HOUSE}(?:,?\s+{_POSTAL})?",
        accept=_numbered,
    ),
    # Ison Roobertin katu 12, Yliopiston kadulla 3
    rule(
        TYPE,
        "street_of_two_words",
        0.9,
        rf"(?<!\w)(?:{_UPPER}{_WORD}+\s){{1,3}}(?P<street>(?:puisto)?(?:katu|kadu|tie|kuja|polku|polu|linja)"
        rf"{_CASE})\s{_HOUSE}(?:,?\s+{_POSTAL})?",
        accept=lambda match: not _COUNTED.match(after(match, 12)),
    ),
    # asun matarankatu 4 b 12:ssa
    rule(
        TYPE,
        "street_small_letter",
        0.85,
        rf"(?<![\w-])(?P<street>[a-zåäö]{{3,}}(?:katu|kadu|tie|kuja|gatan|vägen|gränden){_CASE})"
        rf"\s{_HOUSE}(?:,?\s+{_POSTAL})?",
        accept=_numbered,
    ),
    # Matarankadulla, Vapaudenkadun varrella
    rule(
        TYPE,
        "street_alone",
        0.8,
        rf"(?<![\w-])(?P<street>{_UPPER}{_WORD}{{2,}}(?:{_ALONE}){_CASE})(?![\wåäö])",
        accept=_alone,
        needs_digit=False,
    ),
    rule(
        TYPE,
        "post_box",
        0.95,
        rf"(?<!\w)(?:PL|P\.L\.|PB|P\.B\.|[Pp]ostilokero|[Pp]ostbox)\s?\d{{1,6}}(?!\w)(?:,?\s+{_POSTAL})?",
    ),
    rule(
        TYPE,
        "postal_code",
        0.9,
        r"(?<![\w.,])(?:FI-)?\d{5}\s+(?P<place>[A-ZÅÄÖ][\wåäöÅÄÖ-]+)",
        accept=_is_postal,
    ),
    rule(
        TYPE,
        "postal_code_told",
        0.9,
        r"postinumero\w*\s?(?:on|:)?\s{0,2}(?P<data>\d{5})(?!\w)",
        flags="i",
    ),
)
