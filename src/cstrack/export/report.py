"""What a printed report is made of, before anybody chose how it is printed: sections, lines and typed tables.

A cell keeps its value beside its words, so that a workbook holds real numbers and dates while a page prints what a person reads, and
keeps its citations, so that every number can open the words it was read from.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from attrs import Attribute

    from cstrack.sources.citation import Citation


class ColumnKind(StrEnum):
    """What the cells of a column hold, where they hold a value."""

    TEXT = "text"
    NUMBER = "number"
    POUNDS = "pounds"
    DATE = "date"


@final
@frozen(kw_only=True)
class Entry:
    """A cell, or one statement of a line.

    Attributes:
        text: what a person reads.
        value: the number or the day behind it; None where it is words alone.
        citations: the words it was read from.
    """

    text: str
    value: Decimal | date | None = None
    citations: tuple[Citation, ...] = ()


@final
@frozen
class Column:
    """A column of a table.

    Attributes:
        title: its heading.
        kind: what its values are.
        share: how much of the width it may take, against the other columns.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    share: int = 2


def _as_wide_as_columns(
    table: Table, _: Attribute[tuple[tuple[Entry, ...], ...]], rows: tuple[tuple[Entry, ...], ...]
) -> None:
    if any(len(row) != len(table.columns) for row in rows):
        raise ValueError(f"a row of the table {table.title!r} is not as wide as its {len(table.columns)} columns")


@final
@frozen(kw_only=True)
class Table:
    """A table.

    Attributes:
        title: its caption.
        columns: its columns.
        rows: rows x columns.
        note: a line below the caption.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Entry, ...], ...] = field(validator=_as_wide_as_columns)
    note: str = ""


@final
@frozen(kw_only=True)
class Line:
    """One line of a paper's page.

    Attributes:
        label: what the line tells: "Money", "Not known".
        entries: its statements.
        more: how many further statements the tables below hold.
    """

    label: str
    entries: tuple[Entry, ...]
    more: int = 0


@final
@frozen(kw_only=True)
class Section:
    """A part of the report.

    Attributes:
        title: its heading.
        note: a line below the heading.
        lines: labelled lines.
        tables: tables.
        sections: parts of the part.
    """

    title: str
    note: str = ""
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for part in self.sections:
            yield from part.walk()


@final
@frozen(kw_only=True)
class Report:
    """A report.

    Attributes:
        title: its title.
        as_of: the day it speaks for; None where nothing was assessed.
        version: version of cstrack that made it.
        sections: its parts.
        note: a line below the title.
    """

    title: str
    as_of: date | None
    version: str = ""
    note: str = ""
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Every section, in reading order."""
        for part in self.sections:
            yield from part.walk()

    @property
    def tables(self) -> tuple[tuple[Section, Table], ...]:
        """Every table with the section it stands in."""
        return tuple((section, table) for section in self.walk() for table in section.tables)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the report once, in the order it is first met."""
        found: dict[Citation, None] = {}
        for section in self.walk():
            entries = [entry for line in section.lines for entry in line.entries]
            entries += [entry for table in section.tables for row in table.rows for entry in row]
            found.update(dict.fromkeys(citation for entry in entries for citation in entry.citations))
        return tuple(found)
