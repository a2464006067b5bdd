"""Dates and periods of a document, each in its place, with what it does in its sentence."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.mention import PeriodMention, PeriodRole
from cstrack.recognition.tense import DONE, lean_at
from cstrack.values.bounds import Bound
from cstrack.values.expressions import is_day_gone_by, read_periods
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind
from cstrack.values.pieces import Lean, Unit

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.values.expressions import Reading

_DUE = pattern(
    "recognition.periods.due",
    r"""\b(?:due(?:[ ]date)?|deadline|target[ ]date|time-?scale|completion(?:[ ]date)?|be[ ]completed|milestone|review[ ]date|end[ ]date|deliver[a-z]*)
        [ :]{1,2}(?:(?:is|was|of|for|on|in|by|at)[ ])?(?:the[ ])?\Z""",
    re.IGNORECASE,
)
_AS_AT = pattern(
    "recognition.periods.as_at",
    r"\b(?:at|position[ ](?:at|for|on)|snapshot[ ](?:at|on|of))[ ](?:the[ ])?\Z",
    re.IGNORECASE,
)
#: "By September 2010 this had risen": where the clause begins so, or "had been delivered by".
_CLAUSE = pattern("recognition.periods.clause", r"(?:\A|[.;:,(][ ]?|[ ]and[ ])\Z", re.IGNORECASE)
_DELIVERED = pattern("recognition.periods.delivered", rf"\b(?:had|has|have)[ ](?:been[ ])?{DONE}[ ]\Z", re.IGNORECASE)
_LABEL = pattern(
    "recognition.periods.label",
    r"(?:\A|[ (])(?:on|date|dated|meeting|date[ ]of[ ](?:the[ ])?(?:meeting|decision|report)|publish(?:ed|ing)|publication[ ]date)[ ]?:[ ]?\Z",
    re.IGNORECASE,
)

_ROLES = {
    Bound.BY: PeriodRole.DUE,
    Bound.BEFORE: PeriodRole.DUE,
    Bound.SINCE: PeriodRole.SINCE,
    Bound.FROM: PeriodRole.SINCE,
    Bound.AFTER: PeriodRole.SINCE,
    Bound.UNTIL: PeriodRole.UNTIL,
    Bound.AS_AT: PeriodRole.AS_AT,
}
_EVENTS = {PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.SEASON, PeriodKind.CHOICE}


def recognise_periods(document: Document, anchor: Period | None) -> tuple[PeriodMention, ...]:
    """Every date and period of a document.

    Args:
        document: the paper.
        anchor: the paper's date at the precision it is known; None where it is not known, and then nothing that is told from
            it ("last year", "February 4th") is read.

    Returns:
        Mentions in reading order, none overlapping another.
    """
    mentions: list[PeriodMention] = []
    quarter: Period | None = None
    spoken: Period | None = None
    day: Period | None = None
    for index, block in enumerate(document.blocks):
        plain = document.plain(block)
        text = plain.text
        readings = read_periods(text, anchor, quarter=quarter, spoken=spoken, day=day, lean=partial(lean_at, text))
        for found in readings:
            reading = _reached(text, found, anchor)
            mention = PeriodMention(
                period=reading.period,
                role=_role(text, reading, anchor),
                span=plain.span(reading.start, reading.end),
                block=index,
                start=reading.start,
                end=reading.end,
                inferred=reading.inferred,
                rule=_rule(reading),
            )
            mentions.append(mention)
            spoken = spoken if reading.unit is Unit.COMPARED else reading.period
            day = reading.period if is_day_gone_by(reading) else day
            quarter = reading.period if _spoken_quarter(reading) else quarter
    return tuple(mentions)


def _reached(text: str, reading: Reading, anchor: Period | None) -> Reading:
    """A reading as it is; "by September 2010 this had risen" tells where figures stood, not what was due."""
    last = reading.period.last_day
    if (
        reading.bound is not Bound.BY
        or anchor is None
        or anchor.start is None
        or last is None
        or (anchor.last_day and last > anchor.last_day)
    ):
        return reading
    start = reading.start
    opens = _CLAUSE.search(text, max(0, start - 6), start) and lean_at(text, reading.end) is Lean.PAST
    if not opens and not _DELIVERED.search(text, max(0, start - 40), start):
        return reading
    return evolve(reading, period=Period.from_edtf(reading.period.edtf.removeprefix("../")), bound=Bound.AS_AT)


def _spoken_quarter(reading: Reading) -> bool:
    """A quarter that the paper names, not one told from another."""
    return reading.period.kind is PeriodKind.QUARTER and "period" not in reading.inferred


def _rule(reading: Reading) -> str:
    return f"period.{reading.unit.value.replace(' ', '_')}" + (f".{reading.bound.value}" if reading.bound else "")


def _role(text: str, reading: Reading, anchor: Period | None) -> PeriodRole:
    if reading.bound in _ROLES:
        return _ROLES[reading.bound]
    if reading.bound is Bound.TO:
        return _up_to(reading, anchor)
    if reading.bound is None and _is_of_the_document(text, reading, anchor):
        return PeriodRole.DOCUMENT
    if _DUE.search(text, max(0, reading.start - 40), reading.start):
        return PeriodRole.DUE
    if reading.unit is Unit.COMPARED or (reading.unit is Unit.RELATIVE and reading.period.kind is PeriodKind.DAY):
        return PeriodRole.AS_AT if reading.period.kind is PeriodKind.DAY else PeriodRole.DURING
    if reading.unit is Unit.MONITORING_MONTH or _stands_at(text, reading):
        return PeriodRole.AS_AT
    return PeriodRole.EVENT if reading.period.kind in _EVENTS else PeriodRole.DURING


def _up_to(reading: Reading, anchor: Period | None) -> PeriodRole:
    """A day that has passed is where the figures stand ("to 30th November 2014"); else it is an end to come."""
    last = anchor.last_day if anchor else None
    passed = last is not None and reading.period.end is not None and reading.period.end <= last
    return PeriodRole.AS_AT if passed and reading.period.kind is PeriodKind.DAY else PeriodRole.UNTIL


def _stands_at(text: str, reading: Reading) -> bool:
    """Whether "at the end of December 2017" is said of what is so, and not of what will be done."""
    if reading.period.kind not in {PeriodKind.DAY, PeriodKind.MONTH} or not _AS_AT.search(
        text, max(0, reading.start - 24), reading.start
    ):
        return False
    return lean_at(text, reading.start) is not Lean.FUTURE


def _is_of_the_document(text: str, reading: Reading, anchor: Period | None) -> bool:
    if anchor is None or reading.period.edtf != anchor.edtf or reading.period.kind is not PeriodKind.DAY:
        return False
    alone = len(text) - (reading.end - reading.start) <= 2
    return alone or _LABEL.search(text, max(0, reading.start - 24), reading.start) is not None
