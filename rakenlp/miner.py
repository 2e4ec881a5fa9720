"""A scikit-learn estimator that finds phenomena in a list of texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.base import BaseEstimator, ClusterMixin

from rakenlp import frames, pipeline, protection
from rakenlp.cluster import LexicalModel, assign_groups, group_vectors, stack_evidence
from rakenlp.corpus import read_corpus
from rakenlp.embed import Encoder
from rakenlp.errors import InputError
from rakenlp.phenomena import TaxonomyTagger, describe
from rakenlp.privacy import Redactor
from rakenlp.settings import (
    ClusterSettings,
    Detail,
    PhenomenaSettings,
    StageSettings,
    TextSettings,
)
from rakenlp.store import fingerprint

Floats = npt.NDArray[np.float32]


class MinerSettings(StageSettings):
    """Settings of :class:`PhenomenonMiner`; ``taxonomy`` is ``elama`` or ``kehittaminen``."""

    taxonomy: str = "elama"
    encoder: str = "static-fi"
    text: TextSettings = TextSettings()
    cluster: ClusterSettings = ClusterSettings()
    phenomena: PhenomenaSettings = PhenomenaSettings()


class PhenomenonMiner(ClusterMixin, BaseEstimator):  # type: ignore[misc]
    """Find the phenomena that recur in texts, and name them.

    Each text is one passage; texts are expected to be redacted already (see
    :class:`rakenlp.Redactor`). Works from one text upwards; the order of texts does not matter.

    Parameters
    ----------
    settings : MinerSettings, optional

    Attributes
    ----------
    labels_ : ndarray of int64, shape (n_texts,)
        Group of each text; −1 = unclassified.
    phenomena_ : DataFrame
        Table ``phenomena`` of :mod:`rakenlp.frames`: label, terms, size, taxonomy …; members and
        representatives are positions in the list of texts.

    Examples
    --------
    >>> miner = PhenomenonMiner().fit(["Vuokra on maksamatta ja häätö uhkaa.", "Häätö tuli.",
    ...                                "Psykiatrian jono on pitkä."])
    >>> miner.labels_.tolist()
    [0, 0, 1]
    """

    def __init__(self, settings: MinerSettings | None = None) -> None:
        self.settings = settings

    def fit(self, texts: Sequence[str], vectors: Floats | None = None, y: Any = None) -> Self:
        """Group the texts and describe the groups.

        Parameters
        ----------
        texts : sequence of str
        vectors : ndarray of float32, shape (n_texts, dim), optional
            Vectors of your own instead of the encoder's.
        y : ignored

        Raises
        ------
        InputError
            If ``vectors`` has another number of rows than there are texts.
        """
        del y
        settings = self.settings or MinerSettings()
        texts = [str(text) for text in texts]
        _check_rows(texts, vectors)
        self._tagger = TaxonomyTagger(settings.taxonomy)
        self._encoder = None if vectors is not None else pipeline.load_encoder(settings.encoder)
        ids = _content_ids(texts)
        order = np.argsort(np.array(ids, dtype=object), kind="stable")
        analysis = self._analyse(
            [texts[i] for i in order], None if vectors is None else vectors[order]
        )
        self._n_fitted = len(texts)
        self._lexical = LexicalModel(len(texts))
        lexical = self._lexical.fit(analysis.passages["text"].tolist(), analysis.terms)
        stacked = self._stack(analysis, lexical)
        sorted_ids = [ids[i] for i in order]
        grouping = group_vectors(sorted_ids, stacked, settings=settings.cluster)
        self._prototypes = grouping.prototypes
        clusters = grouping.clusters.assign(passage_id=analysis.passages["passage_id"])
        table = describe(
            analysis.passages,
            analysis.tokens,
            clusters,
            analysis.vectors,
            analysis.tags,
            lemmas=analysis.lemmas,
            settings=settings.phenomena,
            tagger=self._tagger,
        )
        place = dict(zip(analysis.passages["passage_id"], order.tolist(), strict=True))
        self.phenomena_ = table.assign(
            members=_places(table["members"], place),
            representatives=_places(table["representatives"], place),
        )
        self.labels_ = np.empty(len(texts), dtype=np.int64)
        self.labels_[order] = clusters["cluster"].to_numpy()
        return self

    def predict(self, texts: Sequence[str], vectors: Floats | None = None) -> npt.NDArray[np.int64]:
        """Place new texts in the groups that were found; each text by itself.

        Parameters
        ----------
        texts : sequence of str
        vectors : ndarray of float32, shape (n_texts, dim), optional
            Needed when the miner was fitted with vectors.

        Returns
        -------
        ndarray of int64, shape (n_texts,)
        """
        texts = [str(text) for text in texts]
        _check_rows(texts, vectors)
        if vectors is None and self._encoder is None:
            raise InputError(
                "miner was fitted with vectors of its own; give vectors to predict too"
            )
        analysis = self._analyse(texts, vectors)
        lexical = self._lexical.transform(texts, analysis.terms)
        stacked = self._stack(analysis, lexical)
        table = assign_groups([str(i) for i in range(len(texts))], stacked, self._prototypes)
        return table["cluster"].to_numpy(dtype=np.int64)

    def _stack(self, analysis: pipeline.Analysis, lexical: Sequence[Floats]) -> Floats:
        cluster = (self.settings or MinerSettings()).cluster
        tags = pipeline.tag_matrix(analysis.tags, list(self._tagger.classes))
        parts: list[tuple[Floats, float]] = [(analysis.vectors, 1.0)]
        parts += [(rows, cluster.lexical_weight) for rows in lexical]
        weight = pipeline.tag_weight(self._n_fitted, cluster)
        return stack_evidence([*parts, (tags, weight)])

    def _analyse(self, texts: list[str], vectors: Floats | None) -> pipeline.Analysis:
        settings = self.settings or MinerSettings()
        passages = _passages(texts, settings.taxonomy)
        encoder: Encoder = self._encoder if vectors is None and self._encoder else _Given(vectors)
        return pipeline.analyse(passages, encoder, settings=settings.text)


def _places(names: pd.Series, place: Mapping[str, int]) -> pd.Series:
    """Turn tuples of passage ids into tuples of positions."""
    return pd.Series([tuple(place[name] for name in row) for row in names], dtype="object")


class _Given:
    """Vectors that the caller computed, in the place of an encoder."""

    name = "given@caller"

    def __init__(self, vectors: Floats | None) -> None:
        self._vectors = vectors

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return the given vectors."""
        if self._vectors is None:
            raise InputError(f"no vectors given for {len(texts)} texts")
        return np.asarray(self._vectors, dtype=np.float32)


