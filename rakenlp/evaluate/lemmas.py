"""Lemmas against a treebank."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rakenlp.errors import InputError

LEFT_OUT = frozenset({"PUNCT", "SYM"})
COLUMNS = 10
SHOWN_ERRORS = 10


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """Tokens of one sentence as annotated; the three tuples have one item a token."""

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LemmaScores:
    """``accuracy`` is a share of ``n_tokens`` (0–1); ``errors`` are (form, gold, predicted, count)."""

    accuracy: float
    n_tokens: int
    by_upos: tuple[tuple[str, float, int], ...]
    errors: tuple[tuple[str, str, str, int], ...]


def read_conllu(path: str | Path) -> list[GoldSentence]:
    """Read a CoNLL-U file, plain or gzipped.

    Multi-word ranges and empty nodes are left out, as their parts are tokens themselves.

    Raises
    ------
    InputError
        If the file is missing or a token line does not have ten columns.
    """
    path = Path(path)
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    except (OSError, UnicodeDecodeError, EOFError) as err:
        raise InputError(f"{path}: cannot be read as CoNLL-U ({type(err).__name__})") from err
    sentences: list[GoldSentence] = []
    rows: list[list[str]] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if not line.strip():
            if rows:
                forms, lemmas, upos = zip(*((row[1], row[2], row[3]) for row in rows), strict=True)
                sentences.append(GoldSentence(forms, lemmas, upos))
            rows = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != COLUMNS:
                raise InputError(
                    f"{path} line {number}: expected {COLUMNS} columns, got {len(columns)}"
                )
            if columns[0].isdigit():
                rows.append(columns)
    return sentences


def _plain(lemma: str) -> str:
    return lemma.replace("#", "").lower()


def lemma_scores(gold: Sequence[GoldSentence], predicted: Sequence[Sequence[str]]) -> LemmaScores:
    """Share of tokens with the gold lemma; letter case and ``#`` ignored, no PUNCT and SYM.

    Parameters
    ----------
    gold : sequence of GoldSentence
    predicted : sequence of sequences of str
        One lemma for each gold token.

    Raises
    ------
    InputError
        If the numbers of sentences or tokens differ.
    """
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    errors: Counter[tuple[str, str, str]] = Counter()
    if len(gold) != len(predicted):
        raise InputError(f"{len(gold)} gold sentences but {len(predicted)} predicted ones")
    for number, (sentence, lemmas) in enumerate(zip(gold, predicted, strict=True), start=1):
        if len(sentence.forms) != len(lemmas):
            raise InputError(
                f"sentence {number}: {len(sentence.forms)} gold tokens but {len(lemmas)} lemmas"
            )
        for form, want, tag, got in zip(
            sentence.forms, sentence.lemmas, sentence.upos, lemmas, strict=True
        ):
            if tag in LEFT_OUT:
                continue
            total[tag] += 1
            if _plain(want) == _plain(got):
                right[tag] += 1
            else:
                errors[(form.lower(), _plain(want), _plain(got))] += 1
    n_tokens = sum(total.values())
    worst = sorted(errors.items(), key=lambda item: (-item[1], item[0]))[:SHOWN_ERRORS]
    return LemmaScores(
        accuracy=sum(right.values()) / n_tokens if n_tokens else 0.0,
        n_tokens=n_tokens,
        by_upos=tuple((tag, right[tag] / total[tag], total[tag]) for tag in sorted(total)),
        errors=tuple((*words, count) for words, count in worst),
    )
