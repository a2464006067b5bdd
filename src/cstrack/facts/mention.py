"""Figures and periods where they stand on the page."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from cstrack.sources.span import Span
    from cstrack.values.figure import Figure
    from cstrack.values.period import Period


class PeriodRole(StrEnum):
    """What a date or period does in its sentence."""

    DUE = "due"
    SINCE = "since"
    UNTIL = "until"
    AS_AT = "as at"
    EVENT = "event"
    DURING = "during"
    DOCUMENT = "document"


@final
@frozen(kw_only=True)
class FigureMention:
    """A figure in its place.

    Attributes:
        figure: the value and its interval.
        span: the printed form with its qualifier and unit or noun, in the document's text.
        block: index of the block it stands in.
        start: offset of the span in the block's plain text.
        end: offset after the span in the block's plain text.
        change: a difference ("up 8.1%", "25 fewer"), not a level.
        numerator: the count above the line of a ratio, where printed: 95% (408 out of 429).
        denominator: the count below it.
        derived_from: spans of other parts the value was made of (an inherited unit, "half of this").
        inferred: names of the fields that were inferred.
        rule: the rule that read it.
    """

    figure: Figure
    span: Span
    block: int
    start: int
    end: int
    change: bool = False
    numerator: Figure | None = None
    denominator: Figure | None = None
    derived_from: tuple[Span, ...] = ()
    inferred: tuple[str, ...] = ()
    rule: str = ""


@final
@frozen(kw_only=True)
class PeriodMention:
    """A date or period in its place.

    Attributes:
        period: the days meant.
        role: what it does in its sentence.
        span: the printed form with its preposition, in the document's text.
        block: index of the block it stands in.
        start: offset of the span in the block's plain text.
        end: offset after the span in the block's plain text.
        inferred: names of what was inferred: ``year``, ``period``.
        rule: the rule that read it.
    """

    period: Period
    role: PeriodRole
    span: Span
    block: int
    start: int
    end: int
    inferred: tuple[str, ...] = ()
    rule: str = ""


@final
@frozen(kw_only=True)
class NotAFigure:
    """Something with digits that counts nothing: a clause number, a telephone number, an age, an Act.

    Attributes:
        reason: what it is, in a word or two: ``clause number``, ``telephone``, ``age``, ``page``.
        span: where it stands in the document's text.
        block: index of the block it stands in.
        start: offset in the block's plain text.
        end: offset after it in the block's plain text.
    """

    reason: str
    span: Span
    block: int
    start: int
    end: int
