"""The weights of the lemma model: a log-linear model over a word's candidates and neighbours.

Every candidate gets a score that is a sum of weights: of what it is (class, lemma, suffix,
form), fixed per word type and so computed once; and of the likeliest classes of the two
words before and after, looked up for whole arrays of tokens at a time. The likeliest class
of a neighbour comes from a first model that sees no context.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rakenlp.errors import ModelError
from rakenlp.text.conventions import Candidate

FloatArray = npt.NDArray[np.float64]

START = "<s>"  # class of the place before the first and after the last word
# Tables of neighbours: class of the previous and next word (p, n), of the second previous and
# second next (q, m), and the lemma of the previous and next word when it is common (a, b).
STEPS = {"p": -1, "n": 1, "q": -2, "m": 2, "a": -1, "b": 1}
OPENINGS = ("", "low", "cap")  # not first in its sentence; first and small; first and capital
COMMON_LEMMAS = 800  # neighbours that count as lemmas, not only as classes
MAX_PARTS = 4
FORM_VALUE = 0.5  # below 1: what one form was is a weaker reason than what its kind is


def coarse(tag: str) -> str:
    """First two fields of a class: ``NOUN|gen|sg`` → ``NOUN|gen``."""
    return "|".join(tag.split("|")[:2])


def static_features(
    word: str,
    candidate: Candidate,
    *,
    frequency: float,
    guess: float,
) -> list[tuple[str, float]]:
    """What a candidate is, without its neighbours: (feature, value) pairs.

    Parameters
    ----------
    word : str
        As written.
    candidate : Candidate
        One of the word's candidates.
    frequency : float
        Natural log of how common the lemma is against the word's commonest other candidate.
    guess : float
        Natural log of the guesser's share, 0.0 for a known word.
    """
    lemma, upos, tag, parts, source = candidate
    lower = word.lower()
    shape = _shape(word)
    n_parts = min(parts.count("|") + 1, MAX_PARTS)
    out = [
        (f"t={tag}", 1.0),
        (f"s={source}|{upos}", 1.0),
        (f"w={lower}|{tag}", FORM_VALUE),
        (f"wl={lower}|{lemma.lower()}|{upos}", FORM_VALUE),
        (f"l={lemma}|{upos}", 1.0),
        (f"x4={lower[-4:]}|{upos}", 1.0),
        (f"x3={lower[-3:]}|{tag}", 1.0),
        (f"x2={lower[-2:]}|{tag}", 1.0),
        (f"h={shape}|{upos}|{source}", 1.0),
        (f"np={n_parts}", 1.0),
        (f"nl={len(lemma) - len(word)}|{upos}", 1.0),
        (f"lf|{source}", frequency),
    ]
    if source == "guess":
        out.append((f"gp|{upos}", guess))
        out.append((f"same={lemma.lower() == lower}|{upos}|{shape}", 1.0))
    if source == "tail":
        out.append((f"tl={min(len(parts.rpartition('|')[2]), 8)}", 1.0))
    return out


def _shape(word: str) -> str:
    if word.isupper() and len(word) > 1:
        return "AA"
    if word[:1].isupper():
        return "Aa"
    return "a" if word == word.lower() else "aA"


def context_feature(name: str, neighbour: str, tag: str) -> str:
    """Name of the weight of class ``tag`` beside ``neighbour`` (a class, a lemma, an opening)."""
    if name in "qm":
        return f"{name}={coarse(neighbour)}|>{coarse(tag)}"
    if name == "f":
        return f"f={neighbour}|>{coarse(tag)}"
    return f"{name}={neighbour}|>{tag}"


@dataclass(frozen=True)
class Weights:
    """The learned numbers: feature → (weight without context, weight with context)."""

    values: dict[str, tuple[float, float]]
    lemma_counts: dict[str, int]
    common_lemmas: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> Weights:
        """Read ``features.tsv``, ``lemmas.tsv`` and ``common.txt``.

        Raises
        ------
        ModelError
            If a file is missing or damaged.
        """
        try:
            values = {}
            for line in (folder / "features.tsv").read_text(encoding="utf-8").splitlines():
                name, alone, full = line.split("\t")
                values[name] = (int(alone) / 100, int(full) / 100)
            lemmas = read_counts(folder / "lemmas.tsv")
            common = (folder / "common.txt").read_text(encoding="utf-8").split("\n")
        except (OSError, ValueError) as err:
            raise ModelError(
                f"{folder}: the lemma weights are missing or damaged; reinstall rakenlp "
                "or train them again with: rakenlp train lemmatizer"
            ) from err
        return cls(values, lemmas, tuple(word for word in common if word))

    def classes(self) -> list[str]:
        """All candidate classes with a weight, after ``?`` (any other) and the edge."""
        found = {name[2:] for name in self.values if name.startswith("t=")}
        # classes that only ever stand beside others, such as punctuation
        found |= {name[2:].split("|>")[0] for name in self.values if name.startswith(("p=", "n="))}
        return ["?", START, *sorted(found - {"?", START})]

    def context_tables(self, classes: dict[str, int]) -> dict[str, FloatArray]:
        """Weights of neighbours as matrices, shape (n_neighbours, n_classes)."""
        rough = {tag: i for i, tag in enumerate(sorted({coarse(tag) for tag in classes}))}
        words = {word: i + 1 for i, word in enumerate(self.common_lemmas)}
        openings = {opening: i for i, opening in enumerate(OPENINGS)}
        keys = {"p": classes, "n": classes, "q": rough, "m": rough,
                "a": words, "b": words, "f": openings}  # fmt: skip
        tables = {}
        for name, rows in keys.items():
            columns = rough if name in "qmf" else classes
            tables[name] = np.zeros((max(rows.values(), default=0) + 1, len(columns)))
        for feature, (_, weight) in self.values.items():
            name, mark, rest = feature.partition("=")
            neighbour, arrow, tag = rest.partition("|>")
            if not arrow or not mark or name not in keys:
                continue
            columns = rough if name in "qmf" else classes
            if neighbour in keys[name] and tag in columns:
                tables[name][keys[name][neighbour], columns[tag]] = weight
        fine = np.array([rough[coarse(tag)] for tag in classes])
        tables["q"] = tables["q"][np.ix_(fine, fine)]
        tables["m"] = tables["m"][np.ix_(fine, fine)]
        tables["f"] = tables["f"][:, fine]
        return tables

    def frequencies(self, candidates: tuple[Candidate, ...]) -> list[float]:
        """Log ratio of each candidate's lemma count to the largest other one."""
        logs = [math.log(self.lemma_counts.get(c.lemma, 0) + 0.3) for c in candidates]
        out = []
        for i, value in enumerate(logs):
            others = [
                x
                for j, x in enumerate(logs)
                if j != i and candidates[j].lemma != candidates[i].lemma
            ]
            out.append(value - max(others) if others else 0.0)
        return out


