"""What a pool and its workers say to each other: one line of JSON at a time, in ASCII, so that a line end ends a line.

The parent says the orders once (``path``, ``environ_path``, ``told``), then a question for each file (``input``, ``bytes``, ``wanted``), with
the bytes of the file after the line where they cannot be read from the disk. A worker says ``ready`` once, ``at`` with the id of
the reader or plugin whose code begins to run, and one answer a file: ``arrival``, ``error`` or ``memory``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import asdict

from cstrack.reading.container_directory import Part
from cstrack.reading.inputs import Input

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Bytes of one answer.
MOST = 256 * 1024 * 1024


def to_line(said: Mapping[str, Any]) -> bytes:
    """What is said, as a line."""
    return json.dumps(said, separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"


def from_line(line: bytes) -> dict[str, Any]:
    """What a line says.

    Raises:
        ValueError: it says nothing in this language.
    """
    said = json.loads(line)
    if not isinstance(said, dict):
        raise ValueError("a line says a table of names and values")  # noqa: TRY004  # one kind of error for all that is no line
    return said


def input_to_plain(found: Input) -> dict[str, Any]:
    """A file to read as plain values; its bytes go behind the line."""
    part = None if found.part is None else asdict(found.part)
    return {"path": found.path, "name": found.name, "part": part}


def input_from_plain(plain: Mapping[str, Any], content: bytes | None) -> Input:
    """The file that :func:`input_to_plain` made plain."""
    part = None if plain["part"] is None else Part(**plain["part"])
    return Input(path=plain["path"], name=plain["name"], part=part, content=content)
