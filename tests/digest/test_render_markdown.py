from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from rakenlp.digest import Digest, compose, render_markdown
from rakenlp.digest.entries import ActionEntry
from rakenlp.digest.render_markdown import escape

from .conftest import month_inputs, phenomenon

SECTIONS = [
    "Kuukausi lyhyesti",
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


def test_sections_stand_in_order(month: Digest, empty: Digest) -> None:
    assert re.findall(r"^## (.+)$", render_markdown(month), re.M) == SECTIONS
    without = [name for name in SECTIONS if name != "Kehittämisen teemat"]
    assert re.findall(r"^## (.+)$", render_markdown(empty), re.M) == without


def test_no_section_is_left_without_words(empty: Digest) -> None:
    for section in re.split(r"^## ", render_markdown(empty), flags=re.M)[1:]:
        assert section.partition("\n")[2].strip(), section


def test_months_are_told_without_hidden_numbers(month: Digest) -> None:
    text = render_markdown(month)
    assert (
        "toukokuu 2026 yksittäisiä, kesäkuu 2026 yksittäisiä. Muina kuukausina ei havaintoja."
        in text
    )
    assert "kesäkuu 2026 11. Muina" in text


def test_no_jargon_and_no_python_in_the_text(month: Digest) -> None:
    text = render_markdown(month)
    for word in ("klusteri", "embedding", "None", "Undefined", "{{", "('"):
        assert word not in text


def test_actions_are_told_with_their_status(month: Digest) -> None:
    action = ActionEntry(
        text="Toinen asumisneuvoja palkattu.", phenomenon_label="Häätöuhka", status="toteutettu"
    )
    digest = month.model_copy(update={"actions": (action,), "actions_text": ""})
    assert "- **Häätöuhka**: Toinen asumisneuvoja palkattu. (toteutettu)" in render_markdown(digest)


def test_markup_in_names_is_plain_text() -> None:
    item = phenomenon(1, "<b>*Jono*</b> | # [linkki](x)", [3, 3])
    text = render_markdown(compose(**month_inputs(phenomena=[item])))
    assert r"\<b\>\*Jono\*\</b\> \| \# \[linkki\](x)" in text


@settings(max_examples=30)
@given(st.text("*_<>[]|`#~\\\nä ", max_size=20))
def test_escaped_text_has_no_bare_markup_and_no_line_end(text: str) -> None:
    escaped = escape(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_<>\[\]|`#]", escaped)
