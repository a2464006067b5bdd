"""Periods told from the paper's own day: ``this year``, ``last quarter``, ``the last 6 months``, ``year to date``."""

from __future__ import annotations

import re

from attrs import evolve

from cstrack.values.patterns import pattern
from cstrack.values.pieces import NUMBER_WORDS, Lean, Piece, Unit, number_of

_RELATIVE = pattern(
    "values.notation_relative.relative",
    r"""(?P<which>this|current|present|last|previous|next|(?:this[ ])?coming|forthcoming)[ ]
        (?P<of>(?:financial|fiscal|municipal|academic|school|calendar)[ ]year|year|quarter|month|week)(?![a-z-])(?!'?s?[ ](?:or|on)[ ](?:two|year))""",
    re.IGNORECASE,
)
#: "The current year, 2013-14" is told by the year that follows.
_TOLD = pattern("values.notation_relative.told", r"(?:,|[ ]of)?[ ]\(?20[0-9]{2}[ ]?[/-][ ]?[0-9]{1,4}")
_TOLD_LATER = pattern("values.notation_relative.told_later", r"(?:[ ][A-Za-z]{1,16}){0,3}[ ,:(-]{1,3}20[0-9]{2}[/-]")
_WINDOW = pattern(
    "values.notation_relative.window",
    rf"""(?P<which>last|past|previous|preceding|next|coming|following)[ ]
        (?P<low>[0-9]{{1,3}}|{NUMBER_WORDS})(?:(?:[ ]?-[ ]?|[ ](?:to|or)[ ])(?P<high>[0-9]{{1,3}}|{NUMBER_WORDS}))?[ -]
        (?P<of>day|week|month|quarter|year)s?(?![a-z]|[ ]of[ ](?:the[ ])?20[0-9]{{2}})""",
    re.IGNORECASE,
)
_YEAR_TO_DATE = pattern(
    "values.notation_relative.year_to_date",
    r"year[ -]to[ -]date(?![a-z])|so[ ]far[ ]this[ ](?:financial[ ])?year(?![a-z])|this[ ](?:financial[ ])?year[ ](?:so[ ]far|to[ ]date)(?![a-z])",
    re.IGNORECASE,
)
_YEAR_END = pattern(
    "values.notation_relative.year_end",
    r"(?:financial[ ])?year(?:'s)?[ -]?end(?![a-z])(?![ ](?:of|20))|(?P<part>end|start|beginning)[ ]of[ ](?:the|this)[ ](?:current[ ])?(?:(?P<of>(?:financial|fiscal|municipal|academic|school|calendar)[ ]))?year(?![a-z])",
    re.IGNORECASE,
)
_SAME = pattern(
    "values.notation_relative.same",
    rf"""same[ ](?:(?P<of>date|day|period|quarter|month|point|time|stage|half|(?:(?:[0-9]{1, 2}|{NUMBER_WORDS})[ ])?(?:months|quarters|weeks))(?:(?P<back>[ ](?:last|(?:in[ ]|of[ ])?(?:the[ ])?(?:previous|prior|last|preceding))[ ](?:financial[ ])?year)
        |[ ](?:in|of)[ ](?P<year>20[0-9]{{2}})(?P<pair>[/-](?:20)?[0-9]{{2}})?(?![0-9/-]))
        |(?P<alone>date|day|period|quarter|month|year))(?![a-z])(?![ ](?:in|of|as|a|last|the[ ]pr)[ e])""",
    re.IGNORECASE,
)
_SAME_YEAR = pattern(
    "values.notation_relative.same_year",
    r"[ ](?:of[ ])?(?P<which>this|last|next)[ ]year(?![a-z])",
    re.IGNORECASE,
)
_WHICH = pattern("values.notation_relative.which", r"\b(?P<which>this|last|next)[ ]\Z", re.IGNORECASE)

#: "Last year" is the financial year where money or its words stand in the sentence; else nobody can tell which year is meant.
MONEY = pattern(
    "values.notation_relative.money",
    r"£|\b(?:budget|spend|spent|over-?sp[a-z]+|under-?sp[a-z]+|sav(?:e|ed|ings?)|outturn|funding|funded|grant|deficit|surplus|reserves?|forecast)",
    re.IGNORECASE,
)

