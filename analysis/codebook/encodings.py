"""Bytes to text: the encoding is told by the bytes themselves, and said; what cannot be told is refused."""

import codecs
import re
from typing import NamedTuple

from analysis.errors import StudyError

__all__ = ["Decoded", "decode"]

MARKS = {
    codecs.BOM_UTF8: ("utf-8-sig", "UTF-8 with a byte order mark"),
    codecs.BOM_UTF32_LE: ("utf-32", "UTF-32"),
    codecs.BOM_UTF32_BE: ("utf-32", "UTF-32"),
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}
ONE_BYTE = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
# What a byte above 127 says in German print: a letter beside a letter, or a mark where marks stand.
LETTER = re.compile(r"(?<=[a-zäöüA-ZÄÖÜ])[äöüßéèêëáàâçñôøåí]|[ÄÖÜäöüÉ](?=[a-zäöüß])")
OPENING = re.compile(r"(?:(?<=[\s(\[>])|^)[„“»«‚‘](?=\w)", re.M)
CLOSING = re.compile(r"(?<=[\w.!?…])[“”«»‘’](?=[\s.,;:!?)\]\-–<]|$)|(?<=\w)’(?=\w)", re.M)
SIGN = re.compile(
    r"(?<=\s)[–—•](?=\s)|(?<=\d)[\u00a0 ]?[–€°%](?=\W|\d)|(?<=\w)…|§(?=[\s\u00a0]?\d)|(?<=\w)\u00a0(?=\w)"
)
EVIDENCE = (LETTER, OPENING, CLOSING, SIGN)
MAX_CONTROL = 0.02  # share of control characters above which bytes are no text
MIN_EVIDENCE = 0.5  # share of the characters above 127 that must make sense in German


class Decoded(NamedTuple):
    """A text, the name of the encoding that it was in, and how many of its bytes could not be read."""

    text: str
    encoding: str
    unreadable: int = 0


def _without_mark(raw: bytes) -> tuple[str, str] | None:
    """Tell UTF-16 without a mark by its zero bytes: every second byte of Latin text is one."""
    head = raw[:4000]
    if len(head) >= 8 and b"\x00" in head:
        even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
        if odd > 0.6 and even < 0.1:
            return "utf-16-le", "UTF-16 without a mark"
        if even > 0.6 and odd < 0.1:
            return "utf-16-be", "UTF-16 without a mark"
    return None


def _share_as_german(text: str) -> float:
    """Return the share of the characters above 127 that stand as German print would have them."""
    odd = sum(ord(c) > 127 for c in text)
    return sum(len(kind.findall(text)) for kind in EVIDENCE) / odd if odd else 1.0


def _almost_utf8(raw: bytes, file: str) -> Decoded | None:
    """Read UTF-8 with a few broken bytes (a file cut in two, say): at least ten good signs for each bad one."""
    text = raw.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(ord(c) > 127 for c in text) - bad
    return Decoded(text, "UTF-8", bad) if good >= 10 * bad else None


def decode(raw: bytes, *, file: str) -> Decoded:
    """Turn a file's bytes into text; the encoding is told by its content.

    Parameters
    ----------
    raw : bytes
        The whole file.
    file : str
        Its name, for the error.

    Returns
    -------
    Decoded
        The text and the encoding's name: UTF-8 with and without a mark, UTF-16 with and without a mark, UTF-32,
        Windows-1252 or Mac Roman; of the last two the one in which more characters stand where German print has
        them (umlauts beside letters, quotation marks beside words).

    Raises
    ------
    StudyError
        If the bytes are no text, or if no encoding makes German of them.

    Examples
    --------
    >>> decode("Die Straße war gesperrt.".encode("mac_roman"), file="a.txt")[:2]
    ('Die Straße war gesperrt.', 'Mac Roman')
    """
    marked = next((found for mark, found in MARKS.items() if raw.startswith(mark)), None) or _without_mark(raw)
    if marked:
        try:
            return Decoded(raw.decode(marked[0]), marked[1])
        except UnicodeDecodeError:
            raise StudyError(f"begins like {marked[1]} and is not; save it as UTF-8", file=file) from None
    if b"\x00" in raw:
        raise StudyError("not a text file (it holds NUL bytes); save the article as plain text", file=file)
    if len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", raw)) > MAX_CONTROL * len(raw):
        raise StudyError("not a text file (it holds control characters); save the article as plain text", file=file)
    try:
        return Decoded(raw.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        pass
    if almost := _almost_utf8(raw, file):
        return almost
    readings = [
        (_share_as_german(text := raw.decode(name, errors="replace")), label, text) for name, label in ONE_BYTE.items()
    ]
    share, label, text = max(readings, key=lambda reading: reading[0])
    if share < MIN_EVIDENCE:
        raise StudyError("its encoding cannot be told (UTF-8, UTF-16, Windows-1252 and Mac Roman make no German of "
                         "it); save it as UTF-8", file=file)  # fmt: skip
    return Decoded(text, label, text.count("\ufffd"))
