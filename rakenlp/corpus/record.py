"""One record of a file, a row or a note, and the documents that come of its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rakenlp.corpus.contents import Unit
from rakenlp.corpus.identity import content_id
from rakenlp.records import Document, Role, Strand


@dataclass(frozen=True, slots=True)
class Text:
    """One free text of a record. ``question`` is what it answers, "" for other roles."""

    role: Role
    text: str
    column: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """One grade: the statement, the value and the ends of the scale."""

    statement: str
    value: float
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a record tells besides its texts; "" where it does not."""

    date: str = ""
    month: str = ""
    service: str = ""
    place: str = ""
    reporter_group: str = ""
    target_group: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a table, a note of a board or a paragraph of a memo."""

    source: str
    row: int
    unit: Unit
    strand: Strand
    sheet: str = ""
    fields: Fields = field(default_factory=Fields)
    texts: tuple[Text, ...] = ()
    ratings: tuple[Rating, ...] = ()
    remark: str = ""

    @property
    def record_id(self) -> str:
        """``R-`` and 12 hex digits of all that makes two records the same.

        Neither the file nor the row nor the order of columns is among it.
        """
        fields = self.fields
        texts = sorted((text.role, text.question, text.text) for text in self.texts)
        ratings = sorted((rating.statement, repr(rating.value)) for rating in self.ratings)
        parts = [
            self.strand,
            fields.date,
            fields.month,
            fields.service,
            fields.place,
            fields.reporter_group,
            fields.target_group,
            fields.tone,
            str(len(texts)),
        ]
        parts.extend(part for row in (*texts, *ratings) for part in row)
        return content_id("R-", parts)

    def documents(self) -> Iterator[Document]:
        """One document for each text, all with the same ``record_id``.

        A document's own name is made of the record's name and what sets its text apart, so
        it depends on all that the record tells.
        """
        record_id = self.record_id
        for text in self.texts:
            yield Document(
                doc_id=content_id("D-", [record_id, text.role, text.question, text.text]),
                record_id=record_id,
                text=text.text,
                role=text.role,
                strand=self.strand,
                source=self.source,
                sheet=self.sheet,
                row=self.row,
                column=text.column,
                question=text.question,
                date=self.fields.date,
                month=self.fields.month,
                service=self.fields.service,
                place=self.fields.place,
                reporter_group=self.fields.reporter_group,
                target_group=self.fields.target_group,
                tone=self.fields.tone,
            )
