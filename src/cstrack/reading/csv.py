"""The reader of CSV files.

The text of the document is the decoded file untouched, so that a citation has characters as well as a cell. Nothing is shifted: a row
with a cell too many or too few keeps its cells where they stand, and is a problem.
"""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.document.grid import Cell, Grid
from cstrack.document.rows import LazyRows
from cstrack.problems import Outcome, Problem
from cstrack.reading.csv_dialect import dialect_of
from cstrack.reading.csv_records import Field, Record, fields_of, records_of
from cstrack.reading.encoding import binary_kind, decode
from cstrack.reading.tables import column_letters
from cstrack.reading.workbook import stopped
from cstrack.sources.citation import Citation
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "csv 1"
MEDIA_TYPE = "text/csv"

SUFFIXES = (".csv", ".tsv", ".tab")

#: Rows and cells at the top that are looked through for title, date and whose it is.
_TITLE_ROWS, _TITLE_CELLS, _LONGEST_TITLE = 12, 40, 400

#: Problems of one kind that are told one by one, and how much of a row they show.
_TOLD, _SHOWN = 10, 60

_NUMBER = pattern("reading.csv.number", r"[-(£+]{0,3}+[0-9][0-9,.]{0,20}+[%)]{0,2}+")


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is CSV; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person. Only the name tells: a paper in plain text has commas too.
    """
    lower = name.lower()
    if not lower.endswith(SUFFIXES):
        return ()
    named = f"named {lower[lower.rindex('.') :]}"
    return (named, "its first bytes are text") if head and binary_kind(head) is None else (named,)


def read_csv(
    source: Source, content: bytes, *, characters: int = 20_000_000, line: int = 1_000_000, cells: int = 3_000_000
) -> Outcome[Document]:
    """The document of a CSV file: one grid.

    Args:
        source: the file; its kind, encoding and reader are filled in.
        content: its bytes.
        characters: most characters of its text.
        line: most characters of one cell; a longer one is cut, with a problem.
        cells: most cells.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    source = evolve(source, media_type=MEDIA_TYPE, reader=READER)
    if not content:
        return stopped(source, "input.empty", "holds no bytes: give the file again as it was published")
    decoded = decode(content, source.name)
    if decoded.value is None:
        return Outcome(value=None, problems=decoded.problems)
    text = decoded.value.text
    if len(text) > characters:
        return stopped(source, "input.too_large", f"has {len(text):,} characters, more than {characters:,}: divide it")
    if not text.strip():
        return stopped(source, "input.empty", "holds no words: give the file again as it was published")
    dialect = dialect_of(text)
    records = tuple(records_of(text, dialect.separator, dialect.start))
    if sum(record.cells for record in records) > cells:
        return stopped(source, "input.too_large", f"holds more than {cells:,} cells: divide it, or raise the limit")
    known = evolve(source, encoding=decoded.value.encoding)
    table = _Table(source=known, text=text, separator=dialect.separator, records=records, longest=line)
    document = Document(
        source=known,
        text=text,
        blocks=tuple(table.titles()),
        grids=(Grid(name=table.name, rows=LazyRows(len(records), table.row)),),
        furniture=(Span(0, dialect.start),) if dialect.start else (),
    )
    return Outcome(value=document, problems=(*decoded.problems, *table.problems()))


@final
@frozen(kw_only=True, eq=False)
class _Table:
    """A CSV text with the places of its rows."""

    source: Source
    text: str
    separator: str
    records: Sequence[Record]
    longest: int

    @property
    def name(self) -> str:
        """The name of the sheet, as spreadsheet programs give it: that of the file."""
        return self.source.name.rpartition(".")[0] or self.source.name

    def row(self, at: int) -> tuple[Cell, ...]:
        """The cells of a row."""
        found = fields_of(self.text, self.records[at], self.separator)
        return tuple(self._cell(at, column, one) for column, one in enumerate(found))

    def _cell(self, row: int, column: int, one: Field) -> Cell:
        end = min(one.end, one.start + self.longest)
        return Cell(
            text=Field(one.start, end, one.quoted).words(self.text),
            address=f"{self.name}!{column_letters(column)}{row + 1}",
            span=Span(one.start, end) if end > one.start else None,
        )

    def titles(self) -> Iterator[Block]:
        """Blocks of the cells of words at the top: they print title, date, and whose file it is."""
        left = _TITLE_CELLS
        for at in range(min(_TITLE_ROWS, len(self.records))):
            for cell in self.row(at):
                words = cell.text.strip()
                if cell.span is None or not words or len(words) > _LONGEST_TITLE or _NUMBER.fullmatch(words):
                    continue
                if not left:
                    return
                left -= 1
                yield Block(kind=BlockKind.CELL, pieces=(cell.span,))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with rows."""
        unclosed = [at for at, record in enumerate(self.records) if record.unclosed]
        told = "opens a cell with a quotation mark and never closes it; the mark was read as a plain one"
        yield from self._of_rows(unclosed, "table.unclosed_quote", told)
        ragged = self._ragged()
        told = "has {cells} cells, and its head {head}; they were left where they stand"
        yield from self._of_rows(ragged, "table.ragged_row", told)
        long = [at for at, one in enumerate(self.records) if one.end - one.start > self.longest and self._is_long(one)]
        told = f"holds a cell of more than {self.longest:,} characters; the rest of it was left out"
        yield from self._of_rows(long, "table.field_too_long", told)

    def _is_long(self, record: Record) -> bool:
        found = fields_of(self.text, record, self.separator)
        return any(one.end - one.start > self.longest for one in found)

    @property
    def _width(self) -> int:
        """The number of cells that most rows have; of two alike the greater."""
        counts = Counter(array("L", (record.cells for record in self.records if record.cells)))
        return max(counts.items(), key=lambda pair: (pair[1], pair[0]))[0] if counts else 0

    def _ragged(self) -> list[int]:
        """Rows below the head with more or fewer cells than it; not those of one cell, which are notes, nor empty ones."""
        width = self._width
        first = next((at for at, record in enumerate(self.records) if record.cells == width), 0)
        odd = [at for at in range(first, len(self.records)) if self.records[at].cells not in {0, width}]
        return [at for at in odd if self._is_ragged(at, width)]

    def _is_ragged(self, at: int, width: int) -> bool:
        words = [cell.text.strip() for cell in self.row(at)]
        if sum(map(bool, words)) <= 1:
            return False
        return len(words) < width or any(words[width:])

    def _of_rows(self, rows: Sequence[int], code: str, told: str) -> Iterator[Problem]:
        name, width = self.source.name, self._width
        for at in rows[:_TOLD]:
            record = self.records[at]
            span = Span(record.start, min(record.end, record.start + _SHOWN))
            what = told.format(cells=record.cells, head=width)
            yield Problem(
                code=code,
                message=f"row {at + 1} of {name} {what}",
                document=name,
                citation=Citation(
                    source=self.source,
                    span=span,
                    cell=f"{self.name}!A{at + 1}",
                    quote=self.text[span.start : span.end],
                ),
            )
        if len(rows) > _TOLD:
            what = told.format(cells="another number of", head=width)
            yield Problem(code=code, message=f"{len(rows) - _TOLD} further rows of {name}: each {what}", document=name)
