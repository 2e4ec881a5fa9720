"""CSV and its kin: the delimiter and the quoting are found, broken quoting is survived."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from rakenlp.corpus.contents import Content, Row
from rakenlp.corpus.cues import find_cue
from rakenlp.corpus.encoding import Decoded
from rakenlp.corpus.tables import build_table

DELIMITERS = {";": "puolipiste", "\t": "sarkain", "|": "pystyviiva", ",": "pilkku"}
# A sign that no text holds: the file has one column.
NO_DELIMITER = "\x1f"
SAMPLE_ROWS = 200
# So large a share of rows must have the same number of cells, and of a text file more.
MIN_SAME_SHARE, MIN_TABLE_SHARE = 0.6, 0.9
MIN_TABLE_ROWS = 2
# The cells that csv accepts at all; our own limit on cells is counted later.
LONGEST_CELL = 2**31 - 1
ESCAPED_QUOTE = '\\"'


def _records(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Rows of cells. Where the quotes of a line do not match, that line is taken as it stands.

    Strict quoting tells the first wrong quote; without it, one stray quote would swallow
    all rows up to the next one.
    """
    slashed = any(ESCAPED_QUOTE in line for line in lines)
    escapes = slashed and not any('""' in line for line in lines)
    at = 0
    while at < len(lines):
        reader = csv.reader(
            (lines[index] for index in range(at, len(lines))),
            delimiter=delimiter,
            escapechar="\\" if escapes else None,
            doublequote=not escapes,
            skipinitialspace=True,
            strict=True,
        )
        done = 0
        try:
            for record in reader:
                yield record
                done = reader.line_num
            return
        except csv.Error:
            at += done
            yield [_unquote(cell) for cell in lines[at].rstrip("\r\n").split(delimiter)]
            at += 1


def _unquote(cell: str) -> str:
    """A cell without the quotes around it, if there are both."""
    bare = cell.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return bare[1:-1].replace('""', '"')
    return cell


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _same_share(lines: list[str], delimiter: str) -> tuple[float, int]:
    """Share of rows with the commonest number of cells (over one), and that number."""
    counts: Counter[int] = Counter()
    for record in _records(lines, delimiter):
        if any(cell.strip() for cell in record):
            counts[len(record)] += 1
        if counts.total() >= SAMPLE_ROWS:
            break
    if not counts:
        return 0.0, 0
    cells, n = min(counts.items(), key=lambda item: (-item[1], -item[0]))
    return (n / counts.total(), cells) if cells > 1 else (0.0, 1)


def find_delimiter(lines: list[str], *, min_share: float = MIN_SAME_SHARE) -> str:
    """The sign between cells, ``NO_DELIMITER`` for a file of one column."""
    best, best_score = NO_DELIMITER, (0.0, 0)
    for delimiter in DELIMITERS:
        if not any(delimiter in line for line in lines[:SAMPLE_ROWS]):
            continue
        share, cells = _same_share(lines, delimiter)
        # Commas stand in sentences too: another delimiter wins unless commas fit clearly better.
        if share >= min_share and (round(share, 1), cells) > (
            round(best_score[0], 1),
            best_score[1],
        ):
            best, best_score = delimiter, (share, cells)
    return best


def looks_like_table(text: str) -> bool:
    """Whether a .txt file is a table: evenly delimited, and its first row names columns."""
    lines = _lines(text)
    delimiter = find_delimiter(lines, min_share=MIN_TABLE_SHARE)
    if delimiter == NO_DELIMITER or delimiter == "," or len(lines) < MIN_TABLE_ROWS:
        return False
    first = next(_records(lines[:1], delimiter), [])
    return sum(find_cue(cell) is not None for cell in first) >= 2


def _declared(lines: list[str]) -> str:
    """The delimiter of Excel's own first line ``sep=;``, "" without one."""
    first = lines[0].strip().strip('"').lower() if lines else ""
    return first[4] if first.startswith("sep=") and len(first) == 5 else ""


def read_delimited(decoded: Decoded) -> Content:
    """Read a delimited text.

    Rows are numbered as a spreadsheet shows them: the header is row 1, and a cell with line
    breaks is in one row.
    """
    lines = _lines(decoded.text)
    declared = _declared(lines)
    if declared:
        lines = lines[1:]
    delimiter = declared or find_delimiter(lines)
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        rows = [
            Row(number, tuple(record))
            for number, record in enumerate(_records(lines, delimiter), start=2 if declared else 1)
        ]
    finally:
        csv.field_size_limit(limit)
    table = build_table(rows)
    what = DELIMITERS.get(delimiter, "ei erotinta" if delimiter == NO_DELIMITER else delimiter)
    remarks = [f"Taulukko (CSV), merkistö {decoded.encoding}, erotin: {what}.", *decoded.remarks]
    return Content(description=" ".join(remarks), tables=(table,) if table else ())
