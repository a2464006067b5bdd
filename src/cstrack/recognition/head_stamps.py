"""The date that is a part of its own in a line of the head: "Scrutiny Committee, Tuesday, 14 June 2022 6.30 pm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cstrack.values.bounds import Bound
from cstrack.values.expressions import read_periods
from cstrack.values.patterns import pattern
from cstrack.values.period import PeriodKind
from cstrack.values.pieces import Unit

if TYPE_CHECKING:
    from cstrack.values.expressions import Reading

_TIME = r"(?:at[ ])?[0-9]{1,2}(?:[.:][0-9]{2})?[ ]?(?:[ap]\.?m\b\.?|noon\b|hrs\b|hours\b)|[0-9]{2}[.:][0-9]{2}\b"
#: What may stand before and behind such a date.
_APART = pattern(
    "recognition.head_stamps.apart",
    r"(?:[,:;|(-]|\A(?:meeting[ ])?date(?:[ ]of[ ](?:the[ ])?(?:meeting|decision|report))?|\b(?:on|of|for|dated|committee|panel|board|cabinet|council|commission|executive|forum))[ ]*\Z",
    re.IGNORECASE,
)
_LED = pattern("recognition.head_stamps.led", r"(?:[,:;|(-]|\b(?:on|of|for|dated))[ ]*\Z", re.IGNORECASE)
_PARTS = pattern("recognition.head_stamps.parts", r"[ ][-|][ ]|[,:;(]")
_CLOSED = pattern("recognition.head_stamps.closed", rf"[ ]?(?:\Z|[,)|:;-]|{_TIME})", re.IGNORECASE)
_REST = pattern("recognition.head_stamps.rest", rf"[ ,.:;|)-]*(?:{_TIME})?[ ,.:;|)-]*", re.IGNORECASE)
#: A body, or an officer's report: then the day is that of the paper whatever the body's name.
_MEETS = pattern(
    "recognition.head_stamps.meets",
    r"\b(?:committee|panel|board|cabinet|council|commission|executive|forum|sub-?committee|assembly|partnership|meeting|minutes|agenda|report[ ](?:of|by|to|from))\b",
    re.IGNORECASE,
)
#: Words that make such a date the position reported, or something that happens, rather than the paper's own.
_REPORTED = pattern(
    "recognition.head_stamps.reported",
    r"""\b(?:position|monitor[a-z]*|outturn|forecasts?|months?|period|quarter|years?|ended|ending|scorecards?|data|performance|figures|statistics|plan|strategy
        |actions?|due|deadline|by|effective|until|from|since|budget|tracker|census|inspect[a-z]*|visits?|letter|ofsted|judgements?|published|publication|wards?)\b""",
    re.IGNORECASE,
)
#: A line longer than this is text.
_LONGEST = 160


def dates_in(text: str) -> list[Reading]:
    """The days and months that a line prints with their year, without words that bound them."""
    return [
        reading
        for reading in read_periods(text)
        if reading.bound in {None, Bound.TO}
        and reading.unit in {Unit.DAY, Unit.MONTH}
        and reading.period.kind in {PeriodKind.DAY, PeriodKind.MONTH}
    ]


def stamp_of(text: str) -> Reading | None:
    """The date that a line of the head carries beside its other words; None in a sentence, and where it dates what is reported.

    A month counts only where nothing in the line is reported or planned for it.
    """
    timed = text.casefold().endswith((" am.", " pm.", "a.m.", "p.m."))
    if len(text) > _LONGEST or (text.endswith((".", ";")) and not timed):
        return None
    for reading in dates_in(text):
        left = text[: reading.start]
        if (left.strip() and not _APART.search(left)) or not _CLOSED.match(text, reading.end):
            continue
        nearest = [part for part in _PARTS.split(left) if part.strip()]
        reported = bool(nearest) and _REPORTED.search(nearest[-1]) is not None
        if not reported or (reading.unit is Unit.DAY and _MEETS.search(left)):
            return reading
    return None


def around_stamp(text: str) -> tuple[str, str] | None:
    """The words before and behind a line's own date, its time of day left out; None where the line has no such date."""
    stamp = stamp_of(text)
    if stamp is None:
        return None
    rest = _REST.match(text, stamp.end)
    left = _LED.sub("", text[: stamp.start]).strip(" ,:;|(-")
    return left, text[rest.end() if rest else stamp.end :].strip(" ,:;|()-")
