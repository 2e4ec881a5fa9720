"""Where one note ends and the next begins: evidence at each line break, weighed together.

A note is wrapped at its own width, so a break inside it stands where the next word did
not fit. Capitals, punctuation and the kinds of words around the break tell more. The best
division is found by dynamic programming over all of them, and the confidence of a note is
its share of the total weight of all divisions (forward-backward over a semi-Markov chain).

The weights below are log-odds; set by hand and then improved one at a time on boards made
of open answers (Lapsibarometri 2016, Kehitysyhteistyö 2012, vaalikone kunta2000; CC BY 4.0)
wrapped at random widths.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rakenlp.corpus.board_lines import Habits, Line, conjunctions
from rakenlp.corpus.board_words import WORD, is_proper, pair_weight

# Evidence for a border from the end of the line before it.
QUESTION, EXCLAMATION, DOTS, FULL_STOP, SMILEY, BRACKET = 3.0, 2.0, 1.0, 0.8, 2.0, 0.5
ITEM_NUMBER, HYPHEN, OPEN_SIGN, COLON, ABBREVIATION = -4.0, -4.0, -4.0, -2.0, -2.0
PADDING = 1.5
# Padding tells a border only where it is rare; some tools pad every line.
MAX_PADDED_SHARE = 1 / 3
# Evidence from the words around the break, limited, and from a conjunction after it.
PAIR_SHARE, MIN_PAIR, MAX_PAIR, CONJUNCTION = 0.4, -3.0, 4.0, -1.0
CLOSING_SIGN = -5.0
# How often a line inside a note begins with a capital: after a sentence, with a name, else;
# and with a small letter: after a sentence, else.
CAPITAL_INSIDE = {"after": 0.9, "name": 0.25, "else": 0.05}
SMALL_INSIDE = {"after": 0.1, "else": 0.93}
LETTER_START_SHARE = 0.95
ITEM_START, ITEM_MIDDLE = 8.0, -8.0
# Any break, before evidence, while one in four is a border; each board tells its own share.
PRIOR, BORDER_SHARE = -1.1, 0.25
MIN_BORDER_SHARE, MAX_BORDER_SHARE = 0.15, 0.8
# A break where the next word did not fit (for it), fitted narrowly, clearly, by far.
DID_NOT_FIT, NARROW, CLEAR, FAR = 0.45, -0.6, -3.8, -4.5
NARROW_SHARE, CLEAR_SHARE = 0.06, 0.2
# Words in a note, log-normal; notes wider than this are rare.
MEDIAN_WORDS, WORDS_SPREAD = 5.0, 1.5
MAX_WIDTH, WIDTH_COST = 50, 0.1
MAX_NOTE_LINES = 30
# Share of notes that begin with a small letter: first guess, bounds, rounds of improvement.
SMALL_START, MIN_SMALL, MAX_SMALL, ROUNDS = 0.3, 0.08, 0.9, 3

SENTENCE_END = re.compile(r"[.!?…][)\"”’']*$")
SHORTENED = re.compile(
    r"\b(?:esim|mm|ks|n|s|klo|nro|ml|ts|huom|vrt|ent|alk|osal|t\.ex|bl\.a)\.$", re.I
)
ENDINGS = (
    (re.compile(r"(?:^|\s)\d{1,2}[.)]$"), ITEM_NUMBER),
    (SHORTENED, ABBREVIATION),
    (re.compile(r"\?[)\"”’']*$"), QUESTION),
    (re.compile(r"![)\"”’']*$"), EXCLAMATION),
    (re.compile(r"(?:\.{2,}|…)$"), DOTS),
    (re.compile(r"\.[)\"”’']*$"), FULL_STOP),
    (re.compile(r"[:;]-?[)(DP]$|[☀-➿\U0001f300-\U0001faff]\ufe0f?$"), SMILEY),
    (re.compile(r"[^\W\d_]-$"), HYPHEN),
    (re.compile(r"[,;(/]$|(?:^|\s)[-–—&+=/→]$"), OPEN_SIGN),
    (re.compile(r":$"), COLON),
    (re.compile(r"\)$"), BRACKET),
)


@dataclass(frozen=True, slots=True)
class Division:
    """Notes as (first, last) index of lines, and the confidence (0-1) of each."""

    notes: tuple[tuple[int, int], ...]
    confidences: tuple[float, ...]


def _first_word(text: str) -> str:
    """What had to fit on the line before: a word, or its part up to a hyphen."""
    word = text.split(maxsplit=1)[0]
    found = re.match(r".*?\w-(?=\w)", word)
    return found[0] if found else word


def _shouts(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 4 and sum(sign.isupper() for sign in letters) > 0.7 * len(letters)


def _word_evidence(before: str, after: str) -> float:
    """From the words that meet at a break without punctuation."""
    left, right = WORD.findall(before), WORD.match(after)
    if not left or not right or not before.endswith(left[-1]):
        return 0.0
    weight = pair_weight(left[-1], right[0])
    return -PAIR_SHARE * max(MIN_PAIR, min(MAX_PAIR, weight))


@dataclass(frozen=True, slots=True)
class Style:
    """How often notes of a board begin with a small letter, and how often a break is a border."""

    small_share: float = SMALL_START
    border_share: float = BORDER_SHARE


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


@dataclass(frozen=True, slots=True)
class Break:
    """A line break: evidence for a border, and how the next line begins.

    ``capital`` and ``small`` are the shares of lines inside notes that begin so after such
    a line (0 where the next line begins otherwise). ``needed`` is the width that would have
    kept the next word on the line.
    """

    evidence: float
    capital: float
    small: float
    needed: int

    def score(self, style: Style) -> float:
        """Evidence on a board of this style."""
        score = self.evidence + PRIOR + _logit(style.border_share) - _logit(BORDER_SHARE)
        if self.capital:
            return score + math.log((1 - style.small_share) * LETTER_START_SHARE / self.capital)
        if self.small:
            return score + math.log(style.small_share * LETTER_START_SHARE / self.small)
        return score


def _ending(text: str) -> tuple[float, bool]:
    """Evidence of a line's end, and whether it left the sentence open or ended it."""
    for pattern, weight in ENDINGS:
        if pattern.search(text):
            return weight, True
    return 0.0, False


