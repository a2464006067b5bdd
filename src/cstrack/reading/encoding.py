"""From bytes to text by a fixed ladder, since guessing a character set turns `£m` into Chinese.

The rungs: a byte order mark; strict UTF-8; UTF-16 without a mark, only where many bytes are NUL; else Windows-1252, in which
British offices wrote for twenty years. Line ends are kept. A byte order mark is no part of the text: offset 0 is the first
character that a person sees.
"""

from __future__ import annotations

import codecs
from typing import final

from attrs import frozen

from cstrack.problems import Outcome, Problem, Severity

#: Marks, longest first: the mark of UTF-16 begins that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_PDF = "save its text as .txt, or export it from the program that made it"
_OFFICE = "open it and save it as plain text (.txt)"
_PICTURE = "cstrack reads no pictures: have its text recognised and saved as .txt"

#: First bytes of files that are no text, what they are, and what to do about it.
_MAGIC = (
    (b"%PDF-", "a PDF", _PDF),
    (b"PK\x03\x04", "a Word, Excel or ZIP file", _OFFICE),
    (b"PK\x05\x06", "an empty ZIP file", _OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", _OFFICE),
    (b"{\\rtf", "a rich text (RTF) file", _OFFICE),
    (b"\x89PNG\r\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF8", "a GIF picture", _PICTURE),
    (b"II*\x00", "a TIFF picture", _PICTURE),
    (b"MM\x00*", "a TIFF picture", _PICTURE),
    (b"SQLite format 3\x00", "an SQLite database", "give the papers it was made from"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip file", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR file", "unpack it first"),
)

#: Bytes below the blank that texts hold: tab, line ends, form feed, the old end-of-file mark and escape.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})

#: Line ends count for nothing, so that a file is the same whichever it has.
_LINE_ENDS = b"\r\n"

#: How much of a file is looked at, and the share of control or NUL bytes that tells.
_HEAD = 65_536
_CONTROL_SHARE, _NUL_SHARE = 0.01, 0.2

#: Windows-1252 as browsers read it: the five bytes that it leaves undefined stay the control characters of that number.
_WINDOWS = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_UNDEFINED = bytes({0x81, 0x8D, 0x8F, 0x90, 0x9D})


@final
@frozen
class Decoded:
    """The text of a file.

    Attributes:
        text: every character, line ends kept, without a byte order mark.
        encoding: Python's name of the encoding it was read with.
    """

    text: str
    encoding: str


def binary_kind(head: bytes) -> tuple[str, str] | None:
    """What a file that holds no text is, and what a person can do about it.

    Args:
        head: its first bytes; some thousands tell most.

    Returns:
        None where the bytes may be text.
    """
    for magic, kind, advice in _MAGIC:
        if head.startswith(magic):
            return kind, advice
    if _marked(head) or _utf16(head):
        return None
    printed = len(head.translate(None, _LINE_ENDS))
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 1 and controls > printed * _CONTROL_SHARE:
        return "no text", "give the paper as text: .txt or .md"
    return None


def decode(content: bytes, name: str) -> Outcome[Decoded]:
    """The text of a file, and the encoding it was read with.

    Args:
        content: the bytes of the file.
        name: its name, for the messages.

    Returns:
        The text, with a note where it is not UTF-8; no text where the bytes are none.
    """
    binary = binary_kind(content[:_HEAD])
    if binary is not None:
        message = f"{name} is {binary[0]}, whatever its name says: {binary[1]}"
        return Outcome(value=None, problems=(_problem("input.binary", message, name, Severity.ERROR),))
    mark = _marked(content)
    if mark is not None:
        return _told(content[len(mark[0]) :], mark[1], name)
    wide = _utf16(content[:_HEAD])
    return _told(content, wide, name) if wide is not None else _utf8(content, name)


def _marked(content: bytes) -> tuple[bytes, str] | None:
    return next((mark for mark in _MARKS if content.startswith(mark[0])), None)


def _utf16(head: bytes) -> str | None:
    """Which UTF-16, if every second byte of Latin letters is NUL."""
    half = len(head) // 2
    if half == 0:
        return None
    even, odd = head[0 : 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0)
    if odd > half * _NUL_SHARE and even * 4 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > half * _NUL_SHARE and odd * 4 < even else None


def _told(content: bytes, encoding: str, name: str) -> Outcome[Decoded]:
    """The text of a file that says how it is encoded, or whose NUL bytes do."""
    if encoding == "utf-8":
        return _utf8(content, name)
    text = content.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    message, severity = f"{name} is {encoding.upper()}, not UTF-8; it was read as that", Severity.NOTE
    if broken:
        message += f", but {broken} places in it are not and stand as \ufffd: save it as UTF-8"
        severity = Severity.WARNING
    return Outcome(value=Decoded(text, encoding), problems=(_problem("text.encoding", message, name, severity),))


def _utf8(content: bytes, name: str) -> Outcome[Decoded]:
    try:
        return Outcome(value=Decoded(content.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        return _windows(content, name)


def _windows(content: bytes, name: str) -> Outcome[Decoded]:
    text = content.decode("latin-1").translate(_WINDOWS)
    undefined = len(content) - len(content.translate(None, _UNDEFINED))
    message = f"{name} is not UTF-8; it was read as Windows-1252"
    severity = Severity.NOTE
    if undefined:
        message += f", which leaves {undefined} of its bytes undefined: check the signs in it, or save it as UTF-8"
        severity = Severity.WARNING
    return Outcome(value=Decoded(text, "cp1252"), problems=(_problem("text.encoding", message, name, severity),))


def _problem(code: str, message: str, name: str, severity: Severity) -> Problem:
    return Problem(code=code, message=message, severity=severity, document=name)
