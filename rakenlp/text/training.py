"""Learning the lemma model from text that the spaCy pipeline has tagged.

No gold lemma is read: the pipeline says which part of speech and case a word has, the
dictionary says which lemma that reading has.
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize

from rakenlp.errors import EmptyInputError
from rakenlp.finnish.voikko import open_voikko
from rakenlp.text.candidates import CandidateMaker
from rakenlp.text.conventions import Candidate, particle_lemma
from rakenlp.text.guesser import Guesser
from rakenlp.text.names import name_pairs
from rakenlp.text.targets import TaggedWord, agreeing, tag_sentences
from rakenlp.text.lemma_model import (
    COMMON_WORDS,
    START,
    STEPS,
    Particles,
    Weights,
    context_feature,
    static_features,
    write_counts,
    write_weights,
)

PARTICLE_UPOS = ("ADV", "ADP", "SCONJ", "CCONJ")
MIN_PARTICLE_COUNT = 2  # times tagged so
MIN_PARTICLE_SHARE = 0.05  # of the form's tokens
MIN_FEATURE_TOKENS = 2
RIDGE = 0.7  # strength of the L2 penalty on the summed log-likelihood; chosen on FTB
ITERATIONS = 120
SMALLEST_WEIGHT = 0.04
JOINED_LINES = 40

Sentence = list[TaggedWord]


def train_lemmatizer(texts: Iterable[str], folder: str | Path) -> dict[str, int]:
    """Tag texts with the spaCy pipeline, learn the lemma model and write it.

    Parameters
    ----------
    texts : iterable of str
        Finnish running text, at least some hundred thousand words of several kinds.
    folder : str or Path
        Gets ``features.tsv``, ``lemmas.tsv``, ``common.txt``, ``particles.tsv`` and
        ``guesses.tsv``.

    Returns
    -------
    dict of str to int
        Counts of sentences, tokens, ambiguous tokens and weights.

    Raises
    ------
    EmptyInputError
        If the texts hold no sentence.
    """
    return learn_lemmatizer(list(tag_sentences(texts)), folder)


def read_background(folder: str | Path) -> list[str]:
    """The texts the shipped model was trained on, from ``../shared/data/background``.

    The treebank's training text is wrapped at 80 characters: its lines are joined by
    :data:`JOINED_LINES`. Of the two large files every third and every sixth line is taken,
    so that no kind of text outweighs the others.
    """
    folder = Path(folder)
    texts = []
    with gzip.open(folder / "tdt_train_raw.txt.gz", "rt", encoding="utf-8") as lines:
        treebank = [line.strip() for line in lines if line.strip()]
    for i in range(0, len(treebank), JOINED_LINES):
        texts.append(" ".join(treebank[i : i + JOINED_LINES]))
    for name, step in (("vaalikone_kunta2000.txt.gz", 3), ("eduskunta_vkk_train.txt.gz", 6)):
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            texts += [line.strip() for line in islice(lines, 0, None, step) if line.strip()]
    return texts


def learn_lemmatizer(sentences: Sequence[Sentence], folder: str | Path) -> dict[str, int]:
    """Learn from sentences that are already tagged; see :func:`train_lemmatizer`."""
    if not sentences:
        raise EmptyInputError("training the lemmatizer: no sentence in the given texts")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    particles = learn_particles(sentences)
    maker = CandidateMaker(particles, Guesser({}))
    guesser = learn_guesser(sentences, maker)
    maker = CandidateMaker(particles, guesser)
    lemmas = count_lemmas(sentences, maker)
    common = Counter(word.surface.lower() for s in sentences for word in s)
    common_words = tuple(sorted(w for w, _ in common.most_common(COMMON_WORDS)))
    problem = Problem(maker, guesser, Weights({}, lemmas, common_words))
    problem.read(sentences)
    values = problem.solve()
    write_weights(folder, Weights(values, lemmas, common_words), particles)
    write_counts(folder / "forms.tsv", count_forms(sentences))
    guesser.write(folder / "guesses.tsv")
    return {
        "sentences": len(sentences),
        "tokens": sum(len(s) for s in sentences),
        "ambiguous": len(problem.groups),
        "weights": len(values),
    }


def learn_particles(sentences: Iterable[Sentence]) -> Particles:
    """Forms that are tagged as adverbs, postpositions or conjunctions: form → ((UPOS, lemma), …)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            counts[word.surface.lower()][word.upos] += 1
    out = {}
    for form, found in sorted(counts.items()):
        total = sum(found.values())
        kinds = [
            upos
            for upos in PARTICLE_UPOS
            if found[upos] >= MIN_PARTICLE_COUNT and found[upos] >= MIN_PARTICLE_SHARE * total
        ]
        if kinds and form.isalpha():
            readings = open_voikko().readings(form)
            out[form] = tuple((upos, particle_lemma(form, upos, readings)) for upos in kinds)
    return out


