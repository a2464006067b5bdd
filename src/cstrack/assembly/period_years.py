"""The financial year that money is of, where its sentence names a day, a month or a quarter of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.own_periods import Timed, to_date, to_this_year
from cstrack.facts.mention import PeriodRole
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind, financial_year_of

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings

_SINCE = pattern("assembly.period_years.since", r"(?i)since(?![a-z])")
_YEARS = pattern("assembly.period_years.years", r"[0-9]{4}\ ?[-/]\ ?[0-9]")
_IN_THE_QUARTER = pattern("assembly.period_years.in_the_quarter", r"(?i)quarter\Z")
_BY_YEAR = pattern("assembly.period_years.by_year", r"(?i)\Aby\ [0-9]{4}\ ?[-/]")


def year_of_money(own: Timed, place: Place, surroundings: Surroundings) -> Timed:
    """The period of a sum of money from the one its sentence gives it.

    "By 2026/27" is that year, "since 2010/11" runs to the paper's own, a position at the end of August is of its financial year;
    "in the quarter" stays the quarter.
    """
    if own.role is PeriodRole.DUE and _BY_YEAR.search(own.words) and own.period.last_day is not None:
        return Timed(financial_year_of(own.period.last_day), PeriodRole.DURING)
    if own.role is PeriodRole.SINCE and _SINCE.search(own.words):
        return to_this_year(own, surroundings) if _YEARS.search(own.words) else to_date(own, surroundings)
    if _IN_THE_QUARTER.match(own.words) and own.role is not PeriodRole.AS_AT:
        return own
    return of_its_year(own, place)


def of_its_year(own: Timed, place: Place) -> Timed:
    """A position at a day or a quarter as the financial year it is of; anything else as it is."""
    if own.role is not PeriodRole.AS_AT and not (
        own.role is PeriodRole.DURING and own.period.kind is PeriodKind.QUARTER
    ):
        return own
    for mention in place.periods:
        if mention.period.kind is PeriodKind.FINANCIAL_YEAR and mention.period.overlaps(own.period):
            return Timed(mention.period, PeriodRole.DURING)
    day = own.period.last_day
    return own if day is None else Timed(financial_year_of(day), PeriodRole.DURING, inferred=True)
