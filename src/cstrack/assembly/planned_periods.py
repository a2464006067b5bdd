"""The year that a target is for where no date is set: that of "this year", and that of a heading such as "Priorities for 2015/16"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.own_periods import Timed
from cstrack.facts.mention import PeriodRole
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind, financial_year_of

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings

_THIS_YEAR = pattern(
    "assembly.planned_periods.this_year",
    r"(?i)(?<![a-z])(?:this\ (?:financial\ )?year|(?:for|in|during|over|within)\ the\ (?:financial\ |full\ )?year)(?![a-z])(?!\ (?:to|ending|ended|before|20))",
)
_PLANS = pattern(
    "assembly.planned_periods.plans",
    r"(?i)(?<![a-z])(?:priorit(?:y|ies)|plans?|targets?|aims?|objectives?|actions?|commitments?|pledges?|next\ steps|ambitions?|goals?)\ (?:for|in|during)\ ",
)


def this_year(place: Place, surroundings: Surroundings) -> Timed | None:
    """The paper's own financial year, where the figure's sentence plans for "this year" or "the year"."""
    paper = surroundings.facts.head.date
    day = None if paper is None else paper.last_day
    if day is None or not _THIS_YEAR.search(_clause(place)):
        return None
    return Timed(financial_year_of(day), PeriodRole.DURING, inferred=True)


def planned_period(place: Place, surroundings: Surroundings) -> Timed | None:
    """The one financial year of the nearest heading that says what is planned for it."""
    for above in surroundings.above(place.mention.block):
        years = {
            mention.period
            for mention in surroundings.periods.get(above, ())
            if mention.period.kind is PeriodKind.FINANCIAL_YEAR and mention.role is PeriodRole.DURING
        }
        if years:
            planned = len(years) == 1 and _PLANS.search(surroundings.texts[above]) is not None
            return Timed(years.pop(), PeriodRole.DURING, inferred=True) if planned else None
    return None


def _clause(place: Place) -> str:
    """The part of the sentence between semicolons that a figure stands in."""
    start = place.text.rfind(";", place.start, place.mention.start) + 1 or place.start
    end = place.text.find(";", place.mention.end, place.end)
    return place.text[start : place.end if end < 0 else end]
