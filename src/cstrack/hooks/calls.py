"""What came in through the doors, called so that a failure is the plugin's and the run goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cstrack.document.document import Document
from cstrack.errors import MissingExtra, OtherAuthority
from cstrack.hooks.contained import Caught, attempt
from cstrack.hooks.contracts import LoadResult, Match
from cstrack.hooks.plugins import plugin_of
from cstrack.model.finding import Finding
from cstrack.model.paper import Paper
from cstrack.model.record import Record
from cstrack.problems import Outcome, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from cstrack.hooks.contracts import Check, ExportContext, Exporter, Limits, LoadContext, Loader, Reader
    from cstrack.hooks.plugins import Plugins
    from cstrack.model.history import History
    from cstrack.model.register import Register
    from cstrack.sources.source import Source

T = TypeVar("T")


def choose_reader(head: bytes, name: str, plugins: Plugins) -> Reader | None:
    """The reader that recognises a file most surely; of two alike, the core's own, then by id. None where none does.

    Args:
        head: first bytes of the file.
        name: its name.
        plugins: what the plugins offer.
    """
    found: list[tuple[int, int, Reader]] = []
    for place, reader in enumerate(plugins.readers):
        match = attempt(partial(reader.recognise, head, name), reader.id)
        if isinstance(match, Match):
            found.append((-match.strength, place, reader))
    return min(found, key=lambda one: one[:2])[2] if found else None


def read_with(reader: Reader, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
    """Read a file with a reader; what it raises becomes ``input.unreadable``, what it returns amiss ``plugin.bad_return``."""
    outcome = _called(lambda: reader.read(source, content, limits), Outcome, reader.id, "input.unreadable", source.name)
    if outcome.value is None:
        return Outcome(value=None, problems=outcome.problems)
    read: Outcome[object] = outcome.value
    if read.value is not None and not isinstance(read.value, Document):
        return Outcome(value=None, problems=(_bad(reader.id, read.value, "Document", source.name),))
    return Outcome(value=read.value, problems=read.problems)


def load_with(loader: Loader, document: Document, context: LoadContext) -> Outcome[LoadResult]:
    """Load a document with a loader; what it raises becomes ``loader.failed``, what it returns amiss ``plugin.bad_return``.

    No other loader is tried in its place.
    """
    name = document.source.name
    outcome = _called(lambda: loader.load(document, context), LoadResult, loader.id, "loader.failed", name)
    if outcome.value is None:
        return outcome
    odd = _odd(outcome.value)
    return outcome if odd is None else Outcome(value=None, problems=(_bad(loader.id, *odd, name),))


def _odd(result: LoadResult) -> tuple[object, str] | None:
    """The first part of a result that is of the wrong kind, and the kind that is due."""
    paper: object = result.paper
    if not isinstance(paper, Paper):
        return paper, "Paper"
    several: tuple[tuple[object, type], ...] = ((result.records, Record), (result.problems, Problem))
    for parts, kind in several:
        if not isinstance(parts, tuple):
            return parts, "tuple"
        odd = next((one for one in parts if not isinstance(one, kind)), None)
        if odd is not None:
            return odd, kind.__name__
    return None


def check_with(check: Check, register: Register, history: History | None, as_of: date) -> Outcome[tuple[Finding, ...]]:
    """Run a check to its end; what it raises, even late, becomes ``check.failed``."""
    outcome = _called(lambda: tuple(check.check(register, history, as_of)), tuple, check.id, "check.failed", "")
    if outcome.value is None:
        return Outcome(value=(), problems=outcome.problems)
    odd = [one for one in outcome.value if not isinstance(one, Finding)]
    if odd:
        return Outcome(value=(), problems=(_bad(check.id, odd[0], "Finding", ""),))
    return Outcome(value=outcome.value)


def export_with(
    exporter: Exporter, register: Register, findings: Sequence[Finding], context: ExportContext
) -> Outcome[bytes]:
    """Export with an exporter; what it raises becomes ``exporter.failed``.

    Raises:
        OtherAuthority: the exporter serves one authority and the register holds another's papers, or nobody's.
        MissingExtra: an optional dependency that the exporter needs is not installed.
    """
    if exporter.authorities:
        strangers = [code for code in register.authorities if code not in exporter.authorities]
        if strangers:
            found = tuple(code for code in register.authorities if code is not None)
            raise OtherAuthority(exporter.id, tuple(sorted(exporter.authorities)), found)
    return _called(
        lambda: exporter.export(register, findings, context),
        bytes,
        exporter.id,
        "exporter.failed",
        "",
        passing=MissingExtra,
    )


def _called(
    call: Callable[[], T],
    kind: type[T],
    own_id: str,
    code: str,
    document: str,
    passing: type[Exception] | tuple[type[Exception], ...] = (),
) -> Outcome[T]:
    raised: list[Exception] = []

    def kept() -> T | None:
        try:
            return call()
        except passing as error:
            raised.append(error)
            return None

    returned = attempt(kept, own_id)
    if raised:
        raise raised[0]
    if isinstance(returned, Caught):
        message = f"{own_id} failed{f' on {document}' if document else ''}: {returned.message}"
        problem = Problem(
            code=code, message=message, severity=Severity.ERROR, document=document, plugin=plugin_of(own_id)
        )
        return Outcome(value=None, problems=(problem,))
    if not isinstance(returned, kind):
        return Outcome(value=None, problems=(_bad(own_id, returned, kind.__name__, document),))
    return Outcome(value=returned)


def _bad(own_id: str, returned: object, wanted: str, document: str) -> Problem:
    return Problem(
        code="plugin.bad_return",
        message=f"{own_id} returned {type(returned).__name__} where a {wanted} is due: report it to its author",
        severity=Severity.ERROR,
        document=document,
        plugin=plugin_of(own_id),
    )