Particles = dict[str, tuple[tuple[str, str], ...]]


def read_particles(folder: Path) -> Particles:
    """Adverbs, postpositions and conjunctions met in training: form → ((UPOS, lemma), …)."""
    out: dict[str, list[tuple[str, str]]] = {}
    for line in (folder / "particles.tsv").read_text(encoding="utf-8").splitlines():
        form, upos, lemma = line.split("\t")
        out.setdefault(form, []).append((upos, lemma))
    return {form: tuple(pairs) for form, pairs in out.items()}


def write_weights(folder: Path, weights: Weights, particles: Particles) -> None:
    """Write the files that :meth:`Weights.read` and :func:`read_particles` read."""
    tables = {
        "features.tsv": [
            f"{name}\t{round(alone * 100)}\t{round(full * 100)}"
            for name, (alone, full) in sorted(weights.values.items())
        ],
        "common.txt": list(weights.common_lemmas),
        "particles.tsv": [
            f"{form}\t{upos}\t{lemma}"
            for form, pairs in sorted(particles.items())
            for upos, lemma in pairs
        ],
    }
    write_counts(folder / "lemmas.tsv", weights.lemma_counts)
    for name, lines in tables.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_counts(path: Path) -> dict[str, int]:
    """Words and how often they stand in the training text."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: int(count) for word, count in rows}


def write_counts(path: Path, counts: dict[str, int]) -> None:
    """Write what :func:`read_counts` reads."""
    lines = [f"{word}\t{count}" for word, count in sorted(counts.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
