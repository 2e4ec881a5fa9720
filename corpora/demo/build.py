"""Write the demo's files, as teams really have them, and ``gold.jsonl`` from ``source/``.

Run ``python corpora/demo/build.py`` after changing a text in ``source/``; the exports are
committed, so that the demo needs no build.
"""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook

HERE = Path(__file__).parent
SOURCE = HERE / "source"
EXPORTS = HERE / "exports"
TONES = {"Myönteinen": "+", "Kielteinen": "-", "Neutraali": "0", "": ""}
REPORT_QUESTIONS = [
    "Palvelu",
    "Kunta",
    "Raportoijaryhmä",
    "Havainnon sävy",
    "Kuvaa havaintosi",
    "Toimenpide-ehdotus",
]
REPORT_KEYS = ["palvelu", "kunta", "ryhma", "savy", "text", "ehdotus"]
FORMS_METADATA = ["ID", "Aloitusaika", "Valmistumisaika", "Sähköposti", "Nimi"]
CREATED = datetime(2026, 7, 1, 9, 0)


def read_lines(name: str) -> list[dict[str, Any]]:
    text = (SOURCE / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def read_json(name: str) -> Any:
    return json.loads((SOURCE / name).read_text(encoding="utf-8"))


def finnish_date(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"


def write_report_csv(month: str) -> None:
    """Semicolon-separated and in Windows-1252, as Finnish Excel saves it."""
    path = EXPORTS / f"sosiaaliset_raportit_{month}.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(["Päivämäärä", *REPORT_QUESTIONS])
        for row in read_lines(f"{month}.jsonl"):
            writer.writerow([finnish_date(row["date"]), *(row[key] for key in REPORT_KEYS)])


def save(book: Workbook, name: str) -> None:
    book.properties.created = CREATED
    book.properties.modified = CREATED
    book.save(EXPORTS / name)


def write_report_forms(month: str) -> None:
    """Microsoft Forms' layout: five metadata columns first, header cells with NBSP."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet.append([*FORMS_METADATA, *(f"{question}\u00a0" for question in REPORT_QUESTIONS)])
    for number, row in enumerate(read_lines(f"{month}.jsonl"), start=1):
        start = datetime.fromisoformat(row["date"]).replace(hour=8 + number % 8, minute=number % 60)
        end = start.replace(second=41)
        values = [row[key] or None for key in REPORT_KEYS]
        sheet.append([number, start, end, "anonymous", None, *values])
    save(book, f"Sosiaalinen raportointi (1-{number}) {month}.xlsx")


def write_survey() -> None:
    survey = read_json("survey.json")
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet.append([*FORMS_METADATA, *survey["statements"], *survey["questions"]])
    for number, row in enumerate(survey["rows"], start=1):
        start, end = datetime.fromisoformat(row["start"]), datetime.fromisoformat(row["end"])
        answers = [answer or None for answer in row["answers"]]
        sheet.append(
            [number, start, end, row["email"], row["name"] or None, *row["ratings"], *answers]
        )
    save(book, "tyopajapalaute_kevat2026.xlsx")


def write_feedback() -> None:
    with (EXPORTS / "asiakaspalaute_2026-06.csv").open(
        "w", encoding="utf-8-sig", newline=""
    ) as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(["Päivämäärä", "Palvelu", "Arvio (1-5)", "Avoin palaute"])
        for row in read_json("feedback.json"):
            writer.writerow([finnish_date(row["date"]), row["palvelu"], row["arvio"], row["text"]])


def write_memo() -> None:
    memo = read_json("memo.json")
    document = Document()
    document.core_properties.created = CREATED
    document.core_properties.modified = CREATED
    document.core_properties.author = ""
    document.add_heading(memo["title"], level=1)
    document.add_paragraph(f"Aika: {finnish_date(memo['date'])}")
    document.add_paragraph("Läsnä:")
    for person in memo["present"]:
        document.add_paragraph(person, style="List Bullet")
    for section in memo["sections"]:
        document.add_heading(section["heading"], level=2)
        for paragraph in section["paragraphs"]:
            document.add_paragraph(paragraph)
        for bullet in section["bullets"]:
            document.add_paragraph(bullet, style="List Bullet")
    document.save(EXPORTS / f"tiimipalaverin_muistio_{memo['date']}.docx")


def gold() -> list[dict[str, Any]]:
    """One line a text: month, strand, phenomenon, taxonomy, tone and planted personal data."""
    lines: list[dict[str, Any]] = []
    for month in range(1, 7):
        for row in read_lines(f"2026-{month:02}.jsonl"):
            lines.append(
                {
                    "text": row["text"],
                    "kind": row["kind"],
                    "month": row["date"][:7],
                    "strand": "elama",
                    "phenomenon": row["phenomenon"],
                    "taxonomy": row["taxonomy"],
                    "tone": TONES[row["savy"]],
                    "pii": row["pii"],
                }
            )
    for row in read_json("feedback.json"):
        lines.append(
            {
                "text": row["text"],
                "kind": "feedback",
                "month": row["date"][:7],
                "strand": "elama",
                "phenomenon": row["phenomenon"],
                "taxonomy": row["taxonomy"],
                "tone": TONES[row["tone"]],
                "pii": row["pii"],
            }
        )
    memo = read_json("memo.json")
    for section in memo["sections"]:
        for bullet, phenomenon in zip(section["bullets"], section["phenomena"], strict=True):
            pii = [entry for entry in memo["pii"] if entry["value"] in bullet]
            lines.append(
                {
                    "text": bullet,
                    "kind": "memo",
                    "month": memo["date"][:7],
                    "strand": "elama",
                    "phenomenon": phenomenon,
                    "taxonomy": [],
                    "tone": "",
                    "pii": pii,
                }
            )
    for name in ("board-a.json", "board-b.json"):
        board = read_json(name)
        for number, (note, classes) in enumerate(
            zip(board["notes"], board["taxonomy"], strict=True)
        ):
            pii = [
                {"type": entry["type"], "value": entry["value"]}
                for entry in board.get("pii", [])
                if entry["note"] == number
            ]
            lines.append(
                {
                    "text": note,
                    "kind": "note",
                    "month": board["date"][:7],
                    "strand": "kehittaminen",
                    "phenomenon": "",
                    "taxonomy": classes,
                    "tone": "",
                    "pii": pii,
                }
            )
    for row in read_json("survey.json")["rows"]:
        for answer in row["answers"]:
            pii = [entry for entry in row["pii"] if entry["value"] in answer]
            lines.append(
                {
                    "text": answer,
                    "kind": "survey",
                    "month": row["end"][:7],
                    "strand": "kehittaminen",
                    "phenomenon": "",
                    "taxonomy": [],
                    "tone": "",
                    "pii": pii,
                }
            )
    return lines


def main() -> None:
    EXPORTS.mkdir(exist_ok=True)
    for month in ("2026-01", "2026-02", "2026-03"):
        write_report_csv(month)
    for month in ("2026-04", "2026-05", "2026-06"):
        write_report_forms(month)
    write_survey()
    write_feedback()
    write_memo()
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in gold())
    (HERE / "gold.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
