"""The tone of an observation as the reporter marked it."""

from __future__ import annotations

from functools import lru_cache

from rakenlp.corpus.wordlists import read_rows


@lru_cache(maxsize=1)
def _tones() -> dict[str, str]:
    return {word: sign for sign, word in read_rows("tones.tsv")}


def read_tone(text: str) -> str:
    """Return "+", "-" or "0" for a tone word, "" for anything else.

    Examples
    --------
    >>> read_tone("Myönteinen havainto"), read_tone("-"), read_tone("en osaa sanoa")
    ('+', '-', '')
    """
    folded = text.strip().rstrip(";.").casefold().replace("–", "-").replace("−", "-")
    tones = _tones()
    if folded in tones:
        return tones[folded]
    words = folded.split()
    if len(words) == 2 and words[1] in {"havainto", "asia", "ilmiö", "palaute", "observation"}:
        return tones.get(words[0], "")
    return ""
