"""Vectors → groups, with confidence."""

from rakenlp.cluster.evidence import LexicalModel, stack_evidence
from rakenlp.cluster.group import Grouping, assign_groups, group_vectors

__all__ = ["Grouping", "LexicalModel", "assign_groups", "group_vectors", "stack_evidence"]
