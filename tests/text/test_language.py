"""Invented sentences of the kind people write; loans inside Finnish are not another language."""

from __future__ import annotations

import pytest

from rakenlp.text import detect_language

FINNISH = """Asunto puuttuu
Jonot ovat liian pitkiä
Kiitos avusta
ei mitään
Kelan päätös viipyi kaksi kuukautta
lisää rahaa
Yksinäisyys näkyy kotikäynneillä
en saanut aikaa
Strategia ja feedback puuttuvat meiltä
TikTok vie nuorten illat
Perheet tarvitsevat kotipalvelua
Mä en oo saanu mitää apua
oma työntekijä vaihtuu koko ajan
Nuorten kannabiksen käyttö lisääntynyt
hyvä palvelu
Ruoka-apu on tarpeen
Digitaalinen asiointi on vaikeaa ikäihmisille
Vuokrat nousee
Omaishoitajat uupuvat
Yhteistyö koulun kanssa sujuu hyvin
Häätöjä estettiin asumisneuvonnalla
bussi ei kulje illalla
Ei ole paikkaa jossa kokoontua
Pikavipit ja velkaantuminen
Workshop oli antoisa ja chat toimi
Tulkkia ei saatu ajoissa
Asiakas jäi ilman lääkkeitä
Maksut ovat nousseet
Toivoisin enemmän ryhmiä miehille
Terapiaan pääsy kestää
Palvelut keskitetty kaupunkiin
Etsivä nuorisotyö on tärkeää
Lapset pelaavat yöt
""".strip().split("\n")

SWEDISH = """Vi behöver mer stöd hemma
Jag får inte tid till socialarbetaren
Köerna är för långa
Tack för hjälpen
Många familjer har det svårt
Det finns inte tillräckligt med bostäder
Hyran är för hög
Ensamhet bland äldre ökar
Barnen mår dåligt i skolan
Mer pengar till missbruksvården
Hemlösheten syns på gatan
Ingen svarar i telefonen
Utkomststödet räcker inte till maten
Unga använder droger allt oftare
Närståendevårdarna är trötta
Personalen byts ut hela tiden
Bra service
Jag är nöjd med vården
Vi vill ha en mötesplats
Bussen går inte på kvällen
Det är svårt att fylla i blanketter på nätet
Skuldsättningen har ökat
Psykisk ohälsa hos unga
Handläggningen tar flera månader
Tolken kom aldrig
Familjerna väntar länge på hjälp
Servicen har flyttats till staden
Samarbetet med skolan fungerar bra
Var kan man få råd?
Hon har ingen att prata med
Vräkningarna måste förebyggas
Maten är dyr
""".strip().split("\n")

ENGLISH = """We need more help at home
I could not get an appointment
The queues are too long
Thank you for your help
Many families are struggling
There are not enough apartments
The rent is too high
Loneliness among elderly people
Children feel bad at school
More money for mental health services
Homelessness is visible in the streets
Nobody answers the phone
The benefit is not enough for food
Young people use drugs more often
Family carers are tired
The staff changes all the time
Good service
I am happy with the care
We want a place to meet
The bus does not run in the evening
It is difficult to fill in forms online
Debt is growing
Mental health of students
It takes several months to get a decision
The interpreter never came
Services have moved to the city
Cooperation with the school works well
Where can I get advice?
She has nobody to talk to
Evictions should be prevented
Food is expensive
I don't understand the letter
""".strip().split("\n")


@pytest.mark.parametrize("text", FINNISH)
def test_finnish(text: str) -> None:
    assert detect_language(text) == "fi"


@pytest.mark.parametrize("text", SWEDISH)
def test_swedish(text: str) -> None:
    assert detect_language(text) == "sv"


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Мне нужна помощь с жильём",
        "أحتاج إلى مساعدة في السكن",
        "Mul on väga raske, sest üür on liiga kõrge",
        "Ich habe keine Wohnung und brauche Hilfe für meine Kinder",
        "No tengo dinero para la comida de los niños",
        "Waxaan u baahanahay caawimaad guri iyo shaqo",
    ],
)
def test_other_languages(text: str) -> None:
    assert detect_language(text) == "other"


@pytest.mark.parametrize("text", ["", "12.5.", "[HENKILÖ 1]", "!!!", "Zorblax", "KELA"])
def test_text_without_evidence_counts_as_finnish(text: str) -> None:
    assert detect_language(text) == "fi"


def test_damaged_finnish_is_finnish() -> None:
    assert detect_language("Sosiaalityon kehittaminen edellyttaa yhteistyota") == "fi"


def test_placeholders_do_not_speak_for_a_language() -> None:
    assert detect_language("[HENKILÖ 1] behöver hjälp med maten") == "sv"
