"""Plain text and Markdown: a board, a memo or an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rakenlp.corpus.board import BoardPiece, looks_like_board, take_apart
from rakenlp.corpus.board_lines import BULLET, NUMBER, Line, join_lines, read_lines
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


def _continues(before: Line, after: Line, width: int) -> bool:
    """Whether a line goes on from the one before it: its first word did not fit there."""
    if any(p.match(after.text) for p in (HEADING, BULLET, NUMBER)) or HEADING.match(before.text):
        return False
    needed = len(before.text) + 1 + len(after.text.split(maxsplit=1)[0])
    return needed > width or after.text[0].islower()


def _continues_double_spaced(before: Line, after: Line) -> bool:
    """The same where every line is followed by a blank one: a sentence goes on."""
    return not re.search(r"[.?!:]$", before.text) and after.text[0].islower()


def _runs(lines: Sequence[Line], double_spaced: bool) -> list[list[Line]]:
    """Lines between blank ones; in a double-spaced text between larger gaps."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.blanks <= (1 if double_spaced else 0):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """Wrapped lines joined to paragraphs, bullets and headings."""
    double_spaced = min((line.blanks for line in lines[1:]), default=0) == 1
    blocks: list[list[Line]] = []
    for run in _runs(lines, double_spaced):
        width = max(len(line.text) for line in run)
        blocks.append([run[0]])
        for before, after in pairwise(run):
            if double_spaced:
                joined = _continues_double_spaced(before, after)
            else:
                joined = _continues(before, after, width)
            if joined:
                blocks[-1].append(after)
            else:
                blocks.append([after])
    return [_block(block) for block in blocks]


def _block(lines: Sequence[Line]) -> Block:
    text = join_lines([line.text for line in lines])
    row = lines[0].number
    if HEADING.match(text):
        return Block(row, "heading", MARKUP.sub(r"\1", HEADING.sub("", text)))
    if RULE.fullmatch(text):
        return Block(row, "heading", text)
    if BULLET.match(text):
        return Block(row, "bullet", MARKUP.sub(r"\1", BULLET.sub("", text, count=1)))
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
