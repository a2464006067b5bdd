"""The profile of a tracker or budget workbook, read from a TOML file: what it may say, and the line where it says something else."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cstrack.errors import InvalidProfile
from cstrack.facts.key import OF_WORK, KeyEntry, RatedAs
from cstrack.facts.table import TableKind
from cstrack.facts.table_profile import TableMap, TableProfile
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.hooks.profile_toml import FORMAT, ProfileFile
from cstrack.hooks.toml_lines import line_of_error, suggestion
from cstrack.model.action import Lifecycle
from cstrack.recognition.tables_heads import FIELDS
from cstrack.recognition.tables_mapped import LABELS
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_GSS = pattern("hooks.table_profile_toml.gss", r"E[0-9]{8}")
_NAME = pattern("hooks.table_profile_toml.name", r"(?:[a-z][a-z0-9_-]{0,60}\.)?[a-z0-9][a-z0-9_.-]{0,80}")
_COLOUR = pattern("hooks.table_profile_toml.colour", r"\#[0-9A-Fa-f]{6}")

_KEYS = ("format", "id", "title", "authority", "published", "recognise", "table", "key", "status")
_RECOGNISE = ("filename", "sheets", "must_contain")
_TABLE = (
    *(
        "kind",
        "sheet",
        "columns",
        "ignore",
        "header_row",
        "header_rows",
        "stop_at",
        "skip",
        "scale",
        "overspend",
        "turned",
        "polarity",
    ),
)
_SCALES = {"£": 1, "£'000": 1_000, "£000": 1_000, "£k": 1_000, "£m": 1_000_000, "£bn": 1_000_000_000}
_SIGNS = {"positive": True, "negative": False}
_POLARITIES = {"higher": True, "lower": False, "none": None}

#: What a letter, word or colour of a key can mean, by what it rates.
MEANINGS = {
    "actions": tuple(one.value for one in RatedAs if one in OF_WORK),
    "measures": tuple(one.value for one in RatedAs if one not in OF_WORK),
}
_STATUS = tuple(one.value for one in Lifecycle if one is not Lifecycle.UNKNOWN)


def fields_of(kind: TableKind) -> tuple[str, ...]:
    """The fields that columns of a kind of table can be mapped to."""
    return tuple(sorted({*default_vocabulary().words(FIELDS[kind]).values(), "period"}))


def is_table_profile(content: bytes) -> bool:
    """Whether a TOML file maps tables, and is no profile of prose papers."""
    try:
        return "table" in tomllib.loads(content.decode("utf-8-sig"))
    except ValueError:
        return False


def is_paper_profile(content: bytes) -> bool:
    """Whether a TOML file is a profile of prose papers."""
    try:
        return "paper" in tomllib.loads(content.decode("utf-8-sig"))
    except ValueError:
        return False


def read_table_profile(content: bytes, path: str, plugin: str = "local") -> TableProfile:
    """The profile of a TOML file.

    Args:
        content: the file, UTF-8, with or without a byte order mark.
        path: how messages name the file.
        plugin: what its id begins with where it does not say.

    Raises:
        InvalidProfile: it is no TOML, or says something that cannot be meant; with line and suggestion.
    """
    try:
        text = content.decode("utf-8-sig")
        said = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InvalidProfile(path, line, "it is not UTF-8: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise InvalidProfile(path, line_of_error(text, str(error)), f"it is no TOML: {error}") from error
    file = ProfileFile(path=path, text=text)
    file.known((), said, _KEYS)
    if said.get("format") != FORMAT:
        raise file.wrong(("format",), f"format is {said.get('format')!r}; this cstrack reads format = {FORMAT}")
    tables = said.get("table", [])
    if not isinstance(tables, list) or not tables or not all(isinstance(one, dict) for one in tables):
        raise file.wrong(
            ("table",), "a profile of workbooks needs a table [[table]], with two brackets, for each table it reads"
        )
    name = file.text_of(("id",), said.get("id", ""))
    if not _NAME.fullmatch(name):
        raise file.wrong(
            ("id",), f"{name!r} is no id: write small letters, digits and hyphens, such as 'improvement-plan'"
        )
    recognise = _table_of(file, ("recognise",), said.get("recognise", {}))
    file.known(("recognise",), recognise, _RECOGNISE)
    return TableProfile(
        id=name if "." in name else f"{plugin}.{name}",
        title=file.text_of(("title",), said.get("title", name)),
        authority=_authority(file, said.get("authority", "any")),
        published=_flag(file, ("published",), said.get("published")),
        filenames=_texts(file, ("recognise", "filename"), recognise.get("filename", [])),
        sheets=_texts(file, ("recognise", "sheets"), recognise.get("sheets", [])),
        must_contain=_texts(file, ("recognise", "must_contain"), recognise.get("must_contain", [])),
        tables=tuple(_map(file, ("table", str(number)), one) for number, one in enumerate(tables)),
        key=tuple(_key(file, said.get("key", {}))),
        status=_status(file, said.get("status", {})),
        path=path,
    )


def _authority(file: ProfileFile, value: object) -> str | None:
    code = file.text_of(("authority",), value)
    if code == "any":
        return None
    if not _GSS.fullmatch(code):
        raise file.wrong(("authority",), f"{code!r} is no GSS code such as 'E08000015'; \"any\" is for everybody")
    return code


def _map(file: ProfileFile, place: tuple[str, ...], said: Mapping[str, Any]) -> TableMap:
    file.known(place, said, _TABLE)
    kinds = tuple(one.value for one in TableKind)
    if said.get("kind") not in kinds:
        raise file.wrong((*place, "kind"), f"kind is {said.get('kind')!r}{suggestion(str(said.get('kind')), kinds)}")
    kind = TableKind(said["kind"])
    columns = _table_of(file, (*place, "columns"), said.get("columns", {}))
    file.known((*place, "columns"), columns, fields_of(kind), f"field of {kind.value}")
    if len(columns) < 2 or (kind is not TableKind.BUDGET and LABELS[kind] not in columns):
        raise file.wrong(
            (*place, "columns"), f"a table of {kind.value} maps two columns or more, {LABELS[kind]} among them"
        )
    polarity = _table_of(file, (*place, "polarity"), said.get("polarity", {}))
    return TableMap(
        kind=kind,
        sheets=_texts(file, (*place, "sheet"), said.get("sheet", [])),
        columns={name: _texts(file, (*place, "columns", name), heads) for name, heads in columns.items()},
        ignore=_texts(file, (*place, "ignore"), said.get("ignore", [])),
        header_row=_row(file, (*place, "header_row"), said.get("header_row")),
        header_rows=_row(file, (*place, "header_rows"), said.get("header_rows")),
        stop_at=file.text_of((*place, "stop_at"), said["stop_at"]) if "stop_at" in said else "",
        skip=_texts(file, (*place, "skip"), said.get("skip", [])),
        scale=None if "scale" not in said else Decimal(_one_of(file, (*place, "scale"), said["scale"], _SCALES)),
        overspend_positive=None
        if "overspend" not in said
        else _one_of(file, (*place, "overspend"), said["overspend"], _SIGNS),
        turned=_flag(file, (*place, "turned"), said.get("turned")) or False,
        polarity={name: _one_of(file, (*place, "polarity", name), way, _POLARITIES) for name, way in polarity.items()},
    )


def _key(file: ProfileFile, said: object) -> Iterator[KeyEntry]:
    tables = _table_of(file, ("key",), said)
    file.known(("key",), tables, tuple(MEANINGS), "kind of rating")
    for kind, entries in tables.items():
        place = ("key", kind)
        for word, meaning in _table_of(file, place, entries).items():
            coloured = word.startswith("#")
            if coloured and not _COLOUR.fullmatch(word):
                raise file.wrong((*place, word), f"{word!r} is no colour such as '#92D050'")
            if meaning not in MEANINGS[kind]:
                meant = suggestion(str(meaning), MEANINGS[kind])
                raise file.wrong((*place, word), f"unknown meaning {meaning!r}{meant}")
            yield KeyEntry(
                printed="" if coloured else " ".join(word.split()),
                colour=word[1:].upper() if coloured else None,
                words="",
                standing=RatedAs(meaning),
                address="",
            )


def _status(file: ProfileFile, said: object) -> dict[str, str]:
    entries = _table_of(file, ("status",), said)
    for word, meaning in entries.items():
        if meaning not in _STATUS:
            raise file.wrong(("status", word), f"unknown status {meaning!r}{suggestion(str(meaning), _STATUS)}")
    return {" ".join(str(word).split()).casefold(): str(meaning) for word, meaning in entries.items()}


def _one_of(file: ProfileFile, place: tuple[str, ...], value: object, known: Mapping[str, Any]) -> Any:
    if value not in known:
        raise file.wrong(place, f"{place[-1]} is {value!r}{suggestion(str(value), tuple(known))}")
    return known[str(value)]


def _row(file: ProfileFile, place: tuple[str, ...], value: object) -> int | None:
    if value is not None and (type(value) is not int or value < 1):
        raise file.wrong(place, f"{place[-1]} is a whole number from 1 on, not {value!r}")
    return value


def _flag(file: ProfileFile, place: tuple[str, ...], value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise file.wrong(place, f"{place[-1]} is true or false, not {value!r}")
    return value


def _texts(file: ProfileFile, place: tuple[str, ...], value: object) -> tuple[str, ...]:
    """A text, or a list of them."""
    return (file.text_of(place, value),) if isinstance(value, str) else file.list_of(place, value)


def _table_of(file: ProfileFile, place: tuple[str, ...], value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise file.wrong(place, f"{place[-1]} is a table: [{'.'.join(part for part in place if not part.isdigit())}]")
    return value
