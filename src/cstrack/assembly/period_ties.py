"""What ties a period to one figure of its sentence and keeps it from another: brackets, pairs, clauses, comparisons, definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.mention import PeriodRole
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from cstrack.assembly.places import Place
    from cstrack.facts.mention import FigureMention, PeriodMention

_COMPARED = pattern(
    "assembly.period_ties.compared",
    r"(?i)(?<![a-z])(?:against|compared|than|versus|vs|previously|rather|(?:improvement|increase|decrease|reduction|rise|fall|drop|up|down)\ (?:on|from))(?![a-z])",
)
_TO = pattern("assembly.period_ties.to", r"(?i)(?<![a-z])to(?!\ date)(?![a-z])")
#: "Up 4 percentage points on the autumn term": the term is what it is compared with.
_ON = pattern(
    "assembly.period_ties.on",
    r"(?i)(?<![a-z])(?:up|down|more|less|fewer|higher|lower|better|worse|improvement|increase|decrease|reduction|rise|fall|drop|rose|fell)(?![a-z])[^.;]{0,40}\ (?:on|than|from|over)\ (?:the\ )?\Z",
)
_ON_ALONE = pattern("assembly.period_ties.on_alone", r"(?i)\)?\ (?:on|than|from|over)\ (?:the\ )?")
_NOW = pattern(
    "assembly.period_ties.now",
    r"(?i)(?<![a-z])(?:and|but|,)\ (?:(?:was|were|is|are|stands?|has|have|had)\ )?(?:now|currently|so\ far|since)(?![a-z])",
)
_SINCE_THEN = pattern(
    "assembly.period_ties.since_then", r"(?i)[^,.;:]{0,32}?\ (?:has|have|had)\ (?:all\ |both\ )?(?:since|now)(?![a-z])"
)
_SMALL = pattern(
    "assembly.period_ties.small", r"(?i)\)?\ (?:(?:[a-z]{2,12}\ ){0,2}(?:in|for|at|by|from|on|to|so\ far\ in)\ )?\(?"
)
_FROM = pattern(
    "assembly.period_ties.from",
    r"(?i)(?<![a-z])(?:from|between)\ (?:an?\ |the\ )?(?:[a-z]{2,12}\ ){0,2}(?:of\ )?\Z",
)
_TO_BEFORE = pattern(
    "assembly.period_ties.to_before",
    r"(?i)(?<![a-z])(?:to|and)\ (?:(?:just|only|about|around|over|under|below|nearly|almost|some|an?|fewer|less|more|than|the)\ ){0,3}\Z",
)
#: A clause of its own: "and £171,000 had been earmarked".
_CLAUSE = pattern(
    "assembly.period_ties.clause", r"(?i)(?:,|;|,?\ (?:and|but|while|whilst|whereas))\ (?:[a-z]{1,10}\ ){0,2}\Z"
)
_VERB = pattern(
    "assembly.period_ties.verb",
    r"(?i)\ (?:had|has|have|was|were|is|are|will|would|could|took|came|went|stood|rose|fell|[a-z]{3,14}ed)\ ",
)
#: "40 reviews and in Q2 44": the period opens what comes next.
_OPENED = pattern(
    "assembly.period_ties.opened",
    r"(?i)(?:;|(?:,|(?<![a-z])(?:and|but))(?=\ ))\ ?(?:and\ |but\ )?(?:in|during|at|by|on)\ (?:the\ )?\Z",
)
_GOES_ON = pattern("assembly.period_ties.goes_on", r",?\ (?!and\ |or\ |respectively)[A-Za-z0-9£]")
#: How far behind its subject a verb is looked for.
_VERB_NEAR = 60
#: A number that somebody else has, or that is only a mark to reach.
_ELSEWHERE = pattern(
    "assembly.period_ties.elsewhere",
    r"(?i)(?<![a-z])(?:averages?|national(?:ly)?|regional(?:ly)?|england|london|neighbours?|comparators?|benchmark|target|threshold|standard|similar\ (?:authorities|councils)|median|other\ (?:authorities|councils))(?:'s)?(?:[ :]{1,2}(?:average|figure|rate|level|mean|of|was|is|at|for|managed|stood|being|being\ at)){0,3}[ :]{1,2}\Z",
)
_AGAINST = pattern(
    "assembly.period_ties.against",
    r"(?i)(?:(?<![a-z])(?:against|compared\ (?:to|with)|than|versus|vs|and|but)\ |[,;(]\ ?)(?:(?:just|only|about|a|an|the|some|around)\ ){0,2}\Z",
)
_THEIRS = pattern(
    "assembly.period_ties.theirs",
    r"(?i)\)?,?\ (?:(?:for|in|among|across|of|by)\ (?:(?:all|our|its|the|other)\ ){0,2})?(?:statistical\ |similar\ |other\ )?(?:neighbours?|nationally|national\ average|regionally|england|comparators?|(?:statistical|similar|other)\ (?:authorities|councils))(?![a-z])",
)
#: A window in what is defined: "had been referred before in the previous 12 months".
_DEFINED = pattern(
    "assembly.period_ties.defined",
    r"(?i)(?<![a-z])(?:before|again|already|previously|repeat(?:ed)?|re-?referr[a-z]*|re-?entered|return(?:ed|ing)|second|third|subsequent|or\ more|at\ least|more\ than\ (?:one|once|two|three|[0-9])|once|twice|without)(?![a-z])",
)
_HAPPENED = pattern(
    "assembly.period_ties.happened",
    r"(?i)\ (?:[a-z]{3,14}ed|began|begun|met|held|took|went|came|will|is|are|was|were|has|had|have)\ ",
)
_RECORD = pattern(
    "assembly.period_ties.record",
    r"(?i)(?<![a-z])(?:(?:first|last|only)\ time|highest|lowest|best|worst|largest|smallest|biggest|most|fewest|unchanged|risen)(?![a-z])[^,.;]{0,32}\Z",
)
_PREVIOUS = pattern("assembly.period_ties.previous", r"(?i)(?:previous|preceding)\ ")
_UNREAD = pattern("assembly.period_ties.unread", r"(?i)[0-9]\ (?:in|at|on|by|during|for)\ (?:the\ )?\Z")
_UNREAD_AHEAD = pattern("assembly.period_ties.unread_ahead", r":\ ?£?[0-9]{1,9}")
#: What tells that the sum behind it is a change with a time of its own: "an improvement of £0.4m since August".
_CHANGE_OF = pattern(
    "assembly.period_ties.change_of",
    r"(?i)(?<![a-z])(?:improvement|increase|decrease|reduction|rise|fall|movement|change|worsening|deterioration|growth|drop|gain|loss)\ of\ (?:[a-z]{1,8}\ ){0,2}\Z",
)
_SET_AGAINST = pattern(
    "assembly.period_ties.set_against",
    r"(?i)(?<![a-z])(?:against|compared\ (?:to|with)|compares\ with|than|versus|vs)\ (?:(?:just|only|about|a|an|the|some|around)\ ){0,2}\Z",
)
#: How far a window such as "the previous 12 months" may stand from the figure that it is set against.
_NEXT_TO = 16
_PREPOSITION = pattern(
    "assembly.period_ties.preposition",
    r"(?i)(?<![a-z])(?:of|from|in|for|with|by|at|on|to|across|among|over|than|about|between|through)\ (?:the\ |these\ |those\ |all\ |its\ |our\ |their\ ){0,2}\Z",
)
_COLONS = frozenset({":", "-"})


def is_compared(place: Place, mention: PeriodMention, between: str) -> bool:
    """Whether a later period is what the figure is compared with, or belongs to the second of a pair."""
    figure = place.mention
    if is_stretch(mention) and between.endswith(" from "):
        return False
    if _COMPARED.search(between) or _ON.search(between) or (figure.change and _ON_ALONE.fullmatch(between)):
        return True
    return not is_stretch(mention) and _TO.search(between) is not None and _between(place, figure.end, mention.start)


def is_stretch(mention: PeriodMention) -> bool:
    """Whether a period runs from one date to another, so that what changed over it has its ends there."""
    first, slash, last = mention.period.edtf.partition("/")
    return bool(slash) and ".." not in {first, last} and mention.period.kind in {PeriodKind.PROGRAMME, PeriodKind.SPAN}


def is_now(place: Place, between: str) -> bool:
    """Whether an earlier period has passed: "and is now", "with a further", "two of which have since been filled"."""
    if _NOW.search(between) or between.startswith(" with a further "):
        return True
    return _SINCE_THEN.match(place.text, place.mention.end, place.end) is not None


def is_defining(place: Place, mention: PeriodMention) -> bool:
    """Whether a stretch is part of what is said and no period of a figure.

    "17% had been referred before in the previous 12 months", "the first time since 2019", "within six months".
    """
    figure = place.mention
    if mention.rule.startswith("period.within"):
        return True
    if mention.role is PeriodRole.SINCE and _RECORD.search(
        place.text, max(place.start, mention.start - 48), mention.start
    ):
        return True
    if not mention.rule.startswith("period.window"):
        return False
    first, last = (figure.end, mention.start) if mention.start >= figure.end else (mention.end, figure.start)
    if last - first > _NEXT_TO and _PREVIOUS.match(place.text, mention.start):
        return True
    return mention.start >= figure.end and _DEFINED.search(place.text, first, last) is not None


def is_of_unread(place: Place, mention: PeriodMention) -> bool:
    """Whether a period is that of a number which was not read as a figure: "from 337 in May to nine", "46 (2017/18: 31)"."""
    ahead = _UNREAD_AHEAD.match(place.text, mention.end)
    if ahead is not None and not any(
        figure.start < ahead.end() and mention.end <= figure.end for figure in place.figures
    ):
        return True
    found = _UNREAD.search(place.text, max(place.start, mention.start - 24), mention.start)
    return found is not None and not any(
        figure.start < found.end() and found.start() < figure.end for figure in place.figures
    )


def is_set_against(place: Place, mention: PeriodMention) -> bool:
    """Whether a figure is what the one before is compared with, so that a period before both is not its own: "69%, compared with 43%"."""
    start = place.mention.start
    led = _SET_AGAINST.search(place.text, max(place.start, start - 32), start)
    return led is not None and mention.end <= led.start()


def is_of_verb_before(place: Place, mention: PeriodMention) -> bool:
    """Whether a day or month before a figure ends what is told of something else: "brought up to strength in July, with six posts"."""
    opening = max(place.text.rfind(mark, place.start, mention.start) for mark in (", ", "; ", ": ", " and ", "("))
    words = place.text[max(place.start, opening) : mention.start]
    return _VERB.search(words + " ") is not None


def is_elsewhere(place: Place) -> bool:
    """Whether it is another's number or a mark to reach, which has only a period of its own right behind it."""
    start = place.mention.start
    compared = _AGAINST.search(place.text, max(place.start, start - 32), start)
    if compared and _THEIRS.match(place.text, place.mention.end, place.end):
        return True
    return _ELSEWHERE.search(place.text, max(place.start, place.mention.start - 64), place.mention.start) is not None


