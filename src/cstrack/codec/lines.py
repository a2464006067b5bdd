"""A record as one flat line: the stable contract of ``cstrack records``.

Keys are always there and always in this order; what does not apply is None. Numbers are plain decimal text, dates and periods
EDTF. A later version adds keys at the end and changes none (docs/reference/records.md).
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, TypeAlias

from cstrack.model.action import Action
from cstrack.model.budget import BudgetLine, FundingMovement
from cstrack.model.decision import Decision, Recommendation
from cstrack.model.indicator import Observation
from cstrack.model.judgement import Judgement, Oversight
from cstrack.model.paper import PaperRelied
from cstrack.model.plan import Objective, Plan
from cstrack.model.progress import Progress
from cstrack.model.target import Target
from cstrack.values.missing import NotStated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal
    from enum import Enum

    from cstrack.model.record import Record
    from cstrack.values.figure import Figure
    from cstrack.values.period import Period

#: What may stand under a key.
Plain: TypeAlias = str | int | bool | list[str] | None

#: The keys of every line, in order.
KEYS: tuple[str, ...] = (
    *("kind", "id", "authority", "label", "value", "value_high", "unit", "noun", "low", "high", "qualifier"),
    *("measure", "basis", "change", "period", "due", "on", "status", "rating", "owner", "outcome", "grade"),
    *("document", "source", "start", "end", "cell", "page", "section", "quote", "sentence", "subject", "rule"),
    *("inferred", "numerator", "denominator", "comparator", "target_kind", "baseline", "aggregation"),
    *("original_due", "ref", "objective", "about", "actor", "firmness", "depends_on", "fund", "scope", "due_event"),
    *("box",),
)

#: The kinds of the contract, by the class that makes them.
KINDS: dict[type[Record], str] = {
    BudgetLine: "budget",
    Observation: "observation",
    Target: "target",
    Action: "action",
    Decision: "decision",
    Objective: "objective",
    Judgement: "judgement",
}

#: Further kinds, written when every kind is asked for.
FURTHER_KINDS: dict[type[Record], str] = {
    Plan: "plan",
    Recommendation: "recommendation",
    Oversight: "oversight",
    FundingMovement: "movement",
    PaperRelied: "relied",
    Progress: "progress",
}


def kind_of(record: Record) -> str:
    """The ``kind`` of a record's line."""
    return KINDS.get(type(record)) or FURTHER_KINDS.get(type(record)) or type(record).__name__.lower()


def lines(records: Iterable[Record], *, all_kinds: bool = False) -> Iterator[dict[str, Plain]]:
    """The lines of some records, in their order.

    Args:
        records: the records.
        all_kinds: also the kinds beyond the contract, and figures that the paper speaks of without printing a number
            (their ``value`` is None).

    Yields:
        One line a record.
    """
    for record in records:
        if all_kinds or (type(record) in KINDS and not isinstance(getattr(record, "figure", None), NotStated)):
            yield line(record)


def line(record: Record) -> dict[str, Plain]:
    """One record with every key of :data:`KEYS`, in order."""
    own = {**_of_any(record), **_of_kind(record)}
    return {key: own.get(key) for key in KEYS}


def number(value: Decimal | None) -> str | None:
    """A number as plain decimal text, without exponent and without idle noughts; None stays None.

    >>> number(Decimal("1.20E+6")), number(Decimal("9.50"))
    ('1200000', '9.5')
    """
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _of_any(record: Record) -> dict[str, Plain]:
    citation = record.citation
    return {
        "kind": kind_of(record),
        "id": record.id,
        "authority": record.authority,
        "label": record.label or None,
        "document": citation.source.name,
        "source": citation.source.sha256,
        "start": citation.span.start if citation.span else None,
        "end": citation.span.end if citation.span else None,
        "cell": citation.cell,
        "page": citation.page,
        "box": None if citation.box is None else " ".join(map(str, citation.box)),
        "section": citation.section,
        "quote": citation.quote,
        "sentence": citation.sentence,
        "subject": record.subject or None,
        "rule": record.rule or None,
        "inferred": list(record.inferred),
        "about": record.about.value,
        "firmness": record.firmness.value,
    }


@singledispatch
def _of_kind(record: Record) -> dict[str, Plain]:
    return {"label": record.label or None}


