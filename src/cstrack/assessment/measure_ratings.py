"""Ratings of measures beside what the authority's key makes of target and value.

Target and value are intervals, so that a rounded number is never called wrong for what rounding hid. A measure without a good
direction is not rated here, and neither is a value that is suppressed or not there.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, name_of, of_paper
from cstrack.facts.key import KeyEntry, RatedAs
from cstrack.model.finding import Finding, Priority
from cstrack.model.target import Comparator
from cstrack.values.figure import Figure, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.indicator import Observation
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register
    from cstrack.model.target import Target

#: Rules of observations that are the value of the report itself, the best first; the latest period decides among others.
_NOW = ("table.actual", "table.percent")
_NOT_NOW = frozenset({"table.baseline", "table.previous", "table.previous_year", "table.forecast", "table.england"})
_BESIDE = frozenset({"table.neighbours", "table.region", "table.variance_percent"})


@final
@frozen
class MeasureRatings:
    """Measures whose rating target and value do not give them by the authority's key."""

    id: str = "core.measure_ratings"
    title: str = "ratings of measures beside the authority's key"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a measure whose rating does not fit.

        Source:
            the key of the paper; docs/explanation/fair-reading.md, "Numbers".
        """
        del history
        for paper in assessable(register, as_of):
            if not paper.key:
                continue
            values: dict[tuple[str, str], list[Observation]] = {}
            for one in of_paper(register.observations, paper):
                values.setdefault(_row(one), []).append(one)
            for target in of_paper(register.targets, paper):
                found = _of_target(paper, target, _now(values.get(_row(target), []), paper))
                if found is not None:
                    yield found


def _row(record: Observation | Target) -> tuple[str, str]:
    sheet, _, address = (record.citation.cell or "").rpartition("!")
    return sheet, address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _now(values: list[Observation], paper: Paper) -> Observation | None:
    """The value that the report is about."""
    for rule in _NOW:
        found = next((one for one in values if one.rule == rule), None)
        if found is not None:
            return found
    day = paper.date.last_day if paper.date is not None else None
    dated = [
        (one.period.last_day, one)
        for one in values
        if one.rule not in _NOT_NOW | _BESIDE and one.period is not None and one.period.last_day is not None
    ]
    dated = [pair for pair in dated if day is None or pair[0] <= day]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _of_target(paper: Paper, target: Target, value: Observation | None) -> Finding | None:
    rating = target.rating
    if rating is None or rating.standing is None or value is None:
        return None
    if not isinstance(target.figure, Figure) or not isinstance(value.figure, Figure):
        return None
    if target.figure.unit != value.figure.unit or target.comparator is Comparator.NOT_SAID:
        return None
    fits = _fitting(target, target.figure, value.figure, paper.key)
    if not fits or rating.standing in fits:
        return None
    told = (rating.citation, value.citation, target.citation)
    return Finding(
        code="rating.differs_from_target",
        priority=Priority.MEDIUM,
        authority=target.authority,
        message=f"{target.label}: rated {rating.word!r} ({rating.standing}), but {value.citation.quote} "
        f"against {target.citation.quote} is {' or '.join(fits)} by the key",
        rule="the authority's own key, set beside target and value as intervals",
        citations=tuple(one for one in told if one is not None),
        records=(target.id, value.id),
        subject=target.label,
        document=name_of(paper),
        expected=" or ".join(fits),
        state="differs from the key",
    )


def _fitting(target: Target, aim: Figure, value: Figure, key: tuple[KeyEntry, ...]) -> tuple[RatedAs, ...]:
    """The standings that fit, one or more where rounding leaves them open; none where the key does not say."""
    near = next((entry for entry in key if entry.standing is RatedAs.NEAR), None)
    allowed = _allowance(near, aim)
    ends = {end for end in (value.low, value.high) if end is not None} or {value.value}
    exact = value.qualifier is Qualifier.EXACTLY
    misses = {_miss(target, aim, end) for end in ({value.value} if exact else ends)}
    found = {_standing(miss, aim, allowed) for miss in misses if miss is not None}
    if None in found:
        return ()
    return tuple(sorted((one for one in found if one is not None), key=str))


def _allowance(near: KeyEntry | None, aim: Figure) -> Decimal | None:
    """How much a value may miss and still be near: percentage points of a percentage, else a share of the target."""
    if near is None:
        return None
    if near.points is not None and aim.unit == "percent":
        return near.points
    return abs(aim.value) * near.share / 100 if near.share is not None else None


def _miss(target: Target, aim: Figure, value: Decimal) -> Decimal | None:
    """By how much a value misses; nought or less where it does not. On the edge of a strict target it misses by next to nothing."""
    strict = Decimal("0.0000001") if aim.qualifier in {Qualifier.OVER, Qualifier.UNDER} else Decimal(0)
    if target.comparator is Comparator.AT_LEAST:
        return aim.value - value + strict
    if target.comparator is Comparator.AT_MOST:
        return value - aim.value + strict
    if target.comparator is Comparator.BETWEEN and aim.value_high is not None:
        return max(aim.value - value, value - aim.value_high)
    return None


def _standing(miss: Decimal, aim: Figure, allowed: Decimal | None) -> RatedAs | None:
    del aim
    if miss <= 0:
        return RatedAs.MET
    if allowed is None:
        return None
    return RatedAs.NEAR if miss <= allowed else RatedAs.NOT_MET
