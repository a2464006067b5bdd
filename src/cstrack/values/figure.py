"""A printed figure and the interval of values it can stand for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

if TYPE_CHECKING:
    from decimal import Decimal

    from attrs import Attribute


class Qualifier(StrEnum):
    """How a printed number bounds what is meant."""

    EXACTLY = "exactly"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


def _not_above_high(figure: Figure, _: Attribute[Decimal | None], low: Decimal | None) -> None:
    if low is not None and figure.high is not None and low > figure.high:
        raise ValueError(f"the interval of {figure.printed!r} runs from {low} down to {figure.high}")


@final
@frozen(kw_only=True)
class Figure:
    """A number of a paper, with the interval it can stand for.

    "£7.2m" is 7.2 million pounds and stands for 7.15m to 7.25m; "over 700" stands for everything above 700.

    Attributes:
        value: what a reader means, in ``unit`` (pounds, not millions). Of a range, the lower end.
        value_high: the upper end of a printed range ("£20-25k"); None otherwise.
        low: lower end of the interval; None where it has none.
        high: upper end of the interval; None where it has none.
        low_open: the lower end itself is outside ("over 700").
        high_open: the upper end itself is outside ("below 10%", and every rounded number).
        unit: canonical code: GBP, count, FTE, percent, percentage_point, per_10000, day, ..., or a compound: count/month.
        noun: what is counted, canonical where the vocabulary knows it ("child"); None where nothing is said.
        qualifier: how the number bounds what is meant.
        printed: the number as printed.
    """

    value: Decimal
    value_high: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = field(default=None, validator=_not_above_high)
    low_open: bool = False
    high_open: bool = False
    unit: str = "count"
    noun: str | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    printed: str = ""

    @property
    def quantity(self) -> Any:
        """The value as a pint Quantity of cstrack's own unit register."""
        from cstrack.values.units import quantity

        return quantity(self.value, self.unit)
