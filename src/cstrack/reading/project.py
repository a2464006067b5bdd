"""The settings of a folder of papers: cstrack.toml, found upward from what is read."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from cstrack.errors import InvalidProfile

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Name of the file.
NAME = "cstrack.toml"

#: Keys that a table may hold, and what each must be. Further tables of [plugins] are settings of one plugin each.
_KEYS: Mapping[str, Mapping[str, type]] = {
    "cstrack": {"authority": str, "published": bool, "small_counts": int},
    "plugins": {"disabled": list},
    "prefer": {"loaders": list},
    "profiles": {"paths": list},
    "limits": dict.fromkeys(
        ("bytes", "expanded", "ratio", "entries", "cells", "area", "pages", "characters", "line", "seconds", "memory"),
        int,
    ),
}

_WANTED = {str: "a text", bool: "true or false", list: "a list of texts", int: "a whole number from 1 on"}


@final
@frozen(kw_only=True)
class Project:
    """What cstrack.toml says.

    Attributes:
        path: the file; empty where there is none.
        authority: whose papers lie here, as a code or a name.
        published: whether they are published; None where nothing is said.
        small_counts: counts of people from 1 to this are masked in files that are not published; None where nothing is said.
        disabled: names of plugins that are not to be used.
        prefer: ids of loaders that settle a tie.
        profiles: paths of profiles of workbooks, as they lie seen from the file.
        settings: ``[plugins.<name>]`` by name of the plugin.
        limits: how much of one file is taken in, where it is not as usual; by the names of :class:`cstrack.plugin.Limits`.
    """

    path: str = ""
    authority: str | None = None
    published: bool | None = None
    small_counts: int | None = None
    disabled: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    limits: Mapping[str, int] = field(factory=dict)


def find_project(start: str | Path) -> Project:
    """The settings that hold for a file or folder: of the nearest cstrack.toml in its folder or above.

    Raises:
        InvalidProfile: the file says something that cannot be meant.
    """
    place = Path(start).absolute()
    for folder in (place, *place.parents):
        if (folder / NAME).is_file():
            return read_project(folder / NAME)
    return Project()


def read_project(path: str | Path) -> Project:
    """The settings of one file.

    Args:
        path: a file in TOML; a byte-order mark, as Notepad writes it, is left out.

    Returns:
        What it says.

    Raises:
        InvalidProfile: it is no TOML, or holds a key or a value that cannot be meant.
    """
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
        tables = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise InvalidProfile(str(file), None, f"cannot be read as TOML: {error}") from error
    for name, table in tables.items():
        _look(file, text, name, table)
    own, plugins = tables.get("cstrack", {}), tables.get("plugins", {})
    return Project(
        path=str(file),
        authority=own.get("authority"),
        published=own.get("published"),
        small_counts=own.get("small_counts"),
        disabled=tuple(plugins.get("disabled", ())),
        profiles=tuple(str(file.parent / one) for one in tables.get("profiles", {}).get("paths", ())),
        prefer=tuple(tables.get("prefer", {}).get("loaders", ())),
        settings={name: value for name, value in plugins.items() if isinstance(value, dict)},
        limits=tables.get("limits", {}),
    )


def _look(file: Path, text: str, name: str, table: object) -> None:
    """Refuse what cannot be meant, with the line and what was probably meant."""
    if name not in _KEYS or not isinstance(table, dict):
        raise InvalidProfile(str(file), _line(text, name), f"unknown table [{name}]{_hint(name, _KEYS)}")
    known = _KEYS[name]
    for key, value in table.items():
        if name == "plugins" and isinstance(value, dict):
            continue
        if key not in known:
            raise InvalidProfile(str(file), _line(text, key), f"unknown key {key!r} in [{name}]{_hint(key, known)}")
        least = 0 if key == "small_counts" else 1
        right = type(value) is known[key] and (type(value) is not int or value >= least)
        if not right or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
            wanted = "a whole number, 0 for none" if not least else _WANTED[known[key]]
            raise InvalidProfile(str(file), _line(text, key), f"{key} in [{name}] must be {wanted}")


def _hint(word: str, known: Mapping[str, object]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f": did you mean {close[0]!r}?" if close else f": known are {', '.join(known)}"


def _line(text: str, word: str) -> int | None:
    """Line number, from 1, of the first line that begins with a key or a table of this name."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip().lstrip("[").strip()
        if bare.startswith((word, f'"{word}"')):
            return number
    return None
