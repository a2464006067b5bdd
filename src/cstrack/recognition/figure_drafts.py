"""A figure while it is being read: the number, what it counts, and where its words begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.figure import Figure, Qualifier

if TYPE_CHECKING:
    from decimal import Decimal

    from cstrack.recognition.numerals import Numeral


@final
@frozen(kw_only=True)
class FigureDraft:
    """A figure whose number and unit are known.

    Attributes:
        number: the printed number.
        end: offset after the number, its unit and noun.
        unit: canonical code.
        noun: what is counted.
        rule: the rule that read it.
        percent: the value in percent, where words or a pair of numbers stand for it.
        numerator: the count above the line.
        denominator: the count below it.
        inherits: offsets of another figure that it takes its unit from, or is a part of.
        refers: it is a part of something named before: "half of this".
        duration: it is a stretch of time.
    """

    number: Numeral
    end: int
    unit: str
    noun: str | None = None
    rule: str
    percent: Decimal | None = None
    numerator: Figure | None = None
    denominator: Figure | None = None
    inherits: tuple[int, int] | None = None
    refers: bool = False
    duration: bool = False

    def figure(self, qualifier: Qualifier, printed: str) -> Figure:
        """The figure with its interval.

        Raises:
            UnreadableFigure: the digits are none, or the range runs down.
        """
        number = self.number
        if self.percent is not None:
            return Figure.of(str(self.percent), unit=self.unit, qualifier=qualifier, noun=self.noun, printed=printed)
        return Figure.of(
            number.digits,
            unit=self.unit,
            scale=number.scale,
            qualifier=qualifier,
            to=number.to,
            to_scale=number.to_scale,
            noun=self.noun,
            printed=printed,
        )
