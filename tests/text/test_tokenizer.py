from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.text import split_sentences, tokenize
from rakenlp.text.tokenizer import abbreviations


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def words(text: str) -> list[str]:
    return [token.surface for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tukea saa esim. Kelasta ja mm. kunnasta.", 1),
        ("Avoinna ma klo 9–12. 5.4.2026 kokous § 7.", 1),
        ("Kokous on 13.9. Jyväskylässä.", 1),
        ("Asiaa hoitaa 2. kerroksen neuvonta.", 1),
        ("SHL 7 §. Laki velvoittaa.", 2),
        ("Mitä on perustyö?Miten sitä tehdään?", 2),
        ("Asunto puuttuu. Jono on pitkä! Miksi?", 3),
        ("asunto puuttuu. jono on pitkä", 2),
        ("1. tiedon tuotannon malli 2. päätösmalli 3. pelisäännöt", 1),
        ("1. Tiedon tuotanto 2. Päätökset 3. Seuranta", 3),
        ("Hän sanoi: ”Apua!” ja lähti.", 1),
        ("”En tiedä.” Sitten hän lähti.", 2),
        ("Tulot (esim. palkka, tuki jne.) laskivat.", 1),
        ("Ruoka loppui, vuokra jäi maksamatta ym. Perhe jäi yksin.", 2),
        ("Jonot ovat pitkiä...mutta apua saa.", 1),
        ("J. K. Paasikivi asui täällä.", 1),
        ("Katso koske.fi ja kerro.", 1),
        ("Toiveet\n\n- asunto\n- ruoka\n- joku jolle puhua", 4),
        ("Tämä on pitkä rivi, joka jatkuu seuraavalle riville koska se on\nrivitetty.", 1),
        ("", 0),
        ("   \n ", 0),
    ],
)
def test_number_of_sentences(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THL:n ohje", ["THL:n", "ohje"]),
        ("päihde- ja mielenterveystyö", ["päihde-", "ja", "mielenterveystyö"]),
        ("asunto-ohjelma ja -päätös", ["asunto-ohjelma", "ja", "-päätös"]),
        ("–nyt on aika", ["–", "nyt", "on", "aika"]),
        ("110 000 euroa", ["110 000", "euroa"]),
        ("12\u202f000 euroa", ["12\u202f000", "euroa"]),
        ("18-vuotias 1990-luvulla", ["18-vuotias", "1990-luvulla"]),
        ("5.4.2026 klo 9.30", ["5.4.2026", "klo", "9.30"]),
        ("laki 1301/2014, 7 §", ["laki", "1301/2014", ",", "7", "§"]),
        ("sosiaali-/terveyspuoli", ["sosiaali-", "/", "terveyspuoli"]),
        ("Apua!!! :) 😀", ["Apua", "!!!", ":)", "😀"]),
        ("50 %:n tuki", ["50", "%:n", "tuki"]),
        ("nro 3, s. 5 esim. tämä", ["nro", "3", ",", "s.", "5", "esim.", "tämä"]),
        ("kysy osoitteesta neuvonta@esimerkki.fi.", ["kysy", "osoitteesta", "neuvonta@esimerkki.fi", "."]),
        ("https://esimerkki.fi/sivu?a=1 toimii", ["https://esimerkki.fi/sivu?a=1", "toimii"]),
    ],
)  # fmt: skip
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_placeholder_is_one_token() -> None:
    assert words("[HENKILÖ 1] soitti, [PUHELIN] ei vastannut.")[:2] == ["[HENKILÖ 1]", "soitti"]
    assert "[PUHELIN]" in words("[HENKILÖ 1] soitti, [PUHELIN] ei vastannut.")


@given(st.text(alphabet=st.sampled_from('aäö.!?,:;-–()[]"”\n 1205klAÄTHL§•/@\u00a0'), max_size=80))
@settings(max_examples=150, deadline=None)
def test_tokens_are_stretches_of_the_text_and_leave_only_space_between(text: str) -> None:
    tokens = tokenize(text)
    rest = list(text)
    for token in tokens:
        assert text[token.start : token.start + len(token.surface)] == token.surface
        for i in range(token.start, token.start + len(token.surface)):
            rest[i] = " "
    assert not "".join(rest).strip()
    numbers = [token.sentence for token in tokens]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))


def test_abbreviations_are_lower_case_and_marked() -> None:
    assert all(form == form.lower() for form in abbreviations())
    assert set(abbreviations().values()) == {"mid", "end"}
