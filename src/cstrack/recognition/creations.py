"""The work that a decision creates: a report to bring back, an entry of the work programme, a duty to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.recognition.dues import timing_of
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.facts.statement import Statement
    from cstrack.recognition.scene import Scene

_CREATES = pattern(
    "recognition.creations.creates",
    r"""\bbe[ ](?:presented|brought|submitted|provided|circulated|sent|prepared|produced|added|arranged|established|reported|shared|included|invited|asked|requested|instructed|tasked|convened|set[ ]up|scheduled|returned)\b
    |\breport(?:ing|s)?[ ]back\b|\b(?:to[ ])?(?:bring|come|report)[ ]back\b|\brequests?[ ](?:that[ ])?(?:a|an|the|officers|further)\b|\b(?:officers|the[ ](?:director|head|chair|chairman|scrutiny[ ]officer))[^.;]{0,40}[ ]to[ ](?:report|provide|bring|circulate|prepare|arrange|write|produce|submit|present)\b""",
    2,
)


def created_actions(scene: Scene, decision: Statement) -> Iterator[Statement]:
    """The work that a decision creates; what is only noted, recommended, deferred or lost creates none.

    Args:
        scene: the paper.
        decision: one of its decisions.

    Yields:
        At most one action over the decision's words.
    """
    if decision.word("outcome") != "resolved":
        return
    text = scene.text(decision.block)[decision.start : decision.end]
    if not _CREATES.search(text):
        return
    timing = timing_of(scene, decision.block, decision.start, decision.end, "planned")
    yield scene.statement(
        StatementKind.ACTION,
        decision.block,
        decision.start,
        decision.end,
        "action.created",
        (
            ("status", "in_progress" if timing.recurrence else "planned"),
            ("firmness", "resolved"),
            ("due_event", timing.due_event),
            ("recurrence", timing.recurrence),
            ("depends_on", timing.depends_on),
        ),
        due=timing.due,
        lead=decision.lead,
        marks=timing.marks,
    )
