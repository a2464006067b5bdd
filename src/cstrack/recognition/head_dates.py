"""When a paper was written: the date it prints, what its text speaks of as past and as to come, and its file's name."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from cstrack.recognition.head_bounds import written_between
from cstrack.recognition.head_stamps import dates_in, stamp_of
from cstrack.values.expressions import read_periods
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind
from cstrack.values.pieces import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.document.document import Document
    from cstrack.recognition.head_lines import HeadLine
    from cstrack.sources.span import Span
    from cstrack.values.expressions import Reading

_DAY_IN_NAME = pattern(
    "recognition.head_dates.day_in_name",
    r"(?<![0-9])(?:(?P<year>20[0-9]{2})[-_. ]?(?P<month>0[1-9]|1[0-2])[-_. ]?(?P<day>[0-3][0-9])|(?P<first>[0-3][0-9])[-_. ]?(?P<second>0[1-9]|1[0-2])[-_. ]?(?P<third>20[0-9]{2}))(?![0-9])",
)
_MONTH_IN_NAME = pattern(
    "recognition.head_dates.month_in_name", r"(?<![0-9])(?P<year>20[0-9]{2})[-_. ](?P<month>0[1-9]|1[0-2])(?![0-9])"
)
_YEAR_IN_NAME = pattern(
    "recognition.head_dates.year_in_name", r"(?<![0-9])(?P<year>20[0-9]{2})(?![0-9]|[-_][0-9]{2}(?![0-9]))"
)
_PARTED = pattern("recognition.head_dates.parted", r"[-_.]+")

_HELD = pattern("recognition.head_dates.held", r"\b(?:held|met|meeting|dated|minutes|on)\b", re.IGNORECASE)
#: In a sentence "on" dates anything: "On 14 June the home closed."
_MET = pattern("recognition.head_dates.met", r"\b(?:held|met|meeting|minutes)\b", re.IGNORECASE)
#: In a sentence "on" dates anything: "On 14 June the home closed."
_MET = pattern("recognition.head_dates.met", r"\b(?:held|met|meeting|minutes)\b", re.IGNORECASE)
#: Characters behind the date of a line that ends in a full stop and is no sentence.
_REST = 12

#: Labels of the head in the order their dates count.
_RANK = ("date", "meeting", None, "published")


def find_date(document: Document, lines: Iterable[HeadLine]) -> tuple[Period | None, str | None, Span | None]:
    """The paper's date, where it was found and its place in the text.

    Returns:
        The date; ``head``, ``body`` or ``name``; the span of a printed date. A date from the body is the months between what the
        text speaks of as past and as to come, within the year of the file's name where that gives one; with no end to come, about
        the month of the latest past date.
    """
    printed = _printed(document, tuple(lines))
    if printed:
        return printed[0], "head", printed[1]
    named = date_in_name(document.source.name)
    if named and named.kind is not PeriodKind.CALENDAR_YEAR:
        return named, "name", None
    spoken = _within(named, *written_between(document))
    if spoken:
        return spoken, "body", None
    return (named, "name", None) if named else (None, None, None)


def _printed(document: Document, lines: tuple[HeadLine, ...]) -> tuple[Period, Span] | None:
    for what in _RANK:
        those = [line for line in lines if line.what == what and (what is not None or line.head)]
        for read in (_date_of,) if what else (_date_of, _day_beside, _month_beside):
            for line in those:
                found = read(line)
                if found:
                    plain = document.plain(document.blocks[line.block])
                    at = plain.text.find(line.text)
                    return found.period, plain.span(at + found.start, at + found.end)
    return None


def _day_beside(line: HeadLine) -> Reading | None:
    found = stamp_of(line.text)
    return found if found and found.unit is Unit.DAY else None


def _month_beside(line: HeadLine) -> Reading | None:
    return stamp_of(line.text)


def _date_of(line: HeadLine) -> Reading | None:
    """The date a line of the head gives: of a label the first day or month; of another line only one that stands for itself."""
    for reading in dates_in(line.text):
        alone = reading.end - reading.start >= len(line.text) - 4
        tells = line.text.endswith(".") and len(line.text) - reading.end > _REST
        words = _MET if tells else _HELD
        held = reading.unit is Unit.DAY and words.search(line.text, 0, reading.start)
        if line.what or alone or held:
            return reading
    return None


def date_in_name(name: str) -> Period | None:
    """The date in a file's name: a day (``2014-03-13``, ``13-03-2014``, ``13 March 2014``), a month or a year; financial years are none."""
    stem = name.rpartition(".")[0] or name
    found = _DAY_IN_NAME.search(stem)
    if found:
        year, month, day = (
            int(part)
            for part in (
                found["year"] or found["third"],
                found["month"] or found["second"],
                found["day"] or found["first"],
            )
        )
        try:
            return Period.from_edtf(date(year, month, day).isoformat())
        except ValueError:
            return None
    worded = [each for each in read_periods(_PARTED.sub(" ", stem)) if each.unit in {Unit.DAY, Unit.MONTH}]
    if worded:
        return worded[0].period
    month_found = _MONTH_IN_NAME.search(stem)
    if month_found and int(month_found["month"]) != (int(month_found["year"]) + 1) % 100:
        return Period.from_edtf(f"{month_found['year']}-{month_found['month']}")
    year_found = None if month_found else _YEAR_IN_NAME.search(stem)
    return Period.from_edtf(year_found["year"]) if year_found else None


def _within(named: Period | None, low: date | None, high: date | None) -> Period | None:
    if low is None and (named is None or high is None):
        return None
    if named is None:
        return _months(low, high) if high and low else Period.from_edtf(f"{low:%Y-%m}~")
    first, last = named.start, named.last_day
    assert first is not None
    assert last is not None
    low = max(first, low or first)
    high = min(last, high or last)
    if low > high or (low, high) == (first, last):
        return None
    return _months(low, high)


def _months(low: date, high: date) -> Period:
    same = (low.year, low.month) == (high.year, high.month)
    return Period.from_edtf(f"{low:%Y-%m}" if same else f"{low:%Y-%m}/{high:%Y-%m}")
