"""E-mail addresses, web addresses and user names."""

from __future__ import annotations

import re

from rakenlp.privacy.rules import ENDING, Rule, before, rule

EMAIL, WEB, USER = "SÄHKÖPOSTI", "VERKKO-OSOITE", "KÄYTTÄJÄTUNNUS"

_AT_SIGN = r"\s?(?:@|[(\[{<]\s?(?:at|a|ät|ät-merkki|miu|miukumauku|@)\s?[)\]}>])\s?"
_ENDING = r"(?::[a-zåäö]+)?(?!\w)"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|piste|\.)\s?[)\]}]\s?)"
_PART = r"[\w+%-]+"
_TOP = r"(?:fi|com|net|org|eu|se|no|ee|ru|de|info|edu|gov|me|io|uk)"
_PATH = r"[^\s<>\"”\]\ue000-\uf8ff]*[^\s<>\"”\].,;:!?)'\ue000-\uf8ff]"

_QUOTES = "\"'”“»«"
_HANDLE = r"(?P<data>@?\w[\w.-]{1,30}\w)"
_CHANNEL = (
    r"instagram\w*|\big(?:-tili\w*)?|snapchat\w*|snäp\w*|snap\w*|tiktok\w*|facebook\w*|fb|face\w*"
    r"|discord\w*|telegram\w*|whatsapp\w*|skype\w*|kik\w*|twitch\w*|steam\w*|jodel\w*|twitter\w*"
)


def _looks_like_handle(match: re.Match[str]) -> bool:
    """Whether the word after a weak context is no ordinary word."""
    return bool(re.search(r"[\d_@]|\w\.\w", match["data"]))


def _is_told(match: re.Match[str]) -> bool:
    """Whether a word is a handle or stands as one: after a colon or in quotes."""
    told = before(match, 30).rstrip()
    return _looks_like_handle(match) or told.endswith((":", "=", "nimellä")) or told[-1:] in _QUOTES


ADDRESS_RULES: tuple[Rule, ...] = (
    rule(
        EMAIL,
        "email",
        0.99,
        rf"(?:mailto:)?(?<![\w.@]){_PART}(?:\.{_PART})*@[\w-]+(?:\.[\w-]+)*" + _ENDING,
        flags="i",
        needs_digit=False,
    ),
    rule(
        EMAIL,
        "email_disguised",
        0.97,
        rf"(?<![\w.@]){_PART}(?:{_DOT}{_PART})*{_AT_SIGN}(?:[\w-]+{_DOT})+[a-z]{{2,6}}" + _ENDING,
        flags="i",
        needs_digit=False,
    ),
    rule(
        EMAIL,
        "email_word_at",
        0.95,
        rf"(?<![\w.@]){_PART}(?:{_DOT}{_PART})*\s(?:at|ät)\s(?:[\w-]+{_DOT})+{_TOP}" + _ENDING,
        flags="i",
        needs_digit=False,
    ),
    rule(
        WEB,
        "web",
        0.98,
        rf"(?:(?:https?|ftp)://|(?<!\w)www\.){_PATH}",
        flags="i",
        needs_digit=False,
    ),
    rule(
        WEB,
        "web_path",
        0.9,
        rf"(?<![\w@.])(?:[a-z0-9-]+\.)+{_TOP}/{_PATH}",
        flags="i",
        needs_digit=False,
    ),
)

USER_RULES: tuple[Rule, ...] = (
    rule(USER, "user_at", 0.9, r"(?<![\w@.])@(?=\w*[^\W\d])[\w.]{2,}\w", needs_digit=False),
    rule(USER, "user_number", 0.9, r"(?<!\w)\w{2,32}#\d{4}(?!\w)"),
    rule(
        USER,
        "user_told",
        0.9,
        r"(?<![\w-])(?:käyttäjä(?:tunnu|nime|nimi)\w*|nimimerk\w*|nick\w{0,4}|username)"
        rf"\s?(?:on|oli|:|=|-)?\s{{0,2}}[{_QUOTES}]?{_HANDLE}" + ENDING,
        flags="i",
        accept=_is_told,
        needs_digit=False,
    ),
    rule(
        USER,
        "user_of_channel",
        0.85,
        r"(?<![\w-])(?:tunnu(?:s|ksella|kseni|kselta|kseen)|profiili\w*|" + _CHANNEL + ")"
        rf"\s?(?:on|oli|nimellä|tunnuksella|:|=|-)?\s{{0,2}}[{_QUOTES}]?{_HANDLE}" + ENDING,
        flags="i",
        accept=_looks_like_handle,
        needs_digit=False,
    ),
)
