"""The same job works for no, one, few, many and very many texts."""

import json
from pathlib import Path

import pytest

from rakenlp.runner import run
from rakenlp.settings import JobSettings

from .conftest import SHARED

pytestmark = pytest.mark.slow

SENTENCES = [
    "Vuokra on maksamatta kolmatta kuukautta ja häätö uhkaa perhettä.",
    "Nuori odottaa pääsyä psykiatrian poliklinikalle jo viidettä kuukautta.",
    "Ruokakassit loppuivat kesken ja moni jäi ilman.",
    "Iäkäs ei pääse verkkopankkiin eikä saa hakemusta lähetettyä.",
    "Bussivuoro lakkautettiin, eikä kylältä pääse enää lääkäriin.",
    "Omaishoitaja ei ole saanut pidettyä yhtään vapaapäivää tänä vuonna.",
]


def job(folder: Path, texts: list[str]) -> JobSettings:
    inputs = folder / "aineisto"
    inputs.mkdir(parents=True)
    rows = "".join(f"15.6.2026;{text}\r\n" for text in texts)
    (inputs / "raportit.csv").write_text(
        "Päivämäärä;Kuvaa havaintosi\r\n" + rows, encoding="cp1252", newline=""
    )
    return JobSettings(name="koko", inputs=(str(inputs),), workspace=str(folder / "tyotila"))


@pytest.mark.parametrize("n", [1, 2, 5, 30, 300])
def test_any_number_of_texts_gives_a_digest(tmp_path: Path, n: int) -> None:
    texts = [f"{SENTENCES[i % 6]} Havainto toistui viikolla {i + 1}." for i in range(n)]
    outcome = run(job(tmp_path, texts), months=["2026-06"])
    digest = json.loads((outcome.folders["2026-06"] / "digest.json").read_text(encoding="utf-8"))
    covered = {row["code"]: row["number"] for row in digest["accounting"]["coverage"]}
    shown = [*digest["phenomena"], *digest["other_phenomena"]]
    assert shown
    if n >= 5:  # below k the counts are hidden
        assert covered["clustered"] >= 0.95 * n
    markdown = (outcome.folders["2026-06"] / "digest.md").read_text(encoding="utf-8")
    if n >= 30:
        assert "Häätöuhka" in markdown


@pytest.mark.parametrize("texts", [[], ["-", "ei ole", "."]])
def test_no_usable_text_gives_a_digest_that_says_so(tmp_path: Path, texts: list[str]) -> None:
    outcome = run(job(tmp_path, texts), months=["2026-06"])
    markdown = (outcome.folders["2026-06"] / "digest.md").read_text(encoding="utf-8")
    assert "ei tullut yhtään käyttökelpoista havaintoa" in markdown


def test_seventeen_thousand_texts(tmp_path: Path) -> None:
    source = SHARED / "data" / "clusters" / "vaalikone_eduskunta2003.jsonl.gz"
    if not source.exists():
        pytest.skip("the shared data is not beside the checkout")
    settings = JobSettings(name="iso", inputs=(str(source),), workspace=str(tmp_path))
    outcome = run(settings, months=["2026-06"])
    digest = json.loads((outcome.folders["2026-06"] / "digest.json").read_text(encoding="utf-8"))
    assert digest["material"]["records"]["number"] > 16_000
    assert len(digest["phenomena"]) == settings.digest.max_phenomena


def test_real_board_becomes_notes_and_themes(tmp_path: Path) -> None:
    source = SHARED / "seeds" / "004_03dbb4d7605a4c16.txt"
    if not source.exists():
        pytest.skip("the shared seeds are not beside the checkout")
    settings = JobSettings(name="taulu", inputs=(str(source),), workspace=str(tmp_path))
    outcome = run(settings, months=["2026-06"])
    digest = json.loads((outcome.folders["2026-06"] / "digest.json").read_text(encoding="utf-8"))
    assert 22 <= digest["material"]["records"]["number"] <= 28
    assert digest["development_themes"]
