"""The phenomena of a digest as a table for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from rakenlp.digest.entries import CodedName, Count, PhenomenonEntry
from rakenlp.digest.finnish_text import join_names
from rakenlp.digest.schema import Digest

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as a Windows code page

# A cell that starts with one of these is a formula to a spreadsheet program (OWASP, CSV
# injection); tab and carriage return are skipped over before the formula sign is looked for.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

HEADERS = (
    "Tunnus",
    "Nimi",
    "Aineiston osa",
    "Paikka koosteessa",
    "Suunta",
    "Ilmoituksia",
    "Määrä sanoin",
    "Ilmoituksia {window_months} kuukauden aikana",
    "Kansallinen ilmiö",
    "Sosiaalihuoltolaki 11 §",
    "Mistä kertoo",
    "Kenen arjessa näkyy",
    "Keskeisiä sanoja",
    "Kuvaus",
)

STRANDS = {"elama": "Ilmiöt ihmisten elämässä", "kehittaminen": "Kehittämisen teemat"}


def render_phenomena_csv(digest: Digest) -> str:
    """Write every phenomenon of a digest as a row.

    Returns
    -------
    str
        Starts with a byte order mark; semicolons between cells, CRLF after rows. Write it as
        UTF-8 with the line ends as they are.
    """
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    window_months = digest.material.window_months
    writer.writerow([header.format(window_months=window_months) for header in HEADERS])
    for place, entries in (
        ("Esiin nousseet ilmiöt", digest.phenomena),
        ("Kehittämisen teemat", digest.development_themes),
        ("Mikä toimii", digest.working),
        ("Muut havainnot", digest.other_phenomena),
        ("Ei havaintoja tällä jaksolla", digest.quiet_phenomena),
    ):
        for entry in entries:
            writer.writerow([neutral(cell) for cell in _cells(entry, place)])
    return out.getvalue()


def _cells(entry: PhenomenonEntry, place: str) -> tuple[str, ...]:
    return (
        entry.id,
        entry.label,
        STRANDS[entry.strand],
        place,
        entry.state_name,
        _number(entry.count),
        entry.count.text,
        entry.count_window.text,
        _names(entry.national),
        "; ".join(f"{item.code} {item.name}" for item in entry.shl11),
        _names(entry.taxonomy),
        entry.who,
        join_names(entry.terms),
        entry.description,
    )


def _number(count: Count) -> str:
    return "" if count.number is None else str(count.number)


def _names(coded: Iterable[CodedName]) -> str:
    return join_names([item.name for item in coded])


def neutral(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet program would run as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
