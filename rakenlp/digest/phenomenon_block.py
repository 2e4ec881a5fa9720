"""A phenomenon as a digest shows it: gated counts, names, sentences and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from rakenlp.digest import names, sentences
from rakenlp.digest.entries import CodedName, Count, MonthEntry, PhenomenonEntry, Quote
from rakenlp.digest.finnish_text import month_name
from rakenlp.digest.gate import Shown, names_to_show, show_count, show_window
from rakenlp.digest.period import Period
from rakenlp.errors import FrameError
from rakenlp.records import Phenomenon
from rakenlp.settings import JobSettings

# A digest is one to two pages.
MAX_QUOTES = 2


def as_count(shown: Shown) -> Count:
    """A gated count as a part of the digest."""
    return Count(number=shown.number, rounded=shown.rounded, text=shown.text)


def shorten(text: str, *, max_words: int) -> str:
    """First words of a text on one line; "…" marks the cut."""
    words = text.split()
    if len(words) <= max_words:
        return " ".join(words)
    return f"{' '.join(words[:max_words]).rstrip('.,;:!?')}…"


def choose_quotes(
    phenomena: Iterable[Phenomenon], passages: pd.DataFrame, *, max_words: int
) -> dict[str, tuple[Quote, ...]]:
    """Choose quotes for phenomena in order, at most one from a report in the whole digest.

    Parameters
    ----------
    phenomena : iterable of Phenomenon
        In the order of the digest.
    passages : DataFrame
        ``PASSAGES`` indexed by ``passage_id``. Only quotable passages are quoted.
    max_words : int
        Words of a quote.
    """
    used: set[str] = set()
    quotes: dict[str, tuple[Quote, ...]] = {}
    for phenomenon in phenomena:
        chosen: list[Quote] = []
        for passage_id in phenomenon.representative_ids:
            if len(chosen) == MAX_QUOTES or passage_id not in passages.index:
                continue
            row = passages.loc[passage_id]
            record_id = str(row["record_id"])
            if row["quotable"] and record_id not in used:
                used.add(record_id)
                text = shorten(str(row["text"]), max_words=max_words)
                chosen.append(Quote(passage_id=passage_id, text=text))
        quotes[phenomenon.phenomenon_id] = tuple(chosen)
    return quotes


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """What all blocks of a digest share. ``passages`` is indexed by ``passage_id``."""

    period: Period
    job: JobSettings
    passages: pd.DataFrame
    taxonomy_names: Mapping[str, str]
    quotes: Mapping[str, tuple[Quote, ...]]

    def write(self, phenomenon: Phenomenon) -> PhenomenonEntry:
        """Write the block of one phenomenon."""
        k = self.job.privacy.k
        count = show_count(phenomenon.n_records, k=k)
        window = show_window(
            phenomenon.n_window, [month.n_records for month in phenomenon.months], k=k
        )
        services = [name for name, number in phenomenon.services if number]
        groups = self._target_groups(phenomenon)
        shown_services = names_to_show(services, phenomenon.n_records, k=k)
        shown_groups = names_to_show(groups, phenomenon.n_records, k=k)
        return PhenomenonEntry(
            id=phenomenon.phenomenon_id,
            label=phenomenon.label,
            strand=phenomenon.strand,
            description=sentences.describe(
                phenomenon,
                count,
                window,
                period=self.period,
                window_months=self.job.phenomena.window_months,
            ),
            who=sentences.who(shown_services, shown_groups, known=any(services) or any(groups))
            if phenomenon.n_records
            else "",
            services=shown_services,
            target_groups=shown_groups,
            reporter_groups=tuple(
                sorted(name for name, number in phenomenon.reporter_groups if name and number >= k)
            ),
            count=as_count(count),
            count_window=as_count(window),
            state=phenomenon.state,
            state_name=names.STATES[phenomenon.state],
            first_month=phenomenon.first_month,
            months=_months(phenomenon, k=k),
            taxonomy=tuple(
                CodedName(code=code, name=self.taxonomy_names.get(code, code))
                for code in phenomenon.taxonomy
            ),
            national=national_names(phenomenon.national),
            shl11=shl11_names(phenomenon),
            terms=phenomenon.terms,
            quotes=self.quotes.get(phenomenon.phenomenon_id, ()),
            source_ids=phenomenon.passage_ids,
            next_step=sentences.TO_BE_FILLED,
        )

    def _target_groups(self, phenomenon: Phenomenon) -> list[str]:
        known = self.passages.index.intersection(list(phenomenon.passage_ids))
        return sorted(set(self.passages.loc[known, "target_group"]) - {""})


def _months(phenomenon: Phenomenon, *, k: int) -> tuple[MonthEntry, ...]:
    return tuple(
        MonthEntry(
            month=month.month,
            name=month_name(month.month),
            number=show_count(month.n_records, k=k).number,
        )
        for month in phenomenon.months
    )


def national_names(codes: Sequence[str]) -> tuple[CodedName, ...]:
    """National phenomena with their names, in the order of :data:`names.NATIONAL`."""
    known = [code for code in names.NATIONAL if code in codes]
    unknown = sorted(set(codes) - set(known))
    return tuple(CodedName(code=c, name=names.NATIONAL.get(c, c)) for c in (*known, *unknown))


def shl11_names(phenomenon: Phenomenon) -> tuple[CodedName, ...]:
    """Items of SHL 11 § with their names, in the order of the law.

    Raises
    ------
    FrameError
        If the phenomenon has an item that the law does not have.
    """
    wrong = sorted(set(phenomenon.shl11) - set(names.SHL11))
    if wrong:
        raise FrameError(
            f"phenomenon {phenomenon.phenomenon_id}: SHL 11 § has items 1–10, got {wrong[0]}"
        )
    return tuple(
        CodedName(code=str(item), name=names.SHL11[item]) for item in sorted(set(phenomenon.shl11))
    )
