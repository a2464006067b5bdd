"""Sheets of earlier reports that stay in a workbook: "Tracker Q1" beside "Tracker Q2" is last quarter's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.recognition.tables_periods import periods_in
from cstrack.recognition.tables_words import folded
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from datetime import date

    from cstrack.document.document import Document

_DIGITS = pattern("recognition.tables_sheets.digits", r"[0-9]++")


def superseded(document: Document) -> frozenset[int]:
    """The grids that hold what a later sheet of the same name holds for a later quarter, month or day.

    Years apart are no reports of the same thing: a sheet of savings for each year is left alone.

    Args:
        document: the workbook.
    """
    latest: dict[str, tuple[date, int]] = {}
    older: set[int] = set()
    for number, grid in enumerate(document.grids):
        told = None if grid.hidden else _told(grid.name)
        if told is None:
            continue
        name, day = told
        before = latest.get(name)
        if before is None or before[0] < day:
            latest[name] = (day, number)
            older |= set() if before is None else {before[1]}
        elif before[0] > day:
            older.add(number)
    return frozenset(older)


def _told(name: str) -> tuple[str, date] | None:
    """The name without its period, and the last day of that; None where it names none shorter than a year."""
    words = name.replace("_", " ")
    found = next((one for one in periods_in(words, None) if one.exact), None)
    last = None if found is None else found.period.last_day
    if found is None or last is None:
        return None
    return folded(_DIGITS.sub(" ", found.bare)), last
