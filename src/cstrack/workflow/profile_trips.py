"""What is done with a workbook for its profile: a first draft of one, and a trial of the one it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.export.text import grid
from cstrack.hooks.calls import load_with
from cstrack.hooks.profile_loader import ProfileLoader
from cstrack.workflow.account import Account
from cstrack.workflow.arrival import Arrival
from cstrack.workflow.profile_draft import draft
from cstrack.workflow.trip import choose, context_of, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document
    from cstrack.facts.table import Table
    from cstrack.reading.inputs import Input
    from cstrack.workflow.told import Told


def drafted(found: Input, told: Told) -> Arrival:
    """A first profile of a workbook as the text of an account, or the problems that stopped it."""
    outcome = read(found, told)
    account = None if outcome.value is None else Account(text=draft(outcome.value))
    return Arrival(account=account, problems=outcome.problems)


def tried(found: Input, told: Told) -> Arrival:
    """The records of a workbook, and an account whose head tells what each column was taken for."""
    outcome = read(found, told)
    document = outcome.value
    if document is None:
        return Arrival(problems=outcome.problems)
    choice = choose(document, told)
    problems = (*outcome.problems, *choice.problems)
    loader = choice.loader
    chosen = f"{document.source.name}: {loader.id if loader else 'no loader'}, because {choice.step.value}"
    if loader is None:
        return Arrival(account=Account(text="", chosen=chosen), problems=problems)
    result = load_with(loader, document, context_of(choice, document, told))
    tables = loader.tables(document) if isinstance(loader, ProfileLoader) else ()
    head = tuple(line for one in tables for line in _columns(document, one))
    own = result.value.problems if result.value is not None else ()
    account = Account(text="", chosen=chosen, head=head)
    return Arrival(result=result.value, account=account, problems=(*problems, *result.problems, *own))


def _columns(document: Document, table: Table) -> Iterator[str]:
    """The columns of a table: what each was taken for, and the first value below it."""
    lines = [row for row in table.rows if row.label is not None]
    told = [
        [column.role, column.head, next((row.cells[column.at].text for row in lines if column.at in row.cells), "")]
        for column in table.columns
    ]
    told += [["(not read)", one.text, ""] for one in table.unread]
    yield f"\n{document.grids[table.grid].name}: {table.kind.value}, {len(lines)} rows"
    yield grid(("Field", "Head", "First value"), told, shares=(2, 3, 4))
