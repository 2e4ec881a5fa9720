"""The contents of files, one by one, gathered for a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatch

from rakenlp.corpus.cleaning import clean_text, tally_remarks
from rakenlp.corpus.contents import Content, LedgerLine, Piece, Table
from rakenlp.corpus.cues import fold
from rakenlp.corpus.dates import DateReading, Period, read_date, read_period
from rakenlp.corpus.fillers import is_filler
from rakenlp.corpus.merge import Corpus, Found, merge
from rakenlp.corpus.record import Fields, Record, Text
from rakenlp.corpus.table_reader import (
    FILLER,
    NO_TEXT_COLUMN,
    ROLE_NAMES,
    TOO_LONG,
    TableReader,
)
from rakenlp.records import Strand
from rakenlp.settings import ReadSettings

NO_DATE = "Ei päivämäärää."
UNUSED_COLUMN = "Asetuksissa nimettyä saraketta ei ole missään luetussa tiedostossa."
UNIT_ORDER = {"file": 0, "sheet": 1, "column": 2}


def _place(item: LedgerLine | Found) -> tuple[str, int, int]:
    """Sheet, kind of unit and row: the order of one file's ledger lines."""
    if isinstance(item, Found):
        return item.document.sheet, len(UNIT_ORDER), item.document.row
    return item.sheet, UNIT_ORDER.get(item.unit, len(UNIT_ORDER)), item.row


class Gatherer:
    """Takes in files and makes one corpus of them.

    Parameters
    ----------
    settings : ReadSettings
        With column roles that are known to be right.
    """

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._items: list[LedgerLine | Found] = []
        self._rated: list[Record] = []
        self._headers: set[str] = set()

    @property
    def items(self) -> list[LedgerLine | Found]:
        """Ledger lines and documents found so far, in the order of the ledger."""
        return list(self._items)

    def add_unread(self, source: str, reason: str) -> None:
        """Note a file that could not be read."""
        self._items.append(
            LedgerLine(source=source, unit="file", status="unreadable", reason=reason)
        )

    def add_empty(self, source: str, reason: str) -> None:
        """Note a file or folder with nothing in it."""
        self._items.append(LedgerLine(source=source, unit="file", status="empty", reason=reason))

    def add(self, source: str, content: Content) -> None:
        """Take in all that one file holds."""
        tally: Counter[str] = Counter()
        period = read_period(source.rsplit("/", 1)[-1])
        body: list[LedgerLine | Found] = list(content.lines)
        has_text = bool(content.pieces) or not content.tables
        for table in content.tables:
            reader = self._table_reader(table, source, period)
            self._headers.update(fold(guess.header) for guess in reader.guesses)
            has_text = has_text or reader.has_content
            for item in reader.read(tally):
                if isinstance(item, LedgerLine):
                    body.append(item)
                else:
                    body.extend(self._found(item))
        body.extend(self._read_pieces(source, content, period, tally))
        remarks = [content.description, *tally_remarks(tally)]
        head = LedgerLine(
            unit="file",
            status="metadata" if has_text else "unreadable",
            reason=" ".join(remarks if has_text else [*remarks, NO_TEXT_COLUMN]),
        )
        self._items.extend(
            replace(item, source=source) if isinstance(item, LedgerLine) else item
            for item in (head, *sorted(body, key=_place))
        )

    def _table_reader(self, table: Table, source: str, period: Period) -> TableReader:
        sheet = read_period(table.sheet)
        if sheet.month:
            period = Period(sheet.year or period.year, sheet.month, sheet.day)
        return TableReader(
            table,
            source=source,
            period=period,
            strand=self._strand(source),
            columns=self._settings.columns,
            max_cell_characters=self._settings.max_cell_characters,
        )

    def _strand(self, source: str) -> Strand | None:
        """The strand that the settings give to a file; the first fitting pattern counts."""
        name = source.rsplit("/", 1)[-1]
        for pattern, strand in self._settings.strands.items():
            if fnmatch(name.lower(), pattern.lower()) or fnmatch(source.lower(), pattern.lower()):
                return strand
        return None

    def _found(self, record: Record) -> Iterator[Found]:
        """The documents of a record; one with ratings is kept for these."""
        if record.ratings:
            self._rated.append(record)
        for document in record.documents():
            reason = f"{ROLE_NAMES[document.role]}. {record.remark}".strip()
            yield Found(document, record.unit, reason)

    def _read_pieces(
        self, source: str, content: Content, period: Period, tally: Counter[str]
    ) -> list[LedgerLine | Found]:
        reading = read_date(content.date) if content.date else period.reading
        items: list[LedgerLine | Found] = []
        for piece in content.pieces:
            status = piece.status
            text = clean_text(piece.text, tally)
            reason = piece.reason
            if status == "document" and is_filler(text):
                status, reason = ("filler", FILLER) if text else ("empty", "")
            if status == "document" and len(text) > self._settings.max_cell_characters:
                status, reason = "unreadable", TOO_LONG
            if status == "document":
                items.extend(self._found(self._record(source, piece, text, reading)))
            else:
                items.append(
                    LedgerLine(row=piece.row, unit=piece.unit, status=status, reason=reason)
                )
        return items

    def _record(self, source: str, piece: Piece, text: str, reading: DateReading) -> Record:
        """A note or a paragraph as a record of its own."""
        is_note = piece.unit == "note"
        default: Strand = "kehittaminen" if is_note else "elama"
        remarks = [piece.reason, "" if reading.month else NO_DATE]
        return Record(
            source=source,
            row=piece.row,
            unit=piece.unit,
            strand=self._strand(source) or default,
            fields=Fields(date=reading.date, month=reading.month),
            texts=(Text("note" if is_note else "paragraph", text, piece.column),),
            remark=" ".join(remark for remark in remarks if remark),
        )

    def finish(self) -> Corpus:
        """The corpus of all files taken in."""
        unused = [
            LedgerLine(column=header, unit="column", status="metadata", reason=UNUSED_COLUMN)
            for header in sorted(self._settings.columns)
            if fold(header) not in self._headers
        ]
        return merge([*self._items, *unused], self._rated)
