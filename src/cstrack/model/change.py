"""What moved between two reports of the same authority."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

if TYPE_CHECKING:
    from datetime import date

    from cstrack.sources.citation import Citation


class ChangeKind(StrEnum):
    """Kinds of change."""

    ADDED = "added"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    NOT_MENTIONED_SINCE = "not_mentioned_since"
    NO_LONGER_REPORTED = "no_longer_reported"
    MOVED = "slipped"
    BROUGHT_FORWARD = "brought_forward"
    DEADLINE_REMOVED = "deadline_removed"
    ORIGINAL_OVERWRITTEN = "original_overwritten"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    OWNER_CHANGED = "owner_changed"
    STATUS_CHANGED = "status_changed"
    WEAKENED = "weakened"
    STRENGTHENED = "strengthened"
    PUSHED = "pushed"
    TARGET_BROUGHT_FORWARD = "target_brought_forward"
    TARGET_SET = "target_set"
    TARGET_WITHDRAWN = "target_withdrawn"
    REDEFINED = "redefined"
    RESTATED = "restated"
    MATCHED = "matched"


@final
@frozen(kw_only=True)
class Change:
    """One change, with the words of both reports.

    Attributes:
        kind: what changed.
        record_kind: action, target, measure, observation or budget.
        subject: label of the promise.
        before: the words of the earlier report; None for something added.
        after: the words of the later report; None for something no longer mentioned.
        others: further rows of a promise that was split or merged.
        from_value: the value before, as text (EDTF for dates).
        to_value: the value after.
        days: days between the two dates, where dates moved.
        days_from_original: days between the first date ever reported and this one, where dates moved.
        moves: how often the date has moved since the first report, this time included.
        owners: who leads now, as printed.
        detail: what more there is to say: how it was closed, what of a target changed.
        doubtful: the pair is not certain.
        evidence: why the two are taken for the same promise.
    """

    kind: ChangeKind
    record_kind: str
    subject: str
    before: Citation | None = None
    after: Citation | None = None
    others: tuple[Citation, ...] = ()
    from_value: str | None = None
    to_value: str | None = None
    days: int | None = None
    days_from_original: int | None = None
    moves: int | None = None
    owners: tuple[str, ...] = ()
    detail: str | None = None
    doubtful: bool = False
    evidence: str = ""


@final
@frozen(kw_only=True)
class Step:
    """What moved from one issue of a report to the next.

    Attributes:
        before: file name of the earlier issue.
        after: file name of the later issue.
        earlier: the day the earlier one speaks for; None where it is not known.
        later: the day the later one speaks for.
        changes: what moved.
    """

    before: str
    after: str
    earlier: date | None
    later: date | None
    changes: tuple[Change, ...]
