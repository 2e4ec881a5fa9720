"""Tables for the tests of this room, made with real Voikko from invented texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from rakenlp.finnish.voikko import open_voikko
from rakenlp.frames import CLUSTERS, PASSAGES, TOKENS, FrameSchema
from rakenlp.phenomena.wordkeys import base_form

_TOKEN = re.compile(r"\[[^\]]*\]|[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]")
_UPOS = {
    "nimisana": "NOUN",
    "nimisana_laatusana": "NOUN",
    "laatusana": "ADJ",
    "teonsana": "VERB",
    "kieltosana": "AUX",
    "seikkasana": "ADV",
    "lukusana": "NUM",
    "asemosana": "PRON",
    "sidesana": "CCONJ",
    "suhdesana": "ADP",
    "etunimi": "PROPN",
    "sukunimi": "PROPN",
    "paikannimi": "PROPN",
    "nimi": "PROPN",
}
# Adverbs, pronouns and conjunctions before the nouns they could also be.
_ORDER = ("PRON", "ADP", "ADV", "CCONJ", "AUX", "NOUN", "ADJ", "VERB", "NUM", "PROPN", "X")


def _frame(schema: FrameSchema, rows: list[dict[str, object]]) -> pd.DataFrame:
    """The table unchecked (a check takes 0.05 s); test_describe checks the helpers once."""
    return pd.DataFrame(rows)[list(schema.columns)] if rows else schema.empty()


def tokens_of(texts: Sequence[str]) -> pd.DataFrame:
    """TOKENS of texts, a simple choice among Voikko's readings."""
    rows = []
    for number, text in enumerate(texts):
        sentence = 0
        for match in _TOKEN.finditer(text):
            word = match[0]
            readings = open_voikko().readings(word) or open_voikko().readings(word.lower())
            reading = min(
                readings, key=lambda r: _ORDER.index(_UPOS.get(r.word_class, "X")), default=None
            )
            minen = reading is not None and reading.mood == "MINEN-infinitive"
            upos = "NOUN" if minen else _UPOS.get(reading.word_class, "X") if reading else "X"
            if not any(ch.isalnum() for ch in word):
                upos = "PUNCT"
            rows.append(
                {
                    "text": number,
                    "sentence": sentence,
                    "start": match.start(),
                    "surface": word,
                    "lemma": base_form(word, reading) if reading else word.lower(),
                    "upos": upos,
                    "known": reading is not None,
                    "readings": len(readings),
                    "parts": "|".join(reading.parts) if reading else "",
                    "chosen": "only",
                }
            )
            sentence += word in ".!?"
    return _frame(TOKENS, rows)


def lemmas_of(tokens: pd.DataFrame, n_texts: int) -> list[list[str]]:
    lists: list[list[str]] = [[] for _ in range(n_texts)]
    for text, lemma, upos in zip(tokens["text"], tokens["lemma"], tokens["upos"], strict=True):
        if upos != "PUNCT":
            lists[text].append(lemma.lower())
    return lists


def passages_of(texts: Sequence[str], **columns: Sequence[object]) -> pd.DataFrame:
    """PASSAGES of texts, one a report, with some columns given."""
    rows = []
    for i, text in enumerate(texts):
        row = {
            "passage_id": f"p{i:04}",
            "doc_id": f"d{i:04}",
            "record_id": f"r{i:04}",
            "text": text,
            "start": 0,
            "end": len(text),
            "language": "fi",
            "role": "observation",
            "strand": "elama",
            "month": "2026-05",
            "service": "",
            "place": "",
            "reporter_group": "",
            "target_group": "",
            "tone": "",
            "multiplicity": 1,
            "quotable": True,
            "repaired": False,
        }
        row.update({name: values[i] for name, values in columns.items()})
        rows.append(row)
    return _frame(PASSAGES, rows)


def clusters_of(passages: pd.DataFrame, labels: Sequence[int]) -> pd.DataFrame:
    rows = [
        {
            "passage_id": passage,
            "cluster": label,
            "strength": 0.0 if label < 0 else 1.0,
            "reason": "" if label >= 0 else "far from all groups",
        }
        for passage, label in zip(passages["passage_id"], labels, strict=True)
    ]
    return _frame(CLUSTERS, rows)


def vectors_of(lemmas: Sequence[Sequence[str]], dim: int = 32) -> np.ndarray:
    """Rows of length 1 from the letters of the lemmas: same texts, same vectors."""
    out = np.zeros((len(lemmas), dim), dtype=np.float32)
    for i, text in enumerate(lemmas):
        for lemma in text:
            out[i, sum(map(ord, lemma)) % dim] += 1
    length = np.linalg.norm(out, axis=1, keepdims=True)
    return out / np.where(length == 0, 1, length)
