"""JSON: one object a line, or a list of objects; keys are columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rakenlp.corpus.contents import Cell, Content, LedgerLine, Row, Table
from rakenlp.corpus.encoding import Decoded
from rakenlp.errors import InputError

# The column of a list that holds bare texts instead of objects.
TEXT_KEY = "text"
BROKEN = "Rivi ei ole kelvollista JSONia. Hae tai tallenna tiedosto uudelleen."
NO_OBJECT = "Rivillä ei ole kenttiä eikä tekstiä (odotettiin JSON-oliota)."
NO_LIST = (
    "JSON-tiedostossa ei ole luetteloa olioista. Tallenna aineisto niin, että jokainen raportti "
    'on oma olionsa, jossa on kenttä "text".'
)


def _cell(value: Any) -> Cell:
    """A JSON value as a cell; a list of plain values as choices, nested objects as nothing."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return "; ".join(str(item) for item in value)
    return None


def _parse(text: str) -> Any:
    """The value of a JSON text.

    Raises
    ------
    ValueError
        If it is no JSON, or nested too deep to be data.
    """
    try:
        return json.loads(text)
    except RecursionError as err:
        raise ValueError("nested too deep") from err


def _build(items: Iterable[tuple[int, Any]]) -> tuple[Table | None, list[LedgerLine]]:
    """A table of the objects; what is none of them goes into the ledger."""
    objects: list[tuple[int, dict[str, Any]]] = []
    lines = []
    for number, item in items:
        if isinstance(item, dict) and item:
            objects.append((number, item))
        elif isinstance(item, str):
            objects.append((number, {TEXT_KEY: item}))
        else:
            lines.append(LedgerLine(row=number, unit="row", status="unreadable", reason=NO_OBJECT))
    keys = list(dict.fromkeys(key for _, item in objects for key in item))
    if not objects:
        return None, lines
    rows = tuple(
        Row(number, tuple([_cell(item.get(key)) for key in keys])) for number, item in objects
    )
    headers = tuple(key.strip() or f"sarake {place}" for place, key in enumerate(keys, start=1))
    return Table(headers=headers, rows=rows), lines


def _content(
    what: str, decoded: Decoded, table: Table | None, lines: Iterable[LedgerLine]
) -> Content:
    return Content(
        description=" ".join([f"{what}, merkistö {decoded.encoding}.", *decoded.remarks]),
        tables=(table,) if table else (),
        lines=tuple(lines),
    )


def read_json_lines(decoded: Decoded) -> Content:
    """Read one JSON object a line; a broken line is counted and the others are read."""
    items, broken = [], []
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            items.append((number, _parse(line)))
        except ValueError:
            broken.append(LedgerLine(row=number, unit="row", status="unreadable", reason=BROKEN))
    table, lines = _build(items)
    return _content("JSON-rivit", decoded, table, [*broken, *lines])


def read_json(decoded: Decoded) -> Content:
    """Read a list of objects or of texts, or an object that holds one such list.

    Raises
    ------
    InputError
        If the text is no JSON or holds no list; the message is Finnish.
    """
    try:
        value = _parse(decoded.text)
    except ValueError:
        content = read_json_lines(decoded)
        if content.tables:
            return content
        raise InputError(
            "Tiedosto ei ole kelvollista JSONia. Hae tai tallenna tiedosto uudelleen."
        ) from None
    if isinstance(value, dict):
        lists = [item for item in value.values() if isinstance(item, list) and item]
        objects = [item for item in lists if all(isinstance(row, dict) for row in item)]
        if TEXT_KEY in value or len(objects) != 1:
            objects = [[value]] if TEXT_KEY in value else []
        value = objects[0] if objects else None
    if not isinstance(value, list):
        raise InputError(NO_LIST)
    table, lines = _build(enumerate(value, start=1))
    return _content("JSON-luettelo", decoded, table, lines)
