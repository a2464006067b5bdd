"""What a table says: its kind, what each column and row is, and the amounts and words in its cells."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, final

from attrs import field, frozen

from cstrack.values.figure import Figure
from cstrack.values.missing import NotStated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstrack.problems import Problem
    from cstrack.sources.span import Span
    from cstrack.values.period import Period

#: A figure, or why a cell holds none.
CellAmount: TypeAlias = Figure | NotStated


class TableKind(StrEnum):
    """What the rows of a table are."""

    BUDGET = "budget"
    INDICATORS = "indicators"
    ACTIONS = "actions"


class RowKind(StrEnum):
    """What a row is. Totals are told apart so that nobody counts their parts twice."""

    LINE = "line"
    TOTAL = "total"
    SECTION = "section"
    NOTE = "note"


@final
@frozen(kw_only=True)
class Printed:
    """The words of a cell in their place.

    Attributes:
        text: the words.
        address: ``sheet!A1``.
        span: characters of the document's text; None where it has none.
        row: index of its row in the grid.
        column: index of its column.
    """

    text: str
    address: str
    span: Span | None
    row: int
    column: int


@final
@frozen(kw_only=True)
class Column:
    """One column and what its head says.

    Attributes:
        at: index in the grid.
        role: what stands in it: a key of the vocabulary of heads (``budget``, ``target``, ``owner``), or ``period`` for a column named
            by nothing else.
        head: its words, those of several rows joined.
        name: the same without unit and notes, for labels.
        heads: the cells of its head.
        unit: canonical code; None where nothing tells it.
        scale: what one is printed for: 1000 below £'000.
        told: where unit and scale stand, in the head or above the table; None where nothing tells them.
        period: the days of its numbers: a month, quarter or day before a year; None where nothing tells them.
        year: the year that those lie in, or that the title names; None where nothing tells it.
        inferred: ``period`` where it was taken from the title's year or the paper's date.
        reversed: of a variance: what is printed above nought is an underspend.
    """

    at: int
    role: str
    head: str
    name: str = ""
    heads: tuple[Printed, ...] = ()
    unit: str | None = None
    scale: Decimal = Decimal(1)
    told: Printed | None = None
    period: Period | None = None
    year: Period | None = None
    inferred: tuple[str, ...] = ()
    reversed: bool = False


@final
@frozen(kw_only=True)
class Dating:
    """What a cell of dates says.

    Attributes:
        period: the days it names, as it stands now; None where it names none.
        event: what stands in place of a date: "Ongoing", "Next Board"; None where a date does.
        earlier: dates that it says were moved, oldest first: "June 2024 (was March 2024)".
        inferred: ``due`` where a year or the meaning of a serial number was inferred.
        impossible: it looks like a date and is none: 31/09/2024.
    """

    period: Period | None = None
    event: str | None = None
    earlier: tuple[Period, ...] = ()
    inferred: tuple[str, ...] = ()
    impossible: bool = False


@final
@frozen(kw_only=True)
class Aim:
    """What a cell of targets says.

    Attributes:
        amount: the number to be reached, or why there is none.
        baseline: where it starts from: "from 41% to 55%".
        due: by when: "60% by March 2025".
        upward: whether more is better by its words: "increase to", "reduce to"; None where they do not say.
        maintain: it is to stay as it is.
        inferred: ``due`` where its year was inferred.
    """

    amount: CellAmount
    baseline: Figure | None = None
    due: Period | None = None
    upward: bool | None = None
    maintain: bool = False
    inferred: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class Row:
    """One row below the head.

    Attributes:
        at: index in the grid.
        kind: what it is.
        label: the cell that names it; None where none does.
        sections: the words of the rows above that head it, outermost first, and of cells merged down beside it.
        amounts: column index -> amount, for columns that hold numbers.
        cells: column index -> words, for every cell that is not empty.
        dates: column index -> what its date says, of a row of actions.
        aims: column index -> what its target says, of a row of a scorecard.
        owners: who leads, each as printed.
        hidden: the row, or its sheet, is hidden.
    """

    at: int
    kind: RowKind
    label: Printed | None = None
    sections: tuple[str, ...] = ()
    amounts: Mapping[int, CellAmount] = field(factory=dict)
    cells: Mapping[int, Printed] = field(factory=dict)
    dates: Mapping[int, Dating] = field(factory=dict)
    aims: Mapping[int, Aim] = field(factory=dict)
    owners: tuple[str, ...] = ()
    hidden: bool = False


@final
@frozen(kw_only=True)
class Table:
    """One table as it was understood.

    Attributes:
        kind: what its rows are.
        grid: index of the grid it stands in.
        title: the words above it: the rows before its head, the heading and the line before it.
        told: the cells or stretches of the title, where a scale or a year was read.
        columns: the columns that were understood, in order.
        rows: the rows below the head.
        label: the column that names the rows; None where none does.
        corner: the head of that column: "General Fund" over the names of services; empty where it has none.
        period: the days it speaks of; None where nothing tells.
        inferred: ``period`` where those were told from the paper's date.
        unread: heads that are in no vocabulary.
        polarity: name of a measure, folded -> whether more is better, as a profile says.
        skipped: rows without a kind, by reason.
        problems: what could not be read or trusted.
    """

    kind: TableKind
    grid: int
    title: str
    told: tuple[Printed, ...] = ()
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    label: int | None = None
    corner: str = ""
    period: Period | None = None
    inferred: tuple[str, ...] = ()
    unread: tuple[Printed, ...] = ()
    polarity: Mapping[str, bool | None] = field(factory=dict)
    skipped: Mapping[str, int] = field(factory=dict)
    problems: tuple[Problem, ...] = ()

    def column(self, role: str) -> Column | None:
        """The first column of a role."""
        return next((column for column in self.columns if column.role == role), None)
