"""Learning the parts of ``static-fi`` from background text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from rakenlp.embed.static_fi import StaticModel, weighted_sums
from rakenlp.errors import EmptyInputError

RIDGE = 0.001  # keeps directions without variance from being blown up
MIN_DF = 2  # a lemma of one background text is mostly a misspelling; it weighs as unseen


def train_static(
    lemmas: Sequence[Sequence[str]], *, revision: str, ridge: float = RIDGE
) -> StaticModel:
    """Learn document frequencies, mean and whitening.

    Parameters
    ----------
    lemmas : sequence of sequences of str
        The lemmas of each background text (a sentence or a comment).
    revision : str
        Goes into the encoder's name.
    ridge : float
        Added to the covariance's diagonal, > 0.

    Raises
    ------
    EmptyInputError
        If there are fewer than two texts.
    """
    if len(lemmas) < 2:
        raise EmptyInputError("training static-fi needs at least two background texts")
    frequencies = Counter(lemma for text in lemmas for lemma in set(text))
    df = {lemma: n for lemma, n in frequencies.items() if n >= MIN_DF}
    blank = StaticModel(
        revision=revision,
        n_texts=len(lemmas),
        df=df,
        mean=np.zeros(0, dtype=np.float32),
        whitening=np.zeros((0, 0), dtype=np.float32),
    )
    rows = weighted_sums(blank, lemmas)
    rows = rows[rows.any(axis=1)]
    mean = rows.mean(axis=0)
    covariance = np.cov(rows, rowvar=False)
    values, directions = np.linalg.eigh(covariance + ridge * np.eye(len(covariance)))
    whitening = (directions / np.sqrt(values)) @ directions.T
    return StaticModel(
        revision=revision,
        n_texts=len(lemmas),
        df=df,
        mean=mean.astype(np.float32),
        whitening=whitening.astype(np.float32),
    )
