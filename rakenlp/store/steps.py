"""Results of finished steps, under names that say all they depend on.

A step is done when its file stands; the file's name holds the fingerprint of input,
settings, model and code. A rerun after a crash finds what was finished and makes the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from rakenlp.store.files import read_vectors, write_frame, write_vectors
from rakenlp.store.fingerprint import code_fingerprint, fingerprint

KEPT_PER_STEP = 3  # newest results kept of each step and job; older ones are only disk space


class Steps:
    """The finished steps of one job in a workspace folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reused: list[str] = []

    def _path(self, name: str, key: str, suffix: str) -> Path:
        return self.folder / f"{name}-{fingerprint([key, code_fingerprint()])}{suffix}"

    def frame(self, name: str, key: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """Return the step's table, made by ``make`` unless it stands already."""
        path = self._path(name, key, ".parquet")
        if path.exists():
            self.reused.append(name)
            return pd.read_parquet(path)
        frame = make()
        write_frame(path, frame)
        self._drop_old(name, ".parquet")
        return frame

    def vectors(
        self, name: str, key: str, make: Callable[[], npt.NDArray[np.float32]]
    ) -> npt.NDArray[np.float32]:
        """Return the step's matrix, made by ``make`` unless it stands already."""
        path = self._path(name, key, ".npy")
        if path.exists():
            self.reused.append(name)
            return read_vectors(path)
        vectors = make()
        write_vectors(path, vectors)
        self._drop_old(name, ".npy")
        return vectors

    def _drop_old(self, name: str, suffix: str) -> None:
        paths = sorted(
            self.folder.glob(f"{name}-*{suffix}"), key=lambda path: path.stat().st_mtime_ns
        )
        for path in paths[:-KEPT_PER_STEP]:
            path.unlink(missing_ok=True)
