"""Phenomena → digest → documents that people read and JSON that programs read."""

from rakenlp.digest.compose import compose
from rakenlp.digest.render_csv import render_phenomena_csv
from rakenlp.digest.render_html import render_html
from rakenlp.digest.render_json import render_json
from rakenlp.digest.render_markdown import render_markdown
from rakenlp.digest.schema import Digest, digest_schema, load_digest, write_schema

__all__ = [
    "Digest",
    "compose",
    "digest_schema",
    "load_digest",
    "render_html",
    "render_json",
    "render_markdown",
    "render_phenomena_csv",
    "write_schema",
]
