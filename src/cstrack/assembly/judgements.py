"""Judgements and oversight."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cstrack.facts.statement import StatementKind
from cstrack.model.judgement import Judgement, JudgementBasis, Oversight, OversightKind
from cstrack.model.record import Firmness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.grounds import Grounds
    from cstrack.facts.statement import Statement
    from cstrack.values.period import Period

_FIRMNESS = {
    JudgementBasis.PUBLISHED: Firmness.REPORTED,
    JudgementBasis.SELF_DESCRIBED: Firmness.OPINION,
    JudgementBasis.EXPECTED: Firmness.EXPECTED,
}

#: Scopes that only one framework prints.
_TELLING = {
    "Children who need help and protection": "SIF",
    "Children looked after and achieving permanence": "SIF",
    "Adoption performance": "SIF",
    "Experiences and progress of care leavers": "SIF",
    "Leadership, management and governance": "SIF",
    "Impact of leaders on social work practice": "ILACS",
    "Children in care and care leavers": "ILACS",
}
#: First and last day of inspections under each framework where only one was in use.
_ERAS = (
    (date(2013, 11, 1), date(2018, 1, 1), "SIF"),
    (date(2018, 9, 1), date(9999, 1, 1), "ILACS"),
)


def assemble_judgements(grounds: Grounds, statements: Sequence[Statement]) -> tuple[Judgement, ...]:
    """The grades that a paper tells, each with its basis, in reading order."""
    mine = [one for one in statements if one.kind is StatementKind.JUDGEMENT]
    told = [one.word("scope") or "" for one in mine]
    by_scope = next((_TELLING[scope] for scope in told if scope in _TELLING), None)
    return tuple(_judgement(grounds, one, by_scope) for one in mine)


def _judgement(grounds: Grounds, statement: Statement, by_scope: str | None) -> Judgement:
    basis = JudgementBasis(statement.word("basis") or "published")
    scope = statement.word("scope")
    printed = statement.word("framework")
    grade = statement.word("grade") or ""
    published = basis is JudgementBasis.PUBLISHED
    era = _era(statement.on) if published and grade != "adequate" else None
    framework = printed or era or _TELLING.get(scope or "") or by_scope
    shared = grounds.shared("judgement", statement, label=scope or "Children's services", firmness=_FIRMNESS[basis])
    if framework and not printed:
        shared["inferred"] = (*shared["inferred"], "framework")
    return Judgement(
        **shared,
        grade=grade,
        inspectorate=statement.word("inspectorate"),
        framework=framework,
        scope=scope,
        basis=basis,
        on=statement.on,
    )


def _era(on: Period | None) -> str | None:
    if on is None or on.start is None:
        return None
    return next((name for first, last, name in _ERAS if first <= on.start < last), None)


def assemble_oversight(grounds: Grounds, statements: Sequence[Statement]) -> tuple[Oversight, ...]:
    """Visits, interventions and peer reviews, in reading order."""
    return tuple(
        Oversight(
            **grounds.shared("oversight", one, label=(one.word("kind") or "inspection").capitalize()),
            kind=OversightKind(one.word("kind") or "inspection"),
            text=" ".join(grounds.words(one).split()),
            by=one.word("by"),
            on=one.on,
            expected=one.word("expected") == "yes",
        )
        for one in statements
        if one.kind is StatementKind.OVERSIGHT
    )
