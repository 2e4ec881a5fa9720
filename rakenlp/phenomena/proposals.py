"""What reporters propose, and to whom: proposals of the form and of the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from rakenlp.phenomena.facets import find_level
from rakenlp.phenomena.proposal_cues import find_proposals, sentence_spans
from rakenlp.records import Proposal


def proposals_of(
    passages: pd.DataFrame, phenomenon_of: Mapping[str, str], *, max_words: int
) -> list[Proposal]:
    """Gather the proposals of passages.

    A passage from the form's proposal field is a proposal as it stands; of any other
    Finnish passage the sentences that propose something are. A passage that must not be
    quoted is left out.

    Parameters
    ----------
    passages : DataFrame
        PASSAGES.
    phenomenon_of : mapping of str to str
        Passage id → phenomenon id. A proposal without one belongs to the phenomenon that
        most of its report's passages do; else to none ("").
    max_words : int
        Longer proposals are cut to their first sentences that fit.

    Returns
    -------
    list of Proposal
        In the order of phenomenon, text; the same text of a phenomenon once.
    """
    columns = ("passage_id", "record_id", "text", "role", "language", "quotable")
    rows = list(zip(*(passages[name].tolist() for name in columns), strict=True))
    by_record: dict[str, Counter[str]] = {}
    for name, record, *_ in rows:
        if phenomenon_of.get(name):
            by_record.setdefault(record, Counter())[phenomenon_of[name]] += 1
    found: dict[tuple[str, str], Proposal] = {}
    for name, record, text, role, language, quotable in sorted(rows):
        if not quotable:
            continue
        phenomenon = phenomenon_of.get(name) or _commonest(by_record.get(record))
        for piece in _pieces(text, role, language, max_words):
            level = find_level(piece)
            proposal = Proposal(
                text=piece,
                passage_id=name,
                phenomenon_id=phenomenon,
                level=level.level,
                addressee=level.addressee,
            )
            found.setdefault((phenomenon, piece), proposal)
    return [found[key] for key in sorted(found)]


def _commonest(counts: Counter[str] | None) -> str:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _pieces(text: str, role: str, language: str, max_words: int) -> Sequence[str]:
    """The proposals of one passage, each of at most ``max_words`` words."""
    if role == "proposal":
        short = _shorten(text, max_words)
        return [short] if short else []
    if language != "fi":
        return []
    spans = [text[span.start : span.end] for span in find_proposals(text)]
    return [short for piece in spans if (short := _shorten(piece, max_words))]


def _shorten(text: str, max_words: int) -> str:
    """The first sentences that fit; a first sentence that is too long is cut with "…"."""
    text = " ".join(text.split())
    if len(text.split()) <= max_words:
        return text
    kept = ""
    for start, end in sentence_spans(text):
        longer = f"{kept} {text[start:end]}".strip()
        if len(longer.split()) > max_words:
            break
        kept = longer
    return kept or " ".join(text.split()[:max_words]).rstrip(",;:") + " …"
