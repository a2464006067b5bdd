"""Cells that several tables hold, and what rows are put in order by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cstrack.export import words
from cstrack.export.report import Column, Entry
from cstrack.values.figure import Figure

if TYPE_CHECKING:
    from decimal import Decimal

    from cstrack.model.record import Amount, Record
    from cstrack.values.period import Period

#: The last column of a table: document and section.
PLACE = Column("Where it stands", share=3)


def figure(amount: Amount, record: Record, *, change: bool = False) -> Entry:
    """A figure in words, with its number, opening the words it was read from."""
    return Entry(text=words.amount(amount, change=change), value=value(amount), citations=record.citations)


def value(amount: Amount | None) -> Decimal | None:
    """The number; None where none is printed."""
    return amount.value if isinstance(amount, Figure) else None


def last_day(period: Period | None) -> date | None:
    """The day a due date counts by."""
    return period.last_day if period else None


def start(period: Period | None) -> date:
    """What periods are put in order by; what has none comes last."""
    return (period.start or period.last_day or date.max) if period else date.max
