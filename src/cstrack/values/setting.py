"""What a reader knows when meeting a date that leaves something out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.calendar import financial_year_start
from cstrack.values.pieces import Lean

if TYPE_CHECKING:
    from cstrack.values.period import Period


@final
@frozen(kw_only=True)
class Setting:
    """The paper's date and what it has spoken of so far.

    Attributes:
        anchor: the paper's date, at the precision it is known; None where it is not known.
        quarter: the quarter the paper spoke of last, which "last quarter" goes back from; None where it spoke of none.
        spoken: the period the paper spoke of last, which "the same period" is; None where it spoke of none.
        day: the day that the paper spoke of last as gone by, which "the same date" is; None where it spoke of none.
        lean: which way a date without its year lies, by the tense of its sentence.
    """

    anchor: Period | None = None
    quarter: Period | None = None
    spoken: Period | None = None
    day: Period | None = None
    lean: Lean = Lean.NEAREST

    @property
    def dated(self) -> tuple[date, date] | None:
        """First and last day that the paper's date can be; None where it is not bounded."""
        if self.anchor is None or self.anchor.start is None or self.anchor.last_day is None:
            return None
        return self.anchor.start, self.anchor.last_day

    @property
    def close(self) -> tuple[date, date] | None:
        """The same where the paper's date is known to the month at least."""
        if self.dated is None or self.anchor is None or self.anchor.approximate:
            return None
        return self.dated if (self.dated[1] - self.dated[0]).days <= 31 else None

    def financial_year(self) -> int | None:
        """Starting year of the financial year the paper was written in; None where its date leaves that open."""
        years = {financial_year_start(day) for day in self.dated or ()}
        return years.pop() if len(years) == 1 else None

    def quarter_start(self) -> date | None:
        """First day of the quarter the paper was written in; None where its date leaves that open."""
        starts = {date(day.year, (day.month - 1) // 3 * 3 + 1, 1) for day in self.dated or ()}
        return starts.pop() if len(starts) == 1 else None
