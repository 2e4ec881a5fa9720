"""Names of clusters."""

from __future__ import annotations

import re

from rakenlp.phenomena import LabelCluster, TaxonomyTagger, class_terms, label_clusters
from rakenlp.phenomena.labels import SWEDISH, UNNAMED
from rakenlp.phenomena.noun_phrases import group_tokens
from tests.phenomena.material import lemmas_of, tokens_of

TAGGER = TaxonomyTagger("elama")
QUEUE = [
    "Ajanvarausta odotetaan pitkään terveyskeskuksessa.",
    "Ajanvaraus aukeaa vasta illalla.",
    "Kukaan ei vastaa, ajanvaraus jää tekemättä.",
]
LIFT = [
    "Kerrostalon hissiremontti kestää.",
    "Hissiremontti jumittaa portaikon.",
    "Taas hissiremontti.",
]
NICOTINE = [
    "Nikotiinipusseja on alakoululaisilla.",
    "Nikotiinipussit löytyivät repusta.",
    "Pojat vaihtavat nikotiinipusseja.",
]
ALCOHOL = ["Alkoholin käyttö aamuisin.", "Alkoholi vie perheen rahat.", "Juominen ja alkoholi."]


def label(*groups: list[str], languages: str = "fi", tag: bool = True) -> list[str]:
    texts = [text for group in groups for text in group]
    tokens = tokens_of(texts)
    marks = [number for number, group in enumerate(groups) for _ in group]
    terms = class_terms(lemmas_of(tokens, len(texts)), marks, max_terms=8)
    grouped = group_tokens(tokens, texts)
    tags = TAGGER.tag(texts) if tag else [[] for _ in texts]
    clusters = []
    for number in range(len(groups)):
        rows = [i for i, mark in enumerate(marks) if mark == number]
        clusters.append(
            LabelCluster(
                cluster=number,
                records=tuple(f"r{i}" for i in rows),
                languages=tuple(languages for _ in rows),
                tags=tuple(tags[i] for i in rows),
                tokens=tuple(grouped[i] for i in rows),
                terms=terms[number],
            )
        )
    return list(label_clusters(clusters, TAGGER.classes).values())


def test_phrase_of_the_cluster_names_it_without_a_class():
    assert label(LIFT, QUEUE, tag=False) == ["Hissiremontti", "Ajanvaraus"]


def test_class_of_most_reports_names_the_cluster():
    rent = ["Vuokrarästit kasvavat.", "Häätö uhkaa jo huomenna.", "Käräjiltä tuli häätö."]
    assert label(rent, LIFT)[0].startswith("Häätöuhka ja vuokrarästit")


def test_two_clusters_of_one_class_are_told_apart_by_a_phrase():
    first, second = label(NICOTINE, ALCOHOL)
    assert first == "Päihteiden käyttö: nikotiinipussit"
    assert second.startswith("Päihteiden käyttö: ")
    assert first != second


def test_no_two_labels_are_alike_even_for_the_same_texts():
    names = label(LIFT, LIFT, LIFT)
    assert len({name.lower() for name in names}) == 3


def test_cluster_without_words_still_has_its_own_name():
    names = label(["???"], ["!!!"], ["…"])
    assert names[0] == UNNAMED
    assert len(set(names)) == 3
    assert not any(re.search(r"\d", name) for name in names)


def test_swedish_cluster_has_the_class_name_or_says_its_language():
    homeless = ["Hemlösa unga sover hos vänner och har inget hem."]
    assert label(homeless, languages="sv") == ["Asunnottomuus"]
    assert label(["Det regnar och är kallt i dag."], languages="sv") == [SWEDISH]


def test_label_holds_no_placeholder_name_place_or_number():
    texts = [
        "[HENKILÖ 1] asuu Tampereen keskustan kerrostalossa, vuokrasopimus päättyi 12.3.",
        "Matti Virtasen vuokrasopimus purettiin Tampereella 5 päivässä.",
        "Kerrostalossa vuokrasopimus, [OSOITE].",
    ]
    name = label(texts, tag=False)[0]
    assert not re.search(r"\d|\[|henkilö|osoite|tamper|virta|matti", name, re.IGNORECASE)
    assert name[0].isupper()
