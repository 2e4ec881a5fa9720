"""A job's log of decisions, kept in its workspace."""

from __future__ import annotations

from pathlib import Path

from rakenlp.errors import InputError
from rakenlp.review.decisions import KINDS, Decision, check_decision, read_log
from rakenlp.settings import read_job
from rakenlp.store import Workspace


def decisions_of(job: str | Path) -> list[Decision]:
    """All decisions of a job, oldest first."""
    settings = read_job(job)
    with Workspace(Path(settings.workspace)) as workspace:
        return read_log(workspace.decisions(settings.name))


def decide(job: str | Path, *, kind: str, target: str, value: str, author: str, time: str) -> int:
    """Append a person's decision to a job's log and return its number.

    Parameters
    ----------
    job : str or Path
    kind : str
        One of :data:`rakenlp.review.KINDS`.
    target : str
        A phenomenon id, or a decision's number for ``undo``.
    value : str
        The new name or the note.
    author, time : str
        Who and when (ISO 8601).

    Raises
    ------
    InputError
        If the decision could never apply.
    """
    settings = read_job(job)
    with Workspace(Path(settings.workspace)) as workspace:
        log = read_log(workspace.decisions(settings.name))
        known = set(workspace.used_ids(settings.name))
        if kind not in ("undo",) and kind in KINDS and target not in known:
            raise InputError(f"ilmiötä {target!r} ei ole; tunnukset näkyvät koosteessa")
        check_decision(kind, target, value, log=log)
        return workspace.add_decision(
            settings.name, time=time, author=author, kind=kind, target=target, value=value
        )
