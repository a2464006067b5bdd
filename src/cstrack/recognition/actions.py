"""Pieces of work in sentences: what somebody has done, is doing or will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.facts.statement import StatementKind
from cstrack.recognition.clauses import clauses_of
from cstrack.recognition.dues import timing_of
from cstrack.recognition.fragments import fragments_of
from cstrack.recognition.lexicon import word_set
from cstrack.recognition.log_entries import log_entries
from cstrack.recognition.modality import Tense
from cstrack.recognition.subjects import who_acts
from cstrack.recognition.verdicts import verdict_of
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cstrack.facts.statement import Sentence, Statement
    from cstrack.recognition.clauses import Clause
    from cstrack.recognition.scene import Scene
    from cstrack.recognition.subjects import Subject
    from cstrack.recognition.verdict import Verdict

#: Sections where nothing commits: who to ask, what the paper is for, what it rests on.
SILENT = frozenset({"contacts", "relied", "purpose"})

_BY = pattern(
    "recognition.actions.by",
    r"\bby[ ]((?:the[ ])?[A-Z][^,.;:()]{1,60}|the[ ][a-z][^,.;:()]{1,60}|[a-z][a-z ]{2,30})",
    0,
)
_HISTORY = pattern(
    "recognition.actions.history", r"\b(?:historically|years[ ]ago|in[ ]the[ ]past|traditionally|previously)\b", 2
)
_LONG_AGO = word_set("historically ago past traditionally previously")
#: Subjects that are the thing just spoken of: "and those two would open by September", "award is due in January".
_MEANT = pattern(
    "recognition.actions.meant",
    r"(?:those|these|they|both|it|award|completion|opening|launch|approval|delivery|a[ ]decision|an[ ]answer|the[ ]result|the[ ]outcome)(?:[ ](?:two|three|four|both|is|all))?\Z",
    2,
)
_SUPPOSED = pattern(
    "recognition.actions.supposed",
    r"(?:but[ ]|and[ ]|however,?[ ])?(?:if|unless|in[ ]the[ ]event|should[ ](?:the|an?|any|this|these|it|they|we))\b",
    2,
)


def recognise_actions(scene: Scene, taken: Collection[int]) -> Iterator[Statement]:
    """The pieces of work of a paper, in reading order.

    Args:
        scene: the paper.
        taken: blocks that are items of a decision or a list read elsewhere.

    Yields:
        One statement for each piece of work.
    """
    for index, block in enumerate(scene.document.blocks):
        if index in taken or block.kind is BlockKind.HEADING or scene.is_head(index):
            continue
        if scene.sections[index] in SILENT:
            continue
        found = [one for sentence in scene.sentences.get(index, ()) for one in _of_sentence(scene, sentence)]
        yield from log_entries(scene, index, found)


def _of_sentence(scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    text = scene.text(sentence.block)
    words = text[sentence.start : sentence.end]
    if words.endswith("?") or _SUPPOSED.match(words) or (scene.says(sentence, _LONG_AGO) and _HISTORY.search(words)):
        return
    found: list[Statement] = []
    subject: Subject | None = None
    for clause in clauses_of(scene, sentence):
        verdict = verdict_of(clause, reported=scene.reported)
        if verdict is None:
            if found and clause.subject is subject and clause.group.tense in (Tense.FUTURE, Tense.INTENDED):
                found[-1] = _with_due(scene, found[-1], clause)
            continue
        if found and verdict.status == "planned" and _MEANT.match(clause.subject.text):
            found[-1] = _with_due(scene, found[-1], clause)
        subject = clause.subject
        statement = _statement(scene, sentence, clause, verdict)
        if statement is not None:
            found.append(statement)
    found += fragments_of(scene, sentence, tuple((one.start, one.end) for one in found))
    yield from sorted(found, key=lambda one: one.start)


def _with_due(scene: Scene, action: Statement, clause: Clause) -> Statement:
    """Work that goes on with the date that its next clause sets: "is under construction and is due to open in May"."""
    if action.due is not None or action.word("status") != "in_progress":
        return action
    timing = timing_of(scene, action.block, clause.start, clause.end, "planned")
    return evolve(action, due=timing.due, marks=timing.marks) if timing.due else action


def _statement(scene: Scene, sentence: Sentence, clause: Clause, verdict: Verdict) -> Statement | None:
    block = sentence.block
    also = sentence.start if clause.start > sentence.start else None
    dated = "planned" if verdict.rule == "action.remains" else verdict.status
    timing = timing_of(scene, block, clause.start, clause.end, dated, also=also)
    if clause.link in ("when", "where") and timing.due is None and timing.on is None:
        timing = timing_of(scene, block, sentence.start, clause.end, verdict.status)
    if verdict.dated and timing.due is None and timing.on is None:
        return None
    owner, actor = _who(scene, clause)
    if verdict.rule == "action.with" and who_acts(clause.after.strip(), scene.vocabulary, scene.profile)[0] is None:
        return None
    bare = not clause.subject.text and clause.start == sentence.start
    return scene.statement(
        StatementKind.ACTION,
        block,
        clause.start,
        clause.end,
        verdict.rule,
        (
            ("status", verdict.status),
            ("topic", scene.topic(block, clause.start) if bare else None),
            ("firmness", verdict.firmness),
            ("owner", owner),
            ("actor", actor),
            ("due_event", timing.due_event),
            ("recurrence", timing.recurrence),
            ("depends_on", timing.depends_on),
        ),
        due=timing.due,
        on=timing.on,
        marks=timing.marks,
        inferred=tuple(f"due.{name}" for name in timing.inferred) if timing.due else (),
    )


def _who(scene: Scene, clause: Clause) -> tuple[str | None, str | None]:
    """Who acts: the subject of an active clause, whoever stands after "by" in a passive one."""
    subject = clause.subject
    if clause.group.tense is Tense.STATE:
        return None, None
    if not clause.group.passive:
        return subject.owner, subject.actor
    by = _BY.search(clause.after)
    if by is None:
        return None, None
    return who_acts(by.group(1), scene.vocabulary, scene.profile)
