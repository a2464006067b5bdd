"""What a load was told: by its caller, and by the project's settings."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING, Any, Literal, final

from attrs import evolve, fields, frozen

from cstrack.errors import UnknownName
from cstrack.hooks.contracts import Limits
from cstrack.reading.container import Bounds
from cstrack.reading.project import Project, find_project, read_project
from cstrack.recognition.small_counts import SMALL
from cstrack.values.authority import authority as authority_of
from cstrack.workflow.crew import Crew
from cstrack.workflow.days import as_day
from cstrack.workflow.profile_file import profile_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from os import PathLike

    from cstrack.facts.table_profile import TableProfile
    from cstrack.hooks.plugins import Plugins


@final
@frozen(kw_only=True)
class Told:
    """What a load was told.

    Attributes:
        authority: GSS code.
        basis: ``argument`` or ``project``.
        loader: id of the loader to use.
        paper_date: the papers' date.
        project: the settings.
        crew: the plugins.
        limits: how much is taken in of one file.
        published: whether the files are published, as the caller says; None where he says nothing.
        small_counts: counts of people from 1 to this are masked in files that are not published.
        profile: the profile that every workbook is to be read with; empty where none was asked for.
        profiles: profiles of the project, and the one that was asked for before them.
    """

    authority: str | None
    basis: str | None
    loader: str | None
    paper_date: date | None
    project: Project
    crew: Crew
    limits: Limits
    published: bool | None = None
    small_counts: int = SMALL
    profile: str = ""
    profiles: tuple[TableProfile, ...] = ()

    def again(self) -> Told:
        """The same for the next file: what is said of plugins is said of that file's."""
        return evolve(self, crew=self.crew.again())


def prepare(
    first: str,
    *,
    authority: str | None,
    loader: str | None,
    paper_date: date | str | None,
    no_plugins: bool,
    disabled: tuple[str, ...],
    plugins: Plugins | None,
    limits: Limits | Mapping[str, int] | None,
    project: str | PathLike[str] | Literal[False] | None,
    published: bool | None = None,
    profile: str | PathLike[str] = "",
) -> Told:
    """What the caller said, completed by the project's settings; the caller counts more.

    Raises:
        UnknownAuthority: no authority has this code or name.
        InvalidProfile: the settings or a profile say something that cannot be meant.
        UnreadableDate: ``paper_date`` is no ISO date.
        UnknownName: there is no such limit.
        BadLimit: a limit is no whole number from 1 on.
    """
    settings = Project() if project is False else read_project(fspath(project)) if project else find_project(first)
    named = authority or settings.authority
    return Told(
        authority=None if named is None else authority_of(named).code,
        basis=None if named is None else "argument" if authority else "project",
        loader=loader,
        paper_date=None if paper_date is None else as_day(paper_date),
        project=settings,
        crew=Crew(given=plugins, no_plugins=no_plugins, disabled=tuple(dict.fromkeys((*settings.disabled, *disabled)))),
        limits=limits if isinstance(limits, Limits) else limits_of({**settings.limits, **(limits or {})}),
        published=published,
        small_counts=SMALL if settings.small_counts is None else settings.small_counts,
        profile=fspath(profile),
        profiles=tuple(profile_of(path) for path in ((fspath(profile),) if profile else settings.profiles)),
    )


def limits_of(asked: Mapping[str, int]) -> Limits:
    """The usual limits with some of them changed.

    Raises:
        UnknownName: there is no such limit.
        BadLimit: a limit is no whole number from 1 on.
    """
    known = tuple(field.name for field in fields(Limits))
    unknown = next((name for name in asked if name not in known), None)
    if unknown is not None:
        raise UnknownName("limit", unknown, known)
    return Limits(**asked)


def bounds_of(limits: Limits) -> Bounds:
    """What of the limits holds for packed files."""
    return Bounds(expanded=limits.expanded, ratio=limits.ratio, entries=limits.entries)


def orders_of(told: Told) -> dict[str, Any]:
    """What another process has to be told to do the same; :func:`prepare` takes it as it is."""
    return {
        "first": "",
        "authority": told.authority if told.basis == "argument" else None,
        "loader": told.loader,
        "paper_date": None if told.paper_date is None else told.paper_date.isoformat(),
        "no_plugins": told.crew.no_plugins,
        "disabled": told.crew.disabled,
        "limits": {field.name: getattr(told.limits, field.name) for field in fields(Limits)},
        "project": told.project.path or False,
        "published": told.published,
        "profile": told.profile,
    }


def told_of(orders: Mapping[str, Any]) -> Told:
    """What :func:`orders_of` told, in the other process."""
    return prepare(**{**orders, "disabled": tuple(orders["disabled"]), "plugins": None})
