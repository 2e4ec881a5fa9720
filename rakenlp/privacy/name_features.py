"""What the name model sees: a word, its letters, its neighbours and its sentence, as numbers."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rakenlp.finnish.spacy_fi import word_vectors
from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.tokens import Sentence

Matrix = npt.NDArray[np.float32]

WINDOW = 2  # neighbours on each side
DIM = 300  # floret vectors of the Finnish spaCy pipeline
SHOUTED_SHARE = 0.8  # of the words of a sentence in capitals
BUCKETS = 1024  # of hashed letter n-grams
NGRAMS = (2, 3, 4, 5)
CACHED_TYPES = 50_000  # a type costs 1.4 kB

NAME_CLASSES = ("etunimi", "sukunimi", "paikannimi", "nimi")
COMMON_CLASSES = (
    "nimisana",
    "laatusana",
    "nimisana_laatusana",
    "teonsana",
    "seikkasana",
    "asemosana",
    "sidesana",
    "suhdesana",
    "lukusana",
    "kieltosana",
    "huudahdussana",
    "lyhenne",
)
_CLASSES = (*NAME_CLASSES, *COMMON_CLASSES)
TYPE_FLAGS = (
    "capital",
    "all_capitals",
    "one_letter",
    "initial",
    "hyphen",
    "colon",
    "digit",
    "inner_capital",
    "no_letter",
    *_CLASSES,
    "unknown",
    "common_in_lower_case",
    "compound",
    "name_nominative",
    "name_inflected",
)
PLACE_FLAGS = (
    "opens_sentence",
    "ends_sentence",
    "after_opening_quote",
    "before_closing_quote",
    "before_comma",
    "before_parenthesis",
    "before_colon",
    "after_comma",
    "after_colon",
    "length_tens",
)
TYPE_WIDTH = len(TYPE_FLAGS) + DIM
_PLACE = (2 * WINDOW + 1) * TYPE_WIDTH
_LETTERS = _PLACE + len(PLACE_FLAGS)
_SENTENCE = _LETTERS + BUCKETS
WIDTH = _SENTENCE + DIM

# Scales that bring the blocks to a like size beside unit-length word vectors.
_LETTER_VALUE = 1 / 3
_SENTENCE_SCALE = 2.0


def feature_names() -> list[str]:
    """Names of the columns of :func:`feature_rows`, in order."""
    one_type = [*TYPE_FLAGS, *(f"v{i}" for i in range(DIM))]
    window = [f"{d:+d}:{name}" for d in range(-WINDOW, WINDOW + 1) for name in one_type]
    letters = [f"letters{i}" for i in range(BUCKETS)]
    return [*window, *PLACE_FLAGS, *letters, *(f"sentence{i}" for i in range(DIM))]


def word_shape(word: str) -> tuple[bool, ...]:
    """Flags of the letters alone, the first nine of ``TYPE_FLAGS``."""
    return (
        word[:1].isupper(),
        len(word) > 1 and word.isupper(),
        len(word) == 1,
        word.endswith(".") and len(word) == 2,
        "-" in word,
        ":" in word,
        any(char.isdigit() for char in word),
        not word.isupper() and word[1:] != word[1:].lower(),
        not word[:1].isalpha(),
    )


@lru_cache(maxsize=CACHED_TYPES)
def type_flags(word: str) -> tuple[bool, ...]:
    """Values of ``TYPE_FLAGS`` for one word form."""
    voikko = open_voikko()
    readings = voikko.readings(word)
    classes = {reading.word_class for reading in readings}
    lowered = word[:1].lower() + word[1:]
    names = [r for r in readings if r.word_class in ("etunimi", "sukunimi")]
    return (
        *word_shape(word),
        *(name in classes for name in _CLASSES),
        not readings,
        any(r.word_class in COMMON_CLASSES for r in voikko.readings(lowered)),
        bool(readings) and all(r.is_compound for r in readings),
        any(r.case in ("nimento", "") for r in names),
        any(r.case not in ("nimento", "") for r in names),
    )


def flags_of(word: str) -> dict[str, bool]:
    """Values of ``TYPE_FLAGS`` for one word form, by name."""
    return dict(zip(TYPE_FLAGS, type_flags(word), strict=True))


def usual_case(sentence: Sentence) -> list[str]:
    """Words of a sentence; one shouted in capitals is read as if it were not.

    In such a sentence a word keeps a capital only if the dictionary has it as a name or does
    not have it at all.
    """
    words = [token.text for token in sentence.tokens]
    long_words = [word for word in words if len(word) > 1 and word[0].isalpha()]
    shouted = sum(word.isupper() for word in long_words)
    if len(long_words) >= 2 and shouted >= SHOUTED_SHARE * len(long_words):
        return [_unshouted(word) if word.isupper() and len(word) > 1 else word for word in words]
    return words


def _unshouted(word: str) -> str:
    flags = flags_of(word.title())
    if any(flags[name] for name in NAME_CLASSES) or not flags["common_in_lower_case"]:
        return word.title()
    return word.lower()


def is_candidate(word: str) -> bool:
    """Whether the name model is asked about the word at all."""
    return word[0].isupper()


def _place_flags(words: Sequence[str], index: int, first_word: int) -> tuple[float, ...]:
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    return (
        float(index <= first_word),
        float(not after),
        float(before in ('"', "”", "“", "'", "(")),
        float(after in ('"', "”", "“", "'", ")")),
        float(after == ","),
        float(after == "("),
        float(after == ":"),
        float(before == ","),
        float(before == ":"),
        len(words[index]) / 10,
    )


@lru_cache(maxsize=CACHED_TYPES)
def letter_buckets(word: str) -> npt.NDArray[np.int64]:
    """Buckets of the letter n-grams of a word form, small letters, borders marked."""
    bordered = f"<{word.lower()}>"
    grams = {bordered[i : i + n] for n in NGRAMS for i in range(len(bordered) - n + 1)}
    return np.array(sorted({zlib.crc32(gram.encode()) % BUCKETS for gram in grams}))


class TypeTable:
    """Word vectors of word forms, kept between calls up to a limit."""

    def __init__(self) -> None:
        self._vectors: dict[str, Matrix] = {}

    def _load(self, words: set[str]) -> None:
        """Have the unit-length vectors of ``words`` in the table."""
        if len(self._vectors) > CACHED_TYPES:
            self._vectors.clear()
        new = sorted(words.difference(self._vectors))
        vectors = word_vectors(new)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        self._vectors.update(zip(new, vectors / np.where(norms > 0, norms, 1), strict=True))

    def feature_rows(self, asked: Sequence[tuple[Sequence[str], int, int]]) -> Matrix:
        """Features of words in their sentences.

        Parameters
        ----------
        asked : sequence of (words, index, first_word)
            The words of a sentence, the index of the word that is asked about, and the
            index of the word that opens the sentence.

        Returns
        -------
        ndarray of float32, shape (n_asked, WIDTH)
        """
        self._load({word for words, _, _ in asked for word in words})
        rows = np.zeros((len(asked), WIDTH), dtype=np.float32)
        means: dict[int, Matrix] = {}
        for row, (words, index, first_word) in zip(rows, asked, strict=True):
            for distance in range(-WINDOW, WINDOW + 1):
                if 0 <= index + distance < len(words):
                    word = words[index + distance]
                    left = (distance + WINDOW) * TYPE_WIDTH
                    row[left : left + len(TYPE_FLAGS)] = type_flags(word)
                    row[left + len(TYPE_FLAGS) : left + TYPE_WIDTH] = self._vectors[word]
            row[_PLACE:_LETTERS] = _place_flags(words, index, first_word)
            row[_LETTERS + letter_buckets(words[index])] = _LETTER_VALUE
            if id(words) not in means:
                mean = np.mean([self._vectors[word] for word in words], axis=0)
                means[id(words)] = _SENTENCE_SCALE * mean
            row[_SENTENCE:] = means[id(words)]
        return rows
