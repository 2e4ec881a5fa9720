"""The tables of a workspace (SQLAlchemy Core). Redacted texts only."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

PASSAGES = Table(
    "passages",
    metadata,
    Column("job", String(80), primary_key=True),
    Column("passage_id", String(40), primary_key=True),
    Column("source", Text, nullable=False),
    Column("doc_id", String(40), nullable=False, index=True),
    Column("record_id", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("language", String(8), nullable=False),
    Column("role", String(20), nullable=False),
    Column("strand", String(20), nullable=False),
    Column("month", String(7), nullable=False, index=True),
    Column("service", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("reporter_group", Text, nullable=False),
    Column("target_group", Text, nullable=False),
    Column("tone", String(1), nullable=False),
    Column("multiplicity", Integer, nullable=False),
    Column("quotable", Boolean, nullable=False),
    Column("repaired", Boolean, nullable=False),
)

# The registry as it stood after each period: rerunning a period starts from the
# one before it and ends the same.
REGISTRY = Table(
    "registry",
    metadata,
    Column("job", String(80), primary_key=True),
    Column("period", String(10), primary_key=True),
    Column("phenomenon_id", String(20), primary_key=True),
    Column("strand", String(20), nullable=False),
    Column("label", Text, nullable=False),
    Column("terms", JSON, nullable=False),
    Column("taxonomy", JSON, nullable=False),
    Column("prototype", LargeBinary, nullable=False),
    Column("member_ids", JSON, nullable=False),
    Column("first_month", String(7), nullable=False),
    Column("last_month", String(7), nullable=False),
)

# Append-only: rows are never changed or deleted; undoing is a row of its own.
DECISIONS = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("job", String(80), nullable=False, index=True),
    Column("time", String(32), nullable=False),
    Column("author", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("target", String(40), nullable=False),
    Column("value", Text, nullable=False),
)

RUNS = Table(
    "runs",
    metadata,
    Column("job", String(80), primary_key=True),
    Column("period", String(10), primary_key=True),
    Column("manifest", JSON, nullable=False),
)
