"""Noun phrases of texts, brought to the nominative: what labels are made of.

Genitive attributes stay as written ("toimeentulotuen"), adjectives agree with the head,
the head stands in the nominative singular, or in the plural when it is mostly used so.
Every form is one that Voikko reads as that form, so a label is never ungrammatical.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from rakenlp.finnish.voikko import Reading, open_voikko
from rakenlp.phenomena.plurals import nominative_plural
from rakenlp.phenomena.terms import fillers, function_words
from rakenlp.phenomena.wordkeys import base_form, compound_runs

MAX_WORDS = 4
MIN_LETTERS = 3

_PLACEHOLDER = re.compile(r"\[[^\]\n]*\]")
_NAME_CLASSES = frozenset({"etunimi", "sukunimi", "paikannimi", "nimi"})


class Token(NamedTuple):
    """One row of the tokens table, as a label needs it."""

    surface: str
    lemma: str
    upos: str
    usable: bool  # not in a placeholder, not a name, not a number
    first: bool  # first of its sentence
    visible: bool = True  # not in a placeholder


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """One occurrence of a phrase.

    ``words`` are the attributes as they stand in a label and the head's base form;
    ``key`` the base forms (the same phrase in any inflection has one key); ``plural`` is
    whether the head was plural here; ``adjectives`` tells of each attribute whether it is
    an adjective that agrees with the head.
    """

    words: tuple[str, ...]
    key: tuple[str, ...]
    plural: bool
    adjectives: tuple[bool, ...]

    @property
    def head(self) -> str:
        """Base form of the head."""
        return self.key[-1]


@lru_cache(maxsize=1)
def _label_words() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(Path(__file__).with_name("label_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


def organisations() -> frozenset[str]:
    """Names that may stand in terms and labels: no persons and no places."""
    return _label_words()["organisations"]


def names_something(base: str) -> bool:
    """Whether a base form says something as the head of a name (not *viikko*, *tilanne*)."""
    return base not in _label_words()["empty_heads"] and base not in fillers()


def group_tokens(tokens: pd.DataFrame, texts: Sequence[str]) -> list[list[Token]]:
    """Tokens of each text in order.

    Parameters
    ----------
    tokens : DataFrame
        TOKENS; its ``text`` is a position in ``texts``.
    texts : sequence of str
    """
    masked = [[match.span() for match in _PLACEHOLDER.finditer(text)] for text in texts]
    groups: list[list[Token]] = [[] for _ in texts]
    last_sentence = [-1] * len(texts)
    columns = ("text", "sentence", "start", "surface", "lemma", "upos")
    for text, sentence, start, surface, lemma, upos in zip(
        *(tokens[name].tolist() for name in columns), strict=True
    ):
        first = sentence != last_sentence[text]
        if any(ch.isalnum() for ch in surface):
            last_sentence[text] = sentence
        hidden = any(a <= start < b for a, b in masked[text])
        usable = not hidden and is_common(surface, upos, first=first)
        groups[text].append(Token(surface, lemma, upos, usable, first, not hidden))
    return groups


def is_common(surface: str, upos: str, *, first: bool) -> bool:
    """Whether a word may stand in a label: not a name, a number or a stray piece.

    Parameters
    ----------
    surface, upos : str
    first : bool
        Whether the word begins its sentence (its capital then says nothing).
    """
    lower = surface.lower()
    if len(surface) < MIN_LETTERS or not surface.replace("-", "").isalpha():
        return False
    readings = open_voikko().readings(lower)
    if _organisation(readings, lower):
        return True
    if not any(reading.word_class not in _NAME_CLASSES for reading in readings):
        return False
    # Written in capitals is shouting, with one capital inside a sentence a name.
    return upos != "PROPN" and (first or not surface[0].isupper() or surface.isupper())


def _organisation(readings: Iterable[Reading], lower: str) -> bool:
    names = organisations()
    return lower in names or any(reading.lemma.lower() in names for reading in readings)


@lru_cache(maxsize=100_000)
def _readings(surface: str, lemma: str) -> tuple[Reading, ...]:
    """Nominal readings of a word, those of the chosen lemma if there are any."""
    lower = surface.lower()
    nominal = tuple(
        reading
        for reading in open_voikko().readings(lower)
        if (reading.case and reading.word_class in ("nimisana", "laatusana", "nimisana_laatusana"))
        or reading.mood == "MINEN-infinitive"
    )
    wanted = lemma.lower().replace("#", "")
    chosen = tuple(r for r in nominal if base_form(lower, r).lower() == wanted)
    return chosen or nominal


def _noun(token: Token) -> Reading | None:
    if not token.usable or token.upos not in ("NOUN", "PROPN"):
        return None
    for reading in _readings(token.surface, token.lemma):
        if reading.word_class != "laatusana" and not reading.possessive:
            return reading
    return None


def _agreeing(token: Token, head: Reading) -> Reading | None:
    """Reading of an adjective (or participle) in the case and number of the head."""
    if not token.usable or token.upos not in ("ADJ", "VERB", "NOUN"):
        return None
    for reading in _readings(token.surface, token.lemma):
        if (
            "laatusana" in reading.word_class
            and not reading.possessive
            and (reading.case, reading.number) == (head.case, head.number)
            and reading.comparison in ("", "positive")
        ):
            return reading
    return None


def find_phrases(tokens: Sequence[Token]) -> list[NounPhrase]:
    """Noun phrases of one text.

    A compound stands alone; any other noun needs a genitive attribute or an agreeing
    adjective. Phrases made only of fillers are left out.
    """
    found: list[NounPhrase] = []
    banned = _label_words()
    for i, token in enumerate(tokens):
        head = _noun(token)
        if head is None:
            continue
        base = base_form(token.surface.lower(), head).lower()
        if base in banned["empty_heads"] or base in function_words():
            continue
        plural = head.number == "plural"
        if head.is_compound and compound_runs(head.lemma, head.structure)[0] != head.lemma:
            found.append(NounPhrase((base,), (base,), plural, ()))
        words, key = [base], [base]
        adjectives: list[bool] = []
        for word, lemma, is_adjective in _attributes(tokens, i, head):
            words.insert(0, word)
            key.insert(0, lemma)
            adjectives.insert(0, is_adjective)
            if len(words) > MAX_WORDS:
                break
            found.append(NounPhrase(tuple(words), tuple(key), plural, tuple(adjectives)))
    return found


def _attributes(tokens: Sequence[Token], at: int, head: Reading) -> list[tuple[str, str, bool]]:
    """Attributes before the head, nearest first: (word, base form, agrees with the head)."""
    found: list[tuple[str, str, bool]] = []
    empty = _label_words()["empty_attributes"]
    genitive_seen = False
    for i in range(at - 1, max(-1, at - MAX_WORDS), -1):
        token = tokens[i]
        adjective = None if genitive_seen else _agreeing(token, head)
        noun = None if adjective else _noun(token)
        if adjective is not None:
            base = adjective.lemma.lower()
        elif noun is not None and noun.case == "omanto" and not _is_object(tokens, i, head):
            base = base_form(token.surface.lower(), noun).lower()
            genitive_seen = True
        else:
            break
        if base in empty or (noun is not None and base in function_words()):
            break
        if adjective is not None:
            found.append((base, base, True))
        else:
            word = token.surface.lower()
            organisation = base in organisations()
            found.append((word.capitalize() if organisation else word, base, False))
    return found


def _is_object(tokens: Sequence[Token], at: int, head: Reading) -> bool:
    """Whether a genitive is rather a verb's object: "sai päätöksen postissa"."""
    before = tokens[at - 1] if at else None
    core = head.case in ("nimento", "omanto", "osanto")
    return before is not None and before.upos in ("VERB", "AUX") and not core


def write_phrase(phrase: NounPhrase, *, plural: bool) -> str:
    """Write a phrase as a label says it, in the plural if asked and possible."""
    words = list(phrase.words)
    if not plural:
        return " ".join(words)
    head = nominative_plural(words[-1])
    adjectives = [
        nominative_plural(word, adjective=True) if agrees else word
        for word, agrees in zip(words[:-1], phrase.adjectives, strict=True)
    ]
    if not head or not all(adjectives):
        return " ".join(words)
    return " ".join([*adjectives, head])
