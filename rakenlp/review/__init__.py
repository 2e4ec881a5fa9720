"""What people decide: the append-only log, and what it does to the findings."""

from rakenlp.review.decisions import (
    KINDS,
    Decision,
    Replay,
    check_decision,
    read_log,
    replay,
)
from rakenlp.review.log import decide, decisions_of

__all__ = [
    "KINDS",
    "Decision",
    "Replay",
    "check_decision",
    "decide",
    "decisions_of",
    "read_log",
    "replay",
]
