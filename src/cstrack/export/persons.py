"""Everything that leaves as a report or a file, with names of persons masked: outputs show roles.

Register and findings themselves keep the very words, as the span law demands; what a person or a program is handed as a report is made
from the copies of this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from cstrack.facts.persons import MASK, MASKED_ADDRESS, masked
from cstrack.sources.citation import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.finding import Finding
    from cstrack.model.record import Record
    from cstrack.model.register import Register

T = TypeVar("T", bound=attrs.AttrsInstance)

#: Said in a report in which a name was masked.
NOTE = (
    f"Names of persons stand as {MASK} in the words quoted: reports show roles. The papers themselves are not changed."
)

#: Fields that hold no words of a paper.
_KEPT = frozenset(
    {
        "id",
        "authority",
        "rule",
        "inferred",
        "of",
        "records",
        "code",
        "document",
        "state",
        "objective",
        "ref",
        "loader",
    }
)


def register_without_names(register: Register) -> Register:
    """A register whose records, papers and citations print no name of a person."""
    return attrs.evolve(
        register,
        papers=tuple(_without(paper) for paper in register.papers),
        records=records_without_names(register.records),
    )


def records_without_names(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records that print no name of a person."""
    return tuple(_without(record) for record in records)


def findings_without_names(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Points to check that print no name of a person."""
    return tuple(_without(finding) for finding in findings)


def is_masked(register: Register) -> bool:
    """Whether a name was masked in the words that a register quotes."""
    return any(
        MASK in words or MASKED_ADDRESS in words
        for record in register.records
        for words in (record.citation.quote, record.citation.sentence or "")
    )


def _without(noun: T) -> T:
    """A copy of a noun with its words masked; the noun itself where nothing is."""
    changed: dict[str, Any] = {}
    for field in attrs.fields(type(noun)):
        value = getattr(noun, field.name)
        new = _value(value) if field.name not in _KEPT else value
        if new is not value and new != value:
            changed[field.name] = new
    return cast("T", attrs.evolve(cast("Any", noun), **changed)) if changed else noun


def _value(value: Any) -> Any:
    if type(value) is str:
        return masked(value)
    if isinstance(value, Citation):
        return _citation(value)
    if type(value) is tuple:
        return tuple(_value(one) for one in value)
    return value


def _citation(citation: Citation) -> Citation:
    quote, sentence = masked(citation.quote), citation.sentence and masked(citation.sentence)
    parts = tuple(_citation(part) for part in citation.derived_from)
    if (quote, sentence, parts) == (citation.quote, citation.sentence, citation.derived_from):
        return citation
    return attrs.evolve(citation, quote=quote, sentence=sentence, derived_from=parts)
