"""Ties of the phenomena to national knowledge and to the law."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rakenlp.digest import names
from rakenlp.digest.entries import CodedName, Link, PhenomenonEntry


def tie(blocks: Sequence[PhenomenonEntry]) -> tuple[Link, ...]:
    """Gather the phenomena of each national phenomenon and of each item of SHL 11 §.

    National phenomena come first, both in the order of their tables; unknown codes last.
    """
    items = [str(item) for item in names.SHL11]
    return (
        *_links("kansallinen_ilmio", [(b, b.national) for b in blocks], list(names.NATIONAL)),
        *_links("shl11", [(b, b.shl11) for b in blocks], items),
    )


def _links(
    kind: Literal["kansallinen_ilmio", "shl11"],
    blocks: Sequence[tuple[PhenomenonEntry, Sequence[CodedName]]],
    order: Sequence[str],
) -> list[Link]:
    found: dict[str, list[PhenomenonEntry]] = {}
    coded_names: dict[str, str] = {}
    for block, codes in blocks:
        for coded in codes:
            found.setdefault(coded.code, []).append(block)
            coded_names[coded.code] = coded.name
    known = [code for code in order if code in found]
    return [
        Link(
            kind=kind,
            code=code,
            name=coded_names[code],
            phenomenon_ids=tuple(block.id for block in found[code]),
            labels=tuple(block.label for block in found[code]),
        )
        for code in (*known, *sorted(set(found) - set(known)))
    ]
