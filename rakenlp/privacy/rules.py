"""A rule: one written form of one kind of personal data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rakenlp.records import Span

Accept = Callable[[re.Match[str]], bool]

# A case ending glued to a code: "131052-308Tn", "0401234567:ään", "FI21…:lle".
ENDING = r"(?::?[a-zåäö]{1,6})?(?!\w)"


def always(_: re.Match[str]) -> bool:
    """Accept every match of the pattern."""
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what it finds, and what else must hold.

    The span is the group ``data`` of the pattern where it has one (the rest is context),
    otherwise the whole match. ``score`` (0–1) is the confidence in a match. ``needs_digit``
    is False for the few patterns that can match a text without any digit.
    """

    type: str
    name: str
    score: float
    pattern: re.Pattern[str]
    accept: Accept = always
    needs_digit: bool = True

    def spans(self, text: str) -> Iterator[Span]:
        """Yield what the rule finds, left to right."""
        group: str | int = "data" if "data" in self.pattern.groupindex else 0
        for match in self.pattern.finditer(text):
            if self.accept(match):
                start, end = match.span(group)
                yield Span(start=start, end=end, type=self.type, rule=self.name, score=self.score)


def rule(
    kind: str,
    name: str,
    score: float,
    pattern: str,
    *,
    accept: Accept = always,
    flags: str = "",
    needs_digit: bool = True,
) -> Rule:
    """Write a rule; ``flags`` are the letters of inline flags ("i")."""
    compiled = re.compile(f"(?{flags}:{pattern})" if flags else pattern)
    return Rule(kind, name, score, compiled, accept, needs_digit)


def apply(rules: Iterable[Rule], text: str) -> list[Span]:
    """Find everything: an earlier rule wins over a later one that overlaps it."""
    kept: list[Span] = []
    for each in rules:
        for span in each.spans(text):
            if all(span.end <= other.start or span.start >= other.end for other in kept):
                kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def before(match: re.Match[str], width: int) -> str:
    """Text of up to ``width`` characters before a match, on its own line, in small letters."""
    start = match.start("data") if "data" in match.re.groupindex else match.start()
    return match.string[max(0, start - width) : start].rpartition("\n")[2].lower()


def after(match: re.Match[str], width: int) -> str:
    """Text of up to ``width`` characters after a match, on its own line, in small letters."""
    end = match.end("data") if "data" in match.re.groupindex else match.end()
    return match.string[end : end + width].partition("\n")[0].lower()
