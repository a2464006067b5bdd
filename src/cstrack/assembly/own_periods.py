"""Which period of its own sentence a figure belongs to, and the one the paper spoke of last."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.facts.mention import PeriodRole
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind, financial_year_of

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.mention import FigureMention, PeriodMention

#: Kinds of period that a paper reports by.
YEARLY = frozenset((PeriodKind.FINANCIAL_YEAR, PeriodKind.SPAN, PeriodKind.PROGRAMME, PeriodKind.CALENDAR_YEAR))
_AHEAD = frozenset((PeriodRole.DUE, PeriodRole.UNTIL))
_COMPARED = pattern(
    "assembly.own_periods.compared",
    r"(?i)(?<![a-z])(?:against|compared|than|versus|vs|previously|rather|(?:improvement|increase|decrease|reduction|rise|fall|drop|up|down)\ (?:on|from)|to(?!\ date))(?![a-z])",
)
_NOW = pattern(
    "assembly.own_periods.now",
    r"(?i)(?<![a-z])(?:and|but|,)\ (?:was|were|is|are|stands?\ )?\ ?(?:now|currently)(?![a-z])",
)
_SMALL = pattern(
    "assembly.own_periods.small", r"(?i)\)?\ (?:(?:[a-z]{2,12}\ ){0,2}(?:in|for|at|by|from|on|to|so\ far\ in)\ )?\(?"
)
_FIGURE_BETWEEN = 12
_CLAUSE = 60
_FARTHEST_EVENT = 14
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
    if mention.start >= figure.end and _COMPARED.search(between):
        return None
    if (
        _belongs_to_another(place, mention)
        or (mention.end <= figure.start and _NOW.search(between))
        or (mention.end <= figure.start and between.startswith(" with a further "))
    ):
        return None
    others = sum(1 for other in place.figures if other is not figure and first <= other.start < last)
    cost = len(between) + others * _FIGURE_BETWEEN + between.count(";") * _CLAUSE
    if cost > _FARTHEST or (";" in between and (not money or mention.start >= figure.end)):
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

    It is where this one has its own right behind it, where it stands in brackets, where a colon divides the two, and where they are compared ("42 against 34
    last quarter").
    """
    figure = place.mention
    if figure.end <= mention.start and any(_heads(place, mention, other) for other in place.figures):
        return True
    for other in place.figures:
        if other is figure or other.end > mention.start or not _right_behind(place, other, mention):
            continue
        if any(_right_behind(place, figure, found) for found in place.periods):
            return True
        if figure.start > other.end:
            return False
        between = place.text[figure.end : other.start]
        if place.text[mention.start - 1 : mention.start] == "(" or ":" in between or _COMPARED.search(between):
            return True
    return False


def _heads(place: Place, mention: PeriodMention, figure: FigureMention) -> bool:
    """Whether a period stands right before a figure as its head: "2025/26: £412k"."""
    return 0 < figure.start - mention.end <= len(" (c") and place.text[mention.end : figure.start].strip(" ") in {
        ":",
        "-",
    }


def _right_behind(place: Place, figure: FigureMention, mention: PeriodMention) -> bool:
    """Whether only a bracket or a small word stands between a figure and the period behind it."""
    return (
        0 <= mention.start - figure.end <= len(" carried forward from ")
        and _SMALL.fullmatch(place.text, figure.end, mention.start) is not None
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
