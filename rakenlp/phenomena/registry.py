"""Which phenomenon is which from month to month: pure functions, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from rakenlp.phenomena.taxonomy import RESERVE_NAMES
from rakenlp.records import Strand

# What two groups say alike, when they have no passages in common to go by. The cosine of
# the middles carries most: it is there for every pair and in every language.
COSINE_WEIGHT, TERMS_WEIGHT, TAXONOMY_WEIGHT = 0.6, 0.25, 0.15

# With m passages that both runs saw, m / (m + 1) of the score comes from them, at most
# this much: one shared passage is half of the evidence, many are nearly all of it.
MEMBERS_CEILING = 0.85

ID_FORM = "I-{:04d}"
_ID = re.compile(r"^I-(\d+)$")

# Scores closer than this are a tie, which the smaller id wins.
_TIE = 1e-9


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Known:
    """A phenomenon of the registry.

    ``prototype`` is float32 of shape (dim,), length 1 (or all zeros); ``member_ids`` are
    passage ids of the last time it was seen; months are ``YYYY-MM``.
    """

    phenomenon_id: str
    label: str
    strand: Strand
    terms: tuple[str, ...]
    taxonomy: tuple[str, ...]
    prototype: npt.NDArray[np.float32]
    member_ids: tuple[str, ...]
    first_month: str
    last_month: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Candidate:
    """A group found now, to be recognised; the fields are as in :class:`Known`."""

    strand: Strand
    terms: tuple[str, ...]
    taxonomy: tuple[str, ...]
    prototype: npt.NDArray[np.float32]
    member_ids: tuple[str, ...]
    first_month: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a candidate is a known phenomenon.

    ``shared`` counts common passages, ``seen`` those that could have been common;
    ``members``, ``cosine``, ``terms`` and ``taxonomy`` are likenesses, 0–1. ``margin`` is the
    lead over the candidate's next best phenomenon.
    """

    shared: int
    seen: int
    members: float
    cosine: float
    terms: float
    taxonomy: float
    margin: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What became of candidate number ``candidate``: a known phenomenon, or None for a new one.

    ``score`` and ``evidence`` are those of the best known phenomenon that was free, also
    when it stayed below the threshold; 0.0 and None when there was none.
    """

    candidate: int
    phenomenon_id: str | None
    score: float
    evidence: Evidence | None


def match(found: Sequence[Candidate], known: Sequence[Known], *, threshold: float) -> list[Match]:
    """Recognise known phenomena among groups found now, one to one.

    Parameters
    ----------
    found : sequence of Candidate
    known : sequence of Known
        In any order; of equal scores the smaller id wins.
    threshold : float
        0–1; a pair below it is no match.

    Returns
    -------
    list of Match
        One a candidate, in the order of ``found``.

    Notes
    -----
    ``content = 0.6 · cosine + 0.25 · terms + 0.15 · taxonomy`` (cosine of the prototypes, not
    below 0; terms and taxonomy as the Dice share of common ones; what both lack is left out
    and the rest weighs more). With passages that both runs saw,
    ``score = w · members + (1 − w) · content``: ``members`` is the Dice share of common
    passages among those of either group that the other run had, ``w = m / (m + 1)`` for
    ``m`` of them on average, at most 0.85. The pairs with the largest sum of scores are
    taken (Kuhn 1955; ``scipy.optimize.linear_sum_assignment``); strands never mix, and a group
    that lost the known phenomenon's main class is not that phenomenon.
    """
    order = sorted(range(len(known)), key=lambda j: known[j].phenomenon_id)
    rows = sorted(range(len(found)), key=lambda i: (found[i].member_ids, found[i].terms, i))
    if not order or not rows:
        return [Match(candidate=i, phenomenon_id=None, score=0.0, evidence=None)
                for i in range(len(found))]  # fmt: skip
    table = _evidence_table([found[i] for i in rows], [known[j] for j in order])
    scores = np.array([[score for score, _ in row] for row in table])
    # A pair below the threshold must not push a good pair aside.
    gain = np.where(scores >= threshold, scores, 0.0)
    gain = gain - _TIE * np.arange(len(order)) * (gain > 0)
    pairs = dict(zip(*linear_sum_assignment(gain, maximize=True), strict=True))
    taken = {j for i, j in pairs.items() if scores[i, j] >= threshold}
    matches: list[Match] = []
    for i, row in enumerate(rows):
        j = pairs.get(i, -1)
        good = j >= 0 and scores[i, j] >= threshold
        if not good:
            free = [k for k in range(len(order)) if k not in taken]
            j = max(free, key=lambda k: (scores[i, k], -k), default=-1)
        matches.append(_make_match(row, i, j, good, scores, table, [known[k] for k in order]))
    return sorted(matches, key=lambda item: item.candidate)


def _make_match(
    candidate: int,
    i: int,
    j: int,
    good: bool,
    scores: npt.NDArray[np.float64],
    table: Sequence[Sequence[tuple[float, Evidence]]],
    known: Sequence[Known],
) -> Match:
    if j < 0 or scores[i, j] <= 0:
        return Match(candidate=candidate, phenomenon_id=None, score=0.0, evidence=None)
    others = np.delete(scores[i], j)
    margin = float(scores[i, j] - others.max()) if len(others) else float(scores[i, j])
    plain = table[i][j][1]
    evidence = Evidence(
        shared=plain.shared,
        seen=plain.seen,
        members=plain.members,
        cosine=plain.cosine,
        terms=plain.terms,
        taxonomy=plain.taxonomy,
        margin=round(margin, 4),
    )
    name = known[j].phenomenon_id if good else None
    score = round(float(scores[i, j]), 4)
    return Match(candidate=candidate, phenomenon_id=name, score=score, evidence=evidence)


def _evidence_table(
    found: Sequence[Candidate], known: Sequence[Known]
) -> list[list[tuple[float, Evidence]]]:
    """Score and evidence of every pair."""
    now = {name for item in found for name in item.member_ids}
    then = {name for item in known for name in item.member_ids}
    before = [frozenset(item.member_ids) for item in known]
    table = []
    for item in found:
        members = frozenset(item.member_ids)
        table.append(
            [
                _compare(item, other, members, earlier, now=now, then=then)
                for other, earlier in zip(known, before, strict=True)
            ]
        )
    return table


def _compare(
    item: Candidate,
    other: Known,
    members: frozenset[str],
    earlier: frozenset[str],
    *,
    now: set[str],
    then: set[str],
) -> tuple[float, Evidence]:
    shared = len(members & earlier)
    seen = len(members & then) + len(earlier & now)
    alike = 2 * shared / seen if seen else 0.0
    cosine = prototype_cosine(item.prototype, other.prototype)
    terms, taxonomy = dice(item.terms, other.terms), dice(item.taxonomy, other.taxonomy)
    parts = [(COSINE_WEIGHT, cosine), (TERMS_WEIGHT, terms), (TAXONOMY_WEIGHT, taxonomy)]
    weight = sum(w for w, value in parts if value is not None)
    content = sum(w * value for w, value in parts if value is not None) / weight if weight else 0.0
    part = min((seen / 2) / (seen / 2 + 1), MEMBERS_CEILING) if seen else 0.0
    score = part * alike + (1 - part) * content
    if item.strand != other.strand or left_its_class(item.taxonomy, other.taxonomy):
        score = 0.0
    evidence = Evidence(
        shared=shared,
        seen=seen,
        members=round(alike, 4),
        cosine=round(cosine or 0.0, 4),
        terms=round(terms or 0.0, 4),
        taxonomy=round(taxonomy or 0.0, 4),
        margin=0.0,
    )
    return round(score, 6), evidence


def left_its_class(now: Sequence[str], then: Sequence[str]) -> bool:
    """Whether a group no longer holds the class that a known phenomenon is mainly of.

    A phenomenon keeps its passages when a mixed group of an early month falls apart later,
    but not its meaning: what is left without its main class is another phenomenon.
    """
    return bool(then) and then[0] not in RESERVE_NAMES and bool(now) and then[0] not in now


def dice(left: Iterable[str], right: Iterable[str]) -> float | None:
    """Dice share of common items, 0–1; None when both are empty."""
    a, b = set(left), set(right)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else None


def prototype_cosine(left: npt.NDArray[np.float32], right: npt.NDArray[np.float32]) -> float | None:
    """Cosine, not below 0; None when one is all zeros or another encoder made it."""
    if left.shape != right.shape:
        return None
    norms = float(np.linalg.norm(left) * np.linalg.norm(right))
    if norms == 0:
        return None
    return min(max(float(left @ right) / norms, 0.0), 1.0)


def next_ids(known: Iterable[str], n: int) -> list[str]:
    """Return ``n`` new ids after the largest of ``known``; an id is never given twice.

    Examples
    --------
    >>> next_ids(["I-0007", "I-0002"], 2)
    ['I-0008', 'I-0009']
    """
    numbers = [int(found[1]) for name in known if (found := _ID.match(name))]
    first = max(numbers, default=0) + 1
    return [ID_FORM.format(number) for number in range(first, first + n)]
