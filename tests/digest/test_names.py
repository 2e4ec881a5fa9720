from __future__ import annotations

from typing import get_args

from rakenlp.digest import names, wording
from rakenlp.frames import LEDGER_STATUSES, ROLES
from rakenlp.records import Signal, State


def test_every_status_role_state_and_signal_has_a_finnish_name() -> None:
    assert set(names.LEDGER) == set(LEDGER_STATUSES)
    assert set(names.SOURCES) == set(ROLES)
    assert set(names.STATES) == set(get_args(State))
    kinds = {"new_phenomenon", "single", "new_word", "returned"}
    assert set(names.SIGNALS) == set(names.SIGNAL_REASONS) == kinds
    for kind in kinds:
        Signal(kind=kind, title="", why="", passage_ids=())  # type: ignore[arg-type]


def test_the_law_has_ten_items_and_four_phenomena_are_national() -> None:
    assert list(names.SHL11) == list(range(1, 11))
    assert list(names.NATIONAL) == ["ASU", "MT", "PR", "TT"]


def test_headings_stand_in_the_order_of_the_monthly_digest() -> None:
    assert [heading for heading in wording.SECTIONS.values() if heading] == [
        "Aineisto",
        "Esiin nousseet ilmiöt",
        "Kehittämisen teemat",
        "Uudet ja heikot signaalit",
        "Mikä toimii",
        "Toimenpide-ehdotukset",
        "Mitä havainnoille on tapahtunut",
        "Kytkennät",
        "Näin kooste tehtiin",
        "Kiitos raportoijille",
    ]
