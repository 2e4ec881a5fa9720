"""Bytes of a text file → text: UTF-8, UTF-16 or Windows-1252, with or without a mark."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from rakenlp.errors import InputError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# First bytes of files that are something else than their name says.
SIGNATURES = (
    (b"PK\x03\x04", "pakattu tiedosto tai Office-tiedosto"),
    (b"%PDF", "PDF-tiedosto"),
    (b"\xd0\xcf\x11\xe0", "vanha tai salasanalla suojattu Office-tiedosto"),
    (b"\x89PNG", "kuva"),
    (b"\xff\xd8\xff", "kuva"),
    (b"\x1f\x8b", "pakattu tiedosto"),
    (b"{\\rtf", "RTF-tiedosto"),
)
# Western text in UTF-16 has a zero in every second byte; real text has hardly any.
MIN_ZERO_SHARE = 0.3
# Text has next to no control characters; random bytes have some 10 %.
MAX_CONTROL_SHARE = 0.02
CONTROLS = bytes(set(range(1, 32)) - set(b"\t\n\r\f\v")) + b"\x7f"
NO_CONTROLS = bytes(set(range(256)) - set(CONTROLS))
# Where Windows-1252 differs from Latin-1: quotes, dashes, the euro sign.
WESTERN_SIGNS = {
    byte: sign
    for byte in range(0x80, 0xA0)
    if (sign := bytes([byte]).decode("cp1252", "replace")) != "\ufffd"
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the Finnish name of its encoding and remarks for the ledger."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def _looks_utf16(data: bytes) -> str:
    """Name the codec "utf-16-le" or "utf-16-be" of bytes without a mark, "" for other bytes."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= MIN_ZERO_SHARE and even < odd / 4:
        return "utf-16-le"
    if even >= MIN_ZERO_SHARE and odd < even / 4:
        return "utf-16-be"
    return ""


def _decode_western(data: bytes) -> str:
    """Windows-1252; its five undefined bytes as in Latin-1, so that no byte is lost."""
    return data.decode("latin-1").translate(WESTERN_SIGNS)


def _decode_mixed(data: bytes) -> Decoded:
    """Decode a file that is not clean UTF-8: Windows-1252, or both mixed line by line."""
    lines, n_utf8, n_western = [], 0, 0
    for line in data.splitlines(keepends=True):
        if line.isascii():
            lines.append(line.decode("ascii"))
            continue
        try:
            lines.append(line.decode("utf-8"))
            n_utf8 += 1
        except UnicodeDecodeError:
            lines.append(_decode_western(line))
            n_western += 1
    if not n_utf8:
        return Decoded(_decode_western(data), "Windows-1252")
    remark = f"Tiedostossa on kaksi merkistöä sekaisin. Windows-1252-rivejä: {n_western}."
    return Decoded("".join(lines), "UTF-8", (remark,))


def _decode(data: bytes) -> Decoded:
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            return Decoded(data.decode(codec, errors="replace").removeprefix("\ufeff"), name)
    if codec := _looks_utf16(data):
        return Decoded(data.decode(codec, errors="replace"), "UTF-16")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _decode_mixed(data)


def decode(data: bytes) -> Decoded:
    """Turn the bytes of a text file into text without NUL characters.

    Parameters
    ----------
    data : bytes
        The whole file.

    Returns
    -------
    Decoded

    Raises
    ------
    InputError
        If the bytes are not text; the message is Finnish and says what to do.
    """
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                f"Tiedoston sisältö ei ole tekstiä vaan {what}. "
                "Tallenna tiedosto uudelleen oikeassa muodossa."
            )
    decoded = _decode(data)
    text = decoded.text
    n_controls = len(text.encode("utf-8", "replace").translate(None, NO_CONTROLS))
    n_zeros = text.count("\0")
    if n_controls > MAX_CONTROL_SHARE * len(text) or n_zeros > len(text) / 2:
        raise InputError(
            "Tiedosto ei ole tekstitiedosto tai se on vioittunut. "
            "Tallenna tai hae tiedosto uudelleen."
        )
    if not n_zeros:
        return decoded
    remark = f"NUL-merkkejä poistettiin: {n_zeros}."
    return Decoded(text.replace("\0", ""), decoded.encoding, (*decoded.remarks, remark))
