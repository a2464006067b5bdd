"""Periods as they are told in a sentence: ranges, choices, and the words before and after that bound them.

``by April 2023``, ``2016/17 to 2019/20``, ``April or May or possibly June 2019``, ``September 2014, if not sooner``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.errors import UnreadableDate
from cstrack.values import period as periods
from cstrack.values.bounds import Bound, bound_after, bound_before, bounded, first_of, last_of, run_before
from cstrack.values.groups import YEARLESS, groups_in
from cstrack.values.notation import pieces_in
from cstrack.values.patterns import pattern
from cstrack.values.period import Period, PeriodKind
from cstrack.values.pieces import Lean, Unit
from cstrack.values.resolution import resolve
from cstrack.values.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from cstrack.values.pieces import Piece

_MOVED = pattern(
    "values.expressions.moved",
    r"""\b(?:moved|deferred|postponed|delayed|slipped|put[ ]back|re-?profiled|re-?scheduled|brought[ ]forward|changed|revised|extended|pushed
        (?:[ ]back)?|re-?dated)(?:[ ]back)?[ ](?:[a-z]+[ ]){0,3}from[ ](?:the[ ])?\Z""",
    re.IGNORECASE,
)
_RESPECTIVELY = pattern("values.expressions.respectively", r",?[ ]respectively", re.IGNORECASE)
_FROM_BEFORE = pattern(
    "values.expressions.from_before", r"\b(?:from|between|for|during|in)[ ](?:the[ ])?\Z", re.IGNORECASE
)

_CHOSEN = {Unit.DAY, Unit.MONTH, Unit.SEASON, Unit.YEAR}


@final
@frozen(kw_only=True)
class Reading:
    """A period read in a text.

    Attributes:
        start: offset in the text; a preposition is taken in where it changes what is meant.
        end: offset after it.
        period: the days meant.
        unit: what its first piece names.
        bound: how the words around it bound it; None where they do not.
        joined: it was put together from several dates.
        inferred: ``year`` where the year was not printed, ``period`` where it is told from the paper's date.
    """

    start: int
    end: int
    period: Period
    unit: Unit
    bound: Bound | None = None
    joined: bool = False
    inferred: tuple[str, ...] = ()


def read_periods(
    text: str,
    anchor: Period | None = None,
    *,
    quarter: Period | None = None,
    spoken: Period | None = None,
    day: Period | None = None,
    lean: Callable[[int], Lean] | None = None,
) -> tuple[Reading, ...]:
    """Every period of a text, in order.

    Args:
        text: plain text: dashes, quotes and blanks as :class:`~cstrack.document.text.Plain` makes them.
        anchor: the paper's date, for what is told from it.
        quarter: the quarter the paper spoke of last.
        spoken: the period the paper spoke of last.
        day: the day it spoke of last as gone by.
        lean: which way from the anchor a date without its year lies, by its place in the text.

    Returns:
        Readings that do not overlap. A date that leaves out its year is read only where there is an anchor.
    """
    found: list[Reading] = []
    for group, links in groups_in(text, pieces_in(text)):
        floor = found[-1].end if found else 0
        setting = Setting(anchor=anchor, quarter=quarter, spoken=spoken, day=day, lean=_lean(group, lean))
        for reading in _read_group(text, group, links, setting, floor):
            found.append(reading)
            spoken = spoken if reading.unit is Unit.COMPARED else reading.period
            quarter = reading.period if reading.period.kind is PeriodKind.QUARTER else quarter
            day = reading.period if is_day_gone_by(reading) else day
    return tuple(found)


def is_day_gone_by(reading: Reading) -> bool:
    """Whether it is a day that "the same date" can go back to, and not one to come."""
    return reading.period.kind is PeriodKind.DAY and reading.unit is not Unit.COMPARED


def _lean(group: Sequence[Piece], lean: Callable[[int], Lean] | None) -> Lean:
    """Which way the group's dates lie; looked for only where a year is missing."""
    if lean is None or all(piece.year is not None for piece in group):
        return Lean.NEAREST
    return lean(group[0].start)


def _read_group(text: str, group: list[Piece], links: list[str], setting: Setting, floor: int) -> list[Reading]:
    readings: list[Reading] = []
    between = bound_before(text, group[0].start, floor)
    if between:
        setting = evolve(setting, lean=_bound_lean(between[0], setting.lean))
    moved = _MOVED.search(text, max(floor, group[0].start - 64), group[0].start) is not None
    for at, piece in enumerate(group):
        single = _single(piece, setting, readings[-1] if readings and links[at - 1] == "to" else None)
        if single is None:
            continue
        link = links[at - 1] if readings and at and readings[-1].end >= group[at - 1].end else None
        kind = _kind(link, text, between, single) if not moved else None
        joined = _joined(readings[-1], single, kind) if readings and kind else None
        if joined:
            readings[-1] = joined
        else:
            readings.append(single)
    return [
        _with_bounds(text, reading, setting, floor if not at else readings[at - 1].end)
        for at, reading in enumerate(readings)
    ]


