"""Plans and objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.model.decision import Outcome
from cstrack.model.plan import Objective, Plan
from cstrack.model.record import Firmness
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.grounds import Grounds
    from cstrack.facts.statement import Statement
    from cstrack.model.decision import Decision

_ADOPTS = pattern(
    "assembly.plans.adopts", r"\b(?:adopt|adopts|adopted|approve|approves|approved|agree|agreed|endorse|endorsed)\b", 2
)


#: Words at the end of a plan's name by which its sentence still knows it: of "Children's Services 5 year plan" the "5 year plan".
_TAIL = 3


def assemble_objectives(grounds: Grounds, statements: Sequence[Statement]) -> tuple[Objective, ...]:
    """The priorities, strands and aims of a paper, in reading order."""
    return tuple(
        Objective(
            **grounds.shared("objective", one, firmness=Firmness.AIMED),
            title=" ".join(grounds.words(one).split()),
            word=one.word("word"),
            order=int(one.word("order") or 0) or None,
        )
        for one in statements
        if one.kind is StatementKind.OBJECTIVE
    )


def assemble_plans(
    grounds: Grounds, statements: Sequence[Statement], decisions: Sequence[Decision]
) -> tuple[Plan, ...]:
    """The plans that a paper names, with who adopted them and when, in reading order.

    Args:
        grounds: the paper.
        statements: what was recognised in it.
        decisions: its decisions; one that names the plan, or says "this plan" in its sentence, adopts it.
    """
    return tuple(_plan(grounds, one, decisions) for one in statements if one.kind is StatementKind.PLAN)


def _plan(grounds: Grounds, statement: Statement, decisions: Sequence[Decision]) -> Plan:
    title = statement.word("title") or grounds.words(statement)
    adopted = next((one for one in decisions if one.on and _adopts(one, title)), None)
    return Plan(
        **grounds.shared("plan", statement, label=title),
        title=title,
        period=statement.due,
        status="adopted" if adopted else statement.word("status"),
        adopted_by=adopted.body if adopted else None,
        adopted_on=adopted.on if adopted else None,
    )


def _adopts(decision: Decision, title: str) -> bool:
    if decision.outcome is not Outcome.RESOLVED or not _ADOPTS.search(decision.text):
        return False
    text, name = decision.text.casefold(), title.casefold()
    around = (decision.citation.sentence or "").casefold()
    words = name.split()
    return name in text or (f"this {words[-1]}" in text and " ".join(words[-_TAIL:]) in around)
