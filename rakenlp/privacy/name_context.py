"""What the words around a capitalised word, and the lists of names and non-names, add."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rakenlp.errors import SettingsError
from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.base_forms import base_forms
from rakenlp.privacy.name_features import flags_of
from rakenlp.privacy.places import municipalities
from rakenlp.privacy.word_lists import word_list

# Log-odds that evidence outside the name model adds. On the training documents none of them
# changes recall or precision by more than 0.003: they are for the language of social work.
TITLE, CALL, RELATIVE, LISTED = 1.0, 2.5, 8.0, 2.0
KNOWN_OTHER, MUNICIPALITY, DAMAGED_OPENER = -8.0, -2.5, -3.0
AMBIGUOUS_OPENER, COMMON_COMPOUND = -2.0, -3.0
NEVER, ALWAYS = -100.0, 100.0

_AUXILIARIES = frozenset({"on", "oli", "ei", "ole", "ollut", "olisi", "eikä", "sai", "saa", "voi"})
_LINKS = frozenset({":", ",", "on", "oli", "="})


@lru_cache(maxsize=20_000)
def _lemmas(word: str) -> frozenset[str]:
    lowered = word.lower()
    found = {reading.lemma.replace("=", "") for reading in open_voikko().readings(lowered)}
    return frozenset(found | {lowered})


@lru_cache(maxsize=50_000)
def is_title(word: str) -> bool:
    """Whether a word is an office or a relation that a name may follow."""
    if word[:1].isalpha() and not word.isupper():
        return not _lemmas(word).isdisjoint(word_list("titles"))
    return False


def _announces(words: Sequence[str], index: int) -> float:
    """Evidence of the words before ``index``."""
    before = index - 1
    while before >= 0 and index - before <= 2 and words[before].lower() in _LINKS:
        before -= 1
    if before >= 0 and not _lemmas(words[before]).isdisjoint(word_list("name_calls")):
        return CALL
    return TITLE if index and is_title(words[index - 1]) else 0.0


@lru_cache(maxsize=20_000)
def _can_be_municipality(word: str) -> bool:
    return not flags_of(word)["etunimi"] and not base_forms(word).isdisjoint(municipalities())


@lru_cache(maxsize=20_000)
def _compound_evidence(word: str) -> float:
    """Evidence of the part after a hyphen: "Liisa-täti" for, "Teams-tapaaminen" against."""
    name, _, head = word.rpartition("-")
    if not name or not head[:1].islower():
        return 0.0
    if flags_of(name)["etunimi"] and is_title(head):
        return RELATIVE
    return COMMON_COMPOUND if open_voikko().readings(head) else 0.0


def _after_first_name(words: Sequence[str], index: int) -> bool:
    before = words[index - 1] if index else ""
    return before[:1].isupper() and flags_of(before)["etunimi"]


def _acts(words: Sequence[str], index: int) -> bool:
    """Whether what follows a word is what a person does or has: "Toivo kertoi", "Sadun äiti"."""
    following = [word for word in words[index + 1 : index + 4] if word.lower() not in _AUXILIARIES]
    if not following:
        return False
    if following[0][0].isupper() or (
        following[0] == "ja" and following[1:2] and following[1][0].isupper()
    ):
        return True
    lemmas = _lemmas(following[0])
    return not lemmas.isdisjoint(word_list("personal_words")) or is_title(following[0])


def read_name_list(path: str | Path) -> frozenset[str]:
    """Read names from a TSV file, or from every TSV file of a folder: first column, header line.

    Returns
    -------
    frozenset of str
        In small letters.

    Raises
    ------
    SettingsError
        If there is no such file or folder, or nothing can be read from it.
    """
    place = Path(path)
    files = sorted(place.glob("*.tsv")) if place.is_dir() else [place]
    names: set[str] = set()
    try:
        for file in files:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
            names |= {line.split("\t")[0].strip().lower() for line in lines[1:]}
    except (OSError, UnicodeDecodeError) as err:
        raise SettingsError(f"privacy.name_list: {path} is no readable UTF-8 TSV file") from err
    if not names - {""}:
        raise SettingsError(f"privacy.name_list: no names in {path}; expected *.tsv, a name a line")
    return frozenset(names - {""})


def _phrases(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.lower().split()) for phrase in words if phrase.strip())


@dataclass(frozen=True)
class NameContext:
    """The evidence around a word, with the lists of the settings."""

    allow: tuple[tuple[str, ...], ...] = ()
    block: tuple[tuple[str, ...], ...] = ()
    names: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, allow: Iterable[str], block: Iterable[str], name_list: str) -> NameContext:
        """Build from the settings' words and phrases."""
        names = read_name_list(name_list) if name_list else frozenset()
        return cls(_phrases(allow), _phrases(block), names)

    def adjustment(self, words: Sequence[str], index: int, *, opens: bool, damaged: bool) -> float:
        """Log-odds to add to the name model's for ``words[index]``.

        Parameters
        ----------
        words : sequence of str
            The words of a sentence.
        index : int
            The word that is judged.
        opens : bool
            Whether the word opens the sentence and would have its capital anyway.
        damaged : bool
            Whether the text lost its ä and ö: there any opener may look like a foreign name.
        """
        word = words[index]
        flags = flags_of(word)
        named = flags["etunimi"] or flags["sukunimi"]
        evidence = _announces(words, index)
        if opens and damaged and not named:
            evidence += DAMAGED_OPENER
        ambiguous = flags["common_in_lower_case"] and (named or flags["paikannimi"])
        if opens and ambiguous and not _acts(words, index):
            evidence += AMBIGUOUS_OPENER
        bases = base_forms(word) | {word.lower()}
        if not bases.isdisjoint(word_list("not_names")):
            evidence += KNOWN_OTHER
        elif _can_be_municipality(word) and evidence <= 0 and not _after_first_name(words, index):
            evidence += MUNICIPALITY
        if not bases.isdisjoint(self.names) and not flags["common_in_lower_case"]:
            evidence += LISTED
        return evidence + _compound_evidence(word)

    def ruled(self, words: Sequence[str]) -> dict[int, float]:
        """Words that the settings decide, with ``ALWAYS`` or ``NEVER``; ``allow`` wins."""
        decided: dict[int, float] = {}
        for phrases, verdict in ((self.block, ALWAYS), (self.allow, NEVER)):
            for phrase in phrases:
                for left in range(len(words) - len(phrase) + 1):
                    part = words[left : left + len(phrase)]
                    if all(_is_word(w, p) for w, p in zip(part, phrase, strict=True)):
                        decided.update(dict.fromkeys(range(left, left + len(phrase)), verdict))
        return decided


def _is_word(word: str, wanted: str) -> bool:
    return word.lower() == wanted or wanted in base_forms(word) or wanted in _lemmas(word)
