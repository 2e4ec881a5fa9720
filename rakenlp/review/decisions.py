"""Decisions of people about phenomena, replayed on every run.

A decision is never changed or removed; undoing one is a decision of its own. Keyed by
permanent phenomenon ids, they hold in later months and after recomputation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rakenlp.errors import InputError
from rakenlp.records import Phenomenon

KINDS: Mapping[str, str] = {
    "rename": "nimeä uudelleen",
    "hide": "jätä koosteesta pois",
    "show": "ota takaisin koosteeseen",
    "note": "muistiinpano",
    "undo": "peru päätös",
}
MAX_LABEL = 80  # characters; a longer name does not fit a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the log. ``target`` is a phenomenon id, or a decision number for ``undo``."""

    number: int
    time: str
    author: str
    kind: str
    target: str
    value: str


@dataclass(frozen=True, slots=True)
class Replay:
    """Phenomena after the decisions; ``hidden`` were left out, ``not_applied`` found no target."""

    phenomena: tuple[Phenomenon, ...]
    hidden: tuple[Phenomenon, ...]
    not_applied: tuple[Decision, ...]


def check_decision(kind: str, target: str, value: str, *, log: Sequence[Decision]) -> None:
    """Refuse a decision that could never apply.

    Raises
    ------
    InputError
        If the kind is unknown, a new name is empty or too long, or an undo names no decision.
    """
    if kind not in KINDS:
        raise InputError(f"päätöslajia {kind!r} ei ole; lajit: {', '.join(KINDS)}")
    if kind == "rename" and not 0 < len(value.strip()) <= MAX_LABEL:
        raise InputError(f"uudessa nimessä pitää olla 1–{MAX_LABEL} merkkiä")
    if kind == "undo" and target not in {str(decision.number) for decision in log}:
        raise InputError(f"päätöstä numero {target} ei ole; katso: rakenlp review list")


def read_log(rows: Iterable[Mapping[str, Any]]) -> list[Decision]:
    """Turn stored rows into decisions, oldest first."""
    fields = ("number", "time", "author", "kind", "target", "value")
    return [Decision(**{name: row[name] for name in fields}) for row in rows]


def replay(phenomena: Sequence[Phenomenon], log: Sequence[Decision]) -> Replay:
    """Apply the log to a period's phenomena.

    Parameters
    ----------
    phenomena : sequence of Phenomenon
    log : sequence of Decision
        Oldest first; a later decision on the same phenomenon wins.
    """
    undone = {decision.target for decision in log if decision.kind == "undo"}
    by_id = {item.phenomenon_id: item for item in phenomena}
    hidden: set[str] = set()
    lost: list[Decision] = []
    for decision in log:
        if str(decision.number) in undone or decision.kind in ("undo", "note"):
            continue
        if decision.target not in by_id:
            lost.append(decision)
        elif decision.kind == "rename":
            by_id[decision.target] = replace(
                by_id[decision.target], label=decision.value.strip(), renamed=True
            )
        elif decision.kind == "hide":
            hidden.add(decision.target)
        else:
            hidden.discard(decision.target)
    return Replay(
        phenomena=tuple(item for key, item in by_id.items() if key not in hidden),
        hidden=tuple(item for key, item in by_id.items() if key in hidden),
        not_applied=tuple(lost),
    )
