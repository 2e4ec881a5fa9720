"""One workspace: its folder, its database and its lock."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pandas as pd
from alembic import command
from alembic.config import Config
from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select
from sqlalchemy.exc import SQLAlchemyError

from rakenlp import frames
from rakenlp.errors import StoreError, WorkspaceBusyError
from rakenlp.store import schema
from rakenlp.store.files import write_bytes
from rakenlp.store.steps import Steps

DATABASE = "rakenlp.sqlite"
IDS_PER_QUERY = 500  # SQLite allows 999 bound values in old builds
KEY_FILE = ".fingerprint-key"


class Workspace:
    """The database and files of a team's jobs.

    Parameters
    ----------
    folder : Path
        Made when missing, readable by its owner only.
    url : str, optional
        SQLAlchemy URL of the database; by default an SQLite file in ``folder``.

    Raises
    ------
    StoreError
        If the folder or the database cannot be opened.
    """

    def __init__(self, folder: Path, *, url: str = "") -> None:
        self.folder = folder
        try:
            if not folder.exists():
                folder.mkdir(parents=True, mode=0o700)
            if not os.access(folder, os.W_OK):
                raise StoreError(
                    f"{folder}: työtilan kansioon ei voi kirjoittaa; tarkista kansion oikeudet"
                )
            self.engine: Engine = create_engine(url or f"sqlite:///{folder / DATABASE}")
            if self.engine.dialect.name == "sqlite":
                event.listen(self.engine, "connect", _prepare_sqlite)
            with self.engine.begin() as connection:
                _migrate(connection)
        except (OSError, SQLAlchemyError) as err:
            raise StoreError(
                f"{folder}: työtilaa ei voi avata ({type(err).__name__}); tarkista kansio ja levytila"
            ) from err

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        err: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.engine.dispose()

    @contextmanager
    def locked(self, *, wait_seconds: float = 0.0) -> Iterator[None]:
        """Hold the workspace for one job.

        Raises
        ------
        WorkspaceBusyError
            If another job still holds it after ``wait_seconds``.
        """
        lock = FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=wait_seconds)
        except Timeout as err:
            raise WorkspaceBusyError(
                f"{self.folder}: toinen ajo käyttää työtilaa; odota, että se päättyy, ja yritä uudelleen"
            ) from err
        try:
            yield
        finally:
            lock.release()

    @property
    def key(self) -> bytes:
        """The workspace's secret for fingerprints of raw input; never leaves the folder."""
        path = self.folder / KEY_FILE
        if not path.exists():
            write_bytes(path, secrets.token_bytes(32))
        return path.read_bytes()

    def steps(self, job: str) -> Steps:
        """Finished steps of a job."""
        return Steps(self.folder / job / "steps")

    def outputs(self, job: str, period: str) -> Path:
        """Folder of a run's outputs."""
        return self.folder / job / period

    def keep_passages(
        self, job: str, passages: pd.DataFrame, *, sources: Mapping[str, str]
    ) -> None:
        """Keep redacted passages for later months.

        What a file said of a month replaces what that file said of it before, so a
        corrected export or a longer block list leaves nothing old behind; a file that
        is overwritten every month keeps its earlier months.

        Parameters
        ----------
        job : str
        passages : DataFrame
            Table ``passages``.
        sources : mapping
            File name of each ``doc_id``.
        """
        rows = [
            {
                "job": job,
                "source": sources[str(row["doc_id"])],
                **{str(k): v for k, v in row.items()},
            }
            for row in passages.to_dict("records")
        ]
        table = schema.PASSAGES
        with self.engine.begin() as connection:
            for source, month in sorted({(str(row["source"]), str(row["month"])) for row in rows}):
                connection.execute(
                    delete(table).where(
                        table.c.job == job, table.c.source == source, table.c.month == month
                    )
                )
            ids = [str(row["passage_id"]) for row in rows]
            for start in range(0, len(ids), IDS_PER_QUERY):
                chunk = ids[start : start + IDS_PER_QUERY]
                connection.execute(
                    delete(table).where(table.c.job == job, table.c.passage_id.in_(chunk))
                )
            if rows:
                connection.execute(insert(table), rows)

    def passages(self, job: str, *, first_month: str, last_month: str) -> pd.DataFrame:
        """Passages of the months ``first_month`` … ``last_month``, both included."""
        table = schema.PASSAGES
        query = (
            select(*[column for column in table.c if column.name not in ("job", "source")])
            .where(table.c.job == job, table.c.month >= first_month, table.c.month <= last_month)
            .order_by(table.c.passage_id)
        )
        with self.engine.connect() as connection:
            rows = [dict(row) for row in connection.execute(query).mappings()]
        return frames.PASSAGES.build(rows, where="workspace")

    def months_of(self, job: str, ids: Sequence[str]) -> dict[str, str]:
        """Months under which passages are kept already."""
        table = schema.PASSAGES
        found: dict[str, str] = {}
        with self.engine.connect() as connection:
            for start in range(0, len(ids), IDS_PER_QUERY):
                chunk = list(ids[start : start + IDS_PER_QUERY])
                query = select(table.c.passage_id, table.c.month).where(
                    table.c.job == job, table.c.passage_id.in_(chunk)
                )
                found.update({str(row[0]): str(row[1]) for row in connection.execute(query)})
        return found

    def months(self, job: str) -> list[str]:
        """Months that have passages, in order."""
        column = schema.PASSAGES.c.month
        query = select(column).where(schema.PASSAGES.c.job == job, column != "").distinct()
        with self.engine.connect() as connection:
            return sorted(connection.scalars(query))

    def registry(self, job: str, *, before: str) -> list[dict[str, Any]]:
        """The registry as it stood after the last period before ``before``; [] when none."""
        table = schema.REGISTRY
        with self.engine.connect() as connection:
            periods = connection.scalars(
                select(table.c.period).where(table.c.job == job, table.c.period < before).distinct()
            ).all()
        return self.registry_of(job, max(periods)) if periods else []

    def registry_of(self, job: str, period: str) -> list[dict[str, Any]]:
        """The registry as it stood after ``period``, in order of ids; [] when not run."""
        table = schema.REGISTRY
        query = (
            select(table)
            .where(table.c.job == job, table.c.period == period)
            .order_by(table.c.phenomenon_id)
        )
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]

    def used_ids(self, job: str) -> list[str]:
        """Every phenomenon id ever given in this job, in order."""
        column = schema.REGISTRY.c.phenomenon_id
        query = select(column).where(schema.REGISTRY.c.job == job).distinct()
        with self.engine.connect() as connection:
            return sorted(connection.scalars(query))

    def finish_run(
        self,
        job: str,
        period: str,
        *,
        registry: Sequence[Mapping[str, Any]],
        manifest: Mapping[str, Any],
    ) -> None:
        """Store the registry after ``period`` and the run's manifest, in one transaction."""
        rows = [{"job": job, "period": period, **row} for row in registry]
        with self.engine.begin() as connection:
            for table in (schema.REGISTRY, schema.RUNS):
                connection.execute(
                    delete(table).where(table.c.job == job, table.c.period == period)
                )
            if rows:
                connection.execute(insert(schema.REGISTRY), rows)
            connection.execute(
                insert(schema.RUNS), [{"job": job, "period": period, "manifest": dict(manifest)}]
            )

    def add_decision(
        self, job: str, *, time: str, author: str, kind: str, target: str, value: str
    ) -> int:
        """Append one decision and return its number; it is durable once this returns."""
        with self.engine.begin() as connection:
            result = connection.execute(
                insert(schema.DECISIONS).values(
                    job=job, time=time, author=author, kind=kind, target=target, value=value
                )
            )
            key = result.inserted_primary_key
            if key is None:
                raise StoreError("päätöstä ei voitu tallentaa; yritä uudelleen")
            return int(key[0])

    def decisions(self, job: str) -> list[dict[str, Any]]:
        """All decisions of a job, oldest first."""
        table = schema.DECISIONS
        query = select(table).where(table.c.job == job).order_by(table.c.number)
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")  # readers are not blocked by a running job
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA temp_store=MEMORY")
    cursor.close()


def _migrate(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
