"""What every encoder can do, and how one is opened by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rakenlp.store.models import find_model

Lemmatize = Callable[[Sequence[str]], list[list[str]]]
"""Texts → the lemmas of each text; handed in, because lemmas are another room's work."""

STATIC = "static-fi"


class Encoder(Protocol):
    """Turns texts into vectors."""

    name: str
    """Name and revision, ``name@revision``; part of every step's name."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Encode texts.

        Parameters
        ----------
        texts : sequence of str

        Returns
        -------
        ndarray of float32, shape (n_texts, dim)
            Rows of length 1; a text without any word is a zero row.
        """
        ...


def open_encoder(name: str, *, lemmatize: Lemmatize, batch_size: int = 256) -> Encoder:
    """Open an encoder by name.

    Parameters
    ----------
    name : str
        ``static-fi``, or the name or local path of a sentence-transformers model.
    lemmatize : callable
        Gives the lemmas of each text; used by ``static-fi``.
    batch_size : int
        Texts encoded at once by a sentence-transformers model.

    Raises
    ------
    ModelError
        If the model is missing or damaged.
    MissingDependencyError
        If a sentence-transformers model is asked for without the extra ``transformers``.
    """
    if name == STATIC:
        from rakenlp.embed.static_fi import StaticEncoder, read_model

        return StaticEncoder(read_model(find_model(STATIC)), lemmatize)
    from rakenlp.embed.sentence import SentenceEncoder

    return SentenceEncoder(name, batch_size=batch_size)
