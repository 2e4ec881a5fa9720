"""What a reader hands over of one file: tables of cells, and pieces of running text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | None
Unit = Literal["file", "sheet", "column", "row", "note", "paragraph", "line"]
Status = Literal[
    "document",
    "empty",
    "filler",
    "duplicate",
    "personal",
    "metadata",
    "instruction",
    "leftover",
    "unreadable",
    "undated",
]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. ``number`` is the row or line of the file, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """What happened to one file, sheet, column, row, note, paragraph or line.

    ``reason`` is Finnish and never holds text of the file.
    """

    source: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    unit: Unit
    status: Status
    reason: str = ""
    doc_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its headers found. ``lines`` are ledger lines of what is not data."""

    sheet: str = ""
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[LedgerLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A note, paragraph or other line of a file without columns.

    Only a piece with status ``document`` goes on as a text; ``column`` is the group of a
    board's note.
    """

    row: int
    text: str
    unit: Unit
    status: Status = "document"
    reason: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that was read of one file.

    ``description`` says in Finnish what the file was; ``lines`` are further ledger lines.
    ``date`` (``YYYY-MM-DD`` or "") is written in the text itself (a memo's date).
    """

    description: str
    tables: tuple[Table, ...] = ()
    pieces: tuple[Piece, ...] = ()
    lines: tuple[LedgerLine, ...] = ()
    date: str = ""
