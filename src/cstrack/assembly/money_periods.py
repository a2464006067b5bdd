"""Which period a sum of money belongs to: that of its own clause first, then what the paper goes on speaking of; none where nothing fixes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cstrack.assembly.compared_periods import compared_period
from cstrack.assembly.own_periods import (
    BACK,
    EARLIER,
    YEARLY,
    Timed,
    is_comparison,
    last_spoken,
    own_mention,
    timed,
)
from cstrack.assembly.period_years import year_of_money
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

#: "£1.4m in a full year": of no one year.
_EACH_YEAR = pattern(
    "assembly.money_periods.each_year", r"(?i)\ (?:in|for|over)\ (?:a|one|every|each)\ (?:full\ )?year(?![a-z])"
)
_DRAWN = pattern(
    "assembly.money_periods.drawn",
    r"(?i)(?<![a-z])(?:draw(?:n|ing)?|drew|from\ (?:the\ |its\ )?(?:[a-z]+\ ){0,2}reserves?|use\ of|contribution)(?![a-z])",
)
#: How near a sum such words stand, in characters.
_NEAR = 40
#: Sums that stand at a day and are of no year: a balance, a debt, what has been added up over years.
_BALANCES = frozenset((Measure.LOAN, Measure.RESERVE))
_STANDS = pattern(
    "assembly.money_periods.stands",
    r"(?i)(?<![a-z])(?:accumulated|cumulative|outstanding|(?:dsg|schools?|high\ needs)\ deficit|deficit\ stood|balances?|reserves?|loans?|borrow(?:ed|ing)|debts?|owed|owing)(?![a-z])",
)
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
    if _EACH_YEAR.match(place.after):
        return None
    said = own_mention(place, money=True)
    if said is not None and is_comparison(said):
        unsaid = partial(_unsaid, surroundings=surroundings, measure=measure)
        return year_of_money(compared_period(place, said, unsaid, money=True), place, surroundings)
    if said is not None:
        own = timed(place, said)
        return own if _stands(own, place, measure) else year_of_money(own, place, surroundings)
    return _unsaid(place, surroundings, measure)


def _stands(own: Timed, place: Place, measure: Measure) -> bool:
    """Whether a sum stood at a day: a balance, a debt, a deficit that has been added up."""
    start, end = max(place.start, place.mention.start - _NEAR), min(place.end, place.mention.end + _NEAR)
    held = _STANDS.search(place.text, start, end) is not None and _DRAWN.search(place.text, start, end) is None
    return own.role is PeriodRole.AS_AT and (held or measure is Measure.LOAN)


def _unsaid(place: Place, surroundings: Surroundings, measure: Measure) -> Timed | None:
    """The period of a sum whose sentence gives it none."""
    if _SAME_PERIOD.match(place.text, place.start):
        return last_spoken(place, surroundings)
    if measure in _BALANCES and _STANDS.search(place.sentence):
        return None
    return (
        _earlier_here(place, surroundings)
        or _from_headings(place, surroundings)
        or _continued(place, surroundings, measure)
    )


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
        if mention.role is PeriodRole.DURING and mention.period.kind is PeriodKind.QUARTER and mention.period.last_day:
            return Timed(financial_year_of(mention.period.last_day), PeriodRole.DURING, inferred=True)
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
