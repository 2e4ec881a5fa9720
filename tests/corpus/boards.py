"""Boards of different habits, written for these tests, with their notes as gold.

Each note is a list of lines as it was wrapped; a layout puts them into one text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rakenlp.records import Board

Notes = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Gold:
    """A board's text and the first lines (from 1) of its notes."""

    name: str
    text: str
    starts: frozenset[int]
    notes: tuple[str, ...]


def lay_out(
    name: str,
    notes: Notes,
    *,
    head: Sequence[str] = (),
    after_line: int = 0,
    after_note: int = 0,
    mark: str = "",
) -> Gold:
    """Put notes into one text with blank lines after each line and note, and markers before."""
    lines = list(head)
    starts = set()
    for number, note in enumerate(notes, start=1):
        starts.add(len(lines) + 1)
        for position, line in enumerate(note):
            sign = mark.format(n=number) if mark else ""
            lines.append((sign if position == 0 else " " * len(sign)) + line)
            lines += [""] * after_line
        lines += [""] * after_note
    return Gold(name, "\n".join(lines), frozenset(starts), tuple(" ".join(n) for n in notes))


def boundary_f1(board: Board, starts: frozenset[int]) -> float:
    """F1 of the lines where notes begin."""
    found = {note.start_line for note in board.notes}
    return 2 * len(found & starts) / (len(found) + len(starts))


ONE_PER_LINE = lay_out(
    "one note per line",
    [
        ["Enemmän aikaa perheiden kotikäynneille"],
        ["Kuraattorin työpari puuttuu kahdelta koululta"],
        ["yhteinen koulutus alkuvuoteen"],
        ["Miksi lomakkeita on kolme?"],
        ["Vertaisryhmä isille"],
        ["Palveluohjaaja mukaan neuvolaan kerran viikossa, jotta perheet tulevat tutuiksi ajoissa"],
        ["Nuorille oma päivystysaika, mieluiten iltapäivällä koulun jälkeen"],
        ["tulkkipalvelun tilaaminen helpommaksi"],
        ["Kiitos hyvästä vuodesta!"],
        ["Asumisneuvonta"],
        ["Seurakunnan ja järjestöjen kesätoiminta samaan kalenteriin"],
        ["Kirjaamisen ohje on vanhentunut"],
    ],
    head=["Mitä perhepalveluissa pitää muuttaa?"],
)

BLANK_BETWEEN = lay_out(
    "blank line between notes",
    [
        ["Päivätoiminnassa on", "tilaa, mutta kyydit", "puuttuvat"],
        ["Omaisten ilta joka", "toinen kuukausi"],
        ["muistineuvolan jono"],
        [
            "Kotihoidon ja sosiaalityön",
            "yhteinen palaveri. Nyt tieto",
            "kulkee lapuilla ja puheluina,",
            "joita kukaan ei ehdi",
            "kirjata.",
        ],
        ["Kuka vastaa", "turvapuhelimista?"],
        ["Vapaaehtoiset ystävät"],
        ["Ruokapalvelun hinta", "nousi, osa jätti", "tilauksen"],
        ["liikuntaryhmät kylille"],
        ["Asuntojen esteettömyys", "kuntoon ennen talvea"],
        ["Etuuksien hakeminen on", "vaikeaa ilman läheistä"],
    ],
    head=["Ikääntyneiden arki: mitä näemme työssämme?", ""],
    after_note=1,
)

BULLETS = lay_out(
    "bullets",
    [
        ["päihdehoidon aloitus viivästyy, koska", "lähete kiertää kolmen luukun kautta"],
        ["Asunto ensin"],
        ["korvaushoidon paikkoja on", "liian vähän Lintusalmella"],
        ["Vertaistoiminta toimii"],
        ["Katkolta kotiin ilman mitään", "jatkosuunnitelmaa"],
        ["Työntekijät vaihtuvat kesken", "hoidon"],
        ["kokemusasiantuntijat mukaan", "vastaanotolle"],
        ["Terveysneuvonta auki myös", "viikonloppuna?"],
    ],
    head=["Päihdepalvelujen kehittämispäivä", "Mikä jarruttaa hoitoon pääsyä?", ""],
    mark="• ",
)

NUMBERED = lay_out(
    "numbered",
    [
        ["Nuorten talousneuvonta ennen", "täysi-ikäisyyttä"],
        ["Pikavippien markkinointi kuriin"],
        ["velkaneuvonnan jono on viisi", "viikkoa"],
        ["Koulusta suoraan työpajalle ilman", "odottelua"],
        ["Etsivä nuorisotyö tarvitsee auton"],
        ["Kela-asiat yhdestä paikasta"],
        ["Pelaamisesta pitää puhua", "vanhempainilloissa"],
    ],
    head=["Nuorten taloustilanne, mitä ehdotamme?"],
    mark="{n}. ",
)

DOUBLE_SPACED = lay_out(
    "blank line after each physical line",
    [
        ["Viranomaiskirje on", "kirjoitettu niin", "vaikeasti, ettei", "sitä ymmärrä kukaan"],
        ["Selkokieltä!"],
        ["Tulkkaus varataan", "liian myöhään"],
        ["Kotoutumiskoulutukseen", "pitkä jono"],
        ["Onko perheellä", "oikeus", "varhaiskasvatukseen?"],
        ["Järjestöjen kielikahvilat", "ovat monelle ainoa", "paikka puhua suomea"],
        [
            "Puhelinjono on mahdoton",
            "sille, jonka kielitaito",
            "on heikko. Tarvitaan",
            "ajanvaraus paikan",
            "päällä ja aikaa selittää.",
        ],
        ["Digituki kirjastoon"],
        ["Lasten harrastukset ja", "kuljetukset"],
        ["Mistä löytyy asunto", "suurelle perheelle?"],
        ["Työnantajat mukaan", "verkostoon"],
        ["Pankkitili jää auki", "kuukausiksi, koska", "henkilökortti puuttuu"],
    ],
    head=[
        "Maahanmuuttajapalvelujen ja aikuissosiaalityön yhteinen iltapäivä, mitkä asiat estävät kotoutumista?",
        "",
        "RYHMÄ 4:",
        "",
        "Unnamed area",
        "",
        "M",
        "",
    ],
    after_line=1,
)

NO_BLANKS = lay_out(
    "wrapped, no blank lines at all",
    [
        ["Turvakoti on sadan", "kilometrin päässä"],
        ["Väkivaltatyön", "koulutus kaikille", "vastaanottoon"],
        ["Miten kysyn asiasta?"],
        ["Lapset jäävät", "vanhempien palvelujen", "varjoon"],
        ["Nopea ajanvaraus", "puhelimitse"],
        ["Poliisin kanssa sovittu", "käytäntö toimii hyvin,", "se pitää kirjata myös", "ohjeeseen"],
        ["Jälkihuolto puuttuu"],
        ["Tekijöille suunnattua", "apua on vain", "Harjukoskella"],
        ["Mikä on meidän", "roolimme?"],
        ["Riskinarvio lomakkeella", "eikä muistin varassa"],
    ],
)

BOARDS = (ONE_PER_LINE, BLANK_BETWEEN, BULLETS, NUMBERED, DOUBLE_SPACED, NO_BLANKS)
