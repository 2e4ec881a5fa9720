"""A job from its file to its outputs: what ``rakenlp run`` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from rakenlp import frames, pipeline, protection
from rakenlp.corpus import Corpus, read_corpus
from rakenlp.digest import (
    Digest,
    compose,
    render_html,
    render_json,
    render_markdown,
    render_phenomena_csv,
)
from rakenlp.embed import Encoder
from rakenlp.errors import InputError, SettingsError
from rakenlp.manifest import make_manifest, render_manifest, versions
from rakenlp.phenomena import Followed, find_signals, follow, known_row, proposals_of, read_known
from rakenlp.privacy import Redactor
from rakenlp.records import Phenomenon, Proposal, Signal
from rakenlp.review import read_log, replay
from rakenlp.settings import JobSettings, read_job
from rakenlp.store import Workspace, keyed_fingerprint, write_text

Progress = Callable[[str, str], None]
"""Called with a stage's key and a short detail (counts, never text)."""

PERIOD_FORM = "VVVV-KK, esimerkiksi 2026-06"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left behind.

    ``digests`` by period in order; ``folders`` likewise; ``needs_person`` says, in Finnish, what
    somebody should look at.
    """

    digests: Mapping[str, Digest]
    folders: Mapping[str, Path]
    needs_person: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Material:
    """A job's input after redaction, cutting and analysis."""

    protected: protection.Protected
    passages: pd.DataFrame
    sources: dict[str, str]


def run_job(
    job: str | Path | JobSettings,
    month: str | None = None,
    *,
    progress: Progress | None = None,
) -> Digest:
    """Run a job for one month.

    Parameters
    ----------
    job : str, Path or JobSettings
        A job file or its settings.
    month : str, optional
        ``YYYY-MM``; by default the last month that has documents.
    progress : callable, optional
        Called with a stage's key and a short detail.

    Returns
    -------
    Digest
        Also written to ``<workspace>/<job>/<month>/`` as ``digest.json``, ``.md`` and ``.html``,
        with ``phenomena.csv`` and ``manifest.json``.

    Raises
    ------
    SettingsError
        If the job file or the month is wrong.
    InputError
        If an input path does not exist.
    WorkspaceBusyError
        If another job uses the workspace.
    """
    outcome = run(job, months=[month] if month else None, progress=progress)
    return list(outcome.digests.values())[-1]


