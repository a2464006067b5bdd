"""Profiles of workbooks that installed distributions bring: files of data, of which nothing is run."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points
from importlib.resources import files
from typing import TYPE_CHECKING

from cstrack.errors import InvalidProfile
from cstrack.hooks.doors import GROUP
from cstrack.hooks.table_profile_toml import is_table_profile, read_table_profile
from cstrack.problems import Problem

if TYPE_CHECKING:
    from cstrack.facts.table_profile import TableProfile

#: The group whose entry points name packages of profiles: ``devon = "cstrack_devon"``.
GROUP_PROFILES = f"{GROUP}.profiles"


@lru_cache(maxsize=8)
def installed_profiles(disabled: tuple[str, ...] = ()) -> tuple[tuple[TableProfile, ...], tuple[Problem, ...]]:
    """The profiles of all packages that are installed, by name of the plugin and of the file.

    Args:
        disabled: names of plugins that are switched off.

    Returns:
        The profiles, and a problem for each that cannot be used.
    """
    found: list[TableProfile] = []
    problems: list[Problem] = []
    for entry in sorted(entry_points(group=GROUP_PROFILES), key=lambda one: (one.name, one.value)):
        if entry.name in disabled:
            continue
        try:
            contents = sorted(
                (file.name, file.read_bytes()) for file in files(entry.value).iterdir() if file.name.endswith(".toml")
            )
            found.extend(
                read_table_profile(content, f"{entry.value}/{name}", entry.name)
                for name, content in contents
                if is_table_profile(content)
            )
        except (InvalidProfile, ImportError, OSError, TypeError) as error:
            message = f"the profiles of {entry.name} cannot be used: {error}"
            problems.append(Problem(code="plugin.failed", message=message, plugin=entry.name))
    return tuple(found), tuple(problems)
