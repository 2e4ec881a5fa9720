from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.digest import (
    Digest,
    compose,
    render_html,
    render_json,
    render_markdown,
    render_phenomena_csv,
)
from rakenlp.errors import FrameError, SettingsError
from rakenlp.frames import PASSAGES
from rakenlp.records import MonthCount, Phenomenon, Proposal, Signal
from rakenlp.settings import JobSettings

from .conftest import (
    WINDOW,
    month_inputs,
    month_passages,
    month_phenomena,
    month_proposals,
    month_signals,
    passage,
    phenomenon,
)


def every_block(digest: Digest) -> list[Any]:
    return [
        *digest.phenomena,
        *digest.development_themes,
        *digest.working,
        *digest.other_phenomena,
        *digest.quiet_phenomena,
    ]


def outputs(digest: Digest) -> tuple[str, ...]:
    return (
        render_json(digest),
        render_markdown(digest),
        render_html(digest),
        render_phenomena_csv(digest),
    )


def job(**changes: Any) -> JobSettings:
    return JobSettings(name="kuukausi", inputs=("in",), **changes)


def test_the_title_names_the_period_and_its_neighbours(month: Digest) -> None:
    assert month.title == "Sosiaalisen raportoinnin kooste – kesäkuu 2026"
    assert month.previous_period.name == "toukokuu 2026"
    assert month.next_period.name == "heinäkuu 2026"
    assert (month.form, month.status) == ("internal", "luonnos")


def test_every_phenomenon_stands_in_the_digest_once(month: Digest) -> None:
    assert sorted(block.id for block in every_block(month)) == [
        f"I-{number:04d}" for number in range(1, 8)
    ]


def test_phenomena_past_the_maximum_are_not_lost() -> None:
    short = compose(**month_inputs(job=job(digest={"max_phenomena": 1})))
    assert [block.id for block in short.phenomena] == ["I-0001"]
    assert len(every_block(short)) == 7
    assert "Verkkopankkitunnusten puute" in render_markdown(short)


def test_the_same_digest_from_shuffled_inputs(month: Digest) -> None:
    mixed = random.Random(3)
    given: dict[str, Any] = month_inputs()
    for name in ("phenomena", "signals", "proposals"):
        mixed.shuffle(given[name])
    for name in ("ledger_counts", "versions", "coverage", "taxonomy_names"):
        given[name] = dict(reversed(given[name].items()))
    for name in ("passages", "ratings"):
        given[name] = given[name].sample(frac=1, random_state=5)
    assert outputs(compose(**given)) == outputs(month)


def with_hidden_count(item: Phenomenon, number: int) -> Phenomenon:
    """The same phenomenon with another number of reports in the period."""
    months = (*item.months[:-1], MonthCount(month=WINDOW[-1], n_records=number))
    change = number - item.n_records
    return replace(
        item,
        n_records=number,
        n_window=item.n_window + change,
        months=months,
        services=((item.services[0][0], number),),
        reporter_groups=(("Ohjaaja", number),),
        tones=(("-", number),),
    )


@pytest.mark.parametrize("earlier", [[], [7], [1], [3, 9]])
def test_digests_that_differ_in_a_hidden_count_read_the_same(earlier: list[int]) -> None:
    """The strongest form of the gate: what is below k cannot be seen in any output."""
    base = phenomenon(3, "Verkkopankkitunnusten puute", [*earlier, 2])
    others = [item for item in month_phenomena() if item.phenomenon_id != "I-0003"]
    first, *rest = (
        compose(**month_inputs(phenomena=[*others, with_hidden_count(base, number)]))
        for number in (2, 3, 4)
    )
    for digest in rest:
        assert outputs(digest) == outputs(first)


@settings(max_examples=6, deadline=None)
@given(counts=st.lists(st.integers(0, 12), min_size=3, max_size=8), k=st.sampled_from([3, 5, 8]))
def test_no_number_of_a_phenomenon_is_below_k(counts: list[int], k: int) -> None:
    items = [phenomenon(number, "Jono", [7, 2, count]) for number, count in enumerate(counts, 1)]
    digest = compose(**month_inputs(job=job(privacy={"k": k}), phenomena=items))
    for block in every_block(digest):
        numbers = [block.count.number, block.count_window.number]
        numbers += [month.number for month in block.months]
        assert all(number is None or number == 0 or number >= k for number in numbers)


