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

    def _content(self) -> dict[str, object]:
        """All that makes two records the same; neither the file nor the row is among it."""
        fields = self.fields
        return {
            "strand": self.strand,
            "fields": [
                fields.date,
                fields.month,
                fields.service,
                fields.place,
                fields.reporter_group,
                fields.target_group,
                fields.tone,
            ],
            "texts": sorted([text.role, text.question, text.text] for text in self.texts),
            "ratings": sorted([rating.statement, rating.value] for rating in self.ratings),
        }

    @property
    def record_id(self) -> str:
        """``R-`` and 12 hex digits of the content."""
        return content_id("R-", self._content())

    def documents(self) -> Iterator[Document]:
        """One document for each text, all with the same ``record_id``."""
        content = self._content()
        record_id = content_id("R-", content)
        for text in self.texts:
            own = {"text": text.text, "role": text.role, "question": text.question}
            yield Document(
                doc_id=content_id("D-", {**content, "document": own}),
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
