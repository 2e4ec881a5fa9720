"""Learning of the name model; run once by a developer, never in a job.

>>> from rakenlp.privacy.name_training import train_name_model
>>> train_name_model(Path("../shared/data"), WEIGHTS_FILE)          # doctest: +SKIP
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rakenlp.privacy.name_examples import (
    Examples,
    certain_words,
    read_names,
    read_tagged,
    renamed,
    to_examples,
    written,
)
from rakenlp.privacy.name_features import TypeTable
from rakenlp.privacy.name_model import PERSON_CLASS, WEIGHTS_FILE, NameModel, write_model

__all__ = ["WEIGHTS_FILE", "TrainingPlan", "fit", "train_name_model"]

Rows = npt.NDArray[np.float32]

NOTES = (
    "Weights of the name model (whole numbers, weight * 100), made by rakenlp/privacy/name_training.py.",
    "Learned from: TurkuNLP/turku-ner-corpus train (CC BY-SA 4.0), with names drawn from the open",
    "name statistics of DVV 2019 (CC BY, through ykarikos/nimitilastot); openers and places of",
    "aajanki/eduskunta-vkk and HS-Datadesk vaalikone 2000 (CC BY 4.0); name_templates.tsv (ours).",
    "No name or sentence of these is in this table.",
)


@dataclass(frozen=True, kw_only=True)
class TrainingPlan:
    """Numbers of the training, chosen by cross-validation on the training set alone.

    ``recall`` is the part of the name words of held-out training sentences that the threshold
    has to let through (words beside a name and repeated names are added to these later);
    ``*_weight`` says how much an example of the kind counts beside a gold one. The model is
    the mean of ``n_models`` that differ in their seed.
    """

    n_models: int = 3
    n_hidden: int = 64
    epochs: int = 6
    batch: int = 256
    rate: float = 5e-3
    hidden_dropout: float = 0.5
    input_dropout: float = 0.15
    renamed_weight: float = 0.5
    written_weight: float = 0.3
    written_copies: int = 25
    certain_weight: float = 1.0
    n_background_texts: int = 6000
    n_folds: int = 3
    fold_block: int = 100
    recall: float = 0.945
    seed: int = 0


@dataclass(frozen=True, eq=False)
class _TrainingSet:
    rows: Rows
    classes: npt.NDArray[np.str_]
    weights: Rows


class _Adam:
    """Adam (Kingma & Ba 2015, arXiv:1412.6980) with usual constants, for a few arrays in place."""

    def __init__(self, arrays: list[Rows]) -> None:
        self._arrays = arrays
        self._mean = [np.zeros_like(array) for array in arrays]
        self._square = [np.zeros_like(array) for array in arrays]
        self._step = 0

    def step(self, gradients: list[Rows], rate: float) -> None:
        self._step += 1
        both = zip(self._arrays, self._mean, self._square, gradients, strict=True)
        for array, mean, square, gradient in both:
            mean += 0.1 * (gradient - mean)
            square += 0.001 * (gradient * gradient - square)
            top = mean / (1 - 0.9**self._step)
            array -= rate * top / (np.sqrt(square / (1 - 0.999**self._step)) + 1e-8)


def fit(training: _TrainingSet, plan: TrainingPlan) -> NameModel:
    """Learn a model; its threshold is left at 0."""
    models = [_fit_one(training, plan, seed=plan.seed + number) for number in range(plan.n_models)]
    return NameModel(
        models[0].classes,
        np.hstack([model.hidden for model in models]),
        np.vstack(
            [
                *(model.out[:-1] / plan.n_models for model in models),
                np.mean([model.out[-1:] for model in models], axis=0),
            ]
        ),
        threshold=0.0,
    )


def _fit_one(training: _TrainingSet, plan: TrainingPlan, *, seed: int) -> NameModel:
    """Learn one network by softmax cross-entropy."""
    chance = np.random.default_rng(seed)
    classes = sorted(set(training.classes.tolist()))
    n, width = training.rows.shape
    target = np.array([classes.index(name) for name in training.classes])
    first = chance.standard_normal((width, plan.n_hidden)).astype(np.float32) * 0.05
    second = chance.standard_normal((plan.n_hidden, len(classes))).astype(np.float32)
    second /= np.float32(plan.n_hidden**0.5)
    bias_1, bias_2 = np.zeros(plan.n_hidden, np.float32), np.zeros(len(classes), np.float32)
    adam = _Adam([first, bias_1, second, bias_2])
    n_steps = plan.epochs * -(-n // plan.batch)
    step = 0
    for _ in range(plan.epochs):
        order = chance.permutation(n)
        for left in range(0, n, plan.batch):
            chosen = order[left : left + plan.batch]
            x = _dropped(training.rows[chosen], plan.input_dropout, chance)
            z = x @ first + bias_1
            keep = _dropped(np.ones_like(z), plan.hidden_dropout, chance)
            a = np.maximum(z, 0) * keep
            scores = a @ second + bias_2
            scores -= scores.max(axis=1, keepdims=True)
            error = np.exp(scores)
            error /= error.sum(axis=1, keepdims=True)
            error[np.arange(len(chosen)), target[chosen]] -= 1
            error *= training.weights[chosen, None] / np.float32(len(chosen))
            back = (error @ second.T) * keep * (z > 0)
            step += 1
            rate = plan.rate * min(1, step / 100) * 0.5 * (1 + np.cos(np.pi * step / n_steps))
            gradients = [x.T @ back, back.sum(axis=0), a.T @ error, error.sum(axis=0)]
            adam.step(gradients, float(rate))
    return NameModel(
        tuple(classes),
        np.vstack([first, bias_1]).astype(np.float64),
        np.vstack([second, bias_2]).astype(np.float64),
        threshold=0.0,
    )


def _dropped(values: Rows, share: float, chance: np.random.Generator) -> Rows:
    kept = chance.random(values.shape, dtype=np.float32) > share
    return (values * kept / np.float32(1 - share)).astype(np.float32)


class _Maker:
    """Makes training sets from the shared data; reads each source once."""

    def __init__(self, data: Path, plan: TrainingPlan) -> None:
        self.plan = plan
        self.gold = read_tagged(data / "persons" / "train.tsv.gz")
        self.names = read_names(data / "names")
        self.types = TypeTable()
        self.background: list[str] = []
        for file in ("eduskunta_vkk_train.txt.gz", "vaalikone_kunta2000.txt.gz"):
            with gzip.open(data / "background" / file, "rt", encoding="utf-8") as lines:
                self.background += islice(lines, plan.n_background_texts)
        made = written(self.names, copies=plan.written_copies, seed=plan.seed)
        # The same in every fold: they hold no sentence that the threshold is set on.
        self._fixed = [
            self._part(to_examples(made), plan.written_weight),
            self._part(certain_words(self.background), plan.certain_weight),
        ]

    def fold_of(self, sentence: int) -> int:
        return sentence // self.plan.fold_block % self.plan.n_folds

    def rows(self, examples: Examples) -> Rows:
        return self.types.feature_rows(examples.asked)

    def _part(self, examples: Examples, weight: float) -> _TrainingSet:
        weights = np.full(len(examples.classes), weight, np.float32)
        return _TrainingSet(self.rows(examples), np.array(examples.classes), weights)

    def training_set(self, *, without_fold: int | None) -> _TrainingSet:
        gold = [s for i, s in enumerate(self.gold) if self.fold_of(i) != without_fold]
        other_names = renamed(gold, self.names, seed=self.plan.seed)
        parts = [
            self._part(to_examples(gold), 1.0),
            self._part(to_examples(other_names), self.plan.renamed_weight),
            *self._fixed,
        ]
        return _TrainingSet(
            np.vstack([part.rows for part in parts]),
            np.concatenate([part.classes for part in parts]),
            np.concatenate([part.weights for part in parts]),
        )


def held_out_odds(
    maker: _Maker,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], Examples]:
    """Log-odds of every gold candidate by a model that did not see its block of sentences."""
    examples = to_examples(maker.gold)
    folds = np.array([maker.fold_of(group) for group in examples.groups])
    is_person = np.array(examples.classes) == PERSON_CLASS
    rows = maker.rows(examples)
    odds = np.zeros(len(folds))
    for fold in range(maker.plan.n_folds):
        model = fit(maker.training_set(without_fold=fold), maker.plan)
        odds[folds == fold] = model.log_odds(rows[folds == fold])
    return odds, is_person, examples


def train_name_model(data: Path, path: Path, *, plan: TrainingPlan | None = None) -> NameModel:
    """Learn the model from the shared data and write it.

    Parameters
    ----------
    data : Path
        Folder with ``persons/``, ``names/`` and ``background/``.
    path : Path
        Where the table of weights goes.
    plan : TrainingPlan, optional

    Returns
    -------
    NameModel
    """
    maker = _Maker(data, plan or TrainingPlan())
    odds, is_person, _ = held_out_odds(maker)
    threshold = float(np.quantile(odds[is_person], 1 - maker.plan.recall))
    learned = fit(maker.training_set(without_fold=None), maker.plan)
    model = NameModel(learned.classes, learned.hidden, learned.out, threshold)
    write_model(model, path, notes=NOTES)
    return model
