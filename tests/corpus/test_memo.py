from __future__ import annotations

import pytest

from rakenlp.corpus.memo import Block, is_attendee, read_memo


def _statuses(*texts: str) -> list[str]:
    pieces, _ = read_memo([Block(n, "paragraph", text) for n, text in enumerate(texts, start=1)])
    return [piece.status for piece in pieces]


@pytest.mark.parametrize(
    "text",
    [
        "Aino Lehtovaara, sosiaaliohjaaja (pj.)",
        "Virtanen Pertti",
        "3. Helena Mäkinen, Kivisuo",
        "Oona",
    ],
)
def test_participants_are_known(text: str):
    assert is_attendee(text)


def test_a_list_of_participants_is_personal_and_ends_where_the_text_begins():
    assert (
        _statuses(
            "Läsnä:",
            "Aino Lehtovaara, sosiaaliohjaaja",
            "Pertti Virtanen",
            "Poissa: Helena Mäkinen",
            "Sihteeri: Pertti Virtanen",
            "Keskusteltiin siitä, että ruokajonot ovat kasvaneet koko kevään ajan.",
            "Pertti Virtanen esitteli luvut.",
        )
        == ["personal"] * 5 + ["document"] * 2
    )


def test_a_sentence_that_begins_like_a_list_is_a_text():
    assert _statuses("Paikalla oli kolmekymmentä kävijää.", "Mukana myös uusia perheitä.") == [
        "document",
        "document",
    ]


def test_headings_are_not_texts():
    assert _statuses("2. Vuokravelat", "TALOUS", "Velat kasvavat.") == [
        "metadata",
        "metadata",
        "document",
    ]


@pytest.mark.parametrize(
    ("texts", "date"),
    [
        (["Muistio", "Aika: 10.6.2026 klo 9–11", "Seuraava 19.8.2026."], "2026-06-10"),
        (["Tiimipalaverin muistio 10.6.2026", "Velat."], "2026-06-10"),
        (
            [
                "Muistio",
                "Sovittiin, että asiaan palataan seuraavassa yhteisessä palaverissa, joka pidetään 19.8.2026 klo 9.",
            ],
            "",
        ),
    ],
)
def test_the_date_of_a_memo_stands_at_its_head(texts: list[str], date: str):
    _, found = read_memo([Block(n, "paragraph", text) for n, text in enumerate(texts, start=1)])
    assert found == date
