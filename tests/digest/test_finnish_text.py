from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.digest.finnish_text import (
    MONTH_STEMS,
    NUMBER_GENITIVES,
    capitalised,
    counted,
    decimal_comma,
    ilmoitusta,
    join_and,
    join_names,
    month_in,
    month_name,
    month_of,
    sentence,
    under,
    whole,
)
from rakenlp.finnish.voikko import open_voikko

MONTHS = [
    ("2026-01", "tammikuu 2026", "tammikuussa 2026", "tammikuun 2026"),
    ("2026-02", "helmikuu 2026", "helmikuussa 2026", "helmikuun 2026"),
    ("2026-03", "maaliskuu 2026", "maaliskuussa 2026", "maaliskuun 2026"),
    ("2026-04", "huhtikuu 2026", "huhtikuussa 2026", "huhtikuun 2026"),
    ("2026-05", "toukokuu 2026", "toukokuussa 2026", "toukokuun 2026"),
    ("2026-06", "kesäkuu 2026", "kesäkuussa 2026", "kesäkuun 2026"),
    ("2026-07", "heinäkuu 2026", "heinäkuussa 2026", "heinäkuun 2026"),
    ("2026-08", "elokuu 2026", "elokuussa 2026", "elokuun 2026"),
    ("2026-09", "syyskuu 2026", "syyskuussa 2026", "syyskuun 2026"),
    ("2025-10", "lokakuu 2025", "lokakuussa 2025", "lokakuun 2025"),
    ("2025-11", "marraskuu 2025", "marraskuussa 2025", "marraskuun 2025"),
    ("2025-12", "joulukuu 2025", "joulukuussa 2025", "joulukuun 2025"),
]


@pytest.mark.parametrize(("month", "name", "inside", "owning"), MONTHS)
def test_month_names_and_their_forms(month: str, name: str, inside: str, owning: str) -> None:
    assert (month_name(month), month_in(month), month_of(month)) == (name, inside, owning)


def test_voikko_knows_every_month_form_in_its_case() -> None:
    voikko = open_voikko()
    for stem in MONTH_STEMS:
        for form, case in ((f"{stem}kuussa", "sisaolento"), (f"{stem}kuun", "omanto")):
            assert case in {reading.case for reading in voikko.readings(form)}, form


def test_voikko_knows_the_number_genitives() -> None:
    voikko = open_voikko()
    for form in NUMBER_GENITIVES.values():
        assert "omanto" in {reading.case for reading in voikko.readings(form)}, form


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 ilmoitusta"),
        (1, "1 ilmoitus"),
        (2, "2 ilmoitusta"),
        (21, "21 ilmoitusta"),
        (12500, "12\u00a0500 ilmoitusta"),
    ],
)
def test_numbers_agree_with_their_noun(number: int, text: str) -> None:
    assert ilmoitusta(number) == text


@settings(max_examples=50)
@given(st.integers(0, 10_000_000))
def test_only_one_takes_the_nominative(number: int) -> None:
    noun = counted(number, "ilmoitus", "ilmoitusta").rpartition(" ")[2]
    assert (noun == "ilmoitus") == (number == 1)


@settings(max_examples=50)
@given(st.integers(0, 10_000_000_000))
def test_thousands_are_apart_and_no_digit_is_lost(number: int) -> None:
    assert whole(number).replace("\u00a0", "") == str(number)
    assert all(len(part) <= 3 for part in whole(number).split("\u00a0"))


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a ja b"), (["a", "b", "c"], "a, b ja c")],
)
def test_lists_end_with_ja(items: list[str], text: str) -> None:
    assert join_and(items) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["Velkaantuminen"], "Velkaantuminen"),
        (["Velkaantuminen", "Asunnottomuus"], "Velkaantuminen, Asunnottomuus"),
        (["Velat", "Häätöuhka ja vuokrarästit"], "Velat; Häätöuhka ja vuokrarästit"),
        (
            ["Maahanmuutto, kotoutuminen, kieli", "Velat"],
            "Maahanmuutto, kotoutuminen, kieli; Velat",
        ),
    ],
)
def test_borders_of_names_are_seen(names: list[str], text: str) -> None:
    assert join_names(names) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([3.7, 3.5, 3.6, 3.8], "3,7"),
        ([3.65], "3,7"),
        ([3.649], "3,6"),
        ([2], "2,0"),
        ([4, 3], "3,5"),
        ([0.25], "0,3"),
        ([1, 1, 2], "1,3"),
    ],
)
def test_means_round_half_up_with_a_comma(values: list[float], text: str) -> None:
    assert decimal_comma(values) == text


@settings(max_examples=100)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=40))
def test_a_mean_is_within_half_a_tenth(values: list[int]) -> None:
    shown = Decimal(decimal_comma(values).replace(",", "."))
    assert abs(shown * len(values) - sum(values)) <= Decimal("0.05") * len(values)


def test_a_threshold_is_written_in_the_genitive() -> None:
    assert under(5) == "alle viiden"
    assert under(12) == "alle kahdentoista"
    assert under(25) == "alle 25"


def test_sentences_start_with_a_capital_and_end() -> None:
    assert sentence("äidit väsyvät") == "Äidit väsyvät."
    assert sentence("Miksi?") == "Miksi?"
    assert capitalised("") == ""
