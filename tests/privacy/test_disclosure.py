from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.errors import InputError, SettingsError
from rakenlp.privacy.disclosure import is_publishable, share_text, shown_count, suppress


@pytest.mark.parametrize(
    ("n", "phrase"),
    [
        (0, "ei havaintoja"),
        (1, "yksittäisiä havaintoja"),
        (4, "yksittäisiä havaintoja"),
        (5, "5 ilmoitusta"),
        (21, "21 ilmoitusta"),
        (1234, "1\u00a0234 ilmoitusta"),
    ],
)
def test_a_small_count_is_said_without_a_number(n: int, phrase: str) -> None:
    assert shown_count(n, k=5) == phrase


def test_zero_and_k_may_be_published() -> None:
    assert [is_publishable(n, k=5) for n in (0, 1, 4, 5)] == [True, False, False, True]


@pytest.mark.parametrize(
    ("part", "whole", "phrase"),
    [
        (7, 20, "35 % ilmoituksista"),
        (7, 19, "7 ilmoitusta"),
        (2, 40, "yksittäisiä havaintoja"),
        (38, 40, "38 ilmoitusta"),
        (40, 40, "100 % ilmoituksista"),
        (0, 40, "ei havaintoja"),
    ],
)
def test_a_percentage_needs_a_base_that_bears_it(part: int, whole: int, phrase: str) -> None:
    assert share_text(part, whole, k=5) == phrase


def test_a_threshold_under_three_is_refused() -> None:
    with pytest.raises(SettingsError, match="k: expected"):
        shown_count(4, k=2)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(InputError):
        shown_count(-1, k=5)
    with pytest.raises(InputError):
        share_text(3, 2, k=5)


def test_one_hidden_cell_takes_the_next_smallest_with_it() -> None:
    counts = {"a": 2, "b": 9, "c": 12, "d": 0}
    assert suppress(counts, k=5, total_shown=True) == {"a": None, "b": None, "c": 12, "d": 0}
    assert suppress(counts, k=5, total_shown=False) == {"a": None, "b": 9, "c": 12, "d": 0}


def test_two_cells_of_one_are_not_given_away_by_their_sum() -> None:
    hidden = suppress({"a": 1, "b": 1, "c": 7, "d": 8}, k=5, total_shown=True)
    assert hidden == {"a": None, "b": None, "c": None, "d": 8}


def test_nothing_small_hides_nothing() -> None:
    assert suppress({"a": 5, "b": 0}, k=5, total_shown=True) == {"a": 5, "b": 0}


tables = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 20), max_size=7)


@settings(max_examples=200, deadline=None)
@given(counts=tables, k=st.integers(3, 8), total_shown=st.booleans())
def test_no_hidden_cell_can_be_computed(counts: dict[str, int], k: int, total_shown: bool) -> None:
    shown = suppress(counts, k=k, total_shown=total_shown)
    assert list(shown) == list(counts)
    assert all(
        n is None or (n == counts[name] and is_publishable(n, k=k)) for name, n in shown.items()
    )
    hidden = [name for name, n in shown.items() if n is None]
    if not hidden or not total_shown:
        assert all(0 < counts[name] < k for name in hidden)
        return
    rest = sum(counts[name] for name in hidden)
    if rest < k or len(hidden) == 1:
        # Nothing can protect it: all that is not hidden is nothing, and the total is small.
        assert len(hidden) == len(counts)
        assert sum(counts.values()) < k
        return
    for name in hidden:
        assert len(_possible(rest, n_others=len(hidden) - 1, k=k)) > 1, name


def _possible(rest: int, *, n_others: int, k: int) -> set[int]:
    """Values a hidden cell can have for a reader who knows that the hidden cells sum to ``rest``
    and that one of them at least is a small number, 1 to ``k - 1``.
    """

    def others_can_hold_a_small_one(left: int) -> bool:
        return left >= 1 and (n_others >= 2 or left < k)

    return {
        value
        for value in range(rest + 1)
        if 0 < value < k or others_can_hold_a_small_one(rest - value)
    }
