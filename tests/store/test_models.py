from pathlib import Path

import pytest

from rakenlp.errors import ModelError
from rakenlp.store.models import find_model


def test_shipped_model_is_found_with_its_description() -> None:
    assert (find_model("static-fi") / "model.toml").is_file()


def test_unknown_model_says_where_it_was_looked_for() -> None:
    with pytest.raises(ModelError, match="etsittiin"):
        find_model("ei-ole")


def test_named_folder_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "oma").mkdir()
    (tmp_path / "oma" / "model.toml").write_text("")
    monkeypatch.setenv("RAKENLP_MODELS", str(tmp_path))
    assert find_model("oma") == tmp_path / "oma"
