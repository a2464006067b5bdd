"""What may be assessed on a day: the authority's own, of papers that were there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cstrack.model.record import About, Firmness, Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cstrack.model.paper import Paper
    from cstrack.model.register import Register

R = TypeVar("R", bound=Record)


def is_later(paper: Paper, as_of: date) -> bool:
    """Whether a paper is dated after a day; an undated paper is not, and a month counts by its first day."""
    return paper.date is not None and paper.date.start is not None and paper.date.start > as_of


def assessable(register: Register, as_of: date) -> tuple[Paper, ...]:
    """Papers that were there on a day, in the order of the register."""
    return tuple(paper for paper in register.papers if not is_later(paper, as_of))


def own(records: Iterable[R]) -> tuple[R, ...]:
    """Records about the authority itself: its services, or the whole council."""
    return tuple(record for record in records if record.about in {About.OWN, About.COUNCIL})


#: Said so weakly that it is a matter raised and no finding.
_RAISED = frozenset({Firmness.HYPOTHETICAL, Firmness.OPINION, Firmness.CONCERN})


def firm(records: Iterable[R]) -> tuple[R, ...]:
    """Records of which more is said than that somebody raised, thought or supposed it.

    Source:
        docs/explanation/fair-reading.md, "Whose fact": members' remarks in minutes are matters raised, never findings.
    """
    return tuple(record for record in records if record.firmness not in _RAISED)


def of_paper(records: Iterable[R], paper: Paper) -> tuple[R, ...]:
    """Records read from one paper."""
    return tuple(record for record in records if record.citation.source.sha256 == paper.source.sha256)


def name_of(paper: Paper) -> str:
    """What findings call the paper: its file name."""
    return paper.source.name
