"""Numbers that stand in what members raised: they are kept, and are matters raised rather than findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.facts.statement import StatementKind
from cstrack.model.record import Firmness

if TYPE_CHECKING:
    from cstrack.facts.facts import Facts
    from cstrack.facts.mention import FigureMention
    from cstrack.facts.statement import Statement
    from cstrack.model.record import Record


@final
@frozen
class Raised:
    """Where members raise matters: blocks of a list of matters discussed, and sentences that voice a concern."""

    blocks: frozenset[int]
    sentences: tuple[Statement, ...]

    def told(self, mention: FigureMention, record: Record) -> Record:
        """The record of a number, as a concern where it stands in a matter raised."""
        said = mention.block in self.blocks or any(
            one.block == mention.block and one.start <= mention.start < one.end for one in self.sentences
        )
        return evolve(record, firmness=Firmness.CONCERN) if said else record


def raised_in(facts: Facts) -> Raised:
    """The matters raised in a paper."""
    sentences = tuple(one for one in facts.statements if one.kind is StatementKind.CONCERN)
    return Raised(frozenset(one.block for one in sentences if one.rule == "concern.raised"), sentences)
