"""What was masked and flagged, for the person who approves: types and counts, never values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rakenlp.records import Redaction


def count_types(redactions: Iterable[Redaction]) -> dict[str, int]:
    """Count the masked spans by type, in alphabetical order of the type."""
    counts = Counter(span.type for redaction in redactions for span in redaction.spans)
    return dict(sorted(counts.items()))


def count_rules(redactions: Iterable[Redaction]) -> dict[str, int]:
    """Count the masked spans by the rule that found them, in alphabetical order."""
    counts = Counter(span.rule for redaction in redactions for span in redaction.spans)
    return dict(sorted(counts.items()))


def count_flags(redactions: Iterable[Redaction]) -> dict[str, int]:
    """Count the flags of indirect identifiers by type, in alphabetical order."""
    counts = Counter(flag.type for redaction in redactions for flag in redaction.flags)
    return dict(sorted(counts.items()))
