"""The tables that pass between rooms, declared once, and their check.

A stage that makes a table ends with ``return PASSAGES.check(frame, where="text")``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pandera.pandas as pa

from rakenlp.errors import FrameError
from rakenlp.records import Strand

# In these checks pandera's failure case is the name of a column, never a value.
COLUMN_CHECKS = ("column_in_dataframe", "column_in_schema", "column_ordered")


@dataclass(frozen=True)
class FrameSchema:
    """A named table: its columns in order, each with a pandera column."""

    name: str
    columns: dict[str, pa.Column]
    unique: tuple[str, ...] = ()
    schema: pa.DataFrameSchema = field(init=False, repr=False)

    def __post_init__(self) -> None:
        schema = pa.DataFrameSchema(
            self.columns, strict=True, ordered=True, unique=list(self.unique) or None
        )
        object.__setattr__(self, "schema", schema)

    def check(self, frame: pd.DataFrame, *, where: str) -> pd.DataFrame:
        """Return ``frame`` with exactly the declared columns, in order.

        Raises
        ------
        FrameError
            If a column is missing or unknown, has another type, or a value is out of
            range. The message names columns and checks, never values: they may be text
            of a report.
        """
        try:
            checked: pd.DataFrame = self.schema.validate(frame.reset_index(drop=True), lazy=True)
        except pa.errors.SchemaErrors as err:
            cases = err.failure_cases
            faults = sorted(
                {
                    f"{case if check in COLUMN_CHECKS else column}: {check}"
                    for column, check, case in zip(
                        cases["column"], cases["check"], cases["failure_case"], strict=True
                    )
                }
            )
            raise FrameError(
                f"{where}: table {self.name!r} is wrong: {'; '.join(faults)}"
            ) from None
        return checked

    def build(self, rows: list[dict[str, Any]], *, where: str) -> pd.DataFrame:
        """Make and check a table from rows; no rows give an empty table of the right types."""
        if not rows:
            return self.empty()
        return self.check(pd.DataFrame(rows)[list(self.columns)], where=where)

    def empty(self) -> pd.DataFrame:
        """Return the table without rows."""
        return pd.DataFrame(
            {
                name: pd.Series(dtype="object" if column.dtype is None else column.dtype.type)
                for name, column in self.columns.items()
            }
        )


def _text() -> pa.Column:
    return pa.Column(str)


def _one_of(*values: str) -> pa.Column:
    return pa.Column(str, pa.Check.isin(list(values)))


def _count(at_least: int = 0) -> pa.Column:
    return pa.Column("int64", pa.Check.ge(at_least))


def _share() -> pa.Column:
    return pa.Column("float64", pa.Check.in_range(0.0, 1.0))


def _objects() -> pa.Column:
    """A column of tuples."""
    return pa.Column(object)


ROLES = ("observation", "proposal", "answer", "note", "paragraph")
STRANDS: tuple[Strand, ...] = ("elama", "kehittaminen")
LEDGER_STATUSES = (
    "document",  # became a document
    "empty",  # nothing in it
    "filler",  # "ei ole", "-": an answer that says nothing
    "duplicate",  # same text in the same fields as an earlier document
    "personal",  # a column or list of personal data, dropped at reading
    "metadata",  # a column or line that is kept as a field, a date or a title
    "instruction",  # a board's instruction to its users
    "leftover",  # a stray piece of a board
    "unreadable",  # could not be read; the reason says what to do
    "undated",  # left out of the period because it has no date
)

DOCUMENTS = FrameSchema(
    "documents",
    {
        "doc_id": _text(),
        "record_id": _text(),
        "text": _text(),
        "role": _one_of(*ROLES),
        "strand": _one_of(*STRANDS),
        "source": _text(),
        "sheet": _text(),
        "row": _count(),
        "column": _text(),
        "question": _text(),
        "date": _text(),
        "month": _text(),
        "service": _text(),
        "place": _text(),
        "reporter_group": _text(),
        "target_group": _text(),
        "tone": _one_of("", "+", "-", "0"),
        "multiplicity": _count(1),
    },
    unique=("doc_id",),
)

LEDGER = FrameSchema(
    "ledger",
    {
        "source": _text(),
        "sheet": _text(),
        "row": _count(),
        "column": _text(),
        "unit": _one_of("file", "sheet", "column", "row", "note", "paragraph", "line"),
        "status": _one_of(*LEDGER_STATUSES),
        "reason": _text(),
        "doc_id": _text(),
    },
)

RATINGS = FrameSchema(
    "ratings",
    {
        "record_id": _text(),
        "source": _text(),
        "statement": _text(),
        "value": pa.Column("float64"),
        "scale_min": _count(),
        "scale_max": _count(),
        "month": _text(),
    },
)

# ``start`` and ``end`` are offsets in the redacted text of the document. ``multiplicity``
# counts how many times the same text was sent. ``quotable`` is False when the
# passage holds a placeholder of personal data or an indirect identifier.
PASSAGES = FrameSchema(
    "passages",
    {
        "passage_id": _text(),
        "doc_id": _text(),
        "record_id": _text(),
        "text": _text(),
        "start": _count(),
        "end": _count(),
        "language": _one_of("fi", "sv", "en", "other"),
        "role": _one_of(*ROLES),
        "strand": _one_of(*STRANDS),
        "month": _text(),
        "service": _text(),
        "place": _text(),
        "reporter_group": _text(),
        "target_group": _text(),
        "tone": _one_of("", "+", "-", "0"),
        "multiplicity": _count(1),
        "quotable": pa.Column(bool),
        "repaired": pa.Column(bool),
    },
    unique=("passage_id",),
)

# ``text`` is the position of the text in the given list, ``parts`` a compound's
# lemmas joined with "|" ("" for a simple word).
TOKENS = FrameSchema(
    "tokens",
    {
        "text": _count(),
        "sentence": _count(),
        "start": _count(),
        "surface": _text(),
        "lemma": _text(),
        "upos": _text(),
        "known": pa.Column(bool),
        "readings": _count(),
        "parts": _text(),
        "chosen": _one_of("only", "context", "frequency", "guess"),
    },
)

# ``cluster`` is −1 for unclassified (``reason`` says why), else 0, 1, …;
# ``strength`` is 0–1, how firmly the passage belongs.
CLUSTERS = FrameSchema(
    "clusters",
    {
        "passage_id": _text(),
        "cluster": pa.Column("int64", pa.Check.ge(-1)),
        "strength": _share(),
        "reason": _text(),
    },
    unique=("passage_id",),
)

# One row a phenomenon, as :class:`rakenlp.PhenomenonMiner` shows it.
PHENOMENA = FrameSchema(
    "phenomena",
    {
        "cluster": pa.Column("int64", pa.Check.ge(0)),
        "label": _text(),
        "terms": _objects(),
        "size": _count(1),
        "records": _count(1),
        "taxonomy": _objects(),
        "national": _objects(),
        "shl11": _objects(),
        "representatives": _objects(),
        "members": _objects(),
    },
    unique=("cluster",),
)
