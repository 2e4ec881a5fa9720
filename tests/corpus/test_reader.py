from __future__ import annotations

import datetime as dt
import gzip
import json
import random
import tempfile
from pathlib import Path

import docx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp import read_corpus
from rakenlp.corpus import Corpus, count_rows
from rakenlp.corpus.gather import Gatherer
from rakenlp.corpus.reader import read_file
from rakenlp.corpus.sources import SourceFile
from rakenlp.errors import InputError, SettingsError
from rakenlp.settings import ReadSettings

from .boards import DOUBLE_SPACED
from .exports import REPORT_HEADERS, REPORTS, forms_rows, write_csv, write_workbook

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
DEMO = Path(__file__).parents[2] / "corpora" / "demo" / "exports"
PLACES = ["source", "sheet", "row"]


def assert_adds_up(corpus: Corpus) -> None:
    """Every document is in the ledger as often as it was found, and nothing else is."""
    ledger, documents = corpus.ledger, corpus.documents
    named = ledger[ledger["doc_id"] != ""]
    assert set(named["status"]) <= {"document", "duplicate"}
    assert sorted(named.loc[named["status"] == "document", "doc_id"]) == sorted(documents["doc_id"])
    counts = named["doc_id"].value_counts()
    assert all(
        counts[d] == n for d, n in zip(documents["doc_id"], documents["multiplicity"], strict=True)
    )
    assert documents["doc_id"].is_monotonic_increasing


def _report_file(folder: Path, name: str = "raportit_2026-03.csv", **options) -> Path:
    return write_csv(folder / name, REPORTS, headers=REPORT_HEADERS, **options)


def test_a_month_of_reports(tmp_path: Path):
    corpus = read_corpus(_report_file(tmp_path))
    assert_adds_up(corpus)
    documents = corpus.documents.sort_values("row")
    assert list(documents["role"].value_counts().sort_index()) == [4, 1]  # observations, proposals
    first = documents[documents["role"] == "observation"].iloc[0]
    assert first["text"].startswith("Asiakkaan sähköt katkaistiin")
    assert (first["date"], first["month"]) == ("2026-03-02", "2026-03")
    assert (first["service"], first["place"]) == ("Aikuissosiaalityö", "Lintusalmi")
    assert (first["reporter_group"], first["tone"]) == ("Sosiaaliohjaaja", "-")
    assert (first["strand"], first["source"], first["row"]) == ("elama", "raportit_2026-03.csv", 2)
    pair = documents[documents["row"] == 2]
    assert pair["record_id"].nunique() == 1
    assert len(pair) == 2


def test_rows_of_the_file_add_up(tmp_path: Path):
    corpus = read_corpus(_report_file(tmp_path))
    counts = count_rows(corpus.ledger)
    assert counts == {"document": 4, "filler": 1, "metadata": 1, "empty": 1}
    assert sum(counts.values()) == len(REPORTS) + 1  # and the header


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.csv", {"encoding": "utf-8"}),
        ("a.csv", {"encoding": "utf-8-sig", "delimiter": ","}),
        ("a.tsv", {"encoding": "utf-16", "delimiter": "\t"}),
        ("a.txt", {"encoding": "cp1252", "delimiter": "\t"}),
    ],
)
def test_the_same_table_in_any_dress_gives_the_same_documents(tmp_path: Path, name, options):
    expected = read_corpus(_report_file(tmp_path)).documents.drop(columns=PLACES)
    (tmp_path / "b").mkdir()
    found = read_corpus(_report_file(tmp_path / "b", name, **options)).documents
    pd.testing.assert_frame_equal(found.drop(columns=PLACES), expected)


def test_a_packed_json_gives_the_same_documents_as_a_table(tmp_path: Path):
    expected = read_corpus(_report_file(tmp_path)).documents
    lines = [json.dumps(dict(zip(REPORT_HEADERS, row, strict=True))) for row in REPORTS]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    found = read_corpus(path).documents
    assert list(found["doc_id"]) == list(expected["doc_id"])


