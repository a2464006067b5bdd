"""The cell that a record was read from, with its row and the head of its column."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from cstrack.document.block import BlockKind
from cstrack.model.identity import record_id
from cstrack.sources.citation import Citation

if TYPE_CHECKING:
    from cstrack.document.block import Block
    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.profile import PaperProfile
    from cstrack.facts.table import Column, Printed, Row
    from cstrack.facts.vocabulary import Vocabulary

#: Characters of one cell in the sentence that a row makes.
_LONGEST = 200


@final
@frozen(kw_only=True, eq=False)
class Ground:
    """A document while the tables in it become records.

    Attributes:
        document: the paper or workbook.
        facts: what was recognised in it.
        vocabulary: the words of the field.
        profile: how this council writes.
    """

    document: Document
    facts: Facts
    vocabulary: Vocabulary
    profile: PaperProfile
    _blocks: dict[int, Block] = field(factory=dict)
    _used: dict[tuple[str, str], int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find the blocks of cells once."""
        cells = (block for block in self.document.blocks if block.kind is BlockKind.CELL)
        self._blocks.update({block.span.start: block for block in cells})

    def cite(self, cell: Printed, sentence: str | None = None) -> Citation:
        """The citation of a cell, or of a line above a table."""
        document = self.document
        if cell.span is None:
            return Citation(source=document.source, cell=cell.address, quote=cell.text, sentence=sentence)
        block = self._blocks.get(cell.span.start)
        if block is None:
            quote = document.text_at(cell.span)
            place = cell.address or None
            return Citation(source=document.source, span=cell.span, cell=place, quote=quote, sentence=sentence)
        return evolve(document.cite(cell.span, block, sentence), cell=cell.address or None)

    def cited(self, row: Row, column: Column) -> tuple[Citation, ...]:
        """The cell of a row and column, with what its unit and scale were taken from."""
        citation = self.cite(row.cells[column.at], sentence_of(row, column))
        return (citation if column.told is None else evolve(citation, derived_from=(self.cite(column.told),)),)

    def record_id(self, kind: str, cell: Printed) -> str:
        """The id of a record of this cell; the next ordinal where the cell makes several of a kind."""
        ordinal = self._used.get((kind, cell.address), 0)
        self._used[kind, cell.address] = ordinal + 1
        return record_id(kind, self.document.source.sha256, cell.address, ordinal)


def sentence_of(row: Row, column: Column) -> str:
    """The sentence that a reader makes of a cell: the row's label, the column's head, the cell."""
    label = "" if row.label is None else row.label.text
    parts = (label, column.head, row.cells[column.at].text)
    return ": ".join(" ".join(part.split())[:_LONGEST] for part in parts if part.strip())


def plain_words(text: str) -> str:
    """Words with blanks folded."""
    return " ".join(text.split())
