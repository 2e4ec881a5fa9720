"""Which mentions in one text are the same person, so that each person keeps one number."""

from __future__ import annotations

from collections.abc import Sequence

from rakenlp.privacy.base_forms import meet
from rakenlp.privacy.tokens import tokenize
from rakenlp.privacy.word_lists import word_list


def name_parts(mention: str) -> tuple[str, ...]:
    """Words of a name: without "von" and punctuation; a double surname is one word."""
    words = [token.text for token in tokenize(mention) if token.text[0].isalpha()]
    return tuple(word for word in words if word.lower() not in word_list("particles")) or (mention,)


def _covers(many: Sequence[str], few: Sequence[str]) -> bool:
    return all(any(meet(one, other) for other in many) for one in few)


def _same_person(known: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether a mention can be the person whose fullest name so far is ``known``."""
    if len(parts) <= len(known):
        return _covers(known, parts)
    return _covers(parts, known)


def number_persons(mentions: Sequence[str], *, first: int = 1) -> list[int]:
    """Number the persons of one text by their first mention.

    A mention belongs to the latest person before it that it fits: the same words in any
    case ("Virtanen", "Virtaselle"), or part of a fuller name ("Matti", "Matti Virtanen",
    "M. Virtanen"). Two full names with one word in common are two persons.

    Parameters
    ----------
    mentions : sequence of str
        Names as written, in text order.
    first : int
        Number of the first person.

    Returns
    -------
    list of int
        One number for each mention.

    Examples
    --------
    >>> number_persons(["Matti Virtanen", "Aino Salmela", "Virtaselle", "Ainon"])
    [1, 2, 1, 2]
    """
    fullest: list[tuple[str, ...]] = []
    recent: list[int] = []
    numbers = []
    for mention in mentions:
        parts = name_parts(mention)
        match = next((i for i in reversed(recent) if _same_person(fullest[i], parts)), None)
        if match is None:
            match = len(fullest)
            fullest.append(parts)
        elif len(parts) > len(fullest[match]):
            fullest[match] = parts
        if match in recent:
            recent.remove(match)
        recent.append(match)
        numbers.append(first + match)
    return numbers
