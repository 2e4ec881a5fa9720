"""Names over time: what is called something stays so, and no two are called alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rakenlp.phenomena.noun_phrases import names_something
from rakenlp.phenomena.registry import Known
from rakenlp.phenomena.taxonomy import TaxonomyClass


def keep_labels(
    rows: Sequence[Mapping[str, Any]],
    ids: Sequence[str],
    before: Mapping[str, Known],
    classes: Mapping[str, TaxonomyClass],
    quiet: Sequence[Known],
    *,
    k: int,
) -> list[str]:
    """Labels of the found groups, no two alike and none that a quiet phenomenon has.

    A recognised phenomenon keeps its label as long as it says what the group holds. One that
    was given to fewer than ``k`` passages is provisional: a name made from one report should not
    outlive it. A term that only set it apart from a phenomenon that is no more is dropped.
    """
    kept = {
        i: before[name].label
        for i, name in enumerate(ids)
        if name in before
        and len(before[name].member_ids) >= k
        and still_fits(before[name].label, rows[i], classes)
    }
    taken = {label.lower() for label in [*kept.values(), *(item.label for item in quiet)]}
    labels = [""] * len(rows)
    for i in sorted(kept, key=lambda i: ids[i]):
        plain = str(rows[i]["label"])
        if kept[i].startswith(f"{plain}: ") and plain.lower() not in taken:
            taken.add(plain.lower())
            kept[i] = plain
    for i in sorted(range(len(rows)), key=lambda i: ids[i]):
        labels[i] = kept.get(i) or _free_label(rows[i], taken)
        taken.add(labels[i].lower())
    return labels


def still_fits(label: str, row: Mapping[str, Any], classes: Mapping[str, TaxonomyClass]) -> bool:
    """Whether what a label says is still so: its class, and its term after a colon.

    A label that names no class was made from the group's own words and stays.
    """
    name, _, term = label.partition(": ")
    named = [key for key, record in classes.items() if record.name == name]
    if named and named[0] not in row["taxonomy"]:
        return False
    return not term or label == row["label"] or term in row["terms"]


def _free_label(row: Mapping[str, Any], taken: set[str]) -> str:
    """The group's label, with a term of its own when another phenomenon has that name."""
    label = str(row["label"])
    terms = [term for term in row["terms"] if names_something(term) and term not in label.lower()]
    options = [label, *(f"{label}: {term}" for term in terms), f"{label}, toinen ilmiö"]
    free = next((text for text in options if text.lower() not in taken), "")
    while not free:
        options[-1] += " erikseen"
        free = "" if options[-1].lower() in taken else options[-1]
    return free
