import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rakenlp.runner import Outcome, run
from rakenlp.settings import JobSettings, read_job

ROOT = Path(__file__).parents[2]
EXPORTS = ROOT / "corpora" / "demo" / "exports"
SHARED = ROOT.parent / "shared"


class DemoRun(NamedTuple):
    workspace: Path
    outcome: Outcome

    def digest(self, month: str) -> dict[str, Any]:
        path = self.outcome.folders[month] / "digest.json"
        return json.loads(path.read_text(encoding="utf-8"))


def demo_settings(workspace: Path, **changes: Any) -> JobSettings:
    job = read_job(ROOT / "jobs" / "demo-monthly.toml")
    return job.model_copy(update={"workspace": str(workspace), **changes})


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """The whole demo job, all six months, once for all tests."""
    workspace = tmp_path_factory.mktemp("tyotila")
    return DemoRun(workspace, run(demo_settings(workspace), all_months=True))


@pytest.fixture(scope="session")
def gold() -> list[dict[str, Any]]:
    path = ROOT / "corpora" / "demo" / "gold.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
