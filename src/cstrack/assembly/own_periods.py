"""Which period of its own sentence a figure belongs to, and the one the paper spoke of last."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assembly import period_ties as ties
from cstrack.facts.mention import PeriodRole
from cstrack.values.bounds import first_of, last_of
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind, financial_year_of

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.mention import PeriodMention

#: Kinds of period that a paper reports by.
YEARLY = frozenset((PeriodKind.FINANCIAL_YEAR, PeriodKind.SPAN, PeriodKind.PROGRAMME, PeriodKind.CALENDAR_YEAR))
#: The rule of what is told from the period of another figure.
_COMPARISON = "period.compared"
_AHEAD = frozenset((PeriodRole.DUE, PeriodRole.UNTIL))
#: "At 31 March 2018 there were 626 children": a day that opens what stood on it.
_STOOD = pattern(
    "assembly.own_periods.stood",
    r"(?i),?\ (?:(?!that\ )[a-z'&-]{1,20}\ ){0,7}?(?:were|was|had|stood|maintained|supported|held|employed|numbered|totalled|came|reached|averaged)\ (?:(?!that\ |heard\ |told\ |agreed\ |noted\ |asked\ |decided\ |resolved\ )[a-z'-]{1,16}\ ){0,6}(?:[a-z]{1,12}\ )?\Z",
)
_FIGURE_BETWEEN = 12
_CLAUSE = 60
_DATED = frozenset((PeriodKind.DAY, PeriodKind.MONTH))
_BRACKET = 20
_FARTHEST_EVENT = 14
_FARTHEST_SUBJECT = 60
_FAR_COMPARISON = 48
_FARTHEST = 220
#: How many blocks back a list goes on with what it began with.
BACK = 5
#: How many characters back in a block, likewise.
EARLIER = 3000


@final
@frozen
class Timed:
    """The period of a figure.

    Attributes:
        period: the days.
        role: what the words do with it.
        inferred: it is not said in the figure's own sentence, or was told from the paper's date.
        words: as it is printed in the figure's sentence; empty where it is not.
    """

    period: Period
    role: PeriodRole
    inferred: bool = False
    words: str = ""


def own_period(place: Place, *, money: bool, ahead: bool = False) -> Timed | None:
    """The period that a figure's own sentence gives it; of a comparison the one that was recognised with it.

    Args:
        place: the figure in its sentence.
        money: it is a sum of money, which keeps the year of its sentence over a semicolon.
        ahead: it is a target, so that "by" and "until" are its own.
    """
    mention = own_mention(place, money=money, ahead=ahead)
    return None if mention is None else timed(place, mention)


def timed(place: Place, mention: PeriodMention) -> Timed:
    """A figure's period from where it is printed."""
    words = place.text[mention.start : mention.end]
    return Timed(mention.period, mention.role, bool(mention.inferred), words)


def own_mention(place: Place, *, money: bool, ahead: bool = False, comparisons: bool = True) -> PeriodMention | None:
    """The period of its own sentence that a figure belongs to.

    Args:
        place: the figure in its sentence.
        money: it is a sum of money.
        ahead: it is a target.
        comparisons: "a year earlier" counts too.
    """
    costs = [
        (cost, mention)
        for mention in place.periods
        if (comparisons or not is_comparison(mention))
        and (cost := _cost(place, mention, money=money, ahead=ahead)) is not None
    ]
    return min(costs, key=lambda pair: (pair[0], pair[1].start))[1] if costs else None