def test_few_reports_are_called_single_observations(month: Digest) -> None:
    block = next(block for block in month.phenomena if block.id == "I-0002")
    assert block.count.text == "yksittäisiä havaintoja"
    assert "Tällä jaksolla siitä tuli yksittäisiä havaintoja" in block.description


def test_codes_are_shown_with_their_names(month: Digest) -> None:
    block = month.phenomena[0]
    assert [item.name for item in block.national] == [
        "Asunnottomuus",
        "Taloudellinen tilanne ja toimeentulo",
    ]
    assert [(item.code, item.name) for item in block.shl11] == [
        ("2", "asuminen"),
        ("3", "taloudellisen tuen tarve"),
    ]
    assert block.taxonomy[0].name == "Häätöuhka ja vuokrarästit"


def test_an_item_that_the_law_does_not_have_is_an_error() -> None:
    with pytest.raises(FrameError, match="I-0001: SHL 11 § has items 1–10, got 11"):
        compose(**month_inputs(phenomena=[phenomenon(1, "Jono", [2, 2], shl11=(11,))]))


def test_links_gather_phenomena_by_national_phenomenon_and_law(month: Digest) -> None:
    assert [(link.kind, link.code) for link in month.links] == [
        ("kansallinen_ilmio", "ASU"),
        ("kansallinen_ilmio", "MT"),
        ("kansallinen_ilmio", "TT"),
        *(("shl11", code) for code in ("1", "2", "3", "4", "5", "8")),
    ]
    needs = next(link for link in month.links if link.code == "4")
    assert needs.labels == ("Verkkopankkitunnusten puute", "Torin kahvipiste tavoittaa yksinäisiä")


def test_quotes_are_short_and_at_most_one_from_a_report() -> None:
    long_text = " ".join(f"sana{number}" for number in range(40))
    passages = PASSAGES.build(
        [
            passage("p1-0", long_text, record_id="r1"),
            passage("p1-1", "Toinen.", record_id="r1"),
            passage("p2-0", "Kolmas.", record_id="r1"),
            passage("p2-1", "Neljäs.", record_id="r2"),
        ],
        where="test",
    )
    items = [phenomenon(1, "A", [3, 2]), phenomenon(2, "B", [3, 2])]
    digest = compose(**month_inputs(phenomena=items, passages=passages, proposals=[], signals=[]))
    quotes = [quote for block in digest.phenomena for quote in block.quotes]
    assert [quote.passage_id for quote in quotes] == ["p1-0", "p2-1"]
    assert len(quotes[0].text.split()) == 25
    assert quotes[0].text.endswith("sana24…")


def test_a_passage_with_identifiers_is_never_quoted() -> None:
    passages = month_passages()
    passages["quotable"] = False
    digest = compose(**month_inputs(passages=passages))
    assert not any(block.quotes for block in every_block(digest))
    assert all(proposal.text == "" and proposal.note for proposal in digest.proposals)
    for output in outputs(digest):
        assert "Vuokrarästi kasvaa jo" not in output
        assert "määräajaksi" not in output


def test_quotes_can_be_left_out() -> None:
    digest = compose(**month_inputs(job=job(digest={"quotes": False})))
    assert not any(block.quotes for block in every_block(digest))


def test_single_observations_are_not_quoted(month: Digest) -> None:
    assert all(block.quotes == () for block in month.other_phenomena)


def test_proposals_stand_in_the_order_of_their_phenomena(month: Digest) -> None:
    assert [(item.phenomenon_id, item.text) for item in month.proposals] == [
        ("I-0001", "Toinen asumisneuvoja, vaikka määräajaksi."),
        ("I-0002", ""),
    ]
    assert "[HENKILÖ 1]" not in render_json(month)


def test_proposals_and_signals_past_the_maximum_are_kept() -> None:
    settings_ = {"max_proposals": 1, "max_signals": 1}
    digest = compose(**month_inputs(job=job(digest=settings_)))
    assert len(digest.proposals) == len(digest.further_proposals) == 1
    assert len(digest.signals) == len(digest.further_signals) == 1
    text = render_markdown(digest)
    assert "Lisäksi tuli muita ehdotuksia." in text
    assert "Muita signaaleja: Uhkailu palveluasunnon pihalla." in text


