"""The digest as a versioned document: model, JSON Schema and reading.

A new field raises the minor version, any other change the major one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from rakenlp.digest.entries import (
    ActionEntry,
    Entry,
    Link,
    Material,
    Method,
    NamedCount,
    PeriodEntry,
    PhenomenonEntry,
    ProposalEntry,
    Rating,
    SignalEntry,
)
from rakenlp.errors import InputError, SchemaVersionError
from rakenlp.store.files import write_text

SCHEMA_VERSION = "1.0"
SCHEMA_MAJOR = SCHEMA_VERSION.partition(".")[0]


class Accounting(Entry):
    """What became of every row and every passage."""

    ledger: tuple[NamedCount, ...] = Field(description="Rows read, by what became of them.")
    ledger_total: int | None = Field(
        ge=0, description="Sum of the ledger; null when the reports are below k."
    )
    coverage: tuple[NamedCount, ...] = Field(description="Passages, by what became of them.")
    coverage_total: int | None = Field(
        ge=0, description="Sum of the coverage; null when the reports are below k."
    )
    unclassified: str = Field(description="The passages outside phenomena, in a sentence.")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        for name, items, total in (
            ("ledger", self.ledger, self.ledger_total),
            ("coverage", self.coverage, self.coverage_total),
        ):
            numbers = [item.number for item in items if item.number is not None]
            if total is not None and (len(numbers) < len(items) or sum(numbers) != total):
                raise ValueError(f"{name} does not add up to its total")
        return self


class Privacy(Entry):
    """What was removed and what is not shown."""

    k: int = Field(ge=3, description="Smallest number of distinct reports that is shown.")
    redactions: tuple[NamedCount, ...] = Field(description="Personal data removed, by type.")
    flags: tuple[NamedCount, ...] = Field(
        description="Indirect identifiers found, by type: left in the text, never quoted."
    )
    suppressed: tuple[NamedCount, ...] = Field(description="Counts that are not shown.")


class Digest(Entry):
    """A digest of social reports (*kooste*) for one period."""

    schema_version: Literal["1.0"] = Field(description="Version of this schema, major.minor.")
    language: Literal["fi"] = Field(description="Language of the texts.")
    form: Literal["internal"] = Field(
        description="'internal': for use inside the organisation, with quotes and source ids."
    )
    status: Literal["luonnos", "hyväksytty"] = Field(
        description="'luonnos' until a person has approved it."
    )
    title: str = Field(description="Title with the period.")
    organisation: str = Field(description="Name of the organisation; '' when not set.")
    period: PeriodEntry = Field(description="The time covered.")
    previous_period: PeriodEntry = Field(description="The period before it, as long.")
    next_period: PeriodEntry = Field(description="The period after it, as long.")
    headlines: tuple[str, ...] = Field(
        min_length=1, max_length=3, description="What rose, what is new, what asks for a decision."
    )
    material: Material = Field(description="Reports, passages and where they came from.")
    phenomena: tuple[PhenomenonEntry, ...] = Field(
        description="Phenomena that rose, by recurrence, newness and severity."
    )
    development_themes: tuple[PhenomenonEntry, ...] = Field(
        description="Themes of developing the work, in the same form and order."
    )
    working: tuple[PhenomenonEntry, ...] = Field(
        description="Phenomena whose reports are mainly positive."
    )
    working_text: str = Field(description="What can be said of positive observations at large.")
    other_phenomena: tuple[PhenomenonEntry, ...] = Field(
        description="Single observations and phenomena past the maximum, shown shortly."
    )
    quiet_phenomena: tuple[PhenomenonEntry, ...] = Field(
        description="Known phenomena without reports in the period."
    )
    signals: tuple[SignalEntry, ...] = Field(description="New and weak signals.")
    further_signals: tuple[SignalEntry, ...] = Field(description="Signals past the maximum.")
    proposals: tuple[ProposalEntry, ...] = Field(description="Measures proposed by reporters.")
    further_proposals: tuple[ProposalEntry, ...] = Field(description="Proposals past the maximum.")
    actions: tuple[ActionEntry, ...] = Field(description="What became of earlier observations.")
    actions_text: str = Field(description="Shown when there are no actions; else ''.")
    links: tuple[Link, ...] = Field(description="Ties to national phenomena and SHL 11 §.")
    ratings: tuple[Rating, ...] = Field(description="Survey ratings with at least k answers.")
    accounting: Accounting = Field(description="What became of every row and passage.")
    method: Method = Field(description="Method, versions and settings.")
    privacy: Privacy = Field(description="Removed personal data and counts that are not shown.")
    thanks: tuple[str, ...] = Field(description="Thanks to the reporters, and what comes next.")


def digest_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of ``digest.json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:rakenlp:digest:{SCHEMA_MAJOR}",
        **Digest.model_json_schema(mode="serialization"),
    }


def write_schema(path: str | Path) -> None:
    """Write the JSON Schema to a file.

    Raises
    ------
    StoreError
        If the file cannot be written.
    """
    text = json.dumps(digest_schema(), ensure_ascii=False, indent=2, sort_keys=True)
    write_text(Path(path), f"{text}\n")


def load_digest(path: str | Path) -> Digest:
    """Read a ``digest.json``.

    Parameters
    ----------
    path : str or Path
        A file that :func:`rakenlp.digest.render_json` made, by this or a later version of the
        same major schema version. Fields that this version does not know are left out, so the
        result always has this version's ``schema_version``.

    Returns
    -------
    Digest

    Raises
    ------
    SchemaVersionError
        If the file has another major version, or none.
    InputError
        If the file is missing, is not JSON, or is not a digest.
    """
    path = Path(path)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as err:
        raise InputError(f"{path}: the digest cannot be read ({err.strerror})") from err
    except ValueError:
        raise InputError(f"{path}: not a JSON file; make it again with rakenlp digest") from None
    if not isinstance(data, dict):
        raise InputError(f"{path}: not a digest; expected an object at the top")
    _check_version(str(data.get("schema_version", "")), path=path)
    data["schema_version"] = SCHEMA_VERSION
    try:
        return Digest.model_validate_json(json.dumps(_without_unknown(data)))
    except ValidationError as err:
        first = err.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the digest"
        raise InputError(
            f"{path} at {place}: {first['msg']}; make the file again with rakenlp digest"
        ) from None


def _check_version(version: str, *, path: Path) -> None:
    if version.partition(".")[0] == SCHEMA_MAJOR:
        return
    if not version:
        raise SchemaVersionError(
            f"{path}: no schema_version; expected {SCHEMA_MAJOR}.x. Is this a digest.json?"
        )
    raise SchemaVersionError(
        f"{path}: schema version {version}, this rakenlp reads {SCHEMA_MAJOR}.x; install the "
        f"rakenlp that wrote the file (its version stands in method.versions)"
    )


def _without_unknown(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out fields that the model does not know; other faults are left to be told."""
    try:
        Digest.model_validate_json(json.dumps(data))
    except ValidationError as err:
        for fault in err.errors(include_url=False, include_input=False):
            if fault["type"] == "extra_forbidden":
                *place, field = fault["loc"]
                part: Any = data
                for step in place:
                    part = part[step]
                del part[field]
    return data
