"""All rules for data that has a form of its own, in the order in which they are tried."""

from __future__ import annotations

import re

from rakenlp.privacy import (
    accounts,
    addresses,
    births,
    cases,
    identity_codes,
    online,
    phones,
    vehicles,
)
from rakenlp.privacy.rules import Rule, apply
from rakenlp.records import Span

RULES: tuple[Rule, ...] = (
    *online.RULES,
    *identity_codes.RULES,
    *cases.RULES,
    *accounts.RULES,
    *phones.RULES,
    *births.RULES,
    *addresses.RULES,
    *vehicles.RULES,
)

_WORDS_ONLY = tuple(
    each
    for each in RULES
    if each.name in {"street_alone", "email", "email_disguised", "email_word_at", "user_at"}
    or each.type in {online.WEB, online.USER}
)
_DIGIT = re.compile(r"\d")


def find_structured(text: str) -> list[Span]:
    """Find identity codes, numbers, addresses and the like; spans do not overlap."""
    return apply(RULES if _DIGIT.search(text) else _WORDS_ONLY, text)
