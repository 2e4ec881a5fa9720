"""The digest for programs."""

from __future__ import annotations

import json

from rakenlp.digest.schema import Digest


def render_json(digest: Digest) -> str:
    """Write a digest as JSON: keys sorted, letters as they are, a line end at the end.

    The result fits ``docs/schema/digest-1.json`` and :func:`rakenlp.digest.load_digest` reads it.
    """
    text = json.dumps(digest.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n"
