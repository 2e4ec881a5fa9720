import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import inspect

from rakenlp import frames
from rakenlp.errors import StoreError, WorkspaceBusyError
from rakenlp.store import Workspace, fingerprint, keyed_fingerprint, schema, write_text


def passages(n: int = 3, month: str = "2026-06") -> pd.DataFrame:
    rows = [
        {
            "passage_id": f"P-{i:03}",
            "doc_id": f"D-{i}",
            "record_id": f"R-{i}",
            "text": f"Vuokra nousi taas, kirje numero {i}.",
            "start": 0,
            "end": 30,
            "language": "fi",
            "role": "observation",
            "strand": "elama",
            "month": month,
            "service": "",
            "place": "",
            "reporter_group": "",
            "target_group": "",
            "tone": "-",
            "multiplicity": 1,
            "quotable": True,
            "repaired": False,
        }
        for i in range(n)
    ]
    return frames.PASSAGES.build(rows, where="test")


SOURCES = {f"D-{i}": "kesä.csv" for i in range(9)}


def test_corrected_file_replaces_its_own_month_only(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        old = passages(2).assign(passage_id=["P-a", "P-b"], month=["2026-05", "2026-06"])
        workspace.keep_passages("demo", old, sources=SOURCES)
        workspace.keep_passages("demo", passages(1), sources=SOURCES)
        other = passages(1).assign(passage_id=["P-c"])
        workspace.keep_passages("demo", other, sources={"D-0": "toinen.csv"})
        back = workspace.passages("demo", first_month="2026-01", last_month="2026-12")
        assert list(back["passage_id"]) == ["P-000", "P-a", "P-c"]


def registry_row(number: int) -> dict[str, object]:
    return {
        "phenomenon_id": f"I-{number:04}",
        "strand": "elama",
        "label": "Häätöuhka",
        "terms": ["häätö"],
        "taxonomy": ["haato"],
        "prototype": b"\0" * 8,
        "member_ids": ["P-001"],
        "first_month": "2026-01",
        "last_month": "2026-05",
    }


def test_passages_come_back_as_they_were_kept(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w") as workspace:
        workspace.keep_passages("demo", passages(), sources=SOURCES)
        workspace.keep_passages("demo", passages(), sources=SOURCES)
        back = workspace.passages("demo", first_month="2026-01", last_month="2026-06")
        pd.testing.assert_frame_equal(back, passages())
        assert workspace.months("demo") == ["2026-06"]
        assert workspace.passages("other", first_month="0000-00", last_month="9999-99").empty


def test_month_is_rerun_from_the_registry_before_it(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        workspace.finish_run("demo", "2026-05", registry=[registry_row(1)], manifest={"a": 1})
        workspace.finish_run(
            "demo", "2026-06", registry=[registry_row(1), registry_row(2)], manifest={}
        )
        assert [row["phenomenon_id"] for row in workspace.registry("demo", before="2026-06")] == [
            "I-0001"
        ]
        assert workspace.registry("demo", before="2026-05") == []
        assert workspace.used_ids("demo") == ["I-0001", "I-0002"]
        workspace.finish_run("demo", "2026-06", registry=[registry_row(3)], manifest={})
        assert workspace.used_ids("demo") == ["I-0001", "I-0003"]


def test_decisions_are_only_added(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        first = workspace.add_decision(
            "demo", time="2026-07-01T09:00", author="tiimi", kind="rename", target="I-1", value="a"
        )
        second = workspace.add_decision(
            "demo", time="2026-07-01T09:01", author="tiimi", kind="rename", target="I-1", value="b"
        )
        assert second > first
        assert [row["value"] for row in workspace.decisions("demo")] == ["a", "b"]


def test_second_job_is_refused_with_a_clear_sentence(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from rakenlp.store import Workspace\n"
        "w = Workspace(Path(sys.argv[1]))\n"
        "with w.locked():\n    pass\n"
    )
    with Workspace(tmp_path) as workspace:
        with workspace.locked():
            done = subprocess.run(
                [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True
            )
        assert done.returncode == 1
        assert "toinen ajo käyttää työtilaa" in done.stderr
        with workspace.locked():
            pass


def test_busy_error_is_raised_in_process_too(tmp_path: Path) -> None:
    with (
        Workspace(tmp_path) as one,
        Workspace(tmp_path) as two,
        one.locked(),
        pytest.raises(WorkspaceBusyError, match="yritä uudelleen"),
        two.locked(),
    ):
        pass


def test_migrated_database_has_exactly_the_declared_columns(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        inspector = inspect(workspace.engine)
        for table in schema.metadata.sorted_tables:
            made = {column["name"] for column in inspector.get_columns(table.name)}
            assert made == {column.name for column in table.columns}


def test_workspace_that_is_a_file_is_a_store_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x")
    with pytest.raises(StoreError):
        Workspace(path / "below")


def test_workspace_is_for_its_owner_only(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w"):
        assert (tmp_path / "w").stat().st_mode & 0o077 == 0


def test_key_is_made_once_and_changes_fingerprints(tmp_path: Path) -> None:
    with Workspace(tmp_path / "a") as a, Workspace(tmp_path / "b") as b:
        assert a.key == a.key
        assert a.key != b.key
        assert keyed_fingerprint(["x"], key=a.key) != keyed_fingerprint(["x"], key=b.key)
        assert keyed_fingerprint(["ab", "c"], key=a.key) != keyed_fingerprint(
            ["a", "bc"], key=a.key
        )


def test_fingerprint_ignores_key_order() -> None:
    assert fingerprint({"a": 1, "b": [2]}) == fingerprint({"b": [2], "a": 1})


def test_atomic_write_leaves_no_part_file(tmp_path: Path) -> None:
    write_text(tmp_path / "x" / "koe.txt", "hyvää")
    assert (tmp_path / "x" / "koe.txt").read_text(encoding="utf-8") == "hyvää"
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["koe.txt"]
