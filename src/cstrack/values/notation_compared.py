"""Periods told from another one: ``a year earlier``, ``the year before``, ``in the quarter``, ``within six months``."""

from __future__ import annotations

import re

from attrs import evolve

from cstrack.values.notation_relative import MONEY, sentence_around
from cstrack.values.patterns import pattern
from cstrack.values.pieces import NUMBER_WORDS, Piece, Unit, number_of

_COUNT = rf"(?P<count>an?|[0-9]{{1,2}}|{NUMBER_WORDS})"
_EARLIER = pattern(
    "values.notation_compared.earlier",
    r"""(?P<of>year|quarter|month)(?:'?s'?)?[ ](?:(?P<later>later|after(?=[,.;:)]|\Z|[ ](?:and|but|was|were|had|in|at|on)\b))|earlier|previously|ago|prior(?![ ]to)|before(?=[,.;:)]|\Z|[ ]£?[0-9]{1,3}(?![0-9])|[ ](?:and|but|was|were|had|to|in|at|on|when|although|while)\b))(?![a-z])""",
    re.IGNORECASE,
)
_HOW_MANY = pattern("values.notation_compared.how_many", rf"\b(?:{_COUNT}|(?P<the>the))[ -]\Z", re.IGNORECASE)
_PREVIOUS = pattern(
    "values.notation_compared.previous",
    r"(?:previous|preceding|prior)[ ](?:financial[ ]|full[ ])?year(?:'s)?(?![a-z-])",
    re.IGNORECASE,
)
_FOLLOWING = pattern(
    "values.notation_compared.following",
    r"(?:following|subsequent|next)[ ](?:financial[ ]|full[ ])?year(?![a-z-])",
    re.IGNORECASE,
)
#: "Against 34 last year", "up from 79% last year"; without such a word nobody can tell which year is meant.
_LAST = pattern("values.notation_compared.last", r"last[ ]year(?:'s)?(?![a-z-])", re.IGNORECASE)
_AGAINST = pattern(
    "values.notation_compared.against",
    r"(?:\b(?:against|than|compared[ ](?:with|to)|versus|up[ ]on|down[ ]on|(?:up|down)[ ]from|(?:rise|fall|increase|decrease|reduction)[ ](?:on|from)|time|point|stage)[ ]|\()[^.;,()]{0,40}\Z",
    re.IGNORECASE,
)
_THIS_TIME = pattern(
    "values.notation_compared.this_time",
    r"this[ ](?:time|point|stage)(?:[ ]in)?[ ](?:last[ ]year|the[ ]previous[ ]year)(?![a-z])",
    re.IGNORECASE,
)
_QUARTER = pattern(
    "values.notation_compared.quarter",
    r"quarter(?P<end>[ -]end)?(?![a-z])(?![ ](?:of|to|end|ending|ended|before|earlier|(?:on|by)[ ]quarter|[0-9]|one|two|three|four))",
    re.IGNORECASE,
)
_IN_THE = pattern(
    "values.notation_compared.in_the", r"\b(?:in|during|over|for|throughout|of|at|by)[ ](?:the[ ])?\Z", re.IGNORECASE
)
_WITHIN = pattern(
    "values.notation_compared.within",
    rf"within[ ](?:the[ ](?:next|coming)[ ])?{_COUNT}[ ](?:calendar[ ])?(?P<of>week|month|year)s?(?![a-z])(?![ ](?:of|old|prior|before)\b)",
    re.IGNORECASE,
)
_TIME = pattern("values.notation_compared.time", r"(?P<of>week|month|year)(?:s'|'s)?[ ]time(?![a-z])", re.IGNORECASE)
_IN_SO_MANY = pattern(
    "values.notation_compared.in_so_many", rf"\bin[ ](?:about[ ]|around[ ])?{_COUNT}[ ]\Z", re.IGNORECASE
)


def earlier(text: str, at: int) -> Piece | None:
    """``a year earlier``, ``two years ago``, ``the quarter before``: told from what it is compared with."""
    found = _EARLIER.match(text, at)
    many = found and _HOW_MANY.search(text, max(0, at - 12), at)
    if not found or not many:
        return None
    number = _number(many["count"] or "a")
    return _compared(many.start(), found.end(), found["of"], -number if found["later"] else number)


def previous_year(text: str, at: int) -> Piece | None:
    """``the previous year``, ``the following year``; ``last year`` only in a comparison; ``this time last year``."""
    if (found := _FOLLOWING.match(text, at)) and text[max(0, at - 4) : at].casefold() == "the ":
        return _compared(at, found.end(), "year", -1)
    if found := _PREVIOUS.match(text, at):
        money = MONEY.search(*sentence_around(text, at)) is not None
        return evolve(_compared(at, found.end(), "year", 1), guessed=money)
    found = _THIS_TIME.match(text, at)
    last = None if found else _LAST.match(text, at)
    if last and _AGAINST.search(text, max(0, at - 64), at) and not MONEY.search(*sentence_around(text, at)):
        found = last
    return _compared(at, found.end(), "year", 1) if found else None


def quarter_spoken_of(text: str, at: int) -> Piece | None:
    """``in the quarter``, ``at quarter end``: the one that the paper spoke of last."""
    found = _QUARTER.match(text, at)
    if found is None or not _IN_THE.search(text, max(0, at - 16), at):
        return None
    if not found["end"] and not text.endswith("the ", 0, at) and not text.endswith("The ", 0, at):
        return None
    piece = Piece(start=at, end=found.end(), unit=Unit.RELATIVE, number=0, of="spoken quarter")
    return evolve(piece, part="end") if found["end"] else piece


def within(text: str, at: int) -> Piece | None:
    """``within six months``, where something is still to be done in that time."""
    found = _WITHIN.match(text, at)
    if found is None:
        return None
    return Piece(
        start=at, end=found.end(), unit=Unit.WITHIN, number=_number(found["count"]), of=found["of"].casefold(), joined="within"
    )  # fmt: skip


def in_so_long(text: str, at: int) -> Piece | None:
    """``in six months' time``."""
    found = _TIME.match(text, at)
    many = found and _IN_SO_MANY.search(text, max(0, at - 24), at)
    if not found or not many:
        return None
    of = found["of"].casefold()
    return Piece(start=many.start(), end=found.end(), unit=Unit.WITHIN, number=_number(many["count"]), of=of)


def _compared(start: int, end: int, of: str, number: int) -> Piece:
    return Piece(start=start, end=end, unit=Unit.COMPARED, number=number, of=of.casefold())


def _number(word: str) -> int:
    return 1 if word.casefold() in {"a", "an"} else number_of(word)
