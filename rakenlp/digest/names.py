"""Finnish names of the codes that a digest shows. Tables only.

Sources: the national phenomena and SHL 11 § (order of the law, EV 195/2014 vp) from
``domain.md`` 2.1–2.2; states of a phenomenon from ``rakenlp.records.State``; statuses of the
ledger from ``rakenlp.frames.LEDGER_STATUSES``.
"""

from __future__ import annotations

NATIONAL = {
    "ASU": "Asunnottomuus",
    "MT": "Mielenterveys",
    "PR": "Päihteet ja riippuvuudet",
    "TT": "Taloudellinen tilanne ja toimeentulo",
}

SHL11 = {
    1: "jokapäiväisestä elämästä selviytyminen",
    2: "asuminen",
    3: "taloudellisen tuen tarve",
    4: "sosiaalisen syrjäytymisen torjuminen ja osallisuuden edistäminen",
    5: "lähisuhde- ja perheväkivalta, muu väkivalta ja kaltoinkohtelu",
    6: "äkilliset kriisitilanteet",
    7: "lapsen tasapainoinen kehitys ja hyvinvointi",
    8: "päihteiden ongelmakäyttö, mielenterveysongelma, muu sairaus, vamma tai ikääntyminen",
    9: "muu fyysinen, psyykkinen, sosiaalinen tai kognitiivinen toimintakyky",
    10: "omaisten ja läheisten tukeminen",
}

STATES = {
    "uusi": "Uusi",
    "toistuva": "Toistuva",
    "vahvistuva": "Vahvistuva",
    "heikkenevä": "Heikkenevä",
    "hiljainen": "Hiljainen",
    "palannut": "Palannut",
}

SIGNALS = {
    "new_phenomenon": "Uusi ilmiö",
    "returned": "Palannut ilmiö",
    "new_word": "Uusi sana",
    "single": "Yksittäinen havainto",
}

# Why a signal is shown, in words that hold for every signal of the kind.
SIGNAL_REASONS = {
    "new_phenomenon": "Aiheesta ei ole aiempia havaintoja.",
    "returned": "Aiheesta tuli havaintoja tauon jälkeen.",
    "new_word": "Sanaa ei ole käytetty aiemmissa havainnoissa.",
    "single": "Aiheesta tuli vain vähän havaintoja, mutta se voi olla alku jollekin uudelle.",
}

SOURCES = {
    "observation": "Sosiaaliset raportit",
    "proposal": "Sosiaaliset raportit",
    "answer": "Kyselyt ja palautteet",
    "note": "Työpajojen laput",
    "paragraph": "Muistiot ja muut asiakirjat",
}

LEDGER = {
    "document": "Käsiteltyjä tekstejä",
    "empty": "Tyhjiä",
    "filler": "Vastauksia ilman sisältöä, esimerkiksi pelkkä viiva",
    "duplicate": "Saman tekstin toistoja",
    "personal": "Henkilötietoina pois jätettyjä sarakkeita tai luetteloita",
    "metadata": "Taustatietoina luettuja, esimerkiksi päivämäärä tai otsikko",
    "instruction": "Työpajataulun ohjetekstejä",
    "leftover": "Työpajataulun irrallisia merkkejä",
    "unreadable": "Ei voitu lukea",
    "undated": "Ilman päivämäärää, jätetty pois jaksosta",
}

COVERAGE = {
    "clustered": "Koottu ilmiöiksi",
    "assigned": "Liitetty aiemmin tunnettuun ilmiöön",
    "unclassified": "Jäi luokittelematta",
    "filler": "Ilman sisältöä",
    "duplicate": "Saman kohdan toistoja",
    "other_language": "Muulla kielellä kuin suomeksi",
}

# What the suppressed counts are counts of.
SUPPRESSED = {
    "records": "Ilmoitusten kokonaismääriä",
    "sources": "Aineistolajien määriä",
    "services": "Palvelujen määriä",
    "reporter_groups": "Raportoijaryhmien määriä",
    "phenomena": "Ilmiöiden määriä jaksolla",
    "windows": "Ilmiöiden määriä pidemmällä ajalla",
    "months": "Ilmiöiden kuukausimääriä",
    "ratings": "Palautteen arvioita",
}

# A record without a value in the field that a table counts by.
NOT_GIVEN = "Ei tietoa"

# Types of removed personal data, as the placeholders in the texts name them, in partitive plural.
IDENTIFIERS = {
    "tarkka_ika": "Tarkkoja ikätietoja",
    "tarkka_paiva": "Tarkkoja päivämääriä",
    "diagnoosi": "Diagnooseja",
    "harvinainen_ammatti": "Harvinaisia ammatteja",
    "kansallisuus": "Kansallisuuksia",
    "kieli": "Kieliä",
    "kunta": "Kuntien nimiä",
    "pieni_kunta": "Pienten kuntien nimiä",
    "nimetty_yksikko": "Nimettyjä yksiköitä",
    "perhekoko": "Perheiden kokoja",
    "uskonto": "Uskontoja",
    "HENKILÖ": "Henkilöiden nimiä",
    "HENKILÖTUNNUS": "Henkilötunnuksia",
    "PUHELIN": "Puhelinnumeroita",
    "OSOITE": "Osoitteita",
    "SÄHKÖPOSTI": "Sähköpostiosoitteita",
    "SYNTYMÄAIKA": "Syntymäaikoja",
    "TILINUMERO": "Tilinumeroita",
    "REKISTERINUMERO": "Rekisterinumeroita",
    "ASIANUMERO": "Asianumeroita",
    "KÄYTTÄJÄTUNNUS": "Käyttäjätunnuksia",
    "VERKKO-OSOITE": "Verkko-osoitteita",
}
