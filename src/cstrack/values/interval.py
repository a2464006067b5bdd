"""The stretch of values that a printed figure can stand for, and arithmetic that keeps it honest.

An end that is None is not there: the interval runs on without limit. Every sum is exact; a quotient that has no end is
rounded outwards, so that an interval is at most wider than the truth, never narrower. The arithmetic has a context of its
own and does not depend on what a caller did to the context of :mod:`decimal`.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING, final

from attrs import field, frozen

if TYPE_CHECKING:
    from attrs import Attribute

_DIGITS = 60
_EXACT = Context(prec=_DIGITS)
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING)
_NEAR = Context(prec=28, rounding=ROUND_HALF_EVEN)
ZERO = Decimal(0)
TWO = Decimal(2)


def plain(number: Decimal) -> Decimal:
    """The same number without trailing noughts and without an exponent.

    >>> str(plain(Decimal("1.20E+6")))
    '1200000'
    """
    if number == ZERO:
        return ZERO
    shortest = number.normalize(_EXACT)
    return shortest.quantize(Decimal(1), context=_EXACT) if int(shortest.as_tuple().exponent) > 0 else shortest


def plus(left: Decimal, right: Decimal) -> Decimal:
    """The exact sum."""
    return plain(_EXACT.add(left, right))


def times(left: Decimal, right: Decimal) -> Decimal:
    """The exact product."""
    return plain(_EXACT.multiply(left, right))


def over(left: Decimal, right: Decimal) -> Decimal:
    """The quotient to 28 digits."""
    return plain(_NEAR.divide(left, right))


def _not_above_high(interval: Interval, _: Attribute[Decimal | None], high: Decimal | None) -> None:
    if interval.low is not None and high is not None and interval.low > high:
        raise ValueError(f"an interval cannot run from {interval.low} down to {high}")


@final
@frozen(kw_only=True)
class Interval:
    """A stretch of numbers.

    Attributes:
        low: lower end; None where there is none.
        high: upper end; None where there is none.
        low_open: the lower end itself is outside.
        high_open: the upper end itself is outside.
    """

    low: Decimal | None = None
    high: Decimal | None = field(default=None, validator=_not_above_high)
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, number: Decimal) -> bool:
        """Whether a number lies inside."""
        above = self.low is None or (self.low < number if self.low_open else self.low <= number)
        below = self.high is None or (number < self.high if self.high_open else number <= self.high)
        return above and below

    def __add__(self, other: Interval) -> Interval:
        """Every sum of a number of this one and a number of the other."""
        return Interval(
            low=None if self.low is None or other.low is None else plus(self.low, other.low),
            high=None if self.high is None or other.high is None else plus(self.high, other.high),
            low_open=self.low_open or other.low_open,
            high_open=self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        """The mirror image at nought."""
        return Interval(
            low=None if self.high is None else times(self.high, Decimal(-1)),
            high=None if self.low is None else times(self.low, Decimal(-1)),
            low_open=self.high_open,
            high_open=self.low_open,
        )

    def scaled(self, factor: Decimal) -> Interval:
        """Every number times a factor above nought, exactly."""
        return Interval(
            low=None if self.low is None else times(self.low, factor),
            high=None if self.high is None else times(self.high, factor),
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def overlaps(self, other: Interval) -> bool:
        """Whether one number lies in both."""
        return not (_ends_before(self, other) or _ends_before(other, self))

    def divided_by(self, whole: Interval) -> Interval:
        """Every quotient of a number of this one and a number above nought of the other, rounded outwards."""
        high, high_open = _greatest_quotient(self, whole)
        low, low_open = _greatest_quotient(-self, whole)
        return Interval(
            low=None if low is None else times(low, Decimal(-1)), high=high, low_open=low_open, high_open=high_open
        )


def _ends_before(left: Interval, right: Interval) -> bool:
    if left.high is None or right.low is None:
        return False
    touching = left.high_open or right.low_open
    return left.high <= right.low if touching else left.high < right.low


def _greatest_quotient(part: Interval, whole: Interval) -> tuple[Decimal | None, bool]:
    """Upper end of part / whole for a whole above nought, and whether it is open.

    A part above nought is greatest over the least whole, one below nought over the greatest.
    """
    if part.high is None:
        return None, False
    if part.high >= ZERO:
        least = whole.low if whole.low is not None and whole.low > ZERO else None
        if part.high == ZERO:
            return ZERO, part.high_open
        return (None, False) if least is None else (_UP.divide(part.high, least), part.high_open or whole.low_open)
    if whole.high is None:
        return ZERO, True
    return _UP.divide(part.high, whole.high), part.high_open or whole.high_open
