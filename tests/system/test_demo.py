"""What a reader of the demo's digests would notice."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest

from rakenlp import load_digest
from rakenlp.evaluate import planted_scores
from rakenlp.store import Workspace

from .conftest import ROOT, DemoRun

pytestmark = pytest.mark.slow
MONTHS = [f"2026-{month:02}" for month in range(1, 7)]


def planted_of(demo: DemoRun, gold: list[dict[str, Any]], month: str) -> dict[str, str]:
    """Phenomenon id of each planted phenomenon: the one that holds most of its reports."""
    with Workspace(demo.workspace) as workspace:
        registry = workspace.registry_of("demo-monthly", month)
        passages = workspace.passages("demo-monthly", first_month="2026-01", last_month=month)
    names = label_of_passages(passages, gold)
    counts: dict[str, dict[str, int]] = {}
    for row in registry:
        for member in row["member_ids"]:
            name = names.get(member, "")
            if name:
                inside = counts.setdefault(name, {})
                inside[row["phenomenon_id"]] = inside.get(row["phenomenon_id"], 0) + 1
    return {name: max(sorted(inside), key=inside.__getitem__) for name, inside in counts.items()}


def label_of_passages(passages: Any, gold: list[dict[str, Any]]) -> dict[str, str]:
    """Planted phenomenon of each passage: the gold text with which it shares most words."""
    bags = [(set(item["text"].lower().split()), item) for item in gold if item["phenomenon"]]
    names: dict[str, str] = {}
    for name, text, role in zip(
        passages["passage_id"], passages["text"], passages["role"], strict=True
    ):
        words = set(text.lower().split())
        if role == "proposal" or not words:
            continue
        share, best = max(
            ((len(words & bag) / len(words), i) for i, (bag, _) in enumerate(bags)), default=(0, 0)
        )
        if share >= 0.7:
            names[name] = bags[best][1]["phenomenon"]
    return names


def test_every_month_leaves_all_outputs(demo: DemoRun) -> None:
    assert list(demo.outcome.folders) == MONTHS
    for folder in demo.outcome.folders.values():
        assert sorted(path.name for path in folder.iterdir()) == [
            "digest.html",
            "digest.json",
            "digest.md",
            "manifest.json",
            "phenomena.csv",
        ]


def test_digest_fits_the_published_schema_and_is_read_back(demo: DemoRun) -> None:
    schema = json.loads((ROOT / "docs" / "schema" / "digest-1.json").read_text(encoding="utf-8"))
    for month in MONTHS:
        jsonschema.validate(demo.digest(month), schema)
        assert load_digest(demo.outcome.folders[month] / "digest.json").schema_version == "1.0"


def test_planted_phenomena_are_found(demo: DemoRun, gold: list[dict[str, Any]]) -> None:
    with Workspace(demo.workspace) as workspace:
        registry = workspace.registry_of("demo-monthly", "2026-06")
        passages = workspace.passages("demo-monthly", first_month="2026-01", last_month="2026-06")
    names = label_of_passages(passages, gold)
    group = {
        member: number
        for number, row in enumerate(registry)
        for member in row["member_ids"]
        if row["strand"] == "elama"
    }
    known = [name for name in sorted(names) if name in group]
    truth = [names[name] if names[name] != "P18" else "" for name in known]
    scores = planted_scores(truth, [group[name] for name in known])
    assert len(scores) == 17
    assert sum(score.found for score in scores) >= 12, [s for s in scores if not s.found]
    assert np.mean([score.held for score in scores]) >= 0.8


def phenomenon(digest: dict[str, Any], phenomenon_id: str) -> dict[str, Any]:
    lists = [digest[key] for key in ("phenomena", "working", "other_phenomena") if key in digest]
    return next(item for found in lists for item in found if item["id"] == phenomenon_id)


def test_returning_phenomenon_is_recognised(demo: DemoRun, gold: list[dict[str, Any]]) -> None:
    carers = planted_of(demo, gold, "2026-06")["P06"]
    assert phenomenon(demo.digest("2026-06"), carers)["state"] == "palannut"


def test_buses_that_stop_in_april_grow_from_then_on(
    demo: DemoRun, gold: list[dict[str, Any]]
) -> None:
    buses = planted_of(demo, gold, "2026-06")["P07"]
    with Workspace(demo.workspace) as workspace:
        registry = workspace.registry_of("demo-monthly", "2026-06")
        passages = workspace.passages("demo-monthly", first_month="2026-01", last_month="2026-06")
    members = next(row["member_ids"] for row in registry if row["phenomenon_id"] == buses)
    inside = passages[passages["passage_id"].isin(members)]
    counts = inside.groupby("month")["record_id"].nunique().to_dict()
    early = sum(counts.get(month, 0) for month in MONTHS[:3])
    assert early <= 2
    assert counts["2026-04"] >= 2
    assert counts["2026-06"] > counts["2026-04"]
    assert phenomenon(demo.digest("2026-06"), buses)["state"] in ("vahvistuva", "toistuva")


def test_growing_phenomenon_has_most_reports_in_june(
    demo: DemoRun, gold: list[dict[str, Any]]
) -> None:
    evictions = phenomenon(demo.digest("2026-06"), planted_of(demo, gold, "2026-06")["P02"])
    assert evictions["count"]["number"] >= 7
    assert evictions["label"].startswith("Häätöuhka")


def test_nicotine_pouches_of_primary_school_stand_in_the_june_digest(demo: DemoRun) -> None:
    text = (demo.outcome.folders["2026-06"] / "digest.md").read_text(encoding="utf-8")
    assert "nikotiinipuss" in text.lower()


def test_identity_holds_from_month_to_month(demo: DemoRun, gold: list[dict[str, Any]]) -> None:
    """Phenomena planted in every month keep their ids from the third month on."""
    steady = [f"P{number:02}" for number in (1, 2, 3, 4, 5, 10, 11)]
    ids = {month: planted_of(demo, gold, month) for month in MONTHS[2:]}
    kept = sum(
        ids[later][name] == ids[month][name]
        for month, later in pairwise(MONTHS[2:])
        for name in steady
    )
    assert kept >= 0.8 * 3 * len(steady)


def test_nothing_planted_as_personal_data_is_written_anywhere(
    demo: DemoRun, gold: list[dict[str, Any]]
) -> None:
    """Every byte of the workspace is searched for each planted value of 6 characters or more."""
    values = sorted({pii["value"] for item in gold for pii in item["pii"] if len(pii["value"]) > 5})
    assert len(values) > 20
    leaks: list[str] = []
    for path in sorted(demo.workspace.rglob("*")):
        if not path.is_file():
            continue
        data = readable(path)
        leaks += [
            f"{value!r} in {path.relative_to(demo.workspace)}"
            for value in values
            if value.encode("utf-8") in data
        ]
    assert not leaks


def readable(path: Path) -> bytes:
    """Bytes of a file; the texts of a Parquet file, which compresses them."""
    if path.suffix != ".parquet":
        return path.read_bytes()
    import pandas as pd

    frame = pd.read_parquet(path)
    return "\n".join(str(row) for row in frame.to_numpy().tolist()).encode("utf-8")


def test_counts_below_k_are_not_in_the_tables(demo: DemoRun) -> None:
    for month in MONTHS:
        for item in demo.digest(month)["phenomena"]:
            for count in (item["count"], item["count_window"], *item["months"]):
                number = count["number"]
                assert number is None or number == 0 or number >= 5
