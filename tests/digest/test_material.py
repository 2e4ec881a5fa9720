from __future__ import annotations

import pytest
from pydantic import ValidationError

from rakenlp.digest import Digest
from rakenlp.digest.material import account, describe_material, rate
from rakenlp.digest.period import read_period
from rakenlp.digest.schema import Accounting
from rakenlp.errors import FrameError
from rakenlp.frames import PASSAGES, RATINGS

from .conftest import passage

JUNE = read_period("2026-06")


def material(rows: list[dict[str, object]], *, n_window: int = 0) -> object:
    frame = PASSAGES.build(rows, where="test")
    return describe_material(frame, period=JUNE, n_window_records=n_window, window_months=12, k=5)


def test_reports_are_counted_not_passages() -> None:
    rows = [
        passage(f"p{number}", "Jono kasvaa.", record_id=f"r{number % 6}") for number in range(9)
    ]
    found = material(rows)
    assert (found.records.number, found.passages) == (6, 9)  # type: ignore[attr-defined]


def test_few_reports_have_no_numbers_anywhere() -> None:
    found = material([passage(f"p{number}", "Jono kasvaa.") for number in range(3)], n_window=4)
    numbers = [value for key, value in walk(found.model_dump()) if key in ("number", "passages")]  # type: ignore[attr-defined]
    assert numbers
    assert set(numbers) == {None}


def walk(tree: object) -> list[tuple[str, object]]:
    if isinstance(tree, dict):
        pairs = [
            (key, value)
            for key, value in tree.items()
            if not isinstance(value, dict | list | tuple)
        ]
        return pairs + [pair for value in tree.values() for pair in walk(value)]
    if isinstance(tree, list | tuple):
        return [pair for value in tree for pair in walk(value)]
    return []


def test_a_report_and_its_proposal_are_one_social_report() -> None:
    rows = [passage(f"p{number}", "Jono kasvaa.", record_id=f"r{number}") for number in range(5)]
    rows += [passage("p9", "Lisää aikoja.", role="proposal", record_id="r0")]
    (cell,) = material(rows).by_source  # type: ignore[attr-defined]
    assert (cell.name, cell.count.number) == ("Sosiaaliset raportit", 5)


def test_reports_without_a_service_are_counted_as_such() -> None:
    rows = [
        passage(f"p{number}", "Jono.", service="" if number < 6 else "Lastensuojelu")
        for number in range(12)
    ]
    cells = material(rows).by_service  # type: ignore[attr-defined]
    assert {cell.name: cell.count.number for cell in cells} == {"Ei tietoa": 6, "Lastensuojelu": 6}


def test_no_services_at_all_give_no_table() -> None:
    rows = [passage(f"p{number}", "Jono.", service="") for number in range(6)]
    assert material(rows).by_service == ()  # type: ignore[attr-defined]


def test_ratings_show_mean_count_and_scale(month: Digest) -> None:
    (rating,) = month.ratings
    assert (rating.statement, rating.mean, rating.n) == ("Sain apua ajoissa", "3,7", 6)
    assert (rating.scale_min, rating.scale_max) == (1, 4)


def test_a_statement_with_few_answers_is_left_out_and_counted(month: Digest) -> None:
    assert [item.number for item in month.privacy.suppressed if item.code == "ratings"] == [1]
    assert rate(RATINGS.empty(), k=5) == ((), 0)


def test_accounting_adds_up(month: Digest) -> None:
    accounting = month.accounting
    assert sum(item.number or 0 for item in accounting.ledger) == accounting.ledger_total == 30
    assert sum(item.number or 0 for item in accounting.coverage) == accounting.coverage_total


def test_passages_without_a_status_are_an_error() -> None:
    with pytest.raises(FrameError, match="accounts for 3 passages, but there are 4"):
        account({}, {"clustered": 2, "unclassified": 1}, n_passages=4, n_records_shown=True)


@pytest.mark.parametrize("which", ["ledger_counts", "coverage"])
def test_an_unknown_status_is_named(which: str) -> None:
    counts = {"ledger_counts": {}, "coverage": {}, which: {"lost": 1}}
    with pytest.raises(FrameError, match=rf"{which} has an unknown status 'lost'"):
        account(counts["ledger_counts"], counts["coverage"], n_passages=1, n_records_shown=True)


def test_when_reports_are_few_rows_that_tell_their_number_are_hidden() -> None:
    shown = account(
        {"document": 3, "unreadable": 1, "filler": 2},
        {"clustered": 3},
        n_passages=3,
        n_records_shown=False,
    )
    assert {item.code: item.number for item in shown.ledger} == {
        "document": None,
        "filler": 2,
        "unreadable": 1,
    }
    assert (shown.ledger_total, shown.coverage_total) == (None, None)
    assert [item.number for item in shown.coverage] == [None]


def test_a_digest_whose_accounting_does_not_add_up_cannot_be_made(month: Digest) -> None:
    data = month.accounting.model_dump()
    with pytest.raises(ValidationError, match="ledger does not add up"):
        Accounting.model_validate({**data, "ledger_total": 31})


def test_removed_data_is_named_in_finnish(month: Digest) -> None:
    assert [(item.name, item.number) for item in month.privacy.redactions] == [
        ("Henkilöiden nimiä", 3),
        ("Puhelinnumeroita", 1),
    ]
    assert [item.name for item in month.privacy.flags] == ["Tarkka ikä"]
