"""Whom to ask before the next report: open work by owner, with why it is on the list."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from cstrack.export.report import Column, Entry, Table
from cstrack.model.action import Action, Lifecycle
from cstrack.values.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.model.finding import Finding
    from cstrack.model.register import Register

_OVER = frozenset({Lifecycle.COMPLETED, Lifecycle.WITHDRAWN})
_NOBODY = "no owner printed"


def chasers(issue: Register, findings: Sequence[Finding], limit: date | None) -> Table:
    """Open work to be asked about, by owner and date.

    Args:
        issue: the last issue of a report.
        findings: points to check in it.
        limit: what is due by this day is on the list; None leaves dates out.

    Returns:
        A row for each owner and piece of work: due by the day, without an update although others have one, or rated otherwise than the key
        gives.
    """
    checked = {record for one in findings for record in one.records}
    told = any(action.updates for action in issue.actions)
    rows: dict[str, list[tuple[date, Action, str]]] = defaultdict(list)
    for action in issue.actions:
        reasons = list(_reasons(action, checked, limit, told=told))
        if reasons:
            day = action.due.last_day if action.due is not None else None
            for owner in action.owners or (_NOBODY,):
                rows[owner].append((day or date.max, action, "; ".join(reasons)))
    columns = (
        Column("Who leads", share=3),
        Column("Work", share=6),
        Column("Due"),
        Column("Why", share=4),
        Column("Where"),
    )
    ordered = [
        (owner, *row) for owner in sorted(rows, key=str.casefold) for row in sorted(rows[owner], key=lambda row: row[0])
    ]
    return Table(
        title="To chase, by owner",
        columns=columns,
        rows=tuple(_row(owner, action, why) for owner, _, action, why in ordered),
        note=""
        if limit is None
        else f"Due by {day_in_words(limit)}, without an update, or rated otherwise than the key gives.",
    )


def _reasons(action: Action, checked: set[str], limit: date | None, *, told: bool) -> Iterator[str]:
    if action.lifecycle not in _OVER and not action.rule.endswith(".note"):
        day = action.due.last_day if action.due is not None else None
        if day is not None and limit is not None and day <= limit:
            yield f"due by {day_in_words(day)}"
        if told and not action.updates:
            yield "no update"
    if action.id in checked:
        yield "rated otherwise than the key gives"


def _row(owner: str, action: Action, why: str) -> tuple[Entry, ...]:
    day = action.due.last_day if action.due is not None else None
    return (
        Entry(text=owner),
        Entry(text=action.title, citations=action.citations),
        Entry(text=day_in_words(day) if day else action.due_event or "", value=day),
        Entry(text=why),
        Entry(text=action.citation.cell or "", citations=action.citations[:1]),
    )
