"""The name model: how likely a capitalised word is part of a person's name.

One hidden layer over the features of :mod:`rakenlp.privacy.name_features`. The weights are a
plain table, learned by :mod:`rakenlp.privacy.name_training`; its comment lines say from what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rakenlp.errors import ModelError
from rakenlp.privacy.name_features import TypeTable, feature_names

Weights = npt.NDArray[np.float64]

WEIGHTS_FILE = Path(__file__).with_name("name_weights.tsv")
SCALE = 200  # the table holds whole numbers: weight * SCALE
PERSON_CLASS = "PER"
ROWS_AT_ONCE = 1024  # 12 MB of features


@dataclass(frozen=True, eq=False)
class NameModel:
    """A learned model.

    ``hidden`` has shape ``(n_features + 1, n_hidden)`` and ``out`` ``(n_hidden + 1, n_classes)``;
    the last row of each is the bias. ``threshold`` is the log-odds from which a word is a name.
    """

    classes: tuple[str, ...]
    hidden: Weights
    out: Weights
    threshold: float

    def log_odds(self, rows: npt.NDArray[np.float32]) -> Weights:
        """Log-odds that a word is part of a name, less the threshold: > 0 means yes.

        Parameters
        ----------
        rows : ndarray of float32, shape (n, n_features)

        Returns
        -------
        ndarray of float64, shape (n,)
            Rounded to 1/1000, so that the size of a batch cannot tip a decision.
        """
        hidden = np.maximum(rows.astype(np.float64) @ self.hidden[:-1] + self.hidden[-1], 0)
        scores = hidden @ self.out[:-1] + self.out[-1]
        person = self.classes.index(PERSON_CLASS)
        others = np.delete(scores, person, axis=1)
        highest = others.max(axis=1)
        rest = highest + np.log(np.exp(others - highest[:, None]).sum(axis=1))
        odds: Weights = np.round(scores[:, person] - rest - self.threshold, 3)
        return odds


def write_model(model: NameModel, path: Path, *, notes: Sequence[str]) -> None:
    """Write a model as a table of whole numbers, with ``notes`` as comment lines."""
    lines = [f"# {note}" for note in notes]
    lines += [f"threshold\t{model.threshold:.3f}", "classes\t" + " ".join(model.classes)]
    for kind, names, table in (
        ("hidden", [*feature_names(), "bias"], model.hidden),
        ("out", [*(f"h{i}" for i in range(len(model.out) - 1)), "bias"], model.out),
    ):
        whole = np.rint(table * SCALE).astype(int)
        lines += [
            f"{kind}:{name}\t" + " ".join(map(str, row))
            for name, row in zip(names, whole.tolist(), strict=True)
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@lru_cache(maxsize=1)
def load_model(path: Path = WEIGHTS_FILE) -> NameModel:
    """Read a model that :func:`write_model` wrote.

    Raises
    ------
    ModelError
        If the file is missing, damaged, or made for other features.
    """
    try:
        lines = [
            line.split("\t")
            for line in path.read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
        ]
        names = [name.removeprefix("hidden:") for name, _ in lines if name.startswith("hidden:")]
        tables = {
            kind: np.array([row.split() for name, row in lines if name.startswith(kind)], float)
            for kind in ("hidden:", "out:")
        }
        head = dict(lines[:2])
        threshold, classes = float(head["threshold"]), tuple(head["classes"].split())
    except (OSError, ValueError, KeyError) as err:
        raise ModelError(f"{path}: the name model cannot be read; reinstall rakenlp") from err
    if names != [*feature_names(), "bias"]:
        raise ModelError(f"{path}: the name model was made for other features; train it again")
    return NameModel(classes, tables["hidden:"] / SCALE, tables["out:"] / SCALE, threshold)


_types = TypeTable()


def name_log_odds(asked: Sequence[tuple[Sequence[str], int, int]]) -> list[float]:
    """Log-odds of words in their sentences, see :meth:`TypeTable.feature_rows`."""
    model = load_model()
    odds: list[float] = []
    for left in range(0, len(asked), ROWS_AT_ONCE):
        rows = _types.feature_rows(asked[left : left + ROWS_AT_ONCE])
        odds += model.log_odds(rows).tolist()
    return odds
