"""Learning the lemma model from text that the spaCy pipeline has tagged.

No gold lemma is read: the pipeline says which part of speech and case a word has, the
dictionary says which lemma that reading has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rakenlp.errors import EmptyInputError
from rakenlp.finnish.voikko import open_voikko
from rakenlp.text.candidates import CandidateMaker
from rakenlp.text.fst import particle_lemma
from rakenlp.text.guesser import Guesser
from rakenlp.text.lemma_model import (
    COMMON_LEMMAS,
    Particles,
    Weights,
    write_counts,
    write_weights,
)
from rakenlp.text.names import name_pairs
from rakenlp.text.targets import Sentence, agreeing, tag_sentences

PARTICLE_UPOS = ("ADV", "ADP", "SCONJ", "CCONJ")
MIN_PARTICLE_COUNT = 2  # times tagged so
MIN_PARTICLE_SHARE = 0.05  # of the form's tokens
WRAPPED_LINE = (68, 80)  # characters
MAX_JOINED_LINES = 40


def train_lemmatizer(texts: Iterable[str], folder: str | Path) -> dict[str, int]:
    """Tag texts with the spaCy pipeline, learn the lemma model and write it.

    Parameters
    ----------
    texts : iterable of str
        Finnish running text, at least some hundred thousand words of several kinds;
        lines that a text was wrapped into are joined.
    folder : str or Path
        Gets ``features.tsv``, ``lemmas.tsv``, ``forms.tsv``, ``common.txt``,
        ``particles.tsv`` and ``guesses.tsv``.

    Returns
    -------
    dict of str to int
        Counts of sentences, tokens, ambiguous tokens and weights.

    Raises
    ------
    EmptyInputError
        If the texts hold no sentence.
    """
    joined = list(unwrap(texts))
    return learn_lemmatizer(list(tag_sentences(joined)) if joined else [], folder)


def unwrap(texts: Iterable[str]) -> Iterator[str]:
    """Join lines that a text was wrapped into.

    A line of :data:`WRAPPED_LINE` characters that stops in the middle of a sentence goes on
    in the next one; at most :data:`MAX_JOINED_LINES` become one text.
    """
    lines: list[str] = []
    for text in texts:
        lines.append(text.strip())
        low, high = WRAPPED_LINE
        wrapped = low <= len(lines[-1]) <= high and lines[-1][-1] not in ".!?:"
        if not wrapped or len(lines) == MAX_JOINED_LINES:
            yield " ".join(lines)
            lines = []
    if lines:
        yield " ".join(lines)


def learn_lemmatizer(sentences: Sequence[Sentence], folder: str | Path) -> dict[str, int]:
    """Learn from sentences that are already tagged; see :func:`train_lemmatizer`."""
    from rakenlp.text.fitting import Problem  # scipy's optimiser is needed for training only

    if not sentences:
        raise EmptyInputError("training the lemmatizer: no sentence in the given texts")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    particles = learn_particles(sentences)
    maker = CandidateMaker(particles, Guesser({}))
    guesser = learn_guesser(sentences, maker)
    maker = CandidateMaker(particles, guesser)
    lemmas = count_lemmas(sentences, maker)
    common = sorted(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))[:COMMON_LEMMAS]
    problem = Problem(maker, guesser, Weights({}, lemmas, tuple(sorted(common))))
    problem.read(sentences)
    values = problem.solve()
    write_weights(folder, Weights(values, lemmas, tuple(sorted(common))), particles)
    write_counts(folder / "forms.tsv", count_forms(sentences))
    guesser.write(folder / "guesses.tsv")
    return {
        "sentences": len(sentences),
        "tokens": sum(len(s) for s in sentences),
        "ambiguous": len(problem.groups),
        "weights": len(values),
    }


def learn_particles(sentences: Iterable[Sentence]) -> Particles:
    """Forms that are tagged as adverbs, postpositions or conjunctions: form → ((UPOS, lemma), …)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            counts[word.surface.lower()][word.upos] += 1
    out = {}
    for form, found in sorted(counts.items()):
        total = sum(found.values())
        kinds = [
            upos
            for upos in PARTICLE_UPOS
            if found[upos] >= MIN_PARTICLE_COUNT and found[upos] >= MIN_PARTICLE_SHARE * total
        ]
        if kinds and form.isalpha():
            readings = open_voikko().readings(form)
            out[form] = tuple((upos, particle_lemma(form, upos, readings)) for upos in kinds)
    return out


def learn_guesser(sentences: Iterable[Sentence], maker: CandidateMaker) -> Guesser:
    """Suffix rules from known words and from names met in several forms."""
    rows: set[tuple[str, str, str, str]] = set()
    unknown: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            found, known = maker.candidates(word.surface)
            if not known:
                if word.surface[:1].isupper() and word.upos == "PROPN":
                    unknown[word.surface][word.feats] += 1
                continue
            best = agreeing(word, found)
            if len(best) != 1 or found[best[0]].source != "dict":
                continue
            c = found[best[0]]
            if c.upos == "PROPN" and word.surface.isalpha():
                rows.add(("P", word.surface, c.lemma, c.tag))
            elif c.upos in ("NOUN", "ADJ", "VERB") and word.surface.isalpha():
                rows.add(("c", word.surface.lower(), c.lemma, c.tag))
    rows |= {("P", form, lemma, tag) for form, lemma, tag in name_pairs(unknown)}
    return Guesser.learn(sorted(rows))


def count_forms(sentences: Iterable[Sentence]) -> dict[str, int]:
    """How often each word form stands in the texts, in lower case; forms met twice or more."""
    counts = Counter(word.surface.lower() for s in sentences for word in s)
    return {form: n for form, n in sorted(counts.items()) if n > 1 and form.isalpha()}


def count_lemmas(sentences: Iterable[Sentence], maker: CandidateMaker) -> dict[str, int]:
    """How often each lemma is certain: the only one left after the tags."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence:
            found, known = maker.candidates(word.surface)
            lemmas = {found[i].lemma for i in agreeing(word, found)}
            if known and len(lemmas) == 1:
                counts[lemmas.pop()] += 1
    return {lemma: n for lemma, n in sorted(counts.items()) if n > 1}