def _break(before: Line, after: Line, habits: Habits, padding_tells: bool) -> Break:
    weight, marked = _ending(before.text)
    ended = weight > 0 and bool(SENTENCE_END.search(before.text))
    evidence = weight + habits.gaps.get(after.blanks, 0.0)
    if not marked:
        evidence += _word_evidence(before.text, after.text)
    if before.padded and padding_tells:
        evidence += PADDING
    if habits.listed:
        evidence += ITEM_START if after.marker else ITEM_MIDDLE
    word = WORD.match(after.text)
    first = after.text[0]
    capital = small = 0.0
    if first.isupper() and not _shouts(after.text):
        name = not ended and word is not None and is_proper(word[0])
        capital = CAPITAL_INSIDE["after" if ended else "name" if name else "else"]
    elif first.islower():
        small = SMALL_INSIDE["after" if ended else "else"]
        if word and word[0] in conjunctions():
            evidence += CONJUNCTION
    elif first in "),.;:!?":
        evidence += CLOSING_SIGN
    needed = len(before.text) + 1 + len(_first_word(after.text))
    return Break(evidence, capital, small, needed)


def _fit(needed: int, width: int) -> float:
    """Weight of a break inside a note of this width."""
    spare = width - needed
    if spare < 0:
        return DID_NOT_FIT
    if spare <= 1 or spare <= NARROW_SHARE * width:
        return NARROW
    return CLEAR if spare <= CLEAR_SHARE * width else FAR


def _note_weights(lines: Sequence[Line], breaks: Sequence[Break]) -> list[list[float]]:
    """Weight of the note of lines i … i + k at ``[i][k]``, borders left out."""
    weights = []
    for first in range(len(lines)):
        row, width, words = [], 0, 0
        for last in range(first, min(len(lines), first + MAX_NOTE_LINES)):
            width = max(width, len(lines[last].text))
            words += lines[last].n_words
            distance = (math.log(words) - math.log(MEDIAN_WORDS)) / WORDS_SPREAD
            weight = -0.5 * distance**2
            weight += sum(_fit(breaks[k].needed, width) for k in range(first, last))
            if last > first:
                weight -= WIDTH_COST * max(0, width - MAX_WIDTH)
            row.append(weight)
        weights.append(row)
    return weights


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))


