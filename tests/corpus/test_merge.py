from __future__ import annotations

from dataclasses import replace

from rakenlp.corpus.contents import LedgerLine
from rakenlp.corpus.merge import Found, count_rows, merge
from rakenlp.corpus.record import Rating, Record, Text

RECORD = Record(
    source="b.csv",
    row=3,
    unit="row",
    strand="elama",
    texts=(Text("observation", "Jonot"), Text("proposal", "Lisää väkeä")),
    ratings=(Rating("Arvio", 4.0, 1, 5),),
)


def _found(record: Record) -> list[Found]:
    return [Found(document, "row", "Havainto.") for document in record.documents()]


def test_the_smallest_place_stands_for_all_copies():
    corpus = merge([*_found(RECORD), *_found(replace(RECORD, source="a.csv", row=9))], [])
    assert set(corpus.documents["source"]) == {"a.csv"}
    assert set(corpus.documents["multiplicity"]) == {2}
    assert list(corpus.ledger["status"]) == ["duplicate", "duplicate", "document", "document"]


def test_a_row_with_two_texts_counts_once_by_the_better_end():
    filler = LedgerLine(source="b.csv", row=3, unit="row", status="filler")
    empty = LedgerLine(source="b.csv", row=4, unit="row", status="empty")
    column = LedgerLine(source="b.csv", unit="column", status="personal")
    corpus = merge([column, filler, *_found(RECORD), empty], [])
    assert count_rows(corpus.ledger) == {"document": 1, "empty": 1}


def test_every_grade_is_kept_also_of_equal_rows():
    corpus = merge([], [RECORD, replace(RECORD, row=4)])
    assert list(corpus.ratings["value"]) == [4.0, 4.0]
    assert corpus.ratings["record_id"].nunique() == 1


def test_nothing_gives_empty_tables():
    corpus = merge([], [])
    assert (len(corpus.documents), len(corpus.ledger), len(corpus.ratings)) == (0, 0, 0)
    assert count_rows(corpus.ledger) == {}


def test_points_of_a_word_memo_are_one_report(tmp_path):
    from docx import Document as WordFile

    from rakenlp.corpus import read_corpus

    memo = WordFile()
    memo.add_heading("Muistio", level=1)
    for text in (
        "Vuokravelat ovat kasvaneet selvästi.",
        "Ruokakassit loppuvat joka viikko kesken.",
    ):
        memo.add_paragraph(text, style="List Bullet")
    memo.save(tmp_path / "muistio.docx")
    documents = read_corpus(tmp_path).documents
    assert len(documents) == 2
    assert documents["record_id"].nunique() == 1