def test_a_proposal_of_an_unknown_phenomenon_comes_last_without_grounds() -> None:
    stray = Proposal(
        text="Lisää tulkkeja.", passage_id="p9-1", phenomenon_id="I-9999", level="", addressee=""
    )
    digest = compose(**month_inputs(proposals=[stray, *month_proposals()]))
    assert (digest.proposals[-1].text, digest.proposals[-1].phenomenon_id) == (
        "Lisää tulkkeja.",
        "",
    )


def test_a_count_below_k_in_a_signal_is_replaced_by_words(month: Digest) -> None:
    new, single = month.signals
    assert new.why == "Aiheesta ei ole aiempia havaintoja."
    assert not any(letter.isdigit() for letter in single.why)
    assert [item.kind for item in month.signals] == ["new_phenomenon", "single"]


def test_a_year_in_a_signal_is_no_count() -> None:
    signal = replace(month_signals()[1], why="Ensimmäinen havainto vuonna 2026")
    (entry,) = compose(**month_inputs(signals=[signal])).signals
    assert entry.why == "Ensimmäinen havainto vuonna 2026."


def test_positive_observations_spread_over_other_topics_are_told() -> None:
    items = [item for item in month_phenomena() if item.phenomenon_id != "I-0005"]
    digest = compose(**month_inputs(phenomena=items))
    assert digest.working == ()
    assert digest.working_text.startswith("Myönteisiä havaintoja tuli, mutta")


def test_an_empty_month_says_so_kindly(empty: Digest) -> None:
    assert empty.headlines[0] == "Tältä jaksolta ei tullut yhtään käyttökelpoista havaintoa."
    assert empty.working_text == "Ei myönteisiä havaintoja tällä jaksolla."
    assert empty.actions_text == "Kirjattuja toimenpiteitä ei vielä ole."
    assert empty.material.records.number == 0
    assert empty.accounting.ledger_total == 2
    assert len(outputs(empty)) == 4


def test_passages_without_phenomena_are_told() -> None:
    digest = compose(
        **month_inputs(phenomena=[], signals=[], coverage={"unclassified": len(month_passages())})
    )
    assert digest.headlines[0].startswith("Havainnot olivat yksittäisiä")
    assert digest.accounting.unclassified.startswith("Osa tekstien kohdista")


def test_one_report_makes_a_digest() -> None:
    item = phenomenon(1, "Pikavipit eläkkeellä", [1], state="uusi")
    passages = PASSAGES.build([passage("p1-0", "Eläke menee vippeihin.")], where="test")
    digest = compose(
        **month_inputs(
            phenomena=[item],
            passages=passages,
            n_window_records=1,
            proposals=[],
            signals=[Signal(kind="single", title=item.label, why="", passage_ids=("p1-0",))],
            ledger_counts={"document": 1},
            coverage={"clustered": 1},
        )
    )
    text = render_markdown(digest)
    assert "Kesäkuussa 2026 saatiin yksittäisiä havaintoja." in text
    assert "Pikavipit eläkkeellä" in text
    assert "Aineisto on pieni" in text
    assert digest.accounting.ledger_total is None


def test_a_phenomenon_given_twice_is_an_error() -> None:
    with pytest.raises(FrameError, match="I-0001 is given twice"):
        compose(**month_inputs(phenomena=[phenomenon(1, "A", [2]), phenomenon(1, "B", [2])]))


def test_a_wrong_table_is_an_error_without_its_texts() -> None:
    passages = month_passages()
    passages["tone"] = "ikävä sana"
    with pytest.raises(FrameError, match="tone") as error:
        compose(**month_inputs(passages=passages))
    assert "ikävä" not in str(error.value)


def test_another_language_is_refused_rather_than_ignored() -> None:
    with pytest.raises(SettingsError, match=r"digest\.language"):
        compose(**month_inputs(job=job(digest={"language": "sv"})))


def test_the_settings_fingerprint_knows_settings_but_no_paths_or_word_lists(month: Digest) -> None:
    moved = job(workspace="/muualla", privacy={"block": ("salainen nimi",)})
    assert compose(**month_inputs(job=moved)).method.settings_fingerprint == (
        month.method.settings_fingerprint
    )
    changed = compose(**month_inputs(job=job(cluster={"detail": "hieno"})))
    assert changed.method.settings_fingerprint != month.method.settings_fingerprint


def test_a_quarter_is_headed_as_a_quarter() -> None:
    text = render_markdown(compose(**month_inputs(period="2026-Q2")))
    assert "# Sosiaalisen raportoinnin kooste – huhti–kesäkuu 2026" in text
    assert "## Neljännes lyhyesti" in text
