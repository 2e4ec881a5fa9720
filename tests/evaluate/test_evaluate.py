from pathlib import Path

import pytest

from rakenlp.errors import InputError
from rakenlp.evaluate import (
    cluster_scores,
    lemma_scores,
    planted_scores,
    read_conllu,
    read_iob,
    token_scores,
)

CONLLU = """# text = Asiakkaat jonottivat.
1-2\tAsiakkaat jonottivat\t_\t_\t_\t_\t_\t_\t_\t_
1\tAsiakkaat\tasiakas\tNOUN\t_\t_\t0\troot\t_\t_
2\tjonottivat\tjono#ttaa\tVERB\t_\t_\t1\tx\t_\t_
3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

1\tKela\tKela\tPROPN\t_\t_\t0\troot\t_\t_
"""


def test_lemmas_ignore_case_hash_and_punctuation(tmp_path: Path) -> None:
    path = tmp_path / "koe.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    gold = read_conllu(path)
    assert [sentence.forms for sentence in gold] == [("Asiakkaat", "jonottivat", "."), ("Kela",)]
    scores = lemma_scores(gold, [["asiakas", "jonottaa", "x"], ["kelata"]])
    assert scores.n_tokens == 3
    assert scores.accuracy == pytest.approx(2 / 3)
    assert scores.errors == (("kela", "kela", "kelata", 1),)
    assert scores.by_upos == (("NOUN", 1.0, 1), ("PROPN", 0.0, 1), ("VERB", 1.0, 1))


def test_wrong_number_of_lemmas_names_the_sentence(tmp_path: Path) -> None:
    path = tmp_path / "koe.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    with pytest.raises(InputError, match="sentence 2"):
        lemma_scores(read_conllu(path), [["a", "b", "c"], []])


def test_broken_conllu_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "koe.conllu"
    path.write_text("1\tvain\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1: expected 10 columns, got 2"):
        read_conllu(path)


def test_same_groups_under_other_numbers_score_one() -> None:
    scores = cluster_scores(["a", "a", "b", "c"], [5, 5, 0, 2])
    assert (scores.v_measure, scores.ami, scores.ari) == pytest.approx((1.0, 1.0, 1.0))
    assert (scores.n_clusters, scores.n_true, scores.unclassified) == (3, 3, 0.0)


def test_unclassified_texts_are_a_share() -> None:
    assert cluster_scores(["a", "a"], [0, -1]).unclassified == 0.5


def test_planted_phenomenon_is_found_only_when_whole_and_pure() -> None:
    truth = ["a"] * 5 + ["b"] * 5 + [""] * 2 + ["c"]
    labels = [0, 0, 0, 0, 1, 2, 2, 2, 3, 3, 0, 2, 9]
    a, b = planted_scores(truth, labels)
    assert (a.name, a.held, a.pure, a.found) == ("a", 0.8, 0.8, True)
    assert (b.name, b.held, b.pure, b.found) == ("b", 0.6, 0.75, False)


def test_person_tokens_are_counted_by_overlap(tmp_path: Path) -> None:
    path = tmp_path / "koe.tsv"
    path.write_text("-DOCSTART-\tO\n\nAino\tB-PER\nLehto\tI-PER\nsoitti\tO\n\nKela\tB-ORG\n")
    sentences = read_iob(path)
    scores = token_scores(sentences, [[(0, 4), (11, 17)], []])
    assert (scores.recall, scores.precision, scores.n_gold, scores.n_marked) == (0.5, 0.5, 2, 2)
