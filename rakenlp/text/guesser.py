"""Lemmas for words no dictionary knows: names, slang, new loans.

A suffix guesser in the manner of Mikheev (1997), "Automatic rule induction for unknown-word
guessing": rules "take off this ending, put on that one" counted by the last letters of
words whose lemma is known, and the longest last letters with evidence decide.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from rakenlp.text.conventions import Candidate
from rakenlp.text.names import possible_bases

MAX_SUFFIX = 5  # letters; longer ones are too rare to count
MAX_RULES = 4  # guesses kept for one suffix
MIN_COUNT = 4  # word types behind a suffix


def rule_of(form: str, lemma: str) -> tuple[int, str]:
    """How ``form`` becomes ``lemma``: (letters taken off the end, letters put on).

    Examples
    --------
    >>> rule_of("tweetillä", "tweetti")
    (4, 'ti')
    """
    same = 0
    for a, b in zip(form, lemma, strict=False):
        if a != b:
            break
        same += 1
    return len(form) - same, lemma[same:]


class Guesser:
    """Suffix rules for names ("P") and for other words ("c").

    Parameters
    ----------
    rules : dict
        (kind, suffix) → list of (take off, put on, tag, count), most frequent first.
    """

    def __init__(self, rules: dict[tuple[str, str], list[tuple[int, str, str, int]]]) -> None:
        self._rules = rules

    @classmethod
    def read(cls, path: Path) -> Guesser:
        """Read rules from a TSV file (kind, suffix, take off, put on, tag, count)."""
        rules: dict[tuple[str, str], list[tuple[int, str, str, int]]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            kind, suffix, off, on, tag, count = line.split("\t")
            rules[kind, suffix].append((int(off), on, tag, int(count)))
        return cls(dict(rules))

    def write(self, path: Path) -> None:
        """Write the rules that :meth:`read` reads."""
        lines = ["# kind, suffix, letters off, letters on, tag, word types behind it"]
        for (kind, suffix), rules in sorted(self._rules.items()):
            lines += [f"{kind}\t{suffix}\t{o}\t{a}\t{t}\t{c}" for o, a, t, c in rules]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    @classmethod
    def learn(cls, words: Iterable[tuple[str, str, str, str]]) -> Guesser:
        """Count rules from (kind, form, lemma, tag), one row a word type."""
        counts: dict[tuple[str, str], Counter[tuple[int, str, str]]] = defaultdict(Counter)
        for kind, form, lemma, tag in words:
            off, on = rule_of(form, lemma)
            for size in range(0, MAX_SUFFIX + 1):
                if off <= size <= len(form) - 2:  # never take off letters that were not looked at
                    counts[kind, form[len(form) - size :]][off, on, tag] += 1
        rules = {}
        for key, found in counts.items():
            if sum(found.values()) >= MIN_COUNT:
                best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MAX_RULES]
                rules[key] = [(off, on, tag, count) for (off, on, tag), count in best]
        return cls(rules)

    def guess(self, word: str) -> list[Candidate]:
        """Candidates of an unknown word, likeliest first; the word itself is among them."""
        capital = word[:1].isupper()
        out: list[Candidate] = []
        if capital or word != word.lower():
            out.append(Candidate(word, "PROPN", "PROPN|nom|sg", "", "guess"))
            out += self._apply(word, "P")
            out += [
                Candidate(base, "PROPN", f"PROPN|{case}|sg", "", "guess")
                for base, case in possible_bases(word)
            ]
        if not word.isupper():
            lower = word.lower()
            out += self._apply(lower, "c")
            out.append(Candidate(lower, "NOUN", "NOUN|nom|sg", "", "guess"))
        out.append(Candidate(word, "X", "X", "", "guess"))
        return out

    def _apply(self, word: str, kind: str) -> list[Candidate]:
        for size in range(min(MAX_SUFFIX, len(word) - 2), -1, -1):
            rules = self._rules.get((kind, word[len(word) - size :].lower()))
            if rules:
                return [
                    Candidate(word[: len(word) - off] + on, tag.split("|")[0], tag, "", "guess")
                    for off, on, tag, _ in rules
                    if len(word) - off >= 2
                ]
        return []

    def log_share(self, word: str, candidate: Candidate) -> float:
        """Natural log of the share of ``candidate``'s rule among its suffix's rules, −4 at least."""
        kind = "P" if candidate.upos == "PROPN" else "c"
        base = word if kind == "P" else word.lower()
        for size in range(min(MAX_SUFFIX, len(word) - 2), -1, -1):
            rules = self._rules.get((kind, base[len(base) - size :].lower()))
            if rules:
                wanted = (*rule_of(base, candidate.lemma), candidate.tag)
                total = sum(rule[3] for rule in rules)
                for off, on, tag, count in rules:
                    if (off, on, tag) == wanted:
                        return max(math.log(count / total), -4.0)
                break
        return -4.0
