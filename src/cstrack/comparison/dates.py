"""Dates that moved: against the last report, against the first promise, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.comparison.telling import of_pair
from cstrack.model.change import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.comparison.pairing import RowPair
    from cstrack.model.action import Action
    from cstrack.model.change import Change
    from cstrack.values.period import Period


@final
@frozen(kw_only=True)
class Trail:
    """What earlier reports said of the date of a promise.

    Attributes:
        first: the last day of the first date ever reported; None where there was none.
        moves: how often it moved since.
    """

    first: date | None
    moves: int = 0


def begin(action: Action) -> Trail:
    """The trail of an action in the first report that has it: dates that it prints as earlier ones count as moves."""
    known = [action.original_due, *action.revised_due, action.due]
    days = list(dict.fromkeys(one.last_day for one in known if one is not None and one.last_day is not None))
    return Trail(first=days[0] if days else None, moves=max(0, len(days) - 1))


def follow(trail: Trail, one: Action, two: Action) -> Trail:
    """The trail after one more report."""
    before, after = last_day(one.due), last_day(two.due)
    moved = before is not None and after is not None and before != after
    return Trail(first=trail.first or after, moves=trail.moves + moved)


def last_day(due: Period | None) -> date | None:
    """The day by which a due date counts."""
    return None if due is None else due.last_day


def date_changes(pair: RowPair, one: Action, two: Action, trail: Trail) -> Iterator[Change]:
    """What moved in the dates of an action.

    A range that is put in other words has the same last day, and did not move.

    Args:
        pair: the rows.
        one: the action before.
        two: the action now.
        trail: what earlier reports said of its date.
    """
    before, after = last_day(one.due), last_day(two.due)
    told = _told(one), _told(two)
    if before is not None and after is not None and before != after:
        days = (after - before).days
        since = None if trail.first is None else (after - trail.first).days
        kind = ChangeKind.MOVED if days > 0 else ChangeKind.BROUGHT_FORWARD
        moves = trail.moves + 1
        yield of_pair(kind, pair, *told, days=days, days_from_original=since, moves=moves, detail=_how(one, two))
    elif before is not None and two.due is None and two.due_event is not None and not _impossible(two):
        yield of_pair(ChangeKind.DEADLINE_REMOVED, pair, told[0], two.due_event)
    yield from _overwritten(pair, one, two)


def _overwritten(pair: RowPair, one: Action, two: Action) -> Iterator[Change]:
    """The column of first dates holds another date than it did."""
    if "original_due" in one.inferred or "original_due" in two.inferred:
        return
    first, now = last_day(one.original_due), last_day(two.original_due)
    if first is not None and now is not None and first != now and one.original_due and two.original_due:
        yield of_pair(ChangeKind.ORIGINAL_OVERWRITTEN, pair, one.original_due.edtf, two.original_due.edtf)


def _impossible(action: Action) -> bool:
    return action.due_event is None or not any(map(str.isalpha, action.due_event))


def _told(action: Action) -> str | None:
    return action.due.edtf if action.due is not None else action.due_event


def _how(one: Action, two: Action) -> str:
    """Whether the later report shows that the date moved: the date before still stands in it."""
    before = last_day(one.due)
    shown = (two.original_due, *two.revised_due[:-1])
    return "the earlier date is shown" if before in map(last_day, shown) else "without a word"