def starts_clause_between(place: Place, mention: PeriodMention) -> bool:
    """Whether another clause begins between a figure and a later period: with a figure of its own, or with the period itself."""
    led = _OPENED.search(place.text, max(place.mention.end, mention.start - 24), mention.start)
    if led and _GOES_ON.match(place.text, mention.end, place.end):
        return True
    for other in place.figures:
        if not place.mention.end <= other.start < mention.start:
            continue
        opens = _CLAUSE.search(place.text, max(place.mention.end, other.start - 32), other.start)
        stop = min(
            (at for mark in ",;." if (at := place.text.find(mark, other.end, mention.start)) >= 0),
            default=mention.start,
        )
        if opens and _VERB.search(place.text, other.end, min(stop, other.end + _VERB_NEAR)):
            return True
    return False


def happens_by_itself(place: Place, between: str) -> bool:
    """Whether a figure is only part of what happened then: "outreach from five schools started in January"."""
    figure = place.mention
    led = _PREPOSITION.search(place.text, max(place.start, figure.start - 24), figure.start)
    return led is not None and _HAPPENED.search(between) is not None


def stands_alone(place: Place, mention: PeriodMention) -> bool:
    """Whether a figure is the subject of what happened then: "four posts had been vacant in July", not "from five schools"."""
    figure = place.mention
    if mention.start < figure.end or _between(place, figure.end, mention.start):
        return False
    between = place.text[figure.end : mention.start]
    led = _PREPOSITION.search(place.text, max(place.start, figure.start - 24), figure.start)
    return led is None and not set(between) & set(",;:(") and " by " not in between


