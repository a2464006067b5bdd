"""The smallest pieces of a period as they are printed: one day, month, quarter or year."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from attrs import frozen


class Unit(StrEnum):
    """What a piece names."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    CALENDAR_QUARTER = "calendar quarter"
    MONITORING_MONTH = "monitoring month"
    FINANCIAL_YEAR = "financial year"
    ACADEMIC_YEAR = "academic year"
    YEAR = "year"
    PROGRAMME = "programme"
    SEASON = "season"
    TERM = "term"
    RELATIVE = "relative"
    WINDOW = "window"
    TO_DATE = "year to date"
    HALF = "half year"
    FEAST = "feast"
    COMPARED = "compared"
    WITHIN = "within"


class Lean(StrEnum):
    """Which way from the paper's day a date without its year lies."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"


@final
@frozen(kw_only=True)
class Piece:
    """One printed day, month, quarter or year; what it leaves out is None and is filled in from the paper's date.

    Attributes:
        start: offset in the text.
        end: offset after it.
        unit: what it names.
        year: the year printed; of a financial or academic year the one it begins in.
        number: number of the month, quarter or season; of a window how many units it has; of a relative piece how many
            units from now, last year being -1.
        day: day of the month.
        last: the last day of days written together ("11 to 13 June"), the last of such quarters, the last year of a programme.
        joined: how such days hang together: ``to`` or ``or``; ``within`` of what has to be done in so many months.
        short: two digits after a month that may be a year or a day ("Sept 23").
        part: ``early``, ``mid``, ``late``, ``start``, ``end``, ``first half``, ``second half``, ``first six months``, ``about``, ``possibly``.
        of: what a relative piece or a window counts: ``day``, ``week``, ``month``, ``quarter``, ``year``, ``financial year`` ...
        step: of a month "this year" 0, "last year" -1: calendar years from the paper's.
        lean: of "last March" ``past``, of "next April" ``future``.
        given: the year stands with another piece of the text ("Q1 2018/19 ... Q2").
        guessed: the year printed may be that of either 1 January or 1 April ("Q4 2018").
    """

    start: int
    end: int
    unit: Unit
    year: int | None = None
    number: int | None = None
    day: int | None = None
    last: int | None = None
    joined: str | None = None
    short: int | None = None
    part: str | None = None
    of: str | None = None
    step: int | None = None
    lean: Lean | None = None
    guessed: bool = False
    given: bool = False


#: Number words that quarters, months of monitoring and windows are told in.
NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
_NUMBERS = {word: number for number, word in enumerate(NUMBER_WORDS.split("|"), start=1)}
_NUMBERS |= {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def number_of(word: str) -> int:
    """A number in digits, as a word or as an ordinal: ``3``, ``three`` and ``third`` are 3."""
    folded = word.casefold()
    return _NUMBERS[folded] if folded in _NUMBERS else int(folded)
