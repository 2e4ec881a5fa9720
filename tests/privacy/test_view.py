from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.privacy.view import MARKS, View
from rakenlp.records import Span


def span(start: int, end: int, kind: str = "PUHELIN") -> Span:
    return Span(start=start, end=end, type=kind, rule="test", score=1.0)


def test_a_placeholder_is_one_mark_whatever_its_number() -> None:
    assert (
        View.of("[HENKILÖ 1] ja [HENKILÖ 12]").text == f"{MARKS['HENKILÖ']} ja {MARKS['HENKILÖ']}"
    )


def test_an_unknown_bracket_is_text() -> None:
    assert View.of("[HENKILÖ 0] [NIMI] [PUHELIN 1]").text == "[HENKILÖ 0] [NIMI] [PUHELIN 1]"


def test_dashes_and_spaces_that_look_alike_become_the_same() -> None:
    assert View.of("131052–308T 0400\u00a0904").text == "131052-308T 0400 904"


def test_loose_accents_are_joined_and_invisible_letters_left_out() -> None:
    given = unicodedata.normalize("NFD", "äiti\u00ad öljy")
    view = View.of(given)
    assert view.text == "äiti öljy"
    assert view.in_given(0, 4) == (0, given.index("\u00ad"))


def test_offsets_lead_back_to_the_given_text_after_masking() -> None:
    given = "Soita [PUHELIN] tai 040 123 4567 heti"
    view = View.of(given)
    start = view.text.index("040")
    masked = view.mask([span(start, start + 12)])
    assert masked.text == f"Soita {MARKS['PUHELIN']} tai {MARKS['PUHELIN']} heti"
    where = masked.text.rindex(MARKS["PUHELIN"])
    left, right = masked.in_given(where, where + 1)
    assert given[left:right] == "040 123 4567"


def test_a_private_use_character_cannot_pass_for_a_mark() -> None:
    assert View.of("x\ue000y").text == "x\ufffdy"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_every_character_of_the_view_has_a_place_in_the_given_text(text: str) -> None:
    view = View.of(text)
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(view.starts, view.ends, strict=True))
    assert view.starts == sorted(view.starts)
