"""Statements to records: actions, decisions, objectives, judgements, oversight, recommendations, plans, papers relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.actions import assemble_actions
from cstrack.assembly.decisions import assemble_decisions, assemble_recommendations
from cstrack.assembly.grounds import Grounds
from cstrack.assembly.judgements import assemble_judgements, assemble_oversight
from cstrack.assembly.plans import assemble_objectives, assemble_plans
from cstrack.assembly.progress import assemble_progress
from cstrack.assembly.relied import assemble_relied
from cstrack.problems import Outcome

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.statement import Sentence
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.model.record import Record


def assemble_statements(
    document: Document, facts: Facts, vocabulary: Vocabulary, profile: PaperProfile
) -> Outcome[tuple[Record, ...]]:
    """The records that a paper's statements make.

    Args:
        document: the paper.
        facts: what was recognised in it.
        vocabulary: the words of the field.
        profile: how this council writes.

    Returns:
        Records, linked among each other; no problem arises here, since every statement makes its record.
    """
    said = facts.statements
    sentences: dict[int, list[Sentence]] = {}
    for sentence in facts.sentences:
        sentences.setdefault(sentence.block, []).append(sentence)
    grounds = Grounds(
        document=document,
        facts=facts,
        vocabulary=vocabulary,
        profile=profile,
        texts={index: document.plain(document.blocks[index]).text for index in {one.block for one in said}},
        sentences={block: tuple(found) for block, found in sentences.items()},
    )
    objectives = assemble_objectives(grounds, said)
    actions = assemble_actions(grounds, said, objectives)
    decisions = assemble_decisions(grounds, said, actions)
    return Outcome(
        value=(
            *decisions,
            *actions,
            *objectives,
            *assemble_judgements(grounds, said),
            *assemble_oversight(grounds, said),
            *assemble_recommendations(grounds, said),
            *assemble_relied(grounds, said),
            *assemble_plans(grounds, said, decisions),
            *assemble_progress(grounds, said),
        )
    )
