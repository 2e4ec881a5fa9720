"""The taxonomy tagger: texts → classes with a score and the words that showed them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rakenlp.phenomena.negation import is_negation, negated_words
from rakenlp.phenomena.swedish import SwedishTriggers, looks_swedish
from rakenlp.phenomena.taxonomy import TaxonomyClass, read_taxonomy
from rakenlp.phenomena.triggers import PatternIndex, Trigger, find_trigger
from rakenlp.phenomena.words import Word, split_words
from rakenlp.records import Tag

# A class needs SCORE_FLOOR. Evidence adds up as 1 − Π(1 − weight), so that one strong
# trigger (0.70) or two weak ones (0.64) are enough and one weak (0.40) is not.
STRONG_WEIGHT, WEAK_WEIGHT, SCORE_FLOOR = 0.7, 0.4, 0.6

# A weak trigger counts only when another signal of the class stands this near: in a long
# text two weak words far apart have nothing to do with each other.
WEAK_REACH = 25

_SPACES = re.compile(r"\s+")


class TaxonomyTagger:
    """Tag texts with the classes of a taxonomy.

    Every reading of a word and every part of a compound may match, so no disambiguation is
    needed; an unknown or misspelt word is compared by its folded stem. Texts that look
    Swedish are read with the Swedish triggers instead.

    Parameters
    ----------
    name : {"elama", "kehittaminen"}, default "elama"
        "elama": phenomena in people's lives; "kehittaminen": development themes.
    path : Path, optional
        An own taxonomy file of the same form.

    Raises
    ------
    SettingsError
        If the name is unknown or the file is wrong.
    MissingDependencyError
        If Voikko is not installed (at the first call of :meth:`tag`).

    Examples
    --------
    >>> [tag.id for tag in TaxonomyTagger("elama").tag(["Vuokravelka johti häätöön."])[0]]
    ['haato']
    """

    def __init__(self, name: str = "elama", *, path: Path | None = None) -> None:
        self.name = name if path is None else path.stem
        self._classes = read_taxonomy(name, path=path)
        active = [item for item in self._classes.values() if not item.reserve]
        self._active = active
        self._index = PatternIndex(
            trigger for item in active for trigger in (*item.strong, *item.weak, *item.exclude)
        )
        # anchor pattern → which triggers it may start: (number of the class, kind, number)
        self._by_pattern: dict[str, list[tuple[int, str, int]]] = {}
        for number, item in enumerate(active):
            for kind in ("strong", "weak", "exclude"):
                for i, trigger in enumerate(getattr(item, kind)):
                    for pattern in trigger.anchor:
                        self._by_pattern.setdefault(pattern, []).append((number, kind, i))
        self._swedish = SwedishTriggers({item.id: item.swedish for item in active})

    @property
    def classes(self) -> Mapping[str, TaxonomyClass]:
        """Class id → class, in the order of the taxonomy; the reserve class last."""
        return self._classes

    @property
    def reserve(self) -> TaxonomyClass | None:
        """The class of what fits no other, if the taxonomy has one. It is never tagged."""
        return next((item for item in self._classes.values() if item.reserve), None)

    def tag(self, texts: Iterable[str]) -> list[list[Tag]]:
        """Tag each text.

        Parameters
        ----------
        texts : iterable of str

        Returns
        -------
        list of list of Tag
            One list a text, best first (score, then id); empty when nothing fits.
        """
        return [self._tag_one(text) for text in texts]

    def _tag_one(self, text: str) -> list[Tag]:
        if not text.strip():
            return []
        if looks_swedish(text):
            return self._swedish_tags(text)
        words = split_words(text)
        places: dict[str, list[int]] = {}
        for i, word in enumerate(words):
            for pattern in self._index.matches(word.surface, word.keys):
                places.setdefault(pattern, []).append(i)
        at_hand: dict[int, dict[str, set[int]]] = {}
        for pattern in places:
            for number, kind, i in self._by_pattern.get(pattern, ()):
                at_hand.setdefault(number, {}).setdefault(kind, set()).add(i)
        candidates = [n for n in sorted(at_hand) if at_hand[n].keys() & {"strong", "weak"}]
        if not candidates:
            return []
        denied = negated_words(words)
        tags = []
        for number in candidates:
            item = self._active[number]
            kinds = at_hand[number]
            chosen = Chosen(
                strong=[item.strong[i] for i in sorted(kinds.get("strong", ()))],
                weak=[item.weak[i] for i in sorted(kinds.get("weak", ()))],
                exclude=[item.exclude[i] for i in sorted(kinds.get("exclude", ()))],
            )
            found = _find_evidence(chosen, places, words, denied if item.negatable else frozenset())
            if found is not None:
                tags.append(Tag(id=item.id, score=found[0], evidence=found[1]))
        return _best_first(tags)

    def _swedish_tags(self, text: str) -> list[Tag]:
        return _best_first(
            [
                Tag(id=name, score=_score(len(found), 0), evidence=found)
                for name, found in self._swedish.find(text).items()
            ]
        )


def _best_first(tags: list[Tag]) -> list[Tag]:
    return sorted(tags, key=lambda tag: (-tag.score, tag.id))


def _score(n_strong: int, n_weak: int) -> float:
    rest = (1 - STRONG_WEIGHT) ** n_strong * (1 - WEAK_WEIGHT) ** n_weak
    return round(1 - rest, 3)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The triggers of one class that a text may hold."""

    strong: list[Trigger]
    weak: list[Trigger]
    exclude: list[Trigger]


