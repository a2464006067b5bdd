"""A figure in another unit of the same dimension."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.errors import UnitMismatch
from cstrack.values.interval import Interval, over, times
from cstrack.values.units import quantity, registry

if TYPE_CHECKING:
    from cstrack.values.figure import Figure


def convert(figure: Figure, code: str) -> Figure:
    """The same figure in another unit; where the factor has no end, the interval is rounded outwards.

    Raises:
        UnitMismatch: the units measure different things: percent and percentage points, weeks and months.
        UnknownName: no unit has this code.

    >>> from cstrack.values.figure import Figure
    >>> convert(Figure.of("2", unit="week"), "day").value
    Decimal('14')
    """
    one = Decimal(1)
    if quantity(one, figure.unit).dimensionality != quantity(one, code).dimensionality:
        raise UnitMismatch(figure.unit, code, "convert between")
    factor = _size(figure.unit) / _size(code)
    count, parts = Decimal(factor.numerator), Decimal(factor.denominator)
    reach = figure.interval.scaled(count).divided_by(Interval(low=parts, high=parts))
    top = None if figure.value_high is None else over(times(figure.value_high, count), parts)
    return evolve(figure.within(reach), value=over(times(figure.value, count), parts), value_high=top, unit=code)


def _size(code: str) -> Fraction:
    """How many base units one of a unit is, exactly: pint's own quotients are rounded to 28 digits."""
    top, *below = (
        Fraction(registry().Quantity(Decimal(1), part).to_base_units().magnitude) for part in code.split("/")
    )
    return top / prod(below)
