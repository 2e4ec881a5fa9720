"""Indirect identifiers: what does not name a person but can give one away. Flagged, not masked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.name_features import TYPE_FLAGS, type_flags
from rakenlp.privacy.places import is_municipality
from rakenlp.privacy.tokens import Sentence, Token, sentences
from rakenlp.records import Flag

_FILE = Path(__file__).with_name("indirect.toml")

AGE, DAY, FAMILY, PLACE, UNIT = (
    "tarkka_ika",
    "tarkka_paiva",
    "perhekoko",
    "kunta",
    "nimetty_yksikko",
)
_UNIT_LIST = "yksikko"

_NUMBER_STEMS = (
    "yksi|kaksi|kolmi|neli|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmen|yksitoista|kaksitoista"
    "|kolmetoista|neljätoista|viisitoista|kuusitoista|seitsemäntoista|kahdeksantoista|yhdeksäntoista"
    r"|(?:kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän)kymmentä\w{0,9}?"
)
_SINGULAR = r"(?:as|aan|asta|aalla|aalle|aalta|aana|aasta|aaksi)(?!\w)"
_MANY = "neljän|viiden|kuuden|seitsemän|kahdeksan|yhdeksän|kymmenen|yhdentoista|kahdentoista"
_MANY_BASIC = "neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen"
_MONTHS = "tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu"
_DAY_NUMBER, _MONTH_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"

# Exact forms; groups ("alle 18-vuotiaat", "18-29-vuotiaat") and durations ("2 v sitten") are none.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (AGE, rf"(?<![\w-])\d{{1,3}}\s?-?\s?vuoti{_SINGULAR}"),
    (AGE, rf"(?<!\w)(?:{_NUMBER_STEMS})vuoti{_SINGULAR}"),
    (
        AGE,
        r"(?<![\w-])\d{1,3}\s?-?\s?(?:vuoden|v\.?|kuukauden|kk:n|kk)\s?-?\s?(?:ikäi\w+|iässä|ikään)",
    ),
    (
        AGE,
        r"(?:\biältään|\bikää|\bikä|\bikäni|täyttä\w{1,4}|täytti)\s?(?:on|:)?\s?\d{1,3}(?![\d.,])",
    ),
    (AGE, r"(?<=[(,\ue000] )\d{1,2}(?=\s?[,)])|(?<=\()\d{1,2}(?=\s?(?:v\.?)?\))"),
    (AGE, r"(?<![\w.,-])\d{1,2}\s?-?\s?v\b\.?(?!\s?(?:sitten|ajan|kest|jono|odot|\d))"),
    (DAY, rf"(?<![\w.,/-]){_DAY_NUMBER}\.\s?{_MONTH_NUMBER}\.(?:\s?(?:20)?\d\d)?(?![\w.]\d|\w)"),
    (DAY, rf"(?<![\w.]){_DAY_NUMBER}\.\s?(?:{_MONTHS})kuuta"),
    (DAY, rf"(?<!\w)(?:{_MONTHS})kuun\s{_DAY_NUMBER}\.?(?:\s?päivä\w*)?(?!\d)"),
    (DAY, r"(?<![\w-])20\d\d-[01]\d-[0-3]\d(?![\w-])"),
    ("diagnoosi", r"(?<!\w)F\d{2}(?:\.\d{1,2})?(?!\w)"),
    ("diagnoosi", r"(?:vaikea|vakava|keskivaikea|psykoottinen)\w*\smasennu\w+"),
    (
        FAMILY,
        rf"(?<!\w)(?:{_MANY}|[4-9]|1\d)\s(?:\w+\s)?lapsen\s\w*(?:yksinhuoltaj|vanhem|äi[dt]|isä|perhe)\w*",
    ),
    (
        FAMILY,
        rf"(?<!\w)(?:{_MANY_BASIC}|[4-9]|1\d)\s(?:\w+\s)?(?:lasta|sisarusta|alaikäistä)(?!\w)",
    ),
    (FAMILY, r"(?<!\w)(?:[4-9]|1\d)-(?:lapsi|henki)\w+"),
    (FAMILY, r"(?<!\w)(?:yksinhuoltajais|kaksose|kaksoset|kaksosi|kolmose|kolmoset|nelose)\w*"),
)


@lru_cache(maxsize=1)
def _stem_lists() -> dict[str, list[str]]:
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {key: words.split() for key, words in lists.items()}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = [
        (key, rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(stems)))})\w*")
        for key, stems in _stem_lists().items()
        if key != _UNIT_LIST
    ]
    return tuple((key, re.compile(text, re.IGNORECASE)) for key, text in (*_PATTERNS, *listed))


@lru_cache(maxsize=20_000)
def _is_unit(word: str) -> bool:
    lemmas = {reading.lemma.replace("=", "") for reading in open_voikko().readings(word.lower())}
    return not lemmas.isdisjoint(_stem_lists()[_UNIT_LIST])


def _is_proper(sentence: Sentence, index: int) -> bool:
    """Whether a word is capitalised as a name is, not only as the first of its sentence."""
    word = sentence.tokens[index].text
    if not word[:1].isupper() or word.isupper():
        return False
    if index > sentence.first_word:
        return True
    return not dict(zip(TYPE_FLAGS, type_flags(word), strict=True))["common_in_lower_case"]


def _units(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Pairs of words that name a unit: "Koivulan koulu", "hoivakoti Onni"."""
    for index, (one, other) in enumerate(pairwise(sentence.tokens)):
        if (other.text[:1].islower() and _is_proper(sentence, index) and _is_unit(other.text)) or (
            other.text[:1].isupper() and index + 1 > sentence.first_word and _is_unit(one.text)
        ):
            yield one, other


def find_flags(text: str) -> list[Flag]:
    """Find indirect identifiers, by place in the text; different types may overlap."""
    flags = {
        Flag(start=match.start(), end=match.end(), type=key)
        for key, pattern in _patterns()
        for match in pattern.finditer(text)
    }
    for sentence in sentences(text):
        flags |= {Flag(start=a.start, end=b.end, type=UNIT) for a, b in _units(sentence)}
        flags |= {
            Flag(start=token.start, end=token.end, type=PLACE)
            for index, token in enumerate(sentence.tokens)
            if _is_proper(sentence, index) and is_municipality(token.text)
        }
    return sorted(flags, key=lambda flag: (flag.start, flag.end, flag.type))