def _cost(place: Place, mention: PeriodMention, *, money: bool, ahead: bool) -> float | None:
    """How far a period stands from a figure; None where it cannot be its own."""
    figure = place.mention
    later = mention.start >= figure.end
    if not later and mention.end > figure.start:
        return 0
    first, last = (figure.end, mention.start) if later else (mention.end, figure.start)
    if last - first > _FARTHEST or (is_comparison(mention) and not _beside(place, mention)):
        return None
    between = place.text[first:last]
    if ties.is_defining(place, mention) or ties.belongs_to_another(place, mention):
        return None
    if is_comparison(mention):
        return 0
    if later and (ties.is_compared(place, mention, between) or ties.starts_clause_between(place, mention)):
        return None
    if not later and ties.is_now(place, between):
        return None
    others = sum(1 for other in place.figures if other is not figure and first <= other.start < last)
    brackets = between.count("(") + between.count(")")
    anew = _CLAUSE if not later and " and that " in between else 0
    cost = len(between) + anew + others * _FIGURE_BETWEEN + between.count(";") * _CLAUSE + brackets * _BRACKET
    if cost > _FARTHEST or (";" in between and (not money or later)):
        return None
    if not ties.right_behind(place, figure, mention) and ties.is_elsewhere(place):
        return None
    if mention.role is PeriodRole.EVENT and not _happens_to(place, mention, between, cost):
        return None
    if mention.role in _AHEAD and not ahead and (not money or "," in between or cost > _reach_of_due(mention)):
        return None
    return cost


def is_comparison(mention: PeriodMention) -> bool:
    """Whether it is told from another figure's period: "a year earlier"."""
    return mention.rule.startswith(_COMPARISON)


def _reach_of_due(mention: PeriodMention) -> int:
    """How far a year by which money is to be saved may stand from it; of a day it is less."""
    return _FARTHEST_SUBJECT if mention.rule.startswith("period.financial") else 2 * _FARTHEST_EVENT


def _beside(place: Place, mention: PeriodMention) -> bool:
    """Whether a comparison stands right at a figure, with no other number between: "264 a year earlier", "the previous year's 264"."""
    figure = place.mention
    later = mention.start >= figure.end
    between = place.text[figure.end : mention.start] if later else place.text[mention.end : figure.start]
    if len(between) > _FAR_COMPARISON or any(map(str.isdigit, between)) or ";" in between:
        return False
    opens = not any(other.start < mention.start for other in place.figures)
    return later or (opens and not set(between.removeprefix(",")) & set("(),"))


def _happens_to(place: Place, mention: PeriodMention, between: str, cost: float) -> bool:
    """Whether a day or month is that of a figure and not of something that happened in the same sentence."""
    if not any(map(str.isalnum, between)):
        return True
    if mention.end <= place.mention.start:
        if ties.is_of_verb_before(place, mention):
            return False
        return cost <= _FARTHEST_EVENT or _leads(place, mention) or _STOOD.match(between) is not None
    if cost <= _FARTHEST_EVENT:
        return not ties.happens_by_itself(place, between)
    return cost <= _FARTHEST_SUBJECT and ties.stands_alone(place, mention)


def _leads(place: Place, mention: PeriodMention) -> bool:
    """Whether a month or season opens the sentence: "In December 2022, 9% ..."."""
    return mention.period.kind in {PeriodKind.MONTH, PeriodKind.SEASON} and mention.start - place.start <= len(
        "During the "
    )


def to_this_year(own: Timed, surroundings: Surroundings) -> Timed:
    """From the start of a year to the end of the paper's own: what "since 2010/11" adds up."""
    paper = surroundings.facts.head.date
    day = None if paper is None else paper.last_day
    start = own.period.start
    if day is None or start is None or day < start:
        return own
    last = financial_year_of(day).last_day
    return Timed(Period.from_edtf(f"{start}/{last}"), PeriodRole.SINCE, inferred=True)


def to_date(said: Timed, surroundings: Surroundings) -> Timed:
    """From a beginning to the paper's date where that is known to the month, else open: "since January"."""
    paper = surroundings.facts.head.date
    if paper is None or paper.kind not in _DATED or said.period.start is None or paper.end is None:
        return said
    if said.period.start >= paper.end:
        return said
    return Timed(Period.from_edtf(f"{first_of(said.period)}/{last_of(paper)}"), said.role, inferred=True)


def last_spoken(place: Place, surroundings: Surroundings) -> Timed | None:
    """The last period the paper spoke of: "same period"."""
    index = place.mention.block
    for at in range(index, max(-1, index - BACK), -1):
        end = place.start if at == index else len(surroundings.texts[at])
        found = surroundings.periods_between(at, end - EARLIER, end)
        if found:
            spoken = Timed(found[-1].period, found[-1].role, inferred=True)
            since = found[-1].role is PeriodRole.SINCE
            return to_this_year(spoken, surroundings) if since else spoken
    return None
