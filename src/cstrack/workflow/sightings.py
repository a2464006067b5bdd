"""Everything that was seen in a paper, by line: records, figures, periods, what is no figure, statements."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.export import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.hooks.contracts import LoadResult
    from cstrack.hooks.resolver import Choice
    from cstrack.model.record import Record
    from cstrack.sources.span import Span

_WIDTH = 160


@final
@frozen(kw_only=True)
class Sight:
    """What was seen in one paper.

    Attributes:
        document: the paper as read.
        choice: which loader reads it, and why.
        facts: what was recognised; None for a loader that is no reader of prose papers.
        result: its records; None where there is no loader, or it failed.
    """

    document: Document
    choice: Choice
    facts: Facts | None = None
    result: LoadResult | None = None


@final
@frozen(kw_only=True)
class Sighting:
    """One thing that was seen.

    Attributes:
        line: line of the text, from 1.
        start: offset of its first character.
        kind: record, figure, period, no figure, statement.
        words: as printed.
        told: as what it was read, by which rule, and what of it was inferred.
    """

    line: int
    start: int
    kind: str
    words: str
    told: str


def sightings(sight: Sight) -> tuple[Sighting, ...]:
    """What was seen, in reading order; at one place the records first."""
    text = sight.document.text
    ends = [at for at, letter in enumerate(text) if letter == "\n"]

    def at(kind: str, span: Span, told: str) -> Sighting:
        printed = words.shortened(" ".join(sight.document.text_at(span).split()), _WIDTH)
        return Sighting(
            line=bisect_right(ends, span.start - 1) + 1, start=span.start, kind=kind, words=printed, told=told
        )

    records = sight.result.records if sight.result is not None else ()
    found = [at("record", record.citation.span, _record(record)) for record in records if record.citation.span]
    if sight.facts is not None:
        found.extend(_facts(sight.facts, at))
    return tuple(sorted(found, key=lambda one: (one.line, one.start)))


def _facts(facts: Facts, at: Callable[[str, Span, str], Sighting]) -> Iterator[Sighting]:
    for figure in facts.figures:
        change = figure.change
        told = f"{words.amount(figure.figure, change=change)} ({figure.figure.unit})"
        yield at("figure", figure.span, _by(told, figure.rule, figure.inferred))
    for period in facts.periods:
        told = f"{period.role.value}: {words.when(period.period)} ({period.period.edtf})"
        yield at("period", period.span, _by(told, period.rule, period.inferred))
    for other in facts.others:
        yield at("no figure", other.span, other.reason)
    for statement in facts.statements:
        said = ", ".join(f"{name} {word}" for name, word in statement.words)
        told = f"{statement.kind.value}{f': {said}' if said else ''}"
        yield at("statement", statement.span, _by(told, statement.rule, statement.inferred))


def _record(record: Record) -> str:
    from cstrack.codec.lines import line

    plain = line(record)
    keys = (
        "measure",
        "value",
        "value_high",
        "unit",
        "status",
        "outcome",
        "grade",
        "period",
        "due",
        "on",
        "due_event",
        "about",
    )
    told = ", ".join(f"{key} {plain[key]}" for key in keys if plain[key] not in (None, "own"))
    return _by(
        f"{plain['kind']} {record.id.rpartition('-')[2]}: {told or plain['label']}", record.rule, record.inferred
    )


def _by(told: str, rule: str, inferred: tuple[str, ...]) -> str:
    return told + (f"; rule {rule}" if rule else "") + (f"; inferred: {', '.join(inferred)}" if inferred else "")
