"""Word files (DOCX): headings, paragraphs, bullets and tables in the order of the page.

This is the only file that imports python-docx.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from rakenlp.corpus.container import check_container
from rakenlp.corpus.contents import Content, LedgerLine, Row, Table
from rakenlp.corpus.cues import find_cue
from rakenlp.corpus.memo import ATTENDANCE, Block, is_attendee, is_label, read_memo
from rakenlp.corpus.tables import build_table
from rakenlp.errors import InputError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
HEADING_STYLE = re.compile(r"(?:heading|otsikko|rubrik|title|subtitle|alaotsikko|toc)", re.I)
LIST_STYLE = re.compile(r"(?:list|luettelo|lista)", re.I)
# A list of participants before a table is at most so long.
MAX_LIST_LINES = 30
HIDDEN_TEXT = "Piilotettua tekstiä ei luettu."
COMMENTS = "Kommentteja ei luettu."
OLD_FORMAT = "Tiedosto on vanhaa Word-muotoa (.doc). Avaa se Wordissa ja tallenna muodossa .docx."
DAMAGED = (
    "Word-tiedostoa ei voi lukea: se on vioittunut tai katkennut. "
    "Avaa se Wordissa ja tallenna uudelleen (.docx)."
)


def _own_text(element: Any) -> tuple[str, bool]:
    """Text of a paragraph without text boxes in it, and whether some of it was hidden.

    Insertions of tracked changes are text, deletions are not (they are ``w:delText``).
    """
    parts, hidden = [], False
    for node in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr"):
        holder = next(node.iterancestors(f"{W}p"), None)
        if holder is not element:
            continue
        run = next(node.iterancestors(f"{W}r"), None)
        if run is not None and run.find(f"{W}rPr/{W}vanish") is not None:
            hidden = True
        elif node.tag == f"{W}t":
            parts.append(node.text or "")
        elif run is not None:
            # Tabs and breaks of a run; w:tab also defines tab stops outside runs.
            parts.append("\n" if node.tag in (f"{W}br", f"{W}cr") else "\t")
    return "".join(parts), hidden


def _style_names(document: Any) -> dict[str, str]:
    return {style.style_id: str(style.name or "") for style in document.styles}


def _block(element: Any, row: int, styles: dict[str, str]) -> tuple[Block, bool]:
    text, hidden = _own_text(element)
    reference = element.find(f"{W}pPr/{W}pStyle")
    style = styles.get(reference.get(f"{W}val"), "") if reference is not None else ""
    numbered = element.find(f"{W}pPr/{W}numPr") is not None
    if HEADING_STYLE.match(style):
        return Block(row, "heading", text), hidden
    listed = numbered or LIST_STYLE.match(style)
    return Block(row, "bullet" if listed else "paragraph", text), hidden


def _walk(body: Any) -> Iterator[Any]:
    """Paragraphs and outermost tables of the body, in order; text boxes as paragraphs."""
    for element in body.iter(f"{W}p", f"{W}tbl"):
        above = {ancestor.tag for ancestor in element.iterancestors()}
        if f"{W}tbl" not in above and FALLBACK not in above:
            yield element


def _cell_text(cell: Any) -> str:
    """Text of a table cell; a table inside it is read as lines."""
    return "\n".join(text for p in cell.iter(f"{W}p") if (text := _own_text(p)[0].strip()))


def _grid(table: Any) -> list[list[str]]:
    rows = []
    for row in table.findall(f"{W}tr"):
        cells: list[str] = []
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            cells.append(_cell_text(cell))
        rows.append(cells)
    return rows


def _is_form(grid: list[list[str]]) -> bool:
    """Whether a table is a filled form: questions on the left, answers on the right."""
    if len(grid) < 2 or any(len(row) != 2 for row in grid):
        return False
    asked = sum(bool(row[0].strip()) and find_cue(row[0]) is not None for row in grid)
    return asked >= max(2, len(grid) / 2) and find_cue(grid[0][1]) is None


def _as_table(grid: list[list[str]], sheet: str) -> Table | None:
    """A table whose columns or rows are fields; None for one that is only layout."""
    if _is_form(grid):
        headers, answers = [row[0] for row in grid], [row[1] for row in grid]
        return build_table([Row(1, tuple(headers)), Row(2, tuple(answers))], sheet=sheet)
    if len(grid) < 2 or sum(find_cue(cell) is not None for cell in grid[0]) < 2:
        return None
    return build_table([Row(i, tuple(row)) for i, row in enumerate(grid, start=1)], sheet=sheet)


def _layout_texts(cells: list[str]) -> list[str]:
    """Texts of a row of a table that is only layout; a label keeps what stands beside it."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) == 2 and is_label(filled[0]):
        return [f"{filled[0].rstrip(':')}: {filled[1]}"]
    return filled


class _Reader:
    """Collects the parts of one document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._lines: list[LedgerLine] = []
        self._hidden = False

    def _add_table(self, element: Any, row: int, number: int) -> None:
        grid = _grid(element)
        sheet = f"taulukko {number}"
        filled = [" ".join(cells).strip() for cells in grid if any(c.strip() for c in cells)]
        people = sum(is_attendee(text) for text in filled)
        before, _ = read_memo(self._blocks[-MAX_LIST_LINES:])
        after_list = bool(before) and before[-1].reason == ATTENDANCE
        if filled and after_list and people >= len(filled) / 2:
            self._lines.append(
                LedgerLine(sheet=sheet, unit="sheet", status="personal", reason=ATTENDANCE)
            )
            return
        table = _as_table(grid, sheet)
        if table:
            self._tables.append(table)
            return
        self._blocks.extend(
            Block(row, "paragraph", text) for cells in grid for text in _layout_texts(cells)
        )

    def read(self) -> Content:
        styles = _style_names(self._document)
        n_tables = 0
        for row, element in enumerate(_walk(self._document.element.body), start=1):
            if element.tag == f"{W}tbl":
                n_tables += 1
                self._add_table(element, row, n_tables)
                continue
            block, hidden = _block(element, row, styles)
            self._hidden = self._hidden or hidden
            if block.text.strip():
                self._blocks.append(block)
        pieces, date = read_memo(self._blocks)
        return Content(
            description=" ".join(["Word-tiedosto.", *self._remarks()]),
            tables=tuple(self._tables),
            pieces=tuple(pieces),
            lines=tuple(self._lines),
            date=date,
        )

    def _remarks(self) -> list[str]:
        remarks = [HIDDEN_TEXT] if self._hidden else []
        parts = self._document.part.package.iter_parts()
        if any(str(part.partname).endswith("/comments.xml") for part in parts):
            remarks.append(COMMENTS)
        return remarks


def read_word_file(data: bytes, *, max_bytes: int) -> Content:
    """Read a DOCX file.

    Parameters
    ----------
    data : bytes
    max_bytes : int
        Largest size of the unpacked file.

    Raises
    ------
    InputError
        If the file is damaged, encrypted, too large or of another kind; the message is Finnish.
    """
    import docx

    check_container(data, old_format=OLD_FORMAT, max_bytes=max_bytes)
    try:
        return _Reader(docx.Document(io.BytesIO(data))).read()
    except Exception as err:
        # A damaged package may raise anything from zipfile, lxml and python-docx.
        raise InputError(DAMAGED) from err
