"""New, rare and returned things of a month."""

from __future__ import annotations

import pandas as pd

from rakenlp.phenomena import find_signals
from rakenlp.records import MonthCount, Phenomenon, State
from tests.phenomena.material import clusters_of, passages_of, tokens_of

PERIOD = "2026-05"


def phenomenon(
    number: int, stands: State, n_records: int, months: tuple[int, ...] = ()
) -> Phenomenon:
    return Phenomenon(
        phenomenon_id=f"I-{number:04}",
        label=f"Ilmiö {'abc'[number]}",
        strand="elama",
        terms=(),
        taxonomy=(),
        national=(),
        shl11=(),
        state=stands,
        first_month=PERIOD,
        last_month=PERIOD,
        n_records=n_records,
        n_window=n_records,
        months=tuple(
            MonthCount(month=f"2026-{i + 1:02}", n_records=n) for i, n in enumerate(months)
        ),
        passage_ids=("p0000",),
        representative_ids=(),
        services=(),
        reporter_groups=(),
        tones=(),
    )


def signals(texts, months, labels, phenomena=(), at_most=10, **columns):
    passages = passages_of(texts, month=months, **columns)
    return find_signals(
        list(phenomena),
        passages,
        clusters_of(passages, labels),
        tokens_of(texts),
        period=PERIOD,
        at_most=at_most,
    )


OLD = ["Vuokrarästit kasvavat taas.", "Vuokrarästit ja häätö uhkaavat."]
OLD_MONTHS = ["2026-03", "2026-04"]


def test_new_word_of_two_reports_is_a_signal():
    texts = [*OLD, "Pojat vaihtavat nikotiinipusseja.", "Repussa oli nikotiinipussi."]
    found = signals(texts, [*OLD_MONTHS, PERIOD, PERIOD], [0, 0, 1, 1])
    words = [item.title for item in found if item.kind == "new_word"]
    assert words == ["nikotiinipussi"]
    assert found[0].passage_ids == ("p0002", "p0003")


def test_word_of_one_report_or_of_the_past_is_not_new():
    once = signals([*OLD, "Yksi nikotiinipussi vain."], [*OLD_MONTHS, PERIOD], [0, 0, 0])
    past = signals(
        ["Nikotiinipussi.", "Nikotiinipussi tuli.", "Taas nikotiinipussi."],
        ["2026-04", PERIOD, PERIOD],
        [0, 0, 0],
    )
    assert not [item for item in (*once, *past) if item.kind == "new_word"]


def test_word_outside_the_dictionary_says_so():
    texts = [*OLD, "Siellä vedetään jotain snöffiä.", "Taas löytyi snöffiä."]
    tokens = tokens_of(texts)
    unknown = tokens["surface"].eq("snöffiä")
    tokens.loc[unknown, "upos"] = "NOUN"
    passages = passages_of(texts, month=[*OLD_MONTHS, PERIOD, PERIOD])
    found = find_signals(
        [], passages, clusters_of(passages, [0] * 4), tokens, period=PERIOD, at_most=5
    )
    assert "sanakirjassa" in next(item.why for item in found if item.kind == "new_word")


def test_capitalised_unknown_word_may_be_a_name_and_is_not_shown():
    texts = [*OLD, "Tapasin Zörkkösen.", "Soitin Zörkköselle."]
    tokens = tokens_of(texts)
    tokens.loc[tokens["surface"].str.startswith("Zör"), ["upos", "lemma"]] = ["NOUN", "zörkkönen"]
    passages = passages_of(texts, month=[*OLD_MONTHS, PERIOD, PERIOD])
    found = find_signals(
        [], passages, clusters_of(passages, [0] * 4), tokens, period=PERIOD, at_most=5
    )
    assert not [item for item in found if item.kind == "new_word"]


def test_unclassified_passage_is_a_single_with_a_title_of_its_own():
    texts = [*OLD, "Kerrostalon hissiremontti jumittaa iäkkäät asukkaat kotiin."]
    (single,) = signals(texts, [*OLD_MONTHS, PERIOD], [0, 0, -1])
    assert single.kind == "single"
    assert single.title == "Kerrostalon hissiremontti"
    assert single.passage_ids == ("p0002",)


def test_too_short_and_earlier_passages_are_no_singles():
    assert signals([*OLD, "Samoin."], [*OLD_MONTHS, PERIOD], [-1, -1, -1]) == []


def test_new_and_returned_phenomena_are_signals_in_turn():
    items = [
        phenomenon(0, "uusi", 3),
        phenomenon(1, "palannut", 2, (2, 0, 0, 0, 2)),
        phenomenon(2, "toistuva", 9),
    ]
    texts = [*OLD, "Uusi havainto."]
    found = signals(texts, ["2026-01", "2026-03", PERIOD], [0, 0, 0], items)
    assert [item.kind for item in found] == ["new_phenomenon", "returned"]
    assert "yhteen kuukauteen" in found[1].why


def test_first_month_is_not_all_new():
    items = [phenomenon(0, "uusi", 3)]
    assert signals(["Ensimmäinen havainto."], [PERIOD], [0], items) == []


def test_at_most_takes_each_kind_in_turn_and_no_count_is_shown():
    items = [phenomenon(0, "uusi", 3), phenomenon(1, "uusi", 2)]
    texts = [*OLD, "Kerrostalon hissiremontti jumittaa asukkaat kotiin."]
    found = signals(texts, [*OLD_MONTHS, PERIOD], [0, 0, -1], items, at_most=2)
    assert [item.kind for item in found] == ["new_phenomenon", "single"]
    assert not any(ch.isdigit() for item in found for ch in item.why)
    assert signals(texts, [*OLD_MONTHS, PERIOD], [0, 0, -1], items, at_most=0) == []


def test_nothing_gives_no_signals():
    empty = passages_of([])
    assert isinstance(empty, pd.DataFrame)
    assert (
        find_signals([], empty, clusters_of(empty, []), tokens_of([]), period=PERIOD, at_most=5)
        == []
    )
