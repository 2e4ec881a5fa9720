"""Recognise and mask personal data; decide what may be published."""

from rakenlp.privacy.disclosure import is_publishable, share_text, shown_count, suppress
from rakenlp.privacy.redactor import Redactor
from rakenlp.privacy.report import count_flags, count_types

__all__ = [
    "Redactor",
    "count_flags",
    "count_types",
    "is_publishable",
    "share_text",
    "shown_count",
    "suppress",
]
