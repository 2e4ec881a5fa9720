"""Cells and lines as clean text: one Unicode form, no damage that a wrong encoding made."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# "ä" stored as UTF-8 and read as Windows-1252 is "Ã¤"; a dash or a quotation mark begins "â€".
MOJIBAKE = re.compile(r"Ã[^\sA-Za-zÀ-ÖØ-öø-ÿ]|â€")
# Signs that carry no text: C0 controls but tab and newline, lone surrogates (a broken JSON
# escape), soft hyphens, zero-width space and byte order marks. The joiner U+200D stays: emoji need it.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\ufeff\ud800-\udfff]")
SPACES = re.compile(r"[^\S\n]+")
# What either of these would change; most texts have nothing of it.
UNTIDY = re.compile(INVISIBLE.pattern + r"|[^\S\n ]|  ")
EXCEL_ESCAPE = re.compile(r"_x000[dD]_")


def repair_encoding(text: str, tally: Counter[str]) -> str:
    """Undo UTF-8 that was read as Windows-1252, and count the repair in ``tally["mojibake"]``."""
    if "Ã" not in text and "â€" not in text:
        return text
    if not MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding

    repaired = str(fix_encoding(text))
    if repaired != text:
        tally["mojibake"] += 1
    return repaired


def clean_text(text: str, tally: Counter[str]) -> str:
    r"""Return ``text`` in NFC, with plain spaces and ``\n`` line ends, trimmed.

    Parameters
    ----------
    text : str
        One cell, note or paragraph.
    tally : Counter
        Gets ``"mojibake"`` (repaired cells) and ``"nul"`` (dropped NUL characters).

    Examples
    --------
    >>> clean_text("hyvÃ¤\xa0juttu\r\n", Counter())
    'hyvä juttu'
    """
    if "\0" in text:
        tally["nul"] += text.count("\0")
    text = repair_encoding(text, tally)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "_x000" in text:
        text = EXCEL_ESCAPE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if UNTIDY.search(text):
        text = SPACES.sub(" ", INVISIBLE.sub("", text))
    return text.strip()


def tally_remarks(tally: Counter[str]) -> list[str]:
    """Finnish sentences about what was cleaned."""
    remarks = []
    if tally["mojibake"]:
        remarks.append(f"Merkistövirheitä korjattiin: {tally['mojibake']} kohtaa.")
    if tally["nul"]:
        remarks.append(f"NUL-merkkejä poistettiin: {tally['nul']}.")
    return remarks
