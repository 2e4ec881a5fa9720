"""Names of documents and records that depend on what they say, not on where they stood."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from json.encoder import encode_basestring

# 12 hex digits: among a million documents two share a name with a chance of 0.2 %.
ID_BYTES = 6


def content_id(prefix: str, parts: Iterable[str]) -> str:
    """``prefix`` and 12 hex digits of the content.

    Parameters
    ----------
    prefix : str
        "D-" for a document, "R-" for a record.
    parts : iterable of str
        The content in a fixed order; what is hashed is the JSON list of these.

    Examples
    --------
    >>> content_id("D-", ["note", "Jonot"]) == content_id("D-", ["note", "Jonot"])
    True
    """
    canonical = "[" + ",".join(map(encode_basestring, parts)) + "]"
    return prefix + hashlib.blake2b(canonical.encode("utf-8"), digest_size=ID_BYTES).hexdigest()
