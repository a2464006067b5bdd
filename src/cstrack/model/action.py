"""Work that somebody has done, is doing or will do."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Actor, Record

if TYPE_CHECKING:
    from cstrack.facts.key import RatedAs
    from cstrack.sources.citation import Citation
    from cstrack.values.figure import Figure
    from cstrack.values.period import Period


class Lifecycle(StrEnum):
    """Where a piece of work stands; never a rating."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@final
@frozen(kw_only=True)
class Rating:
    """A rating as printed: the scheme is data, a colour means nothing by itself.

    Attributes:
        scheme: id of the authority's key.
        word: the raw word, letter or colour.
        standing: what the authority's key says it stands for; None where there is no key, or none of its lines is this.
        citation: the cell it stands in.
    """

    scheme: str
    word: str
    standing: RatedAs | None = None
    citation: Citation | None = None


@final
@frozen(kw_only=True)
class Action(Record):
    """A piece of work.

    Attributes:
        title: the words, blanks folded.
        lifecycle: where it stands.
        owners: as printed, roles rather than names where the paper gives both.
        actor: who acts.
        due: planned end or start, as it stands now.
        original_due: as first promised; equal to ``due`` in a first paper.
        revised_due: every later date, oldest first.
        on: when it was done.
        due_event: a due date told by an event: "the next meeting".
        recurrence: "on a quarterly basis".
        rating: as printed.
        ref: number or reference as printed.
        objective: id of the objective it serves.
        depends_on: what it depends on, as printed: "funding not available until April 2015".
        depends: the words that say so.
        depends_from: when what it depends on begins, where the words say: "not available until April 2015".
        updates: progress notes, oldest first.
        percent_complete: as printed.
    """

    title: str
    lifecycle: Lifecycle = Lifecycle.UNKNOWN
    owners: tuple[str, ...] = ()
    actor: Actor | None = None
    due: Period | None = None
    original_due: Period | None = None
    revised_due: tuple[Period, ...] = ()
    on: Period | None = None
    due_event: str | None = None
    recurrence: str | None = None
    rating: Rating | None = None
    ref: str | None = None
    objective: str | None = None
    depends_on: str | None = None
    depends: tuple[Citation, ...] = ()
    depends_from: Period | None = None
    updates: tuple[str, ...] = ()
    percent_complete: Figure | None = None
