"""What a file is that looks like one of Word's and is none that can be read, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.problems import Problem, Severity

if TYPE_CHECKING:
    from cstrack.reading.container import Container

#: How files begin that office programs wrote before 2007, and those that they lock with a password today.
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BEFORE = "of the kind before 2007"

#: Streams inside them by name, the code, and what the file then is.
_STREAMS = (
    ("EncryptedPackage", "container.encrypted", "is locked by a password: open it and save it anew without one"),
    ("WordDocument", "input.unsupported", f"is a Word file {_BEFORE} (.doc): open it in Word and save it as .docx"),
    ("Workbook", "input.unsupported", f"is an Excel file {_BEFORE} (.xls): open it in Excel and save it as .xlsx"),
    ("PowerPoint Document", "input.unsupported", f"is a PowerPoint file {_BEFORE}: save it as PDF"),
)
_UNKNOWN = f"is an office file {_BEFORE}: open it in the program that made it and save it as .docx"

#: Parts that other packed files have, and what those are.
_PARTS = (
    ("xl/workbook.xml", "is an Excel workbook: give it its own name (.xlsx)"),
    ("xl/workbook.bin", "is a binary Excel workbook: save it as .xlsx"),
    ("ppt/presentation.xml", "is a PowerPoint file: save it as PDF"),
)
_OPEN = {
    "application/vnd.oasis.opendocument.text": "is an OpenDocument text (.odt): open it and save it as .docx or PDF",
    "application/vnd.oasis.opendocument.spreadsheet": "is an OpenDocument workbook: give it its own name (.ods)",
    "application/vnd.oasis.opendocument.presentation": "is an OpenDocument presentation: save it as PDF",
}
_LONGEST_TYPE = 200


def old_kind(content: bytes, name: str) -> Problem:
    """What a file is that begins as the office files before 2007 do.

    Args:
        content: its bytes.
        name: its name.
    """
    for stream, code, told in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return _problem(code, f"{name} {told}", name)
    return _problem("input.unsupported", f"{name} {_UNKNOWN}", name)


def other_kind(container: Container) -> Problem | None:
    """What a packed file is that holds no document of Word; None where its parts do not tell."""
    name = container.name
    for part, told in _PARTS:
        if container.find(part) is not None:
            return _problem("input.unsupported", f"{name} {told}", name)
    kind = container.find("mimetype")
    if kind is None or kind.size > _LONGEST_TYPE:
        return None
    declared = (container.read(kind).value or b"").decode("ascii", "replace").strip()
    return _problem("input.unsupported", f"{name} {_OPEN[declared]}", name) if declared in _OPEN else None


def _problem(code: str, message: str, name: str) -> Problem:
    return Problem(code=code, message=message, severity=Severity.ERROR, document=name)
