from __future__ import annotations

from collections import Counter

import pytest

from rakenlp.privacy.identity_codes import has_right_check, is_day
from rakenlp.privacy.structured import RULES, find_structured
from rakenlp.privacy.view import TYPES, View
from tests.privacy.tables import rows

CASES = rows("cases.tsv")
DECOYS = [text for (text,) in rows("decoys.tsv")]

MOST_DECOYS_MASKED = 0.02  # of the written decoys


@pytest.mark.parametrize(("kind", "text", "secret"), CASES, ids=[row[1] for row in CASES])
def test_every_written_form_is_found_as_its_type(kind: str, text: str, secret: str) -> None:
    view = View.of(text)
    spans = find_structured(view.text)
    left = view.mask(spans).text
    assert View.of(secret).text not in left
    assert kind in {span.type for span in spans}


def test_the_table_has_cases_of_every_type() -> None:
    counts = Counter(kind for kind, _, _ in CASES)
    assert sum(counts.values()) >= 150
    assert set(counts) == set(TYPES) - {"HENKILÖ"}


def test_decoys_are_left_alone() -> None:
    masked = [text for text in DECOYS if find_structured(View.of(text).text)]
    assert len(DECOYS) >= 150
    assert len(masked) <= MOST_DECOYS_MASKED * len(DECOYS), masked


@pytest.mark.parametrize(
    "code",
    [
        "010594Y9032",
        "020594X903P",
        "030594W903B",
        "040594V9030",
        "050594U903M",
        "010516B903X",
        "020516C903K",
        "030516D9037",
        "010501E9032",
        "020503F9037",
    ],
)
def test_published_fictitious_codes_have_the_right_check_character(code: str) -> None:
    assert has_right_check(code[:6], code[7:10], code[10])


def test_the_check_is_of_all_nine_digits() -> None:
    assert has_right_check("131052", "308", "T")
    assert not has_right_check("131053", "308", "T")


def test_a_day_has_a_real_day_and_month() -> None:
    assert is_day("131052")
    assert is_day("I3IO52")
    assert not is_day("321052")
    assert not is_day("131352")


def test_a_right_checksum_needs_no_valid_separator_and_a_wrong_one_is_still_masked() -> None:
    assert find_structured("131052/308T")
    assert find_structured("131052-308A")


def test_eleven_digits_are_no_identity_code() -> None:
    assert not [s for s in find_structured("lasku 99887766554") if s.type == "HENKILÖTUNNUS"]


def test_the_case_ending_goes_with_the_code() -> None:
    (span,) = find_structured("Päätös 131052-308Tn asiassa")
    assert (span.start, span.end) == (7, 19)


def test_a_plate_needs_a_word_that_tells_it() -> None:
    assert not find_structured("Ryhmä ABC-123 kokoontui.")
    assert find_structured("Auto ABC-123 siirrettiin.")


def test_public_numbers_stay_and_a_client_s_own_goes() -> None:
    assert not find_structured("Soita 116 117 tai 020 123 4567.")
    assert find_structured("Asiakkaan oma numero on 020 123 4567.")


def test_a_recent_date_is_an_event_and_an_old_one_a_birth_date() -> None:
    assert not find_structured("Käynti oli 13.10.2025.")
    assert find_structured("Käynti 13.10.1952")


def test_rules_have_names_of_their_own_and_scores_between_0_and_1() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(0 < rule.score <= 1 for rule in RULES)
    assert {rule.type for rule in RULES} <= set(TYPES)
