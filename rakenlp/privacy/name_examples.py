"""Examples that the name model learns from: annotated, re-named, and written ones."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.name_features import (
    flags_of,
    is_candidate,
    usual_case,
)
from rakenlp.privacy.tokens import sentences

Tagged = list[tuple[str, str]]  # (token, "B-PER" | "I-PER" | "B-LOC" | … | "O")

TEMPLATES = Path(__file__).with_name("name_templates.tsv")

# Endings that a name takes, by Voikko's name of the case; "a" becomes "ä" after front vowels.
_ENDINGS = {
    "omanto": "n",
    "osanto": "a",
    "sisaolento": "ssa",
    "sisaeronto": "sta",
    "ulkoolento": "lla",
    "ulkoeronto": "lta",
    "ulkotulento": "lle",
}
_CASE_OF = {ending: case for case, ending in _ENDINGS.items()}
_GRADATION = {"kk": "k", "pp": "p", "tt": "t"}


@dataclass(frozen=True)
class NameStock:
    """First names and surnames to draw from, each with a weight."""

    first: tuple[list[str], list[float]]
    last: tuple[list[str], list[float]]

    def draw(self, kind: str, chance: random.Random) -> str:
        """Draw a name; ``kind`` is "first" or "last"."""
        names, weights = self.first if kind == "first" else self.last
        return chance.choices(names, weights)[0]


def read_names(folder: Path) -> NameStock:
    """Read the name statistics; a name is drawn by the square root of its bearers."""

    def rows(*files: str) -> tuple[list[str], list[float]]:
        pairs = [
            line.split("\t")
            for file in files
            for line in (folder / file).read_text(encoding="utf-8").splitlines()[1:]
        ]
        return [name for name, _ in pairs], [float(count) ** 0.5 for _, count in pairs]

    return NameStock(
        rows("dvv2019_men_all.tsv", "dvv2019_women_all.tsv"), rows("dvv2019_lastnames.tsv")
    )


def read_tagged(path: Path) -> list[Tagged]:
    """Read sentences of a two-column file (token, IOB tag); gzip by its suffix."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    tagged = []
    for block in blocks:
        rows = [line.split("\t") for line in block.split("\n") if line]
        tagged.append([(word, tag) for word, tag in rows if word != "-DOCSTART-"])
    return [sentence for sentence in tagged if sentence]


def inflect(name: str, case: str) -> str:
    """Inflect a name well enough to learn from: -nen words, kk/pp/tt, vowel harmony."""
    ending = _ENDINGS.get(case, "")
    if not ending:
        return name
    if not re.search("[aou]", name.lower()):
        ending = ending.replace("a", "ä")
    if name.endswith("nen"):
        return name[:-3] + (f"st{ending}" if case == "osanto" else f"se{ending}")
    if name[-1] not in "aeiouyäöå":
        return f"{name}i{ending}"
    double = name[-3:-1]
    if case != "osanto" and double in _GRADATION:
        name = name[:-3] + _GRADATION[double] + name[-1]
    return name + ending


def case_of(name: str) -> str:
    """Case of a name: Voikko's, or a guess from the ending; "" for the nominative."""
    for reading in open_voikko().readings(name):
        if reading.word_class in ("etunimi", "sukunimi") and reading.case:
            return reading.case if reading.case in _ENDINGS else ""
    if name.endswith(("nen", "son", "man")):
        return ""
    for ending in ("lle", "lla", "lta", "ssa", "sta", "n"):
        if len(name) > len(ending) + 2 and name.replace("ä", "a").endswith(ending):
            return _CASE_OF[ending]
    return ""


def renamed(tagged: Sequence[Tagged], names: NameStock, *, seed: int) -> list[Tagged]:
    """Copies of the sentences that name somebody, with other names in the same cases."""
    chance = random.Random(seed)  # noqa: S311 (not for security)
    copies = []
    for sentence in tagged:
        if not any(tag == "B-PER" for _, tag in sentence):
            continue
        copy: Tagged = []
        for start, tag in enumerate(tag for _, tag in sentence):
            if tag == "I-PER":
                continue
            if tag != "B-PER":
                copy.append(sentence[start])
                continue
            end = start + 1
            while end < len(sentence) and sentence[end][1] == "I-PER":
                end += 1
            copy += _new_name(case_of(sentence[end - 1][0]), end - start, names, chance)
        copies.append(copy)
    return copies


