"""Frozen values that pass between rooms.

A table of many values is a checked DataFrame (:mod:`rakenlp.frames`); a single
value, or a matrix that must not lose track of its rows, is a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Role = Literal["observation", "proposal", "answer", "note", "paragraph"]
Strand = Literal["elama", "kehittaminen"]
State = Literal["uusi", "toistuva", "vahvistuva", "heikkenevä", "hiljainen", "palannut"]
Chosen = Literal["only", "context", "frequency", "guess"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One free text: a report, a proposal, a note, an answer or a memo paragraph.

    ``doc_id`` depends on the content alone (text and fields), never on the row
    order. ``record_id`` is shared by the texts of one row, so that distinct
    reports can be counted. ``date`` is ``YYYY-MM-DD`` or "", ``month`` is
    ``YYYY-MM`` or "".
    """

    doc_id: str
    record_id: str
    text: str
    role: Role
    strand: Strand
    source: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    question: str = ""
    date: str = ""
    month: str = ""
    service: str = ""
    place: str = ""
    reporter_group: str = ""
    target_group: str = ""
    tone: str = ""
    multiplicity: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One stretch of personal data: offsets in the text that was given.

    ``score`` is 0–1, the confidence of the rule that found it.
    """

    start: int
    end: int
    type: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An indirect identifier: left in the text, but the passage is not quoted."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A text without its personal data, and where that data stood."""

    text: str
    spans: tuple[Span, ...]
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One repair: ``before`` at ``start`` of the given text became ``after``."""

    start: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A repaired text and every change made to it."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note of a board. ``confidence`` (0–1) that its borders are right."""

    text: str
    confidence: float
    group: str = ""
    start_line: int = 0
    end_line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A whiteboard export taken apart; no character of it is lost."""

    question: str
    groups: tuple[str, ...]
    notes: tuple[Note, ...]
    leftovers: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lemma:
    """The dictionary form of one token.

    ``known`` is False for a word outside the dictionary: kept, because new
    words are what is mined for. ``parts`` are the lemmas of a compound.
    """

    surface: str
    lemma: str
    upos: str
    known: bool
    readings: int = 1
    parts: tuple[str, ...] = ()
    chosen: Chosen = "only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A taxonomy class found in a text. ``score`` is 0–1; ``evidence`` are the words."""

    id: str
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount:
    """Distinct reports of a phenomenon in one month (``YYYY-MM``)."""

    month: str
    n_records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phenomenon:
    """A group of passages with an identity over time and its evidence.

    ``phenomenon_id`` is permanent (``I-0001``). ``n_records`` are distinct reports of the
    period, ``n_window`` of the whole window (with the period), ``months`` the counts of the
    window's months in order, zeros included. ``passage_ids`` are the period's passages, best
    first; ``representative_ids`` a few of them that may be shown inside the organisation, at
    most one of a report. ``taxonomy`` are class ids, best first; ``national`` the national
    phenomena's codes, ``shl11`` the items of SHL 11 §. ``tones`` counts "+", "-" and "0"
    records of the period. ``match_score`` (0–1) says how surely this is the known phenomenon
    of that id; 1.0 for a new one.
    """

    phenomenon_id: str
    label: str
    strand: Strand
    terms: tuple[str, ...]
    taxonomy: tuple[str, ...]
    national: tuple[str, ...]
    shl11: tuple[int, ...]
    state: State
    first_month: str
    last_month: str
    n_records: int
    n_window: int
    months: tuple[MonthCount, ...]
    passage_ids: tuple[str, ...]
    representative_ids: tuple[str, ...]
    services: tuple[tuple[str, int], ...]
    reporter_groups: tuple[tuple[str, int], ...]
    tones: tuple[tuple[str, int], ...]
    match_score: float = 1.0
    renamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A measure that a reporter proposes (redacted text), and whom it is addressed to."""

    text: str
    passage_id: str
    phenomenon_id: str
    level: str
    addressee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something new or rare, and why it is shown. ``kind`` is a key, ``why`` Finnish."""

    kind: Literal["new_phenomenon", "single", "new_word", "returned"]
    title: str
    why: str
    passage_ids: tuple[str, ...]
    phenomenon_id: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Embeddings:
    """Vectors that cannot lose track of their texts.

    ``vectors`` is float32 of shape ``(len(ids), dim)``, rows of length 1 (a text
    without any known word is a zero row). ``model`` is ``name@revision``.
    """

    ids: tuple[str, ...]
    vectors: npt.NDArray[np.float32]
    model: str

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or len(self.vectors) != len(self.ids):
            raise ValueError(
                f"vectors: expected shape ({len(self.ids)}, dim), got {self.vectors.shape}"
            )
