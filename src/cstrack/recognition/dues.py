"""When a piece of work is due, was done or comes round again, and what it waits for, as its clause says."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.facts.mention import PeriodRole
from cstrack.recognition.lexicon import word_set
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.facts.mention import PeriodMention
    from cstrack.recognition.scene import Scene
    from cstrack.sources.span import Span
    from cstrack.values.period import Period


@final
@frozen(kw_only=True)
class Timing:
    """What a clause says of time.

    Attributes:
        due: planned end or start.
        on: when it was done.
        marks: where the dates were read.
        due_event: a due date told by an event: "the next meeting".
        recurrence: "on a quarterly basis".
        depends_on: what it waits for, as printed: "subject to Full Council".
        inferred: names of what was inferred.
    """

    due: Period | None = None
    on: Period | None = None
    marks: tuple[Span, ...] = ()
    due_event: str | None = None
    recurrence: str | None = None
    depends_on: str | None = None
    inferred: tuple[str, ...] = ()


_EVENT = pattern(
    "recognition.dues.event",
    r"""\b(?: (?:to|at|for|by|before|in|until|from)[ ]((?:the|its|their|our|a)[ ](?:next|following|forthcoming|future)[ ](?:[A-Za-z'-]{1,20}[ ]){0,4}?(?:meeting|meetings|update|report|review|inspection|visit|cycle|round|committee|board|cabinet|council))
    | (until[ ](?:the|a|an)[ ](?:[A-Za-z'-]{1,20}[ ]){1,5}?(?:takes?[ ]up[ ]post|is[ ]appointed|are[ ]appointed|starts?|is[ ]in[ ]post|are[ ]in[ ]post|is[ ]complete|arrives?|joins?|is[ ]filled))
    | ((?:on|upon|following|after)[ ](?:the[ ])?(?:completion|conclusion|publication|receipt|appointment|approval|implementation)[ ]of[ ][^,.;]{1,60})
    | (once[ ][^,.;]{1,70}) | (as[ ]soon[ ]as[ ](?:possible|practicable)) | (in[ ]due[ ]course)
    | (in[ ]the[ ](?:next|coming)[ ](?:few|couple[ ]of)[ ](?:weeks|months)) | ((?:on|by|before)[ ](?:or[ ]before[ ])?the[ ]prescribed[ ]dates?) )""",
    2,
)
_RECURRENCE = pattern(
    "recognition.dues.recurrence",
    r"""\b(?:on[ ]an?[ ](?:[a-z-]{1,20}[ ](?:and[ ][a-z-]{1,20}[ ])?)basis | every[ ](?:two[ ]|three[ ]|six[ ]|other[ ])?(?:days?|weeks?|months?|quarters?|terms?|years?|meetings?)
    | each[ ](?:week|month|quarter|term|year|meeting|cycle) | (?:once|twice|three[ ]times|four[ ]times)[ ](?:a|per|each|every)[ ](?:week|month|quarter|term|year)
    | (?:quarterly|monthly|weekly|fortnightly|annually|termly|six-monthly|bi-annually|biannually|bi-monthly|half-yearly|yearly)(?=[ ]?(?:[.,;)]|to\b|by\b|and\b|at\b|\Z)) | at[ ](?:each|every)[ ]meeting )""",
    2,
)
_DEPENDS = pattern(
    "recognition.dues.depends",
    r"""\b(?:(?<!children[ ])(?<!child[ ])(?<!people[ ])(?<!those[ ])(?<!families[ ])(?<!parents[ ])subject[ ]to|dependent[ ](?:up)?on|depends[ ](?:up)?on|conditional[ ](?:up)?on|contingent[ ](?:up)?on|providing[ ]that|provided[ ]that|pending)[ ](?!some\b|an?[ ]Ofsted|inspection|section\b|an?[ ]child|child|plans?\b|call[- ]in|monitoring)[^.;,()]{2,90}+
    | \bonce[ ][a-z' ]{0,30}?(?:funding|approval|consent|money|resources?)[ ][^.;,()]{2,50}""",
    2,
)
_BEFORE = pattern(
    "recognition.dues.preposition",
    r"(?:by|on|in|at|from|during|until|till|before|after|through|throughout|over|within|for|to|between|end|early|mid|late|no|not|since|up|as|next|this|last|around|towards|later|of)\b",
    2,
)

#: Each expression with words of which one must stand in the clause: a look before the search.
_CUED = (
    (_EVENT, (" next ", "following ", "forthcoming ", "future ", "until ", "completion", "conclusion", "publication", "receipt", "appointment",
              "approval", "implementation", "once ", "as soon as", "due course", "coming ", "prescribed")),
    (_RECURRENCE, ("basis", "every ", "each ", "once ", "twice ", "times ", "quarterly", "monthly", "weekly", "fortnightly", "annually", "termly", "yearly")),
    (_DEPENDS, ("subject to", "depend", "condition", "contingent", "provid", "pending", "once ")),
)  # fmt: skip
#: Kinds of period that look back over a stretch and fix no day.
_LOOKING_BACK = frozenset({PeriodKind.ROLLING, PeriodKind.PROGRAMME})
#: What a year before it only names.
_NAMED_BY_YEAR = word_set("budget budgets plan programme settlement accounts outturn strategy savings report position")
_RANK = {PeriodRole.DUE: 0, PeriodRole.UNTIL: 1, PeriodRole.EVENT: 2, PeriodRole.DURING: 3, PeriodRole.SINCE: 4}


def timing_of(scene: Scene, block: int, start: int, end: int, status: str, *, also: int | None = None) -> Timing:
    """What a clause says of time.

    Args:
        scene: the paper.
        block: index of the block.
        start: where the clause begins in the block's plain text.
        end: where it ends.
        status: lifecycle of the work: work that is planned has a due date, work that is done a day it was done on.
        also: where the sentence begins, when a date that opens it speaks for this clause too.

    Returns:
        What was found; every part may be missing.
    """
    text = scene.text(block)
    mentions = [found for found in scene.between(block, start, end) if found.period.kind not in _LOOKING_BACK]
    if not mentions and also is not None:
        mentions = [found for found in scene.between(block, also, also + 4) if found.period.kind not in _LOOKING_BACK]
    chosen = _chosen(scene, text, mentions, status)
    words = text[start:end].casefold()
    event, recurrence, depends = (
        expression.search(text, start, end) if any(cue in words for cue in cues) else None for expression, cues in _CUED
    )
    planned = status in ("planned", "in_progress", "unknown")
    return Timing(
        due=chosen.period if chosen and planned else None,
        on=chosen.period if chosen and not planned else None,
        marks=(chosen.span,) if chosen else (),
        due_event=next((group for group in event.groups() if group), None) if event and planned else None,
        recurrence=recurrence.group() if recurrence else None,
        depends_on=depends.group().strip() if depends else None,
        inferred=chosen.inferred if chosen else (),
    )


def _chosen(scene: Scene, text: str, mentions: Sequence[PeriodMention], status: str) -> PeriodMention | None:
    placed = [found for found in mentions if _fixes(text, found)]
    if status == "completed":
        placed = [
            found
            for found in placed
            if not (
                _is_limit(text, found)
                or _names_year(text, found)
                or _lies_ahead(scene, found)
                or _RELATIVE.search(text, max(0, found.start - 40), found.start)
            )
        ]
        return placed[0] if placed else None
    for found in mentions:
        if status == "planned" and _UP_TO.search(text, max(0, found.start - 24), found.start):
            return found
    if status == "in_progress":
        placed = [found for found in placed if found.role in (PeriodRole.DUE, PeriodRole.UNTIL)]
    placed = [found for found in placed if found.role in _RANK and not _lies_behind(scene, found)]
    return min(placed, key=lambda found: _RANK[found.role], default=None)


#: What is done between today and a day is due on it.
_UP_TO = pattern(
    "recognition.dues.up_to", r"\b(?:between[ ]now[ ]and|from[ ]now[ ](?:until|to)|before|by)[ ](?:the[ ])?\Z", 2
)
#: A date inside a relative clause is that clause's: "the academy, which opened in 2017, had trained".
_RELATIVE = pattern("recognition.dues.relative", r",[ ](?:which|who)[ ][^,]{0,30}\Z", 2)


def _is_limit(text: str, mention: PeriodMention) -> bool:
    """Whether a date sets a limit ("by 31 March") rather than tells a day: what is done was not done "by" a day to come."""
    words = text[mention.start : mention.start + 3].casefold()
    return mention.role is PeriodRole.DUE and words.startswith(("by ", "no ", "bef"))


def _names_year(text: str, mention: PeriodMention) -> bool:
    """Whether a year tells what something is for ("the block for 2019/20") rather than when it was done."""
    around = text[max(0, mention.start - 8) : mention.start + 4].casefold()
    return mention.period.kind is PeriodKind.FINANCIAL_YEAR and "for " in around


def _fixes(text: str, mention: PeriodMention) -> bool:
    """Whether a date says when: a year before a noun ("the 2016/17 budget") names the noun."""
    if mention.role in (PeriodRole.DUE, PeriodRole.UNTIL, PeriodRole.SINCE):
        return True
    if mention.period.kind in (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.CHOICE, PeriodKind.SEASON):
        return True
    behind = text[mention.end : mention.end + 20].casefold().split()
    if behind and behind[0].strip(".,;)") in _NAMED_BY_YEAR:
        return False
    ahead = [word for word in text[max(0, mention.start - 20) : mention.start].casefold().split() if word != "the"]
    return bool(_BEFORE.match(text, mention.start)) or bool(ahead and _BEFORE.fullmatch(ahead[-1]))


def _lies_ahead(scene: Scene, mention: PeriodMention) -> bool:
    paper, start = scene.head.date, mention.period.start
    return bool(scene.head.date_basis == "head" and paper and paper.end and start and start >= paper.end)


def _lies_behind(scene: Scene, mention: PeriodMention) -> bool:
    paper, end = scene.head.date, mention.period.end
    return bool(scene.head.date_basis == "head" and paper and paper.start and end and end <= paper.start)
