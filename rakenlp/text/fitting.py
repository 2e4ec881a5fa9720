"""Fitting the weights of the lemma model: a log-linear model over sparse features.

Tokens with several candidates teach everything; tokens with one candidate teach what their
neighbours mean, by being told apart from the classes theirs is usually mixed up with. Without
them "sai tukea" would be read as "sai tehdä": *sai apua* is never ambiguous.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize

from rakenlp.text.candidates import CandidateMaker
from rakenlp.text.conventions import Candidate
from rakenlp.text.guesser import Guesser
from rakenlp.text.lemma_model import START, STEPS, Weights, context_feature, static_features
from rakenlp.text.targets import Sentence, agreeing

MIN_FEATURE_TOKENS = 2
RIDGE = 0.7  # strength of the L2 penalty on the summed log-likelihood
ITERATIONS = 120
CONTRASTS = (
    6  # classes, those most often mixed up with its own, that such a token is told apart from
)
CONTRAST_WEIGHT = 0.5  # of such a token against an ambiguous one
SMALLEST_WEIGHT = 0.06  # below it a weight is not kept


Row = list[tuple[int, float]]  # (column, value) of one candidate's features


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
        self._common = set(weights.common_lemmas)
        self._static_features = _Features({})
        self._types: dict[str, tuple[tuple[Candidate, ...], list[Row]]] = {}
        self.tokens: list[tuple[Sentence, int]] = []
        self.groups: list[tuple[int, list[int]]] = []  # number of candidates, the right ones
        self._certain: list[tuple[Sentence, int, str]] = []
        self._mixed_up: dict[str, Counter[str]] = defaultdict(Counter)

    def read(self, sentences: Sequence[Sentence]) -> None:
        """Collect the tokens whose tags tell some of their candidates apart."""
        for sentence in sentences:
            for i, word in enumerate(sentence):
                found, known = self._maker.candidates(word.surface)
                right = agreeing(word, found)
                if len(found) == 1 and right and known:
                    self._certain.append((sentence, i, found[0].tag))
                elif right and len(right) < len(found):
                    self.tokens.append((sentence, i))
                    self.groups.append((len(found), right))
                    wrong = {c.tag for c in found} - {found[j].tag for j in right}
                    for j in right:
                        self._mixed_up[found[j].tag].update(sorted(wrong))

    def _static(self, word: str) -> tuple[tuple[Candidate, ...], list[Row]]:
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
        alone = self._fit([row for rows in static for row in rows], len(names), groups=self.groups)
        tops = self._tops(alone)
        features = _Features(dict(names))
        rows: list[Row] = []
        for (sentence, i), group in zip(self.tokens, static, strict=True):
            tags = [c.tag for c in self._static(sentence[i].surface)[0]]
            context = self._context(sentence, i, tags, tops=tops, features=features)
            rows += [row + more for row, more in zip(group, context, strict=True)]
        groups = list(self.groups)
        for sentence, i, tag in self._certain:
            counts = self._mixed_up[tag]
            others = sorted(counts, key=lambda other: (-counts[other], other))[:CONTRASTS]
            if others:
                tags = [tag, *others]
                rows += self._context(sentence, i, tags, tops=tops, features=features)
                groups.append((len(tags), [0]))
        full = self._fit(rows, len(features.ids), groups=groups)
        out = {}
        for name, column in sorted(features.ids.items()):
            a = float(alone[column]) if column < len(alone) else 0.0
            f = float(full[column])
            if max(abs(a), abs(f)) >= SMALLEST_WEIGHT:
                out[name] = (round(a, 2), round(f, 2))
        return out

    def _tops(self, alone: npt.NDArray[np.float64]) -> dict[str, Candidate]:
        tops = {}
        met = [s for s, _ in self.tokens] + [s for s, _, _ in self._certain]
        for sentence in {id(s): s for s in met}.values():
            for word in sentence:
                if word.surface not in tops:
                    found, rows = self._static(word.surface)
                    scores = [sum(alone[c] * v for c, v in row if c < len(alone)) for row in rows]
                    tops[word.surface] = found[int(np.argmax(scores))]
        return tops

    def _context(
        self,
        sentence: Sentence,
        i: int,
        tags: list[str],
        *,
        tops: dict[str, Candidate],
        features: _Features,
    ) -> list[Row]:
        """Features of classes ``tags`` in the place of word ``i``: one row a class."""
        near: list[tuple[str, str]] = []
        for name, step in STEPS.items():
            j = i + step
            inside = 0 <= j < len(sentence)
            if name in "ab":
                lemma = tops[sentence[j].surface].lemma if inside else ""
                near += [(name, lemma)] if lemma in self._common else []
            else:
                near.append((name, tops[sentence[j].surface].tag if inside else START))
        if i == 0:
            near.append(("f", "cap" if sentence[0].surface[:1].isupper() else "low"))
        return [
            [(features[context_feature(name, value, tag)], 1.0) for name, value in near]
            for tag in tags
        ]

    def _fit(
        self, rows: list[Row], n: int, *, groups: list[tuple[int, list[int]]]
    ) -> npt.NDArray[np.float64]:
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
        sizes = np.array([size for size, _ in groups])
        offsets = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        shares = np.where(np.arange(len(groups)) < len(self.groups), 1.0, CONTRAST_WEIGHT)
        right = np.zeros(len(rows), dtype=bool)
        for offset, (_, good) in zip(offsets, groups, strict=True):
            right[[offset + g for g in good]] = True

        def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
            scores = matrix @ weights
            scores -= np.repeat(np.maximum.reduceat(scores, offsets), sizes)
            power = np.exp(scores)
            good = np.where(right, power, 0.0)
            sum_all = np.add.reduceat(power, offsets)
            sum_good = np.maximum(np.add.reduceat(good, offsets), 1e-300)
            value = float(shares @ (np.log(sum_all) - np.log(sum_good)))
            slope = power / np.repeat(sum_all, sizes) - good / np.repeat(sum_good, sizes)
            slope *= np.repeat(shares, sizes)
            return (
                value + 0.5 * RIDGE * float(weights @ weights),
                matrix.T @ slope + RIDGE * weights,
            )

        result = minimize(
            loss, np.zeros(n), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}
        )
        return np.asarray(result.x, dtype=np.float64)
