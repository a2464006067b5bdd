"""What a heading, a title or a topic sentence says of the numbers below it: the quarter, year or day they are of, and how far it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.assembly.own_periods import BACK, EARLIER, Timed, own_mention, timed
from cstrack.facts.mention import PeriodRole
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.places import Place, Surroundings
    from cstrack.facts.mention import PeriodMention
    from cstrack.values.period import Period

_ROLES = frozenset((PeriodRole.DURING, PeriodRole.AS_AT))
_YEARS = frozenset((PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR))
#: Stretches that a heading can report beside whole years: "April to September 2016".
_RUNS = frozenset((PeriodKind.SPAN, PeriodKind.ROLLING))
_MOMENTS = frozenset((PeriodKind.DAY, PeriodKind.MONTH))
#: A paper that counts what was: its year is that of its numbers. A plan, a budget or a forecast has a year too, and says nothing of counts.
_RESULTS = pattern(
    "assembly.topics.results",
    r"(?i)(?<![a-z])(?:performance|annual\ (?:[a-z]+\ ){0,4}report|annual\ review|(?:monthly|quarterly|six-monthly|half-yearly|half-year|bi-annual|biannual|termly|yearly|annual)\ (?:update|report|review|summary)|scorecards?|dashboards?|statistics|statistical|data|indicators?|complaints|outturn|end\ of\ year|year\ end|results|outcomes|activity|kpis?|metrics|numbers|figures)(?![a-z])",
)
_AHEAD = pattern(
    "assembly.topics.ahead",
    r"(?i)(?<![a-z])(?:plans?|strategy|budgets?|forecasts?|programmes?|proposals?|priorities|financ(?:e|ial)|savings|targets?|mtfs|mtfp|capital|consultation|revenue|monitoring|work\ programme|setting)(?![a-z])",
)
#: A sentence that says what follows is of: "Performance in 2017/18 was mixed."
_REPORTS = pattern(
    "assembly.topics.reports",
    r"(?i)(?<![a-z])(?:performance|position|reports?|figures?|data|results?|indicators?|statistics|scorecards?|activity|numbers|outcomes|complaints|information|dashboard|presented|showed|shows|summary)(?![a-z])",
)
#: What goes on with the numbers just told: "The proportion good or better", "Of these", "They".
_ANAPHOR = pattern(
    "assembly.topics.anaphor",
    r"(?i)(?:(?:of|among|from|in)\ (?:these|those|them|which|the\ (?:[0-9,]{1,7}|total|remainder|cases|files))|(?:the\ )?(?:(?:overall|average|total)\ )?(?:proportion|percentage|number|total|figure|rate|average|remainder|rest|remaining|others?)|these|those|they|this\ (?:was|is|represents|represented|compares|compared|equates|equated)|it\ (?:was|had|stood))(?![a-z])",
)
_NOW = pattern(
    "assembly.topics.now",
    r"(?i)(?<![a-z])(?:currently|at\ present|at\ the\ moment|today|now|(?<!up\ )to\ date|so\ far|still|presently|since\ (?:been|then)|at\ the\ time\ of\ writing)(?![a-z])",
)
_OF_THOSE = pattern("assembly.topics.of_those", r"(?i)\ of\ (?:those|these|them)(?![a-z])")
_OF_THE_NUMBER = pattern(
    "assembly.topics.of_the_number",
    r"(?i)(?:of|among|from)\ (?:the|these|those|our|all)\ (?P<number>[0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{1,6})(?![0-9.,%/-]|\ ?%)",
)
#: What begins something else than the sentence before.
_RESETS = pattern(
    "assembly.topics.resets",
    r"(?i)(?:when|since|previously|before|earlier|historically|nationally|in|at\ the|by|during|last|this|next|from|after)(?![a-z])",
)
#: "Up from 29": what something came from, at a time that is not told.
_CAME_FROM = pattern(
    "assembly.topics.came_from",
    r"(?i)(?<![a-z])(?:up|down|rise|fall|increase|decrease|reduction|reduced|increased|risen|fallen|rose|fell)\ from\ (?:(?:just|only|about|around|some|a)\ )?\Z",
)
_OVER_YEARS = pattern(
    "assembly.topics.over_years",
    r"(?i)\ over\ (?:the\ (?:last|past|previous)\ )?(?:[a-z]{3,9}|[0-9]{1,2})\ (?:years|months)(?![a-z])",
)
#: The first verb that tells when: "The school has trained 114 teachers", "staff make up 22%" are of the paper's own day.
_FINITE = pattern(
    "assembly.topics.finite",
    r"(?i)(?<![a-z'])(?:(?P<today>is|are|has|have|makes?|accounts?|lives?|stands?|explains?|receives?|carry|carries|holds?|shows?|wants?|continues?)|was|were|had|did|rose|fell|met|took|came|went|made|[a-z]{3,16}ed)(?![a-z])",
)
_SO_FAR = pattern(
    "assembly.topics.so_far",
    r"(?i)(?<![a-z])(?:so\ far|(?<!up\ )to\ date|currently|at\ present|at\ the\ time\ of\ writing|since\ (?:been|then))(?![a-z])",
)
#: A sentence that says over which time it reports.
_PURPOSE = pattern(
    "assembly.topics.purpose",
    r"(?i)(?:(?:purpose(?:\ of\ (?:the\ )?report)?[ :.-]{1,3})?to\ (?:report|update|inform|tell|advise|present)|(?:this|the)\ (?:(?:annual|quarterly|half-yearly|monthly|performance|attached)\ )?(?:report|paper|account|review|scorecard|table|appendix)|this\ is\ (?:the|an|our)|(?:data|figures|numbers|performance|activity|results)(?![a-z]))",
)
#: "The Head of Performance introduced the dashboard for": who reports, and what.
_PRESENTED = pattern(
    "assembly.topics.presented",
    r"(?i)(?<![a-z])(?:introduced|presented|submitted|considered|received|gave|outlined|set\ out|went\ through|circulated|tabled|reviewed)\ (?:[a-z'-]{1,16}+\ ){0,8}?(?:dashboard|scorecard|report|data|figures|performance|position|statistics|information|indicators|update|results)(?![a-z])",
)
#: How far into its sentence somebody may present something.
_OPENING = 120
_STRETCHES = frozenset(
    (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR, PeriodKind.QUARTER, PeriodKind.SPAN)
)
#: How many blocks below such a sentence a section goes on.
_SECTION = 12
#: How far the words of the present stand from a number.
_NEAR = 48


def carried(place: Place, surroundings: Surroundings) -> Timed | None:
    """The period that the text around a number gives it, where its own sentence gives none.

    Args:
        place: the number in its sentence.
        surroundings: the paper around it.

    Returns:
        That of the sentence it goes on with; else of the lead-in of its list or of the topic sentence of its block; else of the
        nearest heading or title that reports results. None where the text speaks of the present or has gone on beyond it.
    """
    if _CAME_FROM.search(place.before) or _OVER_YEARS.match(place.after):
        return None
    gone_on = _gone_on(place, surroundings) or _referred(place, surroundings)
    if gone_on is not None:
        return gone_on
    stood = _stood(place, surroundings)
    if stood is not None or _is_present(place):
        return stood
    found = _led(place, surroundings) or _topic(place, surroundings)
    if found is not None or _is_told_of_today(place):
        return found
    return _section(place, surroundings) or _headed(place, surroundings)


def _is_present(place: Place) -> bool:
    near = place.text[max(place.start, place.mention.start - _NEAR) : min(place.end, place.mention.end + _NEAR)]
    return _NOW.search(near) is not None


def _is_told_of_today(place: Place) -> bool:
    """Whether the first verb of a number's sentence stands in the present or the perfect: "agency staff make up 22%"."""
    verb = _FINITE.search(place.sentence)
    return verb is not None and verb["today"] is not None


