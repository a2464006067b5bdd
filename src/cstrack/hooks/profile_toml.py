"""A council's way of writing, read from a TOML file: what it may say, and the line where it says something else."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any, final

from attrs import evolve, frozen

from cstrack.errors import InvalidProfile
from cstrack.facts.profile import PaperProfile
from cstrack.hooks.toml_lines import line_of, line_of_error, suggestion
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: The format of profiles that this cstrack reads.
FORMAT = 1

#: Kinds of section, as in :class:`~cstrack.facts.profile.PaperProfile`.
SECTIONS = (
    *("actions", "background", "budget", "contacts", "decisions", "implications", "minutes", "objectives", "purpose"),
    *("recommendations", "relied", "targets"),
)

#: Outcomes that the items of a list can have.
OUTCOMES = ("deferred", "lost", "noted", "recommended", "referred", "resolved")

#: Fields of the vocabulary that a council may add its own words to.
WORDS = (
    "actor",
    "basis",
    "body",
    "decides",
    "framework",
    "grade",
    "indicator",
    "measure",
    "noun",
    "outcome",
    "owner",
    "requests",
    "service",
    "status",
    "verb",
)

_GSS = pattern("hooks.profile_toml.gss", r"E[0-9]{8}")
_ID = pattern("hooks.profile_toml.id", r"[a-z][a-z0-9_-]{0,60}\.[a-z0-9][a-z0-9_.-]{0,80}")

_TEXTS = ("id", "title", "authority")
_LISTS = ("literals", "own", "partners")
_TABLES = ("bodies", "sections", "leads", "roles")
_KEYS = (*_TEXTS, *_LISTS, *_TABLES, "vocabulary")
_PAPER = (*_KEYS, "layout")
_LAYOUT = tuple(key for key in _KEYS if key != "authority")


@final
@frozen(kw_only=True)
class ProfileFile:
    """A profile as text, for saying where something stands.

    Attributes:
        path: how messages name it.
        text: its text.
    """

    path: str
    text: str

    def wrong(self, place: tuple[str, ...], message: str) -> InvalidProfile:
        """The error for a place of the file."""
        return InvalidProfile(self.path, line_of(self.text, place), message)

    def known(self, place: tuple[str, ...], said: Iterable[str], known: tuple[str, ...], kind: str = "key") -> None:
        """Refuse a key that is not known, with the one that was probably meant."""
        for key in said:
            if key not in known:
                raise self.wrong((*place, key), f"unknown {kind} {key!r}{suggestion(key, known)}")

    def text_of(self, place: tuple[str, ...], value: object) -> str:
        """A text that is not empty."""
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(place, f"{place[-1]} is a text in quotes, not {value!r}")
        return value

    def list_of(self, place: tuple[str, ...], value: object) -> tuple[str, ...]:
        """A list of texts."""
        if not isinstance(value, list):
            raise self.wrong(place, f'{place[-1]} is a list of texts: {place[-1]} = ["..."]')
        return tuple(self.text_of(place, one) for one in value)


def read_profiles(content: bytes, path: str) -> tuple[PaperProfile, ...]:
    """The profiles of a TOML file: the council's own, then its layouts.

    A layout (``[[paper.layout]]``) is a kind of paper that is known by literals of its head matter; what it does not say it has
    from ``[paper]``, and what it says stands beside that.

    Args:
        content: the file, UTF-8, with or without a byte order mark.
        path: how messages name the file.

    Returns:
        At least one profile.

    Raises:
        InvalidProfile: it is no TOML, or says something that cannot be meant; with line and suggestion.
    """
    try:
        text = content.decode("utf-8-sig")
        said = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise InvalidProfile(
            path, content[: error.start].count(b"\n") + 1, "it is not UTF-8: save it as UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise InvalidProfile(path, line_of_error(text, str(error)), f"it is no TOML: {error}") from error
    file = ProfileFile(path=path, text=text)
    file.known((), said, ("format", "paper"))
    if said.get("format") != FORMAT:
        raise file.wrong(("format",), f"format is {said.get('format')!r}; this cstrack reads format = {FORMAT}")
    paper = said.get("paper")
    if not isinstance(paper, dict):
        raise file.wrong(("paper",), "a profile of prose papers needs a table [paper]")
    file.known(("paper",), paper, _PAPER)
    council = _profile(file, ("paper",), paper)
    layouts = paper.get("layout", [])
    if not isinstance(layouts, list) or not all(isinstance(one, dict) for one in layouts):
        raise file.wrong(("paper", "layout"), "layouts are written [[paper.layout]], with two brackets")
    return (council, *(_layout(file, number, one, council) for number, one in enumerate(layouts)))


def packaged_profiles(package: str, name: str) -> tuple[PaperProfile, ...]:
    """The profiles of a TOML file that stands in an installed package.

    Args:
        package: the package, usually ``__name__`` of its ``__init__``.
        name: the file's name.

    Raises:
        InvalidProfile: as :func:`read_profiles`.
    """
    return read_profiles((files(package) / name).read_bytes(), f"{package}/{name}")


def _layout(file: ProfileFile, number: int, said: Mapping[str, Any], council: PaperProfile) -> PaperProfile:
    place = ("paper", "layout", str(number))
    file.known(place, said, _LAYOUT)
    own = _profile(file, place, {"authority": council.authority, **said} if council.authority else said)
    if not own.literals:
        raise file.wrong(place, "a layout needs literals, the words of the head matter by which it is known")
    vocabulary = {
        name: {**council.vocabulary.get(name, {}), **own.vocabulary.get(name, {})}
        for name in (*council.vocabulary, *own.vocabulary)
    }
    return evolve(
        own,
        bodies={**council.bodies, **own.bodies},
        sections={**council.sections, **own.sections},
        leads={**council.leads, **own.leads},
        roles={**council.roles, **own.roles},
        own=tuple(dict.fromkeys((*council.own, *own.own))),
        partners=tuple(dict.fromkeys((*council.partners, *own.partners))),
        vocabulary=vocabulary,
    )


def _profile(file: ProfileFile, place: tuple[str, ...], said: Mapping[str, Any]) -> PaperProfile:
    texts: dict[str, Any] = {key: file.text_of((*place, key), said[key]) for key in _TEXTS if key in said}
    lists: dict[str, Any] = {key: file.list_of((*place, key), said[key]) for key in _LISTS if key in said}
    tables: dict[str, Any] = {key: _table(file, (*place, key), said[key]) for key in _TABLES if key in said}
    for key in ("id", "title"):
        if key not in texts:
            raise file.wrong(place, f"{key} is missing")
    if not _ID.fullmatch(texts["id"]):
        raise file.wrong(
            (*place, "id"), f"{texts['id']!r} is no id: write plugin, stop and kind, such as 'wirral.paper'"
        )
    if "authority" in texts and not _GSS.fullmatch(texts["authority"]):
        raise file.wrong((*place, "authority"), f"{texts['authority']!r} is no GSS code such as 'E08000015'")
    _among(file, (*place, "sections"), tables.get("sections", {}), SECTIONS, "kind of section")
    _among(file, (*place, "leads"), tables.get("leads", {}), OUTCOMES, "outcome")
    vocabulary = _vocabulary(file, (*place, "vocabulary"), said.get("vocabulary", {}))
    return PaperProfile(**texts, **lists, **tables, vocabulary=vocabulary)


def _vocabulary(file: ProfileFile, place: tuple[str, ...], said: object) -> dict[str, dict[str, str]]:
    if not isinstance(said, dict):
        raise file.wrong(place, "the vocabulary is a table of tables: [paper.vocabulary.service]")
    file.known(place, said, WORDS, "field of the vocabulary")
    return {name: _table(file, (*place, name), terms) for name, terms in said.items()}


def _among(
    file: ProfileFile, place: tuple[str, ...], table: Mapping[str, str], known: tuple[str, ...], kind: str
) -> None:
    for key, value in table.items():
        if value not in known:
            raise file.wrong((*place, key), f"unknown {kind} {value!r}{suggestion(value, known)}")


def _table(file: ProfileFile, place: tuple[str, ...], value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise file.wrong(place, f"{place[-1]} is a table: [{'.'.join(place)}]")
    return {key: file.text_of((*place, key), meaning) for key, meaning in value.items()}
