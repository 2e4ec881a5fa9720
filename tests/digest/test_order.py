from __future__ import annotations

import random

from rakenlp.digest.order import is_positive, place

from .conftest import month_phenomena, phenomenon


def ids(items: object) -> list[str]:
    return [item.phenomenon_id for item in items]  # type: ignore[attr-defined]


def test_every_phenomenon_has_exactly_one_place() -> None:
    placement = place(month_phenomena(), maximum=2)
    placed = [
        *ids(placement.phenomena),
        *ids(placement.development_themes),
        *ids(placement.working),
        *ids(placement.other),
        *ids(placement.quiet),
    ]
    assert sorted(placed) == ids(month_phenomena())


def test_order_does_not_depend_on_the_order_given() -> None:
    shuffled = month_phenomena()
    random.Random(7).shuffle(shuffled)
    assert place(shuffled, maximum=8) == place(month_phenomena(), maximum=8)


def test_many_reports_in_one_month_do_not_go_before_recurrence() -> None:
    burst = phenomenon(1, "Ruuhka", [40])
    lasting = phenomenon(2, "Pitkä jono", [2, 2, 2, 2, 2, 2, 2])
    assert ids(place([burst, lasting], maximum=8).phenomena) == ["I-0002", "I-0001"]


def test_violence_goes_before_its_equals_and_a_new_one_before_a_short_lived() -> None:
    plain = phenomenon(1, "Jono", [3])
    severe = phenomenon(2, "Väkivallan uhka", [3], shl11=(5,))
    new = phenomenon(3, "Uusi huoli", [3], state="uusi")
    assert ids(place([plain, new, severe], maximum=8).phenomena) == ["I-0002", "I-0003", "I-0001"]


def test_equals_stand_by_id() -> None:
    twins = [phenomenon(number, "Sama", [3]) for number in (3, 1, 2)]
    assert ids(place(twins, maximum=8).phenomena) == ["I-0001", "I-0002", "I-0003"]


def test_past_the_maximum_and_single_reports_stand_among_the_others() -> None:
    many = [phenomenon(number, "Toistuva", [2, 2]) for number in range(1, 5)]
    single = phenomenon(9, "Ainoa", [1])
    placement = place([*many, single], maximum=3)
    assert len(placement.phenomena) == 3
    assert ids(placement.other) == ["I-0004", "I-0009"]


def test_one_report_of_a_recurring_phenomenon_is_shown_at_length() -> None:
    recurring = phenomenon(1, "Toistuva", [1, 0, 1])
    assert ids(place([recurring], maximum=3).phenomena) == ["I-0001"]


def test_mainly_positive_phenomena_are_what_works() -> None:
    mixed = phenomenon(1, "Puolet", [4], tones=(("+", 2), ("-", 1), ("0", 1)))
    good = phenomenon(2, "Enimmäkseen", [3], tones=(("+", 2), ("-", 1)))
    single = phenomenon(3, "Yksi kiitos", [1], tones=(("+", 1),))
    assert [is_positive(item) for item in (mixed, good, single)] == [False, True, True]
    assert ids(place([mixed, good, single], maximum=8).working) == ["I-0002", "I-0003"]


def test_a_phenomenon_without_reports_is_quiet() -> None:
    quiet = phenomenon(1, "Hiljainen", [3, 0], state="hiljainen")
    assert ids(place([quiet], maximum=8).quiet) == ["I-0001"]
