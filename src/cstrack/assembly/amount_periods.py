"""Which period a figure belongs to: that of its own clause first, then what the paper goes on speaking of; none where nothing fixes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.facts.mention import PeriodRole
from cstrack.model.budget import Measure
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind, financial_year_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.mention import FigureMention, PeriodMention

_YEARLY = frozenset((PeriodKind.FINANCIAL_YEAR, PeriodKind.SPAN, PeriodKind.PROGRAMME, PeriodKind.CALENDAR_YEAR))
_POINTS = frozenset((PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SEASON, PeriodKind.CHOICE))
_AHEAD = frozenset((PeriodRole.DUE, PeriodRole.UNTIL))
#: Measures that stand at a moment, so that a year told of another sum is not theirs.
_STOCKS = frozenset((Measure.LOAN, Measure.RESERVE, Measure.GRANT, Measure.INVESTMENT, Measure.INCOME, Measure.COST))

_SO_FAR = pattern(
    "assembly.amount_periods.so_far", r"(?i)(?<![a-z])(?:so\ far|to\ date|year[-\ ]to[-\ ]date|since\ april)(?![a-z])"
)
_SINCE = pattern("assembly.amount_periods.since", r"(?i)since(?![a-z])")
_COMPARED = pattern(
    "assembly.amount_periods.compared",
    r"(?i)(?<![a-z])(?:against|compared|than|from|versus|vs|previously|rather)(?![a-z])",
)
_SAME_PERIOD = pattern(
    "assembly.amount_periods.same",
    r"(?i)(?:(?:in|over|during|for)\ )?(?:the\ )?same\ (?:period|year|time|quarter|years)(?![a-z])",
)
_GOES_ON = pattern(
    "assembly.amount_periods.goes_on", r"(?i)(?:of\ (?:these|those|which|whom|them)|among\ (?:these|them))(?![a-z])"
)
_SMALL = pattern("assembly.amount_periods.small", r"(?i)\)?\ (?:(?:in|for|at|by|from|on|to|so\ far\ in)\ )?\(?")
_CAUSE = pattern(
    "assembly.amount_periods.cause", r"(?i)(?:because\ of|due\ to|owing\ to|such\ as|including)\ (?:the\ )?\Z"
)
_TERM = pattern(
    "assembly.amount_periods.term",
    r"(?i)(?<![a-z])(?:contract|programme|project|plan|strategy|grant)(?:\ (?:term|period|years?))?(?![a-z])",
)

_FIGURE_BETWEEN = 12
_CLAUSE = 60
_FARTHEST_EVENT = 14
_FARTHEST = 220
#: How many blocks back a list goes on with the year it began with.
_BACK = 5


@final
@frozen
class Timed:
    """The period of a figure.

    Attributes:
        period: the days.
        role: what the words do with it.
        inferred: it is not said in the figure's own sentence, or was told from the paper's date.
    """

    period: Period
    role: PeriodRole
    inferred: bool = False


def own_period(place: Place, *, money: bool, ahead: bool = False) -> Timed | None:
    """The period that a figure's own sentence gives it.

    Args:
        place: the figure in its sentence.
        money: it is a sum of money, which keeps the year of its sentence over a semicolon.
        ahead: it is a target, so that "by" and "until" are its own.
    """
    costs = [
        (cost, mention)
        for mention in place.periods
        if (cost := _cost(place, mention, money=money, ahead=ahead)) is not None
    ]
    if not costs:
        return None
    _, mention = min(costs, key=lambda pair: (pair[0], pair[1].start))
    return Timed(mention.period, mention.role, bool(mention.inferred))


def _cost(place: Place, mention: PeriodMention, *, money: bool, ahead: bool) -> float | None:
    """How far a period stands from a figure; None where it cannot be its own."""
    figure = place.mention
    if mention.start >= figure.end:
        between, first, last = place.text[figure.end : mention.start], figure.end, mention.start
    elif mention.end <= figure.start:
        between, first, last = place.text[mention.end : figure.start], mention.end, figure.start
    else:
        return 0
    if _belongs_to_another(place, mention) or between.startswith(" with a further "):
        return None
    others = sum(1 for other in place.figures if other is not figure and first <= other.start < last)
    cost = len(between) + others * _FIGURE_BETWEEN + between.count(";") * _CLAUSE
    if cost > _FARTHEST or (";" in between and not money):
        return None
    if mention.role is PeriodRole.EVENT and cost > _FARTHEST_EVENT and not _leads(place, mention):
        return None
    if mention.role in _AHEAD and not ahead and (not money or "," in between or cost > 2 * _FARTHEST_EVENT):
        return None
    return cost


def _leads(place: Place, mention: PeriodMention) -> bool:
    """Whether a month opens the sentence: "In December 2022, 9% ..."."""
    return mention.period.kind is PeriodKind.MONTH and mention.start - place.start <= len("During ")


def _belongs_to_another(place: Place, mention: PeriodMention) -> bool:
    """Whether a period right behind another figure is that figure's own.

    It is where this one has its own right behind it, where it stands in brackets, and where the two are compared ("42 against 34
    last quarter").
    """
    figure = place.mention
    for other in place.figures:
        if other is figure or not _right_behind(place, other, mention):
            continue
        if any(_right_behind(place, figure, found) for found in place.periods):
            return True
        if figure.start > other.end:
            return False
        between = place.text[figure.end : other.start]
        if place.text[mention.start - 1 : mention.start] == "(" or _COMPARED.search(between):
            return True
    return False


def _right_behind(place: Place, figure: FigureMention, mention: PeriodMention) -> bool:
    """Whether only a bracket or a small word stands between a figure and the period behind it."""
    return (
        0 <= mention.start - figure.end <= len(" so far in ")
        and _SMALL.fullmatch(place.text, figure.end, mention.start) is not None
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
        return _last_spoken(place, surroundings)
    if measure in {Measure.LOAN, Measure.RESERVE}:
        return None
    return (
        _earlier_here(place, surroundings)
        or _from_headings(place, surroundings)
        or _continued(place, surroundings, measure)
    )


def _of_money(own: Timed, place: Place, surroundings: Surroundings) -> Timed:
    if own.role is PeriodRole.SINCE and _SINCE.search(_words(place, own)):
        return _to_this_year(own, surroundings)
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


def _to_this_year(own: Timed, surroundings: Surroundings) -> Timed:
    """From the start of a year to the end of the paper's own: what "since 2010/11" adds up."""
    paper = surroundings.facts.head.date
    day = None if paper is None else paper.last_day
    start = own.period.start
    if day is None or start is None or day < start:
        return own
    last = financial_year_of(day).last_day
    return Timed(Period.from_edtf(f"{start}/{last}"), PeriodRole.SINCE, inferred=True)


def _last_spoken(place: Place, surroundings: Surroundings) -> Timed | None:
    """The last period the paper spoke of: "same period"."""
    index = place.mention.block
    for at in range(index, max(-1, index - _BACK), -1):
        found = [mention for mention in surroundings.periods.get(at, ()) if at < index or mention.end <= place.start]
        if found:
            spoken = Timed(found[-1].period, found[-1].role, inferred=True)
            since = found[-1].role is PeriodRole.SINCE
            return _to_this_year(spoken, surroundings) if since else spoken
    return None


def _earlier_here(place: Place, surroundings: Surroundings) -> Timed | None:
    """The year that an earlier sentence of the same block speaks of."""
    found = [mention for mention in surroundings.periods.get(place.mention.block, ()) if mention.end <= place.start]
    return _yearly(reversed(found))


def _yearly(mentions: Iterable[PeriodMention]) -> Timed | None:
    for mention in mentions:
        if mention.role is PeriodRole.DURING and mention.period.kind in _YEARLY:
            return Timed(mention.period, PeriodRole.DURING, inferred=True)
        if mention.role is PeriodRole.AS_AT and mention.period.last_day is not None:
            return Timed(financial_year_of(mention.period.last_day), PeriodRole.DURING, inferred=True)
    return None


def _from_headings(place: Place, surroundings: Surroundings) -> Timed | None:
    lead = () if place.block.lead is None else (place.block.lead,)
    for index in (*lead, *surroundings.above(place.block)):
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
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        before = surroundings.document.blocks[at]
        if before.heading != block.heading or before.kind is not block.kind:
            return None
        found = _yearly(reversed(surroundings.periods.get(at, ())))
        if found is not None:
            return found
    return None


def count_period(place: Place, surroundings: Surroundings, *, own: bool) -> Timed | None:
    """The period of a number counted or measured.

    Args:
        place: the number in its sentence.
        surroundings: the paper around it.
        own: it is about this authority: then the quarter or month that the paper reports on is its own where nothing else is said.
    """
    said = own_period(place, money=False)
    if said is not None:
        return _to_date(said, place, surroundings)
    soon = _so_far(place, surroundings)
    if soon is not None:
        return soon
    if place.mention.figure.unit in {"day", "working_day", "week", "month", "year"}:
        return None
    if _GOES_ON.match(place.text, place.start):
        return _last_spoken(place, surroundings)
    return _reported(place, surroundings) if own and not _CAUSE.search(place.before) else None


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
    if not said.period.contains(day) or said.period.kind not in _YEARLY:
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
    for index in surroundings.above(place.block):
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
    for at in range(index, max(-1, index - _BACK), -1):
        if surroundings.document.blocks[at].heading != place.block.heading:
            return None
        for mention in reversed(surroundings.periods.get(at, ())):
            if mention.period.kind in {PeriodKind.PROGRAMME, PeriodKind.SPAN} and (
                at < index or mention.end <= place.start
            ):
                return Timed(mention.period, PeriodRole.DURING, inferred=True)
    return None
