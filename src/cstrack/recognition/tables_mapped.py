"""Tables whose columns a profile names: found by those heads, wherever they stand and whatever else the sheet holds."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import Printed, RowKind, TableKind
from cstrack.problems import Problem
from cstrack.recognition.tables import catalogue_of, table_at
from cstrack.recognition.tables_heads import Head, heads_over
from cstrack.recognition.tables_mapped_columns import columns_of, field_of, fields_by_head
from cstrack.recognition.tables_places import Place, pounds_above
from cstrack.recognition.tables_titles import paper_period, title_of
from cstrack.recognition.tables_turned import turned
from cstrack.recognition.tables_words import HeadUnit, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.document.document import Document
    from cstrack.document.grid import Grid
    from cstrack.facts.facts import Head as PaperHead
    from cstrack.facts.table import Table
    from cstrack.facts.table_profile import TableMap, TableProfile
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.tables_titles import Title
    from cstrack.values.period import Period

#: Rows looked through for a head, rows that it may have, and the share of its columns that must be there.
_FURTHEST, _MOST_ROWS, _SHARE = 400, 3, 0.5

#: The field that names a row.
LABELS = {TableKind.ACTIONS: "action", TableKind.INDICATORS: "indicator", TableKind.BUDGET: "service"}

#: Rows that a profile leaves out.
SKIPPED = "a skip rule of the profile"


def mapped_tables(
    document: Document, head: PaperHead, vocabulary: Vocabulary, profile: TableProfile
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """The tables that a profile maps, in reading order, and what of its columns was not found.

    Args:
        document: the workbook.
        head: what its head matter says.
        vocabulary: the words of the field.
        profile: the profile.
    """
    paper = paper_period(document, head) if document.grids else None
    catalogue = catalogue_of(vocabulary)
    tables: list[Table] = []
    problems: list[Problem] = []
    for number, grid in enumerate(document.grids):
        if grid.hidden:
            continue
        maps = [one for one in profile.tables if names(grid.name, one.sheets)] or _homeless(document, profile)
        places = [pair for one in maps for pair in _places(document, grid, one, paper, vocabulary)]
        places.sort(key=lambda pair: pair[0].begin)
        for at, (place, told) in enumerate(places):
            following = places[at + 1][0].begin if at + 1 < len(places) else len(grid.rows)
            table = table_at(document, number, _named(place, told), _stop(grid, place, told, following), catalogue)
            if table is not None:
                told_polarity = {folded(name): upward for name, upward in told.polarity.items()}
                tables.append(evolve(_without_skipped(table, told), polarity=told_polarity))
                problems.extend(_missing(document, grid, place, told))
        named = (one for one in maps if one.sheets and names(grid.name, one.sheets))
        problems.extend(_nowhere(document, grid, one) for one in named if all(told is not one for _, told in places))
    return tuple(tables), tuple(problems)


def _homeless(document: Document, profile: TableProfile) -> list[TableMap]:
    """The tables of which a sheet is not there by its name: it may have been called otherwise since."""
    there = [grid.name for grid in document.grids if not grid.hidden]
    return [
        one for one in profile.tables if any(not any(names(name, (sheet,)) for name in there) for sheet in one.sheets)
    ]


def names(name: str, wanted: Sequence[str]) -> bool:
    """Whether a sheet is one of those that are named; with none named, each is."""
    return not wanted or any(fnmatchcase(name.strip().casefold(), one.strip().casefold()) for one in wanted)


def _places(
    document: Document, grid: Grid, told: TableMap, paper: Period | None, vocabulary: Vocabulary
) -> Iterator[tuple[Place, TableMap]]:
    if told.turned:
        yield from _turned(document, grid, told, paper, vocabulary)
        return
    fields = fields_by_head(told)
    first = 0
    sheet: tuple[Printed, ...] = ()
    while first < min(len(grid.rows), _FURTHEST):
        found = _head_in(grid, told, fields, first)
        if found is None:
            return
        at, depth = found
        title = title_of(document, grid, at, first, paper, sheet)
        sheet = sheet or title.lines
        columns, unread = columns_of(grid, told, vocabulary, at, depth, title)
        head = Head(kind=told.kind, first=at, last=at + depth - 1, columns=columns, unread=unread)
        yield (
            Place(grid=grid, head=head, title=title, begin=at, rows=depth, unit=_unit(document, told, title, grid, at)),
            told,
        )
        first = at + depth


def _unit(document: Document, told: TableMap, title: Title, grid: Grid, at: int) -> HeadUnit | None:
    return HeadUnit(unit="GBP", scale=told.scale) if told.scale is not None else pounds_above(document, title, grid, at)


def _head_in(grid: Grid, told: TableMap, fields: Mapping[str, str], first: int) -> tuple[int, int] | None:
    """Row and lines of the first head that holds most of the profile's columns; the row that the profile names goes first."""
    hinted = [] if told.header_row is None or first else [told.header_row - 1]
    rows = [at for at in (*hinted, *range(first, min(len(grid.rows), first + _FURTHEST))) if at < len(grid.rows)]
    needed = max(2, round(len(told.columns) * _SHARE))
    for at in rows:
        depths = [told.header_rows] if told.header_rows is not None else range(1, _MOST_ROWS + 1)
        scores = [(_score(grid, told, fields, at, depth), -depth) for depth in depths if at + depth <= len(grid.rows)]
        best = max(scores, default=(0, 0))
        if best[0] >= needed:
            return at, -best[1]
    return None


