"""Which candidate of a word form is meant, chosen for whole arrays of tokens at a time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rakenlp.text.candidates import CandidateMaker
from rakenlp.text.conventions import Candidate
from rakenlp.text.guesser import Guesser
from rakenlp.text.lemma_model import START, STEPS, Weights, static_features
from rakenlp.text.targets import TaggedWord, agreement

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]

# Log-odds that one point of agreement with the pipeline's tags is worth; the best of 0.5, 1, 2
# and 4 on UD Finnish-FTB dev.
TAGGER_WEIGHT = 0.5


class Lexicon:
    """Word types met so far, their candidates, and everything about them without context.

    Columns of candidates lie one type after another: type ``i`` owns the candidates
    ``first[i]`` up to ``first[i] + count[i]``.
    """

    def __init__(self, maker: CandidateMaker, guesser: Guesser, weights: Weights) -> None:
        self._maker = maker
        self._guesser = guesser
        self._weights = weights
        self._common = {lemma: i + 1 for i, lemma in enumerate(weights.common_lemmas)}
        self.classes: dict[str, int] = {tag: i for i, tag in enumerate(weights.classes())}
        self.ids: dict[str, int] = {}
        self.first: list[int] = []
        self.count: list[int] = []
        self.top: list[int] = []
        self.common: list[int] = []
        self.capital: list[bool] = []
        self.known: list[bool] = []
        self.readings: list[int] = []
        self.candidates: list[Candidate] = []
        self.tag: list[int] = []
        self.score: list[float] = []

    def add(self, word: str) -> int:
        """Analyse a new word type; return its number."""
        found, known = self._maker.candidates(word)
        alone, full = self._static_scores(word, found)
        number = len(self.first)
        self.ids[word] = number
        self.first.append(len(self.candidates))
        self.count.append(len(found))
        top = found[alone.index(max(alone))]
        self.top.append(self.classes.get(top.tag, 0))
        self.common.append(self._common.get(top.lemma, 0))
        self.capital.append(word[:1].isupper())
        self.known.append(known)
        self.readings.append(len({(c.lemma, c.upos) for c in found}))
        self.candidates += found
        self.tag += [self.classes.get(c.tag, 0) for c in found]
        self.score += full
        return number

    def _static_scores(
        self, word: str, found: tuple[Candidate, ...]
    ) -> tuple[list[float], list[float]]:
        if len(found) == 1:
            return [0.0], [0.0]
        frequencies = self._weights.frequencies(found)
        alone, full = [], []
        values = self._weights.values
        for candidate, frequency in zip(found, frequencies, strict=True):
            guess = self._guesser.log_share(word, candidate) if candidate.source == "guess" else 0.0
            a = f = 0.0
            for name, value in static_features(word, candidate, frequency=frequency, guess=guess):
                pair = values.get(name)
                if pair is not None:
                    a += pair[0] * value
                    f += pair[1] * value
            alone.append(a)
            full.append(f)
        return alone, full


class Ranker:
    """Chooses one candidate for every token of many sentences at once."""

    def __init__(self, lexicon: Lexicon, weights: Weights) -> None:
        self._lexicon = lexicon
        self._tables = weights.context_tables(lexicon.classes)

    def choose(
        self,
        types: IntArray,
        starts: IntArray,
        *,
        tagged: Sequence[TaggedWord] | None = None,
    ) -> tuple[IntArray, npt.NDArray[np.bool_]]:
        """Choose candidates.

        Parameters
        ----------
        types : ndarray of int64, shape (n_tokens,)
            Word types, as numbered by the lexicon, sentence after sentence.
        starts : ndarray of int64, shape (n_sentences,)
            Positions of the sentences' first tokens, ascending, distinct.
        tagged : sequence of TaggedWord, length n_tokens, optional
            Tags of another tagger; candidates that agree with them are favoured.

        Returns
        -------
        chosen : ndarray of int64, shape (n_tokens,)
            Rows of the lexicon's candidates.
        by_context : ndarray of bool, shape (n_tokens,)
            True where the neighbours changed what the word alone would have given.
        """
        lexicon = self._lexicon
        first = np.array(lexicon.first, dtype=np.int64)[types]
        count = np.array(lexicon.count, dtype=np.int64)[types]
        chosen = first.copy()
        changed = np.zeros(len(types), dtype=bool)
        open_ = np.flatnonzero(count > 1)
        if not len(open_):
            return chosen, changed
        sizes = count[open_]
        offsets = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        rows = np.arange(sizes.sum()) - np.repeat(offsets - first[open_], sizes)
        static = np.array(lexicon.score)[rows]
        scores = static + self._context(types, starts, open_, rows, sizes)
        if tagged is not None:
            scores += TAGGER_WEIGHT * self._agreement(tagged, open_, rows, sizes)
        best = _first_best(scores, offsets, sizes)
        chosen[open_] = rows[best]
        changed[open_] = best != _first_best(static, offsets, sizes)
        return chosen, changed

    def _agreement(
        self, tagged: Sequence[TaggedWord], tokens: IntArray, rows: IntArray, sizes: IntArray
    ) -> FloatArray:
        tags = [candidate.tag for candidate in self._lexicon.candidates]
        words = [tagged[token] for token in np.repeat(tokens, sizes).tolist()]
        pairs = zip(words, rows.tolist(), strict=True)
        return np.array([agreement(word.upos, word.feats, tags[row]) for word, row in pairs])

    def _context(
        self, types: IntArray, starts: IntArray, tokens: IntArray, rows: IntArray, sizes: IntArray
    ) -> FloatArray:
        lexicon, tables = self._lexicon, self._tables
        tops = np.array(lexicon.top, dtype=np.int64)[types]
        common = np.array(lexicon.common, dtype=np.int64)[types]
        sentence = np.zeros(len(types), dtype=np.int64)
        sentence[starts] = 1
        sentence = np.cumsum(sentence)
        own = np.array(lexicon.tag, dtype=np.int64)[rows]
        edge = lexicon.classes[START]
        out = np.zeros(len(rows))
        for name, step in STEPS.items():
            there = tokens + step
            inside = (there >= 0) & (there < len(types))
            place = np.where(inside, there, 0)
            inside &= sentence[place] == sentence[tokens]
            source, outside = (common, 0) if name in "ab" else (tops, edge)
            neighbour = np.where(inside, source[place], outside)
            out += tables[name][np.repeat(neighbour, sizes), own]
        is_first = np.zeros(len(types), dtype=bool)
        is_first[starts] = True
        capital = np.array(lexicon.capital)[types][tokens].astype(np.int64)
        opening = np.where(is_first[tokens], capital + 1, 0)
        out += tables["f"][np.repeat(opening, sizes), own]
        return out


def _first_best(scores: FloatArray, offsets: IntArray, sizes: IntArray) -> IntArray:
    """Row of the highest score in each group; the first one of equals."""
    highest = np.repeat(np.maximum.reduceat(scores, offsets), sizes)
    rows = np.where(scores >= highest, np.arange(len(scores)), len(scores))
    return np.asarray(np.minimum.reduceat(rows, offsets), dtype=np.int64)
