"""What tables mean: the records of budgets, scorecards and plans, in the order of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.tables_actions import action_records, date_problems
from cstrack.assembly.tables_budget import budget_records
from cstrack.assembly.tables_citing import Ground
from cstrack.assembly.tables_indicators import indicator_records
from cstrack.assembly.tables_notes import note_records
from cstrack.assembly.tables_ratings import rating_problems
from cstrack.facts.profile import CORE
from cstrack.facts.table import TableKind
from cstrack.problems import Outcome, Problem, Severity

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.table import Table
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.model.record import Record

_MAKERS = {
    TableKind.BUDGET: budget_records,
    TableKind.INDICATORS: indicator_records,
    TableKind.ACTIONS: action_records,
}

#: Heads that a problem names.
_NAMED = 6


def assemble_tables(
    document: Document, facts: Facts, vocabulary: Vocabulary, profile: PaperProfile = CORE
) -> Outcome[tuple[Record, ...]]:
    """The records of the tables of a document.

    Args:
        document: a paper or a workbook.
        facts: what was recognised in it.
        vocabulary: the words of the field.
        profile: how this council writes.

    Returns:
        Records in reading order, and what could not be read or trusted.
    """
    ground = Ground(document=document, facts=facts, vocabulary=vocabulary, profile=profile)
    records: list[Record] = []
    problems: list[Problem] = []
    for table in facts.tables:
        records.extend(_MAKERS[table.kind](ground, table))
        problems.extend(table.problems)
        problems.extend(date_problems(ground, table))
        problems.extend(rating_problems(ground, table))
        if table.unread:
            problems.append(_unread(ground, table))
    records.extend(note_records(ground, facts.tables))
    return Outcome(value=tuple(records), problems=tuple(problems))


def _unread(ground: Ground, table: Table) -> Problem:
    source = ground.document.source
    names = ", ".join(repr(one.text[:40]) for one in table.unread[:_NAMED])
    more = f" and {len(table.unread) - _NAMED} more" if len(table.unread) > _NAMED else ""
    sheet = table.unread[0].address.rpartition("!")[0]
    return Problem(
        code="table.column_unread",
        message=f"{sheet} of {source.name}: nothing was read below {names}{more}: no vocabulary knows these heads",
        severity=Severity.NOTE,
        document=source.name,
        citation=ground.cite(table.unread[0]),
    )
