"""What moved in the measures of a tracker: targets, definitions, values told again, measures added and gone."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from cstrack.comparison.telling import of_pair, of_row
from cstrack.comparison.words import same_wording
from cstrack.model.change import ChangeKind
from cstrack.model.target import Comparator
from cstrack.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from cstrack.comparison.pairing import Paired, RowPair
    from cstrack.model.change import Change
    from cstrack.model.indicator import Observation
    from cstrack.model.target import Target


def measure_changes(paired: Paired) -> Iterator[Change]:
    """Changes of measures, pair by pair, then those that were added, then those that are gone.

    Args:
        paired: the measures of two issues.
    """
    for pair in paired.pairs:
        yield of_pair(ChangeKind.MATCHED, pair)
        if not same_wording(pair.before.title, pair.after.title):
            yield of_pair(ChangeKind.REDEFINED, pair, pair.before.title, pair.after.title)
        yield from _target_changes(pair)
        yield from _restated(pair)
    arrived = [*paired.arrived, *(part for _, parts in paired.split for part in parts)]
    gone = [*paired.gone, *(whole for whole, _ in paired.split)]
    for row in arrived:
        yield of_row(ChangeKind.ADDED, row, after=row.record.citation)
    for row in gone:
        yield of_row(
            ChangeKind.NO_LONGER_REPORTED, row, before=row.record.citation, detail=_last_value(row.observations)
        )


def _target_changes(pair: RowPair) -> Iterator[Change]:
    one = pair.before.targets[0] if pair.before.targets else None
    two = pair.after.targets[0] if pair.after.targets else None
    if one is None or two is None:
        if one is not None and isinstance(one.figure, Figure):
            yield of_pair(ChangeKind.TARGET_WITHDRAWN, pair, one.citation.quote, None, before=one.citation)
        if two is not None and isinstance(two.figure, Figure):
            yield of_pair(ChangeKind.TARGET_SET, pair, None, two.citation.quote, after=two.citation)
        return
    cited: dict[str, Any] = {"before": one.citation, "after": two.citation}
    words = one.citation.quote, two.citation.quote
    if isinstance(one.figure, Figure) != isinstance(two.figure, Figure):
        kind = ChangeKind.TARGET_SET if isinstance(two.figure, Figure) else ChangeKind.TARGET_WITHDRAWN
        yield of_pair(kind, pair, *words, **cited)
        return
    moved = _strength(one, two)
    if moved is not None:
        yield of_pair(moved, pair, *words, **cited)
    before = one.due.last_day if one.due else None
    after = two.due.last_day if two.due else None
    if before is not None and after is not None and before != after:
        later = after > before
        kind = ChangeKind.PUSHED if later else ChangeKind.TARGET_BROUGHT_FORWARD
        yield of_pair(kind, pair, *words, days=(after - before).days, **cited)


def _strength(one: Target, two: Target) -> ChangeKind | None:
    """Whether a target is weaker or stronger now; "redefined" where its direction is another, or not known."""
    old, new = one.figure, two.figure
    if not isinstance(old, Figure) or not isinstance(new, Figure):
        return None
    ends = (old.value, old.value_high), (new.value, new.value_high)
    if old.unit != new.unit or one.comparator is not two.comparator:
        return None if ends[0] == ends[1] else ChangeKind.REDEFINED
    if ends[0] == ends[1]:
        return None
    if one.comparator is Comparator.BETWEEN:
        wider = _width(new) > _width(old)
        return (
            ChangeKind.WEAKENED
            if wider
            else ChangeKind.STRENGTHENED
            if _width(new) < _width(old)
            else ChangeKind.REDEFINED
        )
    if one.comparator not in {Comparator.AT_LEAST, Comparator.AT_MOST}:
        return ChangeKind.REDEFINED
    higher = new.value > old.value
    stronger = higher if one.comparator is Comparator.AT_LEAST else not higher
    return ChangeKind.STRENGTHENED if stronger else ChangeKind.WEAKENED


def _width(figure: Figure) -> Decimal:
    return (figure.value_high or figure.value) - figure.value


def _restated(pair: RowPair) -> Iterator[Change]:
    """A number of a period that both reports print, and that is another now; rounding is no change."""
    new = {_moment(one): one for one in pair.after.observations if one.period is not None}
    for one in pair.before.observations:
        two = new.get(_moment(one)) if one.period is not None else None
        if two is None or not isinstance(one.figure, Figure) or not isinstance(two.figure, Figure):
            continue
        if one.figure.unit == two.figure.unit and not one.figure.interval.overlaps(two.figure.interval):
            yield of_pair(
                ChangeKind.RESTATED,
                pair,
                one.citation.quote,
                two.citation.quote,
                before=one.citation,
                after=two.citation,
                detail=one.period.label if one.period else None,
            )


def _moment(one: Observation) -> tuple[str | None, str | None, str, str]:
    basis = "baseline" if one.rule.endswith("baseline") else "value"
    return (one.period.edtf if one.period else None, one.aggregation, basis, str(one.about))


def _last_value(observations: tuple[Observation, ...]) -> str | None:
    known = [(one.period.last_day, one) for one in observations if one.period is not None and one.period.last_day]
    return f"last value {max(known, key=itemgetter(0))[1].citation.quote}" if known else None
