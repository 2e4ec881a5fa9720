"""The parts of a digest. Every text in them is ready to be read, in Finnish."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from rakenlp.records import State, Strand

MONTH_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])$"


class Entry(BaseModel):
    """Base of all parts: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PeriodEntry(Entry):
    """The time that something covers."""

    type: Literal["kuukausi", "neljännes", "puolivuosi", "vuosi", "jakso"] = Field(
        description="Kind of period; 'jakso' is any other span of months."
    )
    start: str = Field(pattern=MONTH_PATTERN, description="First month, YYYY-MM.")
    end: str = Field(pattern=MONTH_PATTERN, description="Last month, YYYY-MM, included.")
    name: str = Field(description="Finnish name in the nominative: 'kesäkuu 2026'.")
    inside: str = Field(description="Finnish name as an adverbial: 'kesäkuussa 2026'.")


class Count(Entry):
    """A number of distinct reports as it may be shown."""

    number: int | None = Field(
        ge=0, description="The count; null when it is below k or would give a hidden one away."
    )
    rounded: bool = Field(description="True when the number is rounded to a multiple of five.")
    text: str = Field(description="The count in Finnish words, or why it is not shown.")


class Cell(Entry):
    """One class of a one-way table."""

    name: str = Field(description="Finnish name of the class.")
    count: Count = Field(description="Distinct reports, with complementary suppression.")


class CodedName(Entry):
    """A code and its Finnish name."""

    code: str = Field(description="Stable code, for programs.")
    name: str = Field(description="Finnish name, for people.")


class NamedCount(Entry):
    """A count of rows, passages or removals: never of reports about a phenomenon."""

    code: str = Field(description="Stable code, for programs.")
    name: str = Field(description="Finnish name, for people.")
    number: int | None = Field(
        ge=0, description="The count; null where it would tell a number of reports below k."
    )


class Material(Entry):
    """What the digest is made of."""

    records: Count = Field(description="Distinct reports of the period.")
    records_window: Count = Field(description="Distinct reports of the window with the period.")
    window_months: int = Field(ge=1, description="Length of the window in months.")
    passages: int | None = Field(
        ge=0, description="Passages of the period; null when the reports are below k."
    )
    by_source: tuple[Cell, ...] = Field(description="Reports by kind of source.")
    by_service: tuple[Cell, ...] = Field(description="Reports by service.")
    by_reporter_group: tuple[Cell, ...] = Field(description="Reports by group of reporters.")
    summary: str = Field(description="The amount of material in one or two sentences.")
    small_material: str = Field(description="Caution for small material; '' when not needed.")


class MonthEntry(Entry):
    """One month of a phenomenon's history."""

    month: str = Field(pattern=MONTH_PATTERN, description="YYYY-MM.")
    name: str = Field(description="Finnish name: 'kesäkuu 2026'.")
    number: int | None = Field(ge=0, description="Distinct reports; null when 1…k−1.")


class Quote(Entry):
    """A redacted passage, for use inside the organisation only."""

    passage_id: str = Field(description="Id of the passage.")
    text: str = Field(description="Redacted text, at most max_quote_words words; '…' marks a cut.")


