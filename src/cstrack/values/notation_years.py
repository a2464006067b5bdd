"""Years, quarters, months of monitoring and seasons: ``2014/5``, ``Q1 2018/19``, ``Month 3``, ``autumn term 2015``."""

from __future__ import annotations

import re

from attrs import evolve

from cstrack.values.calendar import SEASONS
from cstrack.values.notation_days import YEAR
from cstrack.values.patterns import pattern
from cstrack.values.period_names import LONGEST_PROGRAMME
from cstrack.values.pieces import NUMBER_WORDS, Piece, Unit, number_of

_PAIR = pattern(
    "values.notation_years.pair",
    r"(?P<first>(?:19|20)[0-9]{2})[ ]?(?P<mark>[/-])[ ]?(?P<second>[0-9]{4}|[0-9]{1,2})(?![0-9]|[.,][0-9]|[ ]?%)(?!/[0-9]|-(?![0-9]{2}[/-][0-9]{2}(?![0-9]))[0-9]{1,3}(?![0-9]))",
)
_SHORT_PAIR = pattern(
    "values.notation_years.short_pair",
    r"(?P<first>[0-9]{2})(?P<mark>[/-])(?P<second>[0-9]{2})(?![0-9]|[.,/-][0-9]|[ ]?%)",
)
_KIND = pattern(
    "values.notation_years.kind",
    r"(?P<kind>f\.?y\.?|(?:financial|fiscal|municipal|academic|school)[ ]years?)[ ]?(?:of[ ]|\()?(?=['0-9])",
    re.IGNORECASE,
)
_KIND_AFTER = pattern(
    "values.notation_years.kind_after",
    r"[ ](?:(?P<academic>academic|school)|financial|fiscal|municipal)[ ]years?\b",
    re.IGNORECASE,
)
_TO_SHORT = pattern("values.notation_years.to_short", r"[ ]?(?:-|to)[ ]?(?=[0-9]{2}[/-][0-9]{2}(?![0-9]))")
_MONEY_AFTER = pattern(
    "values.notation_years.money_after",
    r"[ ](?:(?:net|revenue|capital|approved|revised|original|base|final|provisional)[ ])?(?:budgets?|outturn|forecast|savings|spend|expenditure|baseline|targets?|position|funding|allocation)\b",
    re.IGNORECASE,
)
_QUARTER = pattern(
    "values.notation_years.quarter",
    r"""(?:q(?:tr)?[ ]?(?P<figure>[1-4])(?![0-9a-z])
        |quarter[ ](?P<number>[1-4]|one|two|three|four)(?![0-9a-z]|[.,][0-9]|[ ]?%)
        |(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)[ ]quarter(?![a-z0-9]))""",
    re.IGNORECASE,
)
_OF_YEAR = pattern(
    "values.notation_years.of_year",
    r"(?:,?[ ](?:(?:of|in|for|-)[ ])?(?:the[ ])?(?:(?:financial|academic)[ ]year[ ])?\(?|[ ]?[-:(/,][ ]?)(?=[0-9f])",
    re.IGNORECASE,
)
_OF_SOMETHING = pattern(
    "values.notation_years.of_something", r"[ ]of[ ](?!(?:the|this|last|next)[ ](?:financial[ ]|current[ ])?year\b)"
)
_WORDS_TO_YEAR = pattern(
    "values.notation_years.words_to_year", r"(?:[ ]\(?[A-Za-z]{1,16}\)?){0,4}[ ,:(-]{1,3}(?=20[0-9]{2})"
)
_MONITORING = pattern(
    "values.notation_years.monitoring_month",
    rf"""(?:(?:month|period)[ ]|(?<=at[ ])p|(?<=to[ ])p|(?<=since[ ])p|(?<=at[ ])m|(?<=since[ ])m
        |[pm](?=[0-9]{{1,2}}[ ](?:budget|forecast|monitoring|outturn|position|revenue|capital|financial|projection|20[0-9]{2}/)))(?P<number>1[0-2]|[1-9]|{NUMBER_WORDS})(?![a-z0-9]|[.,][0-9]|[ ]?%)
        (?=[ ]?(?:$|[.,;:()-]|(?:position|forecast|budget|monitoring|report|figures|outturn|revenue|capital|financial|and|of|to|in
        |was|is|were|are|shows?|projections?|performance|for|as|the|[0-9]{{4}})\b))""",
    re.IGNORECASE,
)
_SEASON = pattern(
    "values.notation_years.season",
    rf"""(?P<season>spring|summer|autumn|winter)(?![a-z])(?P<term>[ ]term)?
        (?:,?[ ](?:of[ ])?(?:(?P<pair>(?:19|20)[0-9]{{2}})[/-](?:20)?[0-9]{{2}}(?![0-9])|(?P<year>{YEAR})))?""",
    re.IGNORECASE,
)
_CALENDAR_YEAR = pattern("values.notation_years.year", rf"{YEAR}(?![a-z0-9]|[-/][a-z0-9])", re.IGNORECASE)

