"""The loader of documents that are nothing but tables, where the heads of those are known words: ``core.table``."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.assembly.tables import assemble_tables
from cstrack.facts.facts import Facts
from cstrack.facts.vocabulary import default_vocabulary
from cstrack.hooks.contracts import LoadResult, Match, Strength
from cstrack.hooks.paper_loader import PROSE
from cstrack.hooks.table_account import account_tables
from cstrack.model.paper import Paper
from cstrack.problems import Problem, Severity
from cstrack.recognition.head import recognise_head
from cstrack.recognition.tables import known_tables, recognise_tables
from cstrack.recognition.tables_copies import kept_copies
from cstrack.recognition.tables_keys import key_entries
from cstrack.recognition.tables_titles import paper_period
from cstrack.values.period import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document
    from cstrack.facts.facts import Head
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.hooks.contracts import LoadContext
    from cstrack.values.period import Period

#: Its id; profiles of trackers refine it.
TABLE = "core.table"

#: Days of the longest period at whose end a report stands; a year says too little.
_A_QUARTER = 92

#: Reason for rows of a sheet that repeats a later one.
KEPT = "kept from an earlier report"

#: Sheets that the evidence names.
_NAMED = 5

_WORDS = {"budget": "a budget", "indicators": "a scorecard", "actions": "a plan of actions"}


@final
@frozen(kw_only=True)
class TableLoader:
    """Reads workbooks, CSV files and papers without prose by the heads of their columns.

    Attributes:
        id: its id.
        title: what it reads, for a person.
        authorities: empty: anybody's.
        refines: None: it refines nothing.
    """

    id: str = TABLE
    title: str = "tables whose heads are known words: budgets, scorecards, plans of actions"
    authorities: frozenset[str] = frozenset()
    refines: str | None = None

    def recognise(self, document: Document) -> Match | None:
        """LAYOUT for a document without prose in which a table carries known heads; None for every other."""
        if any(block.kind in PROSE for block in document.blocks):
            return None
        found = tuple(known_tables(document, recognise_head(document), default_vocabulary()))
        if not found:
            return None
        told = tuple(f"{name} has the heads of {_WORDS[kind.value]}" for name, kind in found[:_NAMED])
        return Match(strength=Strength.LAYOUT, evidence=told)

    def load(self, document: Document, context: LoadContext) -> LoadResult:
        """The records of the tables.

        Args:
            document: the workbook or paper.
            context: what the load was told.

        Returns:
            Records, rows by use, and what could not be read or trusted.
        """
        head = recognise_head(
            document,
            authority=context.authority,
            authority_basis=context.authority_basis,
            paper_date=context.paper_date,
        )
        tables = recognise_tables(document, head, context.vocabulary)
        facts = Facts(head=head, tables=tables, key=key_entries(document))
        match = self.recognise(document)
        evidence = match.evidence if match else ("chosen by its id",)
        return table_result(document, facts, context.vocabulary, self.id, evidence)


def table_result(
    document: Document,
    facts: Facts,
    vocabulary: Vocabulary,
    loader: str,
    evidence: tuple[str, ...],
    problems: tuple[Problem, ...] = (),
) -> LoadResult:
    """The records of a document's tables, copies of earlier reports left out.

    Args:
        document: the workbook or paper.
        facts: its head, all of its tables, and its key.
        vocabulary: the words to judge them by.
        loader: id of the loader that recognised them.
        evidence: why that loader.
        problems: what it met on the way.
    """
    head, every = facts.head, facts.tables
    copies = kept_copies(every, [grid.name for grid in document.grids])
    tables = tuple(table for table in every if table.grid not in copies)
    outcome = assemble_tables(document, evolve(facts, tables=tables), vocabulary)
    records = outcome.value or ()
    used, skipped = account_tables(tables, records)
    repeated = sum(len(table.rows) for table in every if table.grid in copies)
    if repeated:
        skipped = {**skipped, KEPT: repeated}
    position = _position(document, head)
    return LoadResult(
        paper=Paper(
            source=document.source,
            authority=head.authority,
            authority_basis=head.authority_basis,
            title=head.title,
            body=head.body,
            date=position or head.date,
            date_basis=head.date_basis if position is None else "head",
            loader=loader,
            evidence=evidence,
            exempt=head.exempt,
            key=facts.key,
        ),
        records=records,
        rows_read=used + sum(skipped.values()),
        rows_used=used,
        rows_skipped=skipped,
        problems=(*_problems(document, head, position), *_copies(document, copies), *problems, *outcome.problems),
        empty_because=None if records else "no row of its tables holds a figure, a target or an action",
    )


def _position(document: Document, head: Head) -> Period | None:
    """The day at which a workbook stands by the words at its top ("Quarter 2 2024-25"); dates in its rows are not its own."""
    spoken = paper_period(document, head)
    if head.date_basis == "argument" or spoken is None or spoken == head.date:
        return None
    length = spoken.days
    return day(spoken.last_day) if spoken.last_day and length is not None and length <= _A_QUARTER else None


def _copies(document: Document, copies: frozenset[int]) -> Iterator[Problem]:
    if copies:
        names = ", ".join(document.grids[at].name for at in sorted(copies))
        told = f"{document.source.name}: sheets that repeat a later one were left out, as kept from an earlier report: {names}"
        yield Problem(code="table.kept_copy", message=told, severity=Severity.NOTE, document=document.source.name)


def _problems(document: Document, head: Head, position: Period | None) -> Iterator[Problem]:
    name = document.source.name
    if head.authority is None:
        told = "the tables do not say whose they are: give --authority CODE, or name the authority in the file's name"
        yield Problem(code="paper.authority_unknown", message=told, document=name)
    if head.date is None and position is None:
        told = (
            "the tables carry no date: what is due by it cannot be told; give the date in the file's name (2015-03-31)"
        )
        yield Problem(code="paper.date_unknown", message=told, document=name)
    if head.exempt:
        told = "the file is marked as not for publication: it is treated as unpublished; keep what is made of it among those who may read it"
        yield Problem(code="paper.exempt", message=told, severity=Severity.ERROR, document=name)
    hidden = [grid.name for grid in document.grids if grid.hidden]
    if hidden:
        told = f"{name}: hidden sheets were left out: {', '.join(hidden)}"
        yield Problem(code="table.hidden", message=told, severity=Severity.NOTE, document=name)
    rows = sum(len(grid.hidden_rows) for grid in document.grids if not grid.hidden)
    if rows:
        told = f"{name}: {rows} hidden rows were read like the others"
        yield Problem(code="table.hidden", message=told, severity=Severity.NOTE, document=name)
