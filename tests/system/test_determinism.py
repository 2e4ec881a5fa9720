"""Same texts in any order, same settings: the same bytes."""

import csv
import json
import random
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from rakenlp.runner import run

from .conftest import EXPORTS, DemoRun, demo_settings

pytestmark = pytest.mark.slow


def shuffle_csv(source: Path, target: Path, encoding: str, rng: random.Random) -> None:
    with source.open(encoding=encoding, newline="") as file:
        header, *rows = list(csv.reader(file, delimiter=";"))
    rng.shuffle(rows)
    with target.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows])


def shuffle_xlsx(source: Path, target: Path, rng: random.Random) -> None:
    header, *rows = list(load_workbook(source).active.iter_rows(values_only=True))
    rng.shuffle(rows)
    book = Workbook()
    book.active.title = "Sheet1"
    for row in (header, *rows):
        book.active.append(row)
    book.save(target)


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = random.Random(1)
    folder = tmp_path_factory.mktemp("sekaisin")
    for path in EXPORTS.iterdir():
        if path.suffix == ".csv":
            encoding = "utf-8-sig" if path.name.startswith("asiakas") else "cp1252"
            shuffle_csv(path, folder / path.name, encoding, rng)
        elif path.suffix == ".xlsx":
            shuffle_xlsx(path, folder / path.name, rng)
        else:
            shutil.copy(path, folder / path.name)
    return folder


def test_shuffled_rows_give_the_same_digest(demo: DemoRun, shuffled: Path, tmp_path: Path) -> None:
    settings = demo_settings(tmp_path, inputs=(str(shuffled),))
    outcome = run(settings, all_months=True)
    for month, folder in outcome.folders.items():
        first = demo.outcome.folders[month]
        for name in ("digest.json", "digest.md", "digest.html", "phenomena.csv"):
            assert (folder / name).read_bytes() == (first / name).read_bytes(), (month, name)


def test_rerun_gives_the_same_bytes_and_manifest(demo: DemoRun) -> None:
    folder = demo.outcome.folders["2026-06"]
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    run(demo_settings(demo.workspace), months=["2026-06"])
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_later_months_do_not_describe_an_earlier_one(demo: DemoRun, tmp_path: Path) -> None:
    """March run from the files of January to March alone is March run from all six months."""
    folder = tmp_path / "tiedostot"
    folder.mkdir()
    for month in ("2026-01", "2026-02", "2026-03"):
        shutil.copy(EXPORTS / f"sosiaaliset_raportit_{month}.csv", folder)
    shutil.copy(EXPORTS / "taulu_2026-03_tyopaja.txt", folder)
    outcome = run(demo_settings(tmp_path / "w", inputs=(str(folder),)), all_months=True)
    ours = json.loads((outcome.folders["2026-03"] / "digest.json").read_text(encoding="utf-8"))
    assert ours["phenomena"] == demo.digest("2026-03")["phenomena"]
