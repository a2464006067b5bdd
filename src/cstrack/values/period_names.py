"""What the field calls a period: its kind and its label, told from its EDTF alone.

A label reads back as the period it names, so a report can be typed in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.values.calendar import MONTH_NAMES, SEASONS, after, financial_quarter_number, financial_year_start, shifted
from cstrack.values.edtf import Edge, Form, Moment, Precision

if TYPE_CHECKING:
    from datetime import date

    from cstrack.values.edtf import Edtf

_SEASON_NAMES = {code: name for name, code in SEASONS.items()}

#: Years that a programme written with a dash can have; two that follow each other would be a financial year.
LONGEST_PROGRAMME = 30

_KINDS = {
    Precision.DAY: "day",
    Precision.MONTH: "month",
    Precision.SEASON: "season",
    Precision.YEAR: "calendar year",
    Precision.UNSPECIFIED: "span",
}

_PARTS = {
    (1, 10): "early",
    (11, 20): "mid",
}


def named(edtf: Edtf) -> tuple[str, str]:
    """The kind of a period and its label.

    Returns:
        The value of a :class:`~cstrack.values.period.PeriodKind`, and a label such as ``2014/15`` or ``by September 2014``.
    """
    if edtf.form is Form.CHOICE:
        return "choice", _choice(edtf.moments)
    start, end = edtf.parts[0], edtf.parts[-1]
    if edtf.form is Form.DATE and isinstance(start, Moment):
        return _KINDS[start.precision], _moment(start)
    if isinstance(start, Moment) and isinstance(end, Moment):
        return _closed(start, end)
    return "open", _open(start, end)


def financial_year_label(start: int) -> str:
    """``2014/15`` for the year that begins on 1 April 2014."""
    return f"{start}/{(start + 1) % 100:02}"


def _moment(moment: Moment) -> str:
    qualifier = {"~": "about ", "?": "possibly ", "%": "possibly about "}.get(moment.qualifier, "")
    return qualifier + _bare(moment)


def _bare(moment: Moment) -> str:
    if moment.precision is Precision.DAY:
        return f"{moment.first.day} {MONTH_NAMES[moment.first.month - 1]} {moment.first.year}"
    if moment.precision is Precision.MONTH:
        return f"{MONTH_NAMES[moment.first.month - 1]} {moment.first.year}"
    if moment.precision is Precision.SEASON:
        season = _SEASON_NAMES[int(moment.text[-2:])]
        return f"{season} {moment.text[:4] if season != 'winter' else financial_year_label(int(moment.text[:4]))}"
    return moment.text


def _choice(moments: tuple[Moment, ...]) -> str:
    names = [_moment(moment) for moment in moments]
    return " or ".join(names)


def _closed(start: Moment, end: Moment) -> tuple[str, str]:
    first, last = start.first, end.last
    if start.qualifier or end.qualifier:
        return "span", _part(start, end) or f"{_moment(start)} to {_moment(end)}"
    if start.precision is end.precision is Precision.YEAR:
        return (
            "programme",
            f"{start.text}{'-' if 2 <= last.year - first.year <= LONGEST_PROGRAMME else ' to '}{end.text}",
        )
    if start.precision is end.precision is Precision.DAY:
        return _of_days(first, last) or ("span", f"{_bare(start)} to {_bare(end)}")
    return "span", f"{_bare(start)} to {_bare(end)}"


def _of_days(first: date, last: date) -> tuple[str, str] | None:
    """The financial or academic period that two days bound."""
    follows = after(last)
    starts = (first.month, first.day)
    label = financial_year_label(financial_year_start(first))
    if starts == (4, 1) and follows == shifted(first, 12):
        return "financial year", label
    if starts == (4, 1) and (follows.month, follows.day) == (4, 1) and follows > first:
        return "span", f"{label} to {financial_year_label(follows.year - 1)}"
    if starts == (9, 1) and follows == shifted(first, 12):
        return "academic year", f"academic year {financial_year_label(first.year)}"
    if first.day == 1 and first.month % 3 == 1 and follows == shifted(first, 3):
        return "quarter", f"Q{financial_quarter_number(first)} {label}"
    return None


def _part(start: Moment, end: Moment) -> str | None:
    """Early, mid and late of a month (days 1-10, 11-20, from 21) or of a year (four months each)."""
    first, last = start.first, end.last
    if start.qualifier != "~" or end.qualifier != "~":
        return None
    if start.precision is end.precision is Precision.DAY and first.replace(day=1) == last.replace(day=1):
        whole = f"{MONTH_NAMES[first.month - 1]} {first.year}"
        if (first.day, last.day) in _PARTS:
            return f"{_PARTS[first.day, last.day]} {whole}"
        return f"late {whole}" if first.day == 21 and after(last).day == 1 else None
    if start.precision is end.precision is Precision.MONTH and first.year == last.year:
        thirds = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
        third = thirds.get((first.month, last.month))
        return f"{third} {first.year}" if third else None
    return None


def _open(start: Moment | Edge, end: Moment | Edge) -> str:
    if isinstance(end, Moment):
        return f"{'by' if start is Edge.OPEN else 'to'} {_moment(end)}"
    if isinstance(start, Moment):
        return f"from {_moment(start)}" if end is Edge.OPEN else f"{_moment(start)} to an unknown date"
    return "at any time"
