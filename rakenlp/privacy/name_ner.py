"""The spaCy recogniser's opinion of sentences whose names the name model is not sure of."""

from __future__ import annotations

from collections.abc import Sequence

from rakenlp.finnish.spacy_fi import load_pipeline

PARTS = ("tok2vec", "ner")
BATCH = 128

PERSON_LABEL = "PERSON"


def entity_labels(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Entity label of every word ("" for none), for sentences given as words.

    The words are ours, not spaCy's: its tokenizer takes longer than its recogniser, and so
    the labels fall on our tokens. Sentences are sorted by length inside, which changes only
    the speed.
    """
    if not sentences:
        return []
    pipeline = load_pipeline(PARTS)
    doc_class = type(pipeline.make_doc(""))
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), tuple(sentences[i])))
    docs = [doc_class(pipeline.vocab, words=list(sentences[i])) for i in order]
    labels: list[list[str]] = [[] for _ in sentences]
    for index, doc in zip(order, pipeline.pipe(docs, batch_size=BATCH), strict=True):
        labels[index] = [str(token.ent_type_) for token in doc]
    return labels
