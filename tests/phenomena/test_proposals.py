"""Proposals of a month's passages."""

from __future__ import annotations

from rakenlp.phenomena import proposals_of
from tests.phenomena.material import passages_of


def test_field_is_a_proposal_as_it_stands_and_belongs_to_its_report():
    passages = passages_of(
        ["Jono kasvaa.", "Kelaan oma tiimi."],
        role=["observation", "proposal"],
        record_id=["r1", "r1"],
    )
    (proposal,) = proposals_of(passages, {"p0000": "I-0001"}, max_words=25)
    assert (proposal.text, proposal.phenomenon_id) == ("Kelaan oma tiimi.", "I-0001")
    assert (proposal.level, proposal.addressee) == ("valtio", "Kela")


def test_sentence_of_an_observation_is_found_and_the_rest_left():
    passages = passages_of(["Jono kasvaa. Kunnan pitäisi palkata kuraattori."])
    (proposal,) = proposals_of(passages, {}, max_words=25)
    assert proposal.text == "Kunnan pitäisi palkata kuraattori."
    assert proposal.phenomenon_id == ""


def test_passage_that_must_not_be_quoted_is_left_out():
    passages = passages_of(["[HENKILÖ] pitäisi auttaa."], quotable=[False], role=["proposal"])
    assert proposals_of(passages, {}, max_words=25) == []


def test_long_proposal_is_cut_to_what_fits():
    passages = passages_of(["Yhteinen ohje. " + "sana " * 30], role=["proposal"])
    assert [item.text for item in proposals_of(passages, {}, max_words=5)] == ["Yhteinen ohje."]
    long = passages_of(["sana " * 30], role=["proposal"])
    assert proposals_of(long, {}, max_words=5)[0].text == "sana sana sana sana sana …"


def test_same_proposal_twice_is_listed_once():
    passages = passages_of(["Kelaan tiimi.", "Kelaan tiimi."], role=["proposal", "proposal"])
    assert len(proposals_of(passages, {}, max_words=25)) == 1


def test_no_passages_give_no_proposals():
    assert proposals_of(passages_of([]), {}, max_words=25) == []
