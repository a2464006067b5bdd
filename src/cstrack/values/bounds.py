"""The words before and after a period that bound it: by, since, from, until, so far in, if not sooner."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from cstrack.values import period as periods
from cstrack.values.calendar import after, before
from cstrack.values.patterns import pattern
from cstrack.values.period import Period
from cstrack.values.pieces import NUMBER_WORDS, number_of
from cstrack.values.resolution_relative import so_far

if TYPE_CHECKING:
    from datetime import date

    from cstrack.values.setting import Setting


class Bound(StrEnum):
    """How the words around a period bound it."""

    BY = "by"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    SO_FAR = "so_far"
    TWELVE = "twelve"
    THREE = "three"
    WEEK = "week"
    WEEK_TO = "week_to"
    AS_AT = "as_at"
    TO = "to"
    BETWEEN = "between"


_BEFORE = pattern(
    "values.bounds.before",
    r"""\b(?:(?P<by>by|no[ ]later[ ]than|not[ ]later[ ]than|on[ ]or[ ]before)
        |(?P<since>since)
        |(?P<from>not[ ]before|(?:with[ ]effect[ ]|effective[ ]|starting[ ])?from|w\.?e\.?f\.?|starting(?:[ ](?:in|on))?|commencing(?:[ ](?:in|on))?)
        |(?P<until>until|till|up[ ]to(?:[ ]and[ ]including)?|(?:right[ ])?through[ ]to|(?:right[ ])?up[ ]until)
        |(?P<before>(?<!not[ ])before|prior[ ]to|in[ ]advance[ ]of|ahead[ ]of)
        |(?P<after>after)
        |(?P<so_far>so[ ]far[ ](?:in|during|for)|year[ ]to[ ]date(?:[ ](?:in|for))?)
        |(?P<twelve>(?:year|12[ ]months|twelve[ ]months)[ ](?:ending|ended|to|up[ ]to)(?:[ ](?:on|at|in))?)
        |(?P<three>quarter[ ](?:ending|ended|to)(?:[ ](?:on|at|in))?)
        |(?P<week_to>week[ ](?:ending|ended)|w/?e\.?)
        |(?P<week>week[ ](?:commencing|beginning|of)|w/?c\.?)
        |(?P<as_at>as[ ](?:at|of)(?:[ ](?:month|quarter|year)[ ]end)?)
        |(?P<to>to)
        |(?P<between>between))
        [ :]{1,2}(?:the[ ])?\Z""",
    re.IGNORECASE,
)
_AFTER = pattern(
    "values.bounds.after",
    r""",?[ ]?(?:\(?(?P<by>if[ ]not[ ](?:sooner|before|earlier)|at[ ]the[ ]latest|or[ ](?:sooner|earlier))
        |(?P<from>onwards?|and[ ](?:beyond|thereafter|(?:all[ ])?(?:future|subsequent|later|following|succeeding|each[ ]following)[ ](?:financial[ ])?years?)(?![a-z]))
        |\(?(?P<so_far>(?:year[ ])?to[ ]date|so[ ]far|ytd))(?![a-z])\)?""",
    re.IGNORECASE,
)

#: "Brought forward from 2014/15", "lessons from 2013": no beginning.
_NOT_A_START = pattern(
    "values.bounds.not_a_start",
    r"""\b(?:forward|over|down|up|reduc[a-z]+|increas[a-z]+|different|apart|lessons|figures?|statistics|reports?|taken|balances?|overspend
        |underspend|results?|evidence|findings|learning|recommendations?|minutes|arising|slippage|surplus|deficit|inherited|remaining|dating
        |moved|deferred|postponed|delayed|slipped|revised|changed|fell|rose|decreas[a-z]+)[ ]\Z""",
    re.IGNORECASE,
)

#: "The nine years to 2031/32", "the rolling twelve-month period ending June 2021": so much up to the end of what follows.
_RUN = pattern(
    "values.bounds.run",
    rf"""\b(?P<count>[0-9]{{1,3}}|{NUMBER_WORDS})[ -](?P<of>month|quarter|year)s?(?:[ ](?:rolling[ ])?(?:period|average|rate|total|figure))?
        [ ](?:ending|ended|to|up[ ]to)[ ](?:(?:on|at|in)[ ])?(?:the[ ])?(?:end[ ]of[ ])?\Z""",
    re.IGNORECASE,
)
_SIX_DAYS = timedelta(days=6)


def bound_before(text: str, start: int, floor: int) -> tuple[Bound, int] | None:
    """The bounding words that end where a period starts.

    Args:
        text: plain text.
        start: where the period starts.
        floor: not further back than here.

    Returns:
        What they do and where they begin.
    """
    found = _BEFORE.search(text, max(floor, start - 40), start)
    if found is None or found.lastgroup is None:
        return None
    bound = Bound(found.lastgroup)
    if bound is Bound.FROM and _NOT_A_START.search(text, max(0, found.start() - 24), found.start()):
        return None
    return bound, found.start()


def run_before(text: str, start: int, floor: int) -> tuple[int, int] | None:
    """How many months a stretch is told to last up to the period that starts here, and where its words begin."""
    found = _RUN.search(text, max(floor, start - 56), start)
    if found is None:
        return None
    return number_of(found["count"]) * {"month": 1, "quarter": 3, "year": 12}[found["of"].casefold()], found.start()


def bound_after(text: str, end: int) -> tuple[Bound, int] | None:
    """The bounding words that follow a period, and where they end."""
    found = _AFTER.match(text, end)
    return None if found is None or found.lastgroup is None else (Bound(found.lastgroup), found.end())


def first_of(period: Period) -> str:
    """The EDTF of a period's beginning, at its own precision."""
    return period.edtf.partition("/")[0] if period.edtf[0] != "[" else str(period.start)


def last_of(period: Period) -> str:
    """The EDTF of a period's end, at its own precision."""
    return period.edtf.rpartition("/")[2] if period.edtf[0] != "[" else str(period.last_day)


def bounded(period: Period, bound: Bound, setting: Setting) -> Period | None:
    """A period with the meaning of its bounding words; None where they mean nothing there."""
    start, last = period.start, period.last_day
    if start is None or last is None:
        return None
    if bound in {Bound.AS_AT, Bound.TO}:
        return period
    if bound in {Bound.TWELVE, Bound.THREE}:
        return periods.months_to(last, 12 if bound is Bound.TWELVE else 3)
    if bound in {Bound.WEEK, Bound.WEEK_TO}:
        first = start if bound is Bound.WEEK else start - _SIX_DAYS
        return Period.from_edtf(f"{first}/{first + _SIX_DAYS}") if start == last else None
    if bound is Bound.SO_FAR:
        return so_far(period, setting)
    return _open(period, bound, setting, start, last)


def _open(period: Period, bound: Bound, setting: Setting, start: date, last: date) -> Period | None:
    if bound in {Bound.BY, Bound.UNTIL}:
        return Period.from_edtf(f"../{last_of(period)}")
    if bound is Bound.BEFORE:
        return Period.from_edtf(f"../{before(start)}")
    if bound is Bound.AFTER:
        return Period.from_edtf(f"{after(last)}/..")
    if bound is Bound.SINCE and period.kind is periods.PeriodKind.FINANCIAL_YEAR:
        current = setting.financial_year()
        if current is not None and current > start.year:
            return Period.from_edtf(f"{start}/{current + 1}-03-31")
    return Period.from_edtf(f"{first_of(period)}/..") if bound in {Bound.SINCE, Bound.FROM} else None
