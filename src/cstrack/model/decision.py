"""What a body resolved, noted or recommended, and what others recommended to it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Record

if TYPE_CHECKING:
    from cstrack.values.period import Period


class Outcome(StrEnum):
    """What became of a proposal."""

    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFERRED = "referred"
    LOST = "lost"


@final
@frozen(kw_only=True)
class Decision(Record):
    """One thing a body decided, noted, or is asked to decide.

    Attributes:
        text: the words, without proposer and vote.
        outcome: what became of it.
        lead: the words it hangs on: "RESOLVED: That".
        body: the body, as printed.
        number: its number in the list: "2", "IV".
        on: when.
        creates: ids of the actions it creates.
    """

    text: str
    outcome: Outcome
    lead: str | None = None
    body: str | None = None
    number: str | None = None
    on: Period | None = None
    creates: tuple[str, ...] = ()


@final
@frozen(kw_only=True)
class Recommendation(Record):
    """What an inspectorate, a review, an officer or a scrutiny body recommended: neither a decision nor an action.

    Attributes:
        text: the words.
        by: who recommends.
        response: the answer, where one is printed.
        number: as printed.
    """

    text: str
    by: str | None = None
    response: str | None = None
    number: str | None = None