def test_row_order_changes_nothing(tmp_path: Path):
    rows = [row for row in REPORTS for _ in range(2)]
    random.Random(3).shuffle(rows)
    (tmp_path / "b").mkdir()
    expected = read_corpus(_report_file(tmp_path)).documents
    shuffled = write_csv(tmp_path / "b" / "muu.csv", rows, headers=REPORT_HEADERS)
    found = read_corpus(shuffled)
    assert_adds_up(found)
    columns = [*PLACES, "multiplicity"]
    pd.testing.assert_frame_equal(
        found.documents.drop(columns=columns), expected.drop(columns=columns)
    )
    assert set(found.documents["multiplicity"]) == {2}
    assert (found.ledger["status"] == "duplicate").sum() == len(expected)


def test_reading_is_the_same_every_time(tmp_path: Path):
    _report_file(tmp_path)
    (tmp_path / "taulu.txt").write_text(DOUBLE_SPACED.text, encoding="utf-8")
    first, second = read_corpus(tmp_path), read_corpus([tmp_path / "taulu.txt", tmp_path])
    pd.testing.assert_frame_equal(first.documents, second.documents)
    pd.testing.assert_frame_equal(first.ledger, second.ledger)


def test_equal_texts_with_other_fields_stay_apart(tmp_path: Path):
    rows = [["1.3.2026", "Kivisuo", "Jonot"], ["2.3.2026", "Kivisuo", "Jonot"]]
    corpus = read_corpus(write_csv(tmp_path / "a.csv", rows, headers=["Pvm", "Kunta", "Havainto"]))
    assert len(corpus.documents) == 2


def test_a_copy_in_another_file_is_a_duplicate(tmp_path: Path):
    _report_file(tmp_path, "b.csv")
    _report_file(tmp_path, "a.csv")
    corpus = read_corpus(tmp_path)
    assert_adds_up(corpus)
    assert set(corpus.documents["source"]) == {"a.csv"}
    duplicates = corpus.ledger[corpus.ledger["status"] == "duplicate"]
    assert set(duplicates["source"]) == {"b.csv"}
    assert set(duplicates["reason"]) == {"Sama teksti samoin tiedoin on jo mukana."}


SURVEY = [
    [4, 3, "Ryhmätyö", "Enemmän aikaa"],
    [3, 4, "ei tule mieleen", "-"],
    [2, 2, "Aino Lehtovaaran alustus", "Tilat ahtaat"],
]
STATEMENTS = ["Sisältö vastasi odotuksiani", "Ryhmätyö oli toimivaa"]
QUESTIONS = ["Mikä oli parasta?", "Mitä kehittäisit?"]


def test_a_survey_gives_answers_and_ratings(tmp_path: Path):
    rows = forms_rows(SURVEY, [*STATEMENTS, *QUESTIONS])
    corpus = read_corpus(write_workbook(tmp_path / "palaute.xlsx", {"Form1": rows}))
    assert_adds_up(corpus)
    documents, ratings = corpus.documents, corpus.ratings
    assert set(documents["role"]) == {"answer"}
    assert set(documents["strand"]) == {"kehittaminen"}
    assert set(documents["question"]) == set(QUESTIONS)
    assert set(documents["date"]) == {"2026-05-21", "2026-05-23"}
    assert len(ratings) == 6
    assert set(ratings["statement"]) == set(STATEMENTS)
    assert set(zip(ratings["scale_min"], ratings["scale_max"], strict=True)) == {(1, 4)}
    assert set(documents["record_id"]) <= set(ratings["record_id"])
    assert count_rows(corpus.ledger)["filler"] == 1


def test_personal_columns_never_reach_documents_or_ledger(tmp_path: Path):
    headers = ["Nimi", "Puhelin", "Pvm", "Kuvaa havaintosi"]
    rows = [["Aino Lehtovaara", "040 000 1234", "5.4.2026", "Jonot"]] * 3
    corpus = read_corpus(write_csv(tmp_path / "a.csv", rows, headers=headers))
    everything = corpus.documents.to_csv() + corpus.ledger.to_csv() + corpus.ratings.to_csv()
    assert "Lehtovaara" not in everything
    assert "1234" not in everything
    dropped = corpus.ledger[corpus.ledger["status"] == "personal"]
    assert list(dropped["column"]) == ["Nimi", "Puhelin"]
    assert dropped["reason"].str.startswith("Henkilötieto: sarake jätettiin pois").all()