def run(
    job: str | Path | JobSettings,
    *,
    months: Sequence[str] | None = None,
    all_months: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Run a job for one or several months; see :func:`run_job`.

    ``all_months`` runs every month that has documents, in order, so that each sees only its past.
    """
    settings = job if isinstance(job, JobSettings) else read_job(job)
    for month in months or ():
        _check_month(month)
    report = progress or (lambda stage, detail: None)
    with Workspace(Path(settings.workspace)) as workspace, workspace.locked():
        redactor = Redactor(settings.privacy)
        report("read", "")
        corpus = read_corpus(
            list(settings.inputs), settings.read.columns or None, settings=settings.read
        )
        material = _prepare(corpus, redactor, settings, workspace, report)
        wanted = _periods(material.passages, months, all_months=all_months)
        material = _date_undated(material, wanted[-1], settings, workspace)
        workspace.keep_passages(settings.name, material.passages, sources=material.sources)
        encoder = pipeline.load_encoder(
            settings.embed.encoder, batch_size=settings.embed.batch_size
        )
        digests: dict[str, Digest] = {}
        folders: dict[str, Path] = {}
        for period in wanted:
            digest, folder = _run_period(
                period, material, encoder, settings, workspace, report=report
            )
            digests[period], folders[period] = digest, folder
    return Outcome(digests, folders, _needs_person(corpus))


def _check_month(month: str) -> None:
    year, _, number = month.partition("-")
    good = len(year) == 4 and year.isdigit() and len(number) == 2 and number.isdigit()
    if not good or not 1 <= int(number) <= 12:
        raise SettingsError(f"kuukausi {month!r} ei kelpaa; muoto on {PERIOD_FORM}")


def _prepare(
    corpus: Corpus,
    redactor: Redactor,
    settings: JobSettings,
    workspace: Workspace,
    report: Progress,
) -> _Material:
    report("redact", f"{len(corpus.documents)}")
    key = keyed_fingerprint(
        [settings.privacy.model_dump_json(), *corpus.documents["text"]], key=workspace.key
    )
    protected = protection.protect(corpus, redactor, steps=workspace.steps(settings.name), key=key)
    report("text", f"{len(protected.documents)}")
    passages = protection.cut(protected, redactor, settings=settings.text)
    documents = protected.documents
    sources = dict(zip(documents["doc_id"], documents["source"], strict=True))
    return _Material(protected, passages, sources)


def _periods(
    passages: pd.DataFrame, months: Sequence[str] | None, *, all_months: bool
) -> list[str]:
    dated = sorted(set(passages["month"]) - {""})
    if months:
        return sorted(set(months))
    if not dated:
        raise InputError(
            "aineistossa ei ole päivämääriä eikä kuukautta ole annettu; "
            f"anna kuukausi: --month {PERIOD_FORM}"
        )
    return dated if all_months else dated[-1:]


def _date_undated(
    material: _Material, period: str, settings: JobSettings, workspace: Workspace
) -> _Material:
    """Read passages without a date into the period, once: later runs keep their month."""
    passages = material.passages
    undated = passages["month"] == ""
    if not undated.any():
        return material
    if settings.undated == "skip":
        return _Material(
            material.protected, passages[~undated].reset_index(drop=True), material.sources
        )
    known = workspace.months_of(settings.name, passages.loc[undated, "passage_id"].tolist())
    dates = passages.loc[undated, "passage_id"].map(lambda name: known.get(name, period))
    passages = passages.assign(month=passages["month"].mask(undated, dates).astype("str"))
    return _Material(material.protected, passages, material.sources)


def window_months(period: str, n_months: int) -> list[str]:
    """Return the months of the window that ends with ``period``, oldest first."""
    year, month = (int(part) for part in period.split("-"))
    last = year * 12 + month - 1
    return [f"{i // 12:04}-{i % 12 + 1:02}" for i in range(last - n_months + 1, last + 1)]


def _run_period(
    period: str,
    material: _Material,
    encoder: Encoder,
    settings: JobSettings,
    workspace: Workspace,
    *,
    report: Progress,
) -> tuple[Digest, Path]:
    months = window_months(period, settings.phenomena.window_months)
    passages = workspace.passages(settings.name, first_month=months[0], last_month=period)
    report("embed", f"{period} · {len(passages)}")
    analysis = pipeline.analyse(
        passages, encoder, settings=settings.text, steps=workspace.steps(settings.name)
    )
    report("group", period)
    before = workspace.registry(settings.name, before=period)
    own = workspace.registry_of(settings.name, period)
    used = workspace.used_ids(settings.name)
    followed: list[Followed] = []
    found: list[pipeline.Found] = []
    for strand in frames.STRANDS:
        part = pipeline.find(
            analysis, strand, cluster=settings.cluster, phenomena=settings.phenomena
        )
        found.append(part)
        result = follow(
            part.phenomena,
            part.passages,
            part.vectors,
            strand=strand,
            period=period,
            months=months,
            known=read_known([row for row in before if row["strand"] == strand]),
            own=read_known([row for row in own if row["strand"] == strand]),
            used_ids=[*used, *(item.phenomenon_id for one in followed for item in one.registry)],
            settings=settings.phenomena,
            k=settings.privacy.k,
            max_quote_words=settings.privacy.max_quote_words,
        )
        followed.append(result)
    report("digest", period)
    log = read_log(workspace.decisions(settings.name))
    decided = replay([item for one in followed for item in one.phenomena], log)
    current = passages[passages["month"] == period].reset_index(drop=True)
    digest = compose(
        period=period,
        job=settings,
        phenomena=decided.phenomena,
        passages=current,
        signals=_signals(followed, found, analysis, period, settings),
        proposals=_proposals(current, decided.phenomena, settings),
        ledger_counts=_counts(material.protected.ledger["status"]),
        redaction_counts=material.protected.redactions,
        flag_counts=material.protected.flags,
        ratings=_ratings_of(material.protected.ratings, period),
        taxonomy_names=_class_names(),
        versions=versions(encoder),
        n_window_records=int(passages["record_id"].nunique()),
        coverage=_coverage(current, found, material.protected.ledger),
    )
    folder = workspace.outputs(settings.name, period)
    outputs = {
        "digest.json": render_json(digest),
        "digest.md": render_markdown(digest),
        "digest.html": render_html(digest),
        "phenomena.csv": render_phenomena_csv(digest),
    }
    manifest = make_manifest(
        period,
        material.protected.documents,
        passages,
        encoder,
        settings=settings,
        outputs=outputs,
        log=log,
    )
    for name, text in outputs.items():
        write_text(folder / name, text)
    write_text(folder / "manifest.json", render_manifest(manifest))
    registry = [known_row(item) for one in followed for item in one.registry]
    workspace.finish_run(settings.name, period, registry=registry, manifest=manifest)
    return digest, folder


def _signals(
    followed: Sequence[Followed],
    found: Sequence[pipeline.Found],
    analysis: pipeline.Analysis,
    period: str,
    settings: JobSettings,
) -> list[Signal]:
    lives = frames.STRANDS.index("elama")
    return find_signals(
        followed[lives].phenomena,
        found[lives].passages,
        found[lives].clusters,
        analysis.tokens,
        analysis.passages,
        period=period,
        at_most=settings.digest.max_signals,
    )


def _proposals(
    current: pd.DataFrame, phenomena: Sequence[Phenomenon], settings: JobSettings
) -> list[Proposal]:
    return proposals_of(
        current,
        {name: item.phenomenon_id for item in phenomena for name in item.passage_ids},
        max_words=settings.privacy.max_quote_words,
    )


def _counts(column: pd.Series) -> dict[str, int]:
    return {str(name): int(count) for name, count in sorted(Counter(column).items())}


def _ratings_of(ratings: pd.DataFrame, period: str) -> pd.DataFrame:
    return ratings[ratings["month"].isin([period, ""])].reset_index(drop=True)


def _class_names() -> dict[str, str]:
    return {
        name: record.name
        for tagger in pipeline.taggers().values()
        for name, record in tagger.classes.items()
    }


def _coverage(
    current: pd.DataFrame, found: Sequence[pipeline.Found], ledger: pd.DataFrame
) -> dict[str, int]:
    """Say what became of the period's passages; the counts add up to all of them."""
    clusters = pd.concat([part.clusters for part in found])
    label = dict(zip(clusters["passage_id"], clusters["cluster"], strict=True))
    became: Counter[str] = Counter()
    for name, role in zip(current["passage_id"], current["role"], strict=True):
        if name in label:
            became["clustered" if label[name] >= 0 else "unclassified"] += 1
        else:
            became["assigned" if role == "proposal" else "other_language"] += 1
    return dict(sorted(became.items()))


def _needs_person(corpus: Corpus) -> tuple[str, ...]:
    """Sentences on what was left for a person: unreadable files and rows."""
    unreadable = corpus.ledger[corpus.ledger["status"] == "unreadable"]
    lines: list[str] = []
    for row in unreadable.to_dict("records"):
        place = f"{row['source']}" + (f", rivi {row['row']}" if row["row"] else "")
        lines.append(f"{place}: {row['reason']}")
    return tuple(lines)
