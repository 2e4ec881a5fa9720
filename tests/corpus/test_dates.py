from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakenlp.corpus.dates import Period, find_slash_order, is_date_like, read_date, read_period


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("5.4.2026", "2026-04-05"),
        ("05.04.26", "2026-04-05"),
        ("5. 4. 2026", "2026-04-05"),
        ("ma 6.4.2026", "2026-04-06"),
        ("5.4.2026 klo 9.12", "2026-04-05"),
        ("5.4.2026 klo 9-12", "2026-04-05"),
        ("5. huhtikuuta 2026", "2026-04-05"),
        ("5 april 2026", "2026-04-05"),
        ("2026-04-05", "2026-04-05"),
        ("2026-04-05T09:12:00Z", "2026-04-05"),
        ("2026-04-05 09:12:00+03:00", "2026-04-05"),
        ("20260405", "2026-04-05"),
        (dt.datetime(2026, 4, 5, 9, 12), "2026-04-05"),
        (dt.date(2026, 4, 5), "2026-04-05"),
        (46117, "2026-04-05"),
        ("46117,38", "2026-04-05"),
        ("4/25/2026 9:12:01 AM", "2026-04-25"),
        ("25/4/2026", "2026-04-25"),
        ("4/4/2026", "2026-04-04"),
    ],
)
def test_dates_as_people_and_tools_write_them(cell, date):
    assert read_date(cell).date == date
    assert read_date(cell).month == date[:7]


@pytest.mark.parametrize("text", ["4/2026", "04.2026", "2026-04", "huhtikuu 2026", "5.-6.4.2026"])
def test_a_month_without_a_day_is_a_month(text):
    assert (read_date(text).date, read_date(text).month) == ("", "2026-04")


def test_a_date_that_reads_two_ways_is_not_guessed():
    assert read_date("4/5/2026").problem == "ambiguous"
    assert read_date("4/5/2026").month == ""


@pytest.mark.parametrize("text", ["31.2.2026", "eilen", "5.4.1826", "0.0.2026", "", "9:12"])
def test_what_is_no_date_is_no_date(text):
    assert read_date(text).problem == "unknown"


def test_a_date_without_a_year_gets_it_from_outside_or_stays_open():
    assert read_date("5.4.", year=2026).date == "2026-04-05"
    assert read_date("5.4.").problem == "no_year"


def test_one_clear_date_tells_the_order_of_the_whole_column():
    assert find_slash_order(["4/5/2026", "4/25/2026"]) == "mdy"
    assert find_slash_order(["4/5/2026", "25/4/2026"]) == "dmy"
    assert find_slash_order(["25/4/2026", "4/25/2026", "4/5/2026"]) == ""
    assert find_slash_order(["4/5/2026"]) == ""


def test_only_a_form_may_tell_its_order_by_am_and_pm():
    assert find_slash_order(["4/5/2026 9:12:01 AM"], form=True) == "mdy"
    assert find_slash_order(["4/5/2026 9:12:01 AM"]) == ""
    assert find_slash_order(["25/4/2026 9:12 AM", "4/5/2026 1:00 PM"], form=True) == "dmy"


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("raportit_2026-03.csv", Period(2026, 3)),
        ("Raportit 03_2026.xlsx", Period(2026, 3)),
        ("maaliskuu2026.xlsx", Period(2026, 3)),
        ("havainnot_maaliskuu_2026.csv", Period(2026, 3)),
        ("rapporter mars 2026.csv", Period(2026, 3)),
        ("taulu_18.3.2026.txt", Period(2026, 3, 18)),
        ("vienti20260318.csv", Period(2026, 3, 18)),
        ("vuosi 2026.csv", Period(2026)),
        ("versio 12.csv", Period()),
        ("tammi-maaliskuu 2026.csv", Period(2026)),
    ],
)
def test_the_time_in_a_file_name(name, period):
    assert read_period(name) == period


def test_a_bare_number_is_not_a_date_by_itself():
    assert not is_date_like(46117)
    assert not is_date_like("46117")
    assert is_date_like("5.4.")


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day: dt.date):
    for text in (f"{day.day}.{day.month}.{day.year}", day.isoformat(), f"{day:%d.%m.%Y} 10:15"):
        assert read_date(text).date == day.isoformat()


@given(st.text(max_size=30))
def test_no_text_stops_the_reading_of_dates(text: str):
    reading = read_date(text)
    assert bool(reading.month) != bool(reading.problem)
