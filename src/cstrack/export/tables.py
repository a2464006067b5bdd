"""The tables of a report: one function a kind of record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cstrack.export import words
from cstrack.export.entries import PLACE, figure, last_day, value
from cstrack.export.report import Column, ColumnKind, Entry, Table
from cstrack.model.action import Lifecycle
from cstrack.model.budget import BudgetLine, FundingMovement
from cstrack.model.indicator import Observation
from cstrack.model.judgement import JudgementBasis
from cstrack.model.target import Target, fullest, told_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cstrack.model.action import Action
    from cstrack.model.decision import Decision, Recommendation
    from cstrack.model.judgement import Judgement, Oversight
    from cstrack.model.plan import Objective, Plan
    from cstrack.model.record import Record

_CLOSED = frozenset({Lifecycle.COMPLETED, Lifecycle.WITHDRAWN})
_ACTION = Column("Action", share=5)
_WITH_FIGURE = (BudgetLine, FundingMovement, Observation, Target)


def plans(records: Iterable[Plan]) -> Table:
    """Plans, strategies and programmes."""
    rows = [
        (
            Entry(text=plan.title, citations=plan.citations),
            Entry(text=words.when(plan.period)),
            Entry(text=_status(plan)),
            words.where(plan),
        )
        for plan in records
    ]
    return Table(
        title="Plans", columns=(Column("Plan", share=4), Column("Years"), Column("Status"), PLACE), rows=tuple(rows)
    )


def _status(plan: Plan) -> str:
    adopted = ", ".join(part for part in (plan.adopted_by, words.when(plan.adopted_on, "")) if part)
    return f"{plan.status or 'adopted'} by {adopted}" if plan.adopted_by else plan.status or "not stated"


def objectives(records: Iterable[Objective]) -> Table:
    """Priorities, strands, themes, pledges and aims, called what the paper calls them."""
    rows = [
        (
            Entry(text=(aim.word or "aim").capitalize()),
            Entry(text=aim.title, citations=aim.citations),
            words.where(aim),
        )
        for aim in records
    ]
    return Table(
        title="Priorities and aims",
        columns=(Column("Called", share=1), Column("In the paper's words", share=6), PLACE),
        rows=tuple(rows),
    )


def targets(records: Iterable[Target], states: Mapping[str, str]) -> Table:
    """Numbers to be reached, with where they stand; a target that its paper tells twice is one row with both places."""
    rows = [_target_row(group, states) for group in told_once(records)]
    columns = (
        Column("Target", share=3),
        Column("To reach", ColumnKind.NUMBER),
        Column("By", ColumnKind.DATE),
        Column("From", ColumnKind.NUMBER),
        Column("Status", share=2),
        PLACE,
    )
    return Table(title="Targets", columns=columns, rows=tuple(rows))


def _target_row(group: tuple[Target, ...], states: Mapping[str, str]) -> tuple[Entry, ...]:
    target = fullest(group)
    citations = tuple(dict.fromkeys(words_read for one in group for words_read in one.citations))
    places = "; ".join(dict.fromkeys(words.place(one.citation) for one in group))
    number = figure(target.figure, target, change=target.change)
    baseline = words.amount(target.baseline) if target.baseline else "not stated"
    return (
        Entry(text=target.label),
        Entry(text=number.text, value=number.value, citations=citations),
        Entry(text=words.due(target.due) or words.when(target.period), value=last_day(target.due)),
        Entry(text=baseline, value=value(target.baseline)),
        Entry(text=states.get(target.id, "no figure to compare with")),
        Entry(text=places, citations=citations),
    )


def open_actions(records: Iterable[Action], states: Mapping[str, str]) -> Table:
    """Work not said to be done, by due date: dated first, then due by an event, then without a date."""
    rows = [
        (
            Entry(text=_due(action), value=last_day(action.due)),
            Entry(text=action.title, citations=action.citations),
            Entry(text="; ".join(part for part in (words.LIFECYCLES[action.lifecycle], states.get(action.id)) if part)),
            Entry(text="; ".join(action.owners) or "not stated"),
            words.where(action),
        )
        for action in sorted(records, key=_by_due)
        if action.lifecycle not in _CLOSED
    ]
    columns = (Column("Due", ColumnKind.DATE), _ACTION, Column("Status"), Column("Owner as printed"), PLACE)
    return Table(title="Open actions", columns=columns, rows=tuple(rows))


def closed_actions(records: Iterable[Action]) -> Table:
    """Work that the papers call done or withdrawn, in reading order."""
    rows = [
        (
            Entry(text=words.LIFECYCLES[action.lifecycle]),
            Entry(text=words.when(action.on), value=last_day(action.on)),
            Entry(text=action.title, citations=action.citations),
            Entry(text=words.due(action.due) or "not stated"),
            words.where(action),
        )
        for action in records
        if action.lifecycle in _CLOSED
    ]
    columns = (Column("Status"), Column("When", ColumnKind.DATE), _ACTION, Column("Was due"), PLACE)
    return Table(title="Completed and withdrawn actions", columns=columns, rows=tuple(rows))


def decisions(records: Iterable[Decision]) -> Table:
    """What bodies decided, noted or are asked to decide."""
    rows = [
        (
            Entry(text=decision.number or ""),
            Entry(text=words.OUTCOMES[decision.outcome]),
            Entry(text=decision.text, citations=decision.citations),
            Entry(text=", ".join(part for part in (decision.body, words.due(decision.on)) if part) or "not stated"),
            words.where(decision),
        )
        for decision in records
    ]
    columns = (Column("No.", share=1), Column("Outcome"), Column("Decision", share=5), Column("By, on"), PLACE)
    return Table(title="Decisions", columns=columns, rows=tuple(rows))


def recommended(records: Iterable[Recommendation]) -> Table:
    """What others recommended, and the answer."""
    rows = [
        (
            Entry(text=one.by or "not stated"),
            Entry(text=one.text, citations=one.citations),
            Entry(text=one.response or "no answer printed"),
            words.where(one),
        )
        for one in records
    ]
    columns = (Column("By"), Column("Recommendation", share=5), Column("Answer"), PLACE)
    return Table(title="Recommendations to the authority", columns=columns, rows=tuple(rows))


def observations(records: Iterable[Observation]) -> Table:
    """Numbers measured or counted."""
    rows = [
        (
            Entry(text=seen.label),
            figure(seen.figure, seen, change=seen.change),
            Entry(text=words.when(seen.period)),
            Entry(text=seen.basis.value if seen.basis else "not stated"),
            words.where(seen),
        )
        for seen in records
    ]
    columns = (
        Column("What was counted", share=4),
        Column("Reported figure", ColumnKind.NUMBER),
        Column("In period / as at"),
        Column("Basis", share=1),
        PLACE,
    )
    return Table(title="Reported figures", columns=columns, rows=tuple(rows))


def judgements(records: Iterable[Judgement]) -> Table:
    """Published grades, as printed; what the authority says of itself or expects is no grade."""
    rows = [
        (
            Entry(text=one.inspectorate or "not stated"),
            Entry(text=one.scope or one.label),
            _grade(one),
            Entry(text=words.when(one.on), value=last_day(one.on)),
            words.where(one),
        )
        for one in records
    ]
    columns = (Column("By"), Column("Of what", share=3), Column("Grade as printed", share=3), Column("When"), PLACE)
    return Table(title="Judgements", columns=columns, rows=tuple(rows))


def oversight(records: Iterable[Oversight]) -> Table:
    """Visits, interventions and peer reviews: events, no grades."""
    rows = [
        (
            Entry(text=one.kind.value),
            Entry(text=one.text, citations=one.citations),
            Entry(text=one.by or "not stated"),
            Entry(text=words.when(one.on, "expected" if one.expected else "not stated")),
            words.where(one),
        )
        for one in records
    ]
    columns = (Column("Event"), Column("In the paper's words", share=5), Column("By"), Column("When"), PLACE)
    return Table(title="Visits, intervention and reviews", columns=columns, rows=tuple(rows))


def others(records: Iterable[Record]) -> Table:
    """Figures and work that are not the authority's own."""
    rows = [
        (
            Entry(text=words.about(one)),
            Entry(text=one.label),
            figure(one.figure, one) if isinstance(one, _WITH_FIGURE) else Entry(text="", citations=one.citations),
            Entry(text=words.when(getattr(one, "period", None) or getattr(one, "due", None))),
            words.where(one),
        )
        for one in records
    ]
    columns = (
        Column("About"),
        Column("What is said", share=4),
        Column("Reported figure", ColumnKind.NUMBER),
        Column("When"),
        PLACE,
    )
    return Table(title="Other councils, partners and England", columns=columns, rows=tuple(rows))


def _grade(one: Judgement) -> Entry:
    if one.basis is JudgementBasis.PUBLISHED:
        return Entry(text=one.grade, citations=one.citations)
    said = "said of itself" if one.basis is JudgementBasis.SELF_DESCRIBED else "expected"
    return Entry(text=f"no grade: “{one.grade}” ({said})", citations=one.citations)


def _due(action: Action) -> str:
    if action.due is not None:
        return words.due(action.due)
    return action.due_event or action.recurrence or "no date"


def _by_due(action: Action) -> tuple[int, date]:
    if action.due is not None and (action.due.last_day or action.due.start):
        return 0, action.due.last_day or action.due.start or date.max
    return (1 if action.due_event or action.recurrence else 2), date.max