def _check_rows(texts: Sequence[str], vectors: Floats | None) -> None:
    if vectors is not None and len(vectors) != len(texts):
        raise InputError(f"vectors: expected {len(texts)} rows, got {len(vectors)}")


def _content_ids(texts: Sequence[str]) -> list[str]:
    """Content keys; the same text twice gets a running number."""
    seen: dict[str, int] = {}
    ids: list[str] = []
    for text in texts:
        key = fingerprint(text)
        seen[key] = seen.get(key, 0) + 1
        ids.append(f"{key}-{seen[key]:06}")
    return ids


def _passages(texts: Sequence[str], strand: str) -> pd.DataFrame:
    """Texts as the table ``passages``: each its own report, with its position as id."""
    n = len(texts)
    if not n:
        return frames.PASSAGES.empty()
    ids = [f"P-{i:09}" for i in range(n)]
    empty = [""] * n
    table = {
        "passage_id": ids,
        "doc_id": ids,
        "record_id": ids,
        "text": list(texts),
        "start": np.zeros(n, dtype=np.int64),
        "end": np.array([len(text) for text in texts], dtype=np.int64),
        "language": ["fi"] * n,
        "role": ["answer"] * n,
        "strand": [strand] * n,
        "month": empty,
        "service": empty,
        "place": empty,
        "reporter_group": empty,
        "target_group": empty,
        "tone": empty,
        "multiplicity": np.ones(n, dtype=np.int64),
        "quotable": np.ones(n, dtype=bool),
        "repaired": np.zeros(n, dtype=bool),
    }
    return frames.PASSAGES.check(pd.DataFrame(table), where="mine")


def mine_files(
    paths: Sequence[str], *, detail: Detail = "tavallinen", taxonomy: str = "elama"
) -> pd.DataFrame:
    """Read files, remove personal data and find phenomena, without months and history.

    Returns
    -------
    DataFrame
        Table ``phenomena``.
    """
    redactor = Redactor()
    protected = protection.protect(read_corpus(list(paths)), redactor)
    protected = replace(protected, documents=protected.documents.assign(strand=taxonomy))
    passages = protection.cut(protected, redactor, settings=TextSettings())
    analysis = pipeline.analyse(passages, pipeline.load_encoder(), settings=TextSettings())
    return pipeline.find(
        analysis,
        taxonomy,
        cluster=ClusterSettings(detail=detail),
        phenomena=PhenomenaSettings(),
    ).phenomena
