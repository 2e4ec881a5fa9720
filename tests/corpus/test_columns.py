from __future__ import annotations

import datetime as dt

import pytest

from rakenlp.corpus import detect_columns
from rakenlp.errors import SettingsError

from .exports import REPORT_HEADERS, REPORTS, forms_rows

LONG = [
    "Asiakkaat jonottavat ruoka-apua jo tunnin ennen jaon alkua",
    "Perheen ainoa tulo on työmarkkinatuki eikä se riitä vuokraan",
    "Nuori ei saanut aikaa ennen kesää",
]


def _roles(headers, rows, **options) -> list[str]:
    return [guess.role for guess in detect_columns(headers, rows, **options)]


def test_roles_of_a_report_form():
    assert _roles(REPORT_HEADERS, REPORTS) == [
        "date",
        "service",
        "place",
        "reporter_group",
        "tone",
        "observation",
        "proposal",
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Kuvaa havaintosi", "observation"),
        ("Kuvaa havaintosi (älä kirjoita nimiä tai henkilötunnuksia)", "observation"),
        ("Mitä olet havainnut asiakkaittesi palveluissa?", "observation"),
        ("Beskriv din observation", "observation"),
        ("Describe your observation", "observation"),
        ("Toimenpide-ehdotuksesi", "proposal"),
        ("Miten asiaa pitäisi mielestäsi korjata?", "proposal"),
        ("Åtgärdsförslag", "proposal"),
        ("Mitä ehdotat ratkaisuksi?", "proposal"),
        ("Mikä palvelussa toimi hyvin?", "answer"),
    ],
)
def test_open_questions_are_found_by_their_headers(header: str, role: str):
    assert _roles([header], [[text] for text in LONG]) == [role]


@pytest.mark.parametrize(
    ("header", "values", "role"),
    [
        ("Palvelualue", ["Aikuissosiaalityö", "Vammaispalvelut", "Aikuissosiaalityö"], "service"),
        ("Mihin palveluun havainto liittyy?", ["Kotihoito", "Kotihoito", "Neuvola"], "service"),
        ("Tjänst", ["Socialt arbete", "Hemvård", "Hemvård"], "service"),
        ("Yksikön nimi", ["Lintusalmen toimisto", "Kivisuo", "Kivisuo"], "service"),
        ("Kunta", ["Suovaara", "Kivisuo", "Suovaara"], "place"),
        ("kommun", ["Suovaara", "Kivisuo", "Suovaara"], "place"),
        ("Raportoijaryhmä", ["Lähihoitaja", "Kuraattori", "Lähihoitaja"], "reporter_group"),
        ("Ammattinimike", ["Lähihoitaja", "Kuraattori", "Lähihoitaja"], "reporter_group"),
        ("Ikäryhmä", ["18–29", "30–64", "65–"], "target_group"),
        ("Havainnon sävy", ["Myönteinen", "Kielteinen", "Neutraali"], "tone"),
        ("Valinta", ["Myönteinen", "Kielteinen", "Kielteinen"], "tone"),
        ("Arvio 1-5", [1, 5, 3], "rating"),
        ("Suosittelisitko palvelua?", ["9", "10", "0"], "rating"),
        ("Yhteydenotto sujui hyvin", [4, 5, 3], "rating"),
        ("Haluatko yhteydenoton?", ["kyllä", "ei", "kyllä"], "personal"),
        ("Saitko apua?", ["kyllä", "ei", "en osaa sanoa"], "metadata"),
        ("Sain apua ajoissa", ["Täysin samaa mieltä", "Eri mieltä", ""], "metadata"),
        (
            "Mitä havainto koskee?",
            ["Asuminen;Velat ja talous;", "Mielenterveys ja päihteet;"],
            "metadata",
        ),
        ("Lasten lukumäärä", [1, 2, 3], "metadata"),
        ("Ikä", [34, 71, 58], "metadata"),
        ("Raportointipäivä", ["5.4.2026", "6.4.2026", "7.4.2026"], "date"),
        ("Pvm", ["", "", ""], "date"),
        ("Kuukausi", ["2026-03", "2026-04", "2026-04"], "date"),
    ],
)
def test_roles_by_header_and_values(header: str, values: list[object], role: str):
    assert _roles([header], [[value] for value in values]) == [role]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Nimi", ["Aino Lehtovaara", "Pertti Koskela", ""]),
        ("Raportoijan nimi ja yksikkö", ["Aino Lehtovaara, Kivisuo", "Pertti Koskela", ""]),
        ("Jätä yhteystietosi, jos haluat palautetta", ["aino@esimerkki.fi", "", ""]),
        ("E-post", ["", "", ""]),
        ("Puhelinnumero", ["040 000 1234", "", ""]),
        ("Hetu", ["131052-935T", "", ""]),
        ("Syntymäaika", ["13.10.1952", "", ""]),
        ("Lisätieto", ["aino@esimerkki.fi", "044 000 9876", "131052-935T"]),
        ("IP", ["192.0.2.17", "192.0.2.18", ""]),
        ("Kenttä 7", ["Aino Lehtonen", "Pertti Virtanen", "Helena Mäkinen"]),
        ("Kirjaaja", ["Virtanen", "A. Lehtovaara", "Mäkinen P"]),
        ("Author", ["kuka", "joku", "muu"]),
    ],
)
def test_personal_columns_are_found_and_dropped(header: str, values: list[str]):
    assert _roles([header], [[value] for value in values]) == ["personal"]


