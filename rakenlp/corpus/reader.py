"""Files and folders → corpus. One bad file never stops the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from rakenlp.corpus.columns import check_roles
from rakenlp.corpus.contents import Content
from rakenlp.corpus.delimited import read_delimited
from rakenlp.corpus.encoding import decode
from rakenlp.corpus.gather import Gatherer
from rakenlp.corpus.json_file import read_json, read_json_lines
from rakenlp.corpus.merge import Corpus
from rakenlp.corpus.sources import MEGABYTE, SourceFile, find_files, read_bytes
from rakenlp.corpus.text_file import read_text_file
from rakenlp.corpus.word_file import read_word_file
from rakenlp.corpus.wordlists import read_rows
from rakenlp.corpus.workbook import read_workbook
from rakenlp.errors import InputError
from rakenlp.settings import ReadSettings

DELIMITED = frozenset({"csv", "tsv", "tab"})
WORKBOOKS = frozenset({"xlsx", "xlsm"})
JSON_LINES = frozenset({"jsonl", "ndjson"})
MARKDOWN = frozenset({"md", "markdown"})
READABLE = ".csv, .tsv, .txt, .xlsx, .docx, .json, .jsonl tai .md"
EMPTY_FILE = "Tiedosto on tyhjä."


@lru_cache(maxsize=1)
def _unread_formats() -> dict[str, str]:
    return {extension: f"{what} {remedy}" for extension, what, remedy in read_rows("formats.tsv")}


def _unknown_format(extension: str) -> InputError:
    reason = _unread_formats().get(extension)
    return InputError(
        reason or f"Tiedostomuotoa ei tunneta. Tallenna tiedosto muodossa {READABLE}."
    )


def read_file(file: SourceFile, settings: ReadSettings) -> Content:
    """Read one file by its ending.

    Raises
    ------
    InputError
        If it cannot be read; the message is the Finnish reason for the ledger.
    """
    kind = file.extension
    known = DELIMITED | WORKBOOKS | JSON_LINES | MARKDOWN | {"txt", "text", "json", "docx"}
    if kind not in known:
        raise _unknown_format(kind)
    data = read_bytes(file, max_megabytes=settings.max_file_megabytes)
    if kind in WORKBOOKS:
        return read_workbook(data, max_bytes=settings.max_file_megabytes * MEGABYTE)
    if kind == "docx":
        return read_word_file(data, max_bytes=settings.max_file_megabytes * MEGABYTE)
    decoded = decode(data)
    if kind in DELIMITED:
        return read_delimited(decoded)
    if kind in JSON_LINES:
        return read_json_lines(decoded)
    if kind == "json":
        return read_json(decoded)
    return read_text_file(decoded, name=file.name, markdown=kind in MARKDOWN)


def _settings(settings: ReadSettings | None, columns: Mapping[str, str] | None) -> ReadSettings:
    """Settings with the caller's columns on top, their roles checked."""
    settings = settings or ReadSettings()
    if columns:
        settings = settings.model_copy(update={"columns": {**settings.columns, **columns}})
    check_roles(settings.columns)
    return settings


def read_corpus(
    paths: str | Path | Sequence[str | Path],
    columns: Mapping[str, str] | None = None,
    *,
    settings: ReadSettings | None = None,
) -> Corpus:
    """Read files and folders into documents, with a ledger of every row.

    Parameters
    ----------
    paths : str, Path or sequence of them
        Files (CSV, TSV, XLSX, DOCX, TXT, Markdown, JSON, JSONL, also ``.gz``) and folders,
        which are read with their subfolders; hidden files are left out.
    columns : mapping of str to str, optional
        Header → role (``observation``, ``proposal``, ``answer``, ``rating``, ``date``,
        ``service``, ``place``, ``reporter_group``, ``target_group``, ``tone``, ``personal``,
        ``metadata``); wins over ``settings.columns`` and over detection.
    settings : ReadSettings, optional

    Returns
    -------
    Corpus
        ``documents`` do not depend on the order of rows or files nor on file names, except
        for their ``source``, ``sheet`` and ``row`` and for a month that only the file's name
        tells. A file that cannot be read is a ledger line with the status ``unreadable``.

    Raises
    ------
    InputError
        If a path does not exist.
    SettingsError
        If a column's role is unknown.
    """
    settings = _settings(settings, columns)
    gatherer = Gatherer(settings)
    found = find_files(paths)
    for file in found:
        try:
            content = read_file(file, settings)
        except InputError as err:
            gatherer.add_unread(file.name, str(err))
            continue
        if content.tables or content.pieces or content.lines:
            gatherer.add(file.name, content)
        else:
            gatherer.add_empty(file.name, f"{content.description} {EMPTY_FILE}")
    if not found:
        gatherer.add_empty(_folder_name(paths), "Kansiossa ei ole luettavia tiedostoja.")
    return gatherer.finish()


def _folder_name(paths: str | Path | Sequence[str | Path]) -> str:
    first = paths if isinstance(paths, str | Path) else paths[0]
    return Path(first).resolve().name
