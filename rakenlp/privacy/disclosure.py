"""What may be published of counts: small numbers are said in words, hidden cells stay hidden.

Rules of domain.md 3.4: a count is shown from ``k`` on, a percentage from a base of 20 on, and
no hidden cell of a table may be computed from its total and the cells that are shown.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from rakenlp.errors import InputError, SettingsError

SMALLEST_K = 3
SMALLEST_SHARE_BASE = 20

NO_OBSERVATIONS = "ei havaintoja"
FEW_OBSERVATIONS = "yksittäisiä havaintoja"


def _check(n: int, k: int) -> None:
    if k < SMALLEST_K:
        raise SettingsError(f"k: expected a whole number >= {SMALLEST_K}, got {k}")
    if n < 0:
        raise InputError(f"count: expected a whole number >= 0, got {n}")


def is_publishable(n: int, *, k: int) -> bool:
    """Whether a count may be shown as a number: none, or at least ``k``.

    Raises
    ------
    InputError
        If ``n`` is negative.
    SettingsError
        If ``k`` is under 3.
    """
    _check(n, k)
    return n == 0 or n >= k


def shown_count(n: int, *, k: int) -> str:
    """Say a number of reports in Finnish without telling a small one.

    Raises
    ------
    InputError
        If ``n`` is negative.
    SettingsError
        If ``k`` is under 3.

    Examples
    --------
    >>> [shown_count(n, k=5) for n in (0, 4, 12)]
    ['ei havaintoja', 'yksittäisiä havaintoja', '12 ilmoitusta']
    """
    _check(n, k)
    if n == 0:
        return NO_OBSERVATIONS
    if n < k:
        return FEW_OBSERVATIONS
    return f"{_grouped(n)} ilmoitusta"


def _grouped(n: int) -> str:
    """A number with its thousands apart by no-break spaces, as Finnish writes it."""
    return f"{n:,}".replace(",", "\u00a0")


def share_text(part: int, whole: int, *, k: int) -> str:
    """Say a share in Finnish: a percentage only on a base that bears one.

    Parameters
    ----------
    part, whole : int
        Numbers of reports, ``part <= whole``.
    k : int
        Smallest count that may be shown.

    Returns
    -------
    str
        "35 % ilmoituksista" when the base is at least 20 and neither the part nor the rest
        is a small number; otherwise the count as :func:`shown_count` says it.

    Raises
    ------
    InputError
        If a count is negative or ``part > whole``.
    SettingsError
        If ``k`` is under 3.
    """
    _check(whole, k)
    _check(part, k)
    if part > whole:
        raise InputError(f"part: expected at most {whole}, got {part}")
    both_large = is_publishable(part, k=k) and is_publishable(whole - part, k=k)
    if whole < SMALLEST_SHARE_BASE or not both_large or part == 0:
        return shown_count(part, k=k)
    return f"{math.floor(100 * part / whole + 0.5)} % ilmoituksista"


def suppress(counts: Mapping[str, int], *, k: int, total_shown: bool) -> dict[str, int | None]:
    """Hide the small cells of a one-way table, and one more where they could be computed.

    Primary suppression hides every count of 1 to ``k - 1``. With the total shown, the hidden
    cells' sum is known: the smallest of the others is hidden too until at least two cells are
    hidden and their sum is at least ``k``, so that no hidden cell is known exactly and the
    hidden ones together are no small number either. A zero is hidden only when nothing else
    is left to hide.

    Parameters
    ----------
    counts : mapping of str to int
        Number of distinct reports in each cell.
    k : int
        Smallest count that may be shown.
    total_shown : bool
        Whether readers also see the sum of the cells.

    Returns
    -------
    dict of str to int or None
        In the given order; None for a hidden cell. With a single non-empty cell under ``k``
        and the total shown nothing can protect it: every cell is hidden, and the caller must
        not show the total (``is_publishable(total, k=k)`` is False then).

    Raises
    ------
    InputError
        If a count is negative.
    SettingsError
        If ``k`` is under 3.

    Examples
    --------
    >>> suppress({"a": 2, "b": 9, "c": 12}, k=5, total_shown=True)
    {'a': None, 'b': None, 'c': 12}
    """
    for n in counts.values():
        _check(n, k)
    hidden = {name for name, n in counts.items() if not is_publishable(n, k=k)}
    if hidden and total_shown:
        others = sorted(
            (name for name in counts if name not in hidden),
            key=lambda name: (counts[name] == 0, counts[name], name),
        )
        for name in others:
            if len(hidden) >= 2 and sum(counts[each] for each in hidden) >= k:
                break
            hidden.add(name)
    return {name: None if name in hidden else n for name, n in counts.items()}
