"""The digest as one self-contained page: no script, no request, no outside font or picture."""

from __future__ import annotations

from rakenlp.digest.page import load_template, page_context
from rakenlp.digest.schema import Digest


def render_html(digest: Digest) -> str:
    """Write a digest as an HTML page that works without a network and prints well."""
    return load_template("digest.html.j2").render(page_context(digest))
