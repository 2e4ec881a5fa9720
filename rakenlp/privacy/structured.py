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
    *online.ADDRESS_RULES,
    *identity_codes.RULES,
    *cases.RULES,
    *accounts.RULES,
    *phones.RULES,
    *births.RULES,
    *addresses.RULES,
    *vehicles.RULES,
    *online.USER_RULES,
)

_WITHOUT_DIGITS = tuple(each for each in RULES if not each.needs_digit)
_DIGIT = re.compile(r"\d")


def find_structured(text: str) -> list[Span]:
    """Find identity codes, numbers, addresses and the like; spans do not overlap."""
    return apply(RULES if _DIGIT.search(text) else _WITHOUT_DIGITS, text)
