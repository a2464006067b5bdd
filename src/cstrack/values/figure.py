"""A printed figure, the interval of values it can stand for, and the sums that checks make of figures.

How far a printed number reaches is told in :mod:`cstrack.values.rounding`. Nothing here is a float, and no sum is narrower than
the truth: where the true values lie inside the parts, their sum, difference or share lies inside the result.
"""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, Any, final

from attrs import evolve, field, frozen

from cstrack.errors import UnitMismatch, UnreadableFigure
from cstrack.values.interval import TWO, ZERO, Interval, over, plus, times
from cstrack.values.missing import NotStated, Reason
from cstrack.values.rounding import Qualifier as Qualifier  # noqa: PLC0414 - a word of figures, asked for here
from cstrack.values.rounding import between, bounded, parse_number, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

HUNDRED = Decimal(100)


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

    @classmethod
    def of(
        cls,
        number: str,
        *,
        unit: str = "count",
        scale: Decimal | int = 1,
        qualifier: Qualifier = Qualifier.EXACTLY,
        to: str | None = None,
        to_scale: Decimal | int | None = None,
        noun: str | None = None,
        printed: str | None = None,
    ) -> Figure:
        """The figure that printed digits stand for, with its interval.

        Args:
            number: the digits as printed: "7.2"; of a range, those of its lower end.
            unit: canonical code.
            scale: what one is printed for: 1000000 for "m", 1000 for a table in £'000.
            qualifier: how the words bound it.
            to: the digits of the upper end of a range.
            to_scale: the scale of the upper end, where it has its own.
            noun: what is counted.
            printed: the number as printed; the digits where left out.

        Raises:
            UnreadableFigure: the digits are none, or the range runs down.

        >>> Figure.of("7.2", unit="GBP", scale=1_000_000).low
        Decimal('7150000')
        """
        first, factor = parse_number(number), Decimal(scale)
        value = times(first, factor)
        if to is None:
            reach, value_high = bounded(first, factor, unit, qualifier), None
        else:
            last, last_factor = parse_number(to), factor if to_scale is None else Decimal(to_scale)
            value_high = times(last, last_factor)
            if value_high < value:
                raise UnreadableFigure(printed or f"{number}-{to}")
            reach = between((first, factor), (last, last_factor), qualifier)
        made = cls(value=value, value_high=value_high, unit=unit, noun=noun, qualifier=qualifier)
        return evolve(made.within(reach), printed=number if printed is None else printed)

    @property
    def interval(self) -> Interval:
        """The values the figure can stand for."""
        return Interval(low=self.low, high=self.high, low_open=self.low_open, high_open=self.high_open)

    def within(self, interval: Interval) -> Figure:
        """The same figure with another interval."""
        return evolve(
            self, low=interval.low, high=interval.high, low_open=interval.low_open, high_open=interval.high_open
        )

    def __str__(self) -> str:
        """The figure for a person, with its interval where that says more than the words.

        >>> str(Figure.of("7.2", unit="GBP", scale=1_000_000))
        '£7.2m (7.15m to 7.25m)'
        """
        words = _spoken(self)
        told = self.value_high is not None or self.qualifier not in {Qualifier.EXACTLY, Qualifier.ABOUT}
        if told or self.low is None or self.high is None or self.low == self.high:
            return words
        return f"{words} ({shown(self.low)} to {shown(self.high)})"

    @property
    def quantity(self) -> Any:
        """The value as a pint Quantity of cstrack's own unit register; a count of a known noun is a quantity of that noun."""
        from cstrack.values.units import quantity

        return quantity(self.value, self.unit, self.noun)


def _amount(figure: Figure) -> str:
    """Number, unit and noun."""
    number = shown(figure.value)
    if figure.value_high is not None:
        number = f"{number} to {shown(figure.value_high)}"
    unit, *per = figure.unit.split("/")
    match unit:
        case "GBP":
            words = f"-£{number[1:]}" if number.startswith("-") else f"£{number}"
        case "percent":
            words = f"{number}%"
        case "count":
            words = number
        case _:
            words = f"{number} {unit.replace('_', ' ')}"
    return " ".join([words, *([figure.noun] if figure.noun else []), *(f"per {part}" for part in per)])


