"""Voikko's readings as candidates in the lemma conventions of the UD Finnish-TDT treebank.

Voikko and the treebank cut the same language differently: for Voikko *saanut* is an
adjective "saanut", for the treebank a form of the verb "saada"; Voikko knows *muuttamisen*
under "muuttaa", the treebank under "muuttaminen"; adverbs and postpositions keep their form.
The conventions were read from Haverinen et al. (2014), "Building the essential resources for
Finnish: the Turku Dependency Treebank", and from the treebank's documentation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rakenlp.finnish.voikko import Reading
from rakenlp.text.fst import (
    BASE,
    PLAIN_VA,
    manner_lemma,
    minen_lemma,
    split_head,
    verb_lemma,
    without_clitics,
)

TABLES = Path(__file__).parent / "tables"

CASES = {
    "nimento": "nom",
    "omanto": "gen",
    "osanto": "par",
    "olento": "ess",
    "tulento": "tra",
    "sisaolento": "ine",
    "sisaeronto": "ela",
    "sisatulento": "ill",
    "ulkoolento": "ade",
    "ulkoeronto": "abl",
    "ulkotulento": "all",
    "vajanto": "abe",
    "keinonto": "ins",
    "seuranto": "com",
    "kohdanto": "acc",
    "kerrontosti": "sti",
}
PARTICIPLES = {
    "past_active": "nut",
    "past_passive": "tu",
    "present_active": "va",
    "present_passive": "tava",
    "agent": "agt",
}
NAME_CLASSES = frozenset({"nimi", "etunimi", "sukunimi", "paikannimi"})
NOMINALS = {
    "nimisana": ("NOUN",),
    "laatusana": ("ADJ",),
    "nimisana_laatusana": ("NOUN", "ADJ"),
    "asemosana": ("PRON",),
    "lukusana": ("NUM", "ADJ"),  # ordinals are adjectives in the treebank
}
PARTICLES = {
    "seikkasana": ("ADV", "ADP"),
    "suhdesana": ("ADP", "ADV"),
    "sidesana": ("CCONJ", "SCONJ", "ADV"),
    "huudahdussana": ("INTJ",),
    "lyhenne": ("NOUN", "ADV", "PROPN"),
}
AUXILIARIES = frozenset({"olla", "ei", "voida", "pitää", "saattaa", "taitaa", "täytyä"})
PRONOUNS = {
    "ne": "se",
    "he": "hän",
    "me": "minä",
    "te": "sinä",
    "nämä": "tämä",
    "nuo": "tuo",
    "ken": "kuka",
    "molempi": "molemmat",
}
# Pronouns grown together with a clitic: (Voikko's lemma, clitic) → lemma.
INDEFINITE = {
    ("joka", "kin"): "jokin",
    ("kuka", "kin"): "kukin",
    ("kuka", "kaan"): "kukaan",
    ("mikä", "kin"): "mikin",
    ("mikä", "kaan"): "mikään",
    ("kumpi", "kin"): "kumpikin",
    ("kumpi", "kaan"): "kumpikaan",
}


class Candidate(NamedTuple):
    """One way to read a word form, in treebank terms.

    ``tag`` is a fine class (``NOUN|gen|sg``), ``parts`` a compound's lemmas joined
    with "|" ("" for a simple word), ``source`` "dict", "table" or "guess".
    """

    lemma: str
    upos: str
    tag: str
    parts: str = ""
    source: str = "dict"


@lru_cache(maxsize=1)
def plural_words() -> dict[str, str]:
    """Words whose lemma is a plural: singular as Voikko gives it → lemma."""
    rows = (TABLES / "plurals.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in rows if line and not line.startswith("#"))


def _noun_lemma(reading: Reading) -> str:
    lemma = reading.lemma.replace("=", "")
    if reading.number != "plural":
        return lemma
    plurals = plural_words()
    last = reading.parts[-1] if reading.parts else lemma
    if lemma in plurals:
        return plurals[lemma]
    if last in plurals and lemma.endswith(last):
        return lemma[: -len(last)] + plurals[last]
    return lemma


def _inflection(reading: Reading) -> str:
    case = CASES.get(reading.case, "-")
    number = {"singular": "sg", "plural": "pl"}.get(reading.number, "-")
    return f"{case}|{number}"


def _verbal(reading: Reading, lemma: str) -> list[Candidate]:
    negative = "|con" if "[Et]" in reading.fst else ""
    passive_past = "|past" if "[Ai]" in reading.fst else ""
    mood = {
        "indicative": "ind",
        "conditional": "cnd",
        "imperative": "imp",
        "potential": "pot",
        "A-infinitive": "inf1",
        "E-infinitive": "inf2",
        "MA-infinitive": "inf3",
        "MAINEN-infinitive": "inf5",
    }.get(reading.mood, "-")
    number = {"singular": "sg", "plural": "pl"}.get(reading.number, "-")
    detail = CASES.get(reading.case, "-") if mood.startswith("inf") else reading.person + number
    kinds = ("AUX", "VERB") if lemma in AUXILIARIES else ("VERB",)
    tag = f"{mood}|{detail}{passive_past}{negative}"
    parts = _parts(reading, lemma)
    return [Candidate(lemma, upos, f"{upos}|{tag}", parts) for upos in kinds]


def _parts(reading: Reading, lemma: str = "") -> str:
    """Lemmas of a compound's parts joined with "|"; ``lemma`` of the whole when it is verbal.

    Voikko lists the suffixes of a participle as parts of their own; so for a verbal reading
    the last part is taken from the lemma; so too when Voikko counts a suffix as a part.
    """
    if "[Bc]" not in reading.fst or len(reading.parts) < 2:
        return ""
    segments = reading.fst.split("[Bc]")
    if not lemma and len(reading.parts) == len(segments):
        return "|".join(reading.parts)
    lemma = lemma or reading.lemma.replace("=", "")
    before = [BASE.search(segment) for segment in segments[:-1]]
    heads = [m.group(1).replace("=", "") if m else "" for m in before]
    prefix = split_head(reading.fst)[0]
    return "|".join([*filter(None, heads), lemma.removeprefix(prefix)])


def _adjectival(reading: Reading, lemma: str) -> list[Candidate]:
    """Adverbs made of adjectives (-sti, -mmin) and the adjective itself."""
    if reading.case == "kerrontosti":
        return [Candidate(without_clitics(reading.fst), "ADV", "ADV|sti")]
    tag = f"ADJ|{_inflection(reading)}"
    out = [Candidate(lemma, "ADJ", tag, _parts(reading))]
    if reading.case == "keinonto" and reading.comparison in ("comparative", "superlative"):
        out.insert(0, Candidate(manner_lemma(reading), "ADV", "ADV|cmp"))
    return out


def _participle(reading: Reading) -> list[Candidate]:
    lemma = verb_lemma(reading.fst)
    kind = PARTICIPLES.get(reading.participle, "va")
    if reading.case == "kerrontosti":
        return [Candidate(without_clitics(reading.fst), "ADV", "ADV|sti")]
    kinds = ("AUX", "VERB") if lemma in AUXILIARIES else ("VERB",)
    tag = f"{kind}|{_inflection(reading)}"
    parts = _parts(reading, lemma)
    out = [Candidate(lemma, upos, f"{upos}|{tag}", parts) for upos in kinds if lemma]
    base = reading.lemma.replace("=", "")
    parts = _parts(reading, base)
    if reading.comparison in ("comparative", "superlative"):
        return [*_adjectival(reading, base), *out]
    if kind != "agt":
        out.append(Candidate(base, "ADJ", f"ADJ|{tag}", parts))
        if kind != "nut":
            out.append(Candidate(base, "NOUN", f"NOUN|{tag}", parts))
    return out


def _negation(reading: Reading) -> list[Candidate]:
    """Negation verbs, and the conjunctions grown together with them (*ettei*, *eikä*)."""
    first = BASE.findall(reading.fst)
    if len(first) > 1 and first[0] in ("ett", "et", "jott", "vaikk", "mutt", "joll", "kosk"):
        lemma = {"ett": "että", "et": "että", "jott": "jotta", "vaikk": "vaikka", "mutt": "mutta",
                 "joll": "jollei", "kosk": "koska"}[first[0]]  # fmt: skip
        return [Candidate(lemma, "SCONJ", "SCONJ")]
    return [Candidate("ei", "AUX", "AUX|neg")]


def candidates_of(reading: Reading, word: str) -> list[Candidate]:
    """Turn one reading of ``word`` into its candidates in treebank terms.

    Parameters
    ----------
    reading : Reading
        As Voikko gave it for the word as written or in lower case.
    word : str
        The written form.

    Returns
    -------
    list of Candidate
        Usually one; several where the treebank tells apart what Voikko does not.
    """
    kind = reading.word_class
    lemma = reading.lemma.replace("=", "")
    if reading.mood == "MINEN-infinitive":
        tag = f"NOUN|minen|{_inflection(reading)}"
        minen = minen_lemma(reading.fst)
        return [Candidate(minen, "NOUN", tag, _parts(reading, minen))]
    if reading.participle in PARTICIPLES or PLAIN_VA.search(reading.fst):
        return _participle(reading)
    if kind == "teonsana":
        return _verbal(reading, lemma)
    if kind == "kieltosana":
        return _negation(reading)
    if kind == "laatusana":
        return _adjectival(reading, lemma)
    if kind in NAME_CLASSES:
        return [Candidate(_noun_lemma(reading), "PROPN", f"PROPN|{_inflection(reading)}")]
    if kind == "etuliite":
        base = lemma.removesuffix("-")
        return [Candidate(base, "NOUN", "NOUN|ell", _parts(reading))]
    if kind in NOMINALS:
        return _nominal(reading, word)
    if kind in PARTICLES:
        bare = lemma if reading.possessive else without_clitics(reading.fst) or lemma
        bare = word if kind == "lyhenne" else bare
        return [Candidate(bare, upos, upos) for upos in PARTICLES[kind]]
    return [Candidate(lemma or word, "X", "X")]


def _nominal(reading: Reading, word: str) -> list[Candidate]:
    kind = reading.word_class
    if reading.case == "kerrontosti":
        return [Candidate(without_clitics(reading.fst), "ADV", "ADV|sti")]
    if word.endswith("-"):
        return [Candidate(reading.lemma.removesuffix("-"), "NOUN", "NOUN|ell", _parts(reading))]
    if kind == "nimisana_laatusana" and reading.comparison in ("comparative", "superlative"):
        return _adjectival(reading, reading.lemma.replace("=", ""))
    lemma = _noun_lemma(reading)
    if kind == "asemosana":
        clitic = re.search(r"\[F(kin|kaan)\]", reading.fst)
        lemma = PRONOUNS.get(lemma, lemma)
        lemma = INDEFINITE.get((lemma, clitic.group(1)), lemma) if clitic else lemma
    inflection = _inflection(reading)
    return [
        Candidate(lemma, upos, f"{upos}|{inflection}", _parts(reading)) for upos in NOMINALS[kind]
    ]
