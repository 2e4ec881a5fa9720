"""The columns that Microsoft Forms puts before the questions, in whatever language.

``ID, Start time, Completion time, Email, Name[, Last modified time][, Language]``, found by
position and type of value, as the headers are translated.
"""

from __future__ import annotations

from collections.abc import Sequence

from rakenlp.corpus.cues import find_cues
from rakenlp.corpus.values import Values

ID, START, COMPLETION, EMAIL, NAME, EXTRA = range(6)


def _is_id(values: Values) -> bool:
    """Whole positive numbers, all different."""
    whole = all(number.is_integer() and number >= 1 for number in values.numbers)
    return values.kind == "number" and whole and values.n_different == values.n


def _is_time(values: Values) -> bool:
    return values.kind == "date" and values.clock


def _asks(header: str) -> bool:
    """Whether the header is a question of the form and no field of the tool."""
    return any(
        cue.role in ("observation", "proposal", "question", "text") for cue in find_cues(header)
    )


def find_forms_columns(values: Sequence[Values], headers: Sequence[str]) -> dict[int, str]:
    """Position → role of a form's own columns; empty when the table is no such export.

    Examples
    --------
    >>> find_forms_columns([], [])
    {}
    """
    if len(values) <= NAME or not _is_id(values[ID]):
        return {}
    if not (_is_time(values[START]) and _is_time(values[COMPLETION])):
        return {}
    if values[EMAIL].kind not in ("contact", "empty") or _asks(headers[EMAIL]):
        return {}
    roles = {ID: "metadata", START: "metadata", COMPLETION: "completion", EMAIL: "personal"}
    if values[NAME].kind in ("short", "empty", "contact") and not _asks(headers[NAME]):
        roles[NAME] = "personal"
    if len(values) > EXTRA and _is_time(values[EXTRA]):
        roles[EXTRA] = "metadata"
    return roles
