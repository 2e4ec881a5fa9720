from __future__ import annotations

from rakenlp.frames import TOKENS
from rakenlp.text import Lemmatizer, content_lemmas, elliptic_lemmas, stop_lemmas

LEMMATIZER = Lemmatizer()


def content(*texts: str) -> list[list[str]]:
    return content_lemmas(LEMMATIZER.lemmatize(texts), len(texts))


def elliptic(*texts: str) -> list[list[str]]:
    return elliptic_lemmas(LEMMATIZER.lemmatize(texts), len(texts))


def test_only_words_with_content_stay() -> None:
    assert content("Perheet eivät saa asuntoa, ja [HENKILÖ 1] odotti 3 kuukautta.") == [
        ["perhe", "asunto", "odottaa", "kuukausi"]
    ]


def test_every_text_has_a_list() -> None:
    assert content("", "Häätö uhkaa.", "ja tai 12 !!") == [[], ["häätö", "uhata"], []]
    assert content_lemmas(TOKENS.empty(), 2) == [[], []]


def test_elliptic_compounds_are_completed_both_ways() -> None:
    assert elliptic("Päihde- ja mielenterveysongelmat kasvavat.") == [["päihdeongelma"]]
    assert elliptic("Sosiaali- ja terveyspalveluissa on jonoja.") == [["sosiaalipalvelu"]]
    assert elliptic("Asunnottomuusohjelma ja -päätös puuttuvat.") == [["asunnottomuuspäätös"]]


def test_hyphened_word_without_a_partner_gives_nothing() -> None:
    assert elliptic("Päihde- ja apu. Mielenterveysongelmat kasvavat.", "Ei mitään") == [[], []]


def test_stop_lemmas_are_lemmas_of_no_subject() -> None:
    words = stop_lemmas()
    assert {"olla", "saada", "asia", "esimerkiksi"} <= words
    assert not {"asunto", "jono", "apu", "perhe", "raha", "tuki"} & words
