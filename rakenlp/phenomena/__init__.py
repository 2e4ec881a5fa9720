"""Groups → phenomena: terms, labels, taxonomies, facets, identity over time, trends."""

from rakenlp.phenomena.describe import describe
from rakenlp.phenomena.facets import (
    find_direction,
    find_level,
    find_reason,
    find_target_groups,
    guess_tone,
    is_question,
)
from rakenlp.phenomena.follow import Followed, follow
from rakenlp.phenomena.labels import LabelCluster, label_clusters
from rakenlp.phenomena.proposal_cues import find_proposals
from rakenlp.phenomena.proposals import proposals_of
from rakenlp.phenomena.registry import Candidate, Known, Match, match, next_ids
from rakenlp.phenomena.registry_rows import known_row, read_known
from rakenlp.phenomena.signals import find_signals
from rakenlp.phenomena.tagger import TaxonomyTagger
from rakenlp.phenomena.taxonomy import TaxonomyClass, national_names, shl11_names
from rakenlp.phenomena.terms import class_terms
from rakenlp.phenomena.trends import change_test, month_counts, state

__all__ = [
    "Candidate",
    "Followed",
    "Known",
    "LabelCluster",
    "Match",
    "TaxonomyClass",
    "TaxonomyTagger",
    "change_test",
    "class_terms",
    "describe",
    "find_direction",
    "find_level",
    "find_proposals",
    "find_reason",
    "find_signals",
    "find_target_groups",
    "follow",
    "guess_tone",
    "is_question",
    "known_row",
    "label_clusters",
    "match",
    "month_counts",
    "national_names",
    "next_ids",
    "proposals_of",
    "read_known",
    "shl11_names",
    "state",
]
