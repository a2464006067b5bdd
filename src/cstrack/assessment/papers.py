"""Points about the papers themselves: not yet published, relied on but not held, silent about money."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.assessment.scope import assessable, is_later, name_of, of_paper
from cstrack.model.finding import Finding, Priority
from cstrack.values.wording import due_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cstrack.model.history import History
    from cstrack.model.register import Register


@final
@frozen
class NotYetPublished:
    """Papers dated after the as-at date: listed, not assessed."""

    id: str = "core.not_yet_published"
    title: str = "papers dated after the as-at date"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One note a paper.

        Source:
            docs/explanation/fair-reading.md, "Time".
        """
        del history
        for paper in register.papers:
            if paper.date is not None and is_later(paper, as_of):
                yield Finding(
                    code="paper.not_yet_published",
                    priority=Priority.NOTE,
                    authority=paper.authority,
                    message=f"not yet published at the as-at date: dated {due_in_words(paper.date)}, so not assessed",
                    rule="a paper later than the as-at date is not assessed",
                    citations=(),
                    subject=paper.title or name_of(paper),
                    document=name_of(paper),
                    state="not yet published",
                )


@final
@frozen
class ReliedNotHeld:
    """Papers that a paper relies on and that are not among those read."""

    id: str = "core.relied_not_held"
    title: str = "papers relied on but not held"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One note for each paper relied on, said once for each paper."""
        del history
        for paper in assessable(register, as_of):
            told: set[str] = set()
            for relied in of_paper(register.relied, paper):
                key = relied.title.casefold()
                if relied.held or key in told:
                    continue
                told.add(key)
                yield Finding(
                    code="paper.relied_not_held",
                    priority=Priority.LOW,
                    authority=paper.authority,
                    message=f"relied on but not among the papers read: {relied.title}",
                    rule="papers relied on but not held are listed",
                    citations=relied.citations,
                    records=(relied.id,),
                    subject=relied.title,
                    document=name_of(paper),
                    state="not held",
                )


@final
@frozen
class NoMoney:
    """Papers that print no sum of money about the authority."""

    id: str = "core.no_money"
    title: str = "papers that print no money"

    def check(self, register: Register, history: History | None, as_of: date) -> Iterator[Finding]:
        """One note a paper: it is worth knowing, and no fault."""
        del history
        for paper in assessable(register, as_of):
            if of_paper(register.budgets, paper):
                continue
            yield Finding(
                code="paper.no_money",
                priority=Priority.NOTE,
                authority=paper.authority,
                message="no money in this paper",
                rule="a paper's silence is told, and is not a fault",
                citations=(),
                subject=paper.title or name_of(paper),
                document=name_of(paper),
                state="no money",
            )
