"""The text of a web page: what it says of its own encoding is believed only where it can be true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cstrack.problems import Outcome, Severity
from cstrack.reading.encoding import Decoded, decode
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.problems import Problem

#: Bytes in which a page says how it is encoded.
_HEAD = 4_096

_CHARSET = pattern(
    "reading.html_encoding.charset",
    r"(?:charset|encoding)\s{0,8}+=\s{0,8}+[\"']?\s{0,8}+(?P<name>[a-z0-9_:.\-]{1,40}+)",
    re.IGNORECASE,
)

#: Names under which pages mean Windows-1252, as browsers take them.
_WINDOWS = frozenset({"windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"})


def declared(content: bytes) -> str | None:
    """The encoding that a page names in its head, in small letters; None where it names none."""
    found = _CHARSET.search(content[:_HEAD].decode("latin-1"))
    return found["name"].lower() if found else None


def decode_page(content: bytes, name: str) -> Outcome[Decoded]:
    """The text of a page and the encoding it was read with.

    The ladder decides: a mark, then strict UTF-8, whatever the page claims, then Windows-1252. A page that says it is
    Windows-1252 or ISO-8859-1 and is not UTF-8 is what it says, and needs no note.

    Args:
        content: its bytes.
        name: its file name, for the messages.
    """
    decoded = decode(content, name)
    if decoded.value is None or decoded.value.encoding != "cp1252" or declared(content) not in _WINDOWS:
        return decoded
    return Outcome(value=decoded.value, problems=tuple(filter(_matters, decoded.problems)))


def _matters(problem: Problem) -> bool:
    return problem.severity is not Severity.NOTE
