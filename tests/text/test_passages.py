from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.errors import FrameError
from rakenlp.frames import DOCUMENTS, PASSAGES
from rakenlp.settings import TextSettings
from rakenlp.text import cut_passages
from rakenlp.text.passages import passage_id

REPORT = (
    "Asunnottomuus näkyy kotikäynneillä yhä useammin. Asunnottomuus koskee erityisesti nuoria "
    "miehiä, joilla on maksuhäiriöitä. Päihdepalveluihin on jonoa kolme kuukautta. "
    "Päihdepalveluihin pääsyä odottavat ovat usein ilman muuta tukea. "
    "Ehdotan, että kaupunki perustaa asumisneuvonnan."
)


def documents(*texts: str, role: str = "observation", **fields: Any) -> pd.DataFrame:
    base = dict.fromkeys(DOCUMENTS.columns, "") | {"row": 0, "multiplicity": 1, "strand": "elama"}
    rows = [
        base | {"doc_id": f"D-{i}", "record_id": f"R-{i}", "text": text, "role": role} | fields
        for i, text in enumerate(texts)
    ]
    return DOCUMENTS.build(rows, where="test")


def cut(*texts: str, role: str = "observation", **settings: Any) -> pd.DataFrame:
    frame = cut_passages(documents(*texts, role=role), settings=TextSettings(**settings))
    return frame.sort_values(["doc_id", "start"]).reset_index(drop=True)


def test_note_and_short_text_are_one_passage() -> None:
    assert len(cut("Asunto puuttuu. Jono kasvaa.")) == 1
    assert len(cut("Asunto puuttuu. Jono kasvaa. Kuka auttaa? Ei kukaan.", role="note")) == 1


def test_report_is_cut_where_the_subject_changes() -> None:
    texts = cut(REPORT)["text"].tolist()
    assert len(texts) == 3
    assert texts[0].count("sunnottomuus") == 2
    assert texts[1].count("Päihdepalveluihin") == 2
    assert texts[2].startswith("Ehdotan")


def test_list_items_are_passages_of_their_own() -> None:
    frame = cut("Mitä toivotaan\n- lisää asuntoja nuorille\n- tulkkeja vastaanotolle\n- ruoka-apua")
    assert frame["text"].tolist()[1:] == [
        "lisää asuntoja nuorille",
        "tulkkeja vastaanotolle",
        "ruoka-apua",
    ]


def test_text_stands_at_its_offsets() -> None:
    for row in cut(REPORT).itertuples():
        assert REPORT[row.start : row.end] == row.text


def test_size_is_bounded_where_it_can_be() -> None:
    long = "perheet odottavat apua, " * 60 + "eikä sitä tule."
    frame = cut(REPORT, long, max_passage_words=20, max_passage_sentences=2)
    assert frame["text"].str.split().str.len().max() <= 20


def test_damaged_document_is_repaired_and_not_quotable() -> None:
    text = "Sosiaalityon kehittaminen edellyttaa yhteistyota ja tyontekijat ovat vasyneita."
    (row,) = cut(text).to_dict("records")
    assert row["text"].startswith("Sosiaalityön kehittäminen")
    assert row["repaired"]
    assert not row["quotable"]
    (row,) = cut(text, repair=False).to_dict("records")
    assert row["text"] == text
    assert not row["repaired"]


def test_unusual_space_is_no_repair_that_forbids_quoting() -> None:
    (row,) = cut("Vuokra on\u00a0liian kallis meille.").to_dict("records")
    assert row["quotable"]
    assert not row["repaired"]


def test_placeholder_and_flag_forbid_quoting() -> None:
    frame = cut_passages(
        documents("[HENKILÖ 1] odottaa.", "Jono kasvaa.", "Apu viipyy."),
        settings=TextSettings(),
        flagged=["D-1"],
    )
    assert dict(zip(frame["doc_id"], frame["quotable"], strict=True)) == {
        "D-0": False,
        "D-1": False,
        "D-2": True,
    }


def test_language_is_told_for_each_passage() -> None:
    frame = cut("Jono kasvaa.", "Vi behöver mer stöd hemma.", "We need help with the rent.")
    assert frame["language"].tolist() == ["fi", "sv", "en"]


def test_fields_of_the_document_are_kept() -> None:
    frame = cut_passages(
        documents("Jono kasvaa.", service="aikuissosiaalityö", month="2026-03", multiplicity=4),
        settings=TextSettings(),
    )
    row = frame.iloc[0]
    assert row[["service", "month", "record_id"]].tolist() == [
        "aikuissosiaalityö",
        "2026-03",
        "R-0",
    ]
    assert row["multiplicity"] == 4


def test_same_table_in_any_row_order() -> None:
    frame = documents(REPORT, "Jono kasvaa.", "Apu viipyy. Kukaan ei vastaa puhelimeen.")
    forward = cut_passages(frame, settings=TextSettings())
    backward = cut_passages(frame.iloc[::-1], settings=TextSettings())
    pd.testing.assert_frame_equal(forward, backward)
    assert forward["passage_id"].is_monotonic_increasing


def test_ids_depend_on_document_place_and_text() -> None:
    ids = {passage_id("D-1", 0, "a"), passage_id("D-2", 0, "a"), passage_id("D-1", 1, "a")}
    assert len(ids) == 3
    assert all(len(i) == 14 and i.startswith("P-") for i in ids)


def test_nothing_gives_an_empty_table() -> None:
    frame = cut_passages(documents(), settings=TextSettings())
    assert list(frame.columns) == list(PASSAGES.columns)
    assert len(cut("!!!", " ")) == 0


def test_wrong_table_is_refused() -> None:
    with pytest.raises(FrameError, match="cut_passages"):
        cut_passages(pd.DataFrame({"text": ["Jono kasvaa."]}), settings=TextSettings())


@given(
    st.lists(
        st.sampled_from(
            ["Jono kasvaa. ", "Apu viipyy! ", "\n- ", "\n\n", "1. Asunto ", "[HENKILÖ 1] ", "Miksi?",
             "asunto, ruoka, raha ja tuki puuttuvat ", "Toiveet: ", "; ", "… ", "THL:n ohje "]
        ),
        max_size=14,
    )
)  # fmt: skip
@settings(max_examples=12, deadline=None)
def test_every_word_is_in_exactly_one_passage(pieces: list[str]) -> None:
    text = "".join(pieces)
    frame = cut(text, repair=False, max_passage_words=10)
    rest = list(text)
    for row in frame.itertuples():
        assert text[row.start : row.end] == row.text
        for i in range(row.start, row.end):
            assert rest[i] is not None
            rest[i] = None
    left = "".join(ch for ch in rest if ch is not None)
    assert not any(ch.isalpha() for ch in left)
