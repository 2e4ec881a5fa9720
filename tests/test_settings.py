from pathlib import Path

import pytest

from rakenlp.errors import SettingsError
from rakenlp.settings import read_job

GOOD = 'name = "koe"\ninputs = ["tiedostot"]\n'


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "koe.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_paths_are_relative_to_the_job_file(tmp_path: Path) -> None:
    job = read_job(write(tmp_path, GOOD))
    assert job.inputs == (str(tmp_path / "tiedostot"),)
    assert Path(job.workspace).is_absolute()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + "[privacy]\nkk = 5\n", r"koe\.toml, privacy: tuntematon asetus 'kk'"),
        (GOOD + "[cluster]\ndetial = 'hieno'\n", "tarkoititko: detail"),
        (GOOD + "[privacy]\nk = 2\n", r"privacy\.k: arvon pitää olla vähintään 3, nyt 2"),
        (GOOD + "[cluster]\ndetail = 'tarkka'\n", "jokin näistä: 'karkea'"),
        ('name = "koe"\n', "inputs: asetus puuttuu"),
        ('name = "Koe A"\ninputs = []\n', "pieniä kirjaimia"),
        ("name = \n", "ei ole kelvollinen TOML"),
    ],
)
def test_wrong_setting_is_one_clear_sentence(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        read_job(write(tmp_path, text))


def test_missing_job_file_points_to_the_examples(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="jobs/"):
        read_job(tmp_path / "puuttuu.toml")
