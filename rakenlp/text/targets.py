"""What the pipeline's tags say about a word form's candidates: the training signal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rakenlp.finnish.spacy_fi import load_pipeline
from rakenlp.text.conventions import Candidate

TAGGER_PARTS = ("tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler")
UPOS_WEIGHT = 3.0  # agreeing parts of speech outweigh all agreeing features together
NEAR_WEIGHT = 1.0
FEATURE_WEIGHTS = (1.0, 1.0, 0.5)
_NEAR = (frozenset({"NOUN", "PROPN"}), frozenset({"ADV", "ADP", "SCONJ", "CCONJ"}))
_PARTICIPLES = {"PastAct": "nut", "PastPass": "tu", "PresAct": "va", "PresPass": "tava"}
_MOODS = {"Ind": "ind", "Cnd": "cnd", "Imp": "imp", "Pot": "pot"}


class TaggedWord(NamedTuple):
    """A token with its Universal Dependencies tags (``feats`` as in CoNLL-U)."""

    surface: str
    upos: str
    feats: str


Sentence = list[TaggedWord]


@lru_cache(maxsize=10_000)
def description(upos: str, feats: str) -> tuple[str, str, str, str]:
    """UD tags in the words of :class:`Candidate` tags: (UPOS, and up to three details)."""
    given = dict(item.split("=", 1) for item in feats.split("|") if "=" in item)
    case = given.get("Case", "-").lower()
    number = {"Sing": "sg", "Plur": "pl"}.get(given.get("Number", ""), "-")
    form = given.get("VerbForm", "")
    if form == "Part":
        kind = _PARTICIPLES.get(given.get("PartForm", "") + given.get("Voice", ""), "agt")
        return upos, kind, case, number
    if form == "Inf":
        return upos, "inf" + given.get("InfForm", "1"), case, "-"
    if form == "Fin":
        mood = _MOODS.get(given.get("Mood", ""), "-")
        if "Connegative" in given:
            return upos, mood, "con", "-"
        person = "4" if given.get("Voice") == "Pass" else given.get("Person", "") + number
        return upos, mood, person, "past" if given.get("Tense") == "Past" else "-"
    return upos, case, number, "-"


@lru_cache(maxsize=200_000)
def agreement(upos: str, feats: str, tag: str) -> float:
    """How well a candidate's class agrees with UD tags; higher is better, 0 is not at all."""
    wanted = description(upos, feats)
    own, *details = tag.split("|")
    score = 0.0
    if own == upos:
        score = UPOS_WEIGHT
    elif {own, upos} == {"AUX", "VERB"}:
        score = UPOS_WEIGHT - 0.5
    elif any({own, upos} <= group for group in _NEAR):
        score = NEAR_WEIGHT
    return score + sum(
        weight
        for detail, weight in zip(wanted[1:], FEATURE_WEIGHTS, strict=True)
        if detail != "-" and detail in details
    )


def agreeing(word: TaggedWord, candidates: tuple[Candidate, ...]) -> list[int]:
    """Positions of the candidates that agree best with the tags; [] when none agrees."""
    scores = [agreement(word.upos, word.feats, c.tag) for c in candidates]
    best = max(scores)
    return [i for i, score in enumerate(scores) if score == best] if best >= NEAR_WEIGHT else []


def tag_sentences(texts: Iterable[str]) -> Iterator[list[TaggedWord]]:
    """Sentences of texts, tagged by the spaCy pipeline (some 3,000 tokens a second)."""
    pipeline = load_pipeline(TAGGER_PARTS)
    for parsed in pipeline.pipe(texts, batch_size=64):
        for sentence in parsed.sents:
            yield [
                TaggedWord(token.text, token.pos_, str(token.morph))
                for token in sentence
                if not token.is_space
            ]


def tag_given_words(sentences: Iterable[list[str]]) -> Iterator[list[TaggedWord]]:
    """Tags of sentences that are already cut into words, one tag per given word."""
    pipeline = load_pipeline(TAGGER_PARTS)
    document = type(pipeline.make_doc(""))  # spaCy itself is imported in one file only
    docs = (document(pipeline.vocab, words=list(words)) for words in sentences)
    for parsed in pipeline.pipe(docs, batch_size=64):
        yield [TaggedWord(token.text, token.pos_, str(token.morph)) for token in parsed]
