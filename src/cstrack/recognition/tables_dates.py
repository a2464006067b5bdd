"""The date in a cell of a plan: "Sept 23", "end of Q2 2023/24", "March 2024 (was Dec 2023)", "Ongoing", a spreadsheet's serial number."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from cstrack.facts.table import Dating
from cstrack.recognition.tables_words import flat
from cstrack.values.expressions import read_periods
from cstrack.values.patterns import pattern
from cstrack.values.period import day, month

if TYPE_CHECKING:
    from cstrack.values.expressions import Reading
    from cstrack.values.period import Period

#: Days of spreadsheets are counted from here, since they hold 1900 for a leap year.
_EPOCH = date(1899, 12, 30)
_SERIAL = pattern("recognition.tables_dates.serial", r"[34][0-9]{4}|5[0-5][0-9]{3}")
_MONTH_YEAR = pattern(
    "recognition.tables_dates.month_year",
    r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\.?[ '-]{1,2}(?P<year>[0-9]{2})",
    2,
)
_MOVED = pattern(
    "recognition.tables_dates.moved",
    r"\b(?P<word>was|previously|originally|formerly|moved[ ]from|revised[ ]from|extended[ ]from|from|revised[ ]to|moved[ ]to|extended[ ]to|now|then)\b",
    2,
)
_PRINTED_DAY = pattern("recognition.tables_dates.printed_day", r"[0-9]{1,2}[./ -][0-9]{1,2}[./ -](?:[0-9]{4}|[0-9]{2})")
_LATER = frozenset({"revised to", "moved to", "extended to", "now", "then"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR, _LONGEST = 6, 200


def dating_of(text: str, anchor: Period | None) -> Dating | None:
    """What a cell of dates says.

    Args:
        text: its words.
        anchor: the day or quarter of the paper, for dates that leave out their year.

    Returns:
        None for an empty cell.

    >>> dating_of("June 2024 (was March 2024)", None).earlier[0].edtf
    '2024-03'
    """
    words = flat(text)[:_LONGEST].strip()
    return _dating_of(words, anchor) if words else None


@lru_cache(maxsize=4096)
def _dating_of(words: str, anchor: Period | None) -> Dating:
    if _SERIAL.fullmatch(words):
        return Dating(period=day(_EPOCH + timedelta(days=int(words))), inferred=("due",))
    short = _short_year(words, anchor)
    if short is not None:
        return Dating(period=short)
    readings = read_periods(words, anchor)
    if not readings:
        return Dating(event=words, impossible=_PRINTED_DAY.search(words) is not None)
    current, earlier = _in_order(words, readings)
    inferred = ("due",) if current.inferred else ()
    return Dating(period=current.period, earlier=tuple(one.period for one in earlier), inferred=inferred)


def _short_year(words: str, anchor: Period | None) -> Period | None:
    """A month and two digits: a year where it lies near the paper's ("Oct 12" in 2012), else a day, which is read as others are."""
    found = _MONTH_YEAR.fullmatch(words)
    if found is None or anchor is None or anchor.start is None:
        return None
    year = 2000 + int(found["year"])
    near = abs(year - anchor.start.year) <= _NEAR
    return month(year, _MONTHS.index(found["month"][:3].lower()) + 1) if near else None


def _in_order(words: str, readings: tuple[Reading, ...]) -> tuple[Reading, list[Reading]]:
    """The date as it stands now, and those it replaced, oldest first."""
    if len(readings) == 1:
        return readings[0], []
    between = words[readings[0].end : readings[1].start]
    moved = _MOVED.search(between)
    if moved is None:
        return readings[0], []
    if " ".join(moved["word"].lower().split()) in _LATER:
        return readings[-1], list(readings[:-1])
    return readings[0], list(reversed(readings[1:]))
