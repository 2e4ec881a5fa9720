"""Checks that the job could run on this computer, and what to do when it could not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

from rakenlp.embed import read_model
from rakenlp.errors import RakenlpError
from rakenlp.finnish.spacy_fi import PACKAGE, load_pipeline, pipeline_version
from rakenlp.finnish.voikko import open_voikko
from rakenlp.store import Workspace
from rakenlp.store.models import find_model

MIN_FREE_BYTES = 500_000_000  # a month's run leaves some 20 MB; half a gigabyte is ample


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``message`` says in Finnish what was found, and the remedy when not ``ok``.

    A check that is not ``needed`` does not stop the job.
    """

    name: str
    ok: bool
    message: str
    needed: bool = True


def _run(name: str, probe: Callable[[], str]) -> Check:
    try:
        return Check(name, True, probe())
    except (RakenlpError, OSError) as err:
        return Check(name, False, str(err))


def _voikko() -> str:
    voikko = open_voikko()
    if not voikko.readings("asunnottomuuden"):
        raise RakenlpError("sanasto ei tunne suomen sanoja; asenna paketti voikko-fi uudelleen")
    return f"libvoikko {voikko.library_version}, sanasto voikko-fi ({voikko.dictionary})"


def _spacy() -> str:
    load_pipeline(("tok2vec", "ner"))
    return f"{PACKAGE} {pipeline_version()}, spaCy {metadata.version('spacy')}"


def _static_model() -> str:
    folder = find_model("static-fi")
    model = read_model(folder)
    return f"static-fi, versio {model.revision}, {len(model.df)} sanaa"


def _workspace(folder: Path) -> str:
    with Workspace(folder) as workspace:
        jobs = sorted({path.name for path in folder.iterdir() if path.is_dir()})
        with workspace.locked():
            pass
    return f"{folder}: luku ja kirjoitus toimivat" + (f"; ajot: {', '.join(jobs)}" if jobs else "")


def _disk(folder: Path) -> str:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(there).free
    if free < MIN_FREE_BYTES:
        raise RakenlpError(f"levytilaa on vain {free // 1_000_000} Mt; vapauta tilaa")
    return f"vapaata {free // 1_000_000_000} Gt"


def examine(workspace: Path) -> list[Check]:
    """Check everything that the monthly job needs.

    Parameters
    ----------
    workspace : Path
        Folder of the workspace; made when missing.

    Returns
    -------
    list of Check
    """
    checks = [
        _run("Voikko ja sanasto", _voikko),
        _run("Suomen kielimalli (spaCy)", _spacy),
        _run("Merkitysvektorit", _static_model),
        _run("Levytila", lambda: _disk(workspace)),
        _run("Työtila ja tietokanta", lambda: _workspace(workspace)),
    ]
    extra = util.find_spec("sentence_transformers") is not None
    checks.append(
        Check(
            "Lisäosa transformers",
            extra,
            "asennettu"
            if extra
            else 'ei asennettu; ei tarvita (asennus: pip install "rakenlp[transformers]")',
            needed=False,
        )
    )
    return checks
