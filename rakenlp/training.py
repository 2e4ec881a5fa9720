"""Building the models that ship with rakenlp from background text."""

from __future__ import annotations

import gzip
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from rakenlp.embed import train_static, write_model
from rakenlp.errors import InputError, SettingsError
from rakenlp.pipeline import word_lemmas
from rakenlp.settings import StageSettings, finnish_fault
from rakenlp.text import Lemmatizer, train_lemmatizer


class TrainSettings(StageSettings):
    """A training job. ``texts`` are files with one text a line (plain or gzipped).

    ``every`` takes only each nth line of the file at the same place in ``texts`` (1 = all), so
    that no kind of text outweighs the others.
    """

    model: Literal["static-fi", "lemma-fi"]
    texts: tuple[str, ...]
    every: tuple[int, ...] = ()
    folder: str
    revision: str


def read_training(path: str | Path) -> TrainSettings:
    """Read a training job; paths in it are relative to its folder.

    Raises
    ------
    SettingsError
        If the file is missing or holds a wrong value.
    """
    path = Path(path)
    try:
        settings = TrainSettings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as err:
        raise SettingsError(f"{path}: koulutustyötä ei voi lukea ({type(err).__name__})") from err
    except ValidationError as err:
        raise SettingsError(f"{path}, {finnish_fault(err)}") from err
    folder = path.parent
    return settings.model_copy(
        update={
            "texts": tuple(str((folder / item).resolve()) for item in settings.texts),
            "folder": str((folder / settings.folder).resolve()),
        }
    )


def read_texts(settings: TrainSettings) -> list[str]:
    """Read the background texts, one a line; blank lines are left out.

    Raises
    ------
    InputError
        If a file is missing; the shared data is not part of the project.
    """
    texts: list[str] = []
    steps = settings.every or (1,) * len(settings.texts)
    if len(steps) != len(settings.texts):
        raise SettingsError("every: anna yhtä monta lukua kuin kohdassa texts on tiedostoja")
    for name, step in zip(settings.texts, steps, strict=True):
        try:
            raw = Path(name).read_bytes()
        except OSError as err:
            raise InputError(f"{name}: taustatekstiä ei löydy; katso models/*/model.toml") from err
        lines = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8").split("\n")
        texts.extend(line.strip() for line in lines[::step] if line.strip())
    return texts


def train(path: str | Path) -> dict[str, int]:
    """Run a training job and write the model's weights.

    Returns
    -------
    dict of str to int
        Counts: texts, words and so on, by name.
    """
    settings = read_training(path)
    texts = read_texts(settings)
    if settings.model == "lemma-fi":
        return {"texts": len(texts)} | train_lemmatizer(texts, settings.folder)
    tokens = Lemmatizer().lemmatize(texts)
    model = train_static(word_lemmas(tokens, len(texts)), revision=settings.revision)
    write_model(Path(settings.folder), model)
    return {"texts": len(texts), "lemmas": len(model.df)}
