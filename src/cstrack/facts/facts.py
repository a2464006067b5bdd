"""Everything that was recognised in one document, before anybody judged what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from cstrack.facts.key import KeyEntry
    from cstrack.facts.mention import FigureMention, NotAFigure, PeriodMention
    from cstrack.facts.statement import Sentence, Statement
    from cstrack.facts.table import Table
    from cstrack.sources.span import Span
    from cstrack.values.period import Period


@final
@frozen(kw_only=True)
class Head:
    """What a paper's head matter says of itself.

    Attributes:
        title: the paper's title as printed; None where none is found.
        body: the body it was written for or met as: "Children and Families Overview and Scrutiny Panel".
        date: the paper's date.
        date_basis: where the date was found: ``head``, ``body`` or ``name``; the last two are inferred.
        authority: GSS code of the authority.
        authority_basis: where the authority was found: ``argument``, ``project``, ``head``, ``domain``, ``name``.
        exempt: it is marked as not for publication.
        block: index of the block that prints the title; None where there is none.
        ends: index of the first block after the head matter.
        evidence: the spans of what was found, by name.
    """

    title: str | None = None
    body: str | None = None
    date: Period | None = None
    date_basis: str | None = None
    authority: str | None = None
    authority_basis: str | None = None
    exempt: bool = False
    block: int | None = None
    ends: int = 0
    evidence: tuple[tuple[str, Span], ...] = ()


@final
@frozen(kw_only=True)
class Facts:
    """Facts of one document, each in its place, in reading order.

    Attributes:
        head: what the head matter says.
        sentences: every sentence of every block.
        figures: figures.
        periods: dates and periods.
        others: what looks like a figure and is none.
        statements: what commits, decides, aims or judges.
        tables: tables whose heads are known; nothing else is recognised in their cells.
        key: what letters, words and colours mean, where the document says so.
    """

    head: Head
    sentences: tuple[Sentence, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    others: tuple[NotAFigure, ...] = ()
    statements: tuple[Statement, ...] = ()
    tables: tuple[Table, ...] = ()
    key: tuple[KeyEntry, ...] = ()
