"""A stretch of days, as councils write it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import field, frozen

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

    Attributes:
        start: first day; None where the beginning is open or unknown.
        end: the day after the last day; None where the end is open or unknown.
        kind: what sort of period is meant.
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

    @property
    def last_day(self) -> date | None:
        """The last day of the period: a due date counts by it."""
        return None if self.end is None else self.end - timedelta(days=1)

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period; open ends contain everything on their side."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)