def _new_name(case: str, length: int, names: NameStock, chance: random.Random) -> Tagged:
    if length == 1:
        kind = chance.choice(("first", "last"))
        return [(inflect(names.draw(kind, chance), case), "B-PER")]
    last = (inflect(names.draw("last", chance), case), "I-PER")
    return [(names.draw("first", chance), "B-PER"), last]


_SLOT = re.compile(r"\{([ESA]+)(?::(\w+))?\}(-\w+)?")
# Names that are also common words or places.
AMBIGUOUS = (
    *("Toivo", "Satu", "Meri", "Rauha", "Onni", "Lahja", "Taimi", "Vilja", "Armi", "Veli", "Aamu"),
    *("Usko", "Oiva", "Sulo", "Helmi", "Pilvi", "Tuuli", "Suvi", "Vesa", "Kai", "Anna", "Lempi"),
    *("Taisto", "Urho", "Pyry", "Halla", "Niemi", "Mäki", "Laine", "Virta", "Koski", "Salo"),
    *("Lahti", "Harju", "Aho", "Kallio", "Salmi", "Järvi", "Ranta", "Laakso", "Kivi", "Saari"),
)


def written(names: NameStock, *, copies: int, seed: int, path: Path = TEMPLATES) -> list[Tagged]:
    """Sentences of social work from the templates, each ``copies`` times with other names."""
    chance = random.Random(seed)  # noqa: S311 (not for security)
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    return [_fill(line, names, chance) for line in lines for _ in range(copies)]


def _fill(line: str, names: NameStock, chance: random.Random) -> Tagged:
    line, _, marked = line.partition("#PER:")
    given = set(marked.split(","))

    def name(match: re.Match[str]) -> str:
        drawn = [
            chance.choice(AMBIGUOUS)
            if letter == "A"
            else names.draw("first" if letter == "E" else "last", chance)
            for letter in match[1]
        ]
        drawn[-1] = inflect(drawn[-1], _CASE_OF.get(match[2] or "", "")) + (match[3] or "")
        return " ".join(f"{part}/PER" for part in drawn)

    filled = _SLOT.sub(name, line)
    tagged: Tagged = []
    for word, mark, tail in re.findall(r"([^\s/]+)(?:/([A-Z]{3}))?(\S*)", filled):
        core = word.rstrip(".,!?:") if not mark else word
        tag = mark or ("PER" if core in given else "O")
        tagged.append((core, f"B-{tag}" if tag != "O" else tag))
        tagged += [(char, "O") for char in (word[len(core) :] + tail)]
    return tagged


@dataclass
class Examples:
    """Words to be judged, their classes ("PER", "LOC", …, "O") and sentence numbers."""

    asked: list[tuple[Sequence[str], int, int]]
    classes: list[str]
    groups: list[int]


def to_examples(tagged: Iterable[Tagged]) -> Examples:
    """Run sentences through the same tokens and candidates as a real text."""
    examples = Examples([], [], [])
    for number, sentence in enumerate(tagged):
        text = " ".join(word for word, _ in sentence)
        classes: list[str] = []
        for word, tag in sentence:
            classes += [tag[2:] or "O"] * (len(word) + 1)
        for part in sentences(text):
            words = usual_case(part)
            for index, token in enumerate(part.tokens):
                if is_candidate(words[index]):
                    examples.asked.append((words, index, part.first_word))
                    examples.classes.append(classes[token.start])
                    examples.groups.append(number)
    return examples


def certain_words(texts: Iterable[str]) -> Examples:
    """Words of unlabelled text that are surely no names: common openers and plain places."""
    examples = Examples([], [], [])
    for number, text in enumerate(texts):
        for part in sentences(text):
            words = usual_case(part)
            for index, word_class in _certain(words, part.first_word):
                examples.asked.append((words, index, part.first_word))
                examples.classes.append(word_class)
                examples.groups.append(number)
    return examples


def _certain(words: Sequence[str], first_word: int) -> Iterator[tuple[int, str]]:
    for index, word in enumerate(words):
        if not word[:1].isupper():
            continue
        flags = flags_of(word)
        if flags["etunimi"] or flags["sukunimi"] or flags["nimi"]:
            continue
        if index == first_word and flags["common_in_lower_case"] and not flags["paikannimi"]:
            yield index, "O"
        elif index > first_word and flags["paikannimi"]:
            yield index, "LOC"