#: Before a number that is a year by its looks these say that it is none.
_NOT_A_YEAR = pattern(
    "values.notation_years.not_a_year",
    r"""(?:\b(?:act|acts|regulations?|order|rules|measure|directive|page|room|no\.?|number|ref(?:erence)?\.?|minute|section|item|para(?:graph)?
        |over|about|around|approximately|nearly|almost|than|total[ ]of|some|exactly|least|most|circular|convention|framework|extension|ext\.?|tel\.?)
        |[£$€#:+])[ ]?\Z""",
    re.IGNORECASE,
)
#: Behind it: "the 2014 Act". Before it, two words of a name: "Working Together 2018".
_ENACTED = pattern("values.notation_years.enacted", r"[ ](?:act|regulations|order|guidance|directive)\b", re.IGNORECASE)
_NAME = pattern(
    "values.notation_years.name",
    r"(?:\A|[ ])[A-Z][a-z]{2,20}[ ](?:and[ ]|of[ ]|to[ ]|the[ ]){0,2}[A-Z][a-z]{2,20}[ ]\Z",
)
_COUNTED = pattern(
    "values.notation_years.counted",
    r"""[ ](?:[a-z]+[ ])?(?:children|families|people|pupils|cases|referrals|contacts|staff|carers|households|assessments|visits|places|hours|words
        |homes|pounds|adults|students|responses)\b""",
)


def pair(text: str, at: int) -> Piece | None:
    """``2012-13``, ``2013 -14``, ``2014/5`` where the second year is the next; else a programme of years, ``2015-2020``."""
    found = _PAIR.match(text, at)
    if found is None:
        return None
    first, second = int(found["first"]), found["second"]
    digits = 10 ** len(second)
    if int(second) == (first + 1) % digits and (len(second) > 1 or found["mark"] == "/"):
        return _kind_after(text, Piece(start=at, end=found.end(), unit=Unit.FINANCIAL_YEAR, year=first))
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if len(second) == 1 or not 2 <= last - first <= LONGEST_PROGRAMME:
        return None
    return Piece(start=at, end=found.end(), unit=Unit.PROGRAMME, year=first, last=last)


def short_pair(text: str, at: int) -> Piece | None:
    """``24/25``, which is a financial year only where other words say so."""
    found = _SHORT_PAIR.match(text, at)
    if found is None or int(found["second"]) != (int(found["first"]) + 1) % 100:
        return None
    return Piece(start=at, end=found.end(), unit=Unit.FINANCIAL_YEAR, year=2000 + int(found["first"]))


def short_year_of(text: str, at: int) -> Piece | None:
    """``24/25 financial year``, ``14-15 outturn``: two-digit years before words of the financial year or of its money."""
    found = short_pair(text, at)
    if found is None:
        return None
    if _KIND_AFTER.match(text, found.end):
        return _kind_after(text, found)
    return found if _MONEY_AFTER.match(text, found.end) else None


def short_end(text: str, year: Piece) -> Piece | None:
    """The second of two years where only the first has its century: ``2013/14-15/16``, ``2013-14 to 15-16``."""
    link = _TO_SHORT.match(text, year.end) if year.unit is Unit.FINANCIAL_YEAR else None
    last = short_pair(text, link.end()) if link else None
    return last if last and (last.year or 0) > (year.year or 0) else None


