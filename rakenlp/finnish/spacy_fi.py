"""The Finnish spaCy pipeline, loaded once per process and set of parts.

This is the only file that imports spaCy.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import metadata
from typing import Any

import numpy as np
import numpy.typing as npt

from rakenlp.errors import MissingDependencyError

PACKAGE = "spacy_fi_experimental_web_md"
REMEDY = f"asenna: pip install {PACKAGE}"


@lru_cache(maxsize=4)
def load_pipeline(parts: tuple[str, ...] = ()) -> Any:
    """Load the pipeline with only ``parts`` (all of them when empty).

    Parameters
    ----------
    parts : tuple of str
        Pipe names to keep, for example ``("tok2vec", "ner")``.

    Returns
    -------
    spacy.language.Language

    Raises
    ------
    MissingDependencyError
        If spaCy or the Finnish pipeline is not installed.
    """
    try:
        import spacy

        names = (
            "tok2vec",
            "tagger",
            "morphologizer",
            "parser",
            "attribute_ruler",
            "lemmatizer",
            "ner",
        )
        exclude = [name for name in names if parts and name not in parts]
        return spacy.load(PACKAGE, exclude=exclude)
    except (ImportError, OSError) as err:
        raise MissingDependencyError(f"suomen spaCy-mallia ei voi ladata; {REMEDY}") from err


@lru_cache(maxsize=1)
def load_vectors() -> Any:
    """Return the floret vector table that ships with the pipeline (``spacy.vectors.Vectors``)."""
    return load_pipeline(("tok2vec",)).vocab


def word_vectors(words: list[str]) -> npt.NDArray[np.float32]:
    """Floret vectors of words.

    Parameters
    ----------
    words : list of str
        Any words: floret composes a vector from character n-grams, so none is unknown.

    Returns
    -------
    ndarray of float32, shape (n_words, 300)
    """
    vocab = load_vectors()
    if not words:
        return np.zeros((0, vocab.vectors.shape[1]), dtype=np.float32)
    keys = [vocab.strings.add(word) for word in words]
    rows = vocab.vectors.get_batch(keys)
    return np.asarray(rows, dtype=np.float32)


def pipeline_version() -> str:
    """Version of the installed pipeline package, "" when it is missing."""
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        return ""
