"""The wall behind reading: texts and fields without personal data, cut into passages.

Nothing after this file ever sees a text that was not redacted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from rakenlp import frames
from rakenlp.corpus import Corpus
from rakenlp.finnish.voikko import open_voikko
from rakenlp.privacy import Redactor
from rakenlp.settings import TextSettings
from rakenlp.store import Steps, fingerprint
from rakenlp.text import cut_passages

# Fields of a document, besides its text, that a person typed and that are shown or stored.
TYPED_FIELDS = (
    "source",
    "sheet",
    "column",
    "question",
    "service",
    "place",
    "reporter_group",
    "target_group",
)
NAMES = frozenset({"etunimi", "sukunimi", "nimi"})  # Voikko's classes of names


@dataclass(frozen=True, eq=False)
class Protected:
    """Documents without personal data, under ids that are computed after the removal.

    ``flagged`` are ids of documents with indirect identifiers. ``redactions`` and ``flags``
    count what was removed and flagged, by type.
    """

    documents: pd.DataFrame
    flagged: frozenset[str]
    ledger: pd.DataFrame
    ratings: pd.DataFrame
    redactions: dict[str, int]
    flags: dict[str, int]


def protect(
    corpus: Corpus, redactor: Redactor, *, steps: Steps | None = None, key: str = ""
) -> Protected:
    """Remove personal data from every text and every field that a person typed.

    Parameters
    ----------
    corpus : Corpus
    redactor : Redactor
    steps : Steps, optional
        Where the redacted texts are kept for a rerun.
    key : str
        Fingerprint of the raw texts and the privacy settings; needed with ``steps``.

    Returns
    -------
    Protected
        Ids are hashes of redacted content, so that no stored id can be tried against
        guesses of what was removed.
    """
    texts = corpus.documents["text"].tolist()

    def redact() -> pd.DataFrame:
        done = redactor.redact_many(texts)
        return pd.DataFrame(
            {
                "text": [item.text for item in done],
                "types": ["|".join(span.type for span in item.spans) for item in done],
                "flags": ["|".join(flag.type for flag in item.flags) for item in done],
            },
            dtype="str",
        )

    table = steps.frame("redacted", key, redact) if steps else redact()
    documents = corpus.documents.assign(text=_texts(table["text"].tolist(), corpus.documents.index))
    typed = {name: _redact_values(corpus.documents[name], redactor) for name in TYPED_FIELDS}
    documents = documents.assign(**{name: values for name, (values, _) in typed.items()})
    redactions = _count_types(table["types"])
    for _, found in typed.values():
        redactions.update(found)
    new_ids, new_records = _content_ids(documents)
    flagged = {new_ids[i] for i, flags in enumerate(table["flags"]) if flags}
    names = dict(zip(documents["doc_id"], new_ids, strict=True))
    records = dict(zip(documents["record_id"], new_records, strict=True))
    documents = documents.assign(
        doc_id=_texts(new_ids, documents.index), record_id=_texts(new_records, documents.index)
    ).sort_values("doc_id")
    ledger = corpus.ledger.assign(
        doc_id=corpus.ledger["doc_id"].map(lambda old: names.get(old, "")).astype("str"),
        source=_redact_values(corpus.ledger["source"], redactor)[0],
        sheet=_redact_values(corpus.ledger["sheet"], redactor)[0],
        column=_redact_values(corpus.ledger["column"], redactor)[0],
    )
    ratings = corpus.ratings.assign(
        record_id=_texts(
            [
                records.get(old, f"R-{fingerprint([old])[:12]}")
                for old in corpus.ratings["record_id"]
            ],
            corpus.ratings.index,
        ),
        source=_redact_values(corpus.ratings["source"], redactor)[0],
        statement=_redact_values(corpus.ratings["statement"], redactor)[0],
    )
    return Protected(
        documents=frames.DOCUMENTS.check(documents, where="protect"),
        flagged=frozenset(flagged),
        ledger=frames.LEDGER.check(ledger, where="protect"),
        ratings=frames.RATINGS.check(ratings, where="protect"),
        redactions=dict(sorted(redactions.items())),
        flags=dict(sorted(_count_types(table["flags"]).items())),
    )


def _texts(values: list[str], index: pd.Index) -> pd.Series:
    """A column of text, also when it is empty."""
    return pd.Series(values, index=index, dtype="str")


def _redact_values(column: pd.Series, redactor: Redactor) -> tuple[pd.Series, Counter[str]]:
    """Redact the different values of a column of fields; names join words with "_" and "-".

    A value of plain dictionary words ("Sosiaaliohjaaja") is left as it is: without a sentence
    around it, its capital letter says nothing.
    """
    values = sorted({value for value in column if not is_plain(value)})
    done = redactor.redact_many([value.replace("_", " ") for value in values])
    found: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for value, item in zip(values, done, strict=True):
        shown[value] = item.text if item.spans else value
        found.update(span.type for span in item.spans)
    return column.map(lambda value: shown.get(value, value)).astype("str"), found


def is_plain(value: str) -> bool:
    """Whether a value is made of dictionary words only, none of which can be a name.

    Examples
    --------
    >>> [is_plain(value) for value in ("Sosiaaliohjaaja", "Toivo", "Virtanen", "soita 112")]
    [True, False, False, False]
    """
    if any(character.isdigit() or character == "@" for character in value):
        return False
    voikko = open_voikko()
    for word in value.replace("_", " ").replace("-", " ").split():
        bare = word.strip(".,:;()?!")
        forms = (*voikko.readings(bare), *voikko.readings(bare.capitalize()))
        if bare and (
            not voikko.readings(bare.lower()) or any(r.word_class in NAMES for r in forms)
        ):
            return False
    return True


def _count_types(column: pd.Series) -> Counter[str]:
    return Counter(name for joined in column for name in joined.split("|") if name)


def _content_ids(documents: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Return new document and record ids from redacted content.

    Reports that only differed in what was removed get a running number, in the order of
    their old ids, which are hashes of the raw content.
    """
    fields = ["role", "strand", "question", "date", "month", *TYPED_FIELDS[4:], "tone", "text"]
    contents = documents[fields].to_numpy().tolist()
    by_record: dict[str, list[int]] = {}
    for i, record in enumerate(documents["record_id"]):
        by_record.setdefault(record, []).append(i)
    seen: Counter[str] = Counter()
    doc_ids, record_ids = [""] * len(documents), [""] * len(documents)
    for record in sorted(by_record):
        rows = by_record[record]
        base = fingerprint(sorted(contents[i] for i in rows))[:12]
        seen[base] += 1
        name = base if seen[base] == 1 else f"{base}-{seen[base]}"
        inside: Counter[str] = Counter()
        for i in sorted(rows, key=lambda row: (contents[row], documents["doc_id"].iloc[row])):
            text_key = fingerprint([name, contents[i]])[:12]
            inside[text_key] += 1
            suffix = "" if inside[text_key] == 1 else f"-{inside[text_key]}"
            doc_ids[i], record_ids[i] = f"D-{text_key}{suffix}", f"R-{name}"
    return doc_ids, record_ids


def cut(protected: Protected, redactor: Redactor, *, settings: TextSettings) -> pd.DataFrame:
    """Cut the documents into passages (table ``passages``).

    A repaired text can show a name that the damage hid: it is redacted once more.
    """
    passages = cut_passages(protected.documents, settings=settings, flagged=protected.flagged)
    repaired = np.flatnonzero(passages["repaired"])
    if not len(repaired):
        return passages
    rows = passages.iloc[repaired]
    for place, item in zip(repaired, redactor.redact_many(rows["text"].tolist()), strict=True):
        if item.spans:
            row = passages.iloc[place]
            name = fingerprint([row["doc_id"], int(row["start"]), item.text])[:12]
            passages.loc[place, ["text", "passage_id"]] = [item.text, f"P-{name}"]
    return frames.PASSAGES.check(passages.sort_values("passage_id"), where="protect")
