from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.errors import SettingsError
from rakenlp.finnish.spacy_fi import load_pipeline
from rakenlp.privacy import Redactor, count_types, name_ner
from rakenlp.privacy.view import PLACEHOLDER
from rakenlp.settings import PrivacySettings
from tests.privacy.tables import rows

REDACTOR = Redactor()
MOST_DECOYS_MASKED = 0.02  # of the written decoys


@pytest.mark.parametrize(("text", "secret", "redacted"), rows("names.tsv"))
def test_names_go_and_the_rest_stays(text: str, secret: str, redacted: str) -> None:
    result = REDACTOR.redact(text)
    assert not [part for part in secret.split("|") if part in result.text.split()]
    assert result.text == redacted


def test_every_written_case_is_masked_as_its_type() -> None:
    cases = rows("cases.tsv")
    results = REDACTOR.redact_many(text for _, text, _ in cases)
    missed = [
        text
        for (kind, text, secret), result in zip(cases, results, strict=True)
        if secret in result.text or kind not in {span.type for span in result.spans}
    ]
    assert missed == []


def test_at_most_two_percent_of_the_decoys_are_masked() -> None:
    decoys = [text for (text,) in rows("decoys.tsv")]
    results = REDACTOR.redact_many(decoys)
    masked = [d for d, result in zip(decoys, results, strict=True) if result.text != d]
    assert len(masked) <= MOST_DECOYS_MASKED * len(decoys), masked


def test_spans_are_offsets_in_the_given_text_in_order() -> None:
    text = "Soita Matti Virtaselle, p.\u00a0040\u00a0123 4567 tai matti.v@esimerkki.fi."
    result = REDACTOR.redact(text)
    assert [text[s.start : s.end] for s in result.spans] == [
        *("Matti Virtaselle", "040\u00a0123 4567", "matti.v@esimerkki.fi"),
    ]
    assert [s.type for s in result.spans] == ["HENKILÖ", "PUHELIN", "SÄHKÖPOSTI"]


def test_flags_are_offsets_in_the_given_text_and_outside_the_spans() -> None:
    text = "Matti Virtanen, 35-vuotias, muutti Äänekoskelle."
    result = REDACTOR.redact(text)
    assert {(text[f.start : f.end], f.type) for f in result.flags} == {
        ("35-vuotias", "tarkka_ika"),
        ("Äänekoskelle", "kunta"),
    }


def test_placeholders_that_are_there_are_kept_and_numbering_goes_on() -> None:
    text = "[HENKILÖ 2] soitti, [PUHELIN] jäi, ja Pertti Oravainen odotti."
    assert REDACTOR.redact(text).text == (
        "[HENKILÖ 2] soitti, [PUHELIN] jäi, ja [HENKILÖ 3] odotti."
    )


def test_a_date_after_a_name_is_a_birth_date() -> None:
    result = REDACTOR.redact("Lapsi Venla Koskela (5.3.2019) on sijoitettu.")
    assert result.text == "Lapsi [HENKILÖ 1] ([SYNTYMÄAIKA]) on sijoitettu."


def test_a_text_with_loose_accents_is_read_as_it_looks() -> None:
    text = unicodedata.normalize("NFD", "Äiti Päivi Hämäläinen kävi Jyväskylässä.")
    assert REDACTOR.redact(text).text == unicodedata.normalize("NFD", "Äiti ") + (
        "[HENKILÖ 1]" + unicodedata.normalize("NFD", " kävi Jyväskylässä.")
    )


def test_empty_texts_come_back_empty() -> None:
    assert [r.text for r in REDACTOR.redact_many(["", " ", "\n"])] == ["", " ", "\n"]


def test_a_text_is_redacted_the_same_alone_and_in_any_company() -> None:
    texts = [row[0] for row in rows("names.tsv")] + [row[1] for row in rows("cases.tsv")][:60]
    together = REDACTOR.redact_many(texts)
    assert REDACTOR.redact_many(reversed(texts)) == together[::-1]
    assert [REDACTOR.redact(text) for text in texts[:12]] == together[:12]


