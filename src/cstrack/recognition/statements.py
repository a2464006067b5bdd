"""What a paper commits to, decides, aims at and is judged by: every statement with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.recognition.actions import recognise_actions
from cstrack.recognition.concerns import recognise_concerns
from cstrack.recognition.creations import created_actions
from cstrack.recognition.decisions import recognise_decisions
from cstrack.recognition.funding import awaited_funding
from cstrack.recognition.graded_tables import tables_of_grades
from cstrack.recognition.inspection_reports import inspection_report, of_inspectors
from cstrack.recognition.judgements import recognise_judgements
from cstrack.recognition.lists import list_actions, listings
from cstrack.recognition.named_plans import recognise_plans
from cstrack.recognition.objectives import list_objectives, recognise_aims
from cstrack.recognition.oversight import recognise_oversight
from cstrack.recognition.progress import recognise_progress
from cstrack.recognition.relied import recognise_relied
from cstrack.recognition.scene import make_scene
from cstrack.recognition.stretches import Stretches
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.document.document import Document
    from cstrack.facts.facts import Head
    from cstrack.facts.mention import PeriodMention
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.scene import Scene


def recognise_statements(
    document: Document,
    head: Head,
    sentences: Sequence[Sentence],
    periods: Sequence[PeriodMention],
    vocabulary: Vocabulary,
    profile: PaperProfile,
) -> tuple[Statement, ...]:
    """Every statement of a paper.

    Args:
        document: the paper.
        head: what its head matter says.
        sentences: its sentences.
        periods: its dates and periods.
        vocabulary: the words of the field.
        profile: how this council writes.

    Returns:
        Statements in reading order; several may share a sentence.
    """
    scene = make_scene(document, head, sentences, periods, vocabulary, profile)
    decisions, taken = recognise_decisions(scene)
    lists = tuple(one for one in listings(scene) if not taken.intersection(one.members))
    judgements = tuple(recognise_judgements(scene))
    objectives = {member for one in lists if one.kind == "objective" for member in one.members}
    aims = tuple(aim for one in lists if one.kind == "objective" for aim in list_objectives(scene, one))
    graded = {one.block for one in judgements if one.rule == "judgement.line"}
    actions = (
        *(found for one in lists if one.kind == "action" and one.status for found in list_actions(scene, one)),
        *awaited_funding(scene, taken),
        *recognise_actions(scene, {*taken, *objectives, *graded}),
        *(found for one in lists if one.kind == "action" and not one.status for found in list_actions(scene, one)),
        *(made for one in decisions for made in created_actions(scene, one)),
    )
    oversight = tuple(recognise_oversight(scene))
    found = (
        *decisions,
        *_apart_from(scene, _without_doubles(actions), (*oversight, *judgements), decisions),
        *aims,
        *recognise_aims(scene, {*taken, *objectives}, aims),
        *judgements,
        *oversight,
        *recognise_relied(scene),
        *recognise_plans(scene),
        *recognise_concerns(scene, lists),
        *recognise_progress(scene),
    )
    report = inspection_report(scene)
    found = (*found, *tables_of_grades(scene)) if report is None else of_inspectors(scene, report, found)
    return tuple(sorted(found, key=lambda one: (one.block, one.start, one.kind)))


#: Rules that read the deciding itself as work where a decision has read it already.
_DECIDING = frozenset({"action.intended", "action.perfect", "action.past", "action.past_event"})


_INSPECTS = pattern("recognition.statements.inspects", r"\b(?:inspected|visited|carried[ ]out|undertook|reviewed)\b", 2)


def _inspects(scene: Scene, action: Statement) -> bool:
    """Whether an action is the inspecting itself, told in the sentence that also tells its grade."""
    return _INSPECTS.search(scene.text(action.block), action.start, action.end) is not None


def _apart_from(
    scene: Scene, actions: Sequence[Statement], oversight: Sequence[Statement], decisions: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Actions without what was done to the authority (intervention began or ended) and without the deciding itself."""
    done = Stretches(one for one in oversight if one.word("kind") == "intervention")
    judged = Stretches(one for one in oversight if one.kind is StatementKind.JUDGEMENT)
    decided = Stretches(one for one in decisions if one.rule in ("decision.body", "decision.thing", "decision.passed"))
    return tuple(
        action
        for action in actions
        if not (action.word("status") == "completed" and done.overlap(action))
        and not (action.rule == "action.past_event" and judged.overlap(action) and not _inspects(scene, action))
        and not (action.rule in _DECIDING and decided.overlap(action))
    )


def _without_doubles(actions: Iterable[Statement]) -> tuple[Statement, ...]:
    """Actions, each stretch of a block once: what a list names goes before what its sentence says."""
    kept: list[Statement] = []
    taken = Stretches(())
    for action in actions:
        if not taken.overlap(action):
            kept.append(action)
            taken.add(action)
    return tuple(kept)
