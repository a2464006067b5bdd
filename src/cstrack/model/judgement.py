"""What an inspectorate found, and how the authority was overseen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.record import Record

if TYPE_CHECKING:
    from cstrack.values.period import Period


class JudgementBasis(StrEnum):
    """Whose word a grade is. Only published grades are shown as grades."""

    PUBLISHED = "published"
    SELF_DESCRIBED = "self-described"
    EXPECTED = "expected"


@final
@frozen(kw_only=True)
class Judgement(Record):
    """An inspection outcome. Adequate is not Requires improvement; grades are never averaged.

    Attributes:
        grade: lower-case words as printed: "requires improvement to be good".
        inspectorate: Ofsted, CQC, HMIP ...; None where nothing is said.
        framework: SIF, ILACS, ... where the words or the date tell it.
        scope: the judgement's subject: "Overall effectiveness", "Adoption performance".
        basis: whose word it is.
        on: when inspected or published, as the words say.
    """

    grade: str
    inspectorate: str | None = None
    framework: str | None = None
    scope: str | None = None
    basis: JudgementBasis = JudgementBasis.PUBLISHED
    on: Period | None = None


class OversightKind(StrEnum):
    """How somebody looks at an authority without grading it."""

    INSPECTION = "inspection"
    MONITORING_VISIT = "monitoring visit"
    FOCUSED_VISIT = "focused visit"
    INTERVENTION = "intervention"
    PEER_REVIEW = "peer review"
    ANNUAL_CONVERSATION = "annual conversation"
    BOARD = "improvement board"


@final
@frozen(kw_only=True)
class Oversight(Record):
    """A visit, an intervention, a peer challenge: an event, no judgement.

    Attributes:
        kind: what it is.
        text: the words.
        by: who oversees.
        on: when it was or is expected.
        expected: it lies ahead.
    """

    kind: OversightKind
    text: str
    by: str | None = None
    on: Period | None = None
    expected: bool = False
