"""Names of documents and records that depend on what they say, not on where they stood."""

from __future__ import annotations

import hashlib
import json
from typing import Any

# 12 hex digits: among a million documents two share a name with a chance of 0.2 %.
ID_BYTES = 6


def content_id(prefix: str, content: dict[str, Any]) -> str:
    """``prefix`` and 12 hex digits of the content.

    Parameters
    ----------
    prefix : str
        "D-" for a document, "R-" for a record.
    content : dict
        Only JSON values. The order of keys does not matter.

    Examples
    --------
    >>> content_id("D-", {"text": "Jonot"}) == content_id("D-", {"text": "Jonot"})
    True
    """
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return prefix + hashlib.blake2b(canonical.encode("utf-8"), digest_size=ID_BYTES).hexdigest()