class PhenomenonEntry(Entry):
    """One phenomenon or development theme."""

    id: str = Field(description="Permanent id, for example I-0001.")
    label: str = Field(description="Finnish name in the nominative.")
    strand: Strand = Field(
        description="'elama': phenomena in people's lives; 'kehittaminen': development themes."
    )
    description: str = Field(description="Two or three sentences that the counts bear.")
    who: str = Field(
        description="Services and target groups in words, or why not; '' without reports."
    )
    services: tuple[str, ...] = Field(description="Services, alphabetically, when they may show.")
    target_groups: tuple[str, ...] = Field(description="Target groups, under the same rule.")
    reporter_groups: tuple[str, ...] = Field(
        description="Groups of reporters with at least k reports of this phenomenon each."
    )
    count: Count = Field(description="Distinct reports of the period.")
    count_window: Count = Field(description="Distinct reports of the window.")
    state: State = Field(description="State of the phenomenon against its history.")
    state_name: str = Field(description="The state as a Finnish heading word.")
    first_month: str = Field(pattern=MONTH_PATTERN, description="Month of the first report ever.")
    months: tuple[MonthEntry, ...] = Field(description="The window's months in order.")
    taxonomy: tuple[CodedName, ...] = Field(description="Taxonomy classes, best first.")
    national: tuple[CodedName, ...] = Field(
        description="National phenomena of THL: ASU, MT, PR, TT."
    )
    shl11: tuple[CodedName, ...] = Field(
        description="Needs for support, items 1–10 of section 11 of the Social Welfare Act."
    )
    terms: tuple[str, ...] = Field(description="Dictionary forms that describe it, best first.")
    quotes: tuple[Quote, ...] = Field(description="Representative passages; at most one a report.")
    source_ids: tuple[str, ...] = Field(description="Passages of the period that it rests on.")
    next_step: str = Field(description="Slot for the next step, filled by people.")


class SignalEntry(Entry):
    """Something new or rare."""

    kind: Literal["new_phenomenon", "single", "new_word", "returned"] = Field(
        description="What kind of signal this is."
    )
    kind_name: str = Field(description="The kind in Finnish.")
    title: str = Field(description="Name of the signal.")
    why: str = Field(description="Why it is shown, in a sentence.")
    phenomenon_id: str = Field(description="Id of its phenomenon; '' when it has none.")
    source_ids: tuple[str, ...] = Field(description="Passages that it rests on.")


class ProposalEntry(Entry):
    """A measure that a reporter proposes."""

    text: str = Field(description="Redacted text, shortened; '' when it must be read first.")
    note: str = Field(description="Why the text is not shown; '' when it is.")
    phenomenon_id: str = Field(description="Id of its phenomenon; '' when it has none.")
    phenomenon_label: str = Field(description="The grounds: name of the phenomenon, or ''.")
    level: str = Field(description="Level that could decide, or ''.")
    addressee: str = Field(description="To whom it is addressed, or ''.")
    next_step: str = Field(description="Slot for the next step, filled by people.")
    source_id: str = Field(description="Passage of the proposal.")


class ActionEntry(Entry):
    """What was done about an earlier observation."""

    text: str = Field(description="What was done or decided.")
    phenomenon_label: str = Field(description="The phenomenon that it answers.")
    status: str = Field(description="Status in Finnish, for example 'johtoryhmässä'.")


class Link(Entry):
    """A tie to national knowledge or to the law."""

    kind: Literal["kansallinen_ilmio", "shl11"] = Field(description="What it ties to.")
    code: str = Field(description="National code, or item of the law.")
    name: str = Field(description="Finnish name.")
    phenomenon_ids: tuple[str, ...] = Field(description="Phenomena tied.")
    labels: tuple[str, ...] = Field(description="Their names, in the same order.")


class Rating(Entry):
    """Answers to one statement of a survey, at least k of them."""

    statement: str = Field(description="The statement or question.")
    mean: str = Field(description="Mean with a decimal comma, half rounded up: '3,7'.")
    n: int = Field(ge=1, description="Distinct answers.")
    scale_min: int = Field(ge=0, description="Lowest choice of the scale.")
    scale_max: int = Field(ge=0, description="Highest choice of the scale.")


class Method(Entry):
    """How the digest was made."""

    text: tuple[str, ...] = Field(description="Fixed sentences: method and its limits.")
    versions: tuple[CodedName, ...] = Field(
        description="Programs, models and word lists: name as code, version as name."
    )
    settings_fingerprint: str = Field(
        description="Hash of the settings without file paths and word lists of the team."
    )
    reviewer: str = Field(description="Slot for the person who checks the digest.")
