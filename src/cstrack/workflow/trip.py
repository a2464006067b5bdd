"""The trip of one file: read, recognised by a loader, loaded."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING, Literal, final

from attrs import frozen

from cstrack.hooks.calls import choose_reader, load_with, read_with
from cstrack.hooks.contracts import LoadContext
from cstrack.hooks.plugins import plugin_of
from cstrack.hooks.resolver import choose_loader
from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.inputs import read_bytes, source_of
from cstrack.reading.project import Project, find_project, read_project
from cstrack.recognition.head import recognise_head
from cstrack.values.authority import authority as authority_of
from cstrack.workflow.crew import Crew
from cstrack.workflow.days import as_day

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from cstrack.document.document import Document
    from cstrack.hooks.contracts import Limits, LoadResult
    from cstrack.hooks.plugins import Plugins
    from cstrack.hooks.resolver import Choice
    from cstrack.reading.inputs import Input

#: First bytes of a file, which readers recognise it by.
HEAD = 8192


@final
@frozen(kw_only=True)
class Told:
    """What a load was told, by its caller and by the project's settings.

    Attributes:
        authority: GSS code.
        basis: ``argument`` or ``project``.
        loader: id of the loader to use.
        paper_date: the papers' date.
        project: the settings.
        crew: the plugins.
        limits: how much is taken in of one file.
    """

    authority: str | None
    basis: str | None
    loader: str | None
    paper_date: date | None
    project: Project
    crew: Crew
    limits: Limits


def prepare(
    first: str,
    *,
    authority: str | None,
    loader: str | None,
    paper_date: date | str | None,
    no_plugins: bool,
    disabled: tuple[str, ...],
    plugins: Plugins | None,
    limits: Limits,
    project: str | PathLike[str] | Literal[False] | None,
) -> Told:
    """What the caller said, completed by the project's settings; the caller counts more.

    Raises:
        UnknownAuthority: no authority has this code or name.
        InvalidProfile: the settings say something that cannot be meant.
        UnreadableDate: ``paper_date`` is no ISO date.
    """
    settings = Project() if project is False else read_project(fspath(project)) if project else find_project(first)
    named = authority or settings.authority
    return Told(
        authority=None if named is None else authority_of(named).code,
        basis=None if named is None else "argument" if authority else "project",
        loader=loader,
        paper_date=None if paper_date is None else as_day(paper_date),
        project=settings,
        crew=Crew(given=plugins, no_plugins=no_plugins, disabled=(*settings.disabled, *disabled)),
        limits=limits,
    )


def read(found: Input, told: Told) -> Outcome[Document]:
    """One file as a document, or the problems that stopped it."""
    content = read_bytes(found, told.limits.bytes)
    if content.value is None:
        return Outcome(value=None, problems=content.problems)
    plugins = told.crew.of(told.authority) if told.authority else told.crew.general
    reader = choose_reader(content.value[:HEAD], found.name, plugins)
    if reader is None:
        return Outcome(value=None, problems=(*content.problems, _unknown_kind(found, plugins)))
    source = source_of(found, content.value, published=told.project.published is not False)
    outcome = read_with(reader, source, content.value, told.limits)
    return Outcome(value=outcome.value, problems=(*content.problems, *outcome.problems))


def _unknown_kind(found: Input, plugins: Plugins) -> Problem:
    kinds = ", ".join(dict.fromkeys(kind for reader in plugins.readers for kind in reader.media_types))
    message = f"{found.name}: no reader knows this kind of file; read are {kinds}. Save it as text, or leave it out"
    return Problem(code="input.unknown_kind", message=message, severity=Severity.ERROR, document=found.name)


def travel(found: Input, told: Told) -> Outcome[LoadResult]:
    """One file's paper and records, or the problems that stopped it."""
    document = read(found, told)
    if document.value is None:
        return Outcome(value=None, problems=document.problems)
    choice = choose(document.value, told)
    if choice.loader is None:
        return Outcome(value=None, problems=(*document.problems, *choice.problems))
    result = load_with(choice.loader, document.value, context_of(choice, document.value, told))
    own = result.value.problems if result.value is not None else ()
    return Outcome(value=result.value, problems=(*document.problems, *choice.problems, *result.problems, *own))


def choose(document: Document, told: Told) -> Choice:
    """The loader of a document."""
    return choose_loader(
        document,
        told.crew.of(_code(document, told)),
        loader_id=told.loader,
        authority=told.authority,
        prefer=told.project.prefer,
    )


def context_of(choice: Choice, document: Document, told: Told) -> LoadContext:
    """What the chosen loader is handed."""
    plugin = plugin_of(choice.loader.id) if choice.loader else ""
    return LoadContext(
        authority=told.authority,
        authority_basis=told.basis,
        paper_date=told.paper_date,
        vocabulary=told.crew.of(_code(document, told)).vocabulary,
        settings=told.project.settings.get(plugin, {}),
    )


def _code(document: Document, told: Told) -> str | None:
    """Whose plugins may look at a document: those of the authority told, else of the one the paper names."""
    return told.authority or recognise_head(document).authority
