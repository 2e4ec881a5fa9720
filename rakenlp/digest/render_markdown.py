"""The digest as Markdown, to paste into Teams, SharePoint or an e-mail."""

from __future__ import annotations

import re
from typing import Any

from rakenlp.digest.page import load_template, page_context
from rakenlp.digest.schema import Digest

# Characters that Markdown or embedded HTML would act on anywhere in a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def escape(value: Any) -> Any:
    """Make a value plain text on one line of Markdown."""
    if not isinstance(value, str):
        return value
    return _SPECIAL.sub(r"\\\1", " ".join(value.split("\n")))


def render_markdown(digest: Digest) -> str:
    """Write a digest as Markdown (CommonMark with tables)."""
    template = load_template("digest.md.j2", finalize=escape)
    lines = template.render(page_context(digest)).splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
