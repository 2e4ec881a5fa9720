"""Voikko's analysis strings (``FSTOUTPUT``) taken apart: written forms, stems, verbs of participles.

``[Ln][Xp]tieto[X]tiedo[Sg][Ny]n[Bc]…``: tags stand in brackets, base forms between ``[Xp]`` and
``[X]``, derivational endings between ``[Xj]`` and ``[X]``; the rest is the word as written.
"""

from __future__ import annotations

import re

from rakenlp.finnish.voikko import Reading

FAST_CLITICS = frozenset(  # a clitic that has become part of the word
    {"ainakin", "ainakaan", "alkuunkaan", "ehkäpä", "etenkin", "etenkään", "jopa", "joskin",
     "koskaan", "kuitenkin", "kuitenkaan", "läheskään", "lainkaan", "milloinkaan", "ollenkaan",
     "mitenkään", "sittenkin", "tietenkin", "tietenkään", "toki", "tokikin", "varmaankin",
     "varsinkin", "varsinkaan", "suinkaan", "tuskinpa", "vieläkään", "päinkään"}
)  # fmt: skip

_TAG = re.compile(r"\[[^\]]*\]")
BASE = re.compile(r"\[Xp\](.*?)\[X\]")
_HIDDEN = re.compile(r"\[X[pjr]\].*?\[X\]")
_DERIVED = re.compile(r"\[Xj\](.*?)\[X\]")
_TO_ADJECTIVE = re.compile(r"\[L[ln]\]")
PLAIN_VA = re.compile(r"\[Lt\].*\[Ll\]v\[Xj\][aä]\[X\]")  # *soiva*: no PARTICIPLE from Voikko


def surface(fst: str) -> str:
    """The written form that an FST string stands for."""
    return _TAG.sub("", _HIDDEN.sub("", fst))


def split_head(fst: str) -> tuple[str, str]:
    """The written form of a compound's first parts, and the FST string of its last part."""
    before, mark, head = fst.rpartition("[Bc]")
    return (surface(before), head) if mark else ("", fst)


def verb_lemma(fst: str) -> str:
    """The verb of a participle: *kohdistunut* → *kohdistua* (derived), *tehty* → *tehdä*."""
    prefix, head = split_head(fst)
    base = BASE.search(head)
    if base is None:
        return ""
    end = _TO_ADJECTIVE.search(head, base.end())
    verb = head[base.start() : end.start() if end else len(head)]
    derived = list(_DERIVED.finditer(verb))
    if derived:
        return prefix + surface(verb[: derived[-1].start()]) + derived[-1].group(1)
    return prefix + base.group(1).replace("=", "")


def minen_lemma(fst: str) -> str:
    """The noun of an action: *muuttamisen* → *muuttaminen*."""
    prefix, head = split_head(fst)
    return prefix + surface(head.partition("[Tn4]")[0]) + "minen"


def without_clitics(fst: str) -> str:
    """The written form up to its clitics and possessive suffix."""
    return surface(re.split(r"\[F[a-z]+\]|\[O\d", fst, maxsplit=1)[0])


def particle_lemma(form: str, upos: str, readings: tuple[Reading, ...]) -> str:
    """Lemma of an adverb or postposition: its form without clitic and possessive suffix.

    Third-person suffixes of adverbs have grown fast (*mielellään*, *puolestaan*) and stay.
    """
    if form in FAST_CLITICS:
        return form
    for reading in readings:
        if reading.possessive and (upos == "ADP" or reading.possessive != "3"):
            stem = surface(re.split(r"\[O\d", reading.fst, maxsplit=1)[0])
            if reading.word_class in ("seikkasana", "suhdesana"):
                return reading.lemma
            if reading.case == "sisatulento":
                return stem + "n"
            return stem[:-1] + "i" if reading.case == "tulento" else stem
    bare = [
        without_clitics(r.fst) if "[F" in r.fst and not r.possessive else form for r in readings
    ]
    return min(bare, key=len, default=form)


def manner_lemma(reading: Reading) -> str:
    """*nopeammin* → *nopeasti*: the manner adverb of a compared adjective."""
    prefix, head = split_head(reading.fst)
    stem = prefix + surface(head.partition("[Sin]")[0])
    last = reading.lemma[-1:]
    if last in "aä" and stem.endswith(("e", "i")):
        stem = stem[:-1] + last
    elif stem.endswith("i") and not reading.lemma.endswith("i"):
        stem = stem[:-1] + "a"
    return stem + "sti"