class _Lattice:
    """All divisions of some lines, weighed."""

    def __init__(self, weights: list[list[float]], borders: Sequence[float]) -> None:
        self.n = len(weights)
        self._weights = weights
        # The first line begins a note in every division.
        self._borders = [0.0, *borders]
        self._ahead = self._forward()
        self._behind = self._backward()

    def _weight(self, first: int, last: int) -> float:
        return self._borders[first] + self._weights[first][last - first]

    def _firsts(self, last: int) -> range:
        return range(max(0, last - MAX_NOTE_LINES + 1), last + 1)

    def _forward(self) -> list[float]:
        sums = [0.0]
        for last in range(self.n):
            sums.append(_log_sum([sums[i] + self._weight(i, last) for i in self._firsts(last)]))
        return sums

    def _backward(self) -> list[float]:
        sums = [0.0] * (self.n + 1)
        for first in range(self.n - 1, -1, -1):
            lasts = range(first, first + len(self._weights[first]))
            sums[first] = _log_sum([self._weight(first, j) + sums[j + 1] for j in lasts])
        return sums

    def start_share(self, first: int) -> float:
        """Probability that a note begins at a line."""
        return math.exp(self._ahead[first] + self._behind[first] - self._ahead[self.n])

    def note_share(self, first: int, last: int) -> float:
        """Probability that just these lines are a note."""
        around = self._ahead[first] + self._behind[last + 1]
        return math.exp(around + self._weight(first, last) - self._ahead[self.n])

    def best(self) -> list[tuple[int, int]]:
        """The division of the largest weight."""
        sums, origin = [0.0], [0]
        for last in range(self.n):
            score, first = max((sums[i] + self._weight(i, last), -i) for i in self._firsts(last))
            sums.append(score)
            origin.append(-first)
        notes, end = [], self.n
        while end:
            notes.append((origin[end], end - 1))
            end = origin[end]
        return notes[::-1]


def divide(lines: Sequence[Line], habits: Habits) -> Division:
    """Divide lines into notes.

    Parameters
    ----------
    lines : sequence of Line
        Lines of notes alone: question, headings and strays taken away.
    habits : Habits
        What blank lines and list markers tell on this board.

    Returns
    -------
    Division
        Every line is in one note.
    """
    if not lines:
        return Division((), ())
    padding_tells = sum(line.padded for line in lines) < MAX_PADDED_SHARE * len(lines)
    breaks = [_break(before, after, habits, padding_tells) for before, after in pairwise(lines)]
    weights = _note_weights(lines, breaks)
    style = Style()
    for _ in range(ROUNDS):
        lattice = _Lattice(weights, [place.score(style) for place in breaks])
        style = _find_style(lines, lattice)
    notes = lattice.best()
    shares = [min(1.0, lattice.note_share(first, last)) for first, last in notes]
    return Division(tuple(notes), tuple(shares))


def _find_style(lines: Sequence[Line], lattice: _Lattice) -> Style:
    """The style of the board by its present division."""
    shares = [lattice.start_share(index) for index in range(len(lines))]
    small = sum(p for p, line in zip(shares, lines, strict=True) if line.text[0].islower())
    capital = sum(p for p, line in zip(shares, lines, strict=True) if line.text[0].isupper())
    # One small and three capital starts are assumed beforehand, and eight breaks, for boards
    # of a few notes.
    small_share = (small + 1) / (small + capital + 4)
    border_share = (sum(shares[1:]) + 8 * BORDER_SHARE) / (len(shares) - 1 + 8)
    return Style(
        min(MAX_SMALL, max(MIN_SMALL, small_share)),
        min(MAX_BORDER_SHARE, max(MIN_BORDER_SHARE, border_share)),
    )
