from pathlib import Path

import pytest

from rakenlp.embed import read_model
from rakenlp.errors import InputError, SettingsError
from rakenlp.training import train

JOB = """model = "static-fi"
revision = "koe"
folder = "malli"
texts = ["tausta.txt"]
"""


def test_training_job_leaves_a_model_that_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "tausta.txt").write_text(
        "Vuokra nousi taas.\nVuokran maksu viivästyi.\n\nJono on pitkä.\n", encoding="utf-8"
    )
    (tmp_path / "tyo.toml").write_text(JOB, encoding="utf-8")
    assert train(tmp_path / "tyo.toml") == {"texts": 3, "lemmas": 1}
    model = read_model(tmp_path / "malli")
    assert (model.revision, model.n_texts, model.df) == ("koe", 3, {"vuokra": 2})


def test_missing_background_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "tyo.toml").write_text(JOB, encoding="utf-8")
    with pytest.raises(InputError, match=r"tausta\.txt"):
        train(tmp_path / "tyo.toml")


def test_unknown_model_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "tyo.toml").write_text(JOB.replace("static-fi", "muu"), encoding="utf-8")
    with pytest.raises(SettingsError, match="model: arvon pitää olla"):
        train(tmp_path / "tyo.toml")
