"""Profiles on the disk: the file that stands beside a workbook, and its bytes."""

from __future__ import annotations

from pathlib import Path

from cstrack.errors import InvalidProfile

#: What a profile beside a workbook is called: the whole name of that, or the name without its kind, and this.
SUFFIX = ".cstrack.toml"

#: No profile is larger.
_MOST = 1_000_000


def beside(path: str) -> str | None:
    """The profile beside a file: ``plan.xlsx.cstrack.toml``, else ``plan.cstrack.toml``.

    Args:
        path: where the file was read; empty for what came in another way.
    """
    if not path:
        return None
    for name in (f"{path}{SUFFIX}", str(Path(path).with_suffix("")) + SUFFIX):
        if Path(name).is_file():
            return name
    return None


def profile_bytes(path: str) -> bytes:
    """The bytes of a profile.

    Raises:
        InvalidProfile: it is not there, cannot be read, or is too large for a profile.
    """
    try:
        with Path(path).open("rb") as stream:
            content = stream.read(_MOST + 1)
    except OSError as error:
        raise InvalidProfile(path, None, f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    if len(content) > _MOST:
        raise InvalidProfile(path, None, "is larger than any profile: is it the right file?")
    return content
