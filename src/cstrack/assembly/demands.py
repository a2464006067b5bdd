"""Numbers that somebody demands, wants or has promised, told without the word target: "nobody should hold more than 18", "short of the ten promised"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.values.figure import Qualifier
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.assembly.places import Place
    from cstrack.facts.statement import Statement

#: Before the figure, in its clause: somebody demands, wants or has undertaken to reach it.
_DEMAND = pattern(
    "assembly.demands.demand",
    r"(?i)(?<![a-z])(?:(?:should|ought\ to|must|has\ to|have\ to|needs?\ to|wish(?:es)?\ to|wish\ is|want(?:s|ed)?\ (?:to|this|it|them|that|every|all|at|the)|wants?|"
    r"asked\ for\ (?:this|it|that|them)|(?:is|are|was|were)\ seeking|seeks?|look(?:s|ed|ing)?\ for|sets?\ (?:itself|ourselves|themselves|us)|"
    r"set\ (?:a|the)\ (?:standard|minimum|maximum|limit|threshold|milestone)|undertak(?:es|en)\ to|undertook\ to|"
    r"commit(?:s|ted)?\ (?:us|itself|ourselves|themselves|the\ (?:council|service|board))\ to|committed\ to|promis(?:ed|es)\ to|pledged\ to|offered\ to|try(?:ing)?\ to|"
    r"(?:nobody|no\ one|none)|decision(?:\ of\ [^,;]{3,30})?\ to|intention\ is|plan\ is|hope\ is|ambition\ is)(?![a-z])"
    r"(?:\ (?:only|also|now|still))?(?:\ (?P<verb>[a-z-]{2,14}))?)",
)
#: What is demanded of a reader, and no number.
_TALK = frozenset(
    (
        "note",
        "consider",
        "remember",
        "recognise",
        "report",
        "read",
        "see",
        "know",
        "understand",
        "ask",
        "bear",
        "be",
        "say",
        "add",
        "stress",
        "thank",
        "acknowledge",
    )
)
#: Nothing of these stands between a demand and its number: it tells how things are.
_TOLD = pattern(
    "assembly.demands.told",
    r"(?i)(?<![a-z])(?:was|were|had|has|have|did|is|are|which|who|because|since|averaged|after|when|so\ far|to\ date|currently|already|been|today|compared|now\ \Z)(?![a-z])",
)
#: A limit said of a state: "should be no higher than", "would not be above".
_LIMIT = pattern(
    "assembly.demands.limit",
    r"(?i)(?<![a-z])(?:(?:should|must|ought\ to|would|will)\ (?:not\ )?(?:be|carry|hold|have|go|wait|exceed|stand)\ (?:at\ )?(?:no\ (?:higher|lower|more|fewer|less|later)\ than|not?\ more\ than|above|below|over|under|more\ than|fewer\ than|less\ than|at\ least|at\ most)?\ ?)\Z",
)
#: A level that work is to reach: "to bring that down to", "wants this to reach", "try to get that under", "be raised to".
_REACH = pattern(
    "assembly.demands.reach",
    r"(?i)(?:(?<![a-z])to\ (?:bring|get|cut|reduce|raise|lift|drive|increase|reach|take|move|lower|extend|grow)(?![a-z])(?:\ [a-z0-9'%,-]{1,14}){0,12}?|(?<![a-z])be\ (?:raised|increased|reduced|cut|lifted|lowered|brought|extended)(?:\ (?:down|up|back))?)"
    r"\ (?:to|below|under|above|over|beyond|reach)\ (?:[a-z]{2,8}\ ){0,2}\Z|(?<![a-z])to\ reach\ \Z",
)
_MOVES_TO = pattern(
    "assembly.demands.moves_to",
    r"(?i)(?<![a-z])(?:moves?|expands?|grows?|falls?|rises?|drops?)\ (?:down\ |up\ )?to\ \Z",
)
_AHEAD = pattern("assembly.demands.ahead", r"(?i)(?<![a-z])(?:from|by|in|next|will|until|before)(?![a-z])")
#: A standard and what it is: "the national threshold is", "set a standard of".
_STANDARD = pattern(
    "assembly.demands.standard",
    r"(?i)(?<![a-z])(?:standard|threshold|limit|cap|ceiling|minimum|maximum|expectation|requirement|trigger)\ (?:is|was|of|being|set\ at|at|remains)\ (?:[a-z]{2,8}\ ){0,2}\Z",
)
#: Before a figure that falls short of, meets or passes what was wanted.
_SHORT = pattern(
    "assembly.demands.short",
    r"(?i)(?<![a-z])(?:short\ of|shy\ of|against|towards?|below|above|beyond|exceed(?:s|ed|ing)?|miss(?:es|ed|ing)|inside|outside|me(?:et|ets|eting|t)|reach(?:es|ed|ing)?|of)\ (?:the|our|its|their|that|a)\ (?:[a-z]{2,10}\ )?\Z",
)
#: Behind such a figure: what makes it one that was wanted.
_WANTED = pattern(
    "assembly.demands.wanted",
    r"(?i)(?:\ [a-z-]{2,14}){0,3}?\ (?:that\ |which\ )?(?:(?:was|were|is|are|had\ been)\ )?(?:wanted|promised|sought|aimed\ for|hoped\ for|asked\ for|pledged|required|needed|planned|intended|set\ (?:by|for|in|as|at)|agreed\ (?:in|with|by)|budgeted\ for)(?![a-z])",
)
#: Behind a number of things that are being made: "for 120 pupils is under construction", "additional social workers are being appointed".
_BEING_MADE = pattern(
    "assembly.demands.being_made",
    r"(?i)(?<![a-z])(?:is|are)\ (?:now\ |also\ |currently\ |still\ )?(?:under\ construction|out\ to\ tender|in\ (?:development|procurement)|proposed|"
    r"being\ (?:appointed|recruited|built|created|commissioned|developed|procured|established|opened|converted|purchased|registered|sought|bought|added|trained))(?![a-z])",
)
_STOP = pattern("assembly.demands.stop", r"[.;:]")
#: Characters of a clause behind a number.
_CLAUSE = 160
_KNOWN = pattern(
    "assembly.demands.known",
    r"(?i)(?<![a-z])(?:the|these|those|all|of|our|its|their|only|every|both|existing|current)\ \Z",
)
_FURTHER = pattern(
    "assembly.demands.further", r"(?i)(?:\ and|,|\ plus|\ with)\ (?:then\ )?(?:a\ further|another|an\ additional)\ \Z"
)
_BUYING = pattern(
    "assembly.demands.buying",
    r"(?i)(?<![a-z])for\ (?:the\ )?(?:buying|purchas(?:e|ing)|convert(?:ing)|creat(?:ing|ion)|recruit(?:ing|ment)|open(?:ing)|build(?:ing)|provid(?:ing)|appoint(?:ing|ment)|establish(?:ing|ment)|deliver(?:ing|y))(?:\ (?:of|and|[a-z]{3,14})){0,4}?\ \Z",
)
_SHOULD = pattern(
    "assembly.demands.should",
    r"(?i)(?:\ (?:of\ )?[a-z'-]{2,14}){0,5}?\ (?:should|ought\ to|must)\ (?!not(?![a-z])|have(?![a-z])|note(?![a-z]))[a-z]{2,14}(?![a-z])",
)
_TURNING = pattern(
    "assembly.demands.turning",
    r"(?i)(?<![a-z])(?:committed|pledged|working|signed\ up)\ (?:itself\ |themselves\ |ourselves\ )?to(?:wards)?\ [a-z]{3,14}ing\ (?:[a-z]{2,10}\ ){0,2}\Z",
)
_WOULD_DO = pattern("assembly.demands.would_do", r"(?i)(?<![a-z])(?:will|would|to)\ do:")
_TIMES = frozenset(("day", "working_day", "week", "month", "year", "hour"))
_BOUNDS = frozenset((Qualifier.AT_LEAST, Qualifier.AT_MOST))


def is_demanded(place: Place, *, earlier: bool) -> bool:
    """Whether a number is one that somebody demands, wants, promised or is making.

    Args:
        place: the number in its sentence.
        earlier: whether the figure before it in the sentence is a target.
    """
    before, after, unit = place.before, place.after, place.mention.figure.unit
    if _STANDARD.search(before) or (_REACH.search(before) and not _told_of(before)):
        return True
    if _SHORT.search(before) and _WANTED.match(after):
        return True
    if unit in _TIMES:
        return False
    if _LIMIT.search(before) or _TURNING.search(before) or _WOULD_DO.search(before):
        return True
    if _SHOULD.match(place.after) and not _TOLD.search(before):
        return True
    if earlier and _FURTHER.search(before):
        return True
    if unit == "count" and (_is_made(place) or (_BUYING.search(before) and not _TOLD.search(before))):
        return True
    if _MOVES_TO.search(before) and _AHEAD.search(before) and not _TOLD.search(before):
        return True
    return _is_wanted(before)


def _told_of(before: str) -> bool:
    """Whether the clause of a level tells that it was reached."""
    clause = before.rpartition(";")[2]
    return "able to" in clause or "managed to" in clause or "helped to" in clause


def _is_made(place: Place) -> bool:
    clause = _STOP.split(place.after, maxsplit=1)[0][:_CLAUSE]
    return bool(_BEING_MADE.search(clause)) and not _KNOWN.search(place.before) and not _TOLD.search(place.before)


def _is_wanted(before: str) -> bool:
    """Whether a demand stands before a number in its clause, with nothing between that tells how things are."""
    clause = before.rpartition(";")[2]
    last = None
    for found in _DEMAND.finditer(clause):
        last = found
    if last is None or (last["verb"] or "").lower() in _TALK - {"be"}:
        return False
    return not _TOLD.search(clause, last.end()) and len(clause) - last.end() < _NEAR


#: Characters between a demand and its number.
_NEAR = 70


def in_a_plan(place: Place, statements: tuple[Statement, ...]) -> bool:
    """Whether a number stands in an aim, or in work that a list sets ahead, and nothing around it tells how things are.

    Args:
        place: the number in its sentence.
        statements: the statements of its block.
    """
    at = place.mention.start
    for one in statements:
        aim = one.kind is StatementKind.OBJECTIVE
        listed = one.rule == "action.listed" and one.word("status") == "planned"
        if not (aim or listed) or not one.start <= at < one.end:
            continue
        bound = place.mention.figure.qualifier in _BOUNDS
        if place.mention.figure.unit in _TIMES and not bound:
            return False
        left = max(place.start, one.start)
        words = place.text[left:at].rpartition(";")[2]
        behind = place.after[:_BEHIND]
        return not _TOLD.search(words) and not _TOLD.match(behind.lstrip().partition(",")[0])
    return False


#: Characters behind a number in which a verb may tell how things are.
_BEHIND = 24
