from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import rakenlp.digest
from rakenlp.digest import Digest, compose, render_html
from rakenlp.digest.entries import ActionEntry
from rakenlp.digest.finnish_text import MONTH_STEMS
from rakenlp.finnish.voikko import open_voikko

from .conftest import month_inputs, month_signals, phenomenon
from .test_render_markdown import SECTIONS

CSS = (Path(rakenlp.digest.__file__).parent / "templates" / "digest.css").read_text(
    encoding="utf-8"
)


@pytest.fixture(scope="module")
def page(month: Digest) -> BeautifulSoup:
    return BeautifulSoup(render_html(month), "html.parser")


@pytest.mark.parametrize(
    "word", ["http", "//", "src=", "@import", "url(", "<script", "<link", "None"]
)
def test_the_page_asks_nothing_of_the_network(word: str, month: Digest, empty: Digest) -> None:
    assert word not in render_html(month)
    assert word not in render_html(empty)


def test_every_opened_element_is_closed(month: Digest, empty: Digest) -> None:
    void = {"meta", "line", "circle"}
    for digest in (month, empty):
        body = re.sub(r"<style>.*?</style>", "", render_html(digest), flags=re.S)
        opened: list[str] = []
        for slash, name in re.findall(r"<(/?)([a-z][a-z0-9]*)", body):
            if slash:
                assert opened.pop() == name
            elif name not in void:
                opened.append(name)
        assert opened == []


def test_language_title_and_skip_link(page: BeautifulSoup) -> None:
    assert page.html["lang"] == "fi"
    assert page.title.text == "Sosiaalisen raportoinnin kooste – kesäkuu 2026"
    first = page.body.find("a")
    assert first.text == "Siirry sisältöön"
    assert page.find(id=first["href"].removeprefix("#")).name == "main"


def test_headings_are_in_order_without_jumps(page: BeautifulSoup) -> None:
    levels = [int(item.name[1]) for item in page.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert [item.text for item in page.find_all("h2")] == SECTIONS


def test_every_table_header_has_a_scope_and_every_id_is_unique(page: BeautifulSoup) -> None:
    assert all(header.get("scope") in ("col", "row") for header in page.find_all("th"))
    ids = [item["id"] for item in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for item in page.find_all(attrs={"aria-labelledby": True}):
        assert item["aria-labelledby"] in ids


def test_each_picture_has_words_and_a_table_beside_it(page: BeautifulSoup) -> None:
    pictures = page.find_all("svg")
    assert len(pictures) == 5
    for picture in pictures:
        assert picture["role"] == "img"
        assert "heinäkuu 2025 – kesäkuu 2026" in picture["aria-label"]
        assert picture.find_parent(class_="trend").find("table", class_="months")


def test_hidden_months_are_dots_with_words(page: BeautifulSoup) -> None:
    block = page.find("article", attrs={"aria-labelledby": "I-0003"})
    cells = [
        cell.get_text(" ", strip=True)
        for cell in block.find("table", class_="months").find_all("td")
    ]
    assert cells[12 + 5] == "• yksittäisiä havaintoja"
    assert cells[12 + 4] == "0"


def test_names_from_the_material_are_escaped() -> None:
    item = phenomenon(1, "<img src=x onerror=alert(1)>", [3, 3], terms=("<b>",))
    html = render_html(compose(**month_inputs(phenomena=[item], signals=month_signals())))
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_actions_and_approval_are_shown(month: Digest) -> None:
    action = ActionEntry(
        text="Viety johtoryhmään.", phenomenon_label="Häätöuhka", status="johtoryhmässä"
    )
    changes = {"actions": (action,), "actions_text": "", "status": "hyväksytty"}
    html = render_html(month.model_copy(update=changes))
    assert "Viety johtoryhmään." in html
    assert "Tämä kooste on hyväksytty" in html


def test_voikko_knows_every_word_of_the_page(page: BeautifulSoup, empty: Digest) -> None:
    """Spelling of all fixed and generated Finnish; month stems head the tables' columns."""
    voikko = open_voikko()
    text = page.body.get_text(" ") + BeautifulSoup(render_html(empty), "html.parser").get_text(" ")
    words = set(re.findall(r"[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö-]+", text.partition("Tekniset tiedot")[0]))
    assert len(words) > 250
    assert {word for word in words if not voikko.knows(word)} <= set(MONTH_STEMS)


def colours(css: str, start: str) -> dict[str, str]:
    block = css[css.index(start) :]
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block[: block.index("}")]))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "start", [":root {", "@media (prefers-color-scheme: dark)", "@media print"]
)
def test_contrast_meets_wcag_aa(start: str) -> None:
    """WCAG 2.2: 4.5 for text (1.4.3), 3 for pictures (1.4.11)."""
    found = colours(CSS, start)
    for text in ("text", "muted", "accent"):
        for background in ("page", "paper", "soft"):
            assert contrast(found[text], found[background]) >= 4.5, (text, background)
    assert contrast(found["few"], found["paper"]) >= 3
