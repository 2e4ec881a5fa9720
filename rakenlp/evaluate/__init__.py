"""Predictions + gold → scores."""

from rakenlp.evaluate.clusters import ClusterScores, PlantedScore, cluster_scores, planted_scores
from rakenlp.evaluate.lemmas import GoldSentence, LemmaScores, lemma_scores, read_conllu
from rakenlp.evaluate.spans import SpanScores, read_iob, token_scores

__all__ = [
    "ClusterScores",
    "GoldSentence",
    "LemmaScores",
    "PlantedScore",
    "SpanScores",
    "cluster_scores",
    "lemma_scores",
    "planted_scores",
    "read_conllu",
    "read_iob",
    "token_scores",
]
