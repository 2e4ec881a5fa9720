from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from rakenlp.corpus.sources import SourceFile, find_files, read_bytes
from rakenlp.errors import InputError


def test_folders_are_read_with_subfolders_sorted_and_without_hidden_files(tmp_path: Path):
    for name in (
        "b.csv",
        "a.csv",
        ".piilo.csv",
        "~$a.xlsx",
        "Thumbs.db",
        "2026/c.csv",
        ".git/d.csv",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [file.name for file in find_files(tmp_path)] == ["2026/c.csv", "a.csv", "b.csv"]


def test_a_file_given_twice_is_read_once(tmp_path: Path):
    (tmp_path / "a.csv").write_text("x")
    assert len(find_files([tmp_path, tmp_path / "a.csv"])) == 1


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path):
    paths = []
    for folder in ("huhti", "touko"):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "a.csv")
        paths[-1].write_text("x")
    assert [file.name for file in find_files(paths)] == ["huhti/a.csv", "touko/a.csv"]


def test_a_missing_path_is_an_error_that_names_it(tmp_path: Path):
    with pytest.raises(InputError, match=r"puuttuva\.csv.*Tarkista polku"):
        find_files(tmp_path / "puuttuva.csv")
    with pytest.raises(InputError, match="ei annettu"):
        find_files([])


def test_packed_files_are_unpacked_and_limited(tmp_path: Path):
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"a" * 2_000_000))
    file = SourceFile(path, "a.csv.gz")
    assert file.extension == "csv"
    assert len(read_bytes(file, max_megabytes=3)) == 2_000_000
    with pytest.raises(InputError, match="suurempi kuin 1 megatavua"):
        read_bytes(file, max_megabytes=1)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(InputError, match="katkennut"):
        read_bytes(file, max_megabytes=3)