def test_client_feedback_keeps_its_single_rating_and_strand(tmp_path: Path):
    rows = [
        ["2026-06-01", "Neuvola", 5, "Kiitos!"],
        ["2026-06-02", "Neuvola", 1, "Jonotin turhaan"],
    ]
    headers = ["Päivämäärä", "Palvelu", "Arvio (1-5)", "Avoin palaute"]
    corpus = read_corpus(write_csv(tmp_path / "p.csv", rows, headers=headers, encoding="utf-8"))
    assert set(corpus.documents["role"]) == {"observation"}
    assert set(corpus.documents["strand"]) == {"elama"}
    assert list(corpus.ratings["scale_max"]) == [5, 5]


def test_boards_and_memos(tmp_path: Path):
    (tmp_path / "taulu_2026-03.txt").write_text(DOUBLE_SPACED.text, encoding="utf-8")
    memo = docx.Document()
    memo.add_paragraph("Läsnä: Aino Lehtovaara")
    memo.add_paragraph("Bussi ei enää kulje kylille.")
    memo.save(tmp_path / "muistio_18.3.2026.docx")
    corpus = read_corpus(tmp_path)
    assert_adds_up(corpus)
    notes = corpus.documents[corpus.documents["role"] == "note"]
    assert set(notes["strand"]) == {"kehittaminen"}
    assert set(notes["month"]) == {"2026-03"}
    assert notes["record_id"].is_unique
    memo_rows = corpus.documents[corpus.documents["role"] == "paragraph"]
    assert list(memo_rows["text"]) == ["Bussi ei enää kulje kylille."]
    assert list(memo_rows["date"]) == ["2026-03-18"]
    assert {"instruction", "leftover", "personal"} & set(corpus.ledger["status"])


def test_the_settings_strand_wins(tmp_path: Path):
    (tmp_path / "taulu.txt").write_text(DOUBLE_SPACED.text, encoding="utf-8")
    settings = ReadSettings(strands={"TAULU*.txt": "elama"})
    assert set(read_corpus(tmp_path, settings=settings).documents["strand"]) == {"elama"}


def test_the_file_name_gives_the_month_only_when_the_file_has_none(tmp_path: Path):
    plain = write_csv(
        tmp_path / "a_03_2026.csv", [["Jonot kasvavat"]], headers=["Kuvaa havaintosi"]
    )
    assert set(read_corpus(plain).documents["month"]) == {"2026-03"}
    rows = [["5.4.2026", "Jonot"], ["", "Velat"], ["6.4.", "Kyydit"]]
    dated = write_csv(tmp_path / "b_03_2026.csv", rows, headers=["Pvm", "Havainto"])
    corpus = read_corpus(dated)
    months = dict(zip(corpus.documents["text"], corpus.documents["month"], strict=True))
    assert months == {"Jonot": "2026-04", "Velat": "", "Kyydit": "2026-04"}


def test_sheets_may_be_months(tmp_path: Path):
    sheets = {
        "tammikuu": [["Kuvaa havaintosi"], ["Jonot"]],
        "helmikuu": [["Kuvaa havaintosi"], ["Velat"]],
    }
    corpus = read_corpus(write_workbook(tmp_path / "vuosi 2026.xlsx", sheets))
    assert set(corpus.documents["month"]) == {"2026-01", "2026-02"}


def test_an_ambiguous_date_is_left_open_and_told(tmp_path: Path):
    rows = [["4/5/2026", "Jonot"], ["5/6/2026", "Velat"]]
    corpus = read_corpus(write_csv(tmp_path / "a_2026-04.csv", rows, headers=["Pvm", "Havainto"]))
    assert set(corpus.documents["month"]) == {""}
    rows_told = corpus.ledger[corpus.ledger["unit"] == "row"]
    assert rows_told["reason"].str.contains("kahdella tavalla").all()


