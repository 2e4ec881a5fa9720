"""Bank accounts and payment cards."""

from __future__ import annotations

import re

from stdnum import iban, luhn

from rakenlp.privacy.rules import ENDING, Rule, before, rule

TYPE = "TILINUMERO"

_TOLD = re.compile(r"tili|konto|pankki|iban|maksa")
_CARD_DIGITS = 16
# Finnish domestic account numbers began with the bank's number, 1-8; "202601-202612" is a
# period of months.
_MONTH = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])")


def _is_foreign_iban(match: re.Match[str]) -> bool:
    return bool(iban.is_valid(match[0]))


def _is_card(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0])
    return len(digits) == _CARD_DIGITS and bool(luhn.is_valid(digits))


def _is_old_account(match: re.Match[str]) -> bool:
    first, _, second = match["number"].replace(" ", "").partition("-")
    if _TOLD.search(before(match, 40)):
        return True
    return first[0] in "12345678" and not (_MONTH.fullmatch(first) and _MONTH.fullmatch(second))


RULES: tuple[Rule, ...] = (
    rule(TYPE, "iban_fi", 0.98, r"(?<!\w)FI\s?(?:[\dOo][\s-]?){14,16}" + ENDING, flags="i"),
    rule(
        TYPE,
        "iban",
        0.95,
        r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?!\w)",
        accept=_is_foreign_iban,
    ),
    rule(TYPE, "card", 0.95, r"(?<!\w)\d{4}(?:[\s-]?\d{4}){3}(?!\w)", accept=_is_card),
    rule(
        TYPE,
        "account_old",
        0.85,
        r"(?<![\w-])(?P<number>\d{6}\s?-\s?\d{2,8})(?![\w-])",
        accept=_is_old_account,
    ),
    rule(
        TYPE,
        "account_told",
        0.85,
        r"(?:tilinumero\w*|tilin\s?(?:nro|numero\w*)|pankkitili\w*|tili(?:lle|ltä|lläni|lleni|ni)?"
        r"|kontonummer)\s?(?:on|oli|:|är)?\s{0,2}(?P<data>\d[\d\s-]{6,22}\d)(?!\w)",
        flags="i",
    ),
)
