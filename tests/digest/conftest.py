"""An invented month of reports, as the stages before the digest would hand it over."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd
import pytest

from rakenlp.digest import Digest, compose
from rakenlp.frames import PASSAGES, RATINGS
from rakenlp.records import MonthCount, Phenomenon, Proposal, Signal
from rakenlp.settings import JobSettings

WINDOW = [f"2025-{month:02d}" for month in range(7, 13)] + [
    f"2026-{month:02d}" for month in range(1, 7)
]

TAXONOMY_NAMES = {
    "haato": "Häätöuhka ja vuokrarästit",
    "mt_palvelut": "Mielenterveyspalveluihin pääsy",
    "digi": "Digitaalinen syrjäytyminen",
    "yksinaisyys": "Yksinäisyys ja osattomuus",
    "lahisuhdevakivalta": "Lähisuhdeväkivalta ja kaltoinkohtelu",
    "tiedonkulku": "Tiedon kulku päätöksentekoon",
}


def phenomenon(number: int, label: str, months: list[int], **changes: Any) -> Phenomenon:
    """A phenomenon whose last month is the period."""
    counts = [0] * (12 - len(months)) + months
    seen = [month for month, count in zip(WINDOW, counts, strict=True) if count]
    given: dict[str, Any] = {
        "phenomenon_id": f"I-{number:04d}",
        "label": label,
        "strand": "elama",
        "terms": ("vuokra", "velka", "tuki"),
        "taxonomy": (),
        "national": (),
        "shl11": (),
        "state": "toistuva",
        "first_month": seen[0] if seen else "2025-07",
        "last_month": seen[-1] if seen else "2025-07",
        "n_records": counts[-1],
        "n_window": sum(counts),
        "months": tuple(
            MonthCount(month=m, n_records=c) for m, c in zip(WINDOW, counts, strict=True)
        ),
        "passage_ids": tuple(f"p{number}-{row}" for row in range(counts[-1])),
        "representative_ids": tuple(f"p{number}-{row}" for row in range(min(counts[-1], 3))),
        "services": (("Aikuissosiaalityö", counts[-1]),),
        "reporter_groups": (("Sosiaalityöntekijä", counts[-1]),),
        "tones": (("-", counts[-1]),),
    }
    return Phenomenon(**{**given, **changes})


def passage(passage_id: str, text: str, **changes: Any) -> dict[str, Any]:
    """A row of PASSAGES; each passage is a report of its own unless told."""
    given = {
        "passage_id": passage_id,
        "doc_id": f"d-{passage_id}",
        "record_id": f"r-{passage_id}",
        "text": text,
        "start": 0,
        "end": len(text),
        "language": "fi",
        "role": "observation",
        "strand": "elama",
        "month": "2026-06",
        "service": "Aikuissosiaalityö",
        "place": "",
        "reporter_group": "Sosiaalityöntekijä",
        "target_group": "",
        "tone": "-",
        "multiplicity": 1,
        "quotable": True,
        "repaired": False,
    }
    return {**given, **changes}


def month_phenomena() -> list[Phenomenon]:
    return [
        phenomenon(
            1,
            "Häätöuhka ja vuokrarästit",
            [0, 5, 0, 6, 5, 0, 7, 8, 6, 9, 8, 11],
            state="vahvistuva",
            taxonomy=("haato",),
            national=("TT", "ASU"),
            shl11=(3, 2),
            terms=(
                "vuokrarästi",
                "häätö",
                "maksusuunnitelma",
                "asumisneuvonta",
                "perintä",
                "vuokra",
            ),
            services=(("Aikuissosiaalityö", 8), ("Lapsiperheiden palvelut", 3)),
        ),
        phenomenon(
            2,
            "Nuorten pitkä odotus psykiatriseen hoitoon",
            [2, 0, 3, 1, 0, 2, 4, 3],
            taxonomy=("mt_palvelut",),
            national=("MT",),
            shl11=(8,),
            terms=("nuorisopsykiatria", "jono", "lähete"),
            services=(("Nuorten palvelut", 2), ("Lastensuojelu", 1)),
        ),
        phenomenon(
            3,
            "Verkkopankkitunnusten puute",
            [2],
            state="uusi",
            taxonomy=("digi",),
            shl11=(1, 4),
            terms=("verkkopankkitunnus",),
        ),
        phenomenon(
            4,
            "Uhkailu palveluasunnon pihalla",
            [1],
            state="uusi",
            taxonomy=("lahisuhdevakivalta",),
            shl11=(5,),
            terms=("uhkailu", "piha"),
        ),
        phenomenon(
            5,
            "Torin kahvipiste tavoittaa yksinäisiä",
            [1, 0, 2],
            taxonomy=("yksinaisyys",),
            shl11=(4,),
            tones=(("+", 2),),
            terms=("kahvipiste", "juttuseura"),
        ),
        phenomenon(6, "Bussivuorojen loppuminen sivukyliltä", [3, 1, 0, 0], state="hiljainen"),
        phenomenon(
            7,
            "Raporttien käsittely linjajohdossa",
            [1, 2],
            strand="kehittaminen",
            taxonomy=("tiedonkulku",),
            terms=("linjajohto", "raportti"),
        ),
    ]


def month_passages() -> pd.DataFrame:
    return _month_passages().copy()


@cache
def _month_passages() -> pd.DataFrame:
    texts = {
        "p1": "Vuokrarästi kasvaa jo ennen kuin ensimmäinen päätös ehtii tulla.",
        "p2": "Nuori odottaa ensimmäistä aikaa kevääseen asti, eikä kukaan kerro miksi.",
        "p3": "Asiakas ei pääse palveluun, koska verkkopankkitunnuksia ei ole.",
        "p4": "Pihalla on uhkailtu asukkaita.",
        "p5": "Kahvipisteellä kävijät ovat löytäneet juttuseuraa.",
        "p7": "Kuka vie raportin linjajohtoon ja milloin?",
    }
    rows = []
    for item in month_phenomena():
        for row, passage_id in enumerate(item.passage_ids):
            key = passage_id.partition("-")[0]
            rows.append(
                passage(
                    passage_id,
                    f"{texts[key]} Näin on nähty jo {'monta kertaa ' * (row % 3)}tänä vuonna.",
                    strand=item.strand,
                    role="note" if item.strand == "kehittaminen" else "observation",
                    tone="+" if key == "p5" else "-",
                    service="Nuorten palvelut" if key == "p2" else "Aikuissosiaalityö",
                    target_group="Nuoret" if key == "p2" and row else "Työikäiset",
                    reporter_group="Ohjaaja" if row % 2 else "Sosiaalityöntekijä",
                )
            )
    rows.append(
        passage(
            "p1-x", "Toinen asumisneuvoja, vaikka määräajaksi.", role="proposal", record_id="r-p1-0"
        )
    )
    rows.append(
        passage(
            "p2-x",
            "Soitetaan [HENKILÖ 1] jonosta.",
            role="proposal",
            record_id="r-p2-0",
            quotable=False,
        )
    )
    rows.append(passage("p9-1", "Muuten arki rullaa.", service=""))
    return PASSAGES.build(rows, where="test")


def month_signals() -> list[Signal]:
    return [
        Signal(
            kind="single",
            title="Uhkailu palveluasunnon pihalla",
            why="Vain 1 ilmoitus koko aikana",
            passage_ids=("p4-0",),
            phenomenon_id="I-0004",
        ),
        Signal(
            kind="new_phenomenon",
            title="Verkkopankkitunnusten puute",
            why="aiheesta ei ole aiempia havaintoja",
            passage_ids=("p3-0", "p3-1"),
            phenomenon_id="I-0003",
        ),
    ]


def month_proposals() -> list[Proposal]:
    return [
        Proposal(
            text="Soitetaan [HENKILÖ 1] jonosta.",
            passage_id="p2-x",
            phenomenon_id="I-0002",
            level="palvelu",
            addressee="nuorten palvelut",
        ),
        Proposal(
            text="Toinen asumisneuvoja, vaikka määräajaksi.",
            passage_id="p1-x",
            phenomenon_id="I-0001",
            level="hyvinvointialue",
            addressee="",
        ),
    ]


@cache
def month_ratings() -> pd.DataFrame:
    rows = [
        {
            "record_id": f"k{number}",
            "source": "kysely.xlsx",
            "statement": "Sain apua ajoissa",
            "value": value,
            "scale_min": 1,
            "scale_max": 4,
            "month": "2026-06",
        }
        for number, value in enumerate([4.0, 4.0, 3.0, 4.0, 4.0, 3.0])
    ]
    rows += [
        {
            "record_id": f"k{number}",
            "source": "kysely.xlsx",
            "statement": "Minua kuunneltiin",
            "value": 1.0,
            "scale_min": 1,
            "scale_max": 4,
            "month": "2026-06",
        }
        for number in range(4)
    ]
    return RATINGS.build(rows, where="test")


def month_inputs(**changes: Any) -> dict[str, Any]:
    """Everything that compose takes for the invented month."""
    passages = changes.get("passages", month_passages())
    given: dict[str, Any] = {
        "period": "2026-06",
        "job": JobSettings(name="kuukausi", inputs=("in",)),
        "phenomena": month_phenomena(),
        "passages": passages,
        "signals": month_signals(),
        "proposals": month_proposals(),
        "ledger_counts": {"document": 23, "empty": 4, "filler": 2, "unreadable": 1},
        "redaction_counts": {"HENKILÖ": 3, "PUHELIN": 1},
        "flag_counts": {"TARKKA_IKÄ": 2},
        "ratings": month_ratings(),
        "taxonomy_names": TAXONOMY_NAMES,
        "versions": {"rakenlp": "0.1.0", "Voikko": "4.3.2"},
        "n_window_records": 143,
        "coverage": {"clustered": len(passages) - 1, "unclassified": 1},
    }
    return {**given, **changes}


def empty_inputs(**changes: Any) -> dict[str, Any]:
    """A month from which nothing usable came."""
    return month_inputs(
        **{
            "phenomena": [],
            "passages": PASSAGES.empty(),
            "signals": [],
            "proposals": [],
            "ledger_counts": {"empty": 2},
            "redaction_counts": {},
            "flag_counts": {},
            "ratings": RATINGS.empty(),
            "n_window_records": 0,
            "coverage": {},
            **changes,
        }
    )


@pytest.fixture(scope="session")
def month() -> Digest:
    return compose(**month_inputs())


@pytest.fixture(scope="session")
def empty() -> Digest:
    return compose(**empty_inputs())
