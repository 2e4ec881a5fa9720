from __future__ import annotations

import re
from typing import get_args

import pytest

from rakenlp.digest import sentences, wording
from rakenlp.digest.gate import show_count, show_window, show_window_total
from rakenlp.digest.period import read_period
from rakenlp.records import State

from .conftest import phenomenon

JUNE = read_period("2026-06")
MAX_SENTENCE_WORDS = 20  # domain.md 7.7


def describe(months: list[int], **changes: object) -> str:
    item = phenomenon(1, "Nimi", months, **changes)
    window = show_window(item.n_window, [month.n_records for month in item.months], k=5)
    return sentences.describe(
        item, show_count(item.n_records, k=5), window, period=JUNE, window_months=12
    )


def test_a_new_phenomenon_with_few_reports() -> None:
    assert describe([3], state="uusi", terms=("vippi",)) == (
        "Ilmiö nousi esiin ensimmäisen kerran kesäkuussa 2026. "
        "Tällä jaksolla siitä tuli yksittäisiä havaintoja. "
        "Keskeinen sana on vippi."
    )


def test_a_growing_phenomenon_with_a_number() -> None:
    assert describe([5, 6, 7], state="vahvistuva", terms=("häätö", "vuokra", "velka")) == (
        "Ilmiö vahvistuu: ilmoituksia tulee aiempaa enemmän. "
        "Tällä jaksolla siitä tuli 7 ilmoitusta, viimeisten 12 kuukauden aikana yhteensä 18. "
        "Keskeisiä sanoja ovat häätö, vuokra ja velka."
    )


@pytest.mark.parametrize("state", get_args(State))
@pytest.mark.parametrize("strand", ["elama", "kehittaminen"])
def test_growth_is_claimed_only_of_a_growing_phenomenon(state: str, strand: str) -> None:
    text = describe([1, 9], state=state, strand=strand)
    assert ("vahvistu" in text or "enemmän" in text) == (state == "vahvistuva")
    assert text.startswith("Teema" if strand == "kehittaminen" else "Ilmiö")
    assert 2 <= text.count(". ") + 1 <= 3


def test_a_quiet_phenomenon_has_no_amount() -> None:
    assert "Tällä jaksolla" not in describe([4, 0], state="hiljainen")


def test_the_material_is_told_with_its_window() -> None:
    records, window = show_count(22, k=5), show_window_total(143, 22, k=5)
    assert sentences.material_summary(JUNE, records, window, window_months=12) == (
        "Kesäkuussa 2026 saatiin 22 ilmoitusta. "
        "Viimeisten 12 kuukauden aikana ilmoituksia on tullut yhteensä noin 145."
    )


def test_small_material_is_told_without_a_number() -> None:
    records = show_count(3, k=5)
    summary = sentences.material_summary(JUNE, records, records, window_months=12)
    assert summary == "Kesäkuussa 2026 saatiin yksittäisiä havaintoja."


def test_a_year_does_not_repeat_itself_as_its_own_window() -> None:
    year, shown = read_period("2026"), show_count(80, k=5)
    assert sentences.material_summary(year, shown, shown, window_months=12) == (
        "Vuonna 2026 saatiin 80 ilmoitusta."
    )


def test_who_keeps_names_in_the_nominative() -> None:
    assert sentences.who(["Lastensuojelu", "Nuorten palvelut"], ["Nuoret"], known=True) == (
        "Palvelut: Lastensuojelu, Nuorten palvelut. Kohderyhmä: Nuoret."
    )
    assert sentences.who([], [], known=True) == sentences.WHO_HIDDEN
    assert sentences.who([], [], known=False) == sentences.WHO_UNKNOWN


@pytest.mark.parametrize(
    ("k", "start"), [(3, "Alle kolmen"), (5, "Alle viiden"), (10, "Alle kymmenen"), (20, "Alle 20")]
)
def test_the_method_names_the_threshold(k: int, start: str) -> None:
    assert f"{start} ilmoituksen lukumääriä ei esitetä." in sentences.method_text(k=k)


def fixed_texts() -> list[str]:
    texts = [value for value in vars(sentences).values() if isinstance(value, str)]
    texts += [*sentences.METHOD, *sentences.thanks(JUNE, any_records=True)]
    texts += [*sentences.thanks(JUNE, any_records=False), wording.TREND_NOTE]
    texts += [*wording.EMPTY.values(), *wording.STATUS_NOTES.values()]
    return [text for text in texts if text.endswith(".") and "/" not in text]


def test_fixed_sentences_are_short_and_without_jargon() -> None:
    assert len(fixed_texts()) > 20
    for text in fixed_texts():
        for part in re.split(r"(?<=[.:])\s", text):
            assert len(part.split()) <= MAX_SENTENCE_WORDS, part
        assert not re.search(r"klusteri|embedding|vektori|data|esim\.|mm\.|THL|SHL", text), text