@_of_kind.register
def _(record: BudgetLine) -> dict[str, Plain]:
    return {
        **_amount(record.figure),
        "label": record.label or record.service or None,
        "measure": record.measure.value,
        "basis": _word(record.basis),
        "change": record.change,
        "period": _edtf(record.period),
        "fund": record.fund.value,
        "scope": record.scope.value,
    }


@_of_kind.register
def _(record: Observation) -> dict[str, Plain]:
    return {
        **_amount(record.figure),
        "basis": _word(record.basis),
        "change": record.change,
        "period": _edtf(record.period),
        "rating": record.rating.word if record.rating else None,
        "ref": record.ref,
        "numerator": _value(record.numerator),
        "denominator": _value(record.denominator),
        "aggregation": _word(record.aggregation),
    }


@_of_kind.register
def _(record: Target) -> dict[str, Plain]:
    return {
        **_amount(record.figure),
        "change": record.change,
        "period": _edtf(record.period),
        "due": _edtf(record.due),
        "comparator": record.comparator.value,
        "target_kind": record.kind.value,
        "baseline": _value(record.baseline),
    }


@_of_kind.register
def _(record: Action) -> dict[str, Plain]:
    return {
        "label": record.label or record.title,
        "status": record.lifecycle.value,
        "rating": record.rating.word if record.rating else None,
        "owner": "; ".join(record.owners) or None,
        "due": _edtf(record.due),
        "on": _edtf(record.on),
        "original_due": _edtf(record.original_due),
        "due_event": record.due_event,
        "ref": record.ref,
        "objective": record.objective,
        "actor": _word(record.actor),
        "depends_on": record.depends_on,
    }


@_of_kind.register
def _(record: Decision) -> dict[str, Plain]:
    return {
        "label": record.label or record.text,
        "outcome": record.outcome.value,
        "owner": record.body,
        "ref": record.number,
        "on": _edtf(record.on),
    }


@_of_kind.register
def _(record: Objective) -> dict[str, Plain]:
    return {"label": record.label or record.title, "ref": None if record.order is None else str(record.order)}


@_of_kind.register
def _(record: Judgement) -> dict[str, Plain]:
    return {
        "label": record.label or record.scope,
        "grade": record.grade,
        "basis": record.basis.value,
        "owner": record.inspectorate,
        "scope": record.scope,
        "on": _edtf(record.on),
    }


@_of_kind.register
def _(record: Plan) -> dict[str, Plain]:
    return {
        "label": record.label or record.title,
        "status": record.status,
        "owner": record.adopted_by,
        "period": _edtf(record.period),
        "on": _edtf(record.adopted_on),
    }


@_of_kind.register
def _(record: Recommendation) -> dict[str, Plain]:
    return {"label": record.label or record.text, "owner": record.by, "ref": record.number}


@_of_kind.register
def _(record: Oversight) -> dict[str, Plain]:
    status = "expected" if record.expected else None
    return {"label": record.label or record.kind.value, "owner": record.by, "on": _edtf(record.on), "status": status}


@_of_kind.register
def _(record: FundingMovement) -> dict[str, Plain]:
    way = f"{record.source or 'not stated'} to {record.destination or 'not stated'}"
    return {**_amount(record.figure), "label": record.label or way, "period": _edtf(record.period)}


@_of_kind.register
def _(record: PaperRelied) -> dict[str, Plain]:
    return {"label": record.title, "status": "held" if record.held else "not held"}


@_of_kind.register
def _(record: Progress) -> dict[str, Plain]:
    return {"label": record.label or record.printed, "status": record.standing.value, "on": _edtf(record.on)}


def _amount(figure: Figure | NotStated) -> dict[str, Plain]:
    if isinstance(figure, NotStated):
        return {"unit": figure.unit}
    return {
        "value": number(figure.value),
        "value_high": number(figure.value_high),
        "unit": figure.unit,
        "noun": figure.noun,
        "low": number(figure.low),
        "high": number(figure.high),
        "qualifier": figure.qualifier.value,
    }


def _value(figure: Figure | None) -> str | None:
    return None if figure is None else number(figure.value)


def _edtf(period: Period | None) -> str | None:
    return None if period is None else period.edtf


def _word(word: Enum | None) -> str | None:
    return None if word is None else str(word.value)
