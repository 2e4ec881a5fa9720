"""The gate is tried by enumeration: what could a reader who knows the rules work out?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.digest.gate import (
    FEW,
    NONE,
    NOT_SHOWN,
    Shown,
    names_to_show,
    show_cells,
    show_count,
    show_window,
    show_window_total,
)


@given(number=st.integers(1, 60), k=st.integers(3, 20))
def test_a_count_below_k_has_no_number(number: int, k: int) -> None:
    shown = show_count(number, k=k)
    assert shown.number == (number if number >= k else None)
    assert any(letter.isdigit() for letter in shown.text) == (number >= k)


def test_zero_is_said_in_words() -> None:
    assert show_count(0, k=5) == Shown(0, NONE)


def assert_hidden_values_stay_open(seen: dict[Hashable, list[tuple[int, ...]]]) -> None:
    """In every picture that a reader may see, each hidden place could hold two values or more."""
    for picture, tables in seen.items():
        shown = picture[0]  # type: ignore[index]
        for position, value in enumerate(shown):
            if value is None:
                possible = {table[position] for table in tables}
                assert len(possible) > 1, (picture, possible)


@pytest.mark.parametrize("k", [3, 4, 5])
@pytest.mark.parametrize("n_cells", [2, 3, 4])
def test_no_hidden_cell_can_be_worked_out_of_a_table(k: int, n_cells: int) -> None:
    seen: dict[Hashable, list[tuple[int, ...]]] = defaultdict(list)
    every_total = range(3 * k)  # every way to make each of these totals is tried
    for cells in product(range(1, 3 * k), repeat=n_cells):
        if sum(cells) not in every_total:
            continue
        total = show_count(sum(cells), k=k).number
        named = {f"n{position}": count for position, count in enumerate(cells)}
        shown = show_cells(named, k=k, total=total)
        if not shown:
            continue
        numbers = tuple(shown[f"n{position}"].number for position in range(n_cells))
        seen[numbers, total].append(cells)
    assert_hidden_values_stay_open(seen)


@pytest.mark.parametrize("k", [3, 4, 5])
def test_no_hidden_month_can_be_worked_out_of_a_window(k: int) -> None:
    seen: dict[Hashable, list[tuple[int, ...]]] = defaultdict(list)
    for months in product(range(k + 5), repeat=3):
        window = show_window(sum(months), months, k=k)
        numbers = tuple(show_count(count, k=k).number for count in months)
        seen[numbers, window.number, window.text].append(months)
    assert_hidden_values_stay_open(seen)


@pytest.mark.parametrize("k", [3, 5])
def test_no_hidden_month_can_be_worked_out_of_all_material(k: int) -> None:
    """Someone who knows every earlier month's total still cannot tell a hidden month."""
    seen: dict[Hashable, list[tuple[int, ...]]] = defaultdict(list)
    for earlier, period in product(range(40), range(1, k)):
        window = show_window_total(earlier + period, period, k=k)
        seen[(earlier, None), window.number, window.text].append((earlier, period))
    assert_hidden_values_stay_open(seen)


def test_a_window_without_hidden_months_is_exact() -> None:
    assert show_window(18, [0, 5, 6, 7], k=5) == Shown(18, "18 ilmoitusta")


def test_a_window_with_hidden_months_is_rounded() -> None:
    assert show_window(28, [22, 2, 1, 3], k=5) == Shown(30, "noin 30 ilmoitusta", rounded=True)


def test_a_window_with_one_hidden_month_is_not_shown() -> None:
    assert show_window(22, [20, 2], k=5) == Shown(None, NOT_SHOWN)


def test_a_small_window_is_few() -> None:
    assert show_window(3, [1, 1, 1], k=5) == Shown(None, FEW)


def test_all_material_is_rounded_and_never_less_than_the_period() -> None:
    assert show_window_total(143, 22, k=5).text == "noin 145 ilmoitusta"
    assert show_window_total(22, 22, k=5).text == "22 ilmoitusta"
    assert show_window_total(7, 6, k=5) == Shown(None, NOT_SHOWN)


def test_another_cell_is_hidden_beside_a_small_one() -> None:
    shown = show_cells({"A": 9, "B": 20, "C": 2}, k=5, total=31)
    assert {name: cell.number for name, cell in shown.items()} == {"A": None, "B": 20, "C": None}
    assert shown["A"].text == shown["C"].text == NOT_SHOWN


def test_reports_without_a_value_are_the_first_to_be_hidden_besides() -> None:
    shown = show_cells({"A": 9, "Ei tietoa": 20, "Ö": 2}, k=5, total=31)
    assert [name for name, cell in shown.items() if cell.number is None] == ["Ei tietoa", "Ö"]


def test_as_many_names_as_reports_are_not_listed() -> None:
    assert show_cells({"A": 1, "B": 1, "C": 1, "D": 1}, k=5, total=None) == {}
    assert show_cells({name: 1 for name in "ABCDE"}, k=5, total=5) == {}


def test_a_table_whose_total_is_hidden_shows_nothing() -> None:
    shown = show_cells({"A": 2, "B": 1}, k=5, total=None)
    assert all(cell.number is None for cell in shown.values())


@settings(max_examples=60)
@given(
    cells=st.dictionaries(st.text("abcde", min_size=1, max_size=3), st.integers(1, 90), max_size=8),
    k=st.integers(3, 12),
)
def test_no_cell_below_k_is_shown(cells: dict[str, int], k: int) -> None:
    shown = show_cells(cells, k=k, total=show_count(sum(cells.values()), k=k).number)
    assert not shown or set(shown) == set(cells)
    assert all(cell.number is None or cell.number >= k for cell in shown.values())


def test_a_lone_name_beside_few_reports_is_not_shown() -> None:
    assert names_to_show(["Lastensuojelu"], 3, k=5) == ()
    assert names_to_show(["Lastensuojelu"], 5, k=5) == ("Lastensuojelu",)
    assert names_to_show(["A", "B", "C", "D"], 4, k=5) == ()
    assert names_to_show(["Vammaispalvelut", "", "Lastensuojelu"], 3, k=5) == (
        "Lastensuojelu",
        "Vammaispalvelut",
    )
