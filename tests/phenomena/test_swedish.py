"""Recognising and reading Swedish."""

from __future__ import annotations

import pytest

from rakenlp.phenomena.swedish import SwedishTriggers, looks_swedish


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ("Klienten har inte råd med medicin och maten tar slut.", True),
        ("Hemlöshet är ett växande problem.", True),
        ("Asiakas ei saa apua ja jono kasvaa.", False),
        ("En mä ees tiiä i-lomakkeesta", False),
        ("", False),
    ],
)
def test_language_is_told_by_function_words(text, swedish):
    assert looks_swedish(text) is swedish


def test_long_beginning_is_found_inside_a_compound():
    found = SwedishTriggers({"a": ("psykiatri",), "b": ("kö ",)}).find("ungdomspsykiatrin, köpa")
    assert found == {"a": ("ungdomspsykiatrin",)}