def _gone_on(place: Place, surroundings: Surroundings) -> Timed | None:
    """The period of the sentence before, where this one goes on with its numbers."""
    if not _ANAPHOR.match(place.text, place.start) and not _OF_THOSE.match(place.after):
        return None
    if _is_present(place):
        return None
    sentence = _sentence_before(place, surroundings)
    if sentence is None:
        return None
    for figure in surroundings.figures_between(place.mention.block, *sentence):
        before = surroundings.place_of(figure)
        mention = own_mention(before, money=False, comparisons=False)
        if mention is not None:
            return evolve(timed(before, mention), inferred=True, words="")
    return None


def _sentence_before(place: Place, surroundings: Surroundings) -> tuple[int, int] | None:
    """The sentence before a number's own in its block; None where there is none with a figure."""
    index = place.mention.block
    start, end = surroundings.sentence_at(index, max(0, place.start - 2))
    if end > place.start or start >= place.start or not surroundings.figures_between(index, start, end):
        return None
    return start, end


def _referred(place: Place, surroundings: Surroundings) -> Timed | None:
    """The period of the number that a sentence or the lead-in of its list goes back to: "Of the 468: 255 were boys"."""
    lead = place.block.lead
    words = place.text[place.start : place.end]
    at, found = place.mention.block, _OF_THE_NUMBER.match(words)
    if found is None and lead is not None:
        at, found = lead, _OF_THE_NUMBER.match(surroundings.texts[lead])
    if found is None:
        return None
    number = found["number"].replace(",", "")
    for index in range(at, max(-1, at - BACK), -1):
        end = place.start if index == place.mention.block else len(surroundings.texts[index])
        for figure in reversed(surroundings.figures_between(index, end - EARLIER, end)):
            if f"{figure.figure.value:f}" == number:
                mention = own_mention(surroundings.place_of(figure), money=False, comparisons=False)
                if mention is not None:
                    return Timed(mention.period, mention.role, inferred=True)
    return None


