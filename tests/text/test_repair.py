from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.finnish.voikko import open_voikko
from rakenlp.records import Repair
from rakenlp.text import repair_text

SHARED = Path(__file__).parents[2].parent / "shared"

SOUND = "Sosiaalityön kehittäminen edellyttää yhteistyötä, ja työntekijät ovat väsyneitä."
FOLDED = "Sosiaalityon kehittaminen edellyttaa yhteistyota, ja tyontekijat ovat vasyneita."
MISREAD = (
    "Sosiaalitydn kehittdminen edellyttaa yhteisty6ta. Tyéntekijat ovat vdsyneita ja "
    "asiakkaat jadvat yksin, koska sosiaality6 ei ehdi nahda heitd."
)
SWEDISH = "Familjerna behover mer stod och barnen mar daligt, darfor kravs det fler platser."
ENGLISH = "We would like to have more help at home and better support for every family."


def rebuilt(text: str, repair: Repair) -> str:
    """The given text with the recorded changes made in it."""
    pieces, done = [], 0
    for change in repair.changes:
        assert text[change.start : change.start + len(change.before)] == change.before
        assert change.start >= done
        pieces += [text[done : change.start], change.after]
        done = change.start + len(change.before)
    return "".join([*pieces, text[done:]])


def test_lost_dots_are_restored() -> None:
    repair = repair_text(FOLDED)
    assert repair.text == SOUND
    assert {change.rule for change in repair.changes} == {"umlaut"}


def test_misread_letters_are_restored() -> None:
    text = repair_text(MISREAD).text
    for word in ("Sosiaalityön", "kehittäminen", "yhteistyötä", "Työntekijät", "heitä", "nähdä"):
        assert word in text


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        SWEDISH,
        ENGLISH,
        "",
        "Asunto puuttuu, kiitos avusta.",
        "Ruoka loppui ja vuokra on maksamatta. Lapset ovat kotona.",
        "Strategia, feedback, workshop, TikTok ja chat ovat uusia sanoja kotipalvelussa.",
        "Barnen mår dåligt och familjerna behöver stöd. Många unga har det svårt i skolan.",
        "Monitoimijaisia ryhmia".replace("ryhmia", "ryhmät")
        + " tarvitaan lisää, koska työtä on paljon.",
        "Päihde-\nja mielenterveystyö puuttuu.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair_text(text) == Repair(text=text, changes=())


def test_new_word_is_not_bent_into_a_known_one() -> None:
    text = FOLDED + " Monitoimijainen tyoryhma kokoontuu."
    assert "Monitoimijainen työryhmä" in repair_text(text).text


def test_placeholders_and_addresses_are_never_touched() -> None:
    text = FOLDED + " [HENKILÖ 1] [TYOPAIKKA] https://esimerkki.fi/tyota tyota@esimerkki.fi"
    fixed = repair_text(text.replace("Ö", "Ö")).text
    for kept in ("[HENKILÖ 1]", "[TYOPAIKKA]", "https://esimerkki.fi/tyota", "tyota@esimerkki.fi"):
        assert kept in fixed


def test_mojibake_is_read_again() -> None:
    repair = repair_text("TyÃ¶ntekijÃ¤t vÃ¤syvÃ¤t ja jono kasvaa")
    assert repair.text == "Työntekijät väsyvät ja jono kasvaa"
    assert [change.rule for change in repair.changes] == ["mojibake", "mojibake"]


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("Palvelut\u00a0loppuvat", "Palvelut loppuvat", "space"),
        ("toimeen\u00adtulo\u00adtuki", "toimeentulotuki", "invisible"),
        ("tyo\u0308", "työ", "letter"),
        ("proﬁili", "profiili", "letter"),
        ("Kunnan sosiaali-\npalvelut ruuhkautuvat", "Kunnan sosiaalipalvelut ruuhkautuvat", "hyphen"),
    ],
)  # fmt: skip
def test_other_damage(text: str, expected: str, rule: str) -> None:
    repair = repair_text(text)
    assert repair.text == expected
    assert {change.rule for change in repair.changes} == {rule}


def test_every_change_is_recorded_where_it_was() -> None:
    for text in (FOLDED, MISREAD, "\u00ad" + FOLDED + "\u00a0" + "TyÃ¶ ja tyo\u0308"):
        repair = repair_text(text)
        assert rebuilt(text, repair) == repair.text


@given(
    st.lists(
        st.sampled_from(
            ["tyota", "yhteistyota", "tehdaan", "Ã¤", "\u00ad", "\u00a0", " ", "\n", "-\n", "tyo\u0308",
             "etta", "sosiaalityon", "ja", "[HENKILÖ 1]", "d", "é6", "ﬁ"]
        ),
        max_size=30,
    )
)  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_changes_rebuild_the_text_whatever_the_damage(pieces: list[str]) -> None:
    text = "".join(pieces)
    repair = repair_text(text)
    assert rebuilt(text, repair) == repair.text
    assert text.count("[HENKILÖ 1]") == repair.text.count("[HENKILÖ 1]")


def test_repairing_twice_changes_nothing_more() -> None:
    for text in (FOLDED, MISREAD):
        once = repair_text(text).text
        assert repair_text(once).text == once


def unknown_share(text: str) -> float:
    words = re.findall(r"[^\W_]*[^\W\d_][^\W_]*(?:-[^\W_]+)*", text)
    return sum(not open_voikko().knows(word) for word in words) / len(words)


@pytest.mark.slow
def test_damaged_plan_becomes_readable() -> None:
    paths = sorted((SHARED / "seeds").glob("002*.txt"))
    if not paths:
        pytest.skip("the damaged plan of ../shared/seeds is not here")
    text = paths[0].read_text(encoding="utf-8")
    assert unknown_share(text) > 0.25
    assert unknown_share(repair_text(text).text) <= 0.05


@pytest.mark.slow
@pytest.mark.parametrize("name", ["eduskunta_vkk_train.txt.gz", "tdt_train_raw.txt.gz"])
def test_sound_sentences_stay_as_they_are(name: str) -> None:
    # the third file, vaalikone_kunta2000, holds answers that were typed without ä and ö
    path = SHARED / "data" / "background" / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [line.strip() for i, line in enumerate(lines) if i % 4 == 0]
    changed = sum(len(repair_text(text).changes) for text in texts)
    assert changed <= sum(len(text.split()) for text in texts) / 10_000
