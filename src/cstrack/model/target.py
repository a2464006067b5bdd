"""Numbers that somebody intends or is expected to reach."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Amount, Record

if TYPE_CHECKING:
    from cstrack.values.figure import Figure
    from cstrack.values.period import Period


class Comparator(StrEnum):
    """What reaching the target means."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    EXACTLY = "exactly"
    BETWEEN = "between"
    TO_BE_CONFIRMED = "to be confirmed"
    NOT_SAID = "not said"


class TargetKind(StrEnum):
    """What the number runs over."""

    LEVEL = "level"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    MAINTAIN = "maintain"


@final
@frozen(kw_only=True)
class Target(Record):
    """A number to be reached.

    Attributes:
        figure: the number, or why there is none.
        kind: level, flow ("1 child a month"), cumulative ("3,010 families over the programme") or maintain.
        comparator: what reaching it means.
        indicator: id of the catalogue's indicator, where the words name one.
        baseline: where it starts from.
        reached: how much of a cumulative target is reached: "so far 1 with a further 4".
        due: by when.
        period: the days the target runs over.
        change: a difference, not a level.
    """

    figure: Amount
    kind: TargetKind = TargetKind.LEVEL
    comparator: Comparator = Comparator.NOT_SAID
    indicator: str | None = None
    baseline: Figure | None = None
    reached: Figure | None = None
    due: Period | None = None
    period: Period | None = None
    change: bool = False
