"""What people decide: the append-only log, and what it does to the findings."""

from rakenlp.review.decisions import (
    KINDS,
    Decision,
    Replay,
    check_decision,
    read_log,
    replay,
)

__all__ = ["KINDS", "Decision", "Replay", "check_decision", "read_log", "replay"]
