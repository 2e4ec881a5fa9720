"""Files as the tools write them, for tests; every text is invented."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

REPORT_HEADERS = [
    "Päivämäärä",
    "Palvelu",
    "Kunta",
    "Raportoijaryhmä",
    "Havainnon sävy",
    "Kuvaa havaintosi",
    "Toimenpide-ehdotus",
]
REPORTS = [
    [
        "2.3.2026",
        "Aikuissosiaalityö",
        "Lintusalmi",
        "Sosiaaliohjaaja",
        "Kielteinen",
        "Asiakkaan sähköt katkaistiin, vaikka maksusuunnitelma oli sovittu.",
        "Sovitaan yhtiön kanssa.",
    ],
    [
        "3.3.2026",
        "Vammaispalvelut",
        "Suovaara",
        "Palveluohjaaja",
        "Kielteinen",
        "Kyyti tuli tunnin myöhässä; ryhmä jäi väliin.",
        "",
    ],
    [
        "4.3.2026",
        "Nuorten palvelut",
        "Suovaara",
        "Kuraattori",
        "Myönteinen",
        'Nuori sanoi: "täällä saa olla rauhassa".\nRyhmä jatkuu syksyllä.',
        "-",
    ],
    ["5.3.2026", "Ikääntyneiden palvelut", "Kivisuo", "Lähihoitaja", "Neutraali", "ei ole", ""],
    ["", "", "", "", "", "", ""],
    [
        "6.3.2026",
        "Aikuissosiaalityö",
        "Kivisuo",
        "Sosiaaliohjaaja",
        "Kielteinen",
        "Vuokra vie yli puolet tuloista.",
        "Ks. edellinen",
    ],
]


def write_csv(
    path: Path,
    rows: Sequence[Sequence[Any]],
    *,
    headers: Sequence[str] = (),
    delimiter: str = ";",
    encoding: str = "cp1252",
) -> Path:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    if headers:
        writer.writerow(headers)
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def write_workbook(path: Path, sheets: dict[str, Sequence[Sequence[Any]]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path


def forms_rows(
    answers: Sequence[Sequence[Any]], questions: Sequence[str], *, localised: bool = True
) -> list[list[Any]]:
    """An export of Microsoft Forms: its own five columns, then the questions."""
    own = (
        ["Tunnus", "Aloitusaika", "Valmistumisaika", "Sähköposti", "Nimi"]
        if localised
        else ["ID", "開始時刻", "完了時刻", "メール", "名前"]
    )
    rows: list[list[Any]] = [[*own, *questions]]
    start = dt.datetime(2026, 5, 20, 12, 1, 30)
    for number, answer in enumerate(answers, start=1):
        begun = start + dt.timedelta(days=number)
        ended = begun + dt.timedelta(minutes=4)
        rows.append([number, begun, ended, "anonymous", None, *answer])
    return rows
