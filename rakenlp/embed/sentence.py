"""Any sentence-transformers model, by name or local path. The only file that imports it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rakenlp.errors import MissingDependencyError, ModelError


class SentenceEncoder:
    """A sentence-transformers model behind :class:`rakenlp.embed.encoder.Encoder`.

    Parameters
    ----------
    name : str
        A local folder, or a hub name; a hub name that is not on this computer is
        downloaded by sentence-transformers, and only because the user named it.
    batch_size : int
        Texts encoded at once.
    """

    def __init__(self, name: str, *, batch_size: int = 256) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as err:
            raise MissingDependencyError(
                f"kielimalli {name!r} tarvitsee lisäosan; asenna: "
                'pip install torch==2.13.0 "rakenlp[transformers]"'
            ) from err
        try:
            self._model = SentenceTransformer(name, device="cpu", trust_remote_code=False)
        except (OSError, ValueError) as err:
            raise ModelError(
                f"kielimallia {name!r} ei voi avata ({type(err).__name__}); anna static-fi tai "
                "sentence-transformers-mallin kansio tai nimi"
            ) from err
        self.name = f"{name}@sentence-transformers"
        self._batch_size = batch_size

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Encode texts; see :meth:`rakenlp.embed.encoder.Encoder.encode`."""
        if not texts:
            dim = self._model.get_sentence_embedding_dimension() or 0
            return np.zeros((0, dim), dtype=np.float32)
        vectors = self._model.encode(
            list(texts),
            batch_size=self._batch_size,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)
