"""A whiteboard's text export → its question, groups and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rakenlp.corpus.board_borders import divide
from rakenlp.corpus.board_frame import Part, find_frame, is_group, is_instruction, is_tool_text
from rakenlp.corpus.board_lines import Line, find_habits, find_list, join_lines, read_lines
from rakenlp.records import Board, Note

PieceKind = Literal["question", "group", "leftover", "instruction", "note", "marker"]

# A board: short lines for the most part. A longer text is an article, a larger one a list.
MIN_BOARD_LINES, MAX_BOARD_LINES = 4, 5_000
MAX_NOTE_WIDTH, MIN_SHORT_SHARE = 60, 0.75
MAX_MEDIAN_WIDTH = 45
# With a group's heading or the tool's own words on it, a text is a board more easily.
MIN_MARKED_SHARE = 0.5
BOARD_NAMES = ("taulu", "board", "mural", "miro", "post-it", "postit", "padlet", "lappu", "laput")


@dataclass(frozen=True, slots=True)
class BoardPiece:
    """A part of a board and the lines (from 1) where it stands. ``confidence`` is 0-1."""

    kind: PieceKind
    text: str
    first_line: int
    last_line: int
    group: str = ""
    confidence: float = 1.0


def _strip_markers(lines: list[Line], items: dict[int, str]) -> list[Line]:
    return [
        replace(line, text=line.text[len(items[index]) :].strip(), marker=items[index].strip())
        if index in items
        else line
        for index, line in enumerate(lines)
    ]


def _piece(lines: Sequence[Line], kind: PieceKind, group: str, confidence: float) -> BoardPiece:
    text = join_lines([line.text for line in lines])
    return BoardPiece(kind, text, lines[0].number, lines[-1].number, group, confidence)


def _runs(n_lines: int, parts: Sequence[Part]) -> list[Part | range]:
    """Parts and the stretches of note lines between them, in order."""
    runs: list[Part | range] = []
    at = 0
    for part in parts:
        if part.first > at:
            runs.append(range(at, part.first))
        runs.append(part)
        at = part.last + 1
    if at < n_lines:
        runs.append(range(at, n_lines))
    return runs


def take_apart(text: str) -> list[BoardPiece]:
    """Divide a board's text into pieces, in the order of its lines.

    List markers come last, as one piece of kind "marker" each.
    """
    lines = read_lines(text)
    items = find_list(lines)
    lines = _strip_markers(lines, items)
    parts = find_frame(lines, items=frozenset(items))
    framed = {index for part in parts for index in range(part.first, part.last + 1)}
    body = [line for index, line in enumerate(lines) if index not in framed]
    habits = find_habits(body, listed=bool(items))
    pieces: list[BoardPiece] = []
    group = ""
    for run in _runs(len(lines), parts):
        if isinstance(run, Part):
            piece = _piece(lines[run.first : run.last + 1], run.kind, "", 1.0)
            group = piece.text if run.kind == "group" else group
            pieces.append(piece)
            continue
        stretch = lines[run.start : run.stop]
        division = divide(stretch, habits)
        for (first, last), share in zip(division.notes, division.confidences, strict=True):
            note = _piece(stretch[first : last + 1], "note", group, share)
            pieces.append(replace(note, kind="instruction") if is_instruction(note.text) else note)
    pieces.extend(
        BoardPiece("marker", line.marker, line.number, line.number) for line in lines if line.marker
    )
    return pieces


def split_board(text: str) -> Board:
    r"""Take a whiteboard export apart.

    Parameters
    ----------
    text : str
        The text as exported or copied: wrapped notes one after another, with or without
        blank lines, bullets or numbers between.

    Returns
    -------
    Board
        ``leftovers`` hold instructions, the tool's own words, stray letters and list
        markers, so that no character but white space is lost. ``confidence`` (0-1) is the
        mean over notes of the probability that both borders of the note are right.

    Examples
    --------
    >>> board = split_board("Mitä jatkamme?\n\n- Jalkautuminen\n- Yhteiset\n  kahvit\n- Koosteet")
    >>> board.question, [note.text for note in board.notes]
    ('Mitä jatkamme?', ['Jalkautuminen', 'Yhteiset kahvit', 'Koosteet'])
    """
    pieces = take_apart(text)
    notes = [piece for piece in pieces if piece.kind == "note"]
    leftovers = [piece.text for piece in pieces if piece.kind in ("leftover", "instruction")]
    markers = [piece.text for piece in pieces if piece.kind == "marker"]
    if markers:
        leftovers.append(" ".join(markers))
    return Board(
        question=" ".join(piece.text for piece in pieces if piece.kind == "question"),
        groups=tuple(piece.text for piece in pieces if piece.kind == "group"),
        notes=tuple(
            Note(
                text=piece.text,
                confidence=round(piece.confidence, 3),
                group=piece.group,
                start_line=piece.first_line,
                end_line=piece.last_line,
            )
            for piece in notes
        ),
        leftovers=tuple(leftovers),
        confidence=round(sum(n.confidence for n in notes) / len(notes), 3) if notes else 0.0,
    )


def looks_like_board(text: str, *, name: str = "") -> bool:
    """Whether a text file is a board rather than running text.

    Parameters
    ----------
    text : str
    name : str
        Name of the file: "taulu", "mural" and the like in it tell a board.
    """
    lines = read_lines(text)
    if not MIN_BOARD_LINES <= len(lines) <= MAX_BOARD_LINES:
        return False
    if any(word in name.lower() for word in BOARD_NAMES):
        return True
    widths = sorted(len(line.text) for line in lines)
    short = sum(width <= MAX_NOTE_WIDTH for width in widths) / len(widths)
    if any(is_group(line.text) or is_tool_text(line.text) for line in lines):
        return short >= MIN_MARKED_SHARE
    return short >= MIN_SHORT_SHARE and widths[len(widths) // 2] <= MAX_MEDIAN_WIDTH
