"""Recognising phenomena from month to month."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.phenomena import Candidate, Known, match, next_ids
from rakenlp.phenomena.registry import dice, left_its_class, prototype_cosine


def axis(number: int, dim: int = 6) -> np.ndarray:
    return np.eye(dim, dtype=np.float32)[number]


def known(number: int, **changes: object) -> Known:
    values: dict[str, object] = {
        "phenomenon_id": f"I-{number:04}",
        "label": f"Ilmiö {number}",
        "strand": "elama",
        "terms": ("häätö", "vuokra"),
        "taxonomy": ("haato",),
        "prototype": axis(0),
        "member_ids": (),
        "first_month": "2026-01",
        "last_month": "2026-02",
    }
    return Known(**{**values, **changes})


def candidate(**changes: object) -> Candidate:
    values: dict[str, object] = {
        "strand": "elama",
        "terms": ("häätö", "vuokra"),
        "taxonomy": ("haato",),
        "prototype": axis(0),
        "member_ids": ("p9",),
    }
    return Candidate(**{**values, **changes})


def matched(found: list[Candidate], old: list[Known], threshold: float = 0.5) -> list[str | None]:
    return [item.phenomenon_id for item in match(found, old, threshold=threshold)]


def test_same_content_is_recognised_without_common_passages():
    (found,) = match([candidate()], [known(1)], threshold=0.5)
    assert (found.phenomenon_id, found.score) == ("I-0001", 1.0)
    assert found.evidence is not None
    assert found.evidence.cosine == 1.0


def test_common_passages_are_the_strongest_evidence():
    drifted = candidate(member_ids=("p1", "p2", "p3"), prototype=axis(1), terms=("muu",))
    old = [known(1, member_ids=("p1", "p2", "p3")), known(2, prototype=axis(1), terms=("muu",))]
    assert matched([drifted], old) == ["I-0001"]


def test_passages_that_went_elsewhere_are_evidence_against():
    found = [
        candidate(member_ids=("p1", "p2", "p3"), prototype=axis(1)),
        candidate(member_ids=("p8", "p9")),
    ]
    old = [known(1, member_ids=("p1", "p2", "p3"))]
    assert matched(found, old) == ["I-0001", None]


def test_two_groups_never_share_an_id():
    assert sorted(
        matched([candidate(member_ids=("a",)), candidate(member_ids=("b",))], [known(1)]), key=str
    ) == [
        "I-0001",
        None,
    ]


def test_best_sum_wins_over_the_greedy_choice():
    near = axis(0) * 0.8 + axis(1) * 0.6
    found = [
        candidate(prototype=axis(0), member_ids=("a",)),
        candidate(prototype=near, member_ids=("b",)),
    ]
    old = [known(1, prototype=near), known(2, prototype=axis(0) * 0.6 - axis(2) * 0.8)]
    assert set(matched(found, old, 0.3)) == {"I-0001", "I-0002"}


def test_below_the_threshold_is_new_but_the_evidence_is_kept():
    other = candidate(prototype=axis(1), terms=("jono",), taxonomy=("haato",))
    (found,) = match([other], [known(1)], threshold=0.5)
    assert found.phenomenon_id is None
    assert 0 < found.score < 0.5
    assert found.evidence is not None


def test_strands_never_mix():
    assert matched([candidate(strand="kehittaminen")], [known(1)]) == [None]


def test_tie_goes_to_the_smaller_id():
    assert matched([candidate()], [known(2), known(1)]) == ["I-0001"]


def test_another_encoder_leaves_the_other_evidence():
    (found,) = match([candidate(prototype=axis(0, 3))], [known(1)], threshold=0.5)
    assert found.phenomenon_id == "I-0001"


@pytest.mark.parametrize(("found", "old"), [(0, 0), (0, 2), (2, 0)])
def test_nothing_to_match_is_fine(found, old):
    result = match([candidate()] * found, [known(i) for i in range(old)], threshold=0.5)
    assert [item.phenomenon_id for item in result] == [None] * found


def test_ids_go_on_after_the_largest_ever_given():
    assert next_ids([], 2) == ["I-0001", "I-0002"]
    assert next_ids(["I-0099", "I-0007", "muu"], 1) == ["I-0100"]
    assert next_ids(["I-9999"], 1) == ["I-10000"]


def test_likenesses_are_none_when_there_is_nothing_to_compare():
    assert dice((), ()) is None
    assert dice(("a",), ()) == 0.0
    assert prototype_cosine(np.zeros(2, np.float32), np.ones(2, np.float32)) is None


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(4)), st.permutations(range(4)))
def test_order_of_either_side_does_not_matter(left, right):
    found = [
        candidate(prototype=axis(i), terms=(f"sana{i}",), taxonomy=(), member_ids=(f"p{i}",))
        for i in range(4)
    ]
    old = [known(i + 1, prototype=axis(i), terms=(f"sana{i}",), taxonomy=()) for i in range(4)]
    result = matched([found[i] for i in left], [old[i] for i in right])
    assert result == [f"I-{i + 1:04}" for i in left]


def test_group_that_lost_the_main_class_is_another_phenomenon():
    assert left_its_class(("ruoka_apu", "saatavuus"), ("mt_palvelut", "ruoka_apu"))
    assert not left_its_class(("saatavuus", "mt_palvelut"), ("mt_palvelut",))
    assert not left_its_class(("ruoka_apu",), ("muu_ilmio",))
    assert not left_its_class((), ("mt_palvelut",))
