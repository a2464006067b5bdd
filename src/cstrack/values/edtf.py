"""Extended Date/Time Format: dates and intervals that may be open, approximate or one of several.

Source:
    ISO 8601-2:2019, profile EDTF, levels 0 and 1 (without years beyond four digits), and the one-of-a-set of level 2.
    https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import final

from attrs import field, frozen

from cstrack.errors import UnreadableDate
from cstrack.values.calendar import SEASON_MONTHS, before, month_end, shifted
from cstrack.values.patterns import pattern

_DATE = pattern(
    "values.edtf.date",
    r"""(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)
        (?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?
        (?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?
        (?P<qualifier>[?~%])?""",
)

#: The last year whose following day Python can name.
_LAST_YEAR = 9998

#: A form longer than this is no date that a paper or a person writes.
_LONGEST = 200


class Form(StrEnum):
    """What an EDTF text is."""

    DATE = "date"
    INTERVAL = "interval"
    CHOICE = "choice"


class Edge(StrEnum):
    """An end of an interval that names no date."""

    OPEN = ".."
    UNKNOWN = ""


class Precision(StrEnum):
    """How closely a date is told."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNSPECIFIED = "unspecified"


@final
@frozen(kw_only=True)
class Moment:
    """One date of an EDTF text, at its own precision.

    Attributes:
        text: the date without its qualifier.
        first: its first day.
        last: its last day.
        precision: how closely it is told.
        qualifier: ``~`` approximate, ``?`` uncertain, ``%`` both, or nothing.
    """

    text: str
    first: date
    last: date
    precision: Precision
    qualifier: str = ""

    @property
    def approximate(self) -> bool:
        """Whether it is told as about then."""
        return self.qualifier in {"~", "%"}

    def __str__(self) -> str:
        return self.text + self.qualifier


@final
@frozen
class Edtf:
    """A parsed EDTF text; ``str`` writes it again.

    Attributes:
        form: date, interval or one of a set.
        parts: one date; the two ends of an interval; the dates of a set.
    """

    form: Form
    parts: tuple[Moment | Edge, ...] = field()

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The dates that are named, open ends left out."""
        return tuple(part for part in self.parts if isinstance(part, Moment))

    @property
    def first(self) -> date | None:
        """The first day that can be meant; None where the beginning is open or unknown."""
        if self.form is Form.INTERVAL:
            return self.parts[0].first if isinstance(self.parts[0], Moment) else None
        return min(moment.first for moment in self.moments)

    @property
    def last(self) -> date | None:
        """The last day that can be meant; None where the end is open or unknown."""
        if self.form is Form.INTERVAL:
            return self.parts[1].last if isinstance(self.parts[1], Moment) else None
        return max(moment.last for moment in self.moments)

    @property
    def approximate(self) -> bool:
        """Whether any of its dates is told as about then."""
        return any(moment.approximate for moment in self.moments)

    def __str__(self) -> str:
        if self.form is Form.CHOICE:
            return f"[{','.join(str(part) for part in self.parts)}]"
        return "/".join(str(part) for part in self.parts)


@lru_cache(maxsize=4096)
def read_edtf(text: str) -> Edtf:
    """Read an EDTF text.

    Raises:
        UnreadableDate: it is not EDTF of the levels we read, or an interval that ends before it starts.
    """
    if len(text) > _LONGEST:
        raise _unreadable(text)
    if text.startswith("[") and text.endswith("]"):
        return Edtf(Form.CHOICE, tuple(_moment(part.strip(), text) for part in text[1:-1].split(",")))
    if "/" not in text:
        return Edtf(Form.DATE, (_moment(text, text),))
    start, _, end = text.partition("/")
    return _interval(_edge(start, text), _edge(end, text), text)


def _interval(start: Moment | Edge, end: Moment | Edge, whole: str) -> Edtf:
    if isinstance(start, Moment) and isinstance(end, Moment) and end.last < start.first:
        raise _unreadable(whole)
    return Edtf(Form.INTERVAL, (start, end))


def _edge(text: str, whole: str) -> Moment | Edge:
    return Edge(text) if text in {"..", ""} else _moment(text, whole)


def _moment(text: str, whole: str) -> Moment:
    found = _DATE.fullmatch(text)
    if found is None:
        raise _unreadable(whole)
    bare = text.removesuffix(found["qualifier"] or "").partition("T")[0]
    try:
        first, last, precision = _days(found["year"], found["month"], found["day"])
    except ValueError:
        raise _unreadable(whole) from None
    return Moment(text=bare, first=first, last=last, precision=precision, qualifier=found["qualifier"] or "")


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    start, end = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if end > _LAST_YEAR:
        raise ValueError(year)
    if "X" in year or month == "XX":
        if day not in {None, "XX"} or month not in {None, "XX"}:
            raise ValueError(year)
        return date(start, 1, 1), date(end, 12, 31), Precision.UNSPECIFIED
    if month is None:
        return date(start, 1, 1), date(start, 12, 31), Precision.YEAR
    if int(month) in SEASON_MONTHS and day is None:
        first = date(start, SEASON_MONTHS[int(month)], 1)
        return first, before(shifted(first, 3)), Precision.SEASON
    if day in {None, "XX"}:
        precision = Precision.MONTH if day is None else Precision.UNSPECIFIED
        return date(start, int(month), 1), month_end(start, int(month)), precision
    exact = date(start, int(month), int(day or 0))
    return exact, exact, Precision.DAY


def _unreadable(text: str) -> UnreadableDate:
    return UnreadableDate(
        text[:80], "EDTF such as 2015-03-31, 2014-09, 2014-04-01/2015-03-31, ../2014-09 or [2019-04,2019-05]"
    )
