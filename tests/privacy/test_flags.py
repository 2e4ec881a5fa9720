from __future__ import annotations

import pytest

from rakenlp.privacy.flags import find_flags


def flagged(text: str) -> set[tuple[str, str]]:
    return {(text[flag.start : flag.end], flag.type) for flag in find_flags(text)}


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("Hän on 35-vuotias.", "35-vuotias", "tarkka_ika"),
        ("viisitoistavuotias poika", "viisitoistavuotias", "tarkka_ika"),
        ("lapsi 7 v", "7 v", "tarkka_ika"),
        ("iältään 52", "iältään 52", "tarkka_ika"),
        ("Tapahtui 12.3.2026 illalla", "12.3.2026", "tarkka_paiva"),
        ("maaliskuun 12. päivä", "maaliskuun 12. päivä", "tarkka_paiva"),
        ("todettiin skitsofrenia", "skitsofrenia", "diagnoosi"),
        ("lapsella on adhd-diagnoosi", "adhd-diagnoosi", "diagnoosi"),
        ("seitsemän lapsen yksinhuoltajaisä", "seitsemän lapsen yksinhuoltajaisä", "perhekoko"),
        ("perheessä on viisi lasta", "viisi lasta", "perhekoko"),
        ("Kiusaamista Tammirinteen koulussa", "Tammirinteen koulussa", "nimetty_yksikko"),
        ("Paikka hoivakoti Onnissa", "hoivakoti Onnissa", "nimetty_yksikko"),
        ("somalialainen nuori", "somalialainen", "kansallisuus"),
        ("arabiankielinen perhe", "arabiankielinen", "kieli"),
        ("perhe on lestadiolainen", "lestadiolainen", "uskonto"),
        ("entinen kirkkoherra", "kirkkoherra", "harvinainen_ammatti"),
        ("Asuu Äänekoskella.", "Äänekoskella", "kunta"),
        ("Muutto Harjukoskelta", "Harjukoskelta", "kunta"),
        ("Sama Lintusalmessa", "Lintusalmessa", "kunta"),
        ("Kivisuolla ei ole", "Kivisuolla", "kunta"),
    ],
)
def test_an_indirect_identifier_is_flagged(text: str, part: str, kind: str) -> None:
    assert (part, kind) in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "alle 18-vuotiaat nuoret",
        "18-29-vuotiaille",
        "odottanut 2 v sitten alkanutta",
        "Vuokra nousi ja koulu alkoi.",
        "Kuntien palvelut heikkenevät.",
        "Äidillä on kaksi lasta.",
    ],
)
def test_groups_durations_and_plain_words_are_not(text: str) -> None:
    assert flagged(text) == set()
