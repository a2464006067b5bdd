"""Actions by their dates: due, due soon, date passed, overdue, due by event, undated, and what they depend on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, name_of, of_paper, own
from cstrack.model.action import Action, Lifecycle
from cstrack.model.finding import Finding, Priority
from cstrack.model.record import Actor
from cstrack.values.wording import day_in_words, due_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

#: "Due soon" means: its last day lies within this many days after the as-at date.
SOON = timedelta(days=31)

_OPEN = frozenset({Lifecycle.PLANNED, Lifecycle.IN_PROGRESS, Lifecycle.UNKNOWN})


def open_actions(register: Register, paper: Paper) -> tuple[Action, ...]:
    """The authority's own actions of a paper that it does not call done or withdrawn; those of others stay apart."""
    mine = own(of_paper(register.actions, paper))
    return tuple(
        action for action in mine if action.lifecycle in _OPEN and action.actor in {None, Actor.OWN, Actor.PARTNER}
    )


@final
@frozen
class Deadlines:
    """Dated actions that are due, due soon or past their date."""

    id: str = "core.deadlines"
    title: str = "actions by due date"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding an action whose last day is near or past.

        A due date counts by its last day, and due today is not late. "Overdue" is said only where a later paper, dated after the
        last day, shows the same action still open; without one the outcome is not known.
        """
        del history
        papers = assessable(register, as_of)
        for paper in papers:
            for action in open_actions(register, paper):
                last = action.due.last_day if action.due else None
                if last is None or last > as_of + SOON:
                    continue
                later = _later_sight(register, papers, paper, action, last)
                if last < as_of and later is not None and later.lifecycle not in _OPEN:
                    continue
                yield _finding(action, paper, as_of, last, later)


def _later_sight(
    register: Register, papers: tuple[Paper, ...], paper: Paper, action: Action, last: date
) -> Action | None:
    """The same promise in a paper dated after its last day; None where no such paper speaks of it."""
    if not action.subject:
        return None
    for other in papers:
        dated_after = other.date is not None and other.date.start is not None and other.date.start > last
        if other is paper or not dated_after:
            continue
        for seen in of_paper(register.actions, other):
            if seen.subject == action.subject:
                return seen
    return None


def _finding(action: Action, paper: Paper, as_of: date, last: date, later: Action | None) -> Finding:
    due = due_in_words(action.due) if action.due else ""
    if last < as_of and later is not None:
        code, priority, state = "action.overdue", Priority.HIGH, "overdue"
        told = f"was due {due}, and {later.citation.source.name} shows it still open"
    elif last < as_of:
        code, priority, state = "action.date_passed", Priority.MEDIUM, "date passed, outcome not known"
        told = f"was due {due}: date passed, outcome not known from the papers read"
    elif last == as_of or (action.due is not None and action.due.start is not None and action.due.contains(as_of)):
        code, priority, state = "action.due", Priority.MEDIUM, "due"
        told = f"is due {due}; its last day is {day_in_words(last)}"
    else:
        code, priority, state = "action.due_soon", Priority.LOW, "due soon"
        told = f"is due soon: {due}, last day {day_in_words(last)}"
    inferred = " (date inferred from its context)" if "due" in action.inferred else ""
    return Finding(
        code=code,
        priority=priority,
        authority=action.authority,
        message=f"{action.label}: {told}{inferred}",
        rule="a due date counts by its last day; overdue needs a later paper that shows the action open",
        citations=action.citations if later is None else (*action.citations, *later.citations),
        records=(action.id,) if later is None else (action.id, later.id),
        subject=action.label,
        document=name_of(paper),
        state=state,
    )


@final
@frozen
class DueByEvent:
    """Actions whose date is an event: the next meeting, the start of an appointee."""

    id: str = "core.due_by_event"
    title: str = "actions due by an event"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding an action; the event is kept as printed."""
        del history
        for paper in assessable(register, as_of):
            for action in open_actions(register, paper):
                if not action.due_event or action.due is not None:
                    continue
                yield Finding(
                    code="action.due_by_event",
                    priority=Priority.LOW,
                    authority=action.authority,
                    message=f"{action.label}: due by an event, {action.due_event}",
                    rule="a date told by an event is kept as such",
                    citations=action.citations,
                    records=(action.id,),
                    subject=action.label,
                    document=name_of(paper),
                    state="due by event",
                )


@final
@frozen
class Undated:
    """Planned actions without a date, said once a paper."""

    id: str = "core.undated"
    title: str = "planned actions without a date"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding a paper, citing every such action."""
        del history
        for paper in assessable(register, as_of):
            undated = tuple(
                action
                for action in open_actions(register, paper)
                if action.lifecycle is Lifecycle.PLANNED
                and action.due is None
                and not action.due_event
                and not action.recurrence
            )
            if not undated:
                continue
            many = f"{len(undated)} planned actions carry" if len(undated) > 1 else "1 planned action carries"
            yield Finding(
                code="action.undated",
                priority=Priority.NOTE,
                authority=paper.authority,
                message=f"{many} no date: {'; '.join(action.label for action in undated)}",
                rule="no date is said once a paper",
                citations=tuple(action.citation for action in undated),
                records=tuple(action.id for action in undated),
                subject="planned actions without a date",
                document=name_of(paper),
                state="undated",
            )


@final
@frozen
class Dependencies:
    """Actions that hang on something, and those promised before what they hang on begins."""

    id: str = "core.dependencies"
    title: str = "what actions depend on"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding an action that depends on something, with the words of both."""
        del history
        for paper in assessable(register, as_of):
            for action in open_actions(register, paper):
                if action.depends_on:
                    yield _dependency(action, paper)


def _dependency(action: Action, paper: Paper) -> Finding:
    last = action.due.last_day if action.due else None
    begins = action.depends_from.start if action.depends_from else None
    if action.due is not None and last is not None and begins is not None and begins > last:
        code, priority, state = "action.depends_later", Priority.HIGH, "depends on something later"
        told = (
            f"promised by {day_in_words(last)}; what it depends on begins later, on {day_in_words(begins)} "
            f"({action.depends_on})"
        )
    else:
        code, priority, state = "action.depends", Priority.LOW, "depends"
        told = f"depends on: {action.depends_on}"
    return Finding(
        code=code,
        priority=priority,
        authority=action.authority,
        message=f"{action.label}: {told}",
        rule="what a promise depends on stands beside its date",
        citations=(*action.citations, *action.depends),
        records=(action.id,),
        subject=action.label,
        document=name_of(paper),
        state=state,
    )
