"""Halves of a financial year, and quarters told together: ``H1 2023/24``, ``the third and fourth quarters of 2022/23``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.values import notation_years as years
from cstrack.values.patterns import pattern
from cstrack.values.pieces import Piece, Unit, number_of

if TYPE_CHECKING:
    from collections.abc import Callable

_ORDINAL = "first|second|third|fourth|final|1st|2nd|3rd|4th"
_QUARTERS = pattern(
    "values.notation_halves.quarters",
    rf"""(?:(?P<one>{_ORDINAL})[ ](?:and|to|&|-)[ ](?P<other>{_ORDINAL})[ ]quarters
        |quarters[ ](?P<low>[1-4]|one|two|three)[ ]?(?:and|to|&|-)[ ]?(?P<high>[2-4]|two|three|four)
        |q(?P<from>[1-3])[ ]?[-/&][ ]?(?P<to>[2-4]))(?![a-z0-9])""",
    re.IGNORECASE,
)
_HALF = pattern(
    "values.notation_halves.half",
    r"""(?:(?-i:H)(?P<number>[12])(?![0-9a-z])
        |(?P<first>first|second)[ ]half(?:[ ]of[ ](?:the|this)(?:[ ]current)?(?:[ ]financial)?[ ]year(?![a-z]|[ ,(]{1,2}20[0-9]{2})|[ -]year))""",
    re.IGNORECASE,
)


def quarters(text: str, at: int) -> Piece | None:
    """``the third and fourth quarters of 2022/23``, ``quarters 1 to 3``, ``Q3-4``: from the first to the last of them."""
    found = _QUARTERS.match(text, at)
    if found is None:
        return None
    first = number_of(found["one"] or found["low"] or found["from"])
    last = number_of(found["other"] or found["high"] or found["to"])
    if first >= last:
        return None
    return _of_year(text, Piece(start=at, end=found.end(), unit=Unit.QUARTER, number=first, last=last))


def half(text: str, at: int) -> Piece | None:
    """``H1 2023/24``, ``H2``, ``the first half of the year``: April to September, October to March."""
    found = _HALF.match(text, at)
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else number_of(found["first"])
    return _of_year(text, Piece(start=at, end=found.end(), unit=Unit.HALF, number=number))


def after_year(text: str, at: int) -> Piece | None:
    """What a year is followed by: ``2018/19 Q1``, ``2025/26 quarter 2``, ``2014/15 H1``, ``2014/15 month 3``."""
    rules: tuple[Callable[[str, int], Piece | None], ...] = (quarters, years.quarter, half, years.monitoring_month)
    return next((piece for rule in rules if (piece := rule(text, at))), None)


def _of_year(text: str, piece: Piece) -> Piece:
    year = years.year_behind(text, piece.end)
    return evolve(piece, end=year.end, year=year.year) if year else piece
