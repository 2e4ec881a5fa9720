import pytest

from rakenlp.errors import InputError
from rakenlp.records import Phenomenon
from rakenlp.review import Decision, check_decision, replay


def phenomenon(number: int) -> Phenomenon:
    return Phenomenon(
        phenomenon_id=f"I-{number:04}",
        label=f"Ilmiö {number}",
        strand="elama",
        terms=(),
        taxonomy=(),
        national=(),
        shl11=(),
        state="uusi",
        first_month="2026-06",
        last_month="2026-06",
        n_records=1,
        n_window=1,
        months=(),
        passage_ids=(),
        representative_ids=(),
        services=(),
        reporter_groups=(),
        tones=(),
    )


def decide(number: int, kind: str, target: str, value: str = "") -> Decision:
    return Decision(
        number=number,
        time="2026-07-01T09:00",
        author="tiimi",
        kind=kind,
        target=target,
        value=value,
    )


def test_new_name_holds_and_the_later_one_wins() -> None:
    log = [decide(1, "rename", "I-0001", "Eka"), decide(2, "rename", "I-0001", " Toka ")]
    done = replay([phenomenon(1), phenomenon(2)], log)
    assert [(item.label, item.renamed) for item in done.phenomena] == [
        ("Toka", True),
        ("Ilmiö 2", False),
    ]


def test_undo_brings_the_earlier_name_back() -> None:
    log = [
        decide(1, "rename", "I-0001", "Eka"),
        decide(2, "rename", "I-0001", "Toka"),
        decide(3, "undo", "2"),
    ]
    assert replay([phenomenon(1)], log).phenomena[0].label == "Eka"


def test_hidden_phenomenon_is_listed_not_lost() -> None:
    done = replay([phenomenon(1)], [decide(1, "hide", "I-0001")])
    assert done.phenomena == ()
    assert [item.phenomenon_id for item in done.hidden] == ["I-0001"]
    shown = replay([phenomenon(1)], [decide(1, "hide", "I-0001"), decide(2, "show", "I-0001")])
    assert len(shown.phenomena) == 1


def test_decision_without_its_phenomenon_is_listed() -> None:
    done = replay([phenomenon(1)], [decide(1, "rename", "I-0099", "Poissa")])
    assert [decision.number for decision in done.not_applied] == [1]


@pytest.mark.parametrize(
    ("kind", "target", "value", "message"),
    [
        ("renname", "I-0001", "x", "lajit: rename"),
        ("rename", "I-0001", "  ", "1–80 merkkiä"),
        ("rename", "I-0001", "x" * 81, "1–80 merkkiä"),
        ("undo", "7", "", "numero 7"),
    ],
)
def test_impossible_decision_is_refused(kind: str, target: str, value: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        check_decision(kind, target, value, log=[decide(1, "hide", "I-0001")])