def _stood(place: Place, surroundings: Surroundings) -> Timed | None:
    """The day at which the numbers of the sentence before stood, which this one goes on describing."""
    sentence = _sentence_before(place, surroundings)
    if sentence is None or _RESETS.match(place.text, place.start) or _SO_FAR.search(place.sentence):
        return None
    said = surroundings.periods_between(place.mention.block, *sentence)
    stood = [mention for mention in said if mention.role is not PeriodRole.SINCE]
    return _single(stood, frozenset({PeriodRole.AS_AT})) if len(stood) == 1 else None


def _section(place: Place, surroundings: Surroundings) -> Timed | None:
    """The period that a sentence without numbers earlier in the section says the report is of: "the work ... between 1 April and 30 June"."""
    index = place.mention.block
    heading, entry = place.block.heading, surroundings.entry(index)
    floor = max(index - _SECTION, *(entry or (-1,)), -1 if heading is None else heading)
    for at in range(index - 1, floor, -1):
        if surroundings.figures.get(at) or not surroundings.periods.get(at):
            continue
        stretches = [found for found in surroundings.periods[at] if _is_stretch(found)]
        if not stretches:
            continue
        start, end = surroundings.sentence_at(at, stretches[0].start)
        words = surroundings.texts[at][start:end]
        presented = _PURPOSE.match(words) or _PRESENTED.search(words, 0, _OPENING)
        if presented and not _AHEAD.search(words):
            return _single(stretches, _ROLES)
    return None


def _is_stretch(mention: PeriodMention) -> bool:
    return mention.period.kind in _STRETCHES


def _led(place: Place, surroundings: Surroundings) -> Timed | None:
    """The period of the lead-in of a list: "At 31 March 2019:"."""
    lead = place.block.lead
    if lead is None or surroundings.figures.get(lead):
        return None
    text = surroundings.texts[lead]
    return _single(surroundings.periods.get(lead, ()), _ROLES) if not _AHEAD.search(text) else None


def _topic(place: Place, surroundings: Surroundings) -> Timed | None:
    """The period of an earlier sentence of the block that has no numbers and says what it reports."""
    index = place.mention.block
    found = surroundings.periods_between(index, place.start - EARLIER, place.start)
    if not found:
        return None
    start, end = surroundings.sentence_at(index, found[-1].start)
    words = surroundings.texts[index][start:end]
    if surroundings.figures_between(index, start, end) or not _REPORTS.search(words) or _AHEAD.search(words):
        return None
    return _single([mention for mention in found if mention.start >= start], _ROLES)


def _headed(place: Place, surroundings: Surroundings) -> Timed | None:
    """The quarter, year or day of the nearest heading that has one; a year or month only where the heading reports results."""
    index = place.mention.block
    said = surroundings.periods_between(index, place.start - EARLIER, place.start)
    for above in surroundings.above(index):
        periods = _of_heading(surroundings.texts[above], surroundings.periods.get(above, ()))
        if periods:
            period = periods[0]
            beyond = any(_is_beyond(mention, period) for mention in said)
            return Timed(period, PeriodRole.DURING, inferred=True) if len(set(periods)) == 1 and not beyond else None
    return None


def _of_heading(text: str, mentions: Sequence[PeriodMention]) -> list[Period]:
    quarters = [
        mention.period for mention in mentions if mention.role in _ROLES and mention.period.kind is PeriodKind.QUARTER
    ]
    if quarters:
        return quarters
    results = _RESULTS.search(text) is not None and not _AHEAD.search(text)
    if not results:
        return []
    return [
        mention.period
        for mention in mentions
        if (mention.role in _ROLES and mention.period.kind in _YEARS)
        or (mention.role is PeriodRole.DURING and mention.period.kind in _RUNS)
        or (mention.role is PeriodRole.AS_AT and mention.period.kind in _MOMENTS)
        or (mention.role is PeriodRole.EVENT and mention.period.kind is PeriodKind.MONTH)
    ]


def _is_beyond(mention: PeriodMention, period: Period) -> bool:
    """Whether the text has gone on to something later than the period that its heading reports."""
    return mention.period.start is not None and period.end is not None and mention.period.start >= period.end


def _single(mentions: Sequence[PeriodMention], roles: frozenset[PeriodRole]) -> Timed | None:
    """The one period that some mentions tell; None where they tell several."""
    found = {mention.period for mention in mentions if mention.role in roles}
    if len(found) != 1:
        return None
    mention = next(mention for mention in mentions if mention.role in roles)
    return Timed(mention.period, mention.role, inferred=True)
