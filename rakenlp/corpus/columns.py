"""Which role each column of a table has, from its header and its values."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rakenlp.corpus.contents import Cell
from rakenlp.corpus.cues import find_cues, fold
from rakenlp.corpus.forms import find_forms_columns
from rakenlp.corpus.names import are_common_nouns, are_names
from rakenlp.corpus.ratings import fit_scale, written_scale
from rakenlp.corpus.values import Values, describe_values
from rakenlp.errors import SettingsError

TEXT_ROLES = ("observation", "proposal", "answer")
FIELD_ROLES = ("service", "place", "reporter_group", "target_group")
ROLES = (*TEXT_ROLES, *FIELD_ROLES, "date", "tone", "rating", "personal", "metadata", "unknown")
# Two statements to grade make a survey about the work; one grade comes with client feedback.
MIN_SURVEY_RATINGS = 2
# "Yhteydenotto sujui" is a statement to grade, "Yhteystieto" is not.
MIN_STATEMENT_WORDS = 2

# How sure a role is, 0-1: named by the user or a form's layout, told by the header, by header
# and values together, by the values alone, by nothing.
SURE, TOLD, AGREED, SEEN, LEFT = 1.0, 0.95, 0.85, 0.6, 0.3

BY_HEADER = "otsikon perusteella"
BY_VALUES = "sisällön perusteella"
BY_BOTH = "otsikon ja sisällön perusteella"
BY_LAYOUT = "lomakkeen vakiosarake"


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """The role of a column (one of ``ROLES``), why in Finnish, and how surely (0-1)."""

    header: str
    role: str
    reason: str
    confidence: float


def check_roles(columns: Mapping[str, str]) -> dict[str, str]:
    """Folded header → role of the user's own choices.

    Raises
    ------
    SettingsError
        If a role is unknown; the message names the nearest one.
    """
    for header, role in columns.items():
        if role not in ROLES:
            near = difflib.get_close_matches(role, ROLES, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise SettingsError(
                f"columns: unknown role {role!r} for header {header!r}{hint} "
                f"(known: {', '.join(ROLES)})"
            )
    return {fold(header): role for header, role in columns.items()}


def detect_columns(
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    columns: Mapping[str, str] | None = None,
) -> list[ColumnGuess]:
    """Guess the role of every column.

    Parameters
    ----------
    headers : sequence of str
    rows : sequence of sequences of Cell
        The data below the headers; short rows are allowed. The order of rows does not matter.
    columns : mapping of str to str, optional
        Header → role; wins over every guess.

    Returns
    -------
    list of ColumnGuess
        One for each header, in order.

    Raises
    ------
    SettingsError
        If ``columns`` names an unknown role.

    Examples
    --------
    >>> [guess.role for guess in detect_columns(["Pvm", "Kuvaa havaintosi"], [["5.4.2026", "Jonot"]])]
    ['date', 'observation']
    """
    chosen = check_roles(columns or {})
    values = [
        describe_values(row[position] for row in rows if position < len(row))
        for position in range(len(headers))
    ]
    layout = find_forms_columns(values, headers)
    guesses = []
    for position, header in enumerate(headers):
        if fold(header) in chosen:
            guess = ColumnGuess(header, chosen[fold(header)], "asetusten perusteella", SURE)
        elif position in layout:
            guess = ColumnGuess(header, layout[position], BY_LAYOUT, SURE)
        else:
            guess = _guess(header, values[position])
        guesses.append(guess)
    return _settle(guesses)


def _guess(header: str, values: Values) -> ColumnGuess:
    """The role of one column on its own; "text", "question" and "completion" are settled later."""
    cues = find_cues(header)
    roles = [cue.role for cue in cues]
    if values.kind == "contact":
        return ColumnGuess(header, "personal", BY_VALUES, TOLD)
    named_unit = bool(roles) and roles[0] in ("service", "place") and cues[0].strong
    if named_unit and are_names(values.sample):
        return ColumnGuess(header, "personal", BY_VALUES, SEEN)
    if "personal" in roles and not named_unit:
        return _guess_personal(header, values, roles)
    if cues and cues[0].strong:
        return _guess_strong(header, values, roles[0])
    if values.kind == "number":
        return _guess_number(header, values, roles)
    if values.kind in ("date", "tone"):
        return ColumnGuess(header, values.kind, BY_VALUES, SEEN)
    if values.kind == "long" and "person_or_group" in roles:
        return ColumnGuess(header, "personal", BY_HEADER, AGREED)
    if values.kind == "long" and values.choice and not set(roles) & {*TEXT_ROLES, "text"}:
        return ColumnGuess(header, "metadata", BY_VALUES, SEEN)
    if values.kind == "long":
        role = next((r for r in roles if r in (*TEXT_ROLES, "text", "question")), "answer")
        return ColumnGuess(header, role, BY_BOTH if cues else BY_VALUES, AGREED if cues else SEEN)
    if values.kind == "short" and not roles and are_names(values.sample):
        return ColumnGuess(header, "personal", BY_VALUES, SEEN)
    return _guess_short(header, values, roles)


def _guess_personal(header: str, values: Values, roles: Sequence[str]) -> ColumnGuess:
    """A header that asks for personal data, among other things perhaps."""
    asks_text = any(role in (*TEXT_ROLES, "text") for role in roles)
    if asks_text and values.kind == "long" and not are_names(values.sample):
        role = next(role for role in roles if role in (*TEXT_ROLES, "text"))
        return ColumnGuess(header, role, BY_BOTH, SEEN)
    on_scale = values.kind == "number" and fit_scale(values.numbers) is not None
    if on_scale and len(header.split()) >= MIN_STATEMENT_WORDS:
        return ColumnGuess(header, "rating", BY_VALUES, SEEN)
    return ColumnGuess(header, "personal", BY_HEADER, TOLD)


def _guess_strong(header: str, values: Values, role: str) -> ColumnGuess:
    if role == "date" and values.kind == "long":
        return ColumnGuess(header, "answer", BY_VALUES, SEEN)
    if role in ("reporter_group", "target_group") and values.kind == "number":
        # Exact ages or codes: nothing that the texts could be grouped by.
        return ColumnGuess(header, "metadata", BY_VALUES, SEEN)
    if role in (*FIELD_ROLES, "tone") and values.kind == "long" and not values.choice:
        return ColumnGuess(header, "question", BY_VALUES, SEEN)
    if role in TEXT_ROLES and values.choice and values.kind != "long":
        return ColumnGuess(header, "metadata", BY_VALUES, SEEN)
    return ColumnGuess(header, role, BY_HEADER, TOLD)


def _guess_number(header: str, values: Values, roles: Sequence[str]) -> ColumnGuess:
    scale = written_scale(header) or fit_scale(values.numbers)
    on_scale = scale is not None and all(scale.holds(number) for number in values.numbers)
    if "metadata" in roles or not on_scale:
        return ColumnGuess(header, "metadata", BY_VALUES, SEEN)
    agreed = "rating" in roles
    return ColumnGuess(
        header, "rating", BY_BOTH if agreed else BY_VALUES, AGREED if agreed else SEEN
    )


def _guess_short(header: str, values: Values, roles: Sequence[str]) -> ColumnGuess:
    """Short values or none at all: choices of a form, or short answers."""
    role = roles[0] if roles else "unknown"
    if role == "person_or_group":
        known = are_common_nouns(values.sample)
        return ColumnGuess(header, "reporter_group" if known else "personal", BY_VALUES, SEEN)
    if role in (*TEXT_ROLES, "text", "question") and values.choice:
        return ColumnGuess(header, "metadata", BY_VALUES, SEEN)
    if role == "rating":
        return ColumnGuess(header, "metadata", BY_VALUES, LEFT)
    if role == "unknown" and values.choice:
        return ColumnGuess(header, "metadata", BY_VALUES, SEEN)
    if role == "unknown":
        return ColumnGuess(header, role, "roolia ei tunnistettu", LEFT)
    return ColumnGuess(header, role, BY_HEADER, AGREED)


def _settle(guesses: Sequence[ColumnGuess]) -> list[ColumnGuess]:
    """Give the roles that depend on the other columns of the table."""
    n_ratings = sum(guess.role == "rating" for guess in guesses)
    texts = [guess for guess in guesses if guess.role in (*TEXT_ROLES, "text", "question")]
    lone = [guess for guess in texts if guess.role == "text"]
    has_observation = any(guess.role == "observation" for guess in texts)
    is_report = n_ratings < MIN_SURVEY_RATINGS and not has_observation and len(lone) == 1
    settled = []
    for guess in guesses:
        if guess.role == "text":
            settled.append(replace(guess, role="observation" if is_report else "answer"))
        elif guess.role == "question":
            settled.append(replace(guess, role="answer"))
        elif guess.role == "completion":
            settled.append(replace(guess, role="date", confidence=SEEN))
        else:
            settled.append(guess)
    return settled


def is_survey(guesses: Sequence[ColumnGuess]) -> bool:
    """Whether the table is a survey about the work itself: two or more statements to grade."""
    return sum(guess.role == "rating" for guess in guesses) >= MIN_SURVEY_RATINGS
