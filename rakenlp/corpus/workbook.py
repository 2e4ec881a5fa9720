"""Excel workbooks (XLSX, XLSM): every visible sheet as a table, values only.

This is the only file that imports openpyxl. Nothing in a workbook is ever executed: a
formula gives the value that Excel saved with it, or else its own text.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from rakenlp.corpus.container import check_container
from rakenlp.corpus.contents import Cell, Content, LedgerLine, Row, Status, Table
from rakenlp.corpus.tables import build_table
from rakenlp.errors import InputError

# A formatted but empty sheet goes on for a million rows; nobody leaves so many blank between.
MAX_BLANK_ROWS = 10_000
DAMAGED = (
    "Excel-tiedostoa ei voi lukea: se on vioittunut tai katkennut. "
    "Avaa se Excelissä ja tallenna uudelleen (.xlsx)."
)
OLD_FORMAT = "Tiedosto on vanhaa Excel-muotoa (.xls). Avaa se Excelissä ja tallenna muodossa .xlsx."


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                xml = package.read(name)
                if b"<f>" in xml or b"<f " in xml:
                    return True
    return False


def _cell(value: Any) -> Cell:
    """A cell's value; array formulas and the like as text."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if hasattr(value, "isoformat"):
        return value  # type: ignore[no-any-return]
    return str(getattr(value, "text", value))


def _rows(sheet: Any) -> Iterator[Row]:
    """Rows with content and the blank ones between, numbered as in Excel."""
    # Some tools write a wrong size into the sheet; without it every row is read.
    sheet.reset_dimensions()
    blanks: list[Row] = []
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        row = Row(number, tuple(_cell(value) for value in values))
        if any(cell is not None for cell in row.cells):
            yield from blanks
            blanks = []
            yield row
        elif len(blanks) < MAX_BLANK_ROWS:
            blanks.append(Row(number, ()))
        else:
            return


def _merge(values: list[Row], formulas: list[Row]) -> list[Row]:
    """Fill in the formula where Excel saved no value."""
    written = {row.number: row.cells for row in formulas}
    merged = []
    for row in values:
        own = written.get(row.number, ())
        width = max(len(row.cells), len(own))
        cells = [*row.cells, *[None] * (width - len(row.cells))]
        formula = [*own, *[None] * (width - len(own))]
        merged.append(
            Row(
                row.number,
                tuple(f if c is None else c for c, f in zip(cells, formula, strict=True)),
            )
        )
    seen = {row.number for row in values}
    merged += [row for row in formulas if row.number not in seen]
    return sorted(merged, key=lambda row: row.number)


def _load(data: bytes, *, data_only: bool) -> Any:
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only)


def _read_sheets(data: bytes) -> tuple[list[Table], list[LedgerLine]]:
    values = _load(data, data_only=True)
    formulas = _load(data, data_only=False) if _has_formulas(data) else None
    tables, lines = [], []
    for sheet in values.worksheets:
        rows = list(_rows(sheet))
        if formulas is not None:
            rows = _merge(rows, list(_rows(formulas[sheet.title])))
        table = build_table(rows, sheet=sheet.title)
        n_rows = len(table.rows) if table else 0
        if sheet.sheet_state != "visible":
            lines.append(_hidden(sheet.title, n_rows))
        elif table:
            tables.append(table)
            lines.append(_sheet_line(sheet.title, "metadata", f"Rivejä: {n_rows}."))
        else:
            lines.append(_sheet_line(sheet.title, "empty", "Tyhjä taulukko."))
    return tables, lines


def _sheet_line(sheet: str, status: Status, reason: str) -> LedgerLine:
    return LedgerLine(sheet=sheet, unit="sheet", status=status, reason=reason)


def _hidden(sheet: str, n_rows: int) -> LedgerLine:
    reason = (
        f"Piilotettua taulukkoa ei luettu (rivejä: {n_rows}). "
        "Jos se kuuluu aineistoon, tuo se Excelissä näkyviin ja tallenna."
    )
    return _sheet_line(sheet, "metadata" if n_rows else "empty", reason)


def read_workbook(data: bytes, *, max_bytes: int) -> Content:
    """Read a workbook.

    Parameters
    ----------
    data : bytes
    max_bytes : int
        Largest size of the unpacked file.

    Raises
    ------
    InputError
        If the workbook is damaged, encrypted, of the old kind or too large; the message is
        Finnish and says what to do.
    """
    check_container(data, old_format=OLD_FORMAT, max_bytes=max_bytes)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and validations that it leaves out; values are whole.
            warnings.simplefilter("ignore")
            tables, lines = _read_sheets(data)
    except Exception as err:
        # A damaged package may raise anything from zipfile, the XML parser and openpyxl.
        raise InputError(DAMAGED) from err
    return Content(description="Excel-tiedosto.", tables=tuple(tables), lines=tuple(lines))
