"""Indirect identifiers: what does not name a person but can give one away. Flagged, not masked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.name_features import flags_of
from rakenlp.privacy.places import is_municipality
from rakenlp.privacy.tokens import Sentence, Token, sentences
from rakenlp.privacy.view import MARKS, PERSON
from rakenlp.records import Flag

_FILE = Path(__file__).with_name("indirect.toml")

AGE, DAY, DIAGNOSIS = "tarkka_ika", "tarkka_paiva", "diagnoosi"
FAMILY, PLACE, UNIT = "perhekoko", "kunta", "nimetty_yksikko"
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

_MARK = MARKS[PERSON]

# Type, a letter run without which the pattern cannot match (in small letters, "" for a digit),
# pattern. Exact forms only: groups ("alle 18-vuotiaat", "18-29-vuotiaat") and durations
# ("2 v sitten") identify nobody.
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (AGE, "vuoti", rf"(?<![\w-])\d{{1,3}}\s?-?\s?vuoti{_SINGULAR}"),
    (AGE, "vuoti", rf"(?<!\w)(?:{_NUMBER_STEMS})vuoti{_SINGULAR}"),
    (
        AGE,
        "ik",
        r"(?<![\w-])\d{1,3}\s?-?\s?(?:vuoden|v\.?|kuukauden|kk:n|kk)\s?-?\s?(?:ikäi\w+|iässä|ikään)",
    ),
    (AGE, "", r"(?:\biältään|\bikää|\bikä|\bikäni)\s?(?:on|:)?\s?\d{1,3}(?![\d.,])"),
    (AGE, "täyt", r"täyt(?:tä\w{1,4}|ti)\s\d{1,3}(?![\d.,])"),
    (AGE, _MARK, rf"(?<={_MARK}, )\d{{1,2}}(?=\s?,)|(?<={_MARK} \()\d{{1,2}}(?=\s?(?:v\.?)?\))"),
    (AGE, "v", r"(?<![\w.,-])\d{1,2}\s?-?\s?v\b\.?(?!\s?(?:sitten|ajan|kest|jono|odot|\d))"),
    (
        DAY,
        "",
        rf"(?<![\w.,/-]){_DAY_NUMBER}\.\s?{_MONTH_NUMBER}\.(?:\s?(?:20)?\d\d)?(?![\w.]\d|\w)",
    ),
    (DAY, "kuuta", rf"(?<![\w.]){_DAY_NUMBER}\.\s?(?:{_MONTHS})kuuta"),
    (DAY, "kuun", rf"(?<!\w)(?:{_MONTHS})kuun\s{_DAY_NUMBER}\.?(?:\s?päivä\w*)?(?!\d)"),
    (DAY, "", r"(?<![\w-])20\d\d-[01]\d-[0-3]\d(?![\w-])"),
    (DIAGNOSIS, "f", r"(?<!\w)F\d{2}(?:\.\d{1,2})?(?!\w)"),
    (DIAGNOSIS, "masennu", r"(?:vaikea|vakava|keskivaikea|psykoottinen)\w*\smasennu\w+"),
    (
        FAMILY,
        "lapsen",
        rf"(?<!\w)(?:{_MANY}|[4-9]|1\d)\s(?:\w+\s)?lapsen\s\w*(?:yksinhuoltaj|vanhem|äi[dt]|isä|perhe)\w*",
    ),
    (FAMILY, "lasta", rf"(?<!\w)(?:{_MANY_BASIC}|[4-9]|1\d)\s(?:\w+\s)?lasta(?!\w)"),
    (FAMILY, "sisar", rf"(?<!\w)(?:{_MANY_BASIC}|[4-9]|1\d)\s(?:\w+\s)?sisarusta(?!\w)"),
    (FAMILY, "-", r"(?<!\w)(?:[4-9]|1\d)-(?:lapsi|henki)\w+"),
)


@lru_cache(maxsize=1)
def _stem_lists() -> dict[str, tuple[str, ...]]:
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {key: tuple(words.split()) for key, words in lists.items()}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((key, hint, re.compile(text, re.IGNORECASE)) for key, hint, text in _PATTERNS)


def _pattern_flags(text: str) -> Iterator[Flag]:
    lowered = text.lower()
    has_digit = any(char.isdigit() for char in text)
    for key, hint, pattern in _patterns():
        if hint in lowered if hint else has_digit:
            for match in pattern.finditer(text):
                yield Flag(start=match.start(), end=match.end(), type=key)


@lru_cache(maxsize=50_000)
def _listed_types(word: str) -> tuple[str, ...]:
    """Types whose stem list has the beginning of a word."""
    return tuple(
        key for key, stems in _stem_lists().items() if key != _UNIT_LIST and word.startswith(stems)
    )


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
    return not flags_of(word)["common_in_lower_case"]


def _units(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Pairs of words that name a unit: "Koivulan koulu", "hoivakoti Onni"."""
    for index, (one, other) in enumerate(pairwise(sentence.tokens)):
        named_before = (
            other.text[0].islower()
            and _is_proper(sentence, index)
            and _is_unit(other.text)
            and not is_municipality(one.text)
        )
        named_after = (
            other.text[0].isupper() and index + 1 > sentence.first_word and _is_unit(one.text)
        )
        if named_before or named_after:
            yield one, other


def find_flags(text: str) -> list[Flag]:
    """Find indirect identifiers, by place in the text; different types may overlap."""
    flags = set(_pattern_flags(text))
    for sentence in sentences(text):
        flags |= {Flag(start=a.start, end=b.end, type=UNIT) for a, b in _units(sentence)}
        for index, token in enumerate(sentence.tokens):
            types = _listed_types(token.text.lower())
            if is_municipality(token.text, opens_sentence=index <= sentence.first_word):
                types += (PLACE,)
            flags |= {Flag(start=token.start, end=token.end, type=key) for key in types}
    return sorted(flags, key=lambda flag: (flag.start, flag.end, flag.type))
