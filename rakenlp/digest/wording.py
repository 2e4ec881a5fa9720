"""Fixed Finnish wording of the rendered digest: headings, notes, kind words for empty sections.

Tables only.
"""

from __future__ import annotations

# The first heading names the kind of period.
BRIEFLY = {
    "kuukausi": "Kuukausi lyhyesti",
    "neljännes": "Neljännes lyhyesti",
    "puolivuosi": "Puolivuosi lyhyesti",
    "vuosi": "Vuosi lyhyesti",
    "jakso": "Jakso lyhyesti",
}

# Headings of the sections, in their order (domain.md 6.1); the keys are anchors of the page.
SECTIONS = {
    "lyhyesti": "",  # from BRIEFLY
    "aineisto": "Aineisto",
    "ilmiot": "Esiin nousseet ilmiöt",
    "kehittaminen": "Kehittämisen teemat",
    "signaalit": "Uudet ja heikot signaalit",
    "toimii": "Mikä toimii",
    "ehdotukset": "Toimenpide-ehdotukset",
    "tapahtunut": "Mitä havainnoille on tapahtunut",
    "kytkennat": "Kytkennät",
    "menetelma": "Näin kooste tehtiin",
    "kiitos": "Kiitos raportoijille",
}

EMPTY = {
    "ilmiot": (
        "Mikään ilmiö ei tällä jaksolla noussut esiin laajemmin. "
        "Muut havainnot löytyvät koosteen muista kohdista."
    ),
    "ilmiot_ei_aineistoa": "Ilmiöitä ei voitu koota, koska havaintoja ei tullut.",
    "signaalit": "Uusia tai heikkoja signaaleja ei tullut tällä jaksolla.",
    "ehdotukset": (
        "Toimenpide-ehdotuksia ei tullut tällä jaksolla. "
        "Ehdotuksen voi kirjoittaa havainnon yhteyteen."
    ),
    "kytkennat": "Kytkentöjä valtakunnallisiin ilmiöihin ei tullut tällä jaksolla.",
}

STATUSES = {"luonnos": "Luonnos", "hyväksytty": "Hyväksytty"}

STATUS_NOTES = {
    "luonnos": (
        "Tämä on luonnos organisaation sisäiseen käyttöön. "
        "Tarkista sisältö ja tietosuoja ennen jakamista."
    ),
    "hyväksytty": "Tämä kooste on hyväksytty organisaation sisäiseen käyttöön.",
}

LINKS = {
    "kansallinen_ilmio": "Kansalliset ilmiöt",
    "shl11": "Tuen tarpeet (sosiaalihuoltolaki 11 §)",
}

TABLES = {
    "by_source": "Mistä havainnot tulivat",
    "by_service": "Palvelut",
    "by_reporter_group": "Raportoijaryhmät",
}

SOURCES_NOTE = "Kaikki lähteet on lueteltu koosteen JSON-tiedostossa."
TREND_NOTE = (
    "Kuvaajissa viiva ja pisteet ovat ilmoitusten määriä kuukausittain. "
    "Pystypalkki ja taulukon merkki • tarkoittavat yksittäisiä havaintoja, "
    "joiden lukumäärää ei esitetä."
)
