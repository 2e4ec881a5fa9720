"""The two taxonomies and their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from rakenlp.errors import SettingsError
from rakenlp.phenomena.taxonomy import national_names, read_taxonomy, shl11_names

ELAMA = [
    "koyhyys",
    "toimeentulotuki",
    "etuusmuutokset",
    "velat",
    "ruoka_apu",
    "lapsiperhekoyhyys",
    "tyottomyys",
    "asunnottomuus",
    "haato",
    "asumisen_hinta",
    "asumisen_tuki",
    "mielenterveys",
    "mt_palvelut",
    "nepsy",
    "paihteet",
    "paihdepalvelut",
    "riippuvuudet",
    "kaksoisongelma",
    "vanhemmuus",
    "lastensuojelu",
    "erot",
    "koulu",
    "nuoret",
    "nuorisorikollisuus",
    "lahisuhdevakivalta",
    "kriisit",
    "rikostausta",
    "ikaantyneet",
    "vammaispalvelut",
    "omaiset",
    "yksinaisyys",
    "maahanmuutto",
    "rasismi",
    "digi",
    "etaisyydet",
    "saatavuus",
    "valiinputoaminen",
    "henkilosto",
]
KEHITTAMINEN = [
    "tietotyo",
    "tiedonkulku",
    "rakenteet",
    "johtaminen",
    "osaaminen",
    "osallisuustyo",
    "oikeudenmukaisuustyo",
    "yhteistyo",
    "viestinta",
    "resurssit",
]


def test_taxonomy_a_has_all_classes_and_the_reserve_last():
    classes = read_taxonomy("elama")
    assert list(classes) == [*ELAMA, "muu_ilmio"]
    assert [name for name, item in classes.items() if item.reserve] == ["muu_ilmio"]


def test_taxonomy_b_has_its_ten_themes():
    assert list(read_taxonomy("kehittaminen")) == KEHITTAMINEN


@pytest.mark.parametrize(
    ("name", "national", "shl11"),
    [
        ("haato", ("ASU", "TT"), (2, 3)),
        ("kaksoisongelma", ("MT", "PR"), (8,)),
        ("lapsiperhekoyhyys", ("TT",), (3, 7)),
        ("omaiset", (), (10,)),
        ("saatavuus", (), ()),
        ("rikostausta", ("ASU",), (4,)),
    ],
)
def test_class_has_its_codes(name, national, shl11):
    found = read_taxonomy("elama")[name]
    assert (found.national, found.shl11) == (national, shl11)


def test_codes_and_items_have_finnish_names():
    assert national_names()["PR"] == "Päihteet ja riippuvuudet"
    assert list(shl11_names()) == list(range(1, 11))


@pytest.mark.parametrize("name", ["elama", "kehittaminen"])
def test_every_class_can_be_found_in_finnish_and_swedish(name):
    for item in read_taxonomy(name).values():
        assert item.reserve or (len(item.strong) >= 5 and item.swedish)


def test_no_trigger_stands_twice_in_a_list():
    for name in ("elama", "kehittaminen"):
        for item in read_taxonomy(name).values():
            for triggers in (item.strong, item.weak, item.exclude):
                written = [trigger.written for trigger in triggers]
                assert len(written) == len(set(written)), item.id


def test_own_taxonomy_is_read_from_a_file(tmp_path: Path):
    path = tmp_path / "oma.toml"
    path.write_text('[[class]]\nid = "a"\nname = "Aa"\nstrong = ["kissa"]\n', encoding="utf-8")
    assert list(read_taxonomy(path=path)) == ["a"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[[class]\n", "not a readable taxonomy"),
        ("", "at least one"),
        ('[[class]]\nid = "a"\n', "needs 'name'"),
        ('[[class]]\nid = "a"\nname = "A"\nstong = []\n', "unknown key 'stong'"),
        ('[[class]]\nid = "a"\nname = "A"\nnational = ["X"]\n', "national code"),
        ('[[class]]\nid = "a"\nname = "A"\nshl11 = [11]\n', "1–10"),
        ('[[class]]\nid = "a"\nname = "A"\nstrong = ["@x"]\n', "unknown set"),
        ('[[class]]\nid = "a"\nname = "A"\n[[class]]\nid = "a"\nname = "A"\n', "twice"),
    ],
)
def test_wrong_file_is_one_clear_error(tmp_path: Path, text, part):
    path = tmp_path / "oma.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=part):
        read_taxonomy(path=path)


def test_unknown_taxonomy_is_refused():
    with pytest.raises(SettingsError, match="elama"):
        read_taxonomy("elämä")
