"""Readings in treebank terms: one row a form, with a lemma that must be among its candidates."""

from __future__ import annotations

import pytest

from rakenlp.finnish.voikko import open_voikko
from rakenlp.text.conventions import Candidate, candidates_of, plural_words


def candidates(word: str) -> list[Candidate]:
    return [c for reading in open_voikko().readings(word) for c in candidates_of(reading, word)]


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("saanut", "VERB", "saada"),
        ("tehtyä", "VERB", "tehdä"),
        ("kohdistunut", "VERB", "kohdistua"),
        ("esittelevä", "VERB", "esitellä"),
        ("epäiltyinä", "VERB", "epäillä"),
        ("vähennetyt", "VERB", "vähentää"),
        ("allekirjoittamansa", "VERB", "allekirjoittaa"),
        ("soivaan", "VERB", "soida"),
        ("muuttamisen", "NOUN", "muuttaminen"),
        ("tiedonjulkistamisen", "NOUN", "tiedonjulkistaminen"),
        ("pienentäminen", "NOUN", "pienentäminen"),
        ("nopeasti", "ADV", "nopeasti"),
        ("varmastikin", "ADV", "varmasti"),
        ("nopeammin", "ADV", "nopeasti"),
        ("tehokkaammin", "ADV", "tehokkaasti"),
        ("selvemmin", "ADV", "selvästi"),
        ("parempi", "ADJ", "hyvä"),
        ("mukaansa", "ADP", "mukaan"),
        ("vaaleissa", "NOUN", "vaalit"),
        ("sisämarkkinoiden", "NOUN", "sisämarkkinat"),
        ("niiden", "PRON", "se"),
        ("heidän", "PRON", "hän"),
        ("meille", "PRON", "minä"),
        ("jotakin", "PRON", "jokin"),
        ("keneltäkään", "PRON", "kukaan"),
        ("eivätkä", "AUX", "ei"),
        ("ettei", "SCONJ", "että"),
        ("kolmannen", "ADJ", "kolmas"),
        ("Helsingissä", "PROPN", "Helsinki"),
        ("päihde-", "NOUN", "päihde"),
        ("tulojen", "NOUN", "tulo"),
        ("kuuden", "NUM", "kuusi"),
    ],
)
def test_lemma_is_among_the_candidates(form: str, upos: str, lemma: str) -> None:
    assert (upos, lemma) in {(c.upos, c.lemma) for c in candidates(form)}


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("toimeentulotukiasiakkaiden", "toimeentulo|tuki|asiakas"),
        ("lastensuojelutyötä", "lapsi|suojelu|työ"),
        ("tiedonjulkistamisen", "tieto|julkistaminen"),
        ("puhelinmyyjät", "puhelin|myyjä"),
        ("oltava", ""),
        ("asiakkaan", ""),
    ],
)
def test_parts_of_compounds(form: str, parts: str) -> None:
    assert parts in {c.parts for c in candidates(form)}


def test_tags_begin_with_their_part_of_speech() -> None:
    for form in ("saanut", "muuttamisen", "Helsingissä", "nopeammin", "ettei", "kuuden"):
        assert all(c.tag.split("|")[0] == c.upos for c in candidates(form))


def test_plural_words_are_read() -> None:
    assert plural_words()["vaali"] == "vaalit"
