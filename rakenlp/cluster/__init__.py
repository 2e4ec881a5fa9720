"""Vectors → groups, with confidence."""

from rakenlp.cluster.evidence import LexicalModel, in_context, stack_evidence, unit_rows
from rakenlp.cluster.group import Grouping, assign_groups, group_vectors

__all__ = [
    "Grouping",
    "LexicalModel",
    "assign_groups",
    "group_vectors",
    "in_context",
    "stack_evidence",
    "unit_rows",
]
