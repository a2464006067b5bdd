"""One profile of workbooks, from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.hooks.table_profile_toml import read_table_profile
from cstrack.reading.profiles import profile_bytes

if TYPE_CHECKING:
    from cstrack.facts.table_profile import TableProfile


def profile_of(path: str) -> TableProfile:
    """The profile of a file.

    Raises:
        InvalidProfile: it cannot be read, or says something that cannot be meant.
    """
    return read_table_profile(profile_bytes(path), path)
