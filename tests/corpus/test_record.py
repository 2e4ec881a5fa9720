from __future__ import annotations

from dataclasses import replace

from rakenlp.corpus.record import Fields, Rating, Record, Text

RECORD = Record(
    source="a.csv",
    row=2,
    unit="row",
    strand="elama",
    fields=Fields(date="2026-04-05", month="2026-04", place="Kivisuo"),
    texts=(Text("observation", "Jonot", "Havainto"), Text("proposal", "Lisää väkeä", "Ehdotus")),
)


def test_names_do_not_depend_on_the_place_in_the_files():
    moved = replace(RECORD, source="b.csv", row=9, sheet="x", texts=RECORD.texts[::-1])
    assert moved.record_id == RECORD.record_id
    assert {d.doc_id for d in moved.documents()} == {d.doc_id for d in RECORD.documents()}


def test_names_look_the_same_always():
    document = next(RECORD.documents())
    assert (document.doc_id[:2], len(document.doc_id)) == ("D-", 14)
    assert (document.record_id[:2], len(document.record_id)) == ("R-", 14)


def test_any_difference_in_the_record_makes_another_document():
    others = [
        replace(RECORD, strand="kehittaminen"),
        replace(RECORD, fields=replace(RECORD.fields, place="Suovaara")),
        replace(RECORD, texts=(RECORD.texts[0], Text("proposal", "Muuta"))),
        replace(RECORD, texts=(RECORD.texts[0],)),
        replace(RECORD, ratings=(Rating("Arvio", 4.0, 1, 5),)),
    ]
    names = {next(record.documents()).doc_id for record in [RECORD, *others]}
    assert len(names) == len(others) + 1
