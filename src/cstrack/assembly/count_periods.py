"""Which period a number counted or measured belongs to; none where the text fixes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.own_periods import BACK, EARLIER, YEARLY, Timed, last_spoken, own_period
from cstrack.facts.mention import PeriodRole
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind, financial_year_of

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings

_SO_FAR = pattern(
    "assembly.count_periods.so_far", r"(?i)(?<![a-z])(?:so\ far|to\ date|year[-\ ]to[-\ ]date|since\ april)(?![a-z])"
)
_GOES_ON = pattern(
    "assembly.count_periods.goes_on", r"(?i)(?:of\ (?:these|those|which|whom|them)|among\ (?:these|them))(?![a-z])"
)
_MEASURED_TIME = pattern(
    "assembly.count_periods.measured_time",
    r"(?i)(?<![a-z])(?:average|averag(?:ed|ing)|mean|median|took|length|duration)(?![a-z])",
)
_EARLIER = pattern(
    "assembly.count_periods.earlier",
    r"(?i)\)?\ \(?(?:(?:at|in|for|on|over|during)\ )?(?:the\ )?(?:same|last|previous|year\ before|a\ year|prior|preceding|nationally|national)(?![a-z])",
)
_CAUSE = pattern(
    "assembly.count_periods.cause", r"(?i)(?:because\ of|due\ to|owing\ to|such\ as|including)\ (?:the\ )?\Z"
)
_TERM = pattern(
    "assembly.count_periods.term",
    r"(?i)(?<![a-z])(?:contract|programme|project|plan|strategy|grant)(?:\ (?:term|period|years?))?(?![a-z])",
)


def count_period(place: Place, surroundings: Surroundings, *, own: bool) -> Timed | None:
    """The period of a number counted or measured.

    Args:
        place: the number in its sentence.
        surroundings: the paper around it.
        own: it is about this authority: then the quarter or month that the paper reports on is its own where nothing else is said.
    """
    if place.mention.rule == "figure.duration" and not _MEASURED_TIME.search(place.sentence):
        return None
    said = own_period(place, money=False)
    if said is not None:
        return _to_date(said, place, surroundings)
    soon = _so_far(place, surroundings)
    if soon is not None:
        return soon
    if _GOES_ON.match(place.text, place.start):
        return last_spoken(place, surroundings)
    reported = own and not _CAUSE.search(place.before) and not _EARLIER.match(place.after)
    return _reported(place, surroundings) if reported else None


def _to_date(said: Timed, place: Place, surroundings: Surroundings) -> Timed:
    """What is "so far in 2014/5" runs from the start of the year to the paper's date."""
    paper = surroundings.facts.head.date
    day = None if paper is None else paper.last_day
    if (
        said.role is PeriodRole.SINCE
        and day is not None
        and said.period.end is None
        and said.period.start is not None
        and said.period.start < day
    ):
        return Timed(Period.from_edtf(f"{said.period.start}/{day}"), said.role, inferred=True)
    if not _SO_FAR.search(place.sentence) or day is None or said.period.start is None:
        return said
    if not said.period.contains(day) or said.period.kind not in YEARLY:
        return said
    return Timed(Period.from_edtf(f"{said.period.start}/{day}"), said.role, inferred=True)


def _so_far(place: Place, surroundings: Surroundings) -> Timed | None:
    """What is "so far 1", said of a year by whose end more are to come."""
    ahead = own_period(place, money=False, ahead=True)
    paper = surroundings.facts.head.date
    last = None if ahead is None else ahead.period.last_day
    if last is None or paper is None or paper.last_day is None or not _SO_FAR.search(place.before[-24:] + " "):
        return None
    year = financial_year_of(last)
    if not year.contains(paper.last_day) or year.start is None:
        return None
    return Timed(Period.from_edtf(f"{year.start}/{paper.last_day}"), PeriodRole.DURING, inferred=True)


def _reported(place: Place, surroundings: Surroundings) -> Timed | None:
    """The quarter or month that the paper's title or the heading above says it reports on."""
    for index in surroundings.above(place.mention.block):
        quarters = [
            mention.period
            for mention in surroundings.periods.get(index, ())
            if mention.role in {PeriodRole.DURING, PeriodRole.AS_AT} and mention.period.kind is PeriodKind.QUARTER
        ]
        if quarters:
            return Timed(quarters[0], PeriodRole.DURING, inferred=True) if len(set(quarters)) == 1 else None
    return None


def programme_period(place: Place, surroundings: Surroundings) -> Timed | None:
    """The programme that a target of "the five year contract term" runs over, where an earlier block of the section names its years."""
    if not _TERM.search(place.sentence):
        return None
    index = place.mention.block
    for at in range(index, max(-1, index - BACK), -1):
        if surroundings.document.blocks[at].heading != place.block.heading:
            return None
        end = place.start if at == index else len(surroundings.texts[at])
        for mention in reversed(surroundings.periods_between(at, end - EARLIER, end)):
            if mention.period.kind in {PeriodKind.PROGRAMME, PeriodKind.SPAN}:
                return Timed(mention.period, PeriodRole.DURING, inferred=True)
    return None
