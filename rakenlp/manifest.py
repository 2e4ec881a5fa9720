"""The manifest: all that a run depended on, so that it can be made again."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import metadata
from typing import Any

import pandas as pd

from rakenlp import __version__, pipeline
from rakenlp.embed import Encoder
from rakenlp.finnish.spacy_fi import pipeline_version
from rakenlp.finnish.voikko import open_voikko
from rakenlp.review import Decision
from rakenlp.settings import JobSettings
from rakenlp.store import code_fingerprint, fingerprint

LIBRARIES = ("numpy", "scipy", "scikit-learn", "spacy", "igraph", "pandas")


def versions(encoder: Encoder) -> dict[str, str]:
    """Versions of what decides the findings: rakenlp, dictionary, pipeline and encoder."""
    voikko = open_voikko()
    return {
        "rakenlp": __version__,
        "libvoikko": voikko.library_version,
        "voikko-fi": voikko.dictionary,
        "spacy-fi": pipeline_version(),
        "encoder": encoder.name,
    }


def make_manifest(
    period: str,
    documents: pd.DataFrame,
    passages: pd.DataFrame,
    encoder: Encoder,
    *,
    settings: JobSettings,
    outputs: Mapping[str, str],
    log: Sequence[Decision],
) -> dict[str, Any]:
    """Collect a run's manifest. Hashes are of redacted content only, and no path is in it.

    Parameters
    ----------
    period : str
    documents, passages : DataFrame
        Redacted documents that were read, and passages of the window.
    encoder : Encoder
    settings : JobSettings
    outputs : mapping of str to str
        Content of each output by file name.
    log : sequence of Decision
    """
    libraries = {name: metadata.version(name) for name in LIBRARIES}
    per_source = documents.groupby("source").size()
    return {
        "job": settings.name,
        "period": period,
        "settings": settings.model_dump(mode="json", exclude={"inputs", "workspace"}),
        "settings_fingerprint": pipeline.settings_fingerprint(settings),
        "inputs": {str(name): int(count) for name, count in sorted(per_source.items())},
        "passages_fingerprint": fingerprint(passages["passage_id"].tolist()),
        "decisions": [asdict(item) for item in log],
        "versions": versions(encoder) | libraries | {"python": platform.python_version()},
        "code_fingerprint": code_fingerprint(),
        "outputs": {name: fingerprint(text) for name, text in sorted(outputs.items())},
        "n_passages": len(passages),
        "n_records": int(passages["record_id"].nunique()),
    }


def render_manifest(manifest: Mapping[str, Any]) -> str:
    """Render a manifest as JSON with sorted keys."""
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
