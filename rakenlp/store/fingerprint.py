"""Fingerprints: short hashes that say whether two things are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

LENGTH = 16  # bytes: 32 hexadecimal digits, collisions out of reach for 2**40 items


def _canonical(value: Any) -> bytes:
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("utf-8")


def fingerprint(value: Any) -> str:
    """Hash a JSON-like value: 32 hexadecimal digits, the same on every machine.

    Only for values without personal data: a plain hash of a short text can be
    undone by trying texts. For raw input use :func:`keyed_fingerprint`.
    """
    return hashlib.blake2b(_canonical(value), digest_size=LENGTH).hexdigest()


def keyed_fingerprint(values: Iterable[str], *, key: bytes) -> str:
    """Hash texts that may hold personal data, with the workspace's secret key.

    Parameters
    ----------
    values : iterable of str
        Hashed in order.
    key : bytes
        1–64 bytes; without it the hash cannot be tried against guesses.
    """
    digest = hashlib.blake2b(digest_size=LENGTH, key=key)
    for value in values:
        raw = value.encode("utf-8", errors="surrogatepass")
        digest.update(len(raw).to_bytes(8, "little"))
        digest.update(raw)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """Hash of the package's own files: part of every step's name, so old results are never reused."""
    root = Path(__file__).parents[1]
    digest = hashlib.blake2b(digest_size=LENGTH)
    for path in sorted(root.rglob("*"), key=lambda item: item.relative_to(root).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(root).as_posix().encode())
            # Line ends differ between checkouts on Windows and Linux; the code does not.
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
