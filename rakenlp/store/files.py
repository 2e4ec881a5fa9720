"""Files that are either whole or absent: written beside their place, then moved there."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from rakenlp.errors import StoreError


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically, making its folder when missing.

    Raises
    ------
    StoreError
        If the disk is full or the folder cannot be written; nothing is left half-written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as err:
        raise StoreError(
            f"{path}: tiedostoa ei voi kirjoittaa ({err.strerror}); tarkista kansio"
        ) from err
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as err:
        Path(name).unlink(missing_ok=True)
        raise StoreError(
            f"{path}: tiedostoa ei voi kirjoittaa ({err.strerror}); tarkista levytila"
        ) from err


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file atomically, line ends as given."""
    write_bytes(path, text.encode("utf-8"))


def write_frame(path: Path, frame: pd.DataFrame) -> None:
    """Write a table as Parquet atomically."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False)
    write_bytes(path, buffer.getvalue())


def write_vectors(path: Path, vectors: npt.NDArray[np.float32]) -> None:
    """Write a matrix as NPY atomically."""
    buffer = io.BytesIO()
    np.save(buffer, vectors, allow_pickle=False)
    write_bytes(path, buffer.getvalue())


def read_vectors(path: Path) -> npt.NDArray[np.float32]:
    """Read a matrix that :func:`write_vectors` wrote."""
    return np.asarray(np.load(path, allow_pickle=False), dtype=np.float32)
