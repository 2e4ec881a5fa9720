"""New, rare and returned: what a month shows besides its common phenomena."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

import pandas as pd

from rakenlp.finnish.voikko import open_voikko
from rakenlp.phenomena.labels import capital
from rakenlp.phenomena.noun_phrases import Token, find_phrases, group_tokens, write_phrase
from rakenlp.phenomena.terms import fillers, function_words, is_term
from rakenlp.phenomena.trends import gap_months
from rakenlp.records import Phenomenon, Signal

Kind = Literal["new_phenomenon", "single", "returned"]

NEW_PHENOMENON = "Ilmiö nousi esiin ensimmäistä kertaa tällä jaksolla."
SINGLE = "Yksittäinen havainto, joka ei muistuta muita havaintoja."
NEW_WORD = "Sana esiintyy aineistossa ensimmäistä kertaa, useammassa kuin yhdessä raportissa."
UNKNOWN_WORD = "Sanaa ei ole sanakirjassa, ja se esiintyy nyt useammassa kuin yhdessä raportissa."
RETURNED = "Ilmiöstä ei ollut havaintoja {gap} kuukauteen, mutta nyt siitä on taas raportoitu."
RETURNED_LONG = "Ilmiöstä ei ollut havaintoja yli vuoteen, mutta nyt siitä on taas raportoitu."
SINGLE_TITLE = "Yksittäinen havainto"
_INTO = {
    1: "yhteen", 2: "kahteen", 3: "kolmeen", 4: "neljään", 5: "viiteen", 6: "kuuteen",
    7: "seitsemään", 8: "kahdeksaan", 9: "yhdeksään", 10: "kymmeneen", 11: "yhteentoista",
    12: "kahteentoista",
}  # fmt: skip

# A word must stand in two reports: once is a slip of the pen as easily as a new thing.
MIN_WORD_RECORDS = 2
MIN_WORD_LETTERS = 4
# A shorter passage ("Samoin.") is unlike everything because it says nothing.
MIN_SINGLE_WORDS = 5


def find_signals(
    phenomena: Sequence[Phenomenon],
    passages: pd.DataFrame,
    clusters: pd.DataFrame,
    tokens: pd.DataFrame,
    token_passages: pd.DataFrame | None = None,
    *,
    period: str,
    at_most: int,
) -> list[Signal]:
    """Gather the signals of a month.

    Parameters
    ----------
    phenomena : sequence of Phenomenon
        As they stand after the period.
    passages : DataFrame
        PASSAGES of the window, the period with it; nothing later.
    clusters : DataFrame
        CLUSTERS of them.
    tokens : DataFrame
        TOKENS; ``text`` is a position in ``token_passages``.
    token_passages : DataFrame, optional
        PASSAGES that ``tokens`` belong to, when they are more than ``passages``.
    period : str
        ``YYYY-MM``.
    at_most : int
        So many signals at most: the best of each kind in turn.

    Returns
    -------
    list of Signal
        New phenomena, returned ones, new words, single observations. ``why`` holds no
        counts, so that none below the disclosure limit is shown.
    """
    spoken = passages if token_passages is None else token_passages
    grouped = group_tokens(tokens, spoken["text"].tolist())
    by_id = dict(zip(spoken["passage_id"], grouped, strict=True))
    kinds = [
        _new_phenomena(phenomena, passages, period),
        _returned(phenomena, passages, period),
        _new_words(tokens, grouped, spoken, passages, period),
        _singles(phenomena, passages, clusters, by_id, period),
    ]
    chosen: list[Signal] = []
    for turn in range(max((len(kind) for kind in kinds), default=0)):
        chosen += [kind[turn] for kind in kinds if turn < len(kind)]
    return chosen[: max(at_most, 0)]


def _has_past(passages: pd.DataFrame, period: str) -> bool:
    return bool(((passages["month"] < period) & (passages["month"] != "")).any())


def _new_phenomena(
    phenomena: Sequence[Phenomenon], passages: pd.DataFrame, period: str
) -> list[Signal]:
    """New phenomena of several reports; in a first month everything is new and nothing shown."""
    if not _has_past(passages, period):
        return []
    new = [item for item in phenomena if item.state == "uusi" and item.n_records > 1]
    return [
        _signal("new_phenomenon", item, NEW_PHENOMENON)
        for item in sorted(new, key=lambda item: (-item.n_records, item.phenomenon_id))
    ]


def _returned(phenomena: Sequence[Phenomenon], passages: pd.DataFrame, period: str) -> list[Signal]:
    counts = passages.groupby("month")["record_id"].nunique()
    totals = {str(month): int(n) for month, n in counts.items()}
    found = []
    back = [item for item in phenomena if item.state == "palannut"]
    for item in sorted(back, key=lambda item: (-item.n_records, item.phenomenon_id)):
        gap = gap_months(item.months, totals, period=period)
        why = RETURNED.format(gap=_INTO[gap]) if gap in _INTO else RETURNED_LONG
        found.append(_signal("returned", item, why))
    return found


def _signal(kind: Kind, item: Phenomenon, why: str) -> Signal:
    return Signal(
        kind=kind,
        title=item.label,
        why=why,
        passage_ids=item.passage_ids,
        phenomenon_id=item.phenomenon_id,
    )


def _new_words(
    tokens: pd.DataFrame,
    grouped: Sequence[Sequence[Token]],
    spoken: pd.DataFrame,
    passages: pd.DataFrame,
    period: str,
) -> list[Signal]:
    """Content nouns first seen in the period, those outside the dictionary first.

    A word of the dictionary must be a compound: that a simple noun (*poliisi*) has not been
    used before is chance in a small material. Without earlier material only words outside the dictionary are new. Names and
    capitalised words are left out: an unknown one may be a person's.
    """
    wanted = set(passages["passage_id"])
    ids, months = spoken["passage_id"].tolist(), spoken["month"].tolist()
    records, languages = spoken["record_id"].tolist(), spoken["language"].tolist()
    rows = [
        i for i, name in enumerate(ids) if name in wanted and languages[i] == "fi" and months[i]
    ]
    known = dict(zip(tokens["lemma"].str.lower(), tokens["known"], strict=True))
    earlier: set[str] = set()
    now: dict[str, dict[str, list[str]]] = {}
    for i in rows:
        for token in grouped[i]:
            lemma = token.lemma.lower()
            if months[i] < period:
                earlier.add(lemma)
            elif months[i] == period and _may_be_new(token, lemma):
                now.setdefault(lemma, {}).setdefault(records[i], []).append(ids[i])
    past = _has_past(passages, period)
    fresh = [
        lemma
        for lemma, found in now.items()
        if len(found) >= MIN_WORD_RECORDS
        and lemma not in earlier
        and (not known.get(lemma, True) or (past and _is_compound(lemma)))
    ]
    return [
        Signal(
            kind="new_word",
            title=lemma,
            why=NEW_WORD if known.get(lemma, True) else UNKNOWN_WORD,
            passage_ids=tuple(sorted({name for found in now[lemma].values() for name in found})),
        )
        for lemma in sorted(
            fresh, key=lambda word: (known.get(word, True), -len(now[word]), -len(word), word)
        )
    ]


def _is_compound(lemma: str) -> bool:
    return any(reading.is_compound for reading in open_voikko().readings(lemma))


def _may_be_new(token: Token, lemma: str) -> bool:
    return (
        token.upos == "NOUN"
        and token.visible
        and token.surface.islower()
        and len(lemma) >= MIN_WORD_LETTERS
        and is_term(lemma)
        and lemma not in fillers()
    )


def _singles(
    phenomena: Sequence[Phenomenon],
    passages: pd.DataFrame,
    clusters: pd.DataFrame,
    tokens: Mapping[str, Sequence[Token]],
    period: str,
) -> list[Signal]:
    """Observations that stand alone: unclassified ones and new groups of one report."""
    strength = dict(zip(clusters["passage_id"], clusters["strength"], strict=True))
    loose = set(clusters.loc[clusters["cluster"] < 0, "passage_id"])
    spread = Counter(
        lemma for found in tokens.values() for lemma in {token.lemma.lower() for token in found}
    )
    here = passages[
        (passages["month"] == period)
        & passages["passage_id"].isin(loose)
        & (passages["role"] != "proposal")
        & (passages["language"] == "fi")
    ]
    found: list[tuple[float, str, Signal]] = []
    for name, text in zip(here["passage_id"], here["text"], strict=True):
        if len(text.split()) < MIN_SINGLE_WORDS:
            continue
        title = _title(tokens.get(name, ()), spread)
        one = Signal(kind="single", title=title, why=SINGLE, passage_ids=(name,))
        found.append((float(strength[name]), name, one))
    for item in phenomena:
        if item.n_records == 1 and item.n_window == 1 and item.state == "uusi":
            found.append((1.0, item.phenomenon_id, _signal("single", item, SINGLE)))
    return [one for _, _, one in sorted(found, key=lambda entry: entry[:2])]


def _title(tokens: Sequence[Token], spread: Mapping[str, int]) -> str:
    """The phrase of the rarest words: what the others do not speak of."""
    phrases = [
        phrase
        for phrase in find_phrases(tokens)
        if not any(word in fillers() or word in function_words() for word in phrase.key)
    ]
    best = min(
        phrases,
        key=lambda p: (
            sum(spread.get(word, 1) for word in p.key) / len(p.key),
            -len(p.key),
            -sum(map(len, p.words)),
            p.words,
        ),
        default=None,
    )
    return capital(write_phrase(best, plural=best.plural)) if best else SINGLE_TITLE
