"""Every record of a load, immutable."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, TypeVar, final

from attrs import frozen

from cstrack.model.action import Action
from cstrack.model.budget import BudgetLine, FundingMovement
from cstrack.model.decision import Decision, Recommendation
from cstrack.model.indicator import Observation
from cstrack.model.judgement import Judgement, Oversight
from cstrack.model.paper import PaperRelied
from cstrack.model.plan import Objective, Plan
from cstrack.model.progress import Progress
from cstrack.model.record import Record
from cstrack.model.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cstrack.model.paper import Paper
    from cstrack.problems import Problem

R = TypeVar("R", bound=Record)


@final
@frozen(kw_only=True)
class Register:
    """The records of one load, of one or several authorities, in reading order.

    Attributes:
        papers: the papers read, in the order they were given.
        records: every record.
        problems: what could not be read or trusted.
    """

    papers: tuple[Paper, ...] = ()
    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one kind, in reading order."""
        return tuple(record for record in self.records if isinstance(record, kind))

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Plans, strategies and programmes."""
        return self.of(Plan)

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """Priorities, strands, themes and aims."""
        return self.of(Objective)

    @property
    def targets(self) -> tuple[Target, ...]:
        """Numbers to be reached."""
        return self.of(Target)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Numbers measured or counted."""
        return self.of(Observation)

    @property
    def budgets(self) -> tuple[BudgetLine, ...]:
        """Sums of money."""
        return self.of(BudgetLine)

    @property
    def movements(self) -> tuple[FundingMovement, ...]:
        """Money that moves."""
        return self.of(FundingMovement)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Pieces of work."""
        return self.of(Action)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What bodies decided, noted or are asked to decide."""
        return self.of(Decision)

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """What others recommended."""
        return self.of(Recommendation)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Inspection outcomes."""
        return self.of(Judgement)

    @property
    def oversight(self) -> tuple[Oversight, ...]:
        """Visits, interventions, peer reviews."""
        return self.of(Oversight)

    @property
    def progress(self) -> tuple[Progress, ...]:
        """Words without a number on how targets and work stand."""
        return self.of(Progress)

    @property
    def relied(self) -> tuple[PaperRelied, ...]:
        """Papers relied on."""
        return self.of(PaperRelied)

    @property
    def authorities(self) -> tuple[str | None, ...]:
        """Codes of the authorities of its papers, each once, in order; None for papers of nobody known."""
        return tuple(dict.fromkeys(paper.authority for paper in self.papers))

    def for_authority(self, code: str | None) -> Register:
        """The part of one authority."""
        return Register(
            papers=tuple(paper for paper in self.papers if paper.authority == code),
            records=tuple(record for record in self.records if record.authority == code),
            problems=self.problems,
        )

    def for_document(self, name: str) -> Register:
        """The part of one paper, by its file name."""
        return Register(
            papers=tuple(paper for paper in self.papers if paper.source.name == name),
            records=tuple(record for record in self.records if record.citation.source.name == name),
            problems=tuple(problem for problem in self.problems if problem.document == name),
        )

    def for_source(self, sha256: str) -> Register:
        """The part of one paper, by the hash of its file."""
        papers = tuple(paper for paper in self.papers if paper.source.sha256 == sha256)
        names = {paper.source.name for paper in papers}
        return Register(
            papers=papers,
            records=tuple(record for record in self.records if record.citation.source.sha256 == sha256),
            problems=tuple(problem for problem in self.problems if problem.document in names),
        )

    def published_by(self, day: date | None) -> Register:
        """The part that was published on a day: papers dated later, and what was read in them, are left out.

        Args:
            day: the day; None leaves everything in, as do papers without a date.
        """
        if day is None:
            return self
        later = {
            paper.source.sha256
            for paper in self.papers
            if paper.date is not None and paper.date.start is not None and paper.date.start > day
        }
        return Register(
            papers=tuple(paper for paper in self.papers if paper.source.sha256 not in later),
            records=tuple(record for record in self.records if record.citation.source.sha256 not in later),
            problems=self.problems,
        )

    def paper_of(self, record: Record) -> Paper | None:
        """The paper a record was read from."""
        sha256 = record.citation.source.sha256
        return next((paper for paper in self.papers if paper.source.sha256 == sha256), None)

    def __repr__(self) -> str:
        """Counts by kind, so that printing a register helps."""
        counts = _counts(self.records)
        told = ", ".join(f"{number} {kind}" for kind, number in counts.items()) or "no records"
        return f"<Register of {len(self.papers)} papers: {told}; {len(self.problems)} problems>"

    def _repr_html_(self) -> str:
        """Papers and counts by kind, for a notebook; everything from a paper escaped."""
        papers = "".join(f"<li>{escape(paper.title or '')} ({escape(paper.source.name)})</li>" for paper in self.papers)
        counts = "".join(f"<tr><th>{kind}</th><td>{number}</td></tr>" for kind, number in _counts(self.records).items())
        return f"<p>Papers</p><ul>{papers}</ul><table>{counts}</table><p>Problems: {len(self.problems)}</p>"


def _counts(records: Iterable[Record]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for record in records:
        name = type(record).__name__
        counts[name] = counts.get(name, 0) + 1
    return counts
