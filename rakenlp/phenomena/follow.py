"""A month's groups become phenomena: recognised, counted, with their state and history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rakenlp.phenomena.describe import centroid, national_codes, representatives, shl11_items
from rakenlp.phenomena.facets import guess_tone
from rakenlp.phenomena.label_keeping import keep_labels
from rakenlp.phenomena.registry import Candidate, Known, Match, match, next_ids
from rakenlp.phenomena.taxonomy import TaxonomyClass, read_taxonomy
from rakenlp.phenomena.trends import month_counts, state
from rakenlp.records import Phenomenon, Strand
from rakenlp.settings import PhenomenaSettings

TONES = ("+", "-", "0")


@dataclass(frozen=True, slots=True)
class Followed:
    """All known phenomena of a strand after a period, and the registry to keep.

    ``matches`` says of each found group how it was recognised.
    """

    phenomena: list[Phenomenon]
    registry: list[Known]
    matches: list[Match]


@dataclass(frozen=True, eq=False)
class _Window:
    """The passages of the window in lists, and what stays the same for all phenomena."""

    row: dict[str, int]
    columns: dict[str, list[Any]]
    vectors: npt.NDArray[np.float32]
    totals: dict[str, int]
    months: Sequence[str]
    period: str
    k: int
    max_quote_words: int


def follow(
    phenomena: pd.DataFrame,
    passages: pd.DataFrame,
    vectors: npt.NDArray[np.float32],
    *,
    strand: Strand,
    period: str,
    months: Sequence[str],
    known: Sequence[Known],
    own: Sequence[Known] = (),
    used_ids: Iterable[str] = (),
    settings: PhenomenaSettings,
    k: int,
    max_quote_words: int,
) -> Followed:
    """Recognise the groups of a window and describe each phenomenon in the period.

    Parameters
    ----------
    phenomena : DataFrame
        PHENOMENA of the window's passages.
    passages : DataFrame
        PASSAGES of the window.
    vectors : ndarray of float32, shape (n_passages, dim)
        Aligned with ``passages``.
    strand : {"elama", "kehittaminen"}
    period : str
        ``YYYY-MM``, the last month of the window.
    months : sequence of str
        The window's months in order.
    known : sequence of Known
        The registry before the period.
    own : sequence of Known
        The registry of an earlier run of this very period: what was new then keeps its id.
    used_ids : iterable of str
        Ids ever given; none is given again.
    settings : PhenomenaSettings
    k : int
        A trend is claimed only of at least so many reports.
    max_quote_words : int
        Longer passages are not representatives.

    Returns
    -------
    Followed
        ``phenomena`` and ``registry`` in the order of their ids. A known phenomenon that was
        not found is *hiljainen* and stays in the registry as it was; one whose passages now
        belong to other groups is not listed at all. A recognised one keeps
        its label, unless fewer than ``k`` passages gave it that name
        or it no longer says what the group holds.
    """
    window = _window(passages, vectors, months, period, k, max_quote_words)
    before = {item.phenomenon_id: item for item in known}
    again = [item for item in own if item.phenomenon_id not in before]
    rows: list[dict[str, Any]] = [
        {str(name): value for name, value in row.items()} for row in phenomena.to_dict("records")
    ]
    found = [_candidate(row, strand, window) for row in rows]
    matches = match(found, [*known, *again], threshold=settings.match_threshold)
    given = [*used_ids, *before, *(item.phenomenon_id for item in own)]
    ids = _give_ids(matches, found, given)
    classes = read_taxonomy(strand)
    gone = [item for item in known if item.phenomenon_id not in set(ids)]
    quiet = [item for item in gone if not is_dissolved(item, found)]
    labels = keep_labels(rows, ids, before, classes, quiet, k=k)
    described: list[Phenomenon] = []
    registry: list[Known] = []
    for i in sorted(range(len(rows)), key=lambda i: ids[i]):
        old = before.get(ids[i])
        entry = _registered(rows[i], found[i], ids[i], labels[i], old, window)
        registry.append(entry)
        score = matches[i].score if old else 1.0
        described.append(_phenomenon(rows[i], entry, window, score))
    registry += gone
    described += [_silent(item, window, classes) for item in quiet]
    return Followed(
        phenomena=sorted(described, key=lambda item: item.phenomenon_id),
        registry=sorted(registry, key=lambda item: item.phenomenon_id),
        matches=matches,
    )


def is_dissolved(item: Known, found: Sequence[Candidate]) -> bool:
    """Whether most of a lost phenomenon's passages now belong to other groups."""
    elsewhere = {name for group in found for name in group.member_ids}
    return len(elsewhere & set(item.member_ids)) > len(item.member_ids) / 2


def _window(
    passages: pd.DataFrame,
    vectors: npt.NDArray[np.float32],
    months: Sequence[str],
    period: str,
    k: int,
    max_quote_words: int,
) -> _Window:
    names = (
        "passage_id", "record_id", "text", "month", "service", "reporter_group", "tone", "quotable",
    )  # fmt: skip
    columns = {name: passages[name].tolist() for name in names}
    totals: dict[str, set[str]] = {}
    for record, month in zip(columns["record_id"], columns["month"], strict=True):
        totals.setdefault(month, set()).add(record)
    return _Window(
        row={name: i for i, name in enumerate(columns["passage_id"])},
        columns=columns,
        vectors=vectors,
        totals={month: len(records) for month, records in totals.items()},
        months=months,
        period=period,
        k=k,
        max_quote_words=max_quote_words,
    )