def _spoken(figure: Figure) -> str:
    """The words of a figure: as printed, where more than digits is printed."""
    bare = not figure.printed.strip("0123456789,.-− ")
    words = _amount(figure) if bare else figure.printed
    bound = "" if figure.qualifier is Qualifier.EXACTLY else figure.qualifier.replace("_", " ")
    said = not bare and (words.endswith("+") or not words.startswith(tuple("0123456789£-−")))
    return words if said or not bound else f"{bound} {words}"


def _named(figure: Figure) -> str:
    number = figure.printed or f"{figure.value:,f}"
    kind = f"{figure.unit} of {figure.noun}" if figure.noun else figure.unit
    return f"{number} ({kind})"


def _noun_of_both(left: Figure, right: Figure, doing: str) -> str | None:
    """The noun of two figures that may be brought together; a noun that is not said joins any."""
    if left.unit != right.unit or (left.noun and right.noun and left.noun != right.noun):
        raise UnitMismatch(_named(left), _named(right), doing)
    return left.noun or right.noun


def _computed(value: Decimal, interval: Interval, unit: str, noun: str | None) -> Figure:
    """A figure that no paper prints: its qualifier is told by its interval."""
    if interval.high is None and interval.low is not None:
        qualifier = Qualifier.OVER if interval.low_open else Qualifier.AT_LEAST
    elif interval.low is None and interval.high is not None:
        qualifier = Qualifier.UNDER if interval.high_open else Qualifier.AT_MOST
    else:
        qualifier = Qualifier.EXACTLY if interval.low == interval.high is not None else Qualifier.ABOUT
    return Figure(value=value, unit=unit, noun=noun, qualifier=qualifier).within(interval)


def _sum(left: Figure, right: Figure) -> Figure:
    noun = _noun_of_both(left, right, "add")
    return _computed(plus(left.value, right.value), left.interval + right.interval, left.unit, noun)


def add(figures: Iterable[Figure]) -> Figure:
    """The sum of figures as an interval: true values inside the parts sum to a value inside it.

    Args:
        figures: at least one, all of one unit and, where said, of one noun.

    Raises:
        UnitMismatch: two figures count different things.
        ValueError: there is none.

    >>> parts = [Figure.of(number, unit="GBP", scale=1_000_000) for number in ("3.6", "1.2", "1.3")]
    >>> add(parts).value, add(parts).low, add(parts).high
    (Decimal('6100000'), Decimal('5950000'), Decimal('6250000'))
    """
    parts = tuple(figures)
    if not parts:
        raise ValueError("there is no figure to add: a sum of nothing has no unit")
    return reduce(_sum, parts)


def difference(left: Figure, right: Figure) -> Figure:
    """What is left of one figure without another, as an interval.

    Raises:
        UnitMismatch: the two count different things.
    """
    noun = _noun_of_both(left, right, "subtract")
    return _computed(plus(left.value, -right.value), left.interval + -right.interval, left.unit, noun)


def half(figure: Figure) -> Figure:
    """Half of a figure: "split half/half" of £500K is £250K each."""
    value = over(figure.value, TWO)
    top = None if figure.value_high is None else over(figure.value_high, TWO)
    return evolve(figure.within(figure.interval.scaled(Decimal("0.5"))), value=value, value_high=top, printed="")


def share(part: Figure, whole: Figure) -> Figure | NotStated:
    """What a part is of a whole, in percent, as an interval.

    Returns:
        A figure in percent; :class:`NotStated` (not applicable) where the whole is nought or less, which has no shares.

    Raises:
        UnitMismatch: the two count different things.

    >>> parts = Figure.of("7.2", unit="GBP", scale=1_000_000), Figure.of("73", unit="GBP", scale=1_000_000)
    >>> agrees(share(*parts), Figure.of("10", unit="percent"))
    True
    """
    _noun_of_both(part, whole, "compare")
    if whole.value <= ZERO:
        return NotStated(reason=Reason.NOT_APPLICABLE, unit="percent")
    interval = part.interval.divided_by(whole.interval).scaled(HUNDRED)
    return _computed(times(over(part.value, whole.value), HUNDRED), interval, "percent", None)


def agrees(left: Figure, right: Figure) -> bool:
    """Whether two figures can stand for the same value: their intervals overlap.

    Raises:
        UnitMismatch: the two count different things.
    """
    _noun_of_both(left, right, "compare")
    return left.interval.overlaps(right.interval)
