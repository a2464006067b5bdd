"""Rows that are gone: closed on a list, by a note, after they were complete, or without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.comparison.pairing import pair_rows
from cstrack.comparison.telling import of_row
from cstrack.comparison.words import same_wording
from cstrack.model.action import Lifecycle
from cstrack.model.change import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.comparison.pairing import Paired
    from cstrack.comparison.rows import Row
    from cstrack.comparison.settled import Settled
    from cstrack.model.action import Action
    from cstrack.model.change import Change


@final
@frozen(kw_only=True, eq=False)
class Ending:
    """Where the later report says what became of a row.

    Attributes:
        row: the row of the list, or the note.
        how: "on the list of what was closed", "by a note".
    """

    row: Row
    how: str


def stated_endings(old: Sequence[Row], new: Sequence[Row], paired: Paired, settled: Settled) -> Mapping[int, Ending]:
    """What the later report says of rows that are no longer among the open ones.

    Args:
        old: all rows of the earlier report.
        new: all rows of the later report, lists of what was closed and notes included.
        paired: the open rows, paired.
        settled: what somebody decided of doubtful pairs.

    Returns:
        Order of an earlier row -> where it says so.
    """
    found: dict[int, Ending] = {}
    gone = paired.gone
    for pair in pair_rows(gone, newly_listed(old, new, settled), settled).pairs:
        found[pair.before.order] = Ending(row=pair.after, how="on the list of what was closed")
    by_ref: dict[str, Row] = {row.ref: row for row in new if row.note and row.ref is not None}
    for row in gone:
        note = by_ref.get(row.ref) if row.ref is not None else None
        if note is not None and row.order not in found:
            found[row.order] = Ending(row=note, how="by a note")
    return found


def newly_listed(old: Sequence[Row], new: Sequence[Row], settled: Settled) -> tuple[Row, ...]:
    """The rows of the later report's list of what was closed that were not on the earlier one's."""
    listed = [row for row in new if row.closed and not row.note]
    known = [row for row in old if row.closed and not row.note]
    repeated = {pair.after.order for pair in pair_rows(known, listed, settled).pairs}
    return tuple(row for row in listed if row.order not in repeated)


def closed_and_open(
    old: Sequence[Row], new: Sequence[Row], settled: Settled
) -> tuple[Mapping[int, Row], frozenset[int]]:
    """Rows that were complete, are on the list of what was closed now, and stand among the open ones all the same.

    The list counts, and the open row is a second print of it: it is neither taken up again nor added.

    Returns:
        Order of the earlier row -> the row of the list; and the orders of the later rows that stand open all the same.
    """
    complete = [row for row in old if not row.listed and row.action and row.action.lifecycle is Lifecycle.COMPLETED]
    standing = [row for row in new if not row.listed]
    listed: dict[int, Row] = {}
    twice: set[int] = set()
    for row in newly_listed(old, new, settled):
        before = [one for one in complete if same_wording(one.title, row.title)]
        still = [one for one in standing if same_wording(one.title, row.title)]
        if len(before) == 1 and len(still) == 1:
            listed[before[0].order] = row
            twice.add(still[0].order)
    return listed, frozenset(twice)


def ended(paired: Paired, endings: Mapping[int, Ending]) -> Iterator[Change]:
    """Every row that is gone, with what is known of it."""
    for row in paired.gone:
        action = row.action
        if action is None:
            continue
        ending = endings.get(row.order)
        cited = {"before": row.record.citation}
        if ending is not None:
            kind = ChangeKind.WITHDRAWN if _withdrawn(ending.row) else ChangeKind.CLOSED
            yield of_row(kind, row, **cited, after=ending.row.record.citation, detail=ending.how)
        elif action.lifecycle is Lifecycle.COMPLETED:
            yield of_row(ChangeKind.CLOSED, row, **cited, detail="taken off after it was complete")
        elif action.lifecycle is Lifecycle.WITHDRAWN:
            yield of_row(ChangeKind.WITHDRAWN, row, **cited, detail="taken off after it was withdrawn")
        else:
            yield of_row(ChangeKind.NO_LONGER_REPORTED, row, **cited, detail=_last(action))


def _withdrawn(row: Row) -> bool:
    return row.action is not None and row.action.lifecycle is Lifecycle.WITHDRAWN


def _last(action: Action) -> str | None:
    rated = None if action.rating is None else f"last rated {action.rating.word}"
    due = None if action.due is None else f"due {action.due.label or action.due.edtf}"
    told = [text for text in (rated, due) if text]
    return ", ".join(told) or None