def kind_of_year(text: str, at: int) -> Piece | None:
    """``FY2014-15``, ``academic year 2014/15``, ``financial year 24/25``."""
    found = _KIND.match(text, at)
    if found is None:
        return None
    year = pair(text, found.end()) or short_pair(text, found.end())
    if year is None or year.unit is Unit.PROGRAMME:
        return None
    school = found["kind"].casefold().startswith(("academic", "school"))
    return evolve(year, start=at, unit=Unit.ACADEMIC_YEAR if school else year.unit)


def quarter(text: str, at: int) -> Piece | None:
    """``Q1 2018/19``, ``quarter two of 2015/16``, ``the third quarter of 2019/20``, ``Q2``; never ``first quarter of operation``."""
    found = _QUARTER.match(text, at)
    if found is None:
        return None
    number = number_of(found["figure"] or found["number"] or found["ordinal"])
    piece = Piece(start=at, end=found.end(), unit=Unit.QUARTER, number=number)
    year = year_behind(text, found.end())
    if year:
        return evolve(piece, end=year.end, year=year.year)
    link = _OF_YEAR.match(text, found.end())
    alone = link and _CALENDAR_YEAR.match(text, link.end())
    if link and alone:
        if found["ordinal"]:
            return evolve(piece, end=alone.end(), year=int(alone.group()), unit=Unit.CALENDAR_QUARTER)
        return evolve(piece, end=alone.end(), year=int(alone.group()), guessed=True)
    return None if _OF_SOMETHING.match(text, found.end()) else _with_later_year(text, piece)


def year_behind(text: str, at: int) -> Piece | None:
    """The financial year that a part of one is followed by: ``(2014/15)``, ``of the financial year 2014/15``."""
    link = _OF_YEAR.match(text, at)
    year = link and (kind_of_year(text, link.end()) or pair(text, link.end()) or short_pair(text, link.end()))
    return year if year and year.unit is Unit.FINANCIAL_YEAR else None


def monitoring_month(text: str, at: int) -> Piece | None:
    """``Month 3``, ``period 5``, ``month four``: numbered from April."""
    found = _MONITORING.match(text, at)
    if found is None or not 1 <= number_of(found["number"]) <= 12:
        return None
    piece = Piece(start=at, end=found.end(), unit=Unit.MONITORING_MONTH, number=number_of(found["number"]))
    return _with_later_year(text, piece)


def _with_later_year(text: str, piece: Piece) -> Piece:
    """``Month 3 position (2024/25)``: the year stands a few words on, and is a period of its own too."""
    gap = _WORDS_TO_YEAR.match(text, piece.end)
    year = gap and pair(text, gap.end())
    return evolve(piece, year=year.year) if year and year.unit is Unit.FINANCIAL_YEAR else piece


def season(text: str, at: int) -> Piece | None:
    """``summer 2014``, ``winter 2014/15``, ``autumn term 2015``, or a season alone."""
    found = _SEASON.match(text, at)
    if found is None:
        return None
    year = found["pair"] or found["year"]
    unit = Unit.TERM if found["term"] else Unit.SEASON
    told = int(year) if year else None
    if told is not None and found["term"] and found["pair"] and found["season"].casefold() != "autumn":
        told += 1
    return Piece(start=at, end=found.end(), unit=unit, year=told, number=SEASONS[found["season"].casefold()])


def calendar_year(text: str, at: int) -> Piece | None:
    """A year alone, where nothing says that the number is something else."""
    found = _CALENDAR_YEAR.match(text, at)
    if found is None or _is_another_number(text, at, found.end()):
        return None
    piece = Piece(start=at, end=found.end(), unit=Unit.YEAR, year=int(found.group()))
    kind = _KIND_AFTER.match(text, piece.end)
    if kind and not kind["academic"]:  # "the 2021 financial year" may begin or end in 2021
        return None
    return _kind_after(text, piece)


def _is_another_number(text: str, start: int, end: int) -> bool:
    return bool(
        _NOT_A_YEAR.search(text, max(0, start - 16), start)
        or _COUNTED.match(text, end)
        or _ENACTED.match(text, end)
        or _NAME.search(text, max(0, start - 56), start)
    )


def _kind_after(text: str, year: Piece) -> Piece:
    found = _KIND_AFTER.match(text, year.end)
    if found is None:
        return year
    return evolve(year, end=found.end(), unit=Unit.ACADEMIC_YEAR if found["academic"] else year.unit)
