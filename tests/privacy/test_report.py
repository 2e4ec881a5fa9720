from __future__ import annotations

from rakenlp.privacy.report import count_flags, count_rules, count_types
from rakenlp.records import Flag, Redaction, Span


def span(kind: str, rule: str) -> Span:
    return Span(start=0, end=1, type=kind, rule=rule, score=1.0)


REDACTIONS = [
    Redaction(text="", spans=(span("PUHELIN", "phone_mobile"), span("HENKILÖ", "name"))),
    Redaction(
        text="", spans=(span("HENKILÖ", "name"),), flags=(Flag(start=0, end=1, type="kunta"),)
    ),
]


def test_counts_are_by_type_in_order_and_hold_no_values() -> None:
    assert list(count_types(REDACTIONS).items()) == [("HENKILÖ", 2), ("PUHELIN", 1)]
    assert count_rules(REDACTIONS) == {"name": 2, "phone_mobile": 1}
    assert count_flags(REDACTIONS) == {"kunta": 1}


def test_nothing_found_is_an_empty_report() -> None:
    assert count_types([]) == {}