def belongs_to_another(place: Place, mention: PeriodMention) -> bool:
    """Whether a period right behind another figure is that figure's own.

    It is where this one has its own right behind it, where it stands in brackets, where a colon divides the two, and where they are compared ("42 against 34
    last quarter") or are the ends of a change ("from 96 in April 2016 to fewer than 10").
    """
    figure = place.mention
    if is_of_unread(place, mention) or is_set_against(place, mention):
        return True
    if figure.end <= mention.start and any(_heads(place, mention, other) for other in place.figures):
        return True
    for other in place.figures:
        if other is figure or other.end > mention.start or not right_behind(place, other, mention):
            continue
        if any(right_behind(place, figure, found) for found in place.periods):
            return True
        if figure.start > other.end:
            return is_pair(place, other, figure)
        between = place.text[figure.end : other.start]
        if _FROM.search(place.text, figure.end, _digits(place, other)) or _CHANGE_OF.search(between):
            return True
        if place.text[mention.start - 1 : mention.start] == "(" or ":" in between or _COMPARED.search(between):
            return True
        if is_pair(place, figure, other) and not is_stretch(mention):
            return True
    return False


def is_pair(place: Place, first: FigureMention, second: FigureMention) -> bool:
    """Whether two figures are the ends of a change: "from 46% to 12%", "from 96 in April 2016 to fewer than 10"."""
    if not first.end <= second.start or _between(place, first.end, second.start):
        return False
    led = _FROM.search(place.text, max(place.start, first.start - 40), _digits(place, first))
    return led is not None and _TO_BEFORE.search(place.text, first.end, _digits(place, second)) is not None


