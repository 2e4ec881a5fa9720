from __future__ import annotations

import pytest

from rakenlp.text.conventions import Candidate
from rakenlp.text.targets import TaggedWord, agreeing, description, tag_given_words

NOUN = Candidate("tuki", "NOUN", "NOUN|par|sg")
VERB = Candidate("tukea", "VERB", "VERB|inf1|-")
PARTICIPLE = Candidate("tehdä", "VERB", "VERB|tu|nom|sg")
ADJECTIVE = Candidate("tehty", "ADJ", "ADJ|tu|nom|sg")


def test_tags_pick_the_candidate_they_mean() -> None:
    noun = TaggedWord("tukea", "NOUN", "Case=Par|Number=Sing")
    verb = TaggedWord("tukea", "VERB", "InfForm=1|Number=Sing|VerbForm=Inf|Voice=Act")
    assert agreeing(noun, (NOUN, VERB)) == [0]
    assert agreeing(verb, (NOUN, VERB)) == [1]


def test_participle_is_a_verb_when_tagged_so() -> None:
    tagged = TaggedWord(
        "tehty", "VERB", "Case=Nom|Number=Sing|PartForm=Past|VerbForm=Part|Voice=Pass"
    )
    assert agreeing(tagged, (ADJECTIVE, PARTICIPLE)) == [1]


def test_tags_that_fit_nothing_pick_nothing() -> None:
    assert agreeing(TaggedWord("x", "PUNCT", ""), (NOUN, VERB)) == []


def test_description_of_a_finite_verb() -> None:
    feats = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin|Voice=Act"
    assert description("VERB", feats) == ("VERB", "ind", "3sg", "past")
    assert description("AUX", "Connegative=Yes|Mood=Ind|VerbForm=Fin")[2] == "con"


@pytest.mark.slow  # loads the pipeline
def test_given_words_keep_their_number() -> None:
    tagged = list(tag_given_words([["THL:n", "ohje", "."], ["Apu", "viipyi"]]))
    assert [len(sentence) for sentence in tagged] == [3, 2]
    assert tagged[1][1].upos == "VERB"