def test_a_reporter_column_with_professions_is_a_group():
    assert _roles(["Raportoija"], [["Sosiaaliohjaaja"], ["Lähihoitaja"]]) == ["reporter_group"]


@pytest.mark.parametrize("localised", [True, False])
def test_forms_columns_are_found_by_position_in_any_language(localised: bool):
    headers, *rows = forms_rows([[text] for text in LONG], ["Kerro"], localised=localised)
    guesses = detect_columns(headers, rows)
    assert [guess.role for guess in guesses] == [
        "metadata",
        "metadata",
        "date",
        "personal",
        "personal",
        "observation",
    ]
    assert guesses[2].reason == "lomakkeen vakiosarake"


def test_the_own_date_of_a_form_comes_before_its_completion_time():
    answers = [["1.4.2026", text] for text in LONG]
    headers, *rows = forms_rows(answers, ["Päivämäärä", "Kuvaa havaintosi"])
    dates = [g for g in detect_columns(headers, rows) if g.role == "date"]
    assert max(dates, key=lambda guess: guess.confidence).header == "Päivämäärä"


def test_a_table_with_two_ratings_is_a_survey_and_its_open_texts_are_answers():
    headers = ["Sisältö vastasi odotuksiani", "Ryhmätyö toimi", "Vapaa sana"]
    assert _roles(headers, [[4, 3, text] for text in LONG]) == ["rating", "rating", "answer"]


def test_the_only_open_text_of_client_feedback_is_an_observation():
    assert _roles(["Arvio", "Avoin palaute"], [[4, text] for text in LONG])[1] == "observation"


def test_choices_under_a_text_header_are_metadata():
    rows = [[value] for value in ["Asuminen", "Talous"] * 6]
    assert _roles(["Ilmiö"], rows) == ["metadata"]


def test_an_unknown_header_is_judged_by_its_values():
    assert _roles(["Kenttä 12"], [[text] for text in LONG]) == ["answer"]
    assert _roles(["Kenttä 12"], [["a"], ["b"]]) == ["unknown"]


def test_the_users_choice_wins():
    guesses = detect_columns(["Kenttä  A"], [["x"]], columns={"kenttä a": "observation"})
    assert (guesses[0].role, guesses[0].confidence) == ("observation", 1.0)


def test_an_unknown_role_is_an_error_that_names_the_nearest():
    with pytest.raises(SettingsError, match="did you mean 'observation'"):
        detect_columns(["A"], [], columns={"A": "obsevation"})


def test_guesses_do_not_depend_on_the_order_of_rows():
    rows = [[dt.datetime(2026, 4, day), text, day] for day, text in enumerate(LONG, start=1)]
    headers = ["Luotu", "Kerro", "Arvio"]
    assert detect_columns(headers, rows) == detect_columns(headers, rows[::-1])