def _digits(place: Place, figure: FigureMention) -> int:
    """Where the number itself begins: a qualifier or "from" may be part of a figure's words."""
    printed = place.text[figure.start : figure.end]
    lower = printed.casefold()
    for lead in ("from ", "to "):
        if lower.startswith(lead):
            return figure.start + len(lead)
    return figure.start


def begins_change(place: Place) -> bool:
    """Whether a figure is what a change began from: the first of "from 15 to 18"."""
    later = [figure for figure in place.figures if figure.start > place.mention.start]
    return bool(later) and is_pair(place, place.mention, later[0])


def ends_change(place: Place) -> bool:
    """Whether a figure is what a change led to: the second of "from 15 to 18"."""
    earlier = place.earlier
    return earlier is not None and is_pair(place, earlier, place.mention)


def right_behind(place: Place, figure: FigureMention, mention: PeriodMention) -> bool:
    """Whether only a bracket or a small word stands between a figure and the period behind it."""
    return (
        0 <= mention.start - figure.end <= len(" carried forward from ")
        and _SMALL.fullmatch(place.text, figure.end, mention.start) is not None
    )


def _heads(place: Place, mention: PeriodMention, figure: FigureMention) -> bool:
    """Whether a period stands right before a figure as its head: "2025/26: £412k"."""
    return 0 < figure.start - mention.end <= len(" (c") and place.text[mention.end : figure.start].strip(" ") in _COLONS


def _between(place: Place, start: int, end: int) -> bool:
    return any(start <= figure.start < end for figure in place.figures)
