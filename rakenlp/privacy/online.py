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

_QUOTES = "\"'”“»«"
_CHANNEL = (
    r"instagram\w*|\big(?:-tili\w*)?|snapchat\w*|snäp\w*|snap\w*|tiktok\w*|facebook\w*|fb|face\w*"
    r"|discord\w*|telegram\w*|whatsapp\w*|skype\w*|kik\w*|twitch\w*|steam\w*|jodel\w*|twitter\w*|x:ssä"
)


def _is_handle(match: re.Match[str]) -> bool:
    """Whether the word after a weak context looks like a user name and not like a word."""
    data = match["data"]
    if re.search(r"[\d_@]|\w\.\w|[a-zåäö][A-ZÅÄÖ]", data):
        return True
    told = before(match, 30).rstrip()
    return told.endswith((":", "=", "nimellä")) or told[-1:] in _QUOTES


RULES: tuple[Rule, ...] = (
    rule(
        EMAIL,
        "email",
        0.99,
        rf"(?:mailto:)?(?<![\w.@]){_PART}(?:\.{_PART})*@[\w-]+(?:\.[\w-]+)*" + _ENDING,
        flags="i",
    ),
    rule(
        EMAIL,
        "email_disguised",
        0.97,
        rf"(?<![\w.@]){_PART}(?:{_DOT}{_PART})*{_AT_SIGN}(?:[\w-]+{_DOT})+[a-z]{{2,6}}" + _ENDING,
        flags="i",
    ),
    rule(
        EMAIL,
        "email_word_at",
        0.95,
        rf"(?<![\w.@]){_PART}(?:{_DOT}{_PART})*\s(?:at|ät)\s(?:[\w-]+{_DOT})+{_TOP}" + _ENDING,
        flags="i",
    ),
    rule(
        WEB,
        "web",
        0.98,
        r"(?:(?:https?|ftp)://|(?<!\w)www\.)[^\s<>\"”\]\ue000-\uf8ff]*[^\s<>\"”\].,;:!?)'\ue000-\uf8ff]",
        flags="i",
    ),
    rule(
        WEB,
        "web_path",
        0.9,
        rf"(?<![\w@.])(?:[a-z0-9-]+\.)+{_TOP}/[^\s<>\"”\]\ue000-\uf8ff]*[^\s<>\"”\].,;:!?)'\ue000-\uf8ff]",
        flags="i",
    ),
    rule(USER, "user_at", 0.9, r"(?<![\w@.])@(?=\w*[^\W\d])[\w.]{2,}\w"),
    rule(
        USER,
        "user_told",
        0.85,
        rf"(?:käyttäjä(?:tunnu|nime|nimi)\w*|nimimerki\w*|nimimerkki\w*|tunnu(?:s|ksella|kseni|kseltä|kseen)"
        rf"|profiili\w*|nick\w{{0,4}}|username|{_CHANNEL})"
        rf"\s?(?:on|oli|nimellä|tunnuksella|:|=|-)?\s{{0,2}}(?:nimellä\s|:\s?)?[{_QUOTES}]?"
        rf"(?P<data>@?[\w][\w.-]{{1,30}}\w)" + ENDING,
        flags="i",
        accept=_is_handle,
    ),
)
