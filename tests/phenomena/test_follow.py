"""Phenomena over several months."""

from __future__ import annotations

import numpy as np

from rakenlp.phenomena import (
    Followed,
    Known,
    TaxonomyTagger,
    describe,
    follow,
    known_row,
    read_known,
)
from rakenlp.settings import PhenomenaSettings
from tests.phenomena.material import clusters_of, lemmas_of, passages_of, tokens_of, vectors_of

TAGGER = TaxonomyTagger("elama")
MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04"]
HAATO = "Vuokrarästit kasvavat ja häätö uhkaa perhettä."
JONO = "Psykiatrian jono on pitkä ja hoito viipyy."
RUOKA = "Ruokakassi loppui kesken ja leipäjono kasvoi."
ROWS = [
    (HAATO, 0, "2026-01"), (HAATO + " Taas.", 0, "2026-01"), (JONO, 1, "2026-01"),
    (HAATO + " Yhä.", 0, "2026-02"), (RUOKA, 2, "2026-02"), (RUOKA + " Eilen.", 2, "2026-02"),
    (JONO + " Edelleen.", 1, "2026-04"),
]  # fmt: skip


def run(period: str, known=(), own=(), used=(), rows=ROWS, **columns) -> Followed:
    part = [row for row in rows if row[2] <= period]
    texts = [row[0] for row in part]
    tokens = tokens_of(texts)
    lemmas = lemmas_of(tokens, len(texts))
    names = [f"p{ROWS.index(row):04}" for row in part]
    passages = passages_of(texts, month=[row[2] for row in part], passage_id=names, **columns)
    vectors = vectors_of(lemmas)
    table = describe(
        passages,
        tokens,
        clusters_of(passages, [row[1] for row in part]),
        vectors,
        TAGGER.tag(texts),
        lemmas=lemmas,
        settings=PhenomenaSettings(),
        tagger=TAGGER,
    )
    return follow(
        table,
        passages,
        vectors,
        strand="elama",
        period=period,
        months=MONTHS,
        known=known,
        own=own,
        used_ids=used,
        settings=PhenomenaSettings(),
        k=5,
        max_quote_words=25,
    )


def states(result: Followed) -> dict[str, str]:
    return {item.phenomenon_id: item.state for item in result.phenomena}


def test_phenomena_keep_their_ids_and_live():
    january = run("2026-01")
    february = run("2026-02", january.registry)
    april = run("2026-04", february.registry)
    assert states(january) == {"I-0001": "uusi", "I-0002": "uusi"}
    assert states(february) == {"I-0001": "toistuva", "I-0002": "hiljainen", "I-0003": "uusi"}
    assert states(april)["I-0002"] == "toistuva"  # only one month with material in between
    assert [item.label for item in april.phenomena] == [
        "Häätöuhka ja vuokrarästit",
        "Mielenterveyspalveluihin pääsy: psykiatrian jono",
        "Ruoka-apu ja perustarpeet: leipäjono",
    ]


def test_largest_new_group_gets_the_smallest_id_after_all_used_ones():
    result = run("2026-01", used=["I-0007"])
    assert [item.phenomenon_id for item in result.phenomena] == ["I-0008", "I-0009"]
    assert result.phenomena[0].n_window == 2


def test_counts_are_of_the_period_and_of_the_window():
    result = run("2026-02", run("2026-01").registry)
    first = result.phenomena[0]
    assert (first.n_records, first.n_window) == (1, 3)
    assert [count.n_records for count in first.months] == [2, 1, 0, 0]
    assert first.passage_ids == ("p0003",)
    assert first.representative_ids == ("p0003",)
    assert first.first_month == "2026-01"
    assert first.last_month == "2026-02"


def test_rerun_of_the_same_period_gives_the_same_result():
    before = run("2026-01").registry
    once = run("2026-02", before)
    again = run(
        "2026-02", before, own=once.registry, used=[item.phenomenon_id for item in once.registry]
    )
    assert again.phenomena == once.phenomena
    assert [known_row(item) for item in again.registry] == [
        known_row(item) for item in once.registry
    ]


def test_lost_phenomenon_stays_in_the_registry_and_is_quiet():
    before = run("2026-01").registry
    result = run("2026-02", before, rows=[row for row in ROWS if row[1] == 2])
    quiet = [item for item in result.phenomena if item.state == "hiljainen"]
    assert [item.phenomenon_id for item in quiet] == ["I-0001", "I-0002"]
    assert quiet[0].national == ("ASU", "TT")
    assert len(result.registry) == 3


def relabelled(item: Known, label: str, *more: str) -> Known:
    values = {name: getattr(item, name) for name in item.__slots__}
    return Known(**{**values, "label": label, "member_ids": (*item.member_ids, *more)})


def test_provisional_label_gives_way_and_a_solid_one_is_kept():
    first = run("2026-01").registry[0]
    label = "Pitkät vuokravelat"
    provisional = run("2026-02", [relabelled(first, label)])
    solid = run("2026-02", [relabelled(first, label, "x1", "x2", "x3")])
    assert provisional.phenomena[0].label == "Häätöuhka ja vuokrarästit"
    assert solid.phenomena[0].label == label


def test_term_that_set_two_names_apart_is_dropped_when_the_other_is_gone():
    first = run("2026-01").registry[0]
    label = "Häätöuhka ja vuokrarästit: perhe"
    result = run("2026-02", [relabelled(first, label, "x1", "x2", "x3")])
    assert result.phenomena[0].label == "Häätöuhka ja vuokrarästit"


def test_label_that_no_longer_says_what_the_group_holds_is_not_kept():
    first = run("2026-01").registry[0]
    other = relabelled(first, "Ruoka-apu ja perustarpeet", "x1", "x2", "x3")
    assert run("2026-02", [other]).phenomena[0].label == "Häätöuhka ja vuokrarästit"
    own_words = relabelled(first, "Pitkät jonot", "x1", "x2", "x3")
    assert run("2026-02", [own_words]).phenomena[0].label == "Pitkät jonot"


def test_fields_are_tallied_by_report_and_the_form_wins_over_the_guess():
    result = run(
        "2026-01",
        service=["Aikuiset", "Aikuiset", ""],
        tone=["+", "", ""],
        record_id=["r1", "r1", "r2"],
    )
    first = result.phenomena[0]
    assert first.services == (("Aikuiset", 1),)
    assert first.tones == (("+", 1), ("-", 0), ("0", 0))


def test_nothing_at_all_is_fine():
    result = run("2026-01", rows=[])
    assert (result.phenomena, result.registry, result.matches) == ([], [], [])


def test_registry_rows_come_back_as_they_were():
    before = run("2026-01").registry
    after = read_known([{**known_row(item), "job": "x", "period": "2026-01"} for item in before])
    assert [item.member_ids for item in after] == [item.member_ids for item in before]
    np.testing.assert_array_equal(after[0].prototype, before[0].prototype)
