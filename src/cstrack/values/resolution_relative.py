"""From words that lean on the paper's date or on what it spoke of last to the days they mean: "last quarter", "a year earlier"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cstrack.values import period as periods
from cstrack.values.calendar import after, before, shifted
from cstrack.values.period import Period
from cstrack.values.pieces import Lean

if TYPE_CHECKING:
    from cstrack.values.pieces import Piece
    from cstrack.values.setting import Setting

#: Months in what a comparison or a window counts.
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def relative(piece: Piece, setting: Setting) -> Period | None:
    """``last year``, ``this quarter``, ``the same period``, ``the quarter``."""
    steps = piece.number or 0
    if piece.of == "same":
        return _same(setting.spoken, piece)
    if piece.of == "same day":
        return _same(setting.day, piece)
    if piece.of == "spoken quarter":
        return setting.quarter
    if piece.of == "quarter":
        start = setting.quarter.start if setting.quarter and steps else setting.quarter_start()
        return periods.months_to(before(shifted(start, 3 * steps + 3)), 3) if start else None
    if piece.of in {"month", "week"}:
        return _near(piece.of, steps, setting)
    if piece.of in {"academic year", "school year", "calendar year"}:
        months = 0 if piece.of == "calendar year" else 4
        years = {shifted(day, months).year - (months > 0) for day in setting.dated or ()}
        if len(years) != 1:
            return None
        year = years.pop() + steps
        return periods.academic_year(year) if months else periods.calendar_year(year)
    current = setting.financial_year()
    return None if current is None else periods.financial_year(current + steps)


def _same(spoken: Period | None, piece: Piece) -> Period | None:
    """What was spoken of, moved by whole years where the words say so: "the same period last year", "the same date in 2013"."""
    years = -(piece.number or 0)
    if spoken is None or spoken.start is None or spoken.end is None:
        return None if piece.year is not None else spoken
    if piece.year is not None:
        own = periods.financial_year_of(spoken.start).start if piece.last is not None else spoken.start
        years = own.year - piece.year if own else 0
    return periods.earlier(spoken, 12 * years) if years else spoken


def _near(of: str, steps: int, setting: Setting) -> Period | None:
    if setting.close is None:
        return None
    first, last = setting.close
    if of == "month":
        month = shifted(first.replace(day=1), steps)
        return periods.month(month.year, month.month) if first.month == last.month else None
    monday = first - timedelta(days=first.weekday()) + timedelta(weeks=steps)
    return Period.from_edtf(f"{monday}/{monday + timedelta(days=6)}") if first == last else None


def compared(piece: Piece, setting: Setting) -> Period | None:
    """``a year earlier``, ``the previous year``: so long before the period spoken of last.

    Where none was, the previous year is the one before the paper's where money is spoken of, and everything else is None.
    """
    if setting.spoken is not None:
        return periods.earlier(setting.spoken, months_back(piece))
    current = setting.financial_year()
    return periods.financial_year(current - 1) if piece.guessed and current is not None else None


def months_back(piece: Piece) -> int:
    """How many months before what it is compared with a piece such as ``two years earlier`` lies."""
    return MONTHS[piece.of or "year"] * (piece.number or 1)


def window(piece: Piece, setting: Setting) -> Period | None:
    """``the last 6 months``: up to the paper's day, or to where the period spoken of last begins."""
    spoken = setting.spoken.start if setting.spoken and piece.lean is Lean.PAST else None
    now = (before(spoken), before(spoken)) if spoken else setting.close
    if now is None:
        return None
    count = piece.number or 0
    months = MONTHS.get(piece.of or "", 0) * count
    days = timedelta(days={"day": 1, "week": 7}.get(piece.of or "", 0) * count)
    if count < 0:
        last = now[1]
        return periods.rolling(shifted(after(last), months) + days, last)
    first = now[0]
    return periods.rolling(first, before(shifted(first, months) + days))


def within(piece: Piece, setting: Setting) -> Period | None:
    """``within six months``, ``in six months' time``: the month so many months after the paper's, of what is still to be done."""
    if setting.close is None or (piece.joined == "within" and setting.lean is not Lean.FUTURE):
        return None
    first = setting.close[0]
    count = piece.number or 0
    if piece.of == "week":
        return periods.day(first + timedelta(weeks=count))
    month = shifted(first.replace(day=1), MONTHS[piece.of or "month"] * count)
    return periods.month(month.year, month.month)


def to_date(_: Piece, setting: Setting) -> Period | None:
    """``year to date``: from 1 April to the paper's day."""
    year = setting.financial_year()
    return so_far(periods.financial_year(year), setting) if year is not None else None


def so_far(year: Period, setting: Setting) -> Period | None:
    """From a period's first day to the paper's; None where the paper's day is not known or lies before."""
    if setting.close is None or year.start is None or year.last_day is None or setting.close[1] < year.start:
        return None
    return Period.from_edtf(f"{year.start}/{min(setting.close[1], year.last_day)}")