def test_allowed_words_stay_in_every_form_and_blocked_words_go() -> None:
    text = "Pertti Oravainen tapasi Oravaista Kuntalassa, puh. 040 123 4567."
    kept = Redactor(PrivacySettings(allow=("Pertti Oravainen", "040 123 4567"))).redact(text)
    assert "Pertti Oravainen" in kept.text
    assert "040 123 4567" in kept.text
    gone = Redactor(PrivacySettings(block=("vihreä talo", "Kuntala"))).redact(
        "Vihreä talo on Kuntalassa, vihreässä talossa asutaan."
    )
    assert gone.text == "[HENKILÖ 1] on [HENKILÖ 2], [HENKILÖ 1] asutaan."


def test_a_name_list_adds_names(tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("name\tcount\nOhjaamo\t1\nPurplanen\t3\n", encoding="utf-8")
    for place in (names, tmp_path):
        redactor = Redactor(PrivacySettings(name_list=str(place)))
        assert "Purplase" not in redactor.redact("Kysyin Purplaselta neuvoa.").text


def test_a_name_list_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="name_list"):
        Redactor(PrivacySettings(name_list=str(tmp_path / "none.tsv")))
    with pytest.raises(SettingsError, match="no names"):
        Redactor(PrivacySettings(name_list=str(tmp_path)))


def test_the_recogniser_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def load(parts: tuple[str, ...]) -> object:
        asked.append(parts)
        return load_pipeline(parts)

    monkeypatch.setattr(name_ner, "load_pipeline", load)
    texts = [text for (text,) in rows("decoys.tsv")]
    Redactor(PrivacySettings(names_from_pipeline=False)).redact_many(texts)
    assert asked == []
    REDACTOR.redact_many(texts)
    assert asked


def test_the_report_tells_types_and_counts() -> None:
    results = REDACTOR.redact_many(["Soita 040 123 4567.", "Pertti Oravainen, 050 765 4321"])
    assert count_types(results) == {"HENKILÖ": 1, "PUHELIN": 2}


_PIECES = st.sampled_from(
    [
        *("Matti", "Virtanen", "Virtaselle", "Aino", "Toivo", "Meri", "Lahti", "Jyväskylässä"),
        *("asiakas", "äiti", "soitti", "on", "Kela", "ja", "(", ")", ".", ",", ":", "-", "\n"),
        *("131052-308T", "131052", "308T", "hetu", "040", "123", "4567", "040 123 4567", "s."),
        *("1952", "13.10.1952", "Kauppakatu", "12 B 3", "40100", "FI21", "1234 5600 0007 85"),
        *("aino@esimerkki.fi", "aino(at)esimerkki.fi", "www.esimerkki.fi", "@aino", "auto"),
        *("ABC-123", "[HENKILÖ 1]", "[HENKILÖ 7]", "[PUHELIN]", "[OSOITE]", "[", "]", "ä\u0308"),
        *("PEKKA", "pekka", "virtanen", "von", "J.", "35-vuotias", "nimeltä", "tunnus", "\ue000"),
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_PIECES, max_size=14), st.sampled_from([" ", "", "  "]))
def test_redacting_again_changes_nothing(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    once = REDACTOR.redact(text)
    assert REDACTOR.redact(once.text).text == once.text
    assert not REDACTOR.redact(once.text).spans


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, max_size=14))
def test_placeholders_survive_and_spans_never_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    result = REDACTOR.redact(text)
    kept = [m.group() for m in PLACEHOLDER.finditer(text)]
    left = [m.group() for m in PLACEHOLDER.finditer(result.text)]
    assert all(left.count(mark) >= kept.count(mark) for mark in kept)
    ends = [span.end for span in result.spans]
    assert all(end <= span.start for end, span in zip(ends, result.spans[1:], strict=False))
    plain = "".join(
        text[a:b]
        for a, b in zip([0, *ends], [*(s.start for s in result.spans), len(text)], strict=True)
    )
    assert PLACEHOLDER.sub("", plain) == PLACEHOLDER.sub("", result.text)
