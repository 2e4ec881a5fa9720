"""Plain text and Markdown: a board, a memo or an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rakenlp.corpus.board import BoardPiece, looks_like_board, take_apart
from rakenlp.corpus.board_lines import Line, join_lines, read_lines
from rakenlp.corpus.cleaning import repair_encoding, tally_remarks
from rakenlp.corpus.contents import Content, Piece, Status
from rakenlp.corpus.delimited import looks_like_table, read_delimited
from rakenlp.corpus.encoding import Decoded
from rakenlp.corpus.memo import Block, read_memo

BOARD_STATUS: dict[str, tuple[Status, str]] = {
    "question": ("metadata", "Taulun kysymys."),
    "group": ("metadata", "Ryhmän otsikko."),
    "leftover": ("leftover", "Irrallinen rivi tai työkalun oma teksti."),
    "instruction": ("instruction", "Ohje taulun käyttäjille."),
}
UNSURE = "Lapun rajat ovat epävarmat, tarkista."
# Below this the borders of a note are more likely wrong than right.
MIN_SURE = 0.5
HEADING = re.compile(r"#{1,6}\s+(?=\S)")
BULLET = re.compile(r"(?:[-–—•*·▪◦●○✓✔☐□➢→]|o(?=\s))\s+(?=\S)")
NUMBERED = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
RULE = re.compile(r"[-=_*~]{3,}")
MARKUP = re.compile(r"\*\*|__|\[([^\]]*)\]\([^)]*\)")


def _board_piece(piece: BoardPiece) -> Piece:
    if piece.kind == "note":
        reason = UNSURE if piece.confidence < MIN_SURE else ""
        return Piece(
            row=piece.first_line, text=piece.text, unit="note", reason=reason, column=piece.group
        )
    status, reason = BOARD_STATUS[piece.kind]
    return Piece(row=piece.first_line, text=piece.text, unit="line", status=status, reason=reason)


def _width(lines: Sequence[Line]) -> int:
    """The width that lines were wrapped at: nearly the longest one."""
    widths = sorted(len(line.text) for line in lines)
    return widths[len(widths) * 9 // 10] if widths else 0


def _continues(before: Line, after: Line, width: int, double_spaced: bool) -> bool:
    """Whether a line goes on from the one before it, rather than beginning a paragraph."""
    if HEADING.match(after.text) or BULLET.match(after.text) or NUMBERED.match(after.text):
        return False
    if HEADING.match(before.text) or after.blanks > (1 if double_spaced else 0):
        return False
    if double_spaced:
        return not re.search(r"[.?!:]$", before.text) and after.text[0].islower()
    needed = len(before.text) + 1 + len(after.text.split(maxsplit=1)[0])
    return needed > width or after.text[0].islower()


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """Wrapped lines joined to paragraphs, bullets and headings."""
    gaps = [line.blanks for line in lines[1:]]
    double_spaced = bool(gaps) and min(gaps) == 1
    width = _width(lines)
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _continues(blocks[-1][-1], line, width, double_spaced):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [_block(block) for block in blocks]


def _block(lines: Sequence[Line]) -> Block:
    text = join_lines([line.text for line in lines])
    row = lines[0].number
    if HEADING.match(text):
        return Block(row, "heading", MARKUP.sub(r"\1", HEADING.sub("", text)))
    if RULE.fullmatch(text):
        return Block(row, "heading", text)
    if BULLET.match(text):
        return Block(row, "bullet", MARKUP.sub(r"\1", BULLET.sub("", text)))
    return Block(row, "paragraph", MARKUP.sub(r"\1", text))


def read_text_file(decoded: Decoded, *, name: str, markdown: bool = False) -> Content:
    """Read a text file.

    Parameters
    ----------
    decoded : Decoded
    name : str
        Name of the file; it may tell a board.
    markdown : bool
        Always running text, never a board or a table.
    """
    tally: Counter[str] = Counter()
    text = "\n".join(repair_encoding(line, tally) for line in decoded.text.splitlines())
    if not markdown and looks_like_table(text):
        return read_delimited(decoded)
    remarks = [*decoded.remarks, *tally_remarks(tally)]
    if not markdown and looks_like_board(text, name=name):
        pieces = [_board_piece(piece) for piece in take_apart(text) if piece.kind != "marker"]
        return Content(
            description=_describe("Taulun teksti", decoded.encoding, remarks),
            pieces=tuple(pieces),
        )
    pieces, date = read_memo(_blocks(read_lines(text)))
    what = "Markdown-teksti" if markdown else "Teksti"
    return Content(
        description=_describe(what, decoded.encoding, remarks), pieces=tuple(pieces), date=date
    )


def _describe(what: str, encoding: str, remarks: Sequence[str]) -> str:
    return " ".join([f"{what}, merkistö {encoding}.", *remarks])
