"""Lemma accuracy and speed of both modes on the treebanks of the shared data.

Needs the shared data beside the checkout (``../shared/data``). Run: python benchmarks/lemmas.py
"""

from __future__ import annotations

import time
from pathlib import Path

from rakenlp import Lemmatizer
from rakenlp.evaluate import lemma_scores, read_conllu

DATA = Path(__file__).parents[1].parent / "shared" / "data" / "lemmas"


def main() -> None:
    print("treebank\tmode\taccuracy\ttokens\ttokens/s warm")
    for name in ("fi_tdt-ud-dev", "fi_pud-ud-test"):
        gold = read_conllu(DATA / f"{name}.conllu.gz")
        words = [list(sentence.forms) for sentence in gold]
        for mode in ("fast", "accurate"):
            lemmatizer = Lemmatizer("accurate" if mode == "accurate" else "fast")
            scores = lemma_scores(gold, lemmatizer.lemmatize_words(words))
            start = time.perf_counter()
            lemmatizer.lemmatize_words(words)
            speed = sum(map(len, words)) / (time.perf_counter() - start)
            print(name, mode, f"{scores.accuracy:.4f}", scores.n_tokens, f"{speed:.0f}", sep="\t")


if __name__ == "__main__":
    main()
