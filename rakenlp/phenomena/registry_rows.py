"""Registry entries as rows of the store's table ``registry``, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from rakenlp.phenomena.registry import Known


def known_row(item: Known) -> dict[str, Any]:
    """A registry entry as a row of the store's table ``registry``."""
    return {
        "phenomenon_id": item.phenomenon_id,
        "strand": item.strand,
        "label": item.label,
        "terms": list(item.terms),
        "taxonomy": list(item.taxonomy),
        "prototype": np.ascontiguousarray(item.prototype, dtype="<f4").tobytes(),
        "member_ids": list(item.member_ids),
        "first_month": item.first_month,
        "last_month": item.last_month,
    }


def read_known(rows: Iterable[Mapping[str, Any]]) -> list[Known]:
    """Registry entries from rows made by :func:`known_row`; further columns are ignored."""
    return [
        Known(
            phenomenon_id=str(row["phenomenon_id"]),
            label=str(row["label"]),
            strand=row["strand"],
            terms=tuple(row["terms"]),
            taxonomy=tuple(row["taxonomy"]),
            prototype=np.frombuffer(row["prototype"], dtype="<f4").astype(np.float32),
            member_ids=tuple(row["member_ids"]),
            first_month=str(row["first_month"]),
            last_month=str(row["last_month"]),
        )
        for row in rows
    ]
