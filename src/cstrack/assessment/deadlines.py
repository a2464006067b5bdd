"""Actions by their dates: due, due soon, date passed, overdue, due by event, undated, and what they depend on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, firm, name_of, of_paper, own
from cstrack.model.action import Action, Lifecycle
from cstrack.model.finding import Finding, Priority
from cstrack.model.record import Actor
from cstrack.values.wording import day_in_words, due_with_last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register
    from cstrack.sources.citation import Citation
    from cstrack.values.period import Period

#: "Due soon" means: its last day lies within this many days after the as-at date.
SOON = timedelta(days=31)

_OPEN = frozenset({Lifecycle.PLANNED, Lifecycle.IN_PROGRESS, Lifecycle.UNKNOWN})


def open_actions(register: Register, paper: Paper) -> tuple[Action, ...]:
    """The authority's own actions of a paper that it does not call done or withdrawn.

    Those of others stay apart, as does what was only raised, and the inspectors' coming that a sentence beside its event tells again.
    """
    mine = firm(own(of_paper(register.actions, paper)))
    comings = {
        (event.citation.section, event.on.edtf)
        for event in of_paper(register.oversight, paper)
        if event.expected and event.on is not None
    }
    return tuple(
        action
        for action in mine
        if action.lifecycle in _OPEN
        and action.actor in {None, Actor.OWN, Actor.PARTNER}
        and not (_tells_nobody(action) and action.due and (action.citation.section, action.due.edtf) in comings)
    )


def _tells_nobody(action: Action) -> bool:
    return action.actor is None and not action.owners


@final
@frozen
class Deadlines:
    """Dated actions that are due, due soon or past their date."""

    id: str = "core.deadlines"
    title: str = "actions by due date"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One finding an action whose last day is near or past; one for all actions of which one date is said.

        A due date counts by its last day, and due today is not late. "Overdue" is said only where a later paper, dated after the
        last day, shows the same action still open; without one the outcome is not known. What others depend on is told with them
        and is no work of its own: "funding will not be available until April".
        """
        del history
        papers = assessable(register, as_of)
        for paper in papers:
            mine = open_actions(register, paper)
            conditions = {words.span for action in mine for words in action.depends}
            work = (action for action in mine if action.citation.span is None or action.citation.span not in conditions)
            dated = [one for action in work if (one := _due(action, register, papers, as_of))]
            for group in _by_words_of_the_date(dated):
                yield _finding(group, paper, as_of)


@final
@frozen
class _Due:
    """An action near or past its date.

    Attributes:
        action: the action.
        due: its date.
        last: the last day of it.
        later: the action as a later paper shows it, still open.
    """

    action: Action
    due: Period
    last: date
    later: Action | None


def _due(action: Action, register: Register, papers: tuple[Paper, ...], as_of: date) -> _Due | None:
    last = action.due.last_day if action.due else None
    if action.due is None or last is None or last > as_of + SOON:
        return None
    later = _later_sight(register, papers, action, last) if last < as_of else None
    if later is not None and later.lifecycle not in _OPEN:
        return None
    return _Due(action, action.due, last, later)


def _by_words_of_the_date(dated: list[_Due]) -> list[tuple[_Due, ...]]:
    """Actions that stand under one date, as the bullets below "to be addressed during 2014/15" do, together; any other alone."""
    groups: dict[object, list[_Due]] = {}
    for one in dated:
        words = one.action.citations[-1]
        elsewhere = len(one.action.citations) > 1 and words.span is not None and one.later is None
        groups.setdefault((words.source.sha256, words.span) if elsewhere else one.action.id, []).append(one)
    return [tuple(group) for group in groups.values()]


def _later_sight(register: Register, papers: tuple[Paper, ...], action: Action, last: date) -> Action | None:
    """The same promise in a paper dated after its last day; None where no such paper speaks of it."""
    if not action.subject:
        return None
    for other in papers:
        dated_after = other.date is not None and other.date.start is not None and other.date.start > last
        if not dated_after or other.source.sha256 == action.citation.source.sha256:
            continue
        for seen in of_paper(register.actions, other):
            if seen.subject == action.subject:
                return seen
    return None


