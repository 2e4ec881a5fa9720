"""The word lists and tables of this room: tab-separated files beside the code."""

from __future__ import annotations

from importlib.resources import files


def read_rows(name: str) -> list[list[str]]:
    """Rows of a data file as lists of cells; blank lines and lines that begin with "# " are left out."""
    text = (files("rakenlp.corpus") / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("# ")]
