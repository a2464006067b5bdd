"""The calendar of English councils: months by name, month ends, and years that begin on 1 April."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

#: Month names in order; ``MONTH_NAMES[0]`` is January.
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

#: EDTF's season codes by name.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}

#: The first month of each season, as British weather services count them.
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}

_ONE_DAY = timedelta(days=1)


def month_number(name: str) -> int:
    """The number of a month from its name or short form, in any case: ``Sept`` is 9.

    Raises:
        KeyError: no month begins so.
    """
    letters = name.strip(". ").casefold()[:3]
    for number, full in enumerate(MONTH_NAMES, start=1):
        if full[:3].casefold() == letters:
            return number
    raise KeyError(name)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def shifted(day: date, months: int) -> date:
    """The same day of the month so many months later (earlier when negative); the month's last day where it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar.

    Source:
        The rule of the anonymous Gregorian computus, as printed in Meeus, Astronomical Algorithms, chapter 8.

    >>> easter(2015)
    datetime.date(2015, 4, 5)
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    shift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def before(day: date) -> date:
    """The day before."""
    return day - _ONE_DAY


def after(day: date) -> date:
    """The day after."""
    return day + _ONE_DAY


def financial_year_start(day: date) -> int:
    """The calendar year in which the financial year of a day began: 1 April 2014 to 31 March 2015 are of 2014."""
    return day.year if day.month >= 4 else day.year - 1


def financial_quarter_number(day: date) -> int:
    """The quarter of the financial year a day lies in: April to June is 1, January to March is 4."""
    return (day.month - 4) % 12 // 3 + 1


def month_of_financial_year(start: int, number: int) -> tuple[int, int]:
    """Year and month of a numbered month of monitoring: month 1 of 2014/15 is April 2014, month 10 is January 2015."""
    count = start * 12 + 3 + number - 1
    return count // 12, count % 12 + 1
