"""What texts are compared by: meaning, words of this corpus, and taxonomy classes.

A pretrained vector knows that *häätö* and *vuokravelka* are near; only the corpus itself
knows which words set its texts apart. Stacking both (and the taxonomy classes where
texts have them) is a weighted sum of cosines.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

Floats = npt.NDArray[np.float32]

# Measured on vaalikone_eduskunta2003 (8,000) and the demo corpus: flat between 50 and 150.
MAX_DIMENSIONS = 100
MIN_TEXTS = 5  # below this, document frequencies say nothing
MAX_SHARE = 0.3  # a word in more of the texts than this does not tell them apart


def unit_rows(rows: npt.NDArray[np.floating]) -> Floats:
    """Scale rows to length 1; a zero row stays zero."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(norms > 0.0, norms, 1.0), dtype=np.float32)


def _as_given(terms: Sequence[str]) -> Sequence[str]:
    return terms


class _Lsa:
    """TF-IDF and truncated SVD that do not mind small or wordless corpora."""

    def __init__(self, vectorizer: TfidfVectorizer) -> None:
        self._vectorizer = vectorizer
        self._svd: TruncatedSVD | None = None
        self._fitted = False

    def fit(self, texts: Sequence[object]) -> Floats:
        try:
            matrix = self._vectorizer.fit_transform(texts)
        except ValueError:  # scikit-learn's word for "no term is left"
            return np.zeros((len(texts), 0), dtype=np.float32)
        self._fitted = True
        dimensions = min(MAX_DIMENSIONS, min(matrix.shape) - 1)
        if dimensions >= 2:
            self._svd = TruncatedSVD(dimensions, random_state=0).fit(matrix)
        return self._project(matrix)

    def transform(self, texts: Sequence[object]) -> Floats:
        if not self._fitted:
            return np.zeros((len(texts), 0), dtype=np.float32)
        return self._project(self._vectorizer.transform(texts))

    def _project(self, matrix: npt.ArrayLike) -> Floats:
        rows = self._svd.transform(matrix) if self._svd is not None else matrix.toarray()  # type: ignore[union-attr]
        return unit_rows(np.asarray(rows))


class LexicalModel:
    """Evidence from the corpus's own words: lemmas with compound parts, and character n-grams.

    Parameters
    ----------
    n_texts : int
        Size of the corpus it will be fitted on; sets the document-frequency bounds.
    """

    def __init__(self, n_texts: int) -> None:
        rarest = 2 if n_texts >= MIN_TEXTS else 1
        commonest = MAX_SHARE if n_texts * MAX_SHARE > rarest else 1.0
        shared = {"min_df": rarest, "max_df": commonest, "sublinear_tf": True, "dtype": np.float32}
        self._words = _Lsa(TfidfVectorizer(analyzer=_as_given, **shared))
        self._letters = _Lsa(TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 5), **shared))

    def fit(self, texts: Sequence[str], terms: Sequence[Sequence[str]]) -> list[Floats]:
        """Learn the corpus's words and return its evidence.

        Parameters
        ----------
        texts : sequence of str
        terms : sequence of sequences of str
            Lemmas and compound parts of each text.

        Returns
        -------
        list of two ndarrays of float32, shape (n_texts, ≤ 100)
            Rows of length 1 or zero.
        """
        return [self._words.fit(terms), self._letters.fit(texts)]

    def transform(self, texts: Sequence[str], terms: Sequence[Sequence[str]]) -> list[Floats]:
        """Evidence of new texts by what was learned; see :meth:`fit`."""
        return [self._words.transform(terms), self._letters.transform(texts)]


def in_context(rows: Floats, documents: Sequence[str], *, own: float) -> Floats:
    """Add to each passage's evidence that of its whole document.

    Parameters
    ----------
    rows : ndarray of float32, shape (n_passages, dim)
    documents : sequence of str
        The document of each passage.
    own : float
        Weight of the passage itself, ≥ 0; the document's weight is 1.

    Returns
    -------
    ndarray of float32, shape (n_passages, dim)
        Rows of length 1 or zero; those of a document with one passage keep their direction.
    """
    own_rows = unit_rows(rows)
    names, places = np.unique(np.array(documents, dtype=object), return_inverse=True)
    sums = np.zeros((len(names), rows.shape[1]), dtype=np.float64)
    np.add.at(sums, places, own_rows)
    return unit_rows(own * own_rows + unit_rows(sums)[places])


def stack_evidence(parts: Sequence[tuple[npt.NDArray[np.floating], float]]) -> Floats:
    """Stack evidence so that a cosine of the result is the weighted mean of cosines.

    Parameters
    ----------
    parts : sequence of (ndarray of shape (n_texts, dim_i), weight ≥ 0)
        Each part's rows are scaled to length 1 first.

    Returns
    -------
    ndarray of float32, shape (n_texts, Σ dim_i)
        Rows of length 1 (zero for a text without any evidence).
    """
    return unit_rows(np.hstack([unit_rows(rows) * weight for rows, weight in parts]))
