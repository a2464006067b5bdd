"""Decisions with the actions they create, and recommendations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.titles import shortened, without_persons
from cstrack.facts.statement import StatementKind
from cstrack.model.decision import Decision, Outcome, Recommendation
from cstrack.model.record import Firmness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.grounds import Grounds
    from cstrack.facts.statement import Statement
    from cstrack.model.action import Action


def assemble_decisions(
    grounds: Grounds, statements: Sequence[Statement], actions: Sequence[Action]
) -> tuple[Decision, ...]:
    """The decisions of a paper.

    Args:
        grounds: the paper.
        statements: what was recognised in it.
        actions: its actions; one that stands on a decision's words is created by it.

    Returns:
        In reading order.
    """
    return tuple(_decision(grounds, one, actions) for one in statements if one.kind is StatementKind.DECISION)


def _decision(grounds: Grounds, statement: Statement, actions: Sequence[Action]) -> Decision:
    outcome = Outcome(statement.word("outcome") or "resolved")
    firmness = Firmness.EXPECTED if outcome is Outcome.RECOMMENDED else Firmness.RESOLVED
    created = [
        action.id for action in actions if action.rule == "action.created" and action.citation.span == statement.span
    ]
    return Decision(
        **grounds.shared("decision", statement, firmness=firmness),
        text=without_persons(grounds.words(statement), grounds.vocabulary, grounds.profile),
        outcome=outcome,
        lead=statement.word("lead"),
        body=_body(grounds, statement.word("body")),
        number=statement.word("number"),
        on=statement.on,
        creates=tuple(created),
    )


def _body(grounds: Grounds, printed: str | None) -> str | None:
    """A body by its full name where the profile knows one."""
    if printed is None:
        return None
    names = {name.casefold(): full for name, full in grounds.profile.bodies.items()}
    return names.get(printed.casefold(), printed)


def assemble_recommendations(grounds: Grounds, statements: Sequence[Statement]) -> tuple[Recommendation, ...]:
    """What inspectorates, reviews, officers or scrutiny recommended, in reading order."""
    return tuple(_recommendation(grounds, one) for one in statements if one.kind is StatementKind.RECOMMENDATION)


def _recommendation(grounds: Grounds, statement: Statement) -> Recommendation:
    text = without_persons(grounds.words(statement), grounds.vocabulary, grounds.profile)
    listed = statement.lead is not None
    return Recommendation(
        **grounds.shared("recommendation", statement, label=shortened(text) if listed else None),
        text=text,
        by=statement.word("by"),
        number=statement.word("number"),
    )
