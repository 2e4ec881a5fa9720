"""The sentences of a digest, made of templates.

They claim only what the counts bear: a number below k is "yksittäisiä havaintoja", growth is
claimed when the phenomenon's state says so. Names from the material stay in the nominative.
"""

from __future__ import annotations

from collections.abc import Sequence

from rakenlp.digest.finnish_text import (
    capitalised,
    join_and,
    join_names,
    month_in,
    under,
)
from rakenlp.digest.gate import Shown
from rakenlp.digest.period import Period
from rakenlp.records import Phenomenon

TO_BE_FILLED = "täydennetään käsittelyssä"

# The three headlines fit into this many characters (domain.md 6.1).
MAX_HEADLINE_CHARACTERS = 350
MAX_DESCRIPTION_TERMS = 5

# Below this many reports even shares are not given (domain.md 3.4).
SMALL_MATERIAL = 20

SMALL_MATERIAL_NOTE = (
    "Aineisto on pieni, eikä se kuvaa ilmiöiden yleisyyttä. Yksikin havainto voi silti olla tärkeä."
)
NO_MATERIAL = "Tältä jaksolta ei tullut yhtään käyttökelpoista havaintoa."
NO_MATERIAL_COMFORT = (
    "Se ei tarkoita, ettei ilmiöitä olisi. Havainnon voi ilmoittaa milloin tahansa."
)
NO_PHENOMENA = "Havainnot olivat yksittäisiä, eikä mikään aihe vielä toistunut."
NO_POSITIVE = "Ei myönteisiä havaintoja tällä jaksolla."
SCATTERED_POSITIVE = (
    "Myönteisiä havaintoja tuli, mutta ne jakautuivat eri aiheisiin. "
    "Mikään aihe ei ollut pääosin myönteinen."
)
POSITIVE = "Näistä aiheista tuli pääosin myönteisiä havaintoja."
NO_ACTIONS = "Kirjattuja toimenpiteitä ei vielä ole."
UNQUOTABLE_PROPOSAL = (
    "Ehdotuksen teksti voi sisältää tunnistettavia tietoja. Lue se ennen esittämistä."
)
WHO_UNKNOWN = "Palvelua tai kohderyhmää ei ole ilmoitettu."
WHO_HIDDEN = "Ei esitetä, koska havaintoja on vähän."

METHOD = (
    "Tunnistetiedot poistettiin teksteistä ennen muuta käsittelyä.",
    "Tekstit jaettiin lyhyiksi kohdiksi, ja samasta asiasta kertovat kohdat koottiin ilmiöiksi.",
    "Käsittely tehtiin omalla tietokoneella, eikä tekstejä lähetetty muualle.",
    "Ilmiöiden järjestys perustuu toistuvuuteen, uutuuteen ja vakavuuteen, ei pelkkään määrään.",
    "Toimenpide-ehdotukset ovat raportoijien omia.",
    "Havainnot eivät kerro, kuinka yleisiä ilmiöt ovat väestössä.",
    "Kooste on luonnos, kunnes ihminen on tarkistanut ja hyväksynyt sen.",
)


def method_text(*, k: int) -> tuple[str, ...]:
    """The fixed account of how the digest was made, with the threshold in words."""
    limit = f"{capitalised(under(k))} ilmoituksen lukumääriä ei esitetä."
    return (METHOD[0], limit, *METHOD[1:])


def material_summary(period: Period, records: Shown, window: Shown, *, window_months: int) -> str:
    """How much material there is."""
    if records.number == 0:
        return NO_MATERIAL
    when = capitalised(period.inside)
    first = f"{when} saatiin {records.text}."
    if window.number is None or window_months <= period.n_months:
        return first
    return (
        f"{first} Viimeisten {window_months} kuukauden aikana ilmoituksia on tullut "
        f"yhteensä {_bare(window)}."
    )


def _bare(count: Shown) -> str:
    """The number of a count without its noun: "noin 25"."""
    return count.text.removesuffix(" ilmoitusta").removesuffix(" ilmoitus")


def describe(
    phenomenon: Phenomenon, count: Shown, window: Shown, *, period: Period, window_months: int
) -> str:
    """Describe a phenomenon in two or three sentences."""
    parts = [_state_sentence(phenomenon)]
    if count.number != 0:
        past = window_months if window_months > period.n_months else 0
        parts.append(_amount_sentence(count, window, window_months=past))
    terms = phenomenon.terms[:MAX_DESCRIPTION_TERMS]
    if len(terms) == 1:
        parts.append(f"Keskeinen sana on {terms[0]}.")
    elif terms:
        parts.append(f"Keskeisiä sanoja ovat {join_and(terms)}.")
    return " ".join(parts)


def _state_sentence(phenomenon: Phenomenon) -> str:
    kind = "Ilmiö" if phenomenon.strand == "elama" else "Teema"
    first = month_in(phenomenon.first_month)
    sentences = {
        "uusi": f"{kind} nousi esiin ensimmäisen kerran {first}.",
        "toistuva": f"{kind} on noussut esiin aiemminkin, ensimmäisen kerran {first}.",
        "vahvistuva": f"{kind} vahvistuu: ilmoituksia tulee aiempaa enemmän.",
        "heikkenevä": f"{kind} heikkenee: ilmoituksia tulee aiempaa vähemmän.",
        "hiljainen": f"{kind} on ollut viime aikoina hiljainen.",
        "palannut": f"{kind} on palannut: havaintoja tuli jälleen tauon jälkeen.",
    }
    return sentences[phenomenon.state]


def _amount_sentence(count: Shown, window: Shown, *, window_months: int) -> str:
    first = f"Tällä jaksolla siitä tuli {count.text}"
    if not window_months or window.number is None or window.number == count.number:
        return f"{first}."
    return f"{first}, viimeisten {window_months} kuukauden aikana yhteensä {_bare(window)}."


def who(services: Sequence[str], target_groups: Sequence[str], *, known: bool) -> str:
    """In whose daily life the phenomenon shows.

    Parameters
    ----------
    services, target_groups : sequence of str
        The names that may be shown.
    known : bool
        Whether the material had any names.
    """
    parts = []
    for names, one, many in (
        (services, "Palvelu", "Palvelut"),
        (target_groups, "Kohderyhmä", "Kohderyhmät"),
    ):
        if names:
            parts.append(f"{one if len(names) == 1 else many}: {join_names(names)}.")
    if parts:
        return " ".join(parts)
    return WHO_HIDDEN if known else WHO_UNKNOWN


def thanks(period: Period, *, any_records: bool) -> tuple[str, ...]:
    """Thank the reporters and tell what comes next."""
    first = (
        f"Kiitos kaikille, jotka kertoivat havainnoistaan {period.inside}."
        if any_records
        else "Kiitos kaikille, jotka tekevät havaintoja asiakkaiden arjesta."
    )
    return (
        first,
        "Jokainen havainto auttaa näkemään, mitä asiakkaiden arjessa tapahtuu.",
        f"Seuraavan koosteen jakso on {period.moved(1).name}.",
        "Havainnon voi ilmoittaa milloin tahansa: [täydennä linkki lomakkeeseen].",
    )
