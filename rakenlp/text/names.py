"""Inflection of foreign names, learned from names that stand in a text in several forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_VOWELS = "aeiouyäöå"
# Ending after a vowel, class of the form.
ENDINGS = (
    ("n", "gen"), ("ssa", "ine"), ("ssä", "ine"), ("sta", "ela"), ("stä", "ela"),
    ("lla", "ade"), ("llä", "ade"), ("lta", "abl"), ("ltä", "abl"), ("lle", "all"),
    ("ksi", "tra"), ("na", "ess"), ("nä", "ess"), ("a", "par"), ("ä", "par"),
    ("ta", "par"), ("tä", "par"),
)  # fmt: skip


def possible_bases(form: str) -> Iterator[tuple[str, str]]:
    """Nominatives that ``form`` may be a case form of, with the case.

    Examples
    --------
    >>> [base for base, case in possible_bases("Clintonin") if case == "gen"]
    ['Clintoni', 'Clinton']
    """
    for ending, case in ENDINGS:
        base = form.removesuffix(ending)
        if base == form or len(base) < 2:
            continue
        yield base, case
        if base.endswith("i") and base[-2] not in _VOWELS:
            yield base[:-1], case  # Clinton-i-n
        if base.endswith(("kse", "kso")):
            yield base[:-3] + "s", case  # Iglesia-kse-n
        if base.endswith("e") and base[-2] not in _VOWELS:
            yield base[:-1] + "s", case  # Simonide-lle
    if len(form) > 3 and form.endswith("n") and form[-2] in _VOWELS:
        if form[-3] == form[-2]:
            yield form[:-2], "ill"  # Arduino-on
            if form[-2] == "i":
                yield form[:-3], "ill"  # Leaf-iin
        elif form[-3] == "h":
            yield form[:-3], "ill"  # Bordeaux-hon


def name_pairs(met: Mapping[str, Iterable[str]]) -> list[tuple[str, str, str]]:
    """(form, nominative, class) of names whose nominative stands in the same texts.

    Parameters
    ----------
    met : mapping of str to iterable of str
        Unknown capitalised forms → their UD features as tagged (each distinct string once).
    """
    out = []
    for form, tags in sorted(met.items()):
        bases = [(base, case) for base, case in possible_bases(form) if base in met]
        if bases:
            base, case = max(bases, key=lambda pair: len(pair[0]))
            out.append((form, base, f"PROPN|{case}|sg"))
        elif any("Case=Nom" in tag for tag in tags):
            out.append((form, form, "PROPN|nom|sg"))
    return out