def test_american_times_of_a_form_are_read(tmp_path: Path):
    rows = [[1, "4/5/2026 9:12:01 AM", "4/5/2026 9:15:40 AM", "anonymous", "", "Jonot kasvavat"]]
    headers = ["ID", "Start time", "Completion time", "Email", "Name", "Kuvaa havaintosi"]
    corpus = read_corpus(write_csv(tmp_path / "a.csv", rows, headers=headers, delimiter=","))
    assert list(corpus.documents["date"]) == ["2026-04-05"]


def test_the_users_columns_win_and_an_unused_one_is_told(tmp_path: Path):
    path = write_csv(tmp_path / "a.csv", [["x", "Jonot"]], headers=["Kenttä A", "Kenttä B"])
    corpus = read_corpus(path, {"Kenttä B": "proposal", "Kenttä C": "place"})
    assert list(corpus.documents["role"]) == ["proposal"]
    unused = corpus.ledger[corpus.ledger["column"] == "Kenttä C"]
    assert list(unused["reason"]) == [
        "Asetuksissa nimettyä saraketta ei ole missään luetussa tiedostossa."
    ]
    with pytest.raises(SettingsError, match="unknown role"):
        read_corpus(path, {"Kenttä B": "ehdotus"})


def test_mojibake_is_repaired_and_counted(tmp_path: Path):
    headers = ["PÃ¤ivÃ¤mÃ¤Ã¤rÃ¤", "Kuvaa havaintosi"]
    rows = [["5.4.2026", "TyÃ¶ntekijÃ¤ vaihtui"]]
    corpus = read_corpus(write_csv(tmp_path / "a.csv", rows, headers=headers, encoding="utf-8"))
    assert list(corpus.documents["text"]) == ["Työntekijä vaihtui"]
    assert list(corpus.documents["date"]) == ["2026-04-05"]
    file_line = corpus.ledger[corpus.ledger["unit"] == "file"].iloc[0]
    assert "Merkistövirheitä korjattiin" in file_line["reason"]


def test_too_long_cells_and_too_many_cells_are_counted_and_the_rest_is_read(tmp_path: Path):
    lines = ["Pvm;Havainto", "1.4.2026;" + "a" * 500, "2.4.2026;Jonot; ja velat", "3.4.2026;Kyydit"]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    corpus = read_corpus(path, settings=ReadSettings(max_cell_characters=400))
    assert_adds_up(corpus)
    assert list(corpus.documents["text"]) == ["Kyydit"]
    bad = corpus.ledger[corpus.ledger["status"] == "unreadable"]
    assert list(bad["row"]) == [2, 3]
    assert bad["reason"].str.contains("suurenna asetusta|lainausmerkkeihin").all()


def test_unreadable_files_never_stop_the_rest(tmp_path: Path):
    _report_file(tmp_path)
    for name in ("a.pdf", "b.ods", "c.xls", "d.outo", "ilman_paatetta"):
        (tmp_path / name).write_bytes(b"jotakin")
    (tmp_path / "e.xlsx").write_bytes(b"PK\x03\x04rikki")
    (tmp_path / "f.docx").write_bytes(b"")
    (tmp_path / "g.json").write_text("{")
    (tmp_path / "h.csv").write_bytes(bytes(range(32)) * 9)
    (tmp_path / "i.txt").write_bytes(b"")
    corpus = read_corpus(tmp_path)
    assert_adds_up(corpus)
    assert len(corpus.documents) == 5
    files = corpus.ledger[corpus.ledger["unit"] == "file"].set_index("source")
    assert set(files.loc[files["status"] == "unreadable"].index) == {
        *("a.pdf", "b.ods", "c.xls", "d.outo", "ilman_paatetta"),
        *("e.xlsx", "f.docx", "g.json", "h.csv"),
    }
    assert files.loc["i.txt", "status"] == "empty"
    told = files.loc[files["status"] == "unreadable", "reason"]
    assert told.str.contains("allenna").all()


