"""Sentences that propose something."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.phenomena import find_proposals
from rakenlp.phenomena.proposal_cues import sentence_spans


@pytest.mark.parametrize(
    "text",
    [
        "Virka pitäisi täyttää heti.",
        "Kunnan tulisi järjestää kyytejä.",
        "Tarvitaan lisää perhetyötä.",
        "Ehdotan yhteistä päivystystä.",
        "Olisi hyvä sopia selkeä malli.",
        "Lomakkeesta on säilytettävä paperinen versio.",
        "Hoitopaikat palautettava ja resurssit turvattava.",
        "Järjestäkää tulkki ajoissa.",
        "Lisää jalkautuvaa työtä!",
        "Toivomme, että jonoa lyhennetään.",
        "Voisiko Kela soittaa asiakkaalle?",
    ],
)
def test_proposal_is_found(text):
    spans = find_proposals(text)
    assert [text[span.start : span.end] for span in spans] == [text]
    assert spans[0].cue


@pytest.mark.parametrize(
    "text",
    [
        "Tilillä on kymmenen euroa, ja sillä pitäisi pärjätä.",
        "Asiakkaan pitäisi täyttää lomake netissä.",
        "Virka olisi pitänyt täyttää jo keväällä.",
        "Kysyin, mitä vaimo voisi toivoa.",
        "Jono kasvaa.",
        "Lisääntynyt kuormitus näkyy.",
        "Erikseen on mainittava puolisot.",
        "",
    ],
)
def test_hardship_and_report_are_no_proposals(text):
    assert find_proposals(text) == []


def test_only_the_proposing_sentence_is_taken():
    text = "Jono on pitkä. Virka pitäisi täyttää. Kiitos."
    (span,) = find_proposals(text)
    assert text[span.start : span.end] == "Virka pitäisi täyttää."


def test_sentences_do_not_end_at_abbreviations_and_bullets_are_cut():
    text = "- Esim. Kela voisi soittaa\n2) Kunta, mm. koulu, mukaan."
    assert [text[a:b] for a, b in sentence_spans(text)] == [
        "Esim. Kela voisi soittaa",
        "Kunta, mm. koulu, mukaan.",
    ]


@settings(max_examples=50)
@given(st.text(alphabet="aä .!?\n-1(esim)", max_size=60))
def test_sentences_lie_in_the_text_and_in_order(text):
    spans = sentence_spans(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
