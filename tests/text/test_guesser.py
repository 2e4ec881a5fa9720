from __future__ import annotations

from pathlib import Path

from rakenlp.text.guesser import Guesser, rule_of

ROWS = [
    ("c", f"{stem}oinnin", f"{stem}ointi", "NOUN|gen|sg")
    for stem in ("arvi", "organis", "prioris", "dokument", "raport")
] + [
    ("P", f"{stem}ssa", stem, "PROPN|ine|sg") for stem in ("Oslo", "Riga", "Lima", "Roma", "Kiova")
]


def test_rule_takes_off_and_puts_on() -> None:
    assert rule_of("arvioinnin", "arviointi") == (3, "ti")
    assert rule_of("Oslo", "Oslo") == (0, "")


def test_suffix_rule_is_applied_to_a_new_word() -> None:
    guesses = Guesser.learn(ROWS).guess("blogoinnin")
    assert ("blogointi", "NOUN") in {(c.lemma, c.upos) for c in guesses}


def test_name_keeps_its_capital() -> None:
    assert "Wabi" in {c.lemma for c in Guesser.learn(ROWS).guess("Wabissa")}


def test_share_is_high_for_the_learned_rule_and_low_for_another() -> None:
    guesser = Guesser.learn(ROWS)
    by_lemma = {c.lemma: c for c in guesser.guess("blogoinnin")}
    assert guesser.log_share("blogoinnin", by_lemma["blogointi"]) == 0.0
    assert guesser.log_share("blogoinnin", by_lemma["blogoinnin"]) == -4.0


def test_rules_survive_the_file(tmp_path: Path) -> None:
    guesser = Guesser.learn(ROWS)
    guesser.write(tmp_path / "guesses.tsv")
    again = Guesser.read(tmp_path / "guesses.tsv")
    assert again.guess("blogoinnin") == guesser.guess("blogoinnin")