_STEPS = {"this": 0, "current": 0, "present": 0, "last": -1, "previous": -1, "next": 1, "coming": 1, "forthcoming": 1}
_BACK = {"last", "past", "previous", "preceding"}


def relative(text: str, at: int) -> Piece | None:
    """``last year``, ``the current financial year``, ``next quarter``."""
    found = _RELATIVE.match(text, at)
    if found is None:
        return None
    of = found["of"].casefold()
    if _TOLD.match(text, found.end()):
        return None
    if of == "year" and not MONEY.search(*sentence_around(text, at)):
        return None
    return Piece(
        start=at, end=found.end(), unit=Unit.RELATIVE, number=_STEPS[found["which"].casefold().split()[-1]], of=of
    )


def window(text: str, at: int) -> Piece | None:
    """``the last 6 months``, ``the next two to three years``: a run of days up to the paper's, or from it."""
    found = _WINDOW.match(text, at)
    if found is None:
        return None
    count = number_of(found["high"] or found["low"])
    count = -count if found["which"].casefold() in _BACK else count
    lean = Lean.PAST if found["which"].casefold() in {"previous", "preceding"} else None
    return Piece(start=at, end=found.end(), unit=Unit.WINDOW, number=count, of=found["of"].casefold(), lean=lean)


def year_to_date(text: str, at: int) -> Piece | None:
    """``year to date``, ``so far this year``: from 1 April to the paper's day."""
    found = _YEAR_TO_DATE.match(text, at)
    return None if found is None else Piece(start=at, end=found.end(), unit=Unit.TO_DATE)


def year_end(text: str, at: int) -> Piece | None:
    """``year end``, ``the end of the financial year``: of the year the paper stands in."""
    found = _YEAR_END.match(text, at)
    if found is None or _TOLD_LATER.match(text, found.end()):
        return None
    part = "end" if (found["part"] or "end").casefold() == "end" else "start"
    return Piece(
        start=at,
        end=found.end(),
        unit=Unit.RELATIVE,
        number=0,
        of=f"{found['of'] or 'financial '}year".casefold(),
        part=part,
    )


def same(text: str, at: int) -> Piece | None:
    """``the same period``: the one spoken of last; ``the same period last year``: a year before it."""
    found = _SAME.match(text, at)
    if found is None:
        return None
    if found["back"]:
        return Piece(start=at, end=found.end(), unit=Unit.COMPARED, number=1, of="year")
    of = "same day" if (found["of"] or found["alone"]).casefold() in {"date", "day"} else "same"
    year = None if found["year"] is None else int(found["year"])
    last = None if year is None or found["pair"] is None else year + 1
    return Piece(start=at, end=found.end(), unit=Unit.RELATIVE, number=0, of=of, year=year, last=last)


def beside(text: str, piece: Piece) -> Piece:
    """A month, day or season without a year, with "this year" after it or "last" before it taken in."""
    if after := _SAME_YEAR.match(text, piece.end):
        return evolve(piece, end=after.end(), step=_STEPS[after["which"].casefold()])
    before = _WHICH.search(text, max(0, piece.start - 6), piece.start)
    if before is None:
        return piece
    step = _STEPS[before["which"].casefold()]
    if step == 0:
        return evolve(piece, start=before.start(), step=0)
    return evolve(piece, start=before.start(), lean=Lean.PAST if step < 0 else Lean.FUTURE)


def sentence_around(text: str, at: int) -> tuple[str, int, int]:
    """The text with the bounds of the sentence a place lies in: arguments of a pattern's ``search``."""
    start = max(text.rfind(stop, max(0, at - 400), at) for stop in (". ", "; ", "? ", "! "))
    ends = [end for stop in (". ", "; ", "? ", "! ") if (end := text.find(stop, at, at + 400)) >= 0]
    return text, start + 1 if start >= 0 else max(0, at - 400), min(ends, default=min(len(text), at + 400))
