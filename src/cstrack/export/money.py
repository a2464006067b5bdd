"""The tables of money: budget lines by financial year, and money that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.export import words
from cstrack.export.entries import PLACE, figure, start
from cstrack.export.report import Column, ColumnKind, Entry, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.budget import BudgetLine, FundingMovement


def budgets(records: Iterable[BudgetLine]) -> Table:
    """Sums of money by financial year; sums without a year last."""
    rows = [
        (
            Entry(text=words.when(line.period, "no year stated")),
            Entry(text=words.subject(line)),
            Entry(text=words.measure(line.measure)),
            figure(line.figure, line, change=line.change),
            Entry(text=line.basis.value if line.basis else "not stated"),
            Entry(text=words.fund(line.fund)),
            words.where(line),
        )
        for line in sorted(records, key=lambda line: start(line.period))
    ]
    columns = (
        Column("Financial year", share=2),
        Column("Service or subject", share=3),
        Column("What it is"),
        Column("Amount", ColumnKind.POUNDS),
        Column("Basis", share=1),
        Column("Fund", share=1),
        PLACE,
    )
    return Table(title="Budget lines by financial year", columns=columns, rows=tuple(rows))


def movements(records: Iterable[FundingMovement]) -> Table:
    """Money that moves: from, to, how much, when."""
    rows = [
        (
            Entry(text=move.source or "not stated"),
            Entry(text=move.destination or "not stated"),
            figure(move.figure, move),
            Entry(text=words.when(move.period)),
            Entry(text=words.recurrence(move.recurrence)),
            words.where(move),
        )
        for move in sorted(records, key=lambda move: start(move.period))
    ]
    columns = (
        Column("From"),
        Column("To"),
        Column("Amount", ColumnKind.POUNDS),
        Column("Years"),
        Column("Once or every year"),
        PLACE,
    )
    return Table(title="Money that moves", columns=columns, rows=tuple(rows))