def _score(grid: Grid, told: TableMap, fields: Mapping[str, str], at: int, depth: int) -> int:
    found = {
        name for heads in heads_over(grid.rows, at, at + depth - 1) if (name := field_of(heads, fields)) is not None
    }
    if LABELS[told.kind] in told.columns and LABELS[told.kind] not in found:
        return 0
    return len(found)


def _turned(
    document: Document, grid: Grid, told: TableMap, paper: Period | None, vocabulary: Vocabulary
) -> Iterator[tuple[Place, TableMap]]:
    """Tables whose heads stand below each other."""
    fields = fields_by_head(told)
    words = vocabulary.extended("budget_head", fields)
    at = above = 0
    sheet: tuple[Printed, ...] = ()
    while at < min(len(grid.rows), _FURTHEST):
        whole = turned(grid, at, words)
        if whole is None:
            at += 1
            continue
        title = title_of(document, grid, at, above, paper, sheet)
        sheet = sheet or title.lines
        columns, unread = columns_of(whole, told, vocabulary, 0, 1, title)
        head = Head(kind=told.kind, first=0, last=0, columns=columns, unread=unread)
        length = len(whole.rows[0])
        yield (
            Place(
                grid=whole, head=head, title=title, begin=at, rows=length, unit=_unit(document, told, title, grid, at)
            ),
            told,
        )
        at = above = at + length


def _named(place: Place, told: TableMap) -> Place:
    """The place with the sign that the profile tells, as if the sheet said it."""
    if told.overspend_positive is None:
        return place
    words = "overspends shown as positive" if told.overspend_positive else "overspends shown as negative"
    line = Printed(text=words, address="", span=None, row=-1, column=-1)
    return evolve(place, title=evolve(place.title, sheet=(line,)))


def _stop(grid: Grid, place: Place, told: TableMap, following: int) -> int:
    """The index after the last row of a table."""
    if place.grid is not grid:
        return len(place.grid.rows)
    first = place.head.last + 1
    if told.stop_at:
        wanted = told.stop_at.casefold()
        for at in range(first, following):
            if any(cell.text.strip().casefold().startswith(wanted) for cell in grid.rows[at]):
                return at
    end = following
    while (
        following < len(grid.rows) and end > first and sum(bool(cell.text.strip()) for cell in grid.rows[end - 1]) <= 2
    ):
        end -= 1
    return end


def _without_skipped(table: Table, told: TableMap) -> Table:
    if not told.skip:
        return table
    kept = tuple(
        row
        for row in table.rows
        if row.kind is not RowKind.LINE or row.label is None or not names(row.label.text, told.skip)
    )
    gone = len(table.rows) - len(kept)
    return evolve(table, rows=kept, skipped={**table.skipped, SKIPPED: gone} if gone else table.skipped)


def _missing(document: Document, grid: Grid, place: Place, told: TableMap) -> Iterator[Problem]:
    found = {column.role for column in place.head.columns}
    for name, heads in told.columns.items():
        if name not in found:
            message = f"{grid.name} of {document.source.name}: no column is headed {heads[0]!r}, which the profile maps to {name}"
            yield Problem(code="profile.column_missing", message=message, document=document.source.name)


def _nowhere(document: Document, grid: Grid, told: TableMap) -> Problem:
    heads = ", ".join(repr(heads[0]) for heads in list(told.columns.values())[:4])
    message = f"{grid.name} of {document.source.name}: no row holds the heads of the profile's table of {told.kind.value} ({heads} ...), so nothing was read there"
    return Problem(code="profile.table_missing", message=message, document=document.source.name)
