from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.digest.headlines import write_headlines
from rakenlp.digest.order import place
from rakenlp.digest.sentences import NO_MATERIAL, NO_PHENOMENA
from rakenlp.records import Phenomenon

from .conftest import month_phenomena, phenomenon


def headlines(
    *phenomena: Phenomenon, labels: tuple[str, ...] = (), n_proposals: int = 0
) -> tuple[str, ...]:
    placement = place(phenomena, maximum=8)
    return write_headlines(placement, labels, any_records=True, n_proposals=n_proposals)


def test_what_rose_what_is_new_and_what_asks_for_a_decision() -> None:
    lines = headlines(*month_phenomena(), labels=("Häätöuhka ja vuokrarästit",), n_proposals=1)
    assert lines == (
        "Vahvistuva aihe: Häätöuhka ja vuokrarästit.",
        "Uutena esiin nousi: Verkkopankkitunnusten puute.",
        "Käsiteltäväksi tuli toimenpide-ehdotus aiheesta: Häätöuhka ja vuokrarästit.",
    )


def test_without_growth_the_recurring_are_named_and_nothing_is_said_to_grow() -> None:
    lines = headlines(phenomenon(1, "Terapiajonot", [3, 4]), phenomenon(2, "Bussivuorot", [2, 2]))
    assert lines == ("Toistuvasti esillä: Terapiajonot, Bussivuorot.",)


def test_a_returned_phenomenon_is_named() -> None:
    back = phenomenon(1, "Pikavipit", [3, 0, 0, 2], state="palannut")
    assert headlines(back) == ("Uudelleen esiin nousi: Pikavipit.",)


def test_single_reports_are_not_called_a_phenomenon() -> None:
    weak = phenomenon(1, "Uhkailu pihalla", [1], state="uusi")
    assert headlines(weak) == (NO_PHENOMENA, "Uusi heikko signaali: Uhkailu pihalla.")


def test_only_good_news_is_told_as_good_news() -> None:
    good = phenomenon(1, "Kahvipiste", [2, 2], tones=(("+", 2),))
    assert headlines(good) == ("Myönteistä kerrottiin aiheesta: Kahvipiste.",)


def test_a_fading_phenomenon_is_still_told() -> None:
    fading = phenomenon(1, "Kesätyöt", [9, 6], state="heikkenevä")
    assert headlines(fading) == ("Esillä oli: Kesätyöt.",)


def test_proposals_without_a_phenomenon_are_told() -> None:
    assert headlines(n_proposals=2)[-1] == "Käsiteltäväksi tuli toimenpide-ehdotuksia."


def test_no_material_is_told_kindly() -> None:
    lines = write_headlines(place([], maximum=8), (), any_records=False, n_proposals=0)
    assert lines[0] == NO_MATERIAL
    assert "Havainnon voi ilmoittaa milloin tahansa." in lines[1]


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.text("abcdeä ", min_size=1, max_size=60),
            st.sampled_from(["uusi", "toistuva", "vahvistuva"]),
        ),
        max_size=12,
    )
)
def test_one_to_three_headlines_that_fit(given_phenomena: list[tuple[str, str]]) -> None:
    items = [
        phenomenon(number, label, [2, 3], state=state)
        for number, (label, state) in enumerate(given_phenomena)
    ]
    lines = headlines(*items, labels=tuple(label for label, _ in given_phenomena), n_proposals=2)
    assert 1 <= len(lines) <= 3
    assert sum(map(len, lines)) <= 350
