"""V-measure of the embedded encoder with the true number of groups, and its speed.

Needs the shared data beside the checkout (``../shared/data``). Run: python benchmarks/vectors.py
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import v_measure_score

from rakenlp import load_encoder
from rakenlp.finnish.spacy_fi import load_pipeline
from rakenlp.scoring import read_labelled

DATA = Path(__file__).parents[1].parent / "shared" / "data" / "clusters"
N_DRAWN = 8_000
SEEDS = (0, 1, 2)


def drawn(name: str) -> tuple[list[str], list[str]]:
    """Return up to 8,000 texts and labels, drawn with seed 0."""
    texts, labels = read_labelled(DATA / f"{name}.jsonl.gz")
    rows = np.random.default_rng(0).choice(len(texts), min(N_DRAWN, len(texts)), replace=False)
    return [texts[i] for i in rows], [labels[i] for i in rows]


def v_measure(vectors: np.ndarray, labels: list[str]) -> float:
    """Mean V-measure of k-means with the true k over three seeds."""
    k = len(set(labels))
    return float(
        np.mean(
            [
                v_measure_score(labels, KMeans(k, n_init=3, random_state=seed).fit_predict(vectors))
                for seed in SEEDS
            ]
        )
    )


def plain_mean(texts: list[str]) -> np.ndarray:
    """Return unweighted floret means of surface words: what a user gets from spaCy."""
    nlp = load_pipeline(("tok2vec",))
    rows = np.array([nlp.make_doc(text).vector for text in texts])
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def character_svd(texts: list[str]) -> np.ndarray:
    """Return the SVD of character TF-IDF."""
    counts = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True)
    return TruncatedSVD(200, random_state=0).fit_transform(counts.fit_transform(texts))


def main() -> None:
    encoder = load_encoder("static-fi")
    encoder.encode(["lämmittely"])
    print("set\tstatic-fi V\tfloret mean V\tcharacter SVD V\tstatic-fi texts/s")
    for name in ("vaalikone_eduskunta2003", "vaalikone_euro2004"):
        texts, labels = drawn(name)
        start = time.perf_counter()
        vectors = encoder.encode(texts)
        speed = len(texts) / (time.perf_counter() - start)
        scores = [
            v_measure(rows, labels) for rows in (vectors, plain_mean(texts), character_svd(texts))
        ]
        print(name, *(f"{score:.3f}" for score in scores), f"{speed:.0f}", sep="\t")


if __name__ == "__main__":
    main()
