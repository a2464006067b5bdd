"""Which period a number counted or measured belongs to; none where the text fixes none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.assembly.compared_periods import before_change, compared_period
from cstrack.assembly.own_periods import (
    BACK,
    EARLIER,
    YEARLY,
    Timed,
    is_comparison,
    last_spoken,
    own_mention,
    own_period,
    timed,
    to_date,
)
from cstrack.assembly.period_ties import begins_change, ends_change, is_elsewhere, is_stretch
from cstrack.assembly.period_years import of_its_year
from cstrack.assembly.topics import carried
from cstrack.facts.mention import PeriodRole
from cstrack.values.bounds import first_of
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind, financial_year_of

if TYPE_CHECKING:
    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.mention import PeriodMention

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
_SAME_THING = pattern(
    "assembly.count_periods.same_thing",
    r"(?i)(?:\A|(?<=[a-z0-9%]))(?:\ [^,;.()]{0,40})?\ \((?:(?:a\ )?rate\ )?(?:of\ )?\Z|,?\ or\ (?:about\ |around\ )?\Z|,?\ (?:equal|equivalent)\ to\ (?:a\ rate\ of\ )?\Z",
)
_COMING = frozenset((PeriodRole.EVENT, PeriodRole.SINCE))
_SINCE = pattern("assembly.count_periods.since", r"(?i)since(?![a-z])")
_CAME_TO = pattern(
    "assembly.count_periods.came_to",
    r"(?i)(?<![a-z])(?:rose|risen|rising|fell|fallen|falling|increas(?:ed|ing)|decreas(?:ed|ing)|reduc(?:ed|ing)|doubled|halved|trebled|grew|grown|went|dropped|climbed|moved|improved|declined|up|down)(?![a-z])[^.;]{0,40}\ to\ (?:(?:just|only|about|around|over|under|nearly|almost|some)\ )?\Z",
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
    said = own_mention(_until_now(place, surroundings), money=False)
    if said is not None and is_comparison(said):
        return compared_period(place, said, partial(_unsaid, surroundings=surroundings, own=own), money=False)
    if said is not None:
        found = _to_date(_end_of(said, place), place, surroundings)
        return of_its_year(found, place) if _is_share_of_money(place) else found
    soon = _so_far(place, surroundings) or _told_otherwise(place)
    if soon is not None:
        return soon
    if begins_change(place):
        return before_change(place, partial(_unsaid, surroundings=surroundings, own=own))
    return _unsaid(place, surroundings, own=own)


def _told_otherwise(place: Place) -> Timed | None:
    """The period of the number that a figure says in another way: "202 children with a plan (33 per 10,000)", "468, equal to a rate of 73"."""
    earlier = place.earlier
    if earlier is None or not _SAME_THING.search(place.text, earlier.end, place.mention.start):
        return None
    for figure in reversed(
        [other for other in place.figures if other.start < place.mention.start and not other.change]
    ):
        before = evolve(place, mention=figure)
        mention = own_mention(before, money=False, comparisons=False)
        if mention is not None:
            return evolve(timed(before, mention), words="")
    return None


def _until_now(place: Place, surroundings: Surroundings) -> Place:
    """The figure without the days and months of its sentence that are still to come: nothing was counted on them."""
    paper = surroundings.facts.head.date
    if paper is None or paper.end is None:
        return place
    gone_by = tuple(found for found in place.periods if not _is_to_come(found, paper))
    return place if len(gone_by) == len(place.periods) else evolve(place, periods=gone_by)


def _is_to_come(mention: PeriodMention, paper: Period) -> bool:
    start = mention.period.start
    return start is not None and paper.end is not None and start >= paper.end and mention.role in _COMING


def _clause(place: Place) -> str:
    """The part of the sentence between semicolons that a figure stands in."""
    start = place.text.rfind(";", place.start, place.mention.start) + 1 or place.start
    end = place.text.find(";", place.mention.end, place.end)
    return place.text[start : place.end if end < 0 else end]


def _is_share_of_money(place: Place) -> bool:
    """Whether a percentage stands beside a sum of which it is a share: "£5.31 million ... (8.6 per cent)", "£1.9m, 4.4% of its budget"."""
    earlier = place.earlier
    if place.mention.figure.unit != "percent" or earlier is None or not earlier.figure.unit.startswith("GBP"):
        return False
    return place.text[earlier.end : place.mention.start] in {" (", ", ", " or "}


def _unsaid(place: Place, surroundings: Surroundings, *, own: bool) -> Timed | None:
    """The period of a number whose sentence gives it none."""
    if not own or _CAUSE.search(place.before) or _EARLIER.match(place.after) or is_elsewhere(place):
        return None
    found = carried(place, surroundings)
    return last_spoken(place, surroundings) if found is None and _GOES_ON.match(place.text, place.start) else found


def _end_of(mention: PeriodMention, place: Place) -> Timed:
    """Of a stretch over which a number changed, the end for what it came to and the beginning for what it came from."""
    said = timed(place, mention)
    if said.role is PeriodRole.SINCE and begins_change(place) and said.period.start is not None:
        return Timed(Period.from_edtf(first_of(said.period)), PeriodRole.DURING, said.inferred)
    first, _, last = mention.period.edtf.partition("/")
    if not is_stretch(mention) or mention.start < place.mention.end:
        return said
    if ends_change(place) or _CAME_TO.search(place.before):
        return Timed(_last_part(mention.period, last), said.role, said.inferred, said.words)
    if begins_change(place):
        return Timed(_first_part(mention.period, first), said.role, said.inferred, said.words)
    return said


def _last_part(period: Period, last: str) -> Period:
    """The last year or date of a stretch, whole financial years as such."""
    if period.last_day is not None and period.last_day.month == 3 and len(last) == len("2019-03-31"):
        return financial_year_of(period.last_day)
    return Period.from_edtf(last)


def _first_part(period: Period, first: str) -> Period:
    if (
        period.start is not None
        and (period.start.month, period.start.day) == (4, 1)
        and len(first) == len("2018-04-01")
    ):
        return financial_year_of(period.start)
    return Period.from_edtf(first)


def _to_date(said: Timed, place: Place, surroundings: Surroundings) -> Timed:
    """What is "so far in 2014/5" or "since January" runs to the paper's date, where that is known to the month; "from October" is open."""
    paper = surroundings.facts.head.date
    day = None if paper is None else paper.last_day
    if paper is None or day is None or said.period.start is None or said.period.start >= day:
        return said
    if said.role is PeriodRole.SINCE and said.period.end is None:
        return to_date(said, surroundings) if _SINCE.match(said.words) else said
    if not _SO_FAR.search(_clause(place)) or not said.period.contains(day) or said.period.kind not in YEARLY:
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
