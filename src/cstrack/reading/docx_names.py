"""Names of WordprocessingML, and the values of its switches and numbers, doubted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Namespaces as Word writes them, in braces as lxml prints them.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_USUAL = b"http://schemas.openxmlformats.org/"

#: The namespaces of the strict kind of the format, and the usual ones that say the same.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _USUAL + b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _USUAL + b"officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", _USUAL + b"drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _USUAL + b"officeDocument/2006/relationships"),
)

VAL = f"{W}val"

_INTEGER = pattern("reading.docx_names.integer", r"\s{0,8}+(?P<number>[+\-]?[0-9]{1,9}+)(?![0-9])")
_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: _Element | None, name: str) -> str | None:
    """``w:val`` of a child; None where there is no such child or it has no value."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get(VAL)


def switch(parent: _Element | None, name: str) -> bool | None:
    """A switch such as ``w:b``: on where it stands without a value; None where it does not stand."""
    child = None if parent is None else parent.find(name)
    return None if child is None else is_on(child)


def is_on(node: _Element) -> bool:
    """Whether a switch that stands is on."""
    return (node.get(VAL) or "1").lower() not in _OFF


def integer(text: str | None) -> int | None:
    """A whole number of up to nine digits; None for anything else."""
    found = _INTEGER.match(text or "")
    return int(found["number"]) if found else None
