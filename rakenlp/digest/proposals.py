"""Measures that reporters propose, in the order of the phenomena that they answer."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from rakenlp.digest import sentences
from rakenlp.digest.entries import PhenomenonEntry, ProposalEntry
from rakenlp.digest.phenomenon_block import shorten
from rakenlp.records import Proposal


def sort_proposals(
    proposals: Sequence[Proposal],
    blocks: Sequence[PhenomenonEntry],
    passages: pd.DataFrame,
    *,
    max_words: int,
) -> tuple[ProposalEntry, ...]:
    """Order proposals by their phenomena; texts with identifiers wait for a reader.

    Parameters
    ----------
    proposals : sequence of Proposal
        In any order.
    blocks : sequence of PhenomenonEntry
        In the order of the digest. A proposal without a phenomenon comes last.
    passages : DataFrame
        ``PASSAGES`` indexed by ``passage_id``: only the text of a quotable passage is shown.
    max_words : int
        Words of a proposal that are shown.
    """
    places = {block.id: number for number, block in enumerate(blocks)}
    labels = {block.id: block.label for block in blocks}
    quotable = set(passages.index[passages["quotable"]])
    ordered = sorted(
        proposals,
        key=lambda item: (
            places.get(item.phenomenon_id, len(places)),
            item.level,
            item.passage_id,
            item.text,
        ),
    )
    return tuple(
        _entry(item, labels, shown=item.passage_id in quotable, max_words=max_words)
        for item in ordered
    )


def _entry(
    proposal: Proposal, labels: dict[str, str], *, shown: bool, max_words: int
) -> ProposalEntry:
    known = proposal.phenomenon_id in labels
    return ProposalEntry(
        text=shorten(proposal.text, max_words=max_words) if shown else "",
        note="" if shown else sentences.UNQUOTABLE_PROPOSAL,
        phenomenon_id=proposal.phenomenon_id if known else "",
        phenomenon_label=labels.get(proposal.phenomenon_id, ""),
        level=proposal.level,
        addressee=proposal.addressee,
        next_step=sentences.TO_BE_FILLED,
        source_id=proposal.passage_id,
    )
