"""Stretches of a sentence that tell of work without a whole verb, made into actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.recognition.dues import timing_of

if TYPE_CHECKING:
    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.scene import Scene


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