def _finding(group: tuple[_Due, ...], paper: Paper, as_of: date) -> Finding:
    first, several = group[0], len(group) > 1
    last, later, is_due, was_due = first.last, first.later, "is due", "was due"
    if several:
        is_due, was_due = "are due", "were due"
    when = due_with_last_day(first.due)
    if last < as_of and later is not None:
        code, priority, state = "action.overdue", Priority.HIGH, "overdue"
        told = f"{was_due} {when}, and {later.citation.source.name} shows it still open"
    elif last < as_of:
        code, priority, state = "action.date_passed", Priority.MEDIUM, "date passed, outcome not known"
        told = f"{was_due} {when}: date passed, outcome not known from the papers read"
    elif last == as_of or (first.due.start is not None and first.due.contains(as_of)):
        code, priority, state = "action.due", Priority.MEDIUM, "due"
        told = f"{is_due} {when}"
    else:
        code, priority, state = "action.due_soon", Priority.LOW, "due soon"
        told = f"{is_due} soon: {when}"
    actions = tuple(one.action for one in group)
    seen = () if later is None else (later,)
    return Finding(
        code=code,
        priority=priority,
        authority=first.action.authority,
        message=_told(actions, told),
        rule="a due date counts by its last day; overdue needs a later paper that shows the action open",
        citations=tuple(dict.fromkeys(words for one in (*actions, *seen) for words in one.citations)),
        records=tuple(one.id for one in (*actions, *seen)),
        subject=first.action.label if not several else f"{len(actions)} actions that share one date",
        document=name_of(paper),
        state=state,
    )


def _told(actions: tuple[Action, ...], told: str) -> str:
    """One action with its date; several with their number, the date they share, and each by its label."""
    taken_over = sum("due" in action.inferred for action in actions)
    if len(actions) == 1:
        return f"{actions[0].label}: {told}" + (" (date inferred from its context)" if taken_over else "")
    inferred = f" (date inferred from its context for {taken_over})" if taken_over else ""
    return (
        f"{len(actions)} actions that share one date {told}{inferred}: {'; '.join(action.label for action in actions)}"
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
        """One finding an action promised before what it depends on begins; one for all others that depend on the same words."""
        del history
        for paper in assessable(register, as_of):
            others: dict[tuple[Citation, ...], list[Action]] = {}
            for action in open_actions(register, paper):
                if action.depends_on and _begins_later(action):
                    yield _dependency((action,), paper)
                elif action.depends_on:
                    others.setdefault(action.depends, []).append(action)
            for group in others.values():
                yield _dependency(tuple(group), paper)


def _begins_later(action: Action) -> bool:
    last = action.due.last_day if action.due else None
    begins = action.depends_from.start if action.depends_from else None
    return last is not None and begins is not None and begins > last


def _dependency(actions: tuple[Action, ...], paper: Paper) -> Finding:
    first = actions[0]
    last = first.due.last_day if first.due else None
    begins = first.depends_from.start if first.depends_from else None
    labels = "; ".join(action.label for action in actions)
    if last is not None and begins is not None and begins > last:
        code, priority, state = "action.depends_later", Priority.HIGH, "depends on something later"
        told = (
            f"{labels}: promised by {day_in_words(last)}; what it depends on begins later, on {day_in_words(begins)} "
            f"({first.depends_on})"
        )
    else:
        code, priority, state = "action.depends", Priority.LOW, "depends"
        told = f"{labels}: depends on: {first.depends_on}"
        if len(actions) > 1:
            told = f"{len(actions)} actions depend on the same ({first.depends_on}): {labels}"
    return Finding(
        code=code,
        priority=priority,
        authority=first.authority,
        message=told,
        rule="what a promise depends on stands beside its date",
        citations=tuple(dict.fromkeys((*(words for one in actions for words in one.citations), *first.depends))),
        records=tuple(action.id for action in actions),
        subject=first.label,
        document=name_of(paper),
        state=state,
    )