def test_a_table_without_texts_needs_a_person(tmp_path: Path):
    path = write_csv(
        tmp_path / "a.csv", [["Kivisuo", "3"], ["Suovaara", "4"]], headers=["Kunta", "Luku"]
    )
    corpus = read_corpus(path, {"Luku": "metadata"})
    line = corpus.ledger[corpus.ledger["unit"] == "file"].iloc[0]
    assert line["status"] == "unreadable"
    assert "Nimeä sarakkeen rooli" in line["reason"]


def test_a_missing_path_is_an_error(tmp_path: Path):
    with pytest.raises(InputError, match="Tarkista polku"):
        read_corpus(tmp_path / "puuttuu")


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path):
    corpus = read_corpus(tmp_path)
    assert_adds_up(corpus)
    assert len(corpus.documents) == 0
    assert list(corpus.ledger["reason"]) == ["Kansiossa ei ole luettavia tiedostoja."]


def test_excel_dates_and_serials_are_read(tmp_path: Path):
    rows = [["Pvm", "Havainto"], [dt.datetime(2026, 4, 5), "Jonot"], [46118, "Velat"]]
    corpus = read_corpus(write_workbook(tmp_path / "a.xlsx", {"A": rows}))
    assert set(corpus.documents["date"]) == {"2026-04-05", "2026-04-06"}


def test_the_demo_is_read_whole():
    if not DEMO.is_dir():
        pytest.skip("the demo corpus is not here")
    corpus = read_corpus(DEMO)
    assert_adds_up(corpus)
    assert not set(corpus.ledger["status"]) & {"unreadable", "undated"}
    assert (corpus.documents["month"] != "").all()
    roles = set(corpus.documents["role"])
    assert roles == {"observation", "proposal", "answer", "note", "paragraph"}


ENDINGS = ("csv", "tsv", "txt", "xlsx", "docx", "json", "jsonl", "md", "csv.gz", "xlsm", "pdf")
SNIPPETS = [
    b"Pvm;Havainto\n",
    b'"',
    b";",
    b"\n",
    b"\x00",
    b"\xff\xfe",
    b"[{",
    b'"text"',
    b"- ",
    b"RYHM\xc4 1:\n",
]
BYTES = st.lists(st.one_of(st.binary(max_size=30), st.sampled_from(SNIPPETS)), max_size=12).map(
    b"".join
)


def _gather(path: Path) -> list[object]:
    """What reading one file finds, without the tables of a whole corpus."""
    settings = ReadSettings()
    gatherer = Gatherer(settings)
    try:
        gatherer.add(path.name, read_file(SourceFile(path, path.name), settings))
    except InputError as err:
        gatherer.add_unread(path.name, str(err))
    return gatherer.items


@given(BYTES, st.sampled_from(ENDINGS))
@settings(max_examples=150, deadline=None)
def test_no_bytes_stop_the_reading(data: bytes, ending: str):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{ending}"
        path.write_bytes(data)
        assert len(_gather(path)) >= 1


SHARE = st.floats(min_value=0, max_value=1)


@given(st.lists(st.tuples(SHARE, st.integers(0, 255)), max_size=4), st.one_of(st.just(1.0), SHARE))
@settings(max_examples=30, deadline=None)
def test_no_damage_to_a_good_file_stops_the_reading(changes, kept):
    with tempfile.TemporaryDirectory() as folder:
        rows = forms_rows(SURVEY, [*STATEMENTS, *QUESTIONS])
        path = write_workbook(Path(folder) / "a.xlsx", {"A": rows})
        content = bytearray(path.read_bytes())
        for place, value in changes:
            content[int(place * (len(content) - 1))] = value
        path.write_bytes(content[: int(kept * len(content))])
        assert len(_gather(path)) >= 1


@pytest.mark.slow
def test_seventeen_thousand_lines_are_read():
    path = SHARED / "clusters" / "vaalikone_eduskunta2003.jsonl.gz"
    if not path.exists():
        pytest.skip("../shared/data is not here")
    assert count_rows(read_corpus(path).ledger)["document"] > 16_000
