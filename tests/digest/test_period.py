from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.digest.period import LENGTHS, read_period
from rakenlp.errors import SettingsError

ROWS = [
    (
        "2026-06",
        "kuukausi",
        "2026-06",
        "2026-06",
        "kesäkuu 2026",
        "kesäkuussa 2026",
        "kesäkuun 2026",
    ),
    (
        "2026-Q2",
        "neljännes",
        "2026-04",
        "2026-06",
        "huhti–kesäkuu 2026",
        "huhti–kesäkuussa 2026",
        "huhti–kesäkuun 2026",
    ),
    (
        "2026-H2",
        "puolivuosi",
        "2026-07",
        "2026-12",
        "heinä–joulukuu 2026",
        "heinä–joulukuussa 2026",
        "heinä–joulukuun 2026",
    ),
    ("2026", "vuosi", "2026-01", "2026-12", "vuosi 2026", "vuonna 2026", "vuoden 2026"),
    (
        "2025-06..2029-05",
        "jakso",
        "2025-06",
        "2029-05",
        "kesäkuu 2025 – toukokuu 2029",
        "ajalla kesäkuu 2025 – toukokuu 2029",
        "ajan kesäkuu 2025 – toukokuu 2029",
    ),
]


@pytest.mark.parametrize(("text", "kind", "start", "end", "name", "inside", "owning"), ROWS)
def test_periods_have_months_and_finnish_names(
    text: str, kind: str, start: str, end: str, name: str, inside: str, owning: str
) -> None:
    period = read_period(text)
    assert (period.type, period.start, period.end) == (kind, start, end)
    assert (period.name, period.inside, period.owning) == (name, inside, owning)


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("2026-01", "joulukuu 2025", "helmikuu 2026"),
        ("2026-Q1", "loka–joulukuu 2025", "huhti–kesäkuu 2026"),
        ("2026-H1", "heinä–joulukuu 2025", "heinä–joulukuu 2026"),
        ("2026", "vuosi 2025", "vuosi 2027"),
        ("2025-06..2025-07", "huhtikuu 2025 – toukokuu 2025", "elokuu 2025 – syyskuu 2025"),
    ],
)
def test_neighbouring_periods_are_as_long(text: str, earlier: str, later: str) -> None:
    period = read_period(text)
    assert (period.moved(-1).name, period.moved(1).name) == (earlier, later)
    assert period.moved(1).n_months == period.n_months


@settings(max_examples=60)
@given(year=st.integers(1900, 2100), month=st.integers(1, 12), steps=st.integers(-40, 40))
def test_moving_there_and_back_is_the_same_period(year: int, month: int, steps: int) -> None:
    period = read_period(f"{year}-{month:02d}")
    assert period.moved(steps).moved(-steps) == period


def test_lengths_fit_their_types() -> None:
    for text, kind, *_ in ROWS[:4]:
        assert read_period(text).n_months == LENGTHS[kind]  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    ["", "2026-13", "2026-Q5", "2026-6", "kesäkuu", "2026-H3", "2026-06..2026-05", "2026-06 "],
)
def test_another_form_is_an_error_that_shows_the_forms(text: str) -> None:
    with pytest.raises(SettingsError, match=r"2026-Q2"):
        read_period(text)
