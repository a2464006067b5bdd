"""The trip of one file: read, recognised by a loader, loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.errors import UnknownName
from cstrack.hooks.calls import choose_reader, load_with, read_with
from cstrack.hooks.contained import Caught, attempt
from cstrack.hooks.contracts import LoadContext
from cstrack.hooks.plugins import plugin_of
from cstrack.hooks.resolver import Choice, Step, choose_loader
from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.inputs import read_bytes, source_of
from cstrack.recognition.head import recognise_head
from cstrack.workflow.arrival import Arrival
from cstrack.workflow.disclosure import as_shown
from cstrack.workflow.profiles import own_profile, says_published, with_profiles

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from typing import TypeAlias

    from cstrack.document.document import Document
    from cstrack.hooks.plugins import Plugins
    from cstrack.reading.inputs import Input
    from cstrack.workflow.told import Told

    #: What is done with a file: its records, an account of what was seen in it, its text.
    Trip: TypeAlias = Callable[[Input, Told], Arrival]

#: First bytes of a file, which readers recognise it by.
HEAD = 8192


def arrive_all(
    inputs: Sequence[Input], begun: Callable[[int, str], None], told: Told, trip: Trip
) -> Generator[Arrival]:
    """What came of each file, one after the other in this process.

    Args:
        inputs: the files.
        begun: is told before each file how many are done, and its name.
        told: what the load was told.
        trip: what is done with each.

    Raises:
        UnknownName: the loader that was asked for, or a plugin that is switched off, is not there.
    """
    for done, found in enumerate(inputs):
        begun(done, found.name)
        yield arrive(found, told, trip)


def arrive(found: Input, told: Told, trip: Trip) -> Arrival:
    """What came of one file, whatever it is: a failure of our own is a problem of this file and stops no other.

    Args:
        found: the file.
        told: what the load was told.
        trip: what is done with it.

    Raises:
        UnknownName: the loader that was asked for, or a plugin that is switched off, is not there.
    """
    own = told.again()
    wrong_use: list[UnknownName] = []

    def contained() -> Arrival:
        try:
            return trip(found, own)
        except UnknownName as error:
            wrong_use.append(error)
            return Arrival()

    arrived = attempt(contained)
    if wrong_use:
        raise wrong_use[0]
    if isinstance(arrived, Caught):
        arrived = Arrival(problems=(_failed(found, arrived.message),))
    return evolve(arrived, plugins=own.crew.problems)


def _failed(found: Input, how: str) -> Problem:
    message = f"{found.name}: cstrack itself failed on it ({how}): report it, with the file if it may be passed on"
    return Problem(code="input.failed", message=message, severity=Severity.ERROR, document=found.name)


def read(found: Input, told: Told) -> Outcome[Document]:
    """One file as a document as it may be shown, or the problems that stopped it."""
    content = read_bytes(found, told.limits.bytes)
    if content.value is None:
        return Outcome(value=None, problems=content.problems)
    plugins = told.crew.of(told.authority) if told.authority else told.crew.general
    reader = choose_reader(content.value[:HEAD], found.name, plugins)
    if reader is None:
        return Outcome(value=None, problems=(*content.problems, _unknown_kind(found, plugins)))
    outcome = read_with(reader, source_of(found, content.value), content.value, told.limits)
    published = told.published if outcome.value is None else says_published(outcome.value, told)
    shown = as_shown(outcome, published=published, most=told.small_counts)
    return Outcome(value=shown.value, problems=(*content.problems, *shown.problems))


def _unknown_kind(found: Input, plugins: Plugins) -> Problem:
    kinds = ", ".join(dict.fromkeys(kind for reader in plugins.readers for kind in reader.media_types))
    message = f"{found.name}: no reader knows this kind of file; read are {kinds}. Save it as text, or leave it out"
    return Problem(code="input.unknown_kind", message=message, severity=Severity.ERROR, document=found.name)


def travel(found: Input, told: Told) -> Arrival:
    """One file's paper and records, or the problems that stopped it."""
    document = read(found, told)
    if document.value is None:
        return Arrival(problems=document.problems)
    choice = choose(document.value, told)
    if choice.loader is None:
        return Arrival(problems=(*document.problems, *choice.problems))
    result = load_with(choice.loader, document.value, context_of(choice, document.value, told))
    own = result.value.problems if result.value is not None else ()
    return Arrival(result=result.value, problems=(*document.problems, *choice.problems, *result.problems, *own))


def choose(document: Document, told: Told) -> Choice:
    """The loader of a document: of the profile that was asked for or stands beside it, else the one that recognises it best."""
    own, problem = own_profile(document.source, told) if document.grids else (None, None)
    if problem is not None:
        return Choice(loader=None, step=Step.PROFILE, authority=told.authority, problems=(problem,))
    if own is not None and told.loader is None:
        return Choice(loader=own, step=Step.PROFILE, authority=told.authority)
    return choose_loader(
        document,
        with_profiles(told.crew.of(_code(document, told)), told),
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
