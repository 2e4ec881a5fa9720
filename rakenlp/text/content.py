"""The lemmas that carry a text's subject, and the words an elliptic compound leaves out."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from rakenlp.text.conventions import TABLES

CONTENT_UPOS = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
MIN_LETTERS = 2
ELLIPSIS_REACH = 6  # tokens between *päihde-* and the compound that completes it
_LINKS = frozenset({"ja", "tai", "sekä", "eli", "kuin", "että", "myös", ",", "/", "–"})


@lru_cache(maxsize=1)
def stop_lemmas() -> frozenset[str]:
    """Finnish lemmas that say nothing of a text's subject."""
    lines = (TABLES / "stop_lemmas.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def content_lemmas(tokens: pd.DataFrame, n_texts: int) -> list[list[str]]:
    """Content lemmas of each text, in order and with repeats.

    Parameters
    ----------
    tokens : DataFrame
        ``rakenlp.frames.TOKENS``, as :meth:`Lemmatizer.lemmatize` gave it.
    n_texts : int
        How many texts were lemmatised; texts without tokens get an empty list.

    Returns
    -------
    list of list of str, length n_texts
        Nouns, names, verbs, adjectives and adverbs, in lower case; without stop lemmas,
        numbers, punctuation, placeholders and single letters.
    """
    keep = tokens["upos"].isin(CONTENT_UPOS).to_numpy()
    texts = tokens["text"].to_numpy()[keep]
    lemmas = tokens["lemma"][keep].str.lower()
    good = ~lemmas.isin(stop_lemmas()) & (lemmas.str.len() >= MIN_LETTERS)
    good &= ~lemmas.str.contains(r"\d", regex=True)
    mask = good.to_numpy(dtype=bool)
    return _by_text(lemmas[mask].tolist(), texts[mask], n_texts)


def _by_text(values: list[str], texts: npt.NDArray[np.int64], n: int) -> list[list[str]]:
    borders = np.searchsorted(texts, np.arange(n + 1)).tolist()
    return [values[a:b] for a, b in pairwise(borders)]


def elliptic_lemmas(tokens: pd.DataFrame, n_texts: int) -> list[list[str]]:
    """Whole compounds behind elliptic ones: *päihde- ja mielenterveysongelmat* → päihdeongelma.

    Parameters
    ----------
    tokens : DataFrame
        ``rakenlp.frames.TOKENS``.
    n_texts : int
        How many texts were lemmatised.

    Returns
    -------
    list of list of str, length n_texts
        Extra lemmas in lower case, in the order of the elliptic words; the words
        themselves stay in the tokens as they are.
    """
    out: list[list[str]] = [[] for _ in range(n_texts)]
    surfaces = tokens["surface"]
    hyphened = (surfaces.str.endswith("-") | surfaces.str.startswith("-")) & (
        surfaces.str.len() > 2
    )
    places = np.flatnonzero(hyphened.to_numpy(dtype=bool))
    if not len(places):
        return out
    columns = ("text", "sentence", "surface", "lemma", "parts")
    rows = list(zip(*(tokens[name].tolist() for name in columns), strict=True))
    for place in places:
        step = 1 if rows[place][2].endswith("-") else -1
        whole = _completed(rows, int(place), step)
        if whole:
            out[rows[place][0]].append(whole)
    return out


def _completed(rows: list[tuple[int, int, str, str, str]], place: int, step: int) -> str:
    """The compound of the elliptic word at ``place`` and the next one in direction ``step``."""
    text, sentence, surface, lemma, _ = rows[place]
    for i in range(place + step, place + step * (ELLIPSIS_REACH + 1), step):
        if not 0 <= i < len(rows) or rows[i][:2] != (text, sentence):
            return ""
        if rows[i][2].lower() in _LINKS or rows[i][2].endswith("-"):
            continue
        parts = rows[i][4].split("|") if rows[i][4] else []
        if len(parts) < 2:
            return ""
        if step > 0:
            return (surface.rstrip("-") + parts[-1]).lower()
        full = rows[i][3].lower()
        last = parts[-1].lower()
        head = full.removesuffix(last) if full.endswith(last) else ""
        return head + lemma.lower() if head else ""
    return ""
