"""Days and months as British papers write them: ``11th December 2014``, ``31/01/2022``, ``Sept 23``, ``20 and 21 August``."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from cstrack.values.calendar import month_number
from cstrack.values.patterns import pattern
from cstrack.values.pieces import Piece, Unit

#: A point belongs to a short form only: "October. 22 enquiries" ends a sentence.
MONTH = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z0-9])"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z0-9])(?:\.(?=[ ]?[0-9]))?)"
)
YEAR = r"(?:19[5-9][0-9]|20[0-9]{2})(?![0-9]|[.,][0-9]|[ ]?%)"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:[ ]?(?:st|nd|rd|th))?(?![a-z0-9])"
#: What two digits behind a day or month count, so that they are no year: "at 31 January 15 children".
_COUNTED = (
    r"[ ](?:(?:looked[ ]after|young|new|open|more|fewer|social|foster|care|child|agency|permanent|further|disabled|of[ ](?:the|our|all|these|those|them|whom))[ ]){0,3}"
    r"(?:(?:children|people|staff|per[ ]cent|pupils|women|men)(?![a-z])|of[ ](?:these|those|them|whom)(?![a-z])"
    r"|(?!(?:was|is|has|as|this|its|us|plus|progress|status|focus|figures|results|minutes|papers|reports|accounts|statistics|totals|levels|works|days|weeks|months|years)(?![a-z]))"
    r"[a-z]{2,20}s(?![a-z]))"
)
_SHORT = rf"[0-9]{{2}}(?![0-9a-z/]|[.,:][0-9]|[ ]?%|(?-i:{_COUNTED}))"
#: Without a mark that says so, two digits behind a day are a year only where a paper of this century can mean it.
_THIS_CENTURY = rf"(?=[0-3])(?:{_SHORT})"

WEEKDAY = r"(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,?"
_ISO = pattern(
    "values.notation_days.iso",
    r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3][0-9]))?(?![0-9/-])",
)
_NUMERIC = pattern(
    "values.notation_days.numeric",
    r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/-])",
)
_DAY_MONTH = pattern(
    "values.notation_days.day_month",
    rf"""(?P<day>{_DAY})(?P<more>(?:[ ]?(?:,|and|&|to|-|or)[ ]?(?:the[ ]|{WEEKDAY}[ ])?{_DAY}){{0,5}})
        (?:[ ](?:day[ ])?(?:of[ ])?|-)(?P<month>{MONTH})
        (?:,?[ ](?P<year>{YEAR})|-(?P<dashed>{YEAR})|(?P<short>[ ]?'{_SHORT}|-{_SHORT}|[ ]{_THIS_CENTURY}))?""",
    re.IGNORECASE,
)
_MONTH_DAY = pattern(
    "values.notation_days.month_day",
    rf"(?P<month>{MONTH})[ ](?:the[ ])?(?P<day>{_DAY})(?:,?[ ](?P<year>{YEAR}))?",
    re.IGNORECASE,
)
_MONTH_YEAR = pattern(
    "values.notation_days.month_year",
    rf"""(?P<month>{MONTH})(?:,?(?:[ ]of)?[ ](?P<year>{YEAR})|[/-](?P<dashed>{YEAR})|[ -]?'(?P<told>{_SHORT})|[ -](?P<short>{_SHORT}))?""",
    re.IGNORECASE,
)

#: Month names that are English words or first names too: alone they are a month only after a word that leads to one.
_DOUBTFUL = frozenset("may march mar april june august jan dec sep oct nov feb apr aug jun jul sept".split())  # noqa: SIM905
_WORDS = {"may", "march", "mar"}
_LEADS = pattern(
    "values.notation_days.leads_to_month",
    r"(?:\b(?:in|by|until|till|from|since|of|during|to|through|before|after|between|for|early|mid|late|last|next|this|at|end|or|possibly|and)|[-/,])[ -]?\Z",
    re.IGNORECASE,
)

_FOLLOWS = pattern(
    "values.notation_days.follows_month",
    rf"(?:[ ]?(?:to|-|/|,|and|or)[ ]?(?:possibly[ ])?{MONTH}|[ ](?:this|last|next)[ ]year|[ ]?\Z)",
    re.IGNORECASE,
)
_LEADS_TO_DAY = pattern(
    "values.notation_days.leads_to_day", r"(?:\b(?:on|by|at|to|until|from|dated)|:)[ ]\Z", re.IGNORECASE
)
_FIGURES = pattern("values.notation_days.figures", r"[0-9]{1,2}")
_ON = pattern("values.notation_days.on", r"\bon[ ]\Z", re.IGNORECASE)


def iso(text: str, at: int) -> Piece | None:
    """``2015-03-31`` and ``2015-03``."""
    found = _ISO.match(text, at)
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"])
    if found["day"] is None:
        return Piece(start=at, end=found.end(), unit=Unit.MONTH, year=year, number=month)
    return _day(found, year, month, int(found["day"]))


def numeric(text: str, at: int) -> Piece | None:
    """``31/01/2022``: day first, always."""
    found = _NUMERIC.match(text, at)
    if found is None or (len(found["year"]) == 2 and not _told_short(text, at, found)):
        return None
    return _day(found, century(int(found["year"])), int(found["month"]), int(found["day"]))


def _told_short(text: str, at: int, found: re.Match[str]) -> bool:
    """Whether two digits are a year: after strokes always; after dots ("30.06.20") only where no clause could stand."""
    if found["mark"] == "/":
        return True
    led = at == 0 or _LEADS_TO_DAY.search(text, max(0, at - 10), at) is not None
    return found["mark"] == "." and len(found["day"] + found["month"]) == 4 and led


def day_month(text: str, at: int) -> Piece | None:
    """``11th December 2014``, ``2nd March``, ``11 to 13 June 2018``, ``20 and 21 August``."""
    found = _DAY_MONTH.match(text, at)
    if found is None:
        return None
    year = found["year"] or found["dashed"] or found["short"]
    if year is None and not _capital(found["month"]):
        return None
    told = None if year is None else century(int(year.strip(" '-")))
    number = month_number(found["month"])
    if not found["more"]:
        return _day(found, told, number, _number(found["day"]))
    return _days(found, told, number)


def _days(found: re.Match[str], year: int | None, month: int) -> Piece:
    """Days written together: one stretch where they follow each other or are joined by "to", a choice with "or".

    Of others ("3 and 17 March") the first takes its month here, and the rest is read on its own.
    """
    more = found["more"].casefold()
    days = [_number(found["day"]), *(int(each) for each in _FIGURES.findall(more))]
    follow = all(later == earlier + 1 for earlier, later in pairwise(days))
    joined = "to" if follow or (len(days) == 2 and ("to" in more or "-" in more)) else "or" if "or" in more else None
    if days[-1] > days[0] and (follow or len(days) == 2) and joined:
        return Piece(
            start=found.start(),
            end=found.end(),
            unit=Unit.DAY,
            year=year,
            number=month,
            day=days[0],
            last=days[-1],
            joined=joined,
        )
    return Piece(start=found.start(), end=found.end("day"), unit=Unit.DAY, year=year, number=month, day=days[0])


def month_first(text: str, at: int) -> Piece | None:
    """``February 4th``, ``September 2014``, ``Sept 23``, ``Mar '14``, or a month alone."""
    found = _MONTH_YEAR.match(text, at)
    if found is None:
        return None
    number = month_number(found["month"])
    year = found["year"] or found["dashed"] or found["told"]
    if year:
        return Piece(start=at, end=found.end(), unit=Unit.MONTH, year=century(int(year)), number=number)
    if not _capital(found["month"]) and (found["short"] is None or found["month"].casefold() in _WORDS):
        return None
    dated = _MONTH_DAY.match(text, at)
    if dated and (dated["year"] or not dated["day"].isdigit() or len(dated["day"]) == 1):
        return _day(dated, int(dated["year"]) if dated["year"] else None, number, _number(dated["day"]))
    if found["short"]:
        if dated and _ON.search(text, max(0, at - 4), at):
            return _day(dated, None, number, _number(dated["day"]))
        return Piece(start=at, end=found.end(), unit=Unit.MONTH, number=number, short=int(found["short"]))
    if found["month"].casefold() in _DOUBTFUL and not _told_as_month(text, at, found.end("month")):
        return None
    return Piece(start=at, end=found.end("month"), unit=Unit.MONTH, number=number)


def _told_as_month(text: str, start: int, end: int) -> bool:
    return bool(_LEADS.search(text, max(0, start - 12), start) or _FOLLOWS.match(text, end))


def century(year: int) -> int:
    """A year of four digits from one of two or four: 14 is 2014, 85 is 1985."""
    if year >= 100:
        return year
    return 2000 + year if year < 60 else 1900 + year


def _day(found: re.Match[str], year: int | None, month: int, day: int) -> Piece | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return Piece(start=found.start(), end=found.end(), unit=Unit.DAY, year=year, number=month, day=day)


def _number(printed: str) -> int:
    return int(printed.strip(" stndrhSTNDRH"))


def _capital(word: str) -> bool:
    return word[0].isupper()