def _bound_lean(bound: Bound, lean: Lean) -> Lean:
    """Since looks back; by and until look ahead unless the verb looks back."""
    if bound is Bound.SINCE:
        return Lean.PAST
    ahead = bound in {Bound.BY, Bound.UNTIL, Bound.BEFORE} and lean is Lean.NEAREST
    return Lean.FUTURE if ahead else lean


def _single(piece: Piece, setting: Setting, earlier: Reading | None) -> Reading | None:
    if earlier and piece.year is None and piece.unit in YEARLESS:
        setting = evolve(setting, anchor=earlier.period, lean=Lean.FUTURE)
    found = resolve(piece, setting)
    if found is None:
        return None
    period, bound = found[0], None
    if piece.unit is Unit.WITHIN:
        bound = Bound.BY if piece.joined else None
        period = Period.from_edtf(f"../{last_of(period)}") if piece.joined else period
    return Reading(start=piece.start, end=piece.end, period=period, unit=piece.unit, bound=bound, inferred=found[1])


def _kind(link: str | None, text: str, between: tuple[Bound, int] | None, right: Reading) -> str | None:
    """What joins two readings: ``to``, ``or``, ``and`` (only of neighbours), or nothing."""
    if link != "and":
        return link
    if between and between[0] is Bound.BETWEEN:
        return "to"
    return None if _RESPECTIVELY.match(text, right.end) else "and"


def _joined(left: Reading, right: Reading, kind: str) -> Reading | None:
    edtf = None
    if (kind == "and" and left.unit is right.unit and left.period.end == right.period.start) or (
        kind == "to" and _ordered(left.period, right.period)
    ):
        edtf = f"{first_of(left.period)}/{last_of(right.period)}"
    elif kind == "or" and left.unit in _CHOSEN and right.unit in _CHOSEN:
        parts = [*left.period.edtf.strip("[]").split(","), right.period.edtf]
        edtf = f"[{','.join(parts)}]" if not any("/" in part for part in parts) else None
    if edtf is None:
        return None
    inferred = tuple(sorted({*left.inferred, *right.inferred}))
    return evolve(left, end=right.end, period=Period.from_edtf(edtf), joined=True, inferred=inferred)


def _ordered(left: Period, right: Period) -> bool:
    return (
        left.start is not None and right.start is not None and left.start < right.start
        and PeriodKind.CHOICE not in {left.kind, right.kind}
    )  # fmt: skip


def _with_bounds(text: str, reading: Reading, setting: Setting, floor: int) -> Reading:
    """The reading with the words before and after it."""
    following = bound_after(text, reading.end)
    period = bounded(reading.period, following[0], setting) if following else None
    if following and period:
        reading = evolve(reading, end=following[1], period=period, bound=following[0])
    run = run_before(text, reading.start, floor) if reading.bound is None else None
    if run and reading.period.last_day is not None:
        return evolve(reading, start=run[1], period=periods.months_to(reading.period.last_day, run[0]))
    leading = bound_before(text, reading.start, floor)
    if leading is None or reading.unit in {Unit.WINDOW, Unit.WITHIN, Unit.COMPARED}:
        return reading
    bound, start = leading
    if bound is Bound.BEFORE and text.startswith("end", reading.start):
        bound = Bound.BY
    return _led(reading, bound, start, setting)


def _led(reading: Reading, bound: Bound, start: int, setting: Setting) -> Reading:
    stretch = reading.joined or (reading.unit is Unit.DAY and reading.period.kind is PeriodKind.SPAN)
    if bound is Bound.BETWEEN or (bound is Bound.FROM and stretch):
        return reading
    if bound is Bound.SO_FAR and reading.unit is Unit.YEAR:
        return reading
    if bound is reading.bound:
        return evolve(reading, start=start)
    period = bounded(reading.period, bound, setting)
    if period is None:
        return reading
    changes = bound not in {Bound.AS_AT, Bound.TO}
    return evolve(reading, start=start if changes else reading.start, period=period, bound=bound)


_FILLER = pattern(
    "values.expressions.filler",
    r"[ ]*(?:(?:on|in|at|the|of|during|for|date|due|as[ ]at|target|from|between)[ :]+)*+",
    re.IGNORECASE,
)
_PLAIN = str.maketrans({"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "\u00a0": " "})


def parse_period(text: str, anchor: date | None = None) -> Period:
    """The one period that a text tells: a cell of a tracker, an argument, a label of our own.

    Args:
        text: such as ``2014/15``, ``by 31 March 2015``, ``Q1 2018/19``, ``June/July 2012``.
        anchor: the day of the paper, for dates that leave out their year and for "this year".

    Raises:
        UnreadableDate: the text tells no period, or more than one, or more than a period.

    >>> parse_period("2014/5").edtf
    '2014-04-01/2015-03-31'
    """
    plain = " ".join(text.translate(_PLAIN).split())
    found = read_periods(plain, periods.day(anchor) if anchor else None)
    filler = _FILLER.match(plain)
    if len(found) != 1 or plain[found[0].end :].strip(" .,;)") or found[0].start > (filler.end() if filler else 0):
        raise UnreadableDate(
            text[:80], "a period such as 2014/15, Q1 2018/19, September 2014, by 31 March 2015 or 2015-03-31"
        )
    return found[0].period
