"""New and weak signals, in the order of their kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rakenlp.digest import names
from rakenlp.digest.entries import SignalEntry
from rakenlp.digest.finnish_text import sentence
from rakenlp.records import Signal


def sort_signals(signals: Sequence[Signal], *, k: int) -> tuple[SignalEntry, ...]:
    """Order signals by kind and title, and keep counts below k out of their reasons."""
    kinds = list(names.SIGNALS)
    ordered = sorted(
        signals, key=lambda item: (kinds.index(item.kind), item.title, item.passage_ids)
    )
    return tuple(
        SignalEntry(
            kind=item.kind,
            kind_name=names.SIGNALS[item.kind],
            title=item.title,
            why=_safe_reason(item, k=k),
            phenomenon_id=item.phenomenon_id,
            source_ids=item.passage_ids,
        )
        for item in ordered
    )


def _safe_reason(signal: Signal, *, k: int) -> str:
    """The signal's own reason, unless it holds a number that could be a count below k."""
    numbers = [int(digits) for digits in re.findall(r"\d+", signal.why)]
    if not signal.why or any(0 < number < k for number in numbers):
        return names.SIGNAL_REASONS[signal.kind]
    return sentence(signal.why)
