"""Documents cut into passages: the units that are clustered.

A note or a short text is one passage. A longer report is cut where its sentences stop
sharing words: a lighter form of TextTiling (Hearst 1997) for passages of one to three
sentences, solved exactly by dynamic programming.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from rakenlp.frames import DOCUMENTS, PASSAGES
from rakenlp.settings import TextSettings
from rakenlp.text.content import content_lemmas
from rakenlp.text.language import detect_language
from rakenlp.text.lemmatizer import Lemmatizer
from rakenlp.text.placeholders import PLACEHOLDER
from rakenlp.text.repair import repair_text
from rakenlp.text.tokenizer import split_sentences

SHORT_WORDS = 30  # a text of at most so many words is one passage, unless it is a list
COHESION_NEEDED = 0.10  # share of common lemmas that keeps two sentences together
ANAPHORA_BONUS = 0.25  # "Tämä …", "Siksi …": the sentence leans on the one before
SHIFT_COST = 0.15  # "Lisäksi …", "Toisaalta …": it opens something new
TINY_WORDS = 4  # a sentence shorter than this hardly stands alone
TINY_BONUS = 0.20
SHORT_SENTENCE_WORDS = 10  # two sentences below this say too little apart
SHORT_SENTENCE_BONUS = 0.12
HEADING_BONUS = 1.0  # "Toiveita:" belongs to what follows
SAME_SIZE_RULES = frozenset({"space"})  # repairs that change neither letters nor offsets

_MARKER = re.compile(r"(?:[-–—*•·●○▪■◆►✓✔☐☑]\s*|\d{1,2}[.)]\s+|[a-zA-Z]\)\s+)+")
_WORD = re.compile(r"\w+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ANAPHORA = re.compile(
    r"(?:tämä|tämän|tästä|tähän|tällöin|tällä|nämä|näiden|näitä|siksi|siten|sen|se|siitä|siihen|"
    r"silloin|niiden|niitä|niistä|ne|hän|hänen|he|heidän|koska|jolloin|joten|mutta|näin|sillä)\b",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r"(?:lisäksi|toisaalta|toiseksi|kolmanneksi|myös|samoin|muuten|yleisesti|ehdotan|ehdotamme|"
    r"ehdotus|toive|toiveena)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";\s+|,\s+(?=(?:ja|mutta|sekä|vaan|koska|joten|sillä|niin|kun|jos)\b)|,\s+")


class _Sentence(NamedTuple):
    """A sentence of a document: offsets, number of words, whether it opens a list item."""

    start: int
    end: int
    words: int
    item: bool


@lru_cache(maxsize=2)
def _lemmatizer(mode: str) -> Lemmatizer:
    return Lemmatizer("accurate" if mode == "accurate" else "fast")


def cut_passages(
    documents: pd.DataFrame,
    *,
    settings: TextSettings,
    flagged: Collection[str] = (),
) -> pd.DataFrame:
    """Cut redacted documents into passages.

    Parameters
    ----------
    documents : DataFrame
        ``rakenlp.frames.DOCUMENTS`` with redacted texts.
    settings : TextSettings
        ``repair`` switches :func:`repair_text` on; ``max_passage_sentences`` and
        ``max_passage_words`` bound a passage (a sentence that cannot be cut may be longer).
    flagged : collection of str
        ``doc_id`` of documents with indirect identifiers: their passages are not quotable.

    Returns
    -------
    DataFrame
        ``rakenlp.frames.PASSAGES``, sorted by ``passage_id``. ``start`` and ``end`` are
        offsets in the document's text, in its repaired text when ``repaired`` is True.
        Every word of every document is in exactly one passage; only white space and list
        marks lie between passages. A document without words has no passage.

    Raises
    ------
    FrameError
        If ``documents`` is not a DOCUMENTS table.
    """
    documents = DOCUMENTS.check(documents, where="cut_passages")
    repairs = [repair_text(text) if settings.repair else None for text in documents["text"]]
    texts = [
        text if repair is None else repair.text
        for text, repair in zip(documents["text"], repairs, strict=True)
    ]
    changed = [
        repair is not None and any(c.rule not in SAME_SIZE_RULES for c in repair.changes)
        for repair in repairs
    ]
    blocked = frozenset(flagged)
    rows: list[dict[str, Any]] = []
    spans = _cut_all(texts, documents["role"].tolist(), settings)
    for document, text, cuts, repaired in zip(
        _records(documents), texts, spans, changed, strict=True
    ):
        for start, end in cuts:
            quotable = document["doc_id"] not in blocked and not repaired
            rows.append(
                _row(document, text[start:end], start, repaired=repaired, quotable=quotable)
            )
    rows.sort(key=lambda row: row["passage_id"])
    return PASSAGES.build(rows, where="cut_passages")


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in frame.itertuples(index=False, name=None)]


def _row(
    document: dict[str, Any], text: str, start: int, *, repaired: bool, quotable: bool
) -> dict[str, Any]:
    passed = ("doc_id", "record_id", "role", "strand", "month", "service", "place",
              "reporter_group", "target_group", "tone", "multiplicity")  # fmt: skip
    return {
        "passage_id": passage_id(document["doc_id"], start, text),
        "text": text,
        "start": start,
        "end": start + len(text),
        "language": detect_language(text),
        "quotable": quotable and not PLACEHOLDER.search(text),
        "repaired": repaired,
        **{name: document[name] for name in passed},
    }


def passage_id(doc_id: str, start: int, text: str) -> str:
    """Id of a passage: "P-" and 12 hex digits of its document, place and text."""
    key = f"{doc_id}\x1f{start}\x1f{text}".encode()
    return "P-" + hashlib.blake2b(key, digest_size=6).hexdigest()


def _cut_all(
    texts: list[str], roles: list[str], settings: TextSettings
) -> list[list[tuple[int, int]]]:
    """Offsets of the passages of each text."""
    sentences = [_read_sentences(text, settings.max_passage_words) for text in texts]
    long = [
        i
        for i, (found, role) in enumerate(zip(sentences, roles, strict=True))
        if not _is_one(found, role, settings)
    ]
    pieces = [texts[i][s.start : s.end] for i in long for s in sentences[i]]
    lemmas: list[list[str]] = []
    if pieces:
        lemmas = content_lemmas(_lemmatizer(settings.lemma_mode).lemmatize(pieces), len(pieces))
    out: list[list[tuple[int, int]]] = [
        [(found[0].start, found[-1].end)] if found else [] for found in sentences
    ]
    done = 0
    for i in long:
        own = lemmas[done : done + len(sentences[i])]
        done += len(own)
        out[i] = _segment(texts[i], sentences[i], own, settings)
    return out


def _is_one(sentences: list[_Sentence], role: str, settings: TextSettings) -> bool:
    words = sum(s.words for s in sentences)
    if len(sentences) <= 1:
        return True
    if words > settings.max_passage_words or len(sentences) > settings.max_passage_sentences:
        return role == "note" and words <= settings.max_passage_words
    return role == "note" or (words <= SHORT_WORDS and not any(s.item for s in sentences[1:]))


def _read_sentences(text: str, max_words: int) -> list[_Sentence]:
    """Sentences with words, without list marks; too long ones are cut between clauses."""
    out = []
    for start, end in split_sentences(text):
        mark = _MARKER.match(text, start, end)
        item = mark is not None and mark.end() < end
        start = mark.end() if mark is not None and item else start
        for a, b in _clauses(text, start, end, max_words):
            words = len(_WORD.findall(text, a, b))
            if words:
                out.append(_Sentence(a, b, words, item and a == start))
            elif out and mark is None:
                out[-1] = out[-1]._replace(end=b)
    return out


def _clauses(text: str, start: int, end: int, max_words: int) -> list[tuple[int, int]]:
    """A sentence, or its clauses when it has too many words; halves are cut again."""
    if len(_WORD.findall(text, start, end)) <= max_words:
        return [(start, end)]
    seams = [m.end() for m in _CLAUSE.finditer(text, start, end) if start < m.end() < end]
    seams = seams or [m.end() for m in re.finditer(r"\s+", text[:end]) if start < m.end() < end]
    if not seams:
        return [(start, end)]
    seam = min(seams, key=lambda place: (abs(place - (start + end) / 2), place))
    left_end = start + len(text[start:seam].rstrip())
    return _clauses(text, start, left_end, max_words) + _clauses(text, seam, end, max_words)


def _bond(text: str, before: _Sentence, after: _Sentence, common: float) -> float:
    """How firmly two neighbouring sentences belong together; negative where a topic ends."""
    bond = common - COHESION_NEEDED
    if text[before.end - 1] == ":":
        return bond + HEADING_BONUS
    if after.item:
        return float("-inf")
    if _ANAPHORA.match(text, after.start):
        bond += ANAPHORA_BONUS
    elif _SHIFT.match(text, after.start):
        bond -= SHIFT_COST
    if min(before.words, after.words) < TINY_WORDS:
        bond += TINY_BONUS
    elif max(before.words, after.words) < SHORT_SENTENCE_WORDS:
        bond += SHORT_SENTENCE_BONUS
    if _BLANK_LINE.search(text, before.end, after.start):
        bond -= SHIFT_COST
    return bond


def _overlap(left: list[str], right: list[str]) -> float:
    """Share of common lemmas in the smaller of two sentences (0–1)."""
    a, b = set(left), set(right)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _segment(
    text: str, sentences: list[_Sentence], lemmas: list[list[str]], settings: TextSettings
) -> list[tuple[int, int]]:
    """The best cut into passages: the highest sum of bonds inside them."""
    n = len(sentences)
    bonds = [
        _bond(text, sentences[i], sentences[i + 1], _overlap(lemmas[i], lemmas[i + 1]))
        for i in range(n - 1)
    ]
    best = [0.0] + [float("-inf")] * n
    came = [0] * (n + 1)
    for end in range(1, n + 1):
        gain, words = 0.0, 0
        for begin in range(end - 1, max(-1, end - 1 - settings.max_passage_sentences), -1):
            words += sentences[begin].words
            if begin < end - 1:
                gain += bonds[begin]
                if words > settings.max_passage_words:
                    break
            if best[begin] + gain > best[end]:
                best[end], came[end] = best[begin] + gain, begin
    cuts = []
    while n:
        cuts.append((sentences[came[n]].start, sentences[n - 1].end))
        n = came[n]
    return cuts[::-1]
