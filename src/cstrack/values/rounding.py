"""How far a printed number reaches: what it may have been before it was rounded or bounded by a word.

* A rounded number stands for everything that rounds to it: half of its last printed place on either side, the upper end
  outside. "£7.2m" is [7.15m, 7.25m), "£73m" is [72.5m, 73.5m), "40%" is [39.5, 40.5). Below nought the ends are mirrored.
* A whole count printed in full is exact: "1,200 children" is [1200, 1200], and so are working days, which time limits count.
  Pounds printed in full were rounded from pence, durations and rates from a finer measure: "£4,262" is [4261.50, 4262.50).
* "over" is (x, ...), "at least" [x, ...), "under" [0, x), "at most" [0, x]. Where the number is below nought, or its unit has
  values below nought (points of a score), "under" and "at most" have no lower end.
* "about" is half of the last printed place that is not nought, on either side, both ends inside: "about 700" is [650, 750].
  A five behind other digits means that fives were rounded to: "about 35" is [32.5, 37.5]. Never narrower than rounding.
* A range is what it says: "£20-25k" is [20000, 25000]; "about" widens both ends.

Source:
    These laws are ours; nothing published fixes them. docs/reference/units.md shows each with examples.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from cstrack.errors import UnreadableFigure
from cstrack.values.interval import ZERO, Interval, plain, plus, times
from cstrack.values.patterns import pattern

_NUMBER = pattern(
    "values.rounding.number",
    r"[-−]? (?: [0-9]{1,3} (?: ,[0-9]{3} ){1,4} | [0-9]{1,15} )?+ (?: \.[0-9]{1,4} )?+",
)
ONE = Decimal(1)
FIVE = Decimal(5)
#: Units that are counted out in whole ones.
COUNTED_UNITS = frozenset({"count", "working_day"})
#: Units whose values may lie below nought even where no minus is printed.
SIGNED_UNITS = frozenset({"point"})


class Qualifier(StrEnum):
    """How a printed number bounds what is meant."""

    EXACTLY = "exactly"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


def parse_number(text: str) -> Decimal:
    """The number that printed digits stand for, with as many decimals as are printed.

    Args:
        text: ASCII digits, at most 15 before the point and 4 behind it, thousands grouped by commas or not at all, a minus
            in front allowed. No currency, no exponent, no underscore.

    Raises:
        UnreadableFigure: the text is anything else.

    >>> parse_number("7,293,000.50")
    Decimal('7293000.50')
    """
    found = _NUMBER.fullmatch(text.strip(" "))
    if found is None or found[0] in {"", "-", "−"}:
        raise UnreadableFigure(text)
    return Decimal(found[0].replace(",", "").replace("−", "-"))


def half_place(number: Decimal) -> Decimal:
    """Half of the last printed place of a number."""
    return Decimal((0, (5,), int(number.as_tuple().exponent) - 1))


def rounded(number: Decimal, factor: Decimal, unit: str) -> Interval:
    """What rounds to a printed number times a factor; a whole count printed in full is itself alone."""
    value = times(number, factor)
    in_full = factor == ONE and number.as_tuple().exponent == 0
    if in_full and unit.partition("/")[0] in COUNTED_UNITS:
        return Interval(low=value, high=value)
    half = times(half_place(number), factor)
    return Interval(low=plus(value, -half), high=plus(value, half), low_open=number <= ZERO, high_open=number >= ZERO)


def about(number: Decimal, factor: Decimal) -> Decimal:
    """How far "about" reaches on either side of a printed number times a factor."""
    if number == ZERO:
        return times(half_place(number), factor)
    digits = "".join(map(str, number.as_tuple().digits))
    significant = digits.rstrip("0")
    place = Decimal((0, (5,), int(number.as_tuple().exponent) + len(digits) - len(significant) - 1))
    in_fives = significant.endswith("5") and len(significant.lstrip("0")) > 1
    return times(times(place, FIVE) if in_fives else place, factor)


def bounded(number: Decimal, factor: Decimal, unit: str, qualifier: Qualifier) -> Interval:
    """What a printed number times a factor can stand for under the word before it."""
    value = times(number, factor)
    floor = ZERO if value >= ZERO and unit not in SIGNED_UNITS else None
    match qualifier:
        case Qualifier.OVER:
            return Interval(low=value, low_open=True)
        case Qualifier.AT_LEAST:
            return Interval(low=value)
        case Qualifier.UNDER:
            return Interval(low=None if value == ZERO else floor, high=value, high_open=True)
        case Qualifier.AT_MOST:
            return Interval(low=floor, high=value)
        case Qualifier.ABOUT:
            reach = about(number, factor)
            return Interval(low=plus(value, -reach), high=plus(value, reach))
        case Qualifier.EXACTLY:
            return rounded(number, factor, unit)


def between(first: tuple[Decimal, Decimal], last: tuple[Decimal, Decimal], qualifier: Qualifier) -> Interval:
    """What a printed range can stand for; each end is a number and its factor."""
    low, high = times(*first), times(*last)
    if qualifier is not Qualifier.ABOUT:
        return Interval(low=low, high=high)
    return Interval(low=plus(low, -about(*first)), high=plus(high, about(*last)))


def shown(number: Decimal) -> str:
    """A number for a person: grouped by commas, whole thousands of millions as "m".

    >>> shown(Decimal("7150000")), shown(Decimal("4262"))
    ('7.15m', '4,262')
    """
    number = plain(number)
    if abs(number) >= 1_000_000 and number % 1000 == ZERO:
        return f"{plain(times(number, Decimal('0.000001'))):,f}m"
    return f"{number:,f}"
