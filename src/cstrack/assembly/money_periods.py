"""Which period a sum of money belongs to: that of its own clause first, then what the paper goes on speaking of; none where nothing fixes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.own_periods import BACK, EARLIER, YEARLY, Timed, last_spoken, own_period, to_this_year
from cstrack.facts.mention import PeriodRole
from cstrack.model.budget import Measure
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind, financial_year_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.mention import PeriodMention

#: Measures that stand at a moment, so that a year told of another sum is not theirs.
_STOCKS = frozenset((Measure.LOAN, Measure.RESERVE, Measure.GRANT, Measure.INVESTMENT, Measure.INCOME, Measure.COST))

_SINCE = pattern("assembly.money_periods.since", r"(?i)since(?![a-z])")
_BY_YEAR = pattern("assembly.money_periods.by_year", r"(?i)\Aby\ [0-9]{4}\ ?[-/]")
_SAME_PERIOD = pattern(
    "assembly.money_periods.same",
    r"(?i)(?:(?:in|over|during|for)\ )?(?:the\ )?same\ (?:period|year|time|quarter|years)(?![a-z])",
)


def money_period(place: Place, surroundings: Surroundings, measure: Measure) -> Timed | None:
    """The period of a sum of money, a financial year where the paper reports by years.

    Args:
        place: the sum in its sentence.
        surroundings: the paper around it.
        measure: what the sum is.
    """
    own = own_period(place, money=True)
    if own is not None:
        return _of_money(own, place, surroundings)
    if _SAME_PERIOD.match(place.text, place.start):
        return last_spoken(place, surroundings)
    if measure in {Measure.LOAN, Measure.RESERVE}:
        return None
    return (
        _earlier_here(place, surroundings)
        or _from_headings(place, surroundings)
        or _continued(place, surroundings, measure)
    )


def _of_money(own: Timed, place: Place, surroundings: Surroundings) -> Timed:
    words = _words(place, own)
    if own.role is PeriodRole.DUE and _BY_YEAR.search(words) and own.period.last_day is not None:
        return Timed(financial_year_of(own.period.last_day), PeriodRole.DURING)
    if own.role is PeriodRole.SINCE and _SINCE.search(words):
        return to_this_year(own, surroundings)
    if own.role is not PeriodRole.AS_AT and not (
        own.role is PeriodRole.DURING and own.period.kind is PeriodKind.QUARTER
    ):
        return own
    for mention in place.periods:
        if mention.period.kind is PeriodKind.FINANCIAL_YEAR and mention.period.overlaps(own.period):
            return Timed(mention.period, PeriodRole.DURING)
    day = own.period.last_day
    return own if day is None else Timed(financial_year_of(day), PeriodRole.DURING, inferred=True)


def _words(place: Place, own: Timed) -> str:
    return next((place.text[found.start : found.end] for found in place.periods if found.period is own.period), "")


def _earlier_here(place: Place, surroundings: Surroundings) -> Timed | None:
    """The year that an earlier sentence of the same block speaks of."""
    index = place.mention.block
    found = surroundings.periods_between(index, place.start - EARLIER, place.start)
    return _yearly(reversed(found), surroundings)


def _begins(mention: PeriodMention, surroundings: Surroundings) -> bool:
    """Whether it is the beginning of a month, at which a budget is set and not where it stands."""
    return surroundings.document.text_at(mention.span).lower().startswith(("beginning", "start", "early"))


def _yearly(mentions: Iterable[PeriodMention], surroundings: Surroundings) -> Timed | None:
    for mention in mentions:
        if mention.role is PeriodRole.DURING and mention.period.kind in YEARLY:
            return Timed(mention.period, PeriodRole.DURING, inferred=True)
        if (
            mention.role is PeriodRole.AS_AT
            and mention.period.last_day is not None
            and not _begins(mention, surroundings)
        ):
            return Timed(financial_year_of(mention.period.last_day), PeriodRole.DURING, inferred=True)
    return None


def _from_headings(place: Place, surroundings: Surroundings) -> Timed | None:
    lead = () if place.block.lead is None else (place.block.lead,)
    for index in (*lead, *surroundings.above(place.mention.block)):
        years = {
            financial_year_of(mention.period.last_day)
            for mention in surroundings.periods.get(index, ())
            if mention.role in {PeriodRole.DURING, PeriodRole.AS_AT}
            and mention.period.kind in {PeriodKind.FINANCIAL_YEAR, PeriodKind.QUARTER, PeriodKind.MONTH}
            and mention.period.last_day is not None
        }
        if len(years) == 1:
            return Timed(years.pop(), PeriodRole.DURING, inferred=True)
        if years:
            return None
    return None


def _continued(place: Place, surroundings: Surroundings, measure: Measure) -> Timed | None:
    """The year a list began with, for the sums that go on with its subject."""
    if measure in _STOCKS:
        return None
    index, block = place.mention.block, place.block
    for at in range(index - 1, max(-1, index - 1 - BACK), -1):
        before = surroundings.document.blocks[at]
        if before.heading != block.heading or before.kind is not block.kind:
            return None
        found = _yearly(reversed(surroundings.periods.get(at, ())), surroundings)
        if found is not None:
            return found
    return None
