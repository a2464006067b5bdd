"""What moved between two reports, with both wordings side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.comparison.matching import DOUBTFUL, Pair, pair_records
from cstrack.comparison.rows import is_tracker
from cstrack.comparison.settled import NOTHING_SETTLED, Settled
from cstrack.comparison.tracker import compare_trackers
from cstrack.comparison.wording import wording
from cstrack.model.action import Action, Lifecycle
from cstrack.model.budget import BudgetLine
from cstrack.model.change import Change, ChangeKind
from cstrack.model.indicator import Observation
from cstrack.model.target import Comparator, Target
from cstrack.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.model.record import Record
    from cstrack.model.register import Register
    from cstrack.values.period import Period

_KINDS: tuple[tuple[type[Record], str], ...] = (
    (Action, "action"),
    (Target, "target"),
    (Observation, "observation"),
    (BudgetLine, "budget"),
)

_CLOSED = frozenset({Lifecycle.COMPLETED, Lifecycle.WITHDRAWN})


def compare(before: Register, after: Register, settled: Settled = NOTHING_SETTLED) -> tuple[Change, ...]:
    """Changes from an earlier report to a later one.

    Two issues of a tracker are compared row by row. Of prose papers "not mentioned since" is all that may be said of a promise that
    the later report does not speak of: they are under no duty to repeat each other.

    Args:
        before: the earlier report.
        after: the later report.
        settled: what somebody decided of doubtful pairs of rows.

    Returns:
        For each kind of record: matched pairs and what moved in them, then what was added, then what is not mentioned since.
    """
    if is_tracker(before) and is_tracker(after):
        return compare_trackers(before, after, settled).changes
    changes: list[Change] = []
    for kind, name in _KINDS:
        old, new = before.of(kind), after.of(kind)
        pairs = pair_records(old, new, at_least=DOUBTFUL)
        for pair in pairs:
            changes.extend(_of_pair(pair, name))
        changes.extend(_alone(old, new, pairs, name))
    return tuple(changes)


def _of_pair(pair: Pair, kind: str) -> Iterator[Change]:
    yield _change(ChangeKind.MATCHED, kind, pair)
    one, two = pair.before, pair.after
    if wording(one).casefold() != wording(two).casefold() and not isinstance(one, BudgetLine):
        yield _change(ChangeKind.REWORDED, kind, pair, wording(one), wording(two))
    if isinstance(one, Action) and isinstance(two, Action):
        yield from _action(pair, one, two)
    elif isinstance(one, Target) and isinstance(two, Target):
        yield from _target(pair, one, two)
    elif isinstance(one, Observation) and isinstance(two, Observation):
        yield from _observation(pair, one, two)


def _observation(pair: Pair, one: Observation, two: Observation) -> Iterator[Change]:
    if one.period is not None and one.period == two.period and _value(one.figure) != _value(two.figure):
        yield _change(ChangeKind.RESTATED, "observation", pair, _value(one.figure), _value(two.figure))


def _action(pair: Pair, one: Action, two: Action) -> Iterator[Change]:
    yield from _date(pair, "action", one.due, two.due, ChangeKind.MOVED)
    if two.lifecycle in _CLOSED and one.lifecycle not in _CLOSED:
        yield _change(ChangeKind.CLOSED, "action", pair, str(one.lifecycle), str(two.lifecycle))
    if one.owners and two.owners and one.owners != two.owners:
        yield _change(ChangeKind.OWNER_CHANGED, "action", pair, ", ".join(one.owners), ", ".join(two.owners))


def _target(pair: Pair, one: Target, two: Target) -> Iterator[Change]:
    yield from _date(pair, "target", one.due, two.due, ChangeKind.PUSHED)
    if not isinstance(one.figure, Figure) or not isinstance(two.figure, Figure) or one.figure.unit != two.figure.unit:
        return
    higher = two.figure.value > one.figure.value
    if two.figure.value == one.figure.value or one.comparator not in {Comparator.AT_LEAST, Comparator.AT_MOST}:
        return
    stronger = higher if one.comparator is Comparator.AT_LEAST else not higher
    kind = ChangeKind.STRENGTHENED if stronger else ChangeKind.WEAKENED
    yield _change(kind, "target", pair, _value(one.figure), _value(two.figure))


def _date(pair: Pair, kind: str, old: Period | None, new: Period | None, moved: ChangeKind) -> Iterator[Change]:
    before = old.last_day if old is not None else None
    after = new.last_day if new is not None else None
    if old is None or new is None or before is None or after is None or before == after:
        return
    days = (after - before).days
    yield _change(moved if days > 0 else ChangeKind.BROUGHT_FORWARD, kind, pair, old.edtf, new.edtf, days)


def _value(figure: object) -> str:
    return format(figure.value, "f") if isinstance(figure, Figure) else "not stated"


def _change(
    kind: ChangeKind,
    record_kind: str,
    pair: Pair,
    before: str | None = None,
    after: str | None = None,
    days: int | None = None,
) -> Change:
    return Change(
        kind=kind,
        record_kind=record_kind,
        subject=pair.after.label or pair.before.label,
        before=pair.before.citation,
        after=pair.after.citation,
        from_value=before,
        to_value=after,
        days=days,
        doubtful=pair.doubtful,
        evidence=pair.evidence,
    )


def _alone(old: tuple[Record, ...], new: tuple[Record, ...], pairs: tuple[Pair, ...], kind: str) -> Iterator[Change]:
    known_old, known_new = {pair.before.id for pair in pairs}, {pair.after.id for pair in pairs}
    for record in new:
        if record.id not in known_new:
            yield Change(kind=ChangeKind.ADDED, record_kind=kind, subject=record.label, after=record.citation)
    for record in old:
        if record.id not in known_old:
            yield Change(
                kind=ChangeKind.NOT_MENTIONED_SINCE, record_kind=kind, subject=record.label, before=record.citation
            )
