"""The tables of a document whose heads are known words: budgets, scorecards, plans of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.facts.table import RowKind, Table, TableKind
from cstrack.recognition.tables_columns import completed
from cstrack.recognition.tables_places import first_place, places_in
from cstrack.recognition.tables_rows import Reading, amount_columns, label_column
from cstrack.recognition.tables_signs import signed
from cstrack.recognition.tables_titles import paper_period
from cstrack.recognition.tables_told import with_words
from cstrack.recognition.tables_totals import with_totals
from cstrack.recognition.tables_units import unit_of_row
from cstrack.recognition.tables_unnamed import without_sums
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.document.document import Document
    from cstrack.facts.facts import Head as PaperHead
    from cstrack.facts.table import Printed
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.tables_places import Place


def recognise_tables(document: Document, head: PaperHead, vocabulary: Vocabulary) -> tuple[Table, ...]:
    """The tables of a document that carry known heads; hidden sheets are left out.

    Args:
        document: a paper or a workbook.
        head: what its head matter says.
        vocabulary: the words of the field.

    Returns:
        In reading order.
    """
    if not document.grids:
        return ()
    paper = paper_period(document, head)
    catalogue = catalogue_of(vocabulary)
    tables: list[Table] = []
    for number, grid in enumerate(document.grids):
        if grid.hidden:
            continue
        for place, stop in places_in(document, grid, vocabulary, paper):
            table = None if _of_many(place) else table_at(document, number, place, stop, catalogue)
            if table is not None:
                tables.append(table)
    return tuple(tables)


def catalogue_of(vocabulary: Vocabulary) -> dict[str, str]:
    """Wording of each indicator of the catalogue -> its unit."""
    units = vocabulary.words("indicator_unit")
    return {words: units.get(known, "") for words, known in vocabulary.words("indicator").items()}


def known_tables(document: Document, head: PaperHead, vocabulary: Vocabulary) -> Iterator[tuple[str, TableKind]]:
    """The sheets that carry known heads, with the kind of their first table; no row is read for it.

    Args:
        document: a paper or a workbook.
        head: what its head matter says.
        vocabulary: the words of the field.
    """
    paper = paper_period(document, head) if document.grids else None
    for grid in document.grids:
        place = None if grid.hidden else first_place(document, grid, vocabulary, paper)
        if place is not None and not _of_many(place):
            yield grid.name, place.head.kind


def cells_of(document: Document, tables: Sequence[Table]) -> frozenset[int]:
    """The blocks that are cells of some tables: nobody else reads them.

    Args:
        document: the paper.
        tables: tables in it.
    """
    grids = {table.grid for table in tables}
    starts = {
        cell.span.start
        for number in grids
        for row in document.grids[number].rows
        for cell in row
        if cell.span is not None
    }
    return frozenset(
        at for at, block in enumerate(document.blocks) if block.kind is BlockKind.CELL and block.span.start in starts
    )


_MANY = pattern(
    "recognition.tables.many",
    r"(?:local[ ])?authority(?:[ ](?:name|code|area[ ]code))?|la(?:[ ](?:name|code|num|number))?|(?:ons|gss|e|lad)[ -]?code|council(?:[ ]name)?|school(?:[ ]name)?|ward(?:[ ]name)?"
    r"|(?:new|old)?_?la_(?:code|name)|geographic_level|urn|laestab|region[ _](?:name|code)|child(?:'s)?[ ](?:name|id)|upn",
    2,
)


def _of_many(place: Place) -> bool:
    """Whether the rows are authorities, schools, wards or children: whose numbers they are, their heads alone do not tell."""
    heads = (*place.head.unread, *(one for column in place.head.columns for one in column.heads))
    return any(_MANY.fullmatch(one.text.strip()) for one in heads)


def table_at(document: Document, number: int, place: Place, stop: int, catalogue: dict[str, str]) -> Table | None:
    """The table at a place.

    Args:
        document: the paper or workbook.
        number: index of its grid.
        place: where its head stands, and what that says.
        stop: index of the row after its last.
        catalogue: wording of an indicator -> its unit.

    Returns:
        None where no row of it can be named.
    """
    grid, head = place.grid, evolve(place.head, columns=completed(place))
    stop = len(grid.rows) if grid is not document.grids[number] else stop
    label = label_column(grid, head, stop)
    if label is None and head.kind is not TableKind.BUDGET:
        return None
    scorecard = head.kind is TableKind.INDICATORS
    unit = partial(unit_of_row, label=label, columns=head.columns, catalogue=catalogue) if scorecard else _no_unit
    reading = Reading(grid=grid, head=head, label=label, amounts=amount_columns(head), unit=unit)
    rows = tuple(reading.rows(stop))
    if not any(row.kind is RowKind.LINE for row in rows):
        return None
    rows = tuple(with_words(row, head.columns, unit, place.title.period) for row in rows)
    columns, problems = head.columns, reading.problems(document)
    if scorecard:
        rows = tuple(without_sums(rows, reading.skipped))
    if head.kind is TableKind.BUDGET:
        rows = with_totals(rows)
        columns, unsigned = signed(columns, rows, place.title.signs, document.source)
        problems = (*problems, *unsigned)
    return Table(
        kind=head.kind,
        grid=number,
        title=place.title.words,
        told=place.title.lines,
        columns=columns,
        rows=rows,
        label=label,
        corner=next((one.text for one in head.unread if one.column == label), ""),
        period=place.title.period,
        inferred=("period",) if place.title.inferred else (),
        unread=tuple(one for one in head.unread if one.column != label),
        skipped=reading.skipped,
        problems=problems,
    )


def _no_unit(_: Mapping[int, Printed]) -> str | None:
    return None
