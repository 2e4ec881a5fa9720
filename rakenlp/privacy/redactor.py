"""The redactor: recognise, mask, look again until nothing is found, then number the persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from rakenlp.privacy.flags import find_flags
from rakenlp.privacy.identity import number_persons
from rakenlp.privacy.name_context import NameContext
from rakenlp.privacy.persons import PersonFinder
from rakenlp.privacy.structured import find_structured
from rakenlp.privacy.view import PERSON, View
from rakenlp.records import Flag, Redaction, Span
from rakenlp.settings import PrivacySettings

TEXTS_AT_ONCE = 512

_PERSON_NUMBER = re.compile(rf"\[{PERSON} ([1-9]\d*)\]")


class Redactor:
    """Removes personal data from texts; holds settings and no text.

    Parameters
    ----------
    settings : PrivacySettings, optional
        ``allow`` and ``block`` are words or phrases never / always masked as names, in any
        case form; ``name_list`` a TSV file or folder of more names; ``names_from_pipeline``
        whether the spaCy recogniser is asked where the name model is not sure.

    Raises
    ------
    SettingsError
        If ``name_list`` cannot be read.
    MissingDependencyError
        When texts are redacted and Voikko or the Finnish pipeline is not installed.

    Examples
    --------
    >>> Redactor().redact("Soita Matti Virtaselle, p. 040 123 4567.").text
    'Soita [HENKILÖ 1], p. [PUHELIN].'
    """

    def __init__(self, settings: PrivacySettings | None = None) -> None:
        settings = settings or PrivacySettings()
        self._allow = tuple(phrase.lower() for phrase in settings.allow)
        self._finder = PersonFinder(
            NameContext.of(settings.allow, settings.block, settings.name_list),
            use_pipeline=settings.names_from_pipeline,
        )

    def redact(self, text: str) -> Redaction:
        """Redact one text; see :meth:`redact_many`."""
        return self._redact_batch([text])[0]

    def redact_many(self, texts: Iterable[str]) -> list[Redaction]:
        """Redact texts, in their order.

        Parameters
        ----------
        texts : iterable of str
            Each is redacted by itself: the result does not depend on the others.

        Returns
        -------
        list of Redaction
            ``spans`` and ``flags`` are offsets in the given text. Redacting a redacted text
            changes nothing.
        """
        found: list[Redaction] = []
        waiting = iter(texts)
        while batch := list(islice(waiting, TEXTS_AT_ONCE)):
            found += self._redact_batch(batch)
        return found

    def _redact_batch(self, texts: Sequence[str]) -> list[Redaction]:
        views = [View.of(text) for text in texts]
        spans: list[list[Span]] = [[] for _ in texts]
        waiting = list(range(len(texts)))
        while waiting:
            for index in waiting:
                while found := self._structured(views[index]):
                    views[index] = _masked(views[index], found, spans[index])
            names = self._finder.find([views[index].text for index in waiting])
            named = [(index, found) for index, found in zip(waiting, names, strict=True) if found]
            for index, found in named:
                views[index] = _masked(views[index], found, spans[index])
            waiting = [index for index, _ in named]
        return [_finished(*each) for each in zip(texts, views, spans, strict=True)]

    def _structured(self, view: View) -> list[Span]:
        found = find_structured(view.text)
        if self._allow:
            found = [s for s in found if view.text[s.start : s.end].lower() not in self._allow]
        return found


def _masked(view: View, found: Sequence[Span], collected: list[Span]) -> View:
    """Mask ``found`` and add it, in offsets of the given text, to ``collected``."""
    for span in found:
        start, end = view.in_given(span.start, span.end)
        collected.append(replace(span, start=start, end=end))
    return view.mask(found)


def _finished(text: str, view: View, spans: Sequence[Span]) -> Redaction:
    """Write the placeholders and collect the flags of what is left."""
    ordered = sorted(spans, key=lambda span: span.start)
    persons = [text[span.start : span.end] for span in ordered if span.type == PERSON]
    taken = [int(number) for number in _PERSON_NUMBER.findall(text)]
    numbers = iter(number_persons(persons, first=max(taken, default=0) + 1))
    pieces: list[str] = []
    done = 0
    for span in ordered:
        number = f" {next(numbers)}" if span.type == PERSON else ""
        pieces += (text[done : span.start], f"[{span.type}{number}]")
        done = span.end
    pieces.append(text[done:])
    flags = []
    for flag in find_flags(view.text):
        start, end = view.in_given(flag.start, flag.end)
        flags.append(Flag(start=start, end=end, type=flag.type))
    return Redaction(text="".join(pieces), spans=tuple(ordered), flags=tuple(flags))
