from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from rakenlp.privacy.name_examples import Tagged, read_tagged
from rakenlp.privacy.name_ner import entity_labels
from rakenlp.privacy.persons import PersonFinder
from rakenlp.records import Span
from tests.privacy.tables import SHARED

DEV = SHARED / "persons" / "dev.tsv"
needs_dev = pytest.mark.skipif(not DEV.exists(), reason="../shared/data/persons is not here")

# Token recall and precision on persons/dev.tsv (TurkuNLP/turku-ner-corpus), which is used for
# nothing else. Reached: sentences one by one 0.932 / 0.803, whole documents 0.950 / 0.795.
SENTENCE_FLOORS = (0.925, 0.79)
DOCUMENT_FLOORS = (0.945, 0.785)


@dataclass(frozen=True)
class Score:
    recall: float
    precision: float


def token_score(gold: Sequence[Tagged], found: Sequence[Sequence[Span]]) -> Score:
    """Score the tokens of persons; a token is found when a span covers a letter of it."""
    right = wrong = missed = 0
    for tokens, spans in zip(gold, found, strict=True):
        covered = {place for span in spans for place in range(span.start, span.end)}
        start = 0
        for word, tag in tokens:
            hit = not covered.isdisjoint(range(start, start + len(word)))
            right += hit and tag.endswith("PER")
            wrong += hit and not tag.endswith("PER")
            missed += not hit and tag.endswith("PER")
            start += len(word) + 1
    return Score(right / (right + missed), right / (right + wrong))


def as_text(tokens: Tagged) -> str:
    return " ".join(word for word, _ in tokens)


def documents() -> list[Tagged]:
    """Documents of the development set, each as one list of tokens."""
    joined: list[Tagged] = []
    for block in DEV.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line]
        if not joined or any(word == "-DOCSTART-" for word, _ in rows):
            joined.append([])
        joined[-1] += [(word, tag) for word, tag in rows if word != "-DOCSTART-"]
    return [tokens for tokens in joined if tokens]


@needs_dev
@pytest.mark.slow
def test_names_are_found_in_sentences_that_were_never_seen() -> None:
    gold = read_tagged(DEV)
    score = token_score(gold, PersonFinder().find([as_text(tokens) for tokens in gold]))
    assert score.recall >= SENTENCE_FLOORS[0]
    assert score.precision >= SENTENCE_FLOORS[1]


@needs_dev
@pytest.mark.slow
def test_names_are_found_in_whole_documents() -> None:
    gold = documents()
    score = token_score(gold, PersonFinder().find([as_text(tokens) for tokens in gold]))
    assert score.recall >= DOCUMENT_FLOORS[0]
    assert score.precision >= DOCUMENT_FLOORS[1]


@needs_dev
@pytest.mark.slow
def test_the_gate_loses_no_name_that_the_full_run_finds() -> None:
    texts = [as_text(tokens) for tokens in read_tagged(DEV)]
    asked: list[int] = []

    def counted(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        asked.append(len(sentences))
        return entity_labels(sentences)

    gated = PersonFinder(labeller=counted).find(texts)
    full = PersonFinder(gate=False, labeller=counted).find(texts)
    places = [
        [{(span.start, span.end) for span in spans} for spans in run] for run in (gated, full)
    ]
    assert [there - here for here, there in zip(*places, strict=True) if there - here] == []
    assert asked[0] < 0.2 * asked[1]


def test_the_recogniser_is_asked_only_where_it_could_tip_the_balance() -> None:
    asked: list[Sequence[str]] = []

    def labeller(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        asked.extend(sentences)
        return [["" for _ in words] for words in sentences]

    finder = PersonFinder(labeller=labeller, scorer=lambda rows: [-5.0 for _ in rows])
    finder.find(["Kela ei vastaa.", "vain pieniä kirjaimia", ""])
    assert asked == []
    finder = PersonFinder(labeller=labeller, scorer=lambda rows: [-0.2 for _ in rows])
    finder.find(["Tapasin Oudokin eilen."])
    assert [list(words) for words in asked] == [["Tapasin", "Oudokin", "eilen", "."]]


def test_the_recogniser_can_tip_the_balance_towards_a_name() -> None:
    def labeller(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        return [["PERSON" for _ in words] for words in sentences]

    text = "Kerroin Oudokille."
    finder = PersonFinder(
        labeller=labeller, scorer=lambda rows: [-9.0 if i == 0 else -0.2 for _, i, _ in rows]
    )
    assert [text[s.start : s.end] for s in finder.find([text])[0]] == ["Oudokille"]


def test_mentions_of_one_name_agree() -> None:
    odds = {"Zamiro": 3.0, "Zamiron": -1.0, "Kuulin": -9.0, "Tapasin": -9.0}
    finder = PersonFinder(
        use_pipeline=False, scorer=lambda rows: [odds[words[i]] for words, i, _ in rows]
    )
    text = "Tapasin Zamiron . Kuulin että Zamiro on kotona."
    assert [text[s.start : s.end] for s in finder.find([text])[0]] == ["Zamiron", "Zamiro"]


def test_a_nickname_in_quotes_belongs_to_the_name() -> None:
    odds = {"Pertti": 3.0, "Pena": 2.0, "Oravainen": 3.0}
    finder = PersonFinder(
        use_pipeline=False, scorer=lambda rows: [odds[words[i]] for words, i, _ in rows]
    )
    text = 'Pertti "Pena" Oravainen'
    assert [(s.start, s.end) for s in finder.find([text])[0]] == [(0, len(text))]


def test_a_title_that_opens_the_sentence_is_left() -> None:
    odds = {"Senaattori": 1.0, "Oravainen": 3.0}
    finder = PersonFinder(
        use_pipeline=False, scorer=lambda rows: [odds[words[i]] for words, i, _ in rows]
    )
    text = "Senaattori Oravainen"
    assert [text[s.start : s.end] for s in finder.find([text])[0]] == ["Oravainen"]
