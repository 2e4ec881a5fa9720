"""Damaged texts made readable again: lost ä and ö, mojibake, line-end hyphens, odd spaces.

A text is touched only where it is damaged. Lost letters are looked for only in Finnish
documents that have next to no ä or ö, and each word is changed only when the right one is
sure (:mod:`rakenlp.text.restore`). Every change is recorded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

import ftfy

from rakenlp.finnish.voikko import open_voikko
from rakenlp.records import Change, Repair
from rakenlp.text.language import detect_language
from rakenlp.text.placeholders import PATTERN
from rakenlp.text.restore import MISREAD, Restored, restore_word

MAX_DOTTED_SHARE = 0.005  # ä and ö of all letters; sound Finnish has some 0.05
MIN_LETTERS = 40  # in a shorter text their absence says nothing
MIN_RESTORED = 2  # usual words that must turn up before anything is changed
MIN_RESTORED_SHARE = 0.4  # of the words that could not be read
MIN_MISREAD = 3  # words with d, é or 6 in the place of a vowel: a machine misread the page
SAMPLE_CHARACTERS = 3000  # enough to tell the language of a document

_MOJIBAKE = re.compile(
    r"[^ \t\r\n]*(?:Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¤¶¥]|â€|Â[\u00a0-\u00bf])[^ \t\r\n]*"
)
_SPACE = re.compile("[\u00a0\u2007\u202f\u2009\u200a]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]+")
_DECOMPOSED = re.compile("[aoAO][\u0308\u030a]")
_LIGATURE = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
_LIGATURES = re.compile("[" + "".join(_LIGATURE) + "]")
_COMPOSED = {"a\u0308": "ä", "o\u0308": "ö", "A\u0308": "Ä", "O\u0308": "Ö",
             "a\u030a": "å", "A\u030a": "Å"}  # fmt: skip
_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]{2,})-[ \t]*\r?\n[ \t]*([a-zåäöé6®]{2,})(?![\w-])")
_CONJUNCTIONS = frozenset({"ja", "tai", "seka", "sekä", "eli", "eikä", "och", "eller", "and", "or"})
_WORD = re.compile(r"\|?[^\W\d_](?:[\w®](?!@))*[^\W_®]?|" + PATTERN + r"|\S")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|" + PATTERN)


class _Edit(NamedTuple):
    """``after`` is to stand in the place of ``[start, end)``."""

    start: int
    end: int
    after: str
    rule: str


class _Piece(NamedTuple):
    """Where an edit stands in the edited text, and stood in the given one."""

    start: int
    end: int
    old_start: int
    old_end: int
    rule: str


def repair_text(text: str) -> Repair:
    """Repair a damaged text; leave a sound one as it is.

    Parameters
    ----------
    text : str
        One whole document: damage is judged by the document, not by the word.

    Returns
    -------
    Repair
        The text and its changes in order; ``start`` and ``before`` refer to the given text.
        Rules: ``mojibake``, ``letter`` (a letter in two code points, a ligature), ``space``
        (an unusual space, same length), ``invisible`` (soft hyphens and the like),
        ``hyphen`` (a word cut at a line end), ``umlaut`` (lost ä and ö).

    Notes
    -----
    Placeholders of redacted data and addresses are never touched. Swedish and English
    are never "repaired" into Finnish.

    Examples
    --------
    >>> repair_text("SisÃ¤Ã¤nkÃ¤ynti").text
    'Sisäänkäynti'
    """
    encoding = list(_encoding_edits(text))
    text1, places = _apply(text, encoding)
    letters = _lost_letters(text1)
    return _compose(text, text1, places, letters)


def _encoding_edits(text: str) -> Iterator[_Edit]:
    """Mojibake, composed letters, ligatures, spaces: without any knowledge of words."""
    if text.isascii():
        return
    taken = 0
    found: list[_Edit] = []
    for match in _MOJIBAKE.finditer(text):
        fixed = ftfy.fix_encoding(match.group())
        if fixed != match.group():
            found.append(_Edit(match.start(), match.end(), fixed, "mojibake"))
    rules: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
        (_DECOMPOSED, "letter", lambda s: _COMPOSED.get(s, s)),
        (_LIGATURES, "letter", _LIGATURE.__getitem__),
        (_SPACE, "space", lambda _: " "),
        (_INVISIBLE, "invisible", lambda _: ""),
    )
    for pattern, rule, after in rules:
        for match in pattern.finditer(text):
            found.append(_Edit(match.start(), match.end(), after(match.group()), rule))
    for edit in sorted(found):
        if edit.start >= taken and text[edit.start : edit.end] != edit.after:
            yield edit
            taken = edit.end


def _lost_letters(text: str) -> list[_Edit]:
    """Words cut at line ends, and lost ä and ö when the document has lost them."""
    lost = _has_lost_letters(text)
    misread = lost and _is_misread(text)
    joined = list(_hyphen_edits(text, lost=lost, misread=misread))
    if not lost:
        return joined
    closed = [(edit.start, edit.end) for edit in joined]
    closed += [match.span() for match in _ADDRESS.finditer(text)]
    words = [
        match
        for match in _WORD.finditer(text)
        if len(match.group()) > 1
        and not any(a < match.end() and match.start() < b for a, b in closed)
    ]
    restored = [(match, restore_word(match.group(), misread=misread)) for match in words]
    if not _is_evident(restored):
        return joined
    edits = [_Edit(m.start(), m.end(), r.word, "umlaut") for m, r in restored if r is not None]
    return sorted([*joined, *edits])


def _has_lost_letters(text: str) -> bool:
    dotted = sum(map(text.count, "äöÄÖ"))
    if dotted >= MAX_DOTTED_SHARE * len(text):
        return False  # nearly every sound text ends here, without its letters being counted
    letters = sum(ch.isalpha() for ch in text)
    return (
        letters >= MIN_LETTERS
        and dotted < MAX_DOTTED_SHARE * letters
        and detect_language(text[:SAMPLE_CHARACTERS]) == "fi"
    )


def _is_misread(text: str) -> bool:
    """Whether a machine misread the page: unknown words with d, é or 6 for a vowel."""
    words = {m.group() for m in _WORD.finditer(text) if len(m.group()) > 3}
    hits = [w for w in sorted(words) if MISREAD.search(w) and not open_voikko().knows(w)]
    return len(hits) >= MIN_MISREAD


def _is_evident(restored: list[tuple[re.Match[str], Restored | None]]) -> bool:
    """Whether enough usual words turned up, so that the document really lost its letters."""
    usual = {r.word.lower() for _, r in restored if r is not None and r.common}
    unread = sum(not open_voikko().knows(m.group()) for m, _ in restored if m.group().isalpha())
    n_restored = sum(r is not None for _, r in restored)
    return len(usual) >= MIN_RESTORED and n_restored >= MIN_RESTORED_SHARE * unread


def _hyphen_edits(text: str, *, lost: bool, misread: bool) -> Iterator[_Edit]:
    """*sosiaali-⏎palvelut*: joined when the joined word is one and no elliptic compound."""
    for match in _HYPHENATED.finditer(text):
        first, second = match.groups()
        if second.lower() in _CONJUNCTIONS:
            continue
        whole = first + second
        if open_voikko().knows(whole):
            yield _Edit(match.start(), match.end(), whole, "hyphen")
        elif lost and (found := restore_word(whole, misread=misread)):
            yield _Edit(match.start(), match.end(), found.word, "hyphen")


def _apply(text: str, edits: list[_Edit]) -> tuple[str, list[_Piece]]:
    """The edited text, and where each edit stands in it and stood in the given one."""
    pieces: list[str] = []
    places: list[_Piece] = []
    done = length = 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.after]
        length += edit.start - done
        places.append(_Piece(length, length + len(edit.after), edit.start, edit.end, edit.rule))
        length += len(edit.after)
        done = edit.end
    pieces.append(text[done:])
    return "".join(pieces), places


def _compose(text: str, text1: str, first: list[_Piece], second: list[_Edit]) -> Repair:
    """One list of changes of the given text out of two rounds of edits.

    Edits of the two rounds that touch each other in the text between them become one.
    """
    spans = sorted([(p.start, p.end) for p in first] + [(e.start, e.end) for e in second])
    groups: list[tuple[int, int]] = []
    for start, end in spans:
        if groups and start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(end, groups[-1][1]))
        else:
            groups.append((start, end))
    starts = [p.start for p in first]
    ends = [p.end for p in first]
    taken = [0, *accumulate((p.old_end - p.old_start) - (p.end - p.start) for p in first)]
    changes = []
    for start, end in groups:
        if start == end:  # something invisible was taken away here
            low = bisect_left(starts, start)
            high = low + 1
        else:
            low, high = bisect_right(ends, start), bisect_left(starts, end)
        begin, stop = start + taken[low], end + taken[high]
        new = [e for e in second if start <= e.start and e.end <= end]
        moved = [_Edit(e.start - start, e.end - start, e.after, e.rule) for e in new]
        after, _ = _apply(text1[start:end], moved)
        rule = new[0].rule if new else first[low].rule
        changes.append(Change(start=begin, before=text[begin:stop], after=after, rule=rule))
    pieces, done = [], 0
    for change in changes:
        pieces += [text[done : change.start], change.after]
        done = change.start + len(change.before)
    return Repair(text="".join([*pieces, text[done:]]), changes=tuple(changes))
