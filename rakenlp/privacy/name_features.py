"""What the name model sees: a word and its two neighbours on each side, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rakenlp.finnish.spacy_fi import word_vectors
from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy.tokens import Sentence, Token

Matrix = npt.NDArray[np.float32]

WINDOW = 2  # neighbours on each side; three gave nothing more in cross-validation
DIM = 300  # floret vectors of the Finnish spaCy pipeline
CACHED_TYPES = 20_000  # a type costs 1.3 kB

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
WIDTH = (2 * WINDOW + 1) * TYPE_WIDTH + len(PLACE_FLAGS)


def feature_names() -> list[str]:
    """Names of the columns of :func:`feature_rows`, in order."""
    one_type = [*TYPE_FLAGS, *(f"v{i}" for i in range(DIM))]
    names = [f"{d:+d}:{name}" for d in range(-WINDOW, WINDOW + 1) for name in one_type]
    return [*names, *PLACE_FLAGS]


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


def usual_case(sentence: Sentence) -> list[str]:
    """Words of a sentence; a sentence shouted in capitals is read as if it were not."""
    words = [token.text for token in sentence.tokens]
    long_words = [word for word in words if len(word) > 1 and word[0].isalpha()]
    if len(long_words) >= 2 and all(word.isupper() for word in long_words):
        return [word.title() if word.isupper() else word for word in words]
    return words


def is_candidate(token: Token) -> bool:
    """Whether the name model is asked about the token at all."""
    return token.text[0].isupper()


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


class TypeTable:
    """Feature vectors of word forms, kept between calls up to a limit."""

    def __init__(self) -> None:
        self._rows: dict[str, Matrix] = {}

    def look_up(self, words: Sequence[str]) -> dict[str, Matrix]:
        """Feature vector (``TYPE_WIDTH`` numbers) of every distinct word."""
        if len(self._rows) > CACHED_TYPES:
            self._rows.clear()
        new = sorted(set(words).difference(self._rows))
        vectors = word_vectors(new)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors = vectors / np.where(norms > 0, norms, 1)
        for word, vector in zip(new, vectors, strict=True):
            flags = np.array(type_flags(word), dtype=np.float32)
            self._rows[word] = np.concatenate([flags, vector])
        return self._rows

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
        rows = np.zeros((len(asked), WIDTH), dtype=np.float32)
        around = [
            [(d, words[i + d]) for d in range(-WINDOW, WINDOW + 1) if 0 <= i + d < len(words)]
            for words, i, _ in asked
        ]
        table = self.look_up([word for near in around for _, word in near])
        for row, near, (words, index, first_word) in zip(rows, around, asked, strict=True):
            for distance, word in near:
                left = (distance + WINDOW) * TYPE_WIDTH
                row[left : left + TYPE_WIDTH] = table[word]
            row[-len(PLACE_FLAGS) :] = _place_flags(words, index, first_word)
        return rows
