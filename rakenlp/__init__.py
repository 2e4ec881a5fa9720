"""From Finnish social reports to phenomena and digests, on your own computer.

The public names are loaded when they are first used, so that importing the
package, and ``rakenlp --help``, stay quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_DOORS = {
    "read_corpus": "rakenlp.corpus",
    "split_board": "rakenlp.corpus",
    "Redactor": "rakenlp.privacy",
    "Lemmatizer": "rakenlp.text",
    "repair_text": "rakenlp.text",
    "load_encoder": "rakenlp.pipeline",
    "TaxonomyTagger": "rakenlp.phenomena",
    "PhenomenonMiner": "rakenlp.miner",
    "run_job": "rakenlp.runner",
    "load_digest": "rakenlp.digest",
}

__all__ = [
    "Lemmatizer",
    "PhenomenonMiner",
    "Redactor",
    "TaxonomyTagger",
    "load_digest",
    "load_encoder",
    "read_corpus",
    "repair_text",
    "run_job",
    "split_board",
]

if TYPE_CHECKING:
    from rakenlp.corpus import read_corpus, split_board
    from rakenlp.digest import load_digest
    from rakenlp.miner import PhenomenonMiner
    from rakenlp.phenomena import TaxonomyTagger
    from rakenlp.pipeline import load_encoder
    from rakenlp.privacy import Redactor
    from rakenlp.runner import run_job
    from rakenlp.text import Lemmatizer, repair_text


def __getattr__(name: str) -> Any:
    if name in _DOORS:
        return getattr(import_module(_DOORS[name]), name)
    raise AttributeError(f"module 'rakenlp' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
