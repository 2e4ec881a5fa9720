"""Which files are read, what they are called in the ledger, and their bytes."""

from __future__ import annotations

import gzip
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rakenlp.errors import InputError

MEGABYTE = 1_000_000
# Lock files of Office and files that Windows and macOS leave in folders.
SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. ``name`` is its name in the ledger, without the folders above the input."""

    path: Path
    name: str

    @property
    def extension(self) -> str:
        """Lower-case ending without the dot, ``.gz`` left out: ``csv`` for ``X.CSV.gz``."""
        suffixes = [suffix.lower() for suffix in self.path.suffixes]
        if suffixes and suffixes[-1] == ".gz":
            suffixes.pop()
        return suffixes[-1][1:] if suffixes else ""

    @property
    def packed(self) -> bool:
        """Whether the file is packed with gzip."""
        return self.path.suffix.lower() == ".gz"


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in SYSTEM_NAMES


def _printable(name: str) -> str:
    """A name that every later writer can write, in the one Unicode form that people type."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))


def _files_under(folder: Path) -> list[SourceFile]:
    found = []
    for path in folder.rglob("*"):
        relative = path.relative_to(folder)
        if path.is_file() and not any(_is_hidden(part) for part in relative.parts):
            found.append(SourceFile(path, _printable(relative.as_posix())))
    return found


def find_files(paths: str | Path | Sequence[str | Path]) -> list[SourceFile]:
    """List the files to read, sorted by name, each once.

    Parameters
    ----------
    paths : str, Path or sequence of them
        Files and folders; folders are read with all their subfolders. Hidden files in
        folders are left out.

    Raises
    ------
    InputError
        If a path does not exist or no path is given.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    if not given:
        raise InputError("Luettavaa ei annettu. Anna vähintään yksi tiedosto tai kansio.")
    found: dict[Path, SourceFile] = {}
    for item in map(Path, given):
        if not item.exists():
            raise InputError(f"{item}: tiedostoa tai kansiota ei ole. Tarkista polku.")
        files = _files_under(item) if item.is_dir() else [SourceFile(item, _printable(item.name))]
        for file in files:
            found.setdefault(file.path.resolve(), file)
    return sorted(_distinct(list(found.values())), key=lambda file: (file.name, str(file.path)))


def _distinct(files: list[SourceFile]) -> list[SourceFile]:
    """Put the folder before names that two files share."""
    counts = Counter(file.name for file in files)
    return [
        SourceFile(file.path, _printable(f"{file.path.resolve().parent.name}/{file.name}"))
        if counts[file.name] > 1
        else file
        for file in files
    ]


def _too_large(max_megabytes: int) -> InputError:
    return InputError(
        f"Tiedosto on suurempi kuin {max_megabytes} megatavua. Jaa se pienempiin tiedostoihin "
        "tai suurenna asetusta max_file_megabytes."
    )


def read_bytes(file: SourceFile, *, max_megabytes: int) -> bytes:
    """Read a file, unpacked if its name ends ``.gz``.

    Raises
    ------
    InputError
        If the file cannot be opened, is damaged or larger than ``max_megabytes`` (unpacked);
        the message is Finnish and says what to do.
    """
    limit = max_megabytes * MEGABYTE
    try:
        if file.path.stat().st_size > limit:
            raise _too_large(max_megabytes)
        if not file.packed:
            return file.path.read_bytes()
        with gzip.open(file.path) as stream:
            data = stream.read(limit + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as err:
        raise InputError(
            "Pakattu tiedosto (.gz) on vioittunut tai katkennut. Hae tiedosto uudelleen."
        ) from err
    except OSError as err:
        raise InputError(
            "Tiedostoa ei voi avata. Tarkista, että sinulla on siihen lukuoikeus "
            "eikä se ole auki toisessa ohjelmassa."
        ) from err
    if len(data) > limit:
        raise _too_large(max_megabytes)
    return data
