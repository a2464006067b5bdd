"""Days as callers give them: a date, or ISO text."""

from __future__ import annotations

from datetime import date, datetime

from cstrack.errors import UnreadableDate


def as_day(day: date | str) -> date:
    """The day that a caller means.

    Raises:
        UnreadableDate: the text is no ISO date.

    >>> as_day("2015-03-31")
    datetime.date(2015, 3, 31)
    """
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise UnreadableDate(str(day)) from error
