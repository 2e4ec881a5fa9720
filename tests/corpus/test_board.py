from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.corpus import split_board
from rakenlp.corpus.board import looks_like_board
from rakenlp.records import Board

from .boards import BOARDS, DOUBLE_SPACED, ONE_PER_LINE, Gold, boundary_f1

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
DEMO = Path(__file__).parents[2] / "corpora" / "demo"
# Line ranges of the notes of seed 004, from domain.md 4.4.
GOLD_004 = (
    "22-26 28-32 34-56 58-62 64-68 70-72 74-76 78-80 82-88 90-90 92-102 104-110 112-116 118-130 "
    "132-144 146-154 156-164 166-168 170-176 178-186 188-200 202-204 206-210 212-218 220-224"
)


def _signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if not sign.isspace())


def _starts(notes: Sequence[str], text: str) -> set[int]:
    """Where notes begin, counted in characters of the text without white space."""
    bare, at, starts = "".join(text.split()), 0, set()
    for note in notes:
        at = bare.index("".join(note.split()), at)
        starts.add(at)
        at += len("".join(note.split()))
    return starts


def _parts(board: Board) -> list[str]:
    return [board.question, *board.groups, *(n.text for n in board.notes), *board.leftovers]


@pytest.mark.parametrize("gold", BOARDS, ids=lambda gold: gold.name)
def test_borders_are_found_on_boards_of_different_habits(gold: Gold):
    assert boundary_f1(split_board(gold.text), gold.starts) >= 0.85


def test_borders_of_seed_004():
    path = next(SEEDS.glob("004_*"), None) if SEEDS.is_dir() else None
    if path is None:
        pytest.skip("../shared/seeds is not here")
    starts = frozenset(int(lines.split("-")[0]) for lines in GOLD_004.split())
    board = split_board(path.read_text(encoding="utf-8"))
    assert boundary_f1(board, starts) >= 0.90
    assert len(board.groups) == 1
    assert board.question.endswith("?")
    assert len(board.leftovers) == 3  # area name, stray letter, instruction


@pytest.mark.parametrize(
    ("source", "export"),
    [("board-a.json", "taulu_2026-03_tyopaja.txt"), ("board-b.json", "taulu_2026-05_tyopaja.txt")],
)
def test_borders_of_the_demo_boards(source: str, export: str):
    gold, text = DEMO / "source" / source, DEMO / "exports" / export
    if not (gold.exists() and text.exists()):
        pytest.skip("the demo corpus is not here")
    notes = json.loads(gold.read_text(encoding="utf-8"))["notes"]
    export_text = text.read_text(encoding="utf-8-sig")
    board = split_board(export_text)
    wanted = _starts(notes, export_text)
    found = _starts([note.text for note in board.notes], export_text)
    assert len(wanted) == len(notes)
    assert 2 * len(found & wanted) / (len(found) + len(wanted)) >= 0.85
    assert not any("Unnamed area" in note.text or "peukuttaa" in note.text for note in board.notes)


def test_lists_are_divided_without_their_markers():
    board = split_board("Mitä puuttuu?\n\n1. Aikaa\n2. Selkeä\n   ohje\n3. Työpari")
    assert [note.text for note in board.notes] == ["Aikaa", "Selkeä ohje", "Työpari"]
    assert board.leftovers == ("1. 2. 3.",)
    assert board.confidence > 0.9


def test_parts_of_a_board_are_told_apart():
    board = split_board(DOUBLE_SPACED.text)
    assert board.question.startswith("Maahanmuuttajapalvelujen")
    assert board.groups == ("RYHMÄ 4:",)
    assert board.leftovers == ("Unnamed area", "M")
    assert {note.group for note in board.notes} == {"RYHMÄ 4:"}


def test_notes_know_their_lines_and_group():
    board = split_board("RYHMÄ 1: Arki\n- Ruokajonot\n- Lainat\nRYHMÄ 2: Työ\n- Kiire\n- Jonot")
    assert [(n.text, n.group, n.start_line) for n in board.notes] == [
        ("Ruokajonot", "RYHMÄ 1: Arki", 2),
        ("Lainat", "RYHMÄ 1: Arki", 3),
        ("Kiire", "RYHMÄ 2: Työ", 5),
        ("Jonot", "RYHMÄ 2: Työ", 6),
    ]


def test_a_compound_broken_at_its_hyphen_is_joined():
    board = split_board(
        "- Kuntien hyte-\n  yhdyshenkilöt mukaan\n- Päihde-\n  ja velka-asiat\n- Kyydit"
    )
    assert [note.text for note in board.notes] == [
        "Kuntien hyte-yhdyshenkilöt mukaan",
        "Päihde- ja velka-asiat",
        "Kyydit",
    ]


def test_uncertain_borders_have_a_lower_confidence():
    sure = split_board("- Aikaa\n- Rahaa\n- Rauhaa")
    unsure = split_board(
        "kaikki ovat väsyneitä\nsyksyllä palataan\nasiaan uudestaan\nporukalla taas"
    )
    assert sure.confidence > 0.95 > unsure.confidence > 0.0


def test_an_empty_text_is_an_empty_board():
    board = split_board(" \n\n")
    assert (board.question, board.notes, board.confidence) == ("", (), 0.0)


LINES = st.one_of(
    st.sampled_from(
        [
            "",
            "Aikaa!",
            "- jono",
            "2. selkokieli",
            "RYHMÄ 1:",
            "Unnamed area",
            "K",
            "hyte-",
            "ja apu?",
            "A. Otsikko taululle",
            "Kirjoittakaa lapulle tähän pohjaan yksi ajatus kerrallaan kiitos",
        ]
    ),
    st.text(max_size=40),
)


@given(st.lists(LINES, max_size=14))
@settings(max_examples=120, deadline=None)
def test_no_character_of_any_text_is_lost(lines: list[str]):
    text = "\n".join(lines)
    board = split_board(text)
    assert sum((_signs(part) for part in _parts(board)), Counter()) == _signs(text)
    assert all(0.0 <= note.confidence <= 1.0 and note.text.strip() for note in board.notes)


def test_a_board_is_told_from_running_text():
    prose = (
        "Sosiaalityön tiimi kokoontui keskustelemaan kevään havainnoista ja niiden syistä.\n" * 6
    )
    assert looks_like_board(ONE_PER_LINE.text, name="taulu_2026-03.txt")
    assert looks_like_board(DOUBLE_SPACED.text)
    assert not looks_like_board(prose)
    assert not looks_like_board("Yksi rivi.\nToinen rivi.")
