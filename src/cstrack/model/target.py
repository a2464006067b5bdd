"""Numbers that somebody intends or is expected to reach."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Amount, Record
from cstrack.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.model.action import Rating
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
        rating: as printed beside it.
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
    rating: Rating | None = None


def told_once(targets: Iterable[Target]) -> tuple[tuple[Target, ...], ...]:
    """Targets that a paper tells more than once, together; every other alone.

    Args:
        targets: of any number of papers, in reading order.

    Returns:
        Groups in the order of their first target. Two are one where the same paper says the same number of the same indicator, or under
        the same label of two words or more, about the same body, and neither their dates nor their periods differ.
    """
    groups: list[list[Target]] = []
    for target in targets:
        same = next((group for group in groups if all(_same(one, target) for one in group)), None)
        if same is None:
            groups.append([target])
        else:
            same.append(target)
    return tuple(tuple(group) for group in groups)


def fullest(told: Sequence[Target]) -> Target:
    """Of a target told more than once, the telling that says most of its date, start and progress; the first of those alike."""
    return max(told, key=lambda one: sum(part is not None for part in (one.due, one.period, one.baseline, one.reached)))


def _same(one: Target, other: Target) -> bool:
    return (
        one.citation.source.sha256 == other.citation.source.sha256
        and not _of_a_row(one)
        and not _of_a_row(other)
        and _what(one) == _what(other)
        and not _differ(one.due, other.due)
        and not _differ(one.period, other.period)
    )


def _of_a_row(target: Target) -> bool:
    """Whether it stands in a table, whose rows are each their own."""
    return target.citation.cell is not None or target.rule == "figure.cell"


def _what(target: Target) -> tuple[object, ...]:
    figure = target.figure
    number = (figure.value, figure.value_high, figure.unit) if isinstance(figure, Figure) else figure.printed
    label = target.label.casefold() if " " in target.label else target.id
    return (target.indicator or label, number, target.change, target.about)


def _differ(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and one.edtf != other.edtf
