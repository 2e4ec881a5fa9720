"""Where the models that ship with rakenlp lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rakenlp.errors import ModelError


def model_folders() -> list[Path]:
    """Return the folders where models are looked for, in order.

    ``RAKENLP_MODELS`` (a folder), the checkout's ``models/``, and the folder where an
    installed wheel puts them.
    """
    named = os.environ.get("RAKENLP_MODELS")
    folders = [Path(named)] if named else []
    folders.append(Path(__file__).parents[2] / "models")
    folders.append(Path(sys.prefix) / "share" / "rakenlp" / "models")
    return folders


def find_model(name: str) -> Path:
    """Return the folder of a model that ships with rakenlp.

    Raises
    ------
    ModelError
        If no folder holds ``<name>/model.toml``.
    """
    for folder in model_folders():
        if (folder / name / "model.toml").is_file():
            return folder / name
    looked = ", ".join(str(folder) for folder in model_folders())
    raise ModelError(f"mallia {name!r} ei löydy (etsittiin: {looked}); asenna rakenlp uudelleen")
