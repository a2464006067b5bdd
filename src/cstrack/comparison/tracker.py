"""What moved between two issues of one tracker.

A tracker is meant to be whole: a row that is gone without a word is "no longer reported", which no prose paper would deserve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.comparison.dates import Trail, begin, date_changes, follow
from cstrack.comparison.endings import closed_and_open, ended, stated_endings
from cstrack.comparison.measures import measure_changes
from cstrack.comparison.pairing import pair_rows
from cstrack.comparison.rows import action_rows, measure_rows
from cstrack.comparison.telling import of_pair, of_row
from cstrack.comparison.words import same_wording
from cstrack.model.action import Lifecycle
from cstrack.model.change import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cstrack.comparison.pairing import Paired, RowPair
    from cstrack.comparison.rows import Row
    from cstrack.comparison.settled import Settled
    from cstrack.model.action import Action
    from cstrack.model.change import Change
    from cstrack.model.register import Register


@final
@frozen(kw_only=True)
class Compared:
    """Two issues of a tracker, compared.

    Attributes:
        changes: what moved: of actions, then of measures.
        trails: what reports up to the later one said of the date of each of its actions, by record id.
    """

    changes: tuple[Change, ...]
    trails: Mapping[str, Trail]


def compare_trackers(
    before: Register, after: Register, settled: Settled, trails: Mapping[str, Trail] | None = None
) -> Compared:
    """Changes from one issue of a tracker to the next.

    Args:
        before: the earlier issue.
        after: the later issue.
        settled: what somebody decided of doubtful pairs.
        trails: what the reports up to the earlier one said of dates; None where it is the first.

    Returns:
        Pairs and what moved in them, what was split and merged, what ended, what was added, what is gone; and the trails.
    """
    old, new = action_rows(before), action_rows(after)
    listed, twice = closed_and_open(old, new, settled)
    standing = [row for row in old if not row.listed and row.order not in listed]
    paired = pair_rows(standing, [row for row in new if not row.listed and row.order not in twice], settled)
    known = trails or {}
    following = dict(_trails(paired, known, [row.action for row in new if row.action is not None]))
    measures = pair_rows(measure_rows(before), measure_rows(after), settled)
    endings = stated_endings(old, new, paired, settled)
    changes = (
        *_of_actions(paired, known),
        *ended(paired, endings),
        *_listed(old, listed),
        *measure_changes(measures),
    )
    return Compared(changes=changes, trails=following)


def _listed(old: tuple[Row, ...], listed: Mapping[int, Row]) -> Iterator[Change]:
    for row in old:
        if row.order in listed:
            cited = {"before": row.record.citation, "after": listed[row.order].record.citation}
            yield of_row(
                ChangeKind.CLOSED, row, **cited, detail="on the list of what was closed, and among the open rows"
            )


def _trails(paired: Paired, known: Mapping[str, Trail], actions: list[Action]) -> Iterator[tuple[str, Trail]]:
    for action in actions:
        yield action.id, begin(action)
    for pair in paired.pairs:
        one, two = pair.before.action, pair.after.action
        if one is not None and two is not None:
            yield two.id, follow(known.get(one.id) or begin(one), one, two)


def _of_actions(paired: Paired, trails: Mapping[str, Trail]) -> Iterator[Change]:
    for pair in paired.pairs:
        yield of_pair(ChangeKind.MATCHED, pair)
        one, two = pair.before.action, pair.after.action
        if not same_wording(pair.before.title, pair.after.title):
            yield of_pair(ChangeKind.REWORDED, pair, pair.before.title, pair.after.title)
        if one is not None and two is not None:
            yield from date_changes(pair, one, two, trails.get(one.id) or begin(one))
            yield from _standing(pair, one, two)
            if one.owners and two.owners and _folded(one.owners) != _folded(two.owners):
                yield of_pair(ChangeKind.OWNER_CHANGED, pair, "; ".join(one.owners), "; ".join(two.owners))
    for whole, parts in paired.split:
        cited = [part.record.citation for part in parts]
        told = {"before": whole.record.citation, "after": cited[0], "others": tuple(cited[1:])}
        words = {"from_value": whole.title, "to_value": "; ".join(part.title for part in parts)}
        yield of_row(ChangeKind.SPLIT, whole, **told, **words)
    for wholes, one_row in paired.merged:
        cited = [whole.record.citation for whole in wholes]
        told = {"before": cited[0], "others": tuple(cited[1:]), "after": one_row.record.citation}
        words = {"from_value": "; ".join(whole.title for whole in wholes), "to_value": one_row.title}
        yield of_row(ChangeKind.MERGED, one_row, **told, **words)
    for row in paired.arrived:
        yield of_row(ChangeKind.ADDED, row, after=row.record.citation)


def _standing(pair: RowPair, one: Action, two: Action) -> Iterator[Change]:
    """Where the work stands: ended, taken up again, or rated otherwise."""
    before, after = standing_of(one), standing_of(two)
    if before == after:
        return
    yield of_pair(ChangeKind.STATUS_CHANGED, pair, before, after)
    if two.lifecycle is Lifecycle.COMPLETED and one.lifecycle is not Lifecycle.COMPLETED:
        yield of_pair(ChangeKind.CLOSED, pair, before, after, detail=_late(two))
    elif two.lifecycle is Lifecycle.WITHDRAWN and one.lifecycle is not Lifecycle.WITHDRAWN:
        yield of_pair(ChangeKind.WITHDRAWN, pair, before, after)
    elif one.lifecycle is Lifecycle.COMPLETED and two.lifecycle is not Lifecycle.COMPLETED:
        yield of_pair(ChangeKind.REOPENED, pair, before, after)


def standing_of(action: Action) -> str | None:
    """What its rating stands for by the authority's key; without a key, where the work stands; None where nothing is said."""
    if action.rating is not None and action.rating.standing is not None:
        return str(action.rating.standing)
    return None if action.lifecycle is Lifecycle.UNKNOWN else str(action.lifecycle)


def _late(action: Action) -> str | None:
    """A day of completion after the date it was due."""
    due, done = action.due, action.on
    if due is None or done is None or due.last_day is None or done.start is None or done.start <= due.last_day:
        return None
    return f"{(done.start - due.last_day).days} days after its date"


def _folded(owners: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(owner.casefold().split()) for owner in owners)
