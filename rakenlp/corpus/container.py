"""The package that an Office file is: encrypted, old or overgrown ones are told apart."""

from __future__ import annotations

import io
import zipfile

from rakenlp.errors import InputError

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED = "Tiedosto on suojattu salasanalla. Tallenna siitä kopio ilman salasanaa."


def check_container(data: bytes, *, old_format: str, max_bytes: int) -> None:
    """Tell encrypted, old and overgrown Office files apart before they are opened.

    Raises
    ------
    InputError
        With the Finnish reason; ``old_format`` is the reason for a file of the old kind.
    """
    if data.startswith(OLE_SIGNATURE):
        raise InputError(ENCRYPTED if ENCRYPTED_PART in data else old_format)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(item.file_size for item in package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return  # the reader of the format says in its own words what is wrong
    if size > max_bytes:
        raise InputError(
            "Tiedosto on purettuna liian suuri. Jaa se pienempiin tiedostoihin "
            "tai suurenna asetusta max_file_megabytes."
        )
