"""What moved between two reports of the same authority."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from cstrack.sources.citation import Citation


class ChangeKind(StrEnum):
    """Kinds of change."""

    ADDED = "added"
    CLOSED = "closed"
    NOT_MENTIONED_SINCE = "not_mentioned_since"
    MOVED = "slipped"
    BROUGHT_FORWARD = "brought_forward"
    REWORDED = "reworded"
    OWNER_CHANGED = "owner_changed"
    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"
    PUSHED = "pushed"
    RESTATED = "restated"
    MATCHED = "matched"


@final
@frozen(kw_only=True)
class Change:
    """One change, with the words of both reports.

    Attributes:
        kind: what changed.
        record_kind: action, target, observation or budget.
        subject: label of the promise.
        before: the words of the earlier report; None for something added.
        after: the words of the later report; None for something no longer mentioned.
        from_value: the value before, as text (EDTF for dates).
        to_value: the value after.
        days: days between the two dates, where dates moved.
        doubtful: the pair is not certain.
        evidence: why the two are taken for the same promise.
    """

    kind: ChangeKind
    record_kind: str
    subject: str
    before: Citation | None = None
    after: Citation | None = None
    from_value: str | None = None
    to_value: str | None = None
    days: int | None = None
    doubtful: bool = False
    evidence: str = ""
