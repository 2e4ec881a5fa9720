"""The counts around the phenomena: material, survey ratings, accounting and privacy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from rakenlp.digest import names
from rakenlp.digest.entries import Cell, Material, NamedCount, PhenomenonEntry, Rating
from rakenlp.digest.finnish_text import capitalised, decimal_comma
from rakenlp.digest.gate import Shown, show_cells, show_count, show_window_total
from rakenlp.digest.period import Period
from rakenlp.digest.phenomenon_block import as_count
from rakenlp.digest.schema import Accounting, Privacy
from rakenlp.digest.sentences import SMALL_MATERIAL, SMALL_MATERIAL_NOTE, material_summary
from rakenlp.errors import FrameError


def describe_material(
    passages: pd.DataFrame, *, period: Period, n_window_records: int, window_months: int, k: int
) -> Material:
    """Count the period's reports, passages and sources.

    Parameters
    ----------
    passages : DataFrame
        ``PASSAGES`` of the period.
    period : Period
        The period.
    n_window_records : int
        Distinct reports in the window, the period with them.
    window_months : int
        Length of the window.
    k : int
        Smallest count shown.
    """
    n_records = int(passages["record_id"].nunique())
    records = show_count(n_records, k=k)
    window = show_window_total(max(n_window_records, n_records), n_records, k=k)
    sources = passages.assign(source=passages["role"].map(names.SOURCES))
    return Material(
        records=as_count(records),
        records_window=as_count(window),
        window_months=window_months,
        passages=None if records.number is None else len(passages),
        by_source=_cells(sources, "source", k=k, total=records),
        by_service=_cells(sources, "service", k=k, total=records),
        by_reporter_group=_cells(sources, "reporter_group", k=k, total=records),
        summary=material_summary(period, records, window, window_months=window_months),
        small_material=SMALL_MATERIAL_NOTE if 0 < n_records < SMALL_MATERIAL else "",
    )


def _cells(passages: pd.DataFrame, column: str, *, k: int, total: Shown) -> tuple[Cell, ...]:
    """One-way table of distinct reports; a report without a value counts as "Ei tietoa"."""
    rows = passages[["record_id", column]].drop_duplicates()
    named = rows[rows[column] != ""]
    counts = {str(name): int(number) for name, number in named[column].value_counts().items()}
    nameless = len(set(rows["record_id"]) - set(named["record_id"]))
    if counts and nameless:
        counts[names.NOT_GIVEN] = nameless
    shown = show_cells(counts, k=k, total=total.number)
    return tuple(Cell(name=name, count=as_count(count)) for name, count in shown.items())


def rate(ratings: pd.DataFrame, *, k: int) -> tuple[tuple[Rating, ...], int]:
    """Means of survey statements.

    Parameters
    ----------
    ratings : DataFrame
        ``RATINGS`` of the period.
    k : int
        Fewest distinct answers of a statement that is shown.

    Returns
    -------
    ratings : tuple of Rating
        By statement and scale.
    n_suppressed : int
        Statements left out.
    """
    shown, suppressed = [], 0
    groups = ratings.groupby(["statement", "scale_min", "scale_max"], sort=True)
    for _, rows in groups:
        first = rows.iloc[0]
        n = int(rows["record_id"].nunique())
        if n < k:
            suppressed += 1
            continue
        shown.append(
            Rating(
                statement=str(first["statement"]),
                mean=decimal_comma(rows["value"]),
                n=n,
                scale_min=int(first["scale_min"]),
                scale_max=int(first["scale_max"]),
            )
        )
    return tuple(shown), suppressed


def account(
    ledger_counts: Mapping[str, int],
    coverage: Mapping[str, int],
    *,
    n_passages: int,
    n_records_shown: bool,
) -> Accounting:
    """Show what became of every row and passage.

    Parameters
    ----------
    ledger_counts : mapping of str to int
        Rows by status of ``frames.LEDGER_STATUSES``.
    coverage : mapping of str to int
        Passages by what became of them: keys of :data:`names.COVERAGE`.
    n_passages : int
        Passages of the period, which the coverage must add up to.
    n_records_shown : bool
        When the number of reports is hidden, so are the numbers that would tell it: passages,
        read texts and totals.

    Raises
    ------
    FrameError
        If a key is not known or the coverage does not add up.
    """
    _check_keys(ledger_counts, names.LEDGER, "ledger_counts")
    _check_keys(coverage, names.COVERAGE, "coverage")
    if sum(coverage.values()) != n_passages:
        raise FrameError(
            f"digest: coverage accounts for {sum(coverage.values())} passages, "
            f"but there are {n_passages}; give each passage exactly one status"
        )
    hidden = set() if n_records_shown else {"document", *names.COVERAGE}
    hidden_ledger = hidden - {"filler", "duplicate"}
    unclassified = coverage.get("unclassified", 0)
    return Accounting(
        ledger=_named(ledger_counts, names.LEDGER, hidden=hidden_ledger),
        ledger_total=sum(ledger_counts.values()) if n_records_shown else None,
        coverage=_named(coverage, names.COVERAGE, hidden=hidden),
        coverage_total=n_passages if n_records_shown else None,
        unclassified=_unclassified_text(unclassified, n_passages=n_passages),
    )


def _unclassified_text(unclassified: int, *, n_passages: int) -> str:
    if not n_passages:
        return "Luokiteltavia tekstejä ei ollut."
    if not unclassified:
        return "Jokainen tekstin kohta löysi paikkansa jostakin ilmiöstä tai tästä erittelystä."
    return (
        "Osa tekstien kohdista ei liittynyt mihinkään ilmiöön. Ne ovat tallessa tarkistusta varten."
    )


def _check_keys(counts: Mapping[str, int], known: Mapping[str, str], name: str) -> None:
    unknown = sorted(set(counts) - set(known))
    if unknown:
        raise FrameError(
            f"digest: {name} has an unknown status {unknown[0]!r} (known: {', '.join(known)})"
        )


def _named(
    counts: Mapping[str, int], known: Mapping[str, str], *, hidden: Iterable[str] = ()
) -> tuple[NamedCount, ...]:
    """Counts above zero, in the order of the table of names."""
    return tuple(
        NamedCount(code=code, name=name, number=None if code in hidden else counts[code])
        for code, name in known.items()
        if counts.get(code, 0)
    )


def tell_privacy(
    redaction_counts: Mapping[str, int],
    flag_counts: Mapping[str, int],
    *,
    material: Material,
    blocks: Iterable[PhenomenonEntry],
    n_ratings_suppressed: int,
    k: int,
) -> Privacy:
    """Tell what was removed and how many counts are not shown."""
    shown = list(blocks)
    suppressed = {
        "records": (material.records.number is None) + (material.records_window.number is None),
        "sources": _n_hidden(material.by_source),
        "services": _n_hidden(material.by_service),
        "reporter_groups": _n_hidden(material.by_reporter_group),
        "phenomena": sum(block.count.number is None for block in shown),
        "windows": sum(block.count_window.number is None for block in shown),
        "months": sum(month.number is None for block in shown for month in block.months),
        "ratings": n_ratings_suppressed,
    }
    return Privacy(
        k=k,
        redactions=_by_type(redaction_counts),
        flags=_by_type(flag_counts),
        suppressed=_named(suppressed, names.SUPPRESSED),
    )


def _n_hidden(cells: Iterable[Cell]) -> int:
    return sum(cell.count.number is None for cell in cells)


def _by_type(counts: Mapping[str, int]) -> tuple[NamedCount, ...]:
    """Counts by type of identifier; a type without a name in the table is shown as it is."""
    return tuple(
        NamedCount(
            code=code,
            name=names.IDENTIFIERS.get(code, capitalised(code.replace("_", " ").lower())),
            number=counts[code],
        )
        for code in sorted(counts)
        if counts[code]
    )
