"""Small pieces of Finnish: number agreement, month names, lists and decimal commas.

Names that come from the material are never inflected here; a sentence that needs one keeps
it in the nominative after a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

# "kesäkuu", "kesäkuussa" and "kesäkuun" are made of the stem; a range is "huhti–kesäkuu".
MONTH_STEMS = (
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
)

# Genitive of the numbers that a threshold may be: "alle viiden ilmoituksen".
NUMBER_GENITIVES = {
    3: "kolmen",
    4: "neljän",
    5: "viiden",
    6: "kuuden",
    7: "seitsemän",
    8: "kahdeksan",
    9: "yhdeksän",
    10: "kymmenen",
    11: "yhdentoista",
    12: "kahdentoista",
}

NO_BREAK_SPACE = "\u00a0"


def month_stem(month: str) -> str:
    """Stem of a month ``YYYY-MM``: "kesä" of "2026-06"."""
    return MONTH_STEMS[int(month[5:7]) - 1]


def month_name(month: str) -> str:
    """Nominative of a month ``YYYY-MM``.

    Examples
    --------
    >>> month_name("2026-06")
    'kesäkuu 2026'
    """
    return f"{month_stem(month)}kuu {month[:4]}"


def month_in(month: str) -> str:
    """Inessive of a month ``YYYY-MM``: when something happened.

    Examples
    --------
    >>> month_in("2026-06")
    'kesäkuussa 2026'
    """
    return f"{month_stem(month)}kuussa {month[:4]}"


def month_of(month: str) -> str:
    """Genitive of a month ``YYYY-MM``.

    Examples
    --------
    >>> month_of("2026-06")
    'kesäkuun 2026'
    """
    return f"{month_stem(month)}kuun {month[:4]}"


def whole(number: int) -> str:
    """A whole number with its thousands apart by a no-break space: ``12 500``."""
    return f"{number:,}".replace(",", NO_BREAK_SPACE)


def counted(number: int, singular: str, partitive: str) -> str:
    """A number and its noun in agreement.

    Examples
    --------
    >>> counted(1, "ilmoitus", "ilmoitusta"), counted(3, "ilmoitus", "ilmoitusta")
    ('1 ilmoitus', '3 ilmoitusta')
    """
    return f"{whole(number)} {singular if number == 1 else partitive}"


def ilmoitusta(number: int) -> str:
    """Count of reports: "1 ilmoitus", "3 ilmoitusta"."""
    return counted(number, "ilmoitus", "ilmoitusta")


def under(number: int) -> str:
    """Genitive phrase of a threshold, to stand before a genitive noun.

    Examples
    --------
    >>> under(5), under(20)
    ('alle viiden', 'alle 20')
    """
    return f"alle {NUMBER_GENITIVES.get(number, str(number))}"


def join_and(items: Sequence[str]) -> str:
    """Join words of a running sentence with commas and "ja".

    Examples
    --------
    >>> join_and(["häätö", "vuokra", "velka"])
    'häätö, vuokra ja velka'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} ja {items[-1]}"


def join_names(names: Sequence[str]) -> str:
    """Join names so that their borders are seen.

    A name may itself hold "ja" or a comma ("Häätöuhka ja vuokrarästit"); then semicolons
    part the names.

    Examples
    --------
    >>> join_names(["Velkaantuminen", "Häätöuhka ja vuokrarästit"])
    'Velkaantuminen; Häätöuhka ja vuokrarästit'
    """
    if any("," in name or ";" in name or " ja " in name for name in names):
        return "; ".join(names)
    return ", ".join(names)


def decimal_comma(values: Iterable[float], *, places: int = 1) -> str:
    """Mean of values as Finnish readers expect it: half rounds up, the decimal mark is a comma.

    Parameters
    ----------
    values : iterable of float
        At least one. Binary floats are taken by their shortest decimal form, so that 3.65 is
        3.65 and rounds to 3,7.
    places : int
        Decimals shown.

    Examples
    --------
    >>> decimal_comma([3.7, 3.5, 3.6, 3.8])
    '3,7'
    """
    numbers = [Decimal(str(value)) for value in values]
    mean = sum(numbers, Decimal(0)) / len(numbers)
    return str(mean.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)).replace(".", ",")


def capitalised(text: str) -> str:
    """Text with its first letter in upper case and the rest as it was."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Text as a sentence: first letter in upper case, a full stop at the end."""
    text = text.strip()
    return capitalised(text if text.endswith((".", "!", "?", "…")) else f"{text}.")