def learn_guesser(sentences: Iterable[Sentence], maker: CandidateMaker) -> Guesser:
    """Suffix rules from known words and from names met in several forms."""
    rows: set[tuple[str, str, str, str]] = set()
    unknown: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            found, known = maker.candidates(word.surface)
            if not known:
                if word.surface[:1].isupper() and word.upos == "PROPN":
                    unknown[word.surface][word.feats] += 1
                continue
            best = agreeing(word, found)
            if len(best) != 1 or found[best[0]].source != "dict":
                continue
            c = found[best[0]]
            if c.upos == "PROPN" and word.surface.isalpha():
                rows.add(("P", word.surface, c.lemma, c.tag))
            elif c.upos in ("NOUN", "ADJ", "VERB") and word.surface.isalpha():
                rows.add(("c", word.surface.lower(), c.lemma, c.tag))
    rows |= {("P", form, lemma, tag) for form, lemma, tag in name_pairs(unknown)}
    return Guesser.learn(sorted(rows))


def count_forms(sentences: Iterable[Sentence]) -> dict[str, int]:
    """How often each word form stands in the texts, in lower case; forms met twice or more."""
    counts = Counter(word.surface.lower() for s in sentences for word in s)
    return {form: n for form, n in sorted(counts.items()) if n > 1 and form.isalpha()}


