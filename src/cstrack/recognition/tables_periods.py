"""Which days a table and each of its columns speak of.

A head that leaves out its year ("Q3", "Apr") takes it from the table's title, else from the workbook's, else from the paper's date; what
was taken from elsewhere is named as inferred.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.recognition.tables_words import without_units
from cstrack.values.expressions import read_periods
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, day, financial_year, financial_year_of
from cstrack.values.pieces import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.values.expressions import Reading

_MONTH = pattern(
    "recognition.tables_periods.month",
    r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ember|ober)?\.?",
    2,
)
_EMPTY = pattern("recognition.tables_periods.empty", r"\([ ]{0,3}\)|\[[ ]{0,3}\]")
_SHORT_YEAR = pattern(
    "recognition.tables_periods.short_year",
    r"(?<![0-9/.-])(?:FY[ ]?)?(?P<first>[0-9]{2})/(?P<second>[0-9]{2})(?![0-9/.-])",
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_QUARTER_OR_MONTH = frozenset({Unit.QUARTER, Unit.MONTH, Unit.DAY, Unit.MONITORING_MONTH, Unit.TERM})
#: What titles are about, the surest first: a quarter, a month of monitoring, the day figures stand at, a month, a year.
_RANKS = {
    Unit.QUARTER: 0,
    Unit.MONITORING_MONTH: 1,
    Unit.DAY: 2,
    Unit.MONTH: 3,
    Unit.FINANCIAL_YEAR: 4,
    Unit.ACADEMIC_YEAR: 4,
    Unit.PROGRAMME: 5,
    Unit.YEAR: 6,
}
#: What is told from the paper's date and names no period of its own.
_RELATIVE = frozenset({Unit.RELATIVE, Unit.TO_DATE, Unit.WINDOW})


@final
@frozen(kw_only=True)
class Told:
    """A period that words tell.

    Attributes:
        period: the days.
        inferred: whether a part of it was taken from elsewhere.
        bare: the words without it.
        exact: a quarter, a month or a day, and not a year.
        rank: how well it serves as the period of a whole table; the least is the best.
    """

    period: Period
    inferred: bool
    bare: str
    exact: bool
    rank: int = 9


def periods_in(words: str, anchor: Period | None) -> tuple[Told, ...]:
    """The periods that a head or title tells, in order.

    Args:
        words: a head or title.
        anchor: what years are taken from where none is printed: a year, a quarter, a day.
    """
    return _periods_in(without_units(words)[:400], anchor)


@lru_cache(maxsize=4096)
def _periods_in(words: str, anchor: Period | None) -> tuple[Told, ...]:
    readings = read_periods(words, anchor)
    if not readings:
        found = _short_year(words) or _bare_month(words, anchor)
        return () if found is None else (found,)
    bare = words
    for reading in reversed(readings):
        bare = f"{bare[: reading.start]} {bare[reading.end :]}"
    return tuple(
        Told(
            period=reading.period,
            inferred=bool(reading.inferred),
            bare=" ".join(bare.split()),
            exact=reading.unit in _QUARTER_OR_MONTH,
            rank=_RANKS.get(reading.unit, 9),
        )
        for reading in readings
        if not _is_relative(reading)
    )


def _is_relative(reading: Reading) -> bool:
    return reading.unit in _RELATIVE


def _short_year(words: str) -> Told | None:
    """A financial year of two digits each: 24/25."""
    found = _SHORT_YEAR.search(words)
    if found is None or (int(found["first"]) + 1) % 100 != int(found["second"]):
        return None
    period = financial_year_of(date(2000 + int(found["first"]), 4, 1))
    bare = f"{words[: found.start()]} {words[found.end() :]}"
    return Told(period=period, inferred=False, bare=" ".join(bare.split()), exact=False)


def _bare_month(words: str, anchor: Period | None) -> Told | None:
    """A month without its year, in the financial year of the title."""
    found = _MONTH.fullmatch(words.strip())
    if found is None or anchor is None or anchor.start is None:
        return None
    number = _MONTHS.index(found["month"][:3].lower()) + 1
    year = financial_year_of(anchor.start)
    assert year.start is not None
    first = year.start.year if number >= 4 else year.start.year + 1
    return Told(period=Period.from_edtf(f"{first:04}-{number:02}"), inferred=True, bare="", exact=True)


def main_period(words: Iterable[str], anchor: Period | None) -> Told | None:
    """The period that titles are about: a quarter before a month or day, those before a year; of two alike the first."""
    told = (one for line in words for one in periods_in(line, anchor))
    return min(told, key=lambda one: one.rank, default=None)


def year_of(period: Period | None) -> Period | None:
    """The financial year that a period lies in; itself where it is longer."""
    if period is None or period.start is None or period.end is None:
        return None
    if (period.end - period.start).days > 366:
        return period
    first, last = financial_year_of(period.start), financial_year_of(period.last_day or period.start)
    return first if first == last else period


def to_date(year: Period | None, until: Period | None) -> Period | None:
    """The part of a financial year up to a day, month or quarter; the year where nothing tells how far."""
    if year is None or year.start is None or until is None or until.last_day is None or not year.covers(until):
        return year
    return Period.from_edtf(f"{year.start}/{until.last_day}")


def before(words: str, now: Period | None) -> Period | None:
    """The period that "last quarter" or "previous month" is, seen from another; None where that is no quarter and no month."""
    if now is None or now.start is None:
        return None
    readings = read_periods(without_units(words), day(now.start))
    return next((reading.period for reading in readings if _is_relative(reading)), None)


#: A year to read "Q1" and "Month 6" with; nothing of it is kept.
ANY_YEAR = financial_year(2000)


def bare_of(head: str) -> str:
    """A head without its period, so that next quarter's is the same; one that is nothing else stays as it is.

    >>> bare_of("2023/24 Budget Month 9"), bare_of("Baseline (Mar 23)"), bare_of("Q1 2024/25")
    ('Budget', 'Baseline', 'Q1 2024/25')
    """
    words = " ".join(head.split())
    told = periods_in(words, ANY_YEAR)
    bare = " ".join(_EMPTY.sub(" ", told[0].bare).split()) if told else ""
    return bare if any(map(str.isalnum, bare)) else words
