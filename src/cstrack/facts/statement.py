"""Sentences that commit, decide, aim or judge."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from cstrack.sources.span import Span
    from cstrack.values.period import Period


class StatementKind(StrEnum):
    """What a sentence does."""

    ACTION = "action"
    DECISION = "decision"
    OBJECTIVE = "objective"
    JUDGEMENT = "judgement"
    RECOMMENDATION = "recommendation"
    OVERSIGHT = "oversight"
    FUNDING_MOVEMENT = "funding movement"
    PAPER_RELIED = "paper relied on"
    CONCERN = "concern"
    PLAN = "plan"
    PROGRESS = "progress"


@final
@frozen(kw_only=True)
class Sentence:
    """One sentence of a block.

    Attributes:
        span: its place in the document's text.
        block: index of its block.
        start: offset in the block's plain text.
        end: offset after it in the block's plain text.
    """

    span: Span
    block: int
    start: int
    end: int


@final
@frozen(kw_only=True)
class Statement:
    """A sentence or clause that says something trackable.

    Attributes:
        kind: what it does.
        span: the clause, in the document's text; at most a long sentence.
        block: index of its block.
        start: offset in the block's plain text.
        end: offset after it in the block's plain text.
        words: what was recognised, by name: ``status``, ``outcome``, ``grade``, ``actor``, ``owner``, ``framework``, ``by`` ...
        rule: the rule that read it.
        inferred: names of ``words``, or ``due`` and ``on``, that were inferred.
        due: planned end or start; None where none is said.
        on: when it was done, decided or found; None where nothing is said.
        lead: index of the block it hangs on: "RESOLVED: That".
        marks: where ``due``, ``on`` or the lead-in were read, outside ``span``.
    """

    kind: StatementKind
    span: Span
    block: int
    start: int
    end: int
    words: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    inferred: tuple[str, ...] = ()
    due: Period | None = None
    on: Period | None = None
    lead: int | None = None
    marks: tuple[Span, ...] = ()

    def word(self, name: str) -> str | None:
        """The recognised word of this name; None where there is none."""
        return dict(self.words).get(name)
