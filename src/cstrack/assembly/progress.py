"""Words of progress as records, each with the target or the work that it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.statement import StatementKind
from cstrack.model.action import Action, Lifecycle
from cstrack.model.progress import Progress, Standing
from cstrack.model.target import Target
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.assembly.grounds import Grounds
    from cstrack.document.document import Document
    from cstrack.facts.statement import Statement
    from cstrack.model.record import Record
    from cstrack.sources.span import Span

_WORD = pattern("assembly.progress.word", r"(?<![a-z0-9])[a-z][a-z'-]{3,30}+")
_AIMED = pattern(
    "assembly.progress.aimed", r"(?i)(?<![a-z])(?:target|aim|ambition|goal|milestone|trajectory|objective)s?(?![a-z])"
)

#: Words that tell no two targets apart.
_EMPTY = frozenset(
    (
        *(
            "that",
            "this",
            "these",
            "those",
            "with",
            "from",
            "have",
            "been",
            "will",
            "which",
            "their",
            "there",
            "also",
            "well",
        ),
        *(
            "children",
            "child",
            "young",
            "people",
            "service",
            "services",
            "progress",
            "target",
            "targets",
            "plan",
            "work",
        ),
        *(
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ),
        *("number", "numbers", "against", "schedule", "track", "course", "month", "months", "year", "years"),
    )
)
#: Marks a sentence that points to what stands before it, until it is known what that is.
_BACK = "progress.words_back"
#: How many telling words a title must share with a sentence that speaks of it, and which part of them.
_SHARED, _PART = 2, 0.6
#: Letters that two forms of one word share.
_BEGINNING = 6


def assemble_progress(grounds: Grounds, statements: Sequence[Statement]) -> tuple[Progress, ...]:
    """The words of progress of a paper, in reading order; what they speak of is told when every record is known."""
    return tuple(
        Progress(
            **{**grounds.shared("progress", one), "rule": _BACK if one.word("back") else one.rule},
            standing=Standing[(one.word("standing") or "on_track").upper()],
            printed=one.word("printed") or grounds.words(one),
            on=one.on,
        )
        for one in statements
        if one.kind is StatementKind.PROGRESS
    )


def linked(records: Sequence[Record], document: Document) -> tuple[Record, ...]:
    """The records, with every word of progress tied to the targets or actions that it speaks of.

    A sentence speaks of the targets that it prints; else, where it points back ("this target"), of the last target or open action
    before it in its block; else of what it names by most of its telling words. What none of this finds stays untied.

    Args:
        records: of one paper, in reading order.
        document: the paper.
    """
    told = [record for record in records if isinstance(record, Progress)]
    if not told:
        return tuple(records)
    targets = [record for record in records if isinstance(record, Target)]
    actions = [
        record for record in records if isinstance(record, Action) and record.lifecycle is not Lifecycle.COMPLETED
    ]
    ties = {one.id: _spoken_of(one, targets, actions, document) for one in told}
    return tuple(
        evolve(
            record,
            of=tuple(one.id for one in ties[record.id]),
            label=_label(record, ties[record.id]),
            rule="progress.words",
        )
        if isinstance(record, Progress)
        else record
        for record in records
    )


def _label(progress: Progress, spoken_of: Sequence[Record]) -> str:
    return spoken_of[0].label if spoken_of else progress.label


def _spoken_of(
    progress: Progress, targets: Sequence[Target], actions: Sequence[Action], document: Document
) -> tuple[Record, ...]:
    span = progress.citation.span
    if span is None:
        return ()
    printed = tuple(one for one in targets if one.citation.span is not None and span.overlaps(one.citation.span))
    if printed:
        return printed
    if progress.rule == _BACK:
        start = _block_start(span, document)
        before = [one for one in (*targets, *actions) if _between(one, start, span.start)]
        aimed = _AIMED.search(progress.citation.quote) is not None
        wanted = [one for one in before if isinstance(one, Target) or not aimed]
        return (max(wanted, key=_place),) if wanted else ()
    named = tuple(one for one in (*targets, *actions) if _names(progress, one) and not _overlaps(one, span))
    return named[:1]


def _between(record: Record, start: int, end: int) -> bool:
    return start <= _place(record) < end


def _place(record: Record) -> int:
    return record.citation.span.start if record.citation.span is not None else -1


def _overlaps(record: Record, span: Span) -> bool:
    return record.citation.span is not None and span.overlaps(record.citation.span)


def _block_start(span: Span, document: Document) -> int:
    return next((block.span.start for block in document.blocks if block.span.contains(span)), span.start)


def _names(progress: Progress, record: Record) -> bool:
    """Whether a sentence names a target or a piece of work by its telling words."""
    telling = _telling(record.label)
    shared = telling & _telling(progress.citation.sentence or progress.citation.quote)
    return len(shared) >= _SHARED and len(shared) >= _PART * len(telling)


def _telling(text: str) -> frozenset[str]:
    """The telling words, each by its beginning, so that "implementation" is found in "will be implemented"."""
    return frozenset(word[:_BEGINNING] for word in _WORD.findall(text.casefold()) if word not in _EMPTY)
