"""Stretches of a sentence that tell of work without a whole verb, made into actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from cstrack.facts.statement import StatementKind
from cstrack.recognition.dues import timing_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene


@final
class Stretches:
    """Stretches of blocks that are taken, found by block so that a long paper costs no more a sentence than a short one."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Take the stretches of some statements."""
        self._by_block: dict[int, list[tuple[int, int]]] = {}
        for statement in statements:
            self.add(statement)

    def add(self, statement: Statement) -> None:
        """Take the stretch of one more statement."""
        self._by_block.setdefault(statement.block, []).append((statement.start, statement.end))

    def overlap(self, statement: Statement) -> bool:
        """Whether a statement shares a character with a stretch that is taken."""
        taken = self._by_block.get(statement.block, ())
        return any(start < statement.end and statement.start < end for start, end in taken)


def clause_start(text: str, start: int, at: int) -> int:
    """Where the clause that holds an offset begins, at the earliest at ``start``."""
    for mark in ("; ", ": ", ", and ", ", but ", " - "):
        cut = text.rfind(mark, start, at)
        if cut >= 0:
            start = cut + len(mark)
    return start


def clause_end(text: str, at: int, end: int) -> int:
    """Where the clause that goes on at an offset ends, at the latest at ``end``."""
    cuts = [cut for mark in ("; ", ", and ", ", but ") if (cut := text.find(mark, at, end)) >= 0]
    return min(cuts, default=end)


def action_at(
    scene: Scene,
    sentence: Sentence,
    start: int,
    end: int,
    status: str,
    rule: str,
    *,
    owner: str | None = None,
    actor: str | None = None,
    mention: PeriodMention | None = None,
) -> Statement:
    """An action over a stretch of a sentence.

    Args:
        scene: the paper.
        sentence: the sentence.
        start: where the stretch begins in the block's plain text.
        end: where it ends.
        status: lifecycle.
        rule: name of the rule.
        owner: who acts, as printed.
        actor: what sort of actor that is.
        mention: the date that tells when; else one is looked for in the stretch.

    Returns:
        The statement.
    """
    timing = timing_of(scene, sentence.block, start, end, status)
    planned = status == "planned"
    due = mention.period if mention and planned else timing.due
    on = mention.period if mention and status == "completed" else timing.on
    inferred = mention.inferred if mention else timing.inferred
    return scene.statement(
        StatementKind.ACTION,
        sentence.block,
        start,
        end,
        rule,
        (
            ("status", status),
            ("firmness", "committed" if planned else "reported"),
            ("owner", owner),
            ("actor", actor),
            ("due_event", timing.due_event),
            ("recurrence", timing.recurrence),
            ("depends_on", timing.depends_on),
        ),
        due=due,
        on=on,
        marks=(mention.span,) if mention else timing.marks,
        inferred=tuple(f"due.{name}" for name in inferred) if due else (),
    )