def count_lemmas(sentences: Iterable[Sentence], maker: CandidateMaker) -> dict[str, int]:
    """How often each lemma is certain: the only one left after the tags."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence:
            found, known = maker.candidates(word.surface)
            lemmas = {found[i].lemma for i in agreeing(word, found)}
            if known and len(lemmas) == 1:
                counts[lemmas.pop()] += 1
    return {lemma: n for lemma, n in sorted(counts.items()) if n > 1}


@dataclass
class _Features:
    """Names of features and their columns."""

    ids: dict[str, int]

    def __getitem__(self, name: str) -> int:
        return self.ids.setdefault(name, len(self.ids))


class Problem:
    """The training tokens as a sparse matrix: one row a candidate, one column a feature."""

    def __init__(self, maker: CandidateMaker, guesser: Guesser, weights: Weights) -> None:
        self._maker = maker
        self._guesser = guesser
        self._weights = weights
        self._common = set(weights.common_words)
        self._static_features = _Features({})
        self._types: dict[str, tuple[tuple[Candidate, ...], list[list[tuple[int, float]]]]] = {}
        self.tokens: list[tuple[Sentence, int]] = []
        self.groups: list[tuple[int, list[int]]] = []  # number of candidates, the right ones

    def read(self, sentences: Sequence[Sentence]) -> None:
        """Collect the tokens whose tags tell some of their candidates apart."""
        for sentence in sentences:
            for i, word in enumerate(sentence):
                found, _ = self._maker.candidates(word.surface)
                if len(found) > 1:
                    right = agreeing(word, found)
                    if right and len(right) < len(found):
                        self.tokens.append((sentence, i))
                        self.groups.append((len(found), right))

    def _static(self, word: str) -> tuple[tuple[Candidate, ...], list[list[tuple[int, float]]]]:
        if word not in self._types:
            found, _ = self._maker.candidates(word)
            rows = []
            for c, frequency in zip(found, self._weights.frequencies(found), strict=True):
                guess = self._guesser.log_share(word, c) if c.source == "guess" else 0.0
                rows.append(
                    [
                        (self._static_features[name], value)
                        for name, value in static_features(
                            word, c, frequency=frequency, guess=guess
                        )
                    ]
                )
            self._types[word] = found, rows
        return self._types[word]

    def solve(self) -> dict[str, tuple[float, float]]:
        """Fit without context, then with the neighbours' likeliest classes; (alone, full)."""
        static = [self._static(s[i].surface)[1] for s, i in self.tokens]
        names = self._static_features.ids
        alone = self._fit([row for rows in static for row in rows], len(names))
        tops = self._tops(alone)
        features = _Features(dict(names))
        rows = [
            row
            for (sentence, i), group in zip(self.tokens, static, strict=True)
            for row in self._with_context(sentence, i, group, tops=tops, features=features)
        ]
        full = self._fit(rows, len(features.ids))
        out = {}
        for name, column in sorted(features.ids.items()):
            a = float(alone[column]) if column < len(alone) else 0.0
            f = float(full[column])
            if max(abs(a), abs(f)) >= SMALLEST_WEIGHT:
                out[name] = (round(a, 2), round(f, 2))
        return out

    def _tops(self, alone: npt.NDArray[np.float64]) -> dict[str, str]:
        tops = {}
        for sentence in {id(s): s for s, _ in self.tokens}.values():
            for word in sentence:
                if word.surface not in tops:
                    found, rows = self._static(word.surface)
                    scores = [
                        sum(alone[c] * v for c, v in row if c < len(alone)) for row in rows
                    ]
                    tops[word.surface] = found[int(np.argmax(scores))].tag
        return tops

    def _with_context(
        self,
        sentence: Sentence,
        i: int,
        rows: list[list[tuple[int, float]]],
        *,
        tops: dict[str, str],
        features: _Features,
    ) -> list[list[tuple[int, float]]]:
        near: list[tuple[str, str]] = []
        for name, step in STEPS.items():
            j = i + step
            inside = 0 <= j < len(sentence)
            if name in "ab":
                word = sentence[j].surface.lower() if inside else ""
                near += [(name, word)] if word in self._common else []
            else:
                near.append((name, tops[sentence[j].surface] if inside else START))
        if i == 0:
            near.append(("f", "cap" if sentence[0].surface[:1].isupper() else "low"))
        found, _ = self._static(sentence[i].surface)
        return [
            row + [(features[context_feature(name, value, c.tag)], 1.0) for name, value in near]
            for c, row in zip(found, rows, strict=True)
        ]

    def _fit(self, rows: list[list[tuple[int, float]]], n: int) -> npt.NDArray[np.float64]:
        """Maximise the log-likelihood of the right candidates less a ridge penalty (L-BFGS)."""
        lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
        total = int(lengths.sum())
        columns = np.fromiter((c for row in rows for c, _ in row), dtype=np.int64, count=total)
        data = np.fromiter((v for row in rows for _, v in row), dtype=np.float64, count=total)
        used = np.bincount(columns, minlength=n) >= MIN_FEATURE_TOKENS
        data = np.where(used[columns], data, 0.0)
        matrix = sparse.csr_matrix(
            (data, columns, np.concatenate(([0], np.cumsum(lengths)))), shape=(len(rows), n)
        )
        sizes = np.array([size for size, _ in self.groups])
        offsets = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        right = np.zeros(len(rows), dtype=bool)
        for offset, (_, good) in zip(offsets, self.groups, strict=True):
            right[[offset + g for g in good]] = True

        def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
            scores = matrix @ weights
            scores -= np.repeat(np.maximum.reduceat(scores, offsets), sizes)
            power = np.exp(scores)
            good = np.where(right, power, 0.0)
            sum_all = np.add.reduceat(power, offsets)
            sum_good = np.maximum(np.add.reduceat(good, offsets), 1e-300)
            value = float(np.log(sum_all).sum() - np.log(sum_good).sum())
            slope = power / np.repeat(sum_all, sizes) - good / np.repeat(sum_good, sizes)
            return (
                value + 0.5 * RIDGE * float(weights @ weights),
                matrix.T @ slope + RIDGE * weights,
            )

        result = minimize(
            loss, np.zeros(n), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}
        )
        return np.asarray(result.x, dtype=np.float64)
