"""Groups against gold labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from sklearn.metrics import (
    adjusted_mutual_info_score,
    adjusted_rand_score,
    v_measure_score,
)

from rakenlp.errors import InputError

HELD, PURE = 0.8, 0.7  # shares that make a planted phenomenon found


@dataclass(frozen=True, slots=True)
class ClusterScores:
    """Agreement of groups with gold labels; unclassified texts count as one group.

    ``v_measure`` is 0–1; ``ami`` and ``ari`` are 0 for chance and 1 for the same;
    ``unclassified`` is a share (0–1).
    """

    v_measure: float
    ami: float
    ari: float
    n_clusters: int
    n_true: int
    unclassified: float


@dataclass(frozen=True, slots=True)
class PlantedScore:
    """How well one planted phenomenon was found by its best group.

    ``held`` is the share of its texts in that group, ``pure`` the share of that group
    that is of it.
    """

    name: str
    n_texts: int
    held: float
    pure: float

    @property
    def found(self) -> bool:
        """Whether one group holds at least 80 % of the texts at 70 % purity."""
        return self.held >= HELD and self.pure >= PURE


def _check_lengths(truth: Sequence[Hashable], labels: Sequence[int]) -> None:
    if len(truth) != len(labels):
        raise InputError(f"{len(truth)} gold labels but {len(labels)} predicted ones")


def cluster_scores(truth: Sequence[Hashable], labels: Sequence[int]) -> ClusterScores:
    """Compare groups (−1 = unclassified) with gold labels.

    Raises
    ------
    InputError
        If the lengths differ.

    Notes
    -----
    V-measure: Rosenberg & Hirschberg (2007); AMI: Vinh, Epps & Bailey (2010); ARI: Hubert &
    Arabie (1985), all as in scikit-learn.
    """
    _check_lengths(truth, labels)
    names = [str(item) for item in truth]
    groups = [int(label) for label in labels]
    return ClusterScores(
        v_measure=float(v_measure_score(names, groups)),
        ami=float(adjusted_mutual_info_score(names, groups)),
        ari=float(adjusted_rand_score(names, groups)),
        n_clusters=len(set(groups) - {-1}),
        n_true=len(set(names)),
        unclassified=sum(label < 0 for label in groups) / len(groups) if groups else 0.0,
    )


def planted_scores(
    truth: Sequence[str], labels: Sequence[int], *, min_texts: int = 4
) -> list[PlantedScore]:
    """Say for each planted phenomenon how well its best group holds it.

    Parameters
    ----------
    truth : sequence of str
        Name of the planted phenomenon of each text; "" for none.
    labels : sequence of int
        Group of each text, −1 = unclassified.
    min_texts : int
        Phenomena with fewer texts are left out.

    Returns
    -------
    list of PlantedScore
        In order of names.
    """
    _check_lengths(truth, labels)
    sizes = Counter(label for label in labels if label >= 0)
    scores: list[PlantedScore] = []
    for name in sorted(set(truth) - {""}):
        inside = Counter(
            label for item, label in zip(truth, labels, strict=True) if item == name and label >= 0
        )
        n_texts = sum(item == name for item in truth)
        if n_texts < min_texts:
            continue
        best = max(inside, key=lambda label: (inside[label], -label), default=-1)
        scores.append(
            PlantedScore(
                name=name,
                n_texts=n_texts,
                held=inside[best] / n_texts if inside else 0.0,
                pure=inside[best] / sizes[best] if inside else 0.0,
            )
        )
    return scores
