"""Words and sentences of running text, as people type it.

Reports, notes and open answers lack spaces, capitals and full stops; so a full stop is an
end only by what stands before and after it, and a line break only by what the lines look
like. Nothing is changed: every token is a stretch of the given text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rakenlp.text.conventions import TABLES
from rakenlp.text.placeholders import PATTERN as PLACEHOLDER_PATTERN

WRAPPED_LINE = (60, 120)  # characters: a line of this length that stops mid-sentence was wrapped
MAX_LIST_NUMBER = 30

_LETTER = r"[^\W\d_]"
_END_MARKS = frozenset({".", "!", "?", "…", "..."})
_CLOSERS = frozenset("\"'”’»)]}“")
_OPENERS = frozenset("\"'”’»«([{“„‘–—-")
_BULLETS = frozenset("•·●○▪■◆►✓✔✗☐☑")
_LIST_LINE = re.compile(r"\s*(?:[-–—*•·●○▪■◆►✓✔☐☑]|\d{1,2}[.)](?!\d)|[a-zA-Z]\))\s*\S")
_ORDINARY_END = re.compile(r"(?:[aeiouyäöå]|n|[aeiouyäö]t)$")
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its offset in the text, its written form, the number of its sentence."""

    start: int
    surface: str
    sentence: int


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, str]:
    """Abbreviations in lower case without their full stop → "mid" or "end"."""
    lines = (TABLES / "abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {form: place for form, place in rows}


_TOKEN_RULES = rf"""
    -?{_LETTER}[^\W_]*+(?:[-'’&][^\W_]++)*+(?::[a-zåäö]{{1,6}}(?![^\W_]))?-?   # word, THL:n, päihde-
    | \d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})++(?![\w:,-])(?!\.\d)             # 110 000
    | \d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}}(?!\d))?(?!\w)                # 5.4. and 5.4.2026
    | \d++(?:(?:[.,:/–−-]|\ –\ )\d++)*+(?:/[A-ZÅÄÖ]{{2,4}})?(?![-–:]?{_LETTER})(?:\.(?=\s+[a-zåäö]))?
    | -?(?:\d++[.,])*[^\W_]++(?:(?:[-'’&]|(?<=\d)[.,](?=\d))[^\W_]++)*+
      (?::[a-zåäö]{{1,6}}(?![^\W_]))?-?                                      # 18-vuotias, 5:n
    | \.{{2,}}
    | [.,]
    | {PLACEHOLDER_PATTERN.replace(" ", chr(92) + " ")}  # a placeholder of redacted data
    | [%§€$](?::[a-zåäö]{{1,6}}\b)?
    | [!?]++
    | [:;]-?[)(DPp](?!\w)                         # :)
    | \S
"""
_ADDRESS_RULES = r"""
    (?:https?://|www\.)[^\s<>"”]+[^\s<>"”.,;:!?)]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ |
"""
_TOKEN = re.compile(_TOKEN_RULES, re.VERBOSE)
_TOKEN_OR_ADDRESS = re.compile(_ADDRESS_RULES + _TOKEN_RULES, re.VERBOSE)


def scan(text: str) -> tuple[list[int], list[str], list[int]]:
    """Tokens of ``text`` as three lists: starts, surfaces, sentence numbers.

    The array form of :func:`tokenize`, for many texts.
    """
    # Addresses are rare and dear to look for: a third of the time of plain text.
    pattern = _TOKEN_OR_ADDRESS if "@" in text or "www." in text or "://" in text else _TOKEN
    short = abbreviations()
    starts: list[int] = []
    surfaces: list[str] = []
    for match in pattern.finditer(text):
        start, surface = match.start(), match.group()
        if surface == "." and starts and start == starts[-1] + len(surfaces[-1]):
            before = surfaces[-1]
            if before.lower() in short or _is_initial(before, text, start):
                surfaces[-1] = before + "."
                continue
        starts.append(start)
        surfaces.append(surface)
    return starts, surfaces, _sentences(text, starts, surfaces)


def _is_initial(before: str, text: str, start: int) -> bool:
    """Whether the full stop at ``start`` belongs to an initial (*J. K. Paasikivi*)."""
    return len(before) == 1 and before.isupper() and text[start + 1 : start + 3].strip().isupper()


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens and sentences.

    Parameters
    ----------
    text : str
        Any text; may be empty, without punctuation, or many lines.

    Returns
    -------
    list of Token
        In order. ``text[token.start : token.start + len(token.surface)] == token.surface``;
        only white space lies between tokens; sentences count from 0 without gaps.

    Examples
    --------
    >>> [t.surface for t in tokenize("Esim. THL:n ohje, klo 9–12.")]
    ['Esim.', 'THL:n', 'ohje', ',', 'klo', '9–12', '.']
    """
    starts, surfaces, sentences = scan(text)
    return [Token(*row) for row in zip(starts, surfaces, sentences, strict=True)]


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences of a text, without the white space around them."""
    starts, surfaces, sentences = scan(text)
    out: list[tuple[int, int]] = []
    for start, surface, sentence in zip(starts, surfaces, sentences, strict=True):
        end = start + len(surface)
        if sentence == len(out):
            out.append((start, end))
        else:
            out[-1] = (out[-1][0], end)
    return out


def _sentences(text: str, starts: list[int], surfaces: list[str]) -> list[int]:
    """Number of the sentence of each token."""
    numbers: list[int] = []
    current = 0
    opened = 0  # the first token of the current sentence
    short = abbreviations()
    lines = "\n" in text or "\r" in text
    last_item = 0
    for i, surface in enumerate(surfaces):
        if i > opened:
            before = surfaces[i - 1]
            end = starts[i - 1] + len(before)
            cut = lines and _breaks_line(text, end, starts[i])
            cut = cut or surface[0] in _BULLETS
            if not cut and (before in _END_MARKS or before[-1] in "!?" or before in _CLOSERS):
                cut = _ends(surfaces, i, starts[i] > end, opened)
            elif not cut and before[-1] == ".":
                cut = short.get(before[:-1].lower()) == "end" and surface[0].isupper()
            if not cut and surface.isdigit() and starts[i] > end and last_item:
                cut = _next_item(text, starts[i], surface, last_item)
            if cut:
                current += 1
                opened = i
        if i == opened and surface[0].isdigit():
            last_item = _item_number(text, starts[i], surface)
        numbers.append(current)
    return numbers


def _item_number(text: str, start: int, surface: str) -> int:
    """The number of a list item that begins here, 0 when none does."""
    digits = surface.rstrip(".")
    follows = text[start + len(digits) : start + len(digits) + 1]
    is_item = digits.isdigit() and len(digits) <= 2 and follows in (".", ")")
    return int(digits) if is_item and int(digits) <= MAX_LIST_NUMBER else 0


def _next_item(text: str, start: int, surface: str, last: int) -> bool:
    """Whether "2. Päätös" begins here after an item "1. …" on the same line."""
    after = text[start + len(surface) : start + len(surface) + 3]
    return int(surface) == last + 1 and bool(re.match(r"[.)]\s?[A-ZÅÄÖ]", after))


def _breaks_line(text: str, end: int, start: int) -> bool:
    """Whether the line break between two tokens ends a sentence."""
    gap = text[end:start]
    n_breaks = gap.count("\n") or gap.count("\r")
    if not n_breaks:
        return False
    if n_breaks > 1 or text[end - 1] in ".!?:;…" or _LIST_LINE.match(text, start):
        return not (text[end - 1] == ";" and n_breaks == 1)
    if text[start].islower():
        return False
    begin = text.rfind("\n", 0, end) + 1
    return not WRAPPED_LINE[0] <= end - begin <= WRAPPED_LINE[1]


def _ends(surfaces: list[str], i: int, spaced: bool, opened: int) -> bool:
    """Whether a sentence ends before token ``i``, which follows an end mark or a closer."""
    j = i - 1
    while j > opened and surfaces[j] in _CLOSERS:
        j -= 1
    mark, following = surfaces[j], surfaces[i]
    if mark not in _END_MARKS and mark[-1] not in "!?":
        return False
    if following in _END_MARKS or (following in _CLOSERS and not spaced):
        return False
    closed = j < i - 1
    starts_low = following[0].islower()
    if mark[-1] in "!?":
        return not (closed and starts_low)
    if closed and starts_low:
        return False
    if starts_low and not spaced:
        return False  # koske.fi
    return _stop_ends(surfaces[j - 1] if j > opened else "", following, mark, j - opened)


def _stop_ends(word: str, following: str, mark: str, n_before: int) -> bool:
    """Whether a full stop or "…" after ``word`` and before ``following`` is an end."""
    if not word:
        return False  # a stop that opens the sentence
    if word[0].isdigit() and word[-1].isdigit():
        # "1. Tiedon malli" opens a list item; "klo 9–12. 5.4.2026" goes on
        return n_before > 1 and not following[0].isdigit() and not following[0].islower()
    if following[0].islower():
        return mark == "." and len(word) > 3 and bool(_ORDINARY_END.search(word.lower()))
    if len(word) == 1 and word.isupper():
        return False  # an initial
    return following[0].isupper() or following[0].isdigit() or following[0] in _OPENERS | {"["}