def _find_evidence(
    chosen: Chosen,
    places: Mapping[str, Sequence[int]],
    words: Sequence[Word],
    denied: frozenset[int],
) -> tuple[float, tuple[str, ...]] | None:
    """Score and evidence of one class in a text; None below the floor."""
    void: set[int] = set()
    for trigger in chosen.exclude:
        for spot in find_trigger(trigger, places, words):
            void.update(spot)
    strong = _free_spots(chosen.strong, places, words, void, denied=denied)
    weak = [
        spot
        for spot in _free_spots(chosen.weak, places, words, void, denied=denied, once=True)
        if not any(set(spot) & set(other) for other in strong)
    ]
    weak = [spot for spot in weak if _has_company(spot, [*strong, *weak], words)]
    score = _score(len(strong), len(weak))
    if score < SCORE_FLOOR:
        return None
    spots = sorted([*strong, *weak])
    return score, tuple(dict.fromkeys(_evidence(spot, words) for spot in spots))


def _free_spots(
    triggers: Sequence[Trigger],
    places: Mapping[str, Sequence[int]],
    words: Sequence[Word],
    void: set[int],
    *,
    denied: frozenset[int],
    once: bool = False,
) -> list[tuple[int, ...]]:
    """Return where triggers stand, none on a void or denied word.

    A trigger that holds the negation itself ("asuntoa ei ole") is not denied by it. One spot a distinct word form, or one a trigger with ``once``.
    """
    spots: dict[tuple[str, ...], tuple[int, ...]] = {}
    taken: set[int] = set()
    for trigger in triggers:
        for spot in find_trigger(trigger, places, words):
            # Two triggers on one word ("velka", "velkajärjestely") are one signal.
            if set(spot) & void or set(spot) & taken:
                continue
            if set(spot) & denied and not any(is_negation(words[i]) for i in spot):
                continue
            form = tuple(sorted(words[i].surface.lower() for i in spot))
            if form not in spots:
                spots[form] = spot
                taken |= set(spot)
                if once:
                    break
    return list(spots.values())


def _has_company(
    spot: tuple[int, ...], spots: Sequence[tuple[int, ...]], words: Sequence[Word]
) -> bool:
    mine = {words[i].surface.lower() for i in spot}
    return any(
        other != spot
        and not set(other) & set(spot)
        and mine != {words[i].surface.lower() for i in other}
        and abs(other[0] - spot[0]) <= WEAK_REACH
        for other in spots
    )


def _evidence(spot: tuple[int, ...], words: Sequence[Word]) -> str:
    return _SPACES.sub(" ", " … ".join(words[i].surface for i in sorted(spot)))
