"""Files and folders → documents, with a ledger of every row."""

from __future__ import annotations

from rakenlp.corpus.board import split_board
from rakenlp.corpus.columns import ColumnGuess, detect_columns
from rakenlp.corpus.fillers import find_fillers, is_filler
from rakenlp.corpus.merge import Corpus, count_rows
from rakenlp.corpus.reader import read_corpus

__all__ = [
    "ColumnGuess",
    "Corpus",
    "count_rows",
    "detect_columns",
    "find_fillers",
    "is_filler",
    "read_corpus",
    "split_board",
]
