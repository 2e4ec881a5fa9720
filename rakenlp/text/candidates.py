"""All ways to read one word form: dictionary, tables, and guesses for unknown words."""

from __future__ import annotations

import re
from functools import lru_cache

from rakenlp.finnish.voikko import Reading, open_voikko
from rakenlp.text.conventions import TABLES, Candidate, candidates_of
from rakenlp.text.guesser import Guesser
from rakenlp.text.placeholders import PLACEHOLDER

_NUMBER = re.compile(r"[+\-–−]?\d[\d\s.,:/–\-]*\.?")
_NO_WORD = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_COLON = re.compile(r"(?P<base>.+?):(?P<ending>[a-zåäö]{0,6})")
CASE_ENDINGS = (
    ("n", "gen"), ("ssa", "ine"), ("ssä", "ine"), ("sta", "ela"), ("stä", "ela"),
    ("lla", "ade"), ("llä", "ade"), ("lta", "abl"), ("ltä", "abl"), ("lle", "all"),
    ("ksi", "tra"), ("na", "ess"), ("nä", "ess"), ("ta", "par"), ("tä", "par"),
    ("a", "par"), ("ä", "par"),
)  # fmt: skip


@lru_cache(maxsize=1)
def fixed_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Hand-made table of spoken and irregular forms: form → ((UPOS, lemma), …)."""
    out: dict[str, list[tuple[str, str]]] = {}
    for line in (TABLES / "words.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            form, upos, lemma = line.split("\t")
            out.setdefault(form, []).append((upos, lemma))
    return {form: tuple(pairs) for form, pairs in out.items()}


@lru_cache(maxsize=1)
def field_words() -> dict[str, Candidate]:
    """Inflected forms of words that in social work mean one thing (*totua*, *Kelasta*)."""
    out: dict[str, Candidate] = {}
    for line in (TABLES / "field_words.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, stem = line.split("\t")
            endings = [*CASE_ENDINGS, (stem[-1] + "n", "ill"), ("t", "nom")]
            upos = "PROPN" if lemma[0].isupper() else "NOUN"
            forms = {stem + ending: case for ending, case in endings} | {lemma.lower(): "nom"}
            for form, case in forms.items():
                out[form] = Candidate(lemma, upos, f"{upos}|{case}|sg", "", "table")
    return out


@lru_cache(maxsize=1)
def spoken_endings() -> tuple[tuple[str, str], ...]:
    """Spoken endings and the standard ones they stand for."""
    lines = (TABLES / "spoken.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((ending, standard) for ending, standard in rows)


def colon_case(ending: str) -> str:
    """Case of a colon ending: *THL:n* → "gen"; illatives (*EU:hun*) → "ill"."""
    if ending in ("", "kin"):
        return "nom"
    return dict(CASE_ENDINGS).get(ending, "ill")


class CandidateMaker:
    """Makes the candidates of word forms.

    Parameters
    ----------
    particles : dict of str to tuple of (str, str)
        Lower-case forms that are adverbs, postpositions or conjunctions in running text
        although they look like inflected words (*lisäksi*): form → ((UPOS, lemma), …).
    guesser : Guesser
        For words without any reading.
    """

    def __init__(
        self,
        particles: dict[str, tuple[tuple[str, str], ...]],
        guesser: Guesser,
    ) -> None:
        self._particles = particles
        self._guesser = guesser

    def candidates(self, word: str) -> tuple[tuple[Candidate, ...], bool]:
        """Candidates of a word form, and whether it is known.

        Parameters
        ----------
        word : str
            As written, one token.

        Returns
        -------
        candidates : tuple of Candidate
            Never empty; distinct; the dictionary's order.
        known : bool
            Numbers, punctuation and placeholders count as known.
        """
        if PLACEHOLDER.fullmatch(word):
            return (Candidate(word, "SYM", "SYM"),), True
        if _NO_WORD.fullmatch(word):
            kind = "PUNCT" if word in _PUNCTUATION or set(word) <= _PUNCTUATION else "SYM"
            return (Candidate(word, kind, kind),), True
        if _NUMBER.fullmatch(word):
            kinds = ("ADJ", "NUM") if word.endswith(".") else ("NUM",)
            return tuple(Candidate(word, kind, f"{kind}|digit") for kind in kinds), True
        if word[0] in "-–—'" and len(word) > 2 and word[1].isalpha():
            return self.candidates(word[1:])  # *-päätös*: the second half of an elliptic pair
        if field_word := field_words().get(word.lower()):
            return (field_word,), True
        if word[-1] == "-" and len(word) > 2:
            return self._elliptic(word)
        found = self._with_tables(word, self._from_dictionary(word))
        known = bool(found)
        if not found:
            found, known = self._composed(word)
        return tuple(dict.fromkeys(found)), known

    def _with_tables(self, word: str, found: list[Candidate]) -> list[Candidate]:
        """The tables' candidates before the dictionary's; the hand-made table overrules it."""
        lower = word.lower()
        fixed = fixed_words().get(lower, ())
        out = []
        for upos, lemma in fixed:
            tags = [c.tag for c in found if c.upos == upos] or [f"{upos}|fix"]
            out += [Candidate(lemma, upos, tag, "", "table") for tag in tags]
        taken = {upos for upos, _ in fixed}
        out += [
            Candidate(lemma, upos, upos, "", "table")
            for upos, lemma in self._particle(lower)
            if upos not in taken
        ]
        return out + [c for c in found if c.upos not in taken]

    def _particle(self, lower: str) -> tuple[tuple[str, str], ...]:
        """The table's row of a form, with or without a clitic (*yleensähän*)."""
        if lower in self._particles:
            return self._particles[lower]
        bare = next((lower.removesuffix(c) for c in CLITICS if lower.endswith(c)), "")
        return self._particles.get(bare, ()) if len(bare) > 2 else ()

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return open_voikko().readings(word) or open_voikko().readings(word.lower())

    def _from_dictionary(self, word: str) -> list[Candidate]:
        if ":" in word:
            return []
        out: list[Candidate] = []
        for reading in self._readings(word):
            out += candidates_of(reading, word)
        return out

    def _composed(self, word: str) -> tuple[list[Candidate], bool]:
        """Colon forms, elliptic and hyphenated compounds, unknown compounds, then guesses."""
        if colon := _COLON.fullmatch(word):
            return self._colon(colon.group("base"), colon.group("ending")), True
        if "-" in word or "/" in word:
            cut = max(word.rfind("-"), word.rfind("/")) + 1
            head, known = self.candidates(word[cut:]) if word[cut:] else ((), False)
            if head and _LETTER.search(word[cut:]):
                return [_prefixed(c, word[:cut]) for c in head], known
        if not _LETTER.search(word):
            return [Candidate(word, "NUM", "NUM|digit", "", "guess")], True
        if any(ch.isdigit() for ch in word):
            kinds = ("NUM", "PROPN", "NOUN")
            return [Candidate(word, kind, f"{kind}|code", "", "guess") for kind in kinds], True
        return self._unknown(word), False

    def _colon(self, base: str, ending: str) -> list[Candidate]:
        case = colon_case(ending)
        if _NUMBER.fullmatch(base):
            return [Candidate(base, "NUM", f"NUM|{case}|sg")]
        if not _LETTER.search(base):
            return [Candidate(base, "SYM", "SYM")]
        kinds = ("PROPN", "NOUN") if base != base.lower() else ("NOUN", "PROPN")
        return [Candidate(base, kind, f"{kind}|{case}|sg", "", "guess") for kind in kinds]

    def _elliptic(self, word: str) -> tuple[tuple[Candidate, ...], bool]:
        """*päihde-* → päihde, *lasten-* → lapsi, *uutis-* → uutinen."""
        stem = word.rstrip("-")
        found = [c for c in self._from_dictionary(stem) if c.upos in ("NOUN", "ADJ", "PROPN")]
        named = [c for c in found if "|nom" in c.tag] + [c for c in found if "|gen" in c.tag]
        if not named and stem.endswith("is"):
            full = stem[:-1] + "nen"
            named = [c for c in self._from_dictionary(full) if "|nom|sg" in c.tag]
        lemma = named[0].lemma if named else stem
        known = bool(named) or open_voikko().knows(word)
        return (Candidate(lemma, "NOUN", "NOUN|ell"),), known

    def _unknown(self, word: str) -> list[Candidate]:
        return self._spoken(word) + self._guesser.guess(word) + self._tails(word)

    def _spoken(self, word: str) -> list[Candidate]:
        """Readings of the standard form behind a spoken ending (*ymmärtäny*, *naapuritki*)."""
        lower = word.lower()
        return [
            candidate._replace(source="spoken")
            for ending, standard in spoken_endings()
            if lower.endswith(ending) and len(lower) > len(ending) + 1
            for candidate in self._from_dictionary(lower.removesuffix(ending) + standard)
        ]

    def _tails(self, word: str) -> list[Candidate]:
        """Readings of the longest known tail of an unknown compound (*halikuva*)."""
        lower = word.lower()
        for cut in range(MIN_HEAD, len(lower) - MIN_TAIL + 1):
            if not open_voikko().readings(lower[cut:]):
                continue
            found = [c for c in self._from_dictionary(lower[cut:]) if c.upos in ("NOUN", "ADJ")]
            if found:
                return [
                    Candidate(
                        lower[:cut] + c.lemma, c.upos, c.tag, f"{lower[:cut]}|{c.lemma}", "tail"
                    )
                    for c in dict.fromkeys(found)
                ]
        return []


CLITICS = ("kin", "kaan", "kään", "han", "hän", "ko", "kö", "pa", "pä")
MIN_HEAD = 3  # letters of the unknown first part
MIN_TAIL = 4  # letters of the known last part; shorter ones are nearly always chance
_PUNCTUATION = frozenset(".,;:!?…()[]{}\"'”“„’‘»«-–—―/\\•·*_✓|")


def _prefixed(candidate: Candidate, prefix: str) -> Candidate:
    parts = f"{prefix.rstrip('-/')}|{candidate.parts or candidate.lemma}"
    return candidate._replace(lemma=prefix + candidate.lemma, parts=parts)
