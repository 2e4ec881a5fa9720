"""What commands show of results, as plain Finnish text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from rakenlp.corpus import Corpus
    from rakenlp.records import Board
    from rakenlp.review import Decision

STATUSES = {
    "document": "luettu tekstiksi",
    "empty": "tyhjä",
    "filler": "ei sisältöä (esimerkiksi ”ei ole”)",
    "duplicate": "sama lähetetty uudelleen",
    "personal": "henkilötietoa, jätetty pois",
    "metadata": "taustatieto",
    "instruction": "taulun ohje",
    "leftover": "irrallinen merkki",
    "unreadable": "EI VOITU LUKEA",
    "undated": "ilman päivämäärää",
}


def show_ledger(corpus: Corpus) -> str:
    """Counts of each file's rows by what became of them, and every reason that needs a look."""
    lines: list[str] = []
    for source, rows in corpus.ledger.groupby("source", sort=True):
        lines.append(f"{source}")
        counts = Counter(rows["status"])
        for status, name in STATUSES.items():
            if counts[status]:
                lines.append(f"  {counts[status]:>6}  {name}")
        columns = rows[(rows["unit"] == "column") & (rows["reason"] != "")]
        for row in columns.to_dict("records"):
            lines.append(f"          sarake ”{row['column']}”: {row['reason']}")
        for row in rows[rows["status"] == "unreadable"].to_dict("records"):
            place = f"rivi {row['row']}: " if row["row"] else ""
            lines.append(f"          {place}{row['reason']}")
    n_records = corpus.documents["record_id"].nunique()
    lines.append(f"Yhteensä tekstejä {len(corpus.documents)}, ilmoituksia {n_records}.")
    return "\n".join(lines)


def show_board(board: Board) -> str:
    """A board's parts, each note numbered with the confidence of its borders."""
    lines = [f"Kysymys: {board.question or '(ei löytynyt)'}"]
    lines += [f"Ryhmä: {group}" for group in board.groups]
    for number, note in enumerate(board.notes, start=1):
        sure = "" if note.confidence >= 0.5 else "  (tarkista raja)"
        lines.append(f"{number:>3}. {' '.join(note.text.split())}{sure}")
    lines += [f"Muuta: {' '.join(rest.split())}" for rest in board.leftovers]
    lines.append(
        f"Lappuja {len(board.notes)}, jaon varmuus {board.confidence:.2f}".replace(".", ",")
    )
    return "\n".join(lines)


def show_phenomena(phenomena: pd.DataFrame) -> str:
    """One line a phenomenon: name, size, terms."""
    lines = [
        f"{row['label']}\t{row['records']}\t{', '.join(row['terms'])}"
        for row in phenomena.to_dict("records")
    ]
    return "\n".join(["ilmiö\tilmoituksia\tsanat", *lines])


def show_decisions(log: Sequence[Decision]) -> str:
    """One line a decision, oldest first."""
    if not log:
        return "Päätöksiä ei vielä ole."
    return "\n".join(
        f"{item.number}\t{item.time}\t{item.author}\t{item.kind}\t{item.target}\t{item.value}"
        for item in log
    )
