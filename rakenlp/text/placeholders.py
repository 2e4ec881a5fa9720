"""Placeholders that redaction leaves in a text, such as ``[HENKILÖ 1]``."""

from __future__ import annotations

import re

PATTERN = r"\[[A-ZÅÄÖ][A-ZÅÄÖ_ -]*(?: \d+)?\]"
PLACEHOLDER = re.compile(PATTERN)
