"""A ZIP of papers: what lies in it is read as if it lay in a folder of its name. Nothing of it is written to the disk."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.container import is_packed, open_container, unpacked
from cstrack.reading.container_directory import DamagedError

if TYPE_CHECKING:
    from cstrack.reading.container import Bounds
    from cstrack.reading.container_directory import Part

#: Parts by which office files and books are known: they are papers, and no folder of papers.
_OFFICE = frozenset({"[content_types].xml", "mimetype"})

_SUFFIX = ".zip"


@final
@frozen(kw_only=True)
class Archive:
    """A ZIP of papers.

    Attributes:
        parts: the files in it, by their paths; folders and ZIP files in it are left out.
        nested: paths of ZIP files in it.
    """

    parts: tuple[Part, ...]
    nested: tuple[str, ...]


def look_into(path: str, bounds: Bounds) -> Outcome[Archive] | None:
    """The papers of a file that is a ZIP of papers.

    Args:
        path: the file.
        bounds: how much it may hold.

    Returns:
        The papers in it, or why it may not be opened; None for any other file, and for one that cannot be opened at all.
    """
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return None
        with Path(path).open("rb") as stream:
            if not is_packed(stream.read(4)):
                return None
            outcome = open_container(stream, Path(path).name, bounds)
    except (OSError, ValueError):
        return None
    if outcome.value is None:
        return Outcome(value=None, problems=outcome.problems) if path.lower().endswith(_SUFFIX) else None
    parts = outcome.value.parts
    if any(part.name.lower() in _OFFICE for part in parts):
        return None
    files = sorted((part for part in parts if not part.folder), key=lambda part: inner(part).split("/"))
    nested = tuple(inner(part) for part in files if part.name.lower().endswith(_SUFFIX))
    papers = tuple(part for part in files if not part.name.lower().endswith(_SUFFIX))
    return Outcome(value=Archive(parts=papers, nested=nested))


def inner(part: Part) -> str:
    """The path inside, with the strokes of every system but Windows."""
    return part.name.replace("\\", "/").lstrip("/")


def read_part(path: str, part: Part, name: str, limit: int) -> Outcome[bytes]:
    """The bytes of one paper in a ZIP.

    Args:
        path: the ZIP.
        part: the paper.
        name: how the paper is called in messages.
        limit: most bytes.

    Returns:
        The bytes, or the problem that kept them.

    Raises:
        OSError: the ZIP cannot be opened.
    """
    if part.size > limit:
        message = f"{name} is larger than {limit:,} bytes: divide it"
        return Outcome(value=None, problems=(_problem("input.too_large", message, name),))
    with Path(path).open("rb") as stream:
        try:
            return Outcome(value=b"".join(unpacked(stream, part)))
        except DamagedError as error:
            message = f"{name} {error}: get the ZIP file again"
            return Outcome(value=None, problems=(_problem("container.damaged", message, name),))


def nested_problem(archive: str, name: str) -> Problem:
    """That a ZIP in a ZIP is not opened."""
    message = f"{archive}!{name} is a ZIP file inside a ZIP file, which is not opened: unpack it yourself"
    return _problem("container.nested", message, f"{archive}!{name}")


def _problem(code: str, message: str, name: str) -> Problem:
    return Problem(code=code, message=message, severity=Severity.ERROR, document=name)
