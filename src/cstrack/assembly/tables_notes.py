"""Notes between the rows of a plan that say what became of other rows: "action 4.5 withdrawn", "PAP1-02 and PAP4-01 were signed off"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.assembly.tables_citing import plain_words
from cstrack.facts.table import Printed, TableKind
from cstrack.model.action import Action, Lifecycle
from cstrack.model.record import Firmness
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.assembly.tables_citing import Ground
    from cstrack.facts.table import Table

#: Characters of the shortest note.
_SHORTEST = 20

#: A reference of a row: 4.5, 2.1a, PAP1-02, A12.
_REF = pattern(
    "assembly.tables_notes.ref",
    r"(?<![A-Za-z0-9.£-])(?:[A-Z]{1,5}[0-9]{0,3}[-.][0-9]{1,3}[a-z]?|[A-Z]{1,3}[0-9]{1,3}|[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?[a-z]?)(?![A-Za-z0-9%£-]|\.[0-9])",
)
_OF_ACTIONS = pattern("assembly.tables_notes.of_actions", r"(?i)\b(?:actions?|refs?|rows?|items?|numbers?)\b")
_WITHDRAWN = pattern(
    "assembly.tables_notes.withdrawn",
    r"(?i)\b(?:withdrawn|no[ ]longer[ ](?:required|needed|to[ ]be)|superseded|cancelled|not[ ](?:being[ ])?(?:taken|carried)[ ]forward|no[ ]longer[ ]applicable|not[ ]proceed(?:ing|ed)?|deleted|stopped)\b",
)
_COMPLETED = pattern(
    "assembly.tables_notes.completed", r"(?i)\b(?:completed?|signed[ ]off|closed|finished|delivered|done)\b"
)
_NAMED = pattern("assembly.tables_notes.named", r"\A[ ]?\((?P<name>[^()]{3,80})\)")


def is_withdrawn(text: str) -> bool:
    """Whether words say that work is no longer to be done."""
    return _WITHDRAWN.search(text) is not None


def note_records(ground: Ground, tables: Sequence[Table]) -> Iterator[Action]:
    """The actions that the notes on the sheets of plans say were completed or withdrawn, one a reference.

    Args:
        ground: the document around them.
        tables: the tables of the document.
    """
    for number in dict.fromkeys(table.grid for table in tables if table.kind is TableKind.ACTIONS):
        for at, row in enumerate(ground.document.grids[number].rows):
            filled = [(column, cell) for column, cell in enumerate(row) if cell.text.strip()]
            if len(filled) == 1 and len(filled[0][1].text) >= _SHORTEST:
                column, cell = filled[0]
                printed = Printed(text=cell.text.strip(), address=cell.address, span=cell.span, row=at, column=column)
                yield from _of_note(ground, printed)


def _of_note(ground: Ground, cell: Printed) -> Iterator[Action]:
    text = plain_words(cell.text)
    over = Lifecycle.WITHDRAWN if is_withdrawn(text) else Lifecycle.COMPLETED if _COMPLETED.search(text) else None
    if over is None or _OF_ACTIONS.search(text) is None:
        return
    for found in _REF.finditer(text):
        name = _NAMED.match(text[found.end() :])
        title = f"{found.group()} ({name['name']})" if name else found.group()
        yield Action(
            id=ground.record_id("action", cell),
            authority=ground.facts.head.authority,
            citations=(ground.cite(cell, text),),
            label=title,
            firmness=Firmness.TRACKED,
            rule="table.note",
            title=title,
            lifecycle=over,
            ref=found.group(),
        )
