"""Texts → tokens with lemmas chosen in context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from rakenlp.frames import TOKENS
from rakenlp.text.candidates import CandidateMaker
from rakenlp.text.conventions import Candidate
from rakenlp.text.guesser import Guesser
from rakenlp.text.lemma_model import Weights, read_particles
from rakenlp.text.ranker import IntArray, Lexicon, Ranker
from rakenlp.text.targets import TaggedWord, tag_given_words
from rakenlp.text.tokenizer import scan

WEIGHTS = Path(__file__).parent / "weights"
MAX_TYPES = 400_000  # word types kept in memory, some 1.5 kB each; then the store starts anew
# A hyphen inside these is a compound boundary, written "#" in UD Finnish-TDT.
HYPHEN_IS_BOUNDARY = frozenset({"NOUN", "ADJ", "ADV", "VERB"})


class _Store:
    """A trained model and the word types it has met; what is met changes speed, never a result."""

    def __init__(self, folder: Path) -> None:
        self._weights = Weights.read(folder)
        self._guesser = Guesser.read(folder / "guesses.tsv")
        self._maker = CandidateMaker(read_particles(folder), self._guesser)
        self.start()

    def start(self) -> None:
        """Forget the word types."""
        self.lexicon = Lexicon(self._maker, self._guesser, self._weights)
        self.ranker = Ranker(self.lexicon, self._weights)


@lru_cache(maxsize=2)
def _open_store(folder: Path) -> _Store:
    return _Store(folder)


class Lemmatizer:
    """Finds dictionary forms of Finnish words.

    Parameters
    ----------
    mode : {"fast", "accurate"}
        "fast" weighs the dictionary's readings by their neighbours; "accurate" also asks the
        spaCy pipeline for every sentence, at some 3,000 tokens a second.
    weights : Path, optional
        Folder of a model trained with :func:`rakenlp.text.training.train_lemmatizer`.

    Raises
    ------
    MissingDependencyError
        If Voikko, its dictionary or (for "accurate") the pipeline is not installed.
    ModelError
        If the weights are missing or damaged.

    Notes
    -----
    Lemmas follow UD Finnish-TDT: a participle has its verb's lemma, *-minen* nouns and
    adverbs keep theirs, a comparative has its positive, *THL:n* has *THL*. Nothing
    depends on the order of the texts or on earlier calls.

    Examples
    --------
    >>> lemmatizer = Lemmatizer()
    >>> list(lemmatizer.lemmatize(["Asiakkaat jonottivat kuusi tuntia."])["lemma"])
    ['asiakas', 'jonottaa', 'kuusi', 'tunti', '.']
    """

    def __init__(
        self, mode: Literal["fast", "accurate"] = "fast", *, weights: Path = WEIGHTS
    ) -> None:
        if mode not in ("fast", "accurate"):
            raise ValueError(f"mode: expected 'fast' or 'accurate', got {mode!r}")
        self.mode = mode
        self._store = _open_store(weights)

    @property
    def _lexicon(self) -> Lexicon:
        return self._store.lexicon

    def lemmatize(self, texts: Sequence[str]) -> pd.DataFrame:
        """Cut texts into tokens and find their lemmas.

        Parameters
        ----------
        texts : sequence of str
            Running text. Placeholders of redacted data (``[HENKILÖ 1]``) stay one token.

        Returns
        -------
        DataFrame
            ``rakenlp.frames.TOKENS``: one row a token, in order. ``sentence`` counts from 0 in
            each text, ``start`` is an offset in its text. A word no dictionary knows has
            ``known`` False, ``readings`` 0 and a guessed lemma. ``parts`` are a compound's.
        """
        starts: list[int] = []
        surfaces: list[str] = []
        sentences: list[int] = []
        sizes: list[int] = []
        for text in texts:
            begin, words, numbers = scan(text)
            starts += begin
            surfaces += words
            sentences += numbers
            sizes.append(len(words))
        if not surfaces:
            return TOKENS.empty()
        text_ids = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
        number = np.array(sentences, dtype=np.int64)
        fresh = np.ones(len(surfaces), dtype=bool)
        fresh[1:] = (number[1:] != number[:-1]) | (text_ids[1:] != text_ids[:-1])
        types, chosen, by_context = self._choose(surfaces, np.flatnonzero(fresh))
        frame = pd.DataFrame(
            {
                "text": text_ids,
                "sentence": number,
                "start": np.array(starts, dtype=np.int64),
                "surface": pd.Series(surfaces, dtype="str"),
                **self._columns(types, chosen, by_context),
            }
        )
        return TOKENS.check(frame, where="lemmatize")

    def lemmatize_words(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Find the lemmas of sentences that are already cut into words.

        Parameters
        ----------
        sentences : sequence of sequence of str
            Words of each sentence, punctuation included.

        Returns
        -------
        list of list of str
            Exactly one lemma for each word, spelled as in UD Finnish-TDT: a hyphen inside a
            compound that is no name is a boundary mark, *1990-luvulla* → ``1990#luku``.
        """
        words = [word for sentence in sentences for word in sentence]
        if not words:
            return [[] for _ in sentences]
        sizes = [len(sentence) for sentence in sentences]
        begins = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64)
        begins = np.unique(begins[np.array(sizes) > 0])
        _, chosen, _ = self._choose(words, begins)
        candidates = self._lexicon.candidates
        lemmas = iter([_treebank_spelling(candidates[row]) for row in chosen])
        return [[next(lemmas) for _ in range(size)] for size in sizes]

    def _choose(
        self, words: list[str], begins: IntArray
    ) -> tuple[IntArray, IntArray, npt.NDArray[np.bool_]]:
        """Types, chosen rows, and where the neighbours decided."""
        if len(self._lexicon.ids) > MAX_TYPES:
            self._store.start()
        ids = self._lexicon.ids
        for word in dict.fromkeys(words):
            if word not in ids:
                self._lexicon.add(word)
        types = np.fromiter((ids[word] for word in words), dtype=np.int64, count=len(words))
        tagged = self._tagged(words, begins) if self.mode == "accurate" else None
        return types, *self._store.ranker.choose(types, begins, tagged=tagged)

    @staticmethod
    def _tagged(words: list[str], begins: IntArray) -> list[TaggedWord]:
        ends = [*begins[1:].tolist(), len(words)]
        pieces = [words[a:b] for a, b in zip(begins.tolist(), ends, strict=True)]
        return [word for sentence in tag_given_words(pieces) for word in sentence]

    def _columns(
        self, types: IntArray, chosen: IntArray, by_context: npt.NDArray[np.bool_]
    ) -> dict[str, pd.Series]:
        """The columns that depend on what was chosen."""
        rows, place = np.unique(chosen, return_inverse=True)
        used = [self._lexicon.candidates[row] for row in rows]
        known = np.array(self._lexicon.known)[types]
        readings = np.where(known, np.array(self._lexicon.readings, dtype=np.int64)[types], 0)
        how = np.where(by_context, 1, np.where(readings > 1, 2, 0))
        how[~known] = 3
        return {
            "lemma": _spread([c.lemma for c in used], place),
            "upos": _spread([c.upos for c in used], place),
            "known": pd.Series(known),
            "readings": pd.Series(readings),
            "parts": _spread([c.parts for c in used], place),
            "chosen": _spread(["only", "context", "frequency", "guess"], how),
        }


def _spread(values: Iterable[str], places: npt.NDArray[np.intp]) -> pd.Series:
    """``values[place]`` for every place, as one column of text."""
    return pd.Series(pd.array(list(values), dtype="str").take(places))


def _treebank_spelling(candidate: Candidate) -> str:
    if candidate.upos in HYPHEN_IS_BOUNDARY:
        return candidate.lemma.replace("-", "#")
    return candidate.lemma
