"""Where a key stands in a TOML file: the parser of the standard library does not say."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = pattern("hooks.toml_lines.header", r"\[{1,2}([^\[\]\n]{1,300})\]{1,2}[ \t]{0,40}(?:\#.{0,400})?")
_KEY = pattern(
    "hooks.toml_lines.key", r"""\A[ \t]{0,40}+("[^"\n]{0,300}+"|'[^'\n]{0,300}+'|[A-Za-z0-9_.-]{1,300}+)[ \t]{0,40}+="""
)
_PART = pattern("hooks.toml_lines.part", r""""[^"\n]{0,300}"|'[^'\n]{0,300}'|[A-Za-z0-9_-]{1,300}""")
_AT_LINE = pattern("hooks.toml_lines.at_line", r"at\ line\ ([0-9]{1,9})")


def line_of(text: str, place: tuple[str, ...]) -> int | None:
    """The line of a key, or of the nearest table around it.

    Args:
        text: the file.
        place: names from the outermost table to the key; a table of an array has its number, counted from 0, after its name.

    Returns:
        Line number counted from 1; None for the file as a whole.
    """
    found: dict[tuple[str, ...], int] = {}
    for line, where in _places(text):
        found.setdefault(where, line)
        found.setdefault(where[:-1] if where and where[-1].isdigit() else where, line)
    for length in range(len(place), 0, -1):
        if place[:length] in found:
            return found[place[:length]]
    return None


def line_of_error(text: str, message: str) -> int:
    """The line that a message of the parser names; the last line where it names the end of the file."""
    told = _AT_LINE.search(message)
    return int(told[1]) if told else text.count("\n") + 1


def suggestion(word: str, known: tuple[str, ...]) -> str:
    """The word that was meant (``; did you mean 'due'?``), or what is known where nothing is near."""
    near = get_close_matches(word, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(sorted(known))}"


def _places(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    table: tuple[str, ...] = ()
    arrays: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.fullmatch(line.strip())
        if header:
            table = _numbered(_parts(header[1]), arrays, grows=line.lstrip().startswith("[["))
            yield number, table
            continue
        key = _KEY.match(line)
        if key:
            yield number, (*table, *_parts(key[1]))


def _numbered(parts: tuple[str, ...], arrays: dict[tuple[str, ...], int], *, grows: bool) -> tuple[str, ...]:
    """The place of a table, with the number of each array that it stands in."""
    if grows:
        arrays[parts] = arrays.get(parts, -1) + 1
    place: list[str] = []
    for length, part in enumerate(parts, 1):
        place.append(part)
        if parts[:length] in arrays:
            place.append(str(arrays[parts[:length]]))
    return tuple(place)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(name))
