"""All that was found → one corpus: equal documents once, a ledger where everything adds up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from rakenlp.corpus.contents import LedgerLine, Unit
from rakenlp.corpus.identity import content_id
from rakenlp.corpus.record import Record
from rakenlp.frames import DOCUMENTS, LEDGER, RATINGS, FrameSchema
from rakenlp.records import Document

MEMO_SUFFIX = ".docx"
DUPLICATE = "Sama teksti samoin tiedoin on jo mukana."
# A row with several texts counts once, by the best thing that became of them.
RANKS = (
    "document",
    "duplicate",
    "unreadable",
    "undated",
    "filler",
    "personal",
    "instruction",
    "leftover",
    "metadata",
    "empty",
)


@dataclass(frozen=True, eq=False)
class Corpus:
    """What was read.

    ``documents`` has one row for each different text, sorted by ``doc_id``; ``ledger`` at
    least one line for every file, sheet, column, row, note and paragraph; ``ratings`` one row
    for each grade given. Columns: ``DOCUMENTS``, ``LEDGER`` and ``RATINGS`` in
    :mod:`rakenlp.frames`.
    """

    documents: pd.DataFrame
    ledger: pd.DataFrame
    ratings: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Found:
    """A document as it stood in one place; others may say the same elsewhere."""

    document: Document
    unit: Unit
    reason: str

    @property
    def place(self) -> tuple[str, str, int, str]:
        """Where it stood; the smallest place stands for all copies."""
        document = self.document
        return document.source, document.sheet, document.row, document.column


def _counted(document: Document, n_copies: int) -> Document:
    return replace(document, multiplicity=n_copies) if n_copies > 1 else document


def _one_record_a_memo(documents: Sequence[Document]) -> list[Document]:
    """Give the paragraphs of a Word file one record: a memo of many points is one report.

    Otherwise the points of one meeting would count as so many reports. A plain text file is
    left as it is: its paragraphs are mostly answers of different people.
    """
    memos: dict[str, list[str]] = {}
    for item in documents:
        if item.role == "paragraph" and item.source.lower().endswith(MEMO_SUFFIX):
            memos.setdefault(item.source, []).append(item.doc_id)
    names = {source: content_id("R-", sorted(ids)) for source, ids in memos.items()}
    return [
        replace(item, record_id=names[item.source])
        if item.role == "paragraph" and item.source in names
        else item
        for item in documents
    ]


def _line_of(found: Found, *, first: bool) -> LedgerLine:
    document = found.document
    return LedgerLine(
        source=document.source,
        sheet=document.sheet,
        row=document.row,
        column=document.column,
        unit=found.unit,
        status="document" if first else "duplicate",
        reason=found.reason if first else DUPLICATE,
        doc_id=document.doc_id,
    )


def _frame(schema: FrameSchema, items: Sequence[Document] | Sequence[LedgerLine]) -> pd.DataFrame:
    """A checked table of records, built column by column: a million rows are many dicts."""
    if not items:
        return schema.empty()
    columns = {name: [getattr(item, name) for item in items] for name in schema.columns}
    return schema.check(pd.DataFrame(columns), where="corpus")


def _ratings(records: Iterable[Record]) -> pd.DataFrame:
    rows = [
        {
            "record_id": record.record_id,
            "source": record.source,
            "statement": rating.statement,
            "value": rating.value,
            "scale_min": rating.low,
            "scale_max": rating.high,
            "month": record.fields.month,
        }
        for record in records
        for rating in record.ratings
    ]
    rows.sort(key=lambda row: (row["source"], row["record_id"], row["statement"], row["value"]))
    return RATINGS.build(rows, where="corpus")


def merge(items: Sequence[LedgerLine | Found], records: Iterable[Record]) -> Corpus:
    """Make the corpus.

    Parameters
    ----------
    items : sequence of LedgerLine or Found
        In the order of the ledger.
    records : iterable of Record
        Those with ratings.
    """
    copies: dict[str, list[Found]] = {}
    for item in items:
        if isinstance(item, Found):
            copies.setdefault(item.document.doc_id, []).append(item)
    firsts = {doc_id: min(found, key=lambda f: f.place) for doc_id, found in copies.items()}
    documents = [
        _counted(firsts[doc_id].document, len(copies[doc_id])) for doc_id in sorted(firsts)
    ]
    lines = [
        _line_of(item, first=firsts[item.document.doc_id] is item)
        if isinstance(item, Found)
        else item
        for item in items
    ]
    documents = _one_record_a_memo(documents)
    return Corpus(_frame(DOCUMENTS, documents), _frame(LEDGER, lines), _ratings(records))


def count_rows(ledger: pd.DataFrame) -> dict[str, int]:
    """How many rows, notes, paragraphs and lines came to each end; each counts once.

    Parameters
    ----------
    ledger : DataFrame
        ``Corpus.ledger``.

    Returns
    -------
    dict of str to int
        Status → count, only statuses that occur. A row with two texts has the better of
        their ends: one text kept and the other a filler count as one document. The sum is
        the number of rows, notes, paragraphs and other lines read.
    """
    within = ledger[ledger["unit"].isin(["row", "note", "paragraph", "line"])]
    ranks = within["status"].map({status: rank for rank, status in enumerate(RANKS)})
    best = ranks.groupby([within["source"], within["sheet"], within["row"], within["unit"]]).min()
    counts = best.value_counts()
    return {RANKS[rank]: int(counts[rank]) for rank in sorted(counts.index)}
