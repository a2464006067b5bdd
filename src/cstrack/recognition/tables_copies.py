"""Sheets that were kept from an earlier report: of two that list the same, the one that was brought up to date last counts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cstrack.recognition.tables_words import flat
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.facts.table import Table

#: From this share of common rows on, one of two sheets is a copy of the other; below so many rows nothing is.
_COPY, _FEW = 0.5, 3

_YEAR = pattern(
    "recognition.tables_copies.year",
    r"(?<![0-9])(?:20)?(?P<year>[0-9]{2})(?=[-/ ](?:20)?[0-9]{2}(?![0-9]))|(?<![0-9])20(?P<whole>[0-9]{2})(?![0-9])",
)
_QUARTER = pattern("recognition.tables_copies.quarter", r"(?i)\b(?:q|qtr|quarter)[ ]?(?P<quarter>[1-4])(?![0-9])")
_MONTH = pattern(
    "recognition.tables_copies.month", r"(?i)\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def kept_copies(tables: Sequence[Table], names: Sequence[str]) -> frozenset[int]:
    """The grids that repeat what another one lists, and are older.

    Args:
        tables: the tables of a document.
        names: the name of each grid, by index.

    Returns:
        Indices of grids.
    """
    labels: dict[int, set[str]] = defaultdict(set)
    for table in tables:
        if table.column("closed_on") is None:
            labels[table.grid] |= {flat(row.label.text).casefold() for row in table.rows if row.label is not None}
    older: set[int] = set()
    grids = sorted(labels)
    for at, one in enumerate(grids):
        for two in grids[at + 1 :]:
            if one not in older and two not in older and _repeats(labels[one], labels[two]):
                older.add(one if earlier(names[one], names[two]) == names[one] else two)
    return frozenset(older)


def _repeats(one: set[str], two: set[str]) -> bool:
    few = min(len(one), len(two))
    return few >= _FEW and len(one & two) >= _COPY * few


def earlier(one: str, two: str) -> str:
    """Which of two sheets that list the same is older: by the dates in their names, else the later tab.

    >>> earlier("Tracker Q2 24-25", "Tracker Q1 24-25")
    'Tracker Q1 24-25'
    """
    first, second = _moment(one), _moment(two)
    if first != second:
        return one if first < second else two
    return two


def _moment(name: str) -> tuple[int, int]:
    year, quarter, month = _YEAR.search(name), _QUARTER.search(name), _MONTH.search(name)
    number = int(year["year"] or year["whole"]) if year else 0
    if quarter:
        return number, int(quarter["quarter"]) * 3
    return number, _MONTHS.index(month["month"].casefold()) + 1 if month else 0
