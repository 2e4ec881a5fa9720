"""Taxonomies: named classes with their national phenomenon, SHL 11 § items and triggers.

They lie in TOML files beside this module (``taxonomy_elama.toml``,
``taxonomy_kehittaminen.toml``), so that a team can edit a copy and pass its path.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rakenlp.errors import SettingsError
from rakenlp.phenomena.triggers import Trigger, parse_trigger

NAMES = ("elama", "kehittaminen")
_FOLDER = Path(__file__).parent
_CLASS_KEYS = {
    "id", "name", "national", "shl11", "negatable", "general", "strong", "weak", "exclude", "swedish",
}  # fmt: skip
_SHL11_ITEMS = range(1, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyClass:
    """One class.

    ``national`` are codes of :func:`national_names`, ``shl11`` items of SHL 11 § (empty: any).
    One of the ``strong`` triggers is enough, a ``weak`` one needs a second signal; words of
    ``exclude`` are no evidence. ``negatable``: "ei ole X" means that the phenomenon is
    absent. ``general``: the class stands beside many others ("jono"), and names a cluster only
    when nothing more telling does. ``swedish`` are beginnings of words, read in Swedish texts only. ``reserve``: the
    class of what fits no other; it has no triggers and is never tagged.
    """

    id: str
    name: str
    national: tuple[str, ...] = ()
    shl11: tuple[int, ...] = ()
    negatable: bool = False
    general: bool = False
    strong: tuple[Trigger, ...] = ()
    weak: tuple[Trigger, ...] = ()
    exclude: tuple[Trigger, ...] = ()
    swedish: tuple[str, ...] = ()
    reserve: bool = False


RESERVE_NAMES = {"muu_ilmio": "Muu ilmiö"}


def _read_table(name: str) -> dict[str, str]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    return {row[0]: row[1] for row in rows[1:]}


def national_names() -> dict[str, str]:
    """Return the national phenomena: code → Finnish name (domain.md 2.1)."""
    return _read_table("national.tsv")


def shl11_names() -> dict[int, str]:
    """Return the needs for support of SHL 11 §: item → Finnish name (domain.md 2.2)."""
    return {int(item): name for item, name in _read_table("shl11.tsv").items()}


def _read_class(raw: Mapping[str, Any], sets: Mapping[str, str], where: str) -> TaxonomyClass:
    unknown = sorted(set(raw) - _CLASS_KEYS)
    if unknown:
        raise SettingsError(f"{where}: unknown key {unknown[0]!r} (known: {sorted(_CLASS_KEYS)})")
    for key in ("id", "name"):
        if not isinstance(raw.get(key), str) or not raw[key]:
            raise SettingsError(f"{where}: a class needs {key!r}")
    codes = tuple(raw.get("national", ()))
    items = tuple(raw.get("shl11", ()))
    if not set(codes) <= set(national_names()):
        raise SettingsError(f"{where}: unknown national code; known: {sorted(national_names())}")
    if not set(items) <= set(_SHL11_ITEMS):
        raise SettingsError(f"{where}: shl11 items are 1–10")
    try:
        strong, weak, exclude = (
            tuple(parse_trigger(written, sets) for written in raw.get(key, ()))
            for key in ("strong", "weak", "exclude")
        )
    except SettingsError as err:
        raise SettingsError(f"{where}: {err}") from err
    return TaxonomyClass(
        id=raw["id"],
        name=raw["name"],
        national=codes,
        shl11=items,
        negatable=bool(raw.get("negatable", False)),
        general=bool(raw.get("general", False)),
        strong=strong,
        weak=weak,
        exclude=exclude,
        swedish=tuple(item.lower() for item in raw.get("swedish", ())),
    )


def read_taxonomy(name: str = "elama", *, path: Path | None = None) -> dict[str, TaxonomyClass]:
    """Read a taxonomy.

    Parameters
    ----------
    name : {"elama", "kehittaminen"}
        Which of the two built-in taxonomies; ignored when ``path`` is given.
    path : Path, optional
        A TOML file of the same form.

    Returns
    -------
    dict of str to TaxonomyClass
        In the order of the file; the reserve class, if there is one, last.

    Raises
    ------
    SettingsError
        If the name is unknown or the file is missing or wrong.
    """
    if path is None:
        if name not in NAMES:
            raise SettingsError(f"taxonomy: expected one of {', '.join(NAMES)}, got {name!r}")
        return dict(_read_builtin(name))
    return _read_file(path)


@lru_cache(maxsize=len(NAMES))
def _read_builtin(name: str) -> Mapping[str, TaxonomyClass]:
    """Read a built-in taxonomy once a process: 2,000 triggers take 0.1 s to parse."""
    return MappingProxyType(_read_file(_FOLDER / f"taxonomy_{name}.toml"))


def _read_file(path: Path) -> dict[str, TaxonomyClass]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise SettingsError(f"{path}: not a readable taxonomy: {err}") from err
    classes: dict[str, TaxonomyClass] = {}
    for number, raw in enumerate(data.get("class", ()), start=1):
        where = f"{path.name}, class {number} ({raw.get('id', '?')})"
        found = _read_class(raw, data.get("sets", {}), where)
        if found.id in classes:
            raise SettingsError(f"{where}: the id stands twice")
        classes[found.id] = found
    if not classes:
        raise SettingsError(f"{path}: a taxonomy needs at least one [[class]]")
    reserve = data.get("reserve", "")
    if reserve:
        classes[reserve] = TaxonomyClass(
            id=reserve, name=RESERVE_NAMES.get(reserve, reserve), reserve=True
        )
    return classes
