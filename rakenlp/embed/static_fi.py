"""``static-fi``: the embedded encoder, lemma vectors weighted and whitened.

``v = unit((unit(Σ w(l) · f(l)/|f(l)|) − μ) W)`` over the lemmas l of a text, where f is the
floret vector that ships with the spaCy pipeline, ``w(l) = log(1 + N/(1 + df(l)))``, and N, df, the
mean μ and ``W = (C + 0.001 I)^(−1/2)`` come from background text.

Sources: inverse-document-frequency weighting and removal of common directions, Arora et
al. (2017), "A simple but tough-to-beat baseline"; whitening, Su et al. (2021), arXiv:2103.15316.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save
from scipy.sparse import csr_matrix

from rakenlp.embed.encoder import Lemmatize
from rakenlp.errors import ModelError
from rakenlp.finnish.spacy_fi import word_vectors

WEIGHTS = "weights.safetensors"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class StaticModel:
    """The learned parts: document frequencies, mean and whitening matrix.

    ``n_texts`` background texts; ``df`` how many of them hold each lemma; ``mean`` of shape
    (300,); ``whitening`` of shape (300, 300).
    """

    revision: str
    n_texts: int
    df: dict[str, int]
    mean: Floats
    whitening: Floats

    def weight(self, lemma: str) -> float:
        """Inverse document frequency of a lemma; the largest for one never seen."""
        return math.log(1.0 + self.n_texts / (1.0 + self.df.get(lemma, 0)))


def write_model(folder: Path, model: StaticModel) -> None:
    """Write the weights as safetensors (``model.toml`` beside them is written by hand)."""
    words = sorted(model.df)
    tensors: dict[str, npt.NDArray[Any]] = {
        "words": np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8),
        "df": np.array([model.df[word] for word in words], dtype=np.int32),
        "n_texts": np.array([model.n_texts], dtype=np.int64),
        "mean": model.mean,
        "whitening": model.whitening,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(save(tensors, metadata={"revision": model.revision}))


def read_model(folder: Path) -> StaticModel:
    """Read the weights.

    Raises
    ------
    ModelError
        If the file is missing or damaged.
    """
    path = folder / WEIGHTS
    try:
        with safe_open(str(path), framework="numpy") as file:
            revision = (file.metadata() or {}).get("revision", "")
            words = file.get_tensor("words").tobytes().decode("utf-8").split("\n")
            df = dict(zip(words, file.get_tensor("df").tolist(), strict=True))
            return StaticModel(
                revision=revision,
                n_texts=int(file.get_tensor("n_texts")[0]),
                df=df,
                mean=file.get_tensor("mean"),
                whitening=file.get_tensor("whitening"),
            )
    except (OSError, SafetensorError, ValueError) as err:
        raise ModelError(
            f"{path}: puuttuu tai on vioittunut; tee uudelleen: rakenlp train jobs/train-static-fi.toml"
        ) from err


def unit(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Scale rows to length 1; a zero row stays zero."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norms > 0.0, norms, 1.0)


def weighted_sums(model: StaticModel, lemmas: Sequence[Sequence[str]]) -> npt.NDArray[np.float64]:
    """Sum the weighted unit vectors of each text's lemmas and scale the sums to length 1.

    Returns
    -------
    ndarray of float64, shape (n_texts, 300)
    """
    vocabulary = {word: i for i, word in enumerate(sorted({w for text in lemmas for w in text}))}
    words = list(vocabulary)
    table = unit(word_vectors(words).astype(np.float64))
    table *= np.array([model.weight(word) for word in words]).reshape(-1, 1)
    columns: list[int] = []
    counts: list[int] = []
    starts = [0]
    for text in lemmas:
        for word, count in sorted(Counter(text).items()):
            columns.append(vocabulary[word])
            counts.append(count)
        starts.append(len(columns))
    matrix = csr_matrix(
        (counts, columns, starts), shape=(len(lemmas), len(words)), dtype=np.float64
    )
    return unit(np.asarray(matrix @ table))


class StaticEncoder:
    """The embedded encoder; see the module for the formula."""

    def __init__(self, model: StaticModel, lemmatize: Lemmatize) -> None:
        self.model = model
        self.name = f"static-fi@{model.revision}"
        self._lemmatize = lemmatize

    def encode(self, texts: Sequence[str]) -> Floats:
        """Encode texts; see :meth:`rakenlp.embed.encoder.Encoder.encode`."""
        return self.encode_lemmas(self._lemmatize(texts))

    def encode_lemmas(self, lemmas: Sequence[Sequence[str]]) -> Floats:
        """Encode texts whose lemmas are known already.

        Returns
        -------
        ndarray of float32, shape (n_texts, 300)
        """
        if not lemmas:
            return np.zeros((0, len(self.model.mean)), dtype=np.float32)
        sums = weighted_sums(self.model, lemmas)
        empty = ~sums.any(axis=1)
        whitened = unit((sums - self.model.mean) @ self.model.whitening.astype(np.float64))
        whitened[empty] = 0.0
        return whitened.astype(np.float32)
