"""Profiles of workbooks: asked for, beside the workbook, in the project, in an installed plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.errors import InvalidProfile
from cstrack.hooks.profile_loader import ProfileLoader
from cstrack.hooks.profiles_installed import installed_profiles
from cstrack.problems import Problem, Severity
from cstrack.reading.profiles import beside
from cstrack.workflow.profile_file import profile_of

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.facts.table_profile import TableProfile
    from cstrack.hooks.plugins import Plugins
    from cstrack.sources.source import Source
    from cstrack.workflow.told import Told


def own_profile(source: Source, told: Told) -> tuple[ProfileLoader | None, Problem | None]:
    """The loader of the profile that was asked for, else of the one beside the workbook.

    Args:
        source: the file as it is read.
        told: what the load was told.

    Returns:
        None for both where there is no such profile; a problem where the one beside the workbook cannot be used.
    """
    if told.profile:
        return ProfileLoader(profile=told.profiles[0]), None
    path = beside(source.path)
    if path is None:
        return None, None
    try:
        return ProfileLoader(profile=profile_of(path)), None
    except InvalidProfile as error:
        message = f"{error}; until it is mended {source.name} is not read: cstrack profile check {path}"
        return None, Problem(code="profile.invalid", message=message, severity=Severity.ERROR, document=source.name)


def with_profiles(plugins: Plugins, told: Told) -> Plugins:
    """The plugins of a run with the loaders of its project's profiles, and of those that are installed."""
    loaders = [ProfileLoader(profile=one) for one in told.profiles]
    if not told.crew.no_plugins and told.crew.given is None:
        loaders.extend(ProfileLoader(profile=one) for one in installed_profiles(told.crew.disabled)[0])
    known = {loader.id for loader in plugins.loaders}
    return evolve(plugins, loaders=(*plugins.loaders, *(one for one in loaders if one.id not in known)))


def says_published(document: Document, told: Told) -> bool | None:
    """Whether a file is published: the caller's word, else that of its profile, else of the project; None where nobody says."""
    if told.published is not None:
        return told.published
    own, _ = own_profile(document.source, told)
    fitting = (own,) if own is not None else (one for one in map(_loader, told.profiles) if one.recognise(document))
    said = next((one.profile.published for one in fitting if one.profile.published is not None), None)
    return told.project.published if said is None else said


def _loader(profile: TableProfile) -> ProfileLoader:
    return ProfileLoader(profile=profile)
