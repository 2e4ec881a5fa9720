"""First schema: passages, registry, decisions, runs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "passages",
        sa.Column("job", sa.String(80), primary_key=True),
        sa.Column("passage_id", sa.String(40), primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("doc_id", sa.String(40), nullable=False, index=True),
        sa.Column("record_id", sa.String(40), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("strand", sa.String(20), nullable=False),
        sa.Column("month", sa.String(7), nullable=False, index=True),
        sa.Column("service", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("reporter_group", sa.Text, nullable=False),
        sa.Column("target_group", sa.Text, nullable=False),
        sa.Column("tone", sa.String(1), nullable=False),
        sa.Column("multiplicity", sa.Integer, nullable=False),
        sa.Column("quotable", sa.Boolean, nullable=False),
        sa.Column("repaired", sa.Boolean, nullable=False),
    )
    op.create_table(
        "registry",
        sa.Column("job", sa.String(80), primary_key=True),
        sa.Column("period", sa.String(10), primary_key=True),
        sa.Column("phenomenon_id", sa.String(20), primary_key=True),
        sa.Column("strand", sa.String(20), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("terms", sa.JSON, nullable=False),
        sa.Column("taxonomy", sa.JSON, nullable=False),
        sa.Column("prototype", sa.LargeBinary, nullable=False),
        sa.Column("member_ids", sa.JSON, nullable=False),
        sa.Column("first_month", sa.String(7), nullable=False),
        sa.Column("last_month", sa.String(7), nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("job", sa.String(80), nullable=False, index=True),
        sa.Column("time", sa.String(32), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("target", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "runs",
        sa.Column("job", sa.String(80), primary_key=True),
        sa.Column("period", sa.String(10), primary_key=True),
        sa.Column("manifest", sa.JSON, nullable=False),
    )
