"""A whole run from the command line: progress, review, crash, no network, a real browser."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from rakenlp.cli import main

from .conftest import EXPORTS, ROOT, DemoRun

pytestmark = pytest.mark.slow


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """A job on two months of the demo, in a folder of its own."""
    inputs = tmp_path / "aineisto"
    inputs.mkdir()
    for month in ("2026-01", "2026-02"):
        shutil.copy(EXPORTS / f"sosiaaliset_raportit_{month}.csv", inputs)
    path = tmp_path / "koe.toml"
    path.write_text(
        'name = "koe"\ninputs = ["aineisto"]\nworkspace = "tyotila"\n', encoding="utf-8"
    )
    return path


def outputs(job: Path) -> dict[str, bytes]:
    folder = job.parent / "tyotila" / "koe" / "2026-02"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_run_tells_its_stages_and_where_the_digest_is(job: Path) -> None:
    result = CliRunner().invoke(main, ["run", str(job), "--month", "2026-02"])
    assert result.exit_code == 0, result.output
    assert "Poistetaan henkilötiedot" in result.stderr
    path = job.parent / "tyotila" / "koe" / "2026-02" / "digest.html"
    assert f"Avaa selaimessa: {path}" in result.stdout
    assert path.exists()


def test_new_name_by_a_person_holds_on_the_next_run(job: Path) -> None:
    CliRunner().invoke(main, ["run", str(job), "--month", "2026-02"])
    first = json.loads(outputs(job)["digest.json"])["phenomena"][0]["id"]
    done = CliRunner().invoke(main, ["review", str(job), "rename", first, "Oma nimi tälle"])
    assert done.exit_code == 0, done.output
    assert "Päätös 1 kirjattu" in done.stdout
    CliRunner().invoke(main, ["run", str(job), "--month", "2026-02"])
    assert "Oma nimi tälle" in outputs(job)["digest.md"].decode()
    listed = CliRunner().invoke(main, ["review", str(job), "list"])
    assert "Oma nimi tälle" in listed.stdout


def test_decision_on_an_unknown_phenomenon_is_refused(job: Path) -> None:
    result = CliRunner().invoke(main, ["review", str(job), "rename", "I-9999", "Nimi"])
    assert result.exit_code == 1
    assert "I-9999" in result.stderr


def test_killed_run_ends_in_the_same_bytes_when_run_again(job: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "rakenlp.cli", "run", str(job), "--month", "2026-02"]
    clean = tmp_path / "ehja"
    clean.mkdir()
    shutil.copytree(job.parent / "aineisto", clean / "aineisto")
    shutil.copy(job, clean / "koe.toml")
    CliRunner().invoke(main, ["run", str(clean / "koe.toml"), "--month", "2026-02"])
    for seconds in (2.0, 4.0, 6.0, 8.0):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    done = CliRunner().invoke(main, ["run", str(job), "--month", "2026-02"])
    assert done.exit_code == 0, done.output
    assert outputs(job) == outputs(clean / "koe.toml")


def test_job_runs_with_sockets_blocked(job: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise OSError('verkko on suljettu testissä')\n"
        "socket.socket.connect = refuse; socket.create_connection = refuse\n"
        "socket.getaddrinfo = refuse\n"
        "from rakenlp.cli import main\n"
        f"main(['run', {str(job)!r}, '--month', '2026-02'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_digest_is_rendered_again_from_its_json(demo: DemoRun, tmp_path: Path) -> None:
    folder = demo.outcome.folders["2026-06"]
    for form, name in (("md", "digest.md"), ("html", "digest.html"), ("csv", "phenomena.csv")):
        out = tmp_path / name
        result = CliRunner().invoke(
            main, ["digest", str(folder / "digest.json"), "--format", form, "--out", str(out)]
        )
        assert result.exit_code == 0, result.output
        assert out.read_bytes() == (folder / name).read_bytes()


def test_page_opens_in_a_real_browser_without_asking_anything_from_outside(
    demo: DemoRun, tmp_path: Path
) -> None:
    browser = shutil.which("chromium")
    assert browser, "make test installs chromium"
    page = demo.outcome.folders["2026-06"] / "digest.html"
    log = tmp_path / "verkko.json"
    done = subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={tmp_path / 'profiili'}",
            f"--log-net-log={log}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Esiin nousseet ilmiöt" in done.stdout
    assert "<svg" in done.stdout
    for address in ("http://", "https://"):
        assert address not in page.read_text(encoding="utf-8").replace(
            "http://www.w3.org/2000/svg", ""
        )


def test_readme_names_every_file_of_the_demo_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("digest.json", "digest.md", "digest.html", "phenomena.csv", "manifest.json"):
        assert name in readme
