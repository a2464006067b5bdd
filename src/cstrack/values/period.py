"""A stretch of days, as councils write it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from cstrack.values.calendar import after, before, financial_year_start, month_end, month_of_financial_year, shifted
from cstrack.values.edtf import read_edtf
from cstrack.values.period_names import named

if TYPE_CHECKING:
    from attrs import Attribute


class PeriodKind(StrEnum):
    """What sort of period a paper means."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial year"
    ACADEMIC_YEAR = "academic year"
    CALENDAR_YEAR = "calendar year"
    SEASON = "season"
    SPAN = "span"
    ROLLING = "rolling"
    PROGRAMME = "programme"
    OPEN = "open"
    CHOICE = "choice"


def _not_before_start(period: Period, _: Attribute[date | None], end: date | None) -> None:
    if period.start is not None and end is not None and end <= period.start:
        raise ValueError(f"the period {period.label!r} ends on {end}, before it starts")


@final
@frozen(kw_only=True)
class Period:
    """A half-open interval of days with the words and the EDTF it stands for.

    Periods sort by their first day, an open beginning first, then by their end, an open end last.

    Attributes:
        start: first day; None where the beginning is open or unknown.
        end: the day after the last day; None where the end is open or unknown.
        kind: what sort of period is meant. A run of calendar years ("2015-2020") is a programme; EDTF counts both its first and
            its last year, so its days are the widest that can be meant: five programme years stand in six calendar years.
        label: a label in the field's words: ``2014/15``, ``September 2014``, ``Q1 2018/19``.
        edtf: ISO 8601-2 text. Financial years and quarters are intervals of days ("2014-04-01/2015-03-31"), since EDTF's own
            quarters are those of the calendar year; "no later than September 2014" is "../2014-09".
        approximate: the paper says about, late, or so.
    """

    start: date | None
    end: date | None = field(validator=_not_before_start)
    kind: PeriodKind
    label: str
    edtf: str
    approximate: bool = False

    @classmethod
    def from_edtf(cls, text: str) -> Period:
        """The period an EDTF text means, with the field's own kind and label for it.

        >>> Period.from_edtf("2014-04-01/2015-03-31").label
        '2014/15'

        Raises:
            UnreadableDate: the text is not EDTF of level 0 or 1, nor one of a set.
        """
        return _from_edtf(text.strip())

    @property
    def last_day(self) -> date | None:
        """The last day of the period: a due date counts by it."""
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def days(self) -> int | None:
        """How many days it has; None where an end is open or unknown."""
        return None if self.start is None or self.end is None else (self.end - self.start).days

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period; open ends contain everything on their side."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def covers(self, other: Period) -> bool:
        """Whether every day of the other lies in this one."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        return starts and (self.end is None or (other.end is not None and other.end <= self.end))

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def __lt__(self, other: Period) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, date, str]:
        return self.start or date.min, self.end or date.max, self.edtf

    def __str__(self) -> str:
        return self.label


@lru_cache(maxsize=4096)
def _from_edtf(text: str) -> Period:
    read = read_edtf(text)
    kind, label = named(read)
    end = None if read.last is None else after(read.last)
    approximate = read.approximate
    return Period(
        start=read.first, end=end, kind=PeriodKind(kind), label=label, edtf=str(read), approximate=approximate
    )


def _days(first: date, last: date) -> Period:
    return Period.from_edtf(f"{first}/{last}")


def financial_year(start: int) -> Period:
    """The financial year that begins on 1 April of the year given: 2014 is 2014/15."""
    return _days(date(start, 4, 1), date(start + 1, 3, 31))


def financial_year_of(day: date) -> Period:
    """The financial year a day lies in."""
    return financial_year(financial_year_start(day))


def financial_quarter(start: int, number: int) -> Period:
    """A quarter of a financial year: ``financial_quarter(2014, 1)`` is April to June 2014, 4 is January to March 2015.

    Raises:
        ValueError: the number is not 1 to 4.
    """
    if not 1 <= number <= 4:
        raise ValueError(f"a financial year has quarters 1 to 4, not {number}")
    year, month = month_of_financial_year(start, 3 * number - 2)
    last_year, last_month = month_of_financial_year(start, 3 * number)
    return _days(date(year, month, 1), month_end(last_year, last_month))


def monitoring_month(start: int, number: int) -> Period:
    """A numbered month of budget monitoring, April being 1: month 5 of 2014 is August 2014.

    Raises:
        ValueError: the number is not 1 to 12.
    """
    if not 1 <= number <= 12:
        raise ValueError(f"a financial year has months 1 to 12, not {number}")
    return month(*month_of_financial_year(start, number))


def academic_year(start: int) -> Period:
    """The academic year that begins on 1 September of the year given."""
    return _days(date(start, 9, 1), date(start + 1, 8, 31))


def calendar_year(year: int) -> Period:
    """January to December of a year."""
    return Period.from_edtf(f"{year:04}")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return Period.from_edtf(f"{year:04}-{number:02}")


def day(day: date) -> Period:
    """One day."""
    return Period.from_edtf(day.isoformat())


def rolling(first: date, last: date) -> Period:
    """A window that moves with the day of the paper, both days in it: the last 12 months."""
    return evolve(_days(first, last), kind=PeriodKind.ROLLING)


def earlier(period: Period, months: int) -> Period | None:
    """The same period so many months before, at its own precision: a month end stays a month end; None where an end is open.

    >>> earlier(financial_quarter(2018, 1), 12).label
    'Q1 2017/18'
    """
    if period.start is None or period.end is None or period.last_day is None:
        return None
    first, last = shifted(period.start, -months), before(shifted(period.end, -months))
    if period.kind is PeriodKind.DAY:
        return day(last if period.end.day == 1 else first)
    if period.kind is PeriodKind.MONTH:
        return month(first.year, first.month)
    if period.kind is PeriodKind.CALENDAR_YEAR and not months % 12:
        return calendar_year(first.year)
    return _days(first, last)


def months_to(last: date, count: int) -> Period:
    """So many months that end on a day: twelve to 31 March 2015 are the financial year 2014/15."""
    return _days(shifted(after(last), -count), last)
