"""A grid of cells → a table: where the header is, and where the data begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rakenlp.corpus.contents import Cell, LedgerLine, Row, Table
from rakenlp.corpus.cues import find_cue
from rakenlp.corpus.values import cell_text, looks_like_data

# Title and instruction rows above a header: exports have 0-5 of them.
HEADER_SEARCH_ROWS = 20
# A header names at least this share of the columns that the fullest rows use;
# a title row names one, a row of merged group headings a few.
MIN_HEADER_SHARE = 0.6


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell is not None and cell_text(cell)]


def _may_be_header(row: Row, width: int) -> bool:
    filled = _filled(row)
    if any(not isinstance(cell, str) or looks_like_data(cell) for cell in filled):
        return False
    if width == 1:
        return len(filled) == 1
    return len({cell_text(cell) for cell in filled}) >= 2 and len(filled) >= (
        MIN_HEADER_SHARE * width
    )


def _repeats_below(header: Row, rows: Sequence[Row]) -> bool:
    """Whether a cell of the row stands again further down its own column: then it is data."""
    for position, cell in enumerate(header.cells):
        text = cell_text(cell)
        if text and any(
            position < len(row.cells) and cell_text(row.cells[position]) == text
            for row in rows
            if row.cells != header.cells
        ):
            return True
    return False


def _is_header(row: Row, rows: Sequence[Row], width: int) -> bool:
    """Whether the row names columns; ``rows`` stand below it."""
    if not _may_be_header(row, width):
        return False
    names = [cell_text(cell) for cell in _filled(row)]
    if width == 1:
        return find_cue(names[0]) is not None or names[0].endswith(("?", ":"))
    if sum(find_cue(name) is not None for name in names) >= 2:
        return True
    return not _repeats_below(row, rows)


def _find_header(rows: Sequence[Row]) -> int:
    """Index of the header row, -1 when the data begins at once."""
    head = [(index, row) for index, row in enumerate(rows[:HEADER_SEARCH_ROWS]) if _filled(row)]
    width = max((len(_filled(row)) for _, row in head), default=0)
    for index, row in head:
        if _is_header(row, rows[index + 1 :], width):
            return index
    return -1


def clean_header(cell: Cell) -> str:
    """A header on one line, without the number that some tools put before a question."""
    text = re.sub(r"\s+", " ", cell_text(cell)).strip()
    return re.sub(r"^\d{1,3}[.)]\s+(?=\D)", "", text)


def _name_columns(cells: Sequence[Cell], width: int) -> tuple[str, ...]:
    """Headers that are all there and all different."""
    names = [clean_header(cell) for cell in cells[:width]]
    names += [""] * (width - len(names))
    seen: Counter[str] = Counter()
    unique = []
    for position, name in enumerate(names, start=1):
        base = name or f"sarake {position}"
        seen[base] += 1
        unique.append(base if seen[base] == 1 else f"{base} ({seen[base]})")
    return tuple(unique)


def build_table(rows: Sequence[Row], *, sheet: str = "") -> Table | None:
    """Find the header and the data of a grid.

    Parameters
    ----------
    rows : sequence of Row
        All rows from the top, blank ones too. Cells may be fewer than the columns.
    sheet : str
        Name of the worksheet, "" for a file with one table.

    Returns
    -------
    Table or None
        None for a grid without any content. Blank rows after the last row with content
        are left out; blank rows between stay.
    """
    last = next((place for place in range(len(rows), 0, -1) if _filled(rows[place - 1])), 0)
    if not last:
        return None
    rows = rows[:last]
    header = _find_header(rows)
    named = rows[header].cells if header >= 0 else ()
    data = [row for row in rows[header + 1 :] if header < 0 or row.cells != named]
    return Table(
        sheet=sheet,
        headers=_name_columns(named, _width(named, data)),
        rows=tuple(data),
        lines=tuple(_lines_above(rows, header, sheet=sheet)),
    )


def _last_filled(cells: Sequence[Cell]) -> int:
    return next((place for place in range(len(cells), 0, -1) if cell_text(cells[place - 1])), 0)


def _width(named: Sequence[Cell], data: Sequence[Row]) -> int:
    """Columns of the table: what a few rows have beyond the header is not a column."""
    widths = sorted(_last_filled(row.cells) for row in data)
    if not named:
        return max(widths, default=0)
    usual = widths[len(widths) // 2] if widths else 0
    return max(_last_filled(named), usual)


def _lines_above(rows: Sequence[Row], header: int, *, sheet: str) -> list[LedgerLine]:
    """Ledger lines of the header, of the rows above it and of its copies below it."""
    lines = []
    for index, row in enumerate(rows):
        if header < 0 or not _filled(row):
            continue
        if index < header:
            reason = "Otsikkorivin yläpuolinen rivi."
        elif row.cells == rows[header].cells:
            reason = "Otsikkorivi." if index == header else "Toistuva otsikkorivi."
        else:
            continue
        lines.append(
            LedgerLine(sheet=sheet, row=row.number, unit="line", status="metadata", reason=reason)
        )
    return lines