def _candidate(row: Mapping[str, Any], strand: Strand, window: _Window) -> Candidate:
    at = [window.row[name] for name in row["members"]]
    months = sorted(month for i in at if (month := window.columns["month"][i]))
    return Candidate(
        strand=strand,
        terms=tuple(row["terms"]),
        taxonomy=tuple(row["taxonomy"]),
        prototype=centroid(window.vectors[at]),
        member_ids=tuple(sorted(row["members"])),
        first_month=months[0] if months else window.period,
    )


def _give_ids(
    matches: Sequence[Match], found: Sequence[Candidate], given: Iterable[str]
) -> list[str]:
    """Ids of the found groups; new ones in the order of size, first month, content."""
    new = sorted(
        (item.candidate for item in matches if item.phenomenon_id is None),
        key=lambda i: (-len(found[i].member_ids), found[i].first_month, found[i].member_ids),
    )
    fresh = dict(zip(new, next_ids(given, len(new)), strict=True))
    return [item.phenomenon_id or fresh[item.candidate] for item in matches]


def _registered(
    row: Mapping[str, Any],
    found: Candidate,
    name: str,
    label: str,
    old: Known | None,
    window: _Window,
) -> Known:
    months = [window.columns["month"][window.row[item]] for item in row["members"]]
    last = max([month for month in months if month], default=window.period)
    return Known(
        phenomenon_id=name,
        label=label,
        strand=found.strand,
        terms=found.terms,
        taxonomy=found.taxonomy,
        prototype=found.prototype,
        member_ids=found.member_ids,
        first_month=min(found.first_month, old.first_month) if old else found.first_month,
        last_month=max(last, old.last_month) if old else last,
    )


def _phenomenon(row: Mapping[str, Any], entry: Known, window: _Window, score: float) -> Phenomenon:
    columns = window.columns
    at = [window.row[name] for name in row["members"]]
    here = [i for i in at if columns["month"][i] == window.period]
    counts = month_counts(
        ((columns["record_id"][i], columns["month"][i]) for i in at), window.months
    )
    short = [i for i in here if len(columns["text"][i].split()) <= window.max_quote_words]
    shown = representatives(
        short,
        window.vectors,
        texts=columns["text"],
        records=columns["record_id"],
        quotable=columns["quotable"],
    )
    return Phenomenon(
        phenomenon_id=entry.phenomenon_id,
        label=entry.label,
        strand=entry.strand,
        terms=entry.terms,
        taxonomy=entry.taxonomy,
        national=tuple(row["national"]),
        shl11=tuple(row["shl11"]),
        state=state(
            counts, window.totals, first_month=entry.first_month, period=window.period, k=window.k
        ),
        first_month=entry.first_month,
        last_month=entry.last_month,
        n_records=len({columns["record_id"][i] for i in here}),
        n_window=len({columns["record_id"][i] for i in at}),
        months=counts,
        passage_ids=tuple(columns["passage_id"][i] for i in here),
        representative_ids=tuple(columns["passage_id"][i] for i in shown),
        services=_tally(here, window, "service"),
        reporter_groups=_tally(here, window, "reporter_group"),
        tones=_tones(here, window),
        match_score=score,
    )


def _tally(rows: Sequence[int], window: _Window, name: str) -> tuple[tuple[str, int], ...]:
    """Distinct reports by the value of a field, commonest first; "" is left out."""
    pairs = {(window.columns["record_id"][i], window.columns[name][i]) for i in rows}
    counts = Counter(value for _, value in pairs if value)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _tones(rows: Sequence[int], window: _Window) -> tuple[tuple[str, int], ...]:
    """Reports by tone: the form's field where it is filled in, else a guess from the text."""
    texts: dict[str, list[str]] = {}
    fields: dict[str, str] = {}
    for i in sorted(rows):
        record = window.columns["record_id"][i]
        texts.setdefault(record, []).append(window.columns["text"][i])
        fields[record] = fields.get(record) or window.columns["tone"][i]
    tones = Counter(fields[name] or guess_tone("\n".join(texts[name])) for name in texts)
    return tuple((tone, tones[tone]) for tone in TONES)


def _silent(item: Known, window: _Window, classes: Mapping[str, TaxonomyClass]) -> Phenomenon:
    """A known phenomenon that no group of the window was recognised as."""
    named = [name for name in item.taxonomy if name in classes]
    return Phenomenon(
        phenomenon_id=item.phenomenon_id,
        label=item.label,
        strand=item.strand,
        terms=item.terms,
        taxonomy=item.taxonomy,
        national=national_codes(named, classes),
        shl11=shl11_items(named, classes),
        state="hiljainen",
        first_month=item.first_month,
        last_month=item.last_month,
        n_records=0,
        n_window=0,
        months=month_counts((), window.months),
        passage_ids=(),
        representative_ids=(),
        services=(),
        reporter_groups=(),
        tones=tuple((tone, 0) for tone in TONES),
    )
