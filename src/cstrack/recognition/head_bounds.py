"""Between which days an undated paper was written, by what its text speaks of as past and as to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cstrack.recognition.tense import lean_at
from cstrack.values.bounds import Bound
from cstrack.values.calendar import after, before
from cstrack.values.expressions import read_periods
from cstrack.values.notation_relative import sentence_around
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind
from cstrack.values.pieces import Lean, Unit

if TYPE_CHECKING:
    from datetime import date

    from cstrack.document.document import Document
    from cstrack.values.expressions import Reading
    from cstrack.values.period import Period

    Said = tuple[date | None, date | None]

_FORECAST = pattern(
    "recognition.head_bounds.forecast",
    r"""\b(?:forecast|project(?:ed|ion)|expect|predict|head(?:ing|ed)[ ]for|anticipat|potential|estimat|likely|pressure|risk|could|may|if|plan|propos|gap)""",
    re.IGNORECASE,
)
_RESULT = pattern(
    "recognition.head_bounds.result",
    r"\b(?:outturn|over-?sp(?:end|ent)|under-?sp(?:end|ent))\b",
    re.IGNORECASE,
)
_SPENDING = pattern("recognition.head_bounds.spending", r"\b(?:outturn|(?:over|under)?-?spen[dt])", re.IGNORECASE)
_PROPOSED = pattern(
    "recognition.head_bounds.proposed",
    r"\b(?:budget|savings?)[ ](?:proposals?|consultation|setting)\b",
    re.IGNORECASE,
)
_POSITION = pattern("recognition.head_bounds.position", r"\bat[ ](?:the[ ])?\Z", re.IGNORECASE)

_NOTHING: Said = (None, None)


def written_between(document: Document) -> Said:
    """The latest day that a text speaks of as past, and the earliest end, not before it, of what it speaks of as to come.

    Only dates that are printed in full count. A budget's result tells that its year has ended, a forecast of it that it has not.
    """
    past: list[date] = []
    ahead: list[date] = []
    for block in document.blocks:
        text = document.plain(block).text
        for reading in read_periods(text):
            low, high = _said(text, reading)
            past.extend([low] if low else [])
            ahead.extend([high] if high else [])
    latest = max(past, default=None)
    return latest, min((day for day in ahead if latest is None or day >= latest), default=None)


def _said(text: str, reading: Reading) -> Said:
    period = reading.period
    start, last = period.start, period.last_day
    if reading.unit is Unit.FINANCIAL_YEAR and start is not None:
        return _of_financial_year(text, reading)
    lean = lean_at(text, reading.start)
    if start is None or last is None:
        return _of_open(reading, lean)
    if reading.unit in {Unit.QUARTER, Unit.MONITORING_MONTH}:
        return _NOTHING if lean is Lean.FUTURE else (after(last), None)
    if reading.unit in {Unit.YEAR, Unit.PROGRAMME, Unit.ACADEMIC_YEAR}:
        return _NOTHING
    stands = period.kind is PeriodKind.DAY and _POSITION.search(text, max(0, reading.start - 8), reading.start)
    if reading.bound is Bound.AS_AT or (stands and lean is not Lean.FUTURE):
        return after(last), None
    return {Lean.PAST: (start, None), Lean.FUTURE: (None, last), Lean.NEAREST: _NOTHING}[lean]


def _of_open(reading: Reading, lean: Lean) -> Said:
    """By April 2023 lies ahead, since September 2013 behind, whatever the verb."""
    period = reading.period
    if period.start is None:
        return _NOTHING if lean is Lean.PAST else (None, period.last_day)
    if reading.bound is Bound.SINCE:
        return period.start, None
    return (None, period.start) if lean is Lean.FUTURE else _NOTHING


def _of_financial_year(text: str, reading: Reading) -> Said:
    period: Period = reading.period
    window = sentence_around(text, reading.start)
    forecast = _FORECAST.search(*window)
    if period.start and _PROPOSED.search(*window) and lean_at(text, reading.start) is not Lean.PAST:
        return None, before(period.start)
    if forecast:
        return (None, period.last_day) if _SPENDING.search(*window) else _NOTHING
    return (period.end, None) if _RESULT.search(*window) else _NOTHING
