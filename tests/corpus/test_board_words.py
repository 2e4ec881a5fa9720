from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rakenlp.corpus.board_words import pair_weight, weigh_pairs, word_kind
from rakenlp.corpus.wordlists import read_rows

DATA = Path(__file__).parents[2].parent / "shared" / "data"


def test_kinds_of_words():
    assert word_kind("asiakkaan") == "N.gen"
    assert word_kind("ja") == "sidesana"
    assert word_kind("qwzx") == "unk"


def test_a_genitive_wants_its_noun_and_a_conjunction_wants_to_go_on():
    assert pair_weight("asiakkaan", "kanssa") > 1
    assert pair_weight("ja", "velat") > 1
    assert pair_weight("tekemättä", "lomake") < pair_weight("uusi", "lomake")


def _texts() -> Iterator[str]:
    for name in ("lapsibarometri2016", "kehitysyhteistyo2012"):
        with gzip.open(DATA / "clusters" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from dict.fromkeys(json.loads(line)["text"] for line in lines)
    with gzip.open(DATA / "background" / "vaalikone_kunta2000.txt.gz", "rt", encoding="utf-8") as f:
        yield from f


@pytest.mark.slow
def test_the_table_is_what_the_sources_give():
    if not DATA.is_dir():
        pytest.skip("../shared/data is not here")
    header, *rows = read_rows("board_pairs.tsv")
    counted = weigh_pairs(_texts())
    for left, *weights in rows:
        for right, weight in zip(header[1:], weights, strict=True):
            assert counted[left, right] == pytest.approx(float(weight), abs=0.006)
