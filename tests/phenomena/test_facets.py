"""Tone, direction, level, reason, questions and target groups of texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.phenomena import (
    find_direction,
    find_level,
    find_reason,
    find_target_groups,
    guess_tone,
    is_question,
)


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Jalkautuva työ toimii hienosti ja ihmiset tulevat mielellään.", "+"),
        ("Kiitos, kerrankin joku kuunteli!", "+"),
        ("Kokeilu on ollut menestys, vaikka alku oli vaikea.", "+"),
        ("Apua ei saa, ja jono vain kasvaa.", "-"),
        ("Palvelu ei toimi lainkaan.", "-"),
        ("Asiakas jäi yksin kotiin ja pelkäsi.", "-"),
        ("Kokous pidettiin tiistaina.", "0"),
        ("Hyvinvointialueella on kuusi kuntaa.", "0"),
        ("", "0"),
    ],
)
def test_tone_is_guessed(text, tone):
    assert guess_tone(text) == tone


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Häätöjen määrä on kasvanut talven aikana.", "lisääntynyt"),
        ("Yhä nuoremmat kokeilevat nuuskaa.", "lisääntynyt"),
        ("Asunnottomuus on vähentynyt.", "vähentynyt"),
        ("Asunnottomuus ei ole vähentynyt.", "ennallaan"),
        ("Uutena ilmiönä tulivat pikavipit.", "uusi"),
        ("Tällaista ei ole ollut ennen.", "uusi"),
        ("Tilanne on edelleen sama.", "ennallaan"),
        ("Asiakas kävi vastaanotolla.", ""),
    ],
)
def test_direction_is_read_from_the_words(text, direction):
    assert find_direction(text) == direction


@pytest.mark.parametrize(
    ("text", "level", "addressee"),
    [
        ("Kelan kanssa pitäisi sopia suora linja.", "valtio", "Kela"),
        ("Lainsäädäntöä on muutettava.", "valtio", "lainsäädäntö"),
        ("Kunnan pitäisi palauttaa bussivuorot.", "kunta", "kunta"),
        ("Kouluihin lisää kuraattoreita.", "kunta", "koulu"),
        ("Hva:n johdon tulisi päättää tästä.", "hyvinvointialue", "hyvinvointialue"),
        ("Johtoryhmän pitää varata määräraha.", "hyvinvointialue", "johto"),
        ("Kotihoidon käynteihin lisää aikaa.", "palvelu", "kotihoito"),
        ("Asiakas voisi itse valita ajan.", "asiakas", "asiakas"),
        ("Lisää aikaa.", "", ""),
    ],
)
def test_level_and_addressee_are_found(text, level, addressee):
    found = find_level(text)
    assert (found.level, found.addressee) == (level, addressee)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Jono venyy, koska virka on auki. Muuten hyvä.", "koska virka on auki"),
        ("Tilanne johtuu sijaisten puutteesta, ei muusta.", "johtuu sijaisten puutteesta"),
        ("Hän jäi pois pitkän matkan takia.", "pitkän matkan takia"),
        ("Jono on pitkä.", ""),
    ],
)
def test_reason_is_quoted_as_it_stands(text, reason):
    assert find_reason(text) == reason
    assert find_reason(text) in text


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Kuka päättää?", True),
        ("Miten tämä viedään eteenpäin", True),
        ("Onko aikaa varattu", True),
        ("- Missä raportit käsitellään", True),
        ("Mitä aiemmin, sitä parempi", False),
        ("Raportit käsitellään linjajohdossa", False),
        ("", False),
    ],
)
def test_question_is_told(text, question):
    assert is_question(text) is question


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Iäkäs omaishoitaja uupuu.", ("ikääntyneet", "omaiset")),
        ("Yläkoululaiset ja lapsiperheet", ("nuoret", "lapsiperheet")),
        ("Kehitysvammainen mies on työtön.", ("vammaiset", "työikäiset")),
        ("Kokous siirtyi.", ()),
    ],
)
def test_target_groups_come_in_text_order(text, groups):
    assert find_target_groups(text) == groups


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_facets_from_their_own_values(text):
    assert guess_tone(text) in {"+", "-", "0"}
    assert find_direction(text) in {"lisääntynyt", "vähentynyt", "uusi", "ennallaan", ""}
    assert find_reason(text) in text
    assert is_question(text) in {True, False}
