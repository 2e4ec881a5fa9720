"""Quality measured on gold data: what ``rakenlp evaluate`` does."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path
from typing import Literal

from rakenlp.errors import InputError
from rakenlp.evaluate import (
    cluster_scores,
    lemma_scores,
    read_conllu,
    read_iob,
    token_scores,
)
from rakenlp.miner import MinerSettings, PhenomenonMiner
from rakenlp.privacy import Redactor
from rakenlp.settings import ClusterSettings, Detail
from rakenlp.text import Lemmatizer

PERSON = "HENKILÖ"


def lemmas(path: str | Path, *, mode: Literal["fast", "accurate"] = "fast") -> str:
    """Lemma accuracy on a CoNLL-U file, with the commonest errors, as text."""
    gold = read_conllu(path)
    lemmatizer = Lemmatizer(mode)
    start = time.perf_counter()
    predicted = lemmatizer.lemmatize_words([list(sentence.forms) for sentence in gold])
    seconds = time.perf_counter() - start
    scores = lemma_scores(gold, predicted)
    n_words = sum(len(sentence.forms) for sentence in gold)
    lines = [
        f"accuracy {scores.accuracy:.4f} of {scores.n_tokens} tokens",
        f"{n_words / seconds:.0f} tokens/s, start included",
    ]
    lines += [f"{tag}\t{share:.3f}\t{count}" for tag, share, count in scores.by_upos]
    lines += [f"{form}: {want}, not {got} ({count})" for form, want, got, count in scores.errors]
    return "\n".join(lines)


def read_labelled(path: str | Path) -> tuple[list[str], list[str]]:
    """Read texts and labels from JSONL with the keys ``text`` and ``label``, plain or gzipped.

    Raises
    ------
    InputError
        If the file is missing or a line lacks a key.
    """
    path = Path(path)
    try:
        raw = path.read_bytes()
    except OSError as err:
        raise InputError(f"{path}: tiedostoa ei voi lukea ({err.strerror})") from err
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").splitlines()
    texts: list[str] = []
    labels: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            texts.append(str(row["text"]))
            labels.append(str(row["label"]))
        except (ValueError, KeyError, TypeError) as err:
            raise InputError(f"{path}, rivi {number}: tarvitaan kentät text ja label") from err
    return texts, labels


def clusters(path: str | Path, *, detail: Detail = "tavallinen") -> str:
    """Agreement of found groups with gold labels, as text."""
    texts, labels = read_labelled(path)
    miner = PhenomenonMiner(MinerSettings(cluster=ClusterSettings(detail=detail))).fit(texts)
    scores = cluster_scores(labels, miner.labels_.tolist())
    return "\n".join(
        [
            f"texts {len(texts)}, groups {scores.n_clusters}, true {scores.n_true}",
            f"V {scores.v_measure:.3f}  AMI {scores.ami:.3f}  ARI {scores.ari:.3f}",
            f"unclassified {scores.unclassified:.1%}",
        ]
    )


def persons(path: str | Path) -> str:
    """Token recall and precision of person names on an IOB file, as text."""
    sentences = read_iob(path)
    texts = [" ".join(token for token, _ in sentence) for sentence in sentences]
    marked = [
        [(span.start, span.end) for span in item.spans if span.type == PERSON]
        for item in Redactor().redact_many(texts)
    ]
    scores = token_scores(sentences, marked)
    return (
        f"recall {scores.recall:.3f} of {scores.n_gold} tokens, "
        f"precision {scores.precision:.3f} of {scores.n_marked} tokens"
    )
