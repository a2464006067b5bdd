"""The one way in which a file of results is written: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cstrack.errors import NotWritten, OutputExists


def write_file(path: str | Path, content: bytes, *, force: bool = False) -> Path:
    """Write a file so that nobody ever sees half of it.

    The bytes go to a temporary file in the same folder, reach the disk, and take the name in one step.

    Args:
        path: the file.
        content: its bytes.
        force: replace a file that is there.

    Returns:
        The path.

    Raises:
        OutputExists: the file is there and ``force`` is off.
        NotWritten: the folder is not there, or the file cannot be written.
    """
    target = Path(path)
    refuse_existing(target, force=force)
    temporary: str | None = None
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).chmod(_usual_mode())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
        raise NotWritten(str(target), error.strerror or str(error)) from error
    return target


def refuse_existing(path: str | Path, *, force: bool) -> None:
    """Say that a file is there before any work is done for it.

    Raises:
        OutputExists: the file is there and ``force`` is off.
        NotWritten: its folder is not there, or it is itself a folder.
    """
    target = Path(path)
    if target.is_dir():
        raise NotWritten(str(target), "this is a folder: name a file in it")
    if not target.parent.is_dir():
        raise NotWritten(str(target), f"the folder {target.parent} is not there: make it first")
    if target.exists() and not force:
        raise OutputExists(str(target))


def _usual_mode() -> int:
    """What a new file is allowed, since a temporary one is private to its owner."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
