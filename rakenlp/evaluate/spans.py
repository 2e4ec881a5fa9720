"""Redaction against token annotations."""

from __future__ import annotations

import gzip
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from rakenlp.errors import InputError


@dataclass(frozen=True, slots=True)
class SpanScores:
    """Shares of tokens: ``recall`` of the gold ones, ``precision`` of the marked ones (0–1)."""

    recall: float
    precision: float
    n_gold: int
    n_marked: int


def read_iob(path: str | Path) -> list[list[tuple[str, str]]]:
    """Read tokens and IOB tags: one token and tag a line, a blank line between sentences.

    Raises
    ------
    InputError
        If the file is missing or a line does not have two columns.
    """
    path = Path(path)
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    except (OSError, UnicodeDecodeError, EOFError) as err:
        raise InputError(f"{path}: cannot be read as IOB ({type(err).__name__})") from err
    sentences: list[list[tuple[str, str]]] = [[]]
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            sentences.append([])
            continue
        columns = line.rstrip("\r").split("\t")
        if len(columns) != 2:
            raise InputError(f"{path} line {number}: expected 2 columns, got {len(columns)}")
        if columns[0] != "-DOCSTART-":
            sentences[-1].append((columns[0], columns[1]))
    return [sentence for sentence in sentences if sentence]


def token_scores(
    sentences: Sequence[Sequence[tuple[str, str]]],
    marked: Sequence[Sequence[tuple[int, int]]],
    *,
    kinds: Collection[str] = ("PER",),
) -> SpanScores:
    """Score marked stretches of sentences joined with single spaces.

    Parameters
    ----------
    sentences : sequence of sequences of (token, tag)
        Tags like ``B-PER``, ``I-PER``, ``O``.
    marked : sequence of sequences of (start, end)
        Offsets in each sentence's text.
    kinds : collection of str
        Tag names that count.
    """
    hits = n_gold = n_marked = 0
    for tokens, spans in zip(sentences, marked, strict=True):
        position = 0
        for token, tag in tokens:
            end = position + len(token)
            is_gold = tag[2:] in kinds
            is_marked = any(start < end and position < stop for start, stop in spans)
            n_gold += is_gold
            n_marked += is_marked
            hits += is_gold and is_marked
            position = end + 1
    return SpanScores(
        recall=hits / n_gold if n_gold else 0.0,
        precision=hits / n_marked if n_marked else 0.0,
        n_gold=n_gold,
        n_marked=n_marked,
    )
