"""The written tables of this room's tests."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parents[1].parent / "shared" / "data"


def rows(name: str) -> list[list[str]]:
    """Rows of a table beside the tests: comment lines and the header left out."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]
