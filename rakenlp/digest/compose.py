"""A digest from the phenomena of a period. No clock, no chance, no row order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from rakenlp.digest import sentences
from rakenlp.digest.entries import CodedName, Method, PeriodEntry, PhenomenonEntry
from rakenlp.digest.headlines import write_headlines
from rakenlp.digest.links import tie
from rakenlp.digest.material import account, describe_material, rate, tell_privacy
from rakenlp.digest.order import place
from rakenlp.digest.period import Period, read_period
from rakenlp.digest.phenomenon_block import BlockWriter, choose_quotes
from rakenlp.digest.proposals import sort_proposals
from rakenlp.digest.schema import SCHEMA_VERSION, Digest
from rakenlp.digest.signals import sort_signals
from rakenlp.errors import FrameError, SettingsError
from rakenlp.frames import PASSAGES, RATINGS
from rakenlp.records import Phenomenon, Proposal, Signal
from rakenlp.settings import JobSettings
from rakenlp.store.fingerprint import fingerprint


def compose(
    *,
    period: str,
    job: JobSettings,
    phenomena: Sequence[Phenomenon],
    passages: pd.DataFrame,
    signals: Sequence[Signal],
    proposals: Sequence[Proposal],
    ledger_counts: Mapping[str, int],
    redaction_counts: Mapping[str, int],
    flag_counts: Mapping[str, int],
    ratings: pd.DataFrame,
    taxonomy_names: Mapping[str, str],
    versions: Mapping[str, str],
    n_window_records: int,
    coverage: Mapping[str, int],
) -> Digest:
    """Compose the internal digest of a period.

    Parameters
    ----------
    period : str
        ``2026-06``, ``2026-Q2``, ``2026-H1``, ``2026`` or ``2025-06..2029-05``.
    job : JobSettings
        ``title``, ``digest``, ``privacy`` and ``phenomena.window_months`` are used.
    phenomena : sequence of Phenomenon
        All known phenomena, in any order; each stands in the digest exactly once.
    passages : DataFrame
        ``PASSAGES`` of the period, redacted.
    signals : sequence of Signal
        New and rare things.
    proposals : sequence of Proposal
        Measures that reporters propose.
    ledger_counts : mapping of str to int
        Rows by status of ``frames.LEDGER_STATUSES``.
    redaction_counts, flag_counts : mapping of str to int
        Removed personal data and indirect identifiers, by type.
    ratings : DataFrame
        ``RATINGS`` of the period.
    taxonomy_names : mapping of str to str
        Finnish names of taxonomy classes.
    versions : mapping of str to str
        Programs, models and word lists, and their versions.
    n_window_records : int
        Distinct reports in the window, the period with them.
    coverage : mapping of str to int
        The period's passages by what became of them: ``clustered``, ``assigned``,
        ``unclassified``, ``filler``, ``duplicate``, ``other_language``. Adds up to all passages.

    Returns
    -------
    Digest
        The same for the same content, whatever the order of rows, phenomena and keys.

    Raises
    ------
    FrameError
        If a table is wrong, an id stands twice, or the counts do not add up.
    SettingsError
        If the period cannot be read or the language is not Finnish.
    """
    _check(job, phenomena)
    span = read_period(period)
    passages = PASSAGES.check(passages, where="digest").sort_values("passage_id")
    ratings = RATINGS.check(ratings, where="digest")
    indexed = passages.set_index("passage_id")
    k = job.privacy.k

    placement = place(phenomena, maximum=job.digest.max_phenomena)
    at_length = (*placement.phenomena, *placement.development_themes, *placement.working)
    everything = (*at_length, *placement.other, *placement.quiet)
    quotes = choose_quotes(
        at_length if job.digest.quotes else (), indexed, max_words=job.privacy.max_quote_words
    )
    writer = BlockWriter(span, job, indexed, taxonomy_names, quotes)
    blocks = {item.phenomenon_id: writer.write(item) for item in everything}
    proposed = sort_proposals(
        proposals, list(blocks.values()), indexed, max_words=job.privacy.max_quote_words
    )
    signalled = sort_signals(signals, k=k)
    material = describe_material(
        passages,
        period=span,
        n_window_records=n_window_records,
        window_months=job.phenomena.window_months,
        k=k,
    )
    rated, n_unrated = rate(ratings, k=k)

    def written(chosen: Sequence[Phenomenon]) -> tuple[PhenomenonEntry, ...]:
        return tuple(blocks[item.phenomenon_id] for item in chosen)

    return Digest(
        schema_version=SCHEMA_VERSION,
        language="fi",
        form="internal",
        status="luonnos",
        title=f"{job.title} – {span.name}",
        organisation=job.digest.organisation,
        period=_period(span),
        previous_period=_period(span.moved(-1)),
        next_period=_period(span.moved(1)),
        headlines=write_headlines(
            placement,
            list(dict.fromkeys(item.phenomenon_label for item in proposed if item.phenomenon_id)),
            any_records=not passages.empty,
            n_proposals=len(proposed),
        ),
        material=material,
        phenomena=written(placement.phenomena),
        development_themes=written(placement.development_themes),
        working=written(placement.working),
        working_text=_working_text(passages, any_working=bool(placement.working)),
        other_phenomena=written(placement.other),
        quiet_phenomena=written(placement.quiet),
        signals=signalled[: job.digest.max_signals],
        further_signals=signalled[job.digest.max_signals :],
        proposals=proposed[: job.digest.max_proposals],
        further_proposals=proposed[job.digest.max_proposals :],
        actions=(),
        actions_text=sentences.NO_ACTIONS,
        links=tie(written((*at_length, *placement.other))),
        ratings=rated,
        accounting=account(
            ledger_counts,
            coverage,
            n_passages=len(passages),
            n_records_shown=material.records.number is not None,
        ),
        method=_method(job, versions),
        privacy=tell_privacy(
            redaction_counts,
            flag_counts,
            material=material,
            blocks=blocks.values(),
            n_ratings_suppressed=n_unrated,
            k=k,
        ),
        thanks=sentences.thanks(span, any_records=not passages.empty),
    )


def _check(job: JobSettings, phenomena: Sequence[Phenomenon]) -> None:
    if job.digest.language != "fi":
        raise SettingsError(
            f"digest.language: this version writes Finnish only (fi), got {job.digest.language!r}"
        )
    ids = Counter(item.phenomenon_id for item in phenomena)
    twice = sorted(item for item, times in ids.items() if times > 1)
    if twice:
        raise FrameError(f"digest: phenomenon {twice[0]} is given twice; give each id once")


def _period(span: Period) -> PeriodEntry:
    return PeriodEntry(
        type=span.type, start=span.start, end=span.end, name=span.name, inside=span.inside
    )


def _working_text(passages: pd.DataFrame, *, any_working: bool) -> str:
    if any_working:
        return sentences.POSITIVE
    return (
        sentences.SCATTERED_POSITIVE if (passages["tone"] == "+").any() else sentences.NO_POSITIVE
    )


def _method(job: JobSettings, versions: Mapping[str, str]) -> Method:
    return Method(
        text=sentences.method_text(k=job.privacy.k),
        versions=tuple(CodedName(code=name, name=versions[name]) for name in sorted(versions)),
        settings_fingerprint=fingerprint(_settings_without_paths(job)),
        reviewer=sentences.TO_BE_FILLED,
    )


def _settings_without_paths(job: JobSettings) -> dict[str, object]:
    """Settings that change the result; paths differ by machine, word lists may hold names."""
    settings: dict[str, object] = job.model_dump(
        mode="json",
        exclude={"inputs": True, "workspace": True, "privacy": {"allow", "block", "name_list"}},
    )
    return settings
