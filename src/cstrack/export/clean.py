"""Nothing copied from a document can become a command, a formula or a broken page."""

from __future__ import annotations

from cstrack.values.patterns import pattern

#: What stands for a character that must not be printed.
_INSTEAD = "\ufffd"

_BLANKS = pattern("export.clean.blanks", r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")

#: Controls (ESC starts terminal commands), overrides of the writing direction, lone surrogates, non-characters.
_FORBIDDEN = pattern(
    "export.clean.forbidden",
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]",
)

_INVISIBLE = pattern("export.clean.invisible", r"[\u00ad\u200b\u2060\ufeff]")

#: What makes a spreadsheet read a cell as a formula: the four signs, also full-width, a tab, a line end, a NUL.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def printable(text: str) -> str:
    r"""Text of a document for a terminal or a page: one line, no control characters, no hidden ones.

    >>> printable("red \\x1b[31malert\\nnext\\u200b line")
    'red \ufffd[31malert next line'
    """
    return _FORBIDDEN.sub(_INSTEAD, _INVISIBLE.sub("", _BLANKS.sub(" ", text)))


def writable(text: str) -> str:
    """Text for a file that keeps line ends: control characters and lone surrogates replaced."""
    return "\n".join(_FORBIDDEN.sub(_INSTEAD, part.replace("\t", " ")) for part in text.splitlines())


def cell(text: str) -> str:
    """Text for a cell of a CSV file, which a spreadsheet will open: never a formula.

    Source:
        OWASP Application Security Verification Standard 5.0, 1.2.10: a quote before a first character that starts a formula.

    >>> cell("=1+1"), cell("£1.2m")
    ("'=1+1", '£1.2m')
    """
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text
