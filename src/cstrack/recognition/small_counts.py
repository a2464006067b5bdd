"""Which places of an unpublished document tell how few people something is about, and which others would give that away.

Source:
    docs/explanation/fair-reading.md, "People and secrets"; the second suppression is that of official statistics: of a total and its
    parts no single one may be missing, and no share stands beside a count that is not shown.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.document.masking import Masks
from cstrack.facts.table import TableKind
from cstrack.recognition.small_cells import Kind, numbers_of, value_of
from cstrack.recognition.small_sums import sums_that_tell
from cstrack.recognition.small_words import comes_to_few, small_in_words
from cstrack.recognition.tables import recognise_tables
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.document.document import Document
    from cstrack.document.grid import Cell, Grid
    from cstrack.facts.facts import Head
    from cstrack.facts.table import Table
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.small_cells import Number

#: Counts from 1 to this are small, where nobody says otherwise.
SMALL = 5

#: A number from here on is no denominator of people.
_MOST_PEOPLE = 1_000_000

_FRACTION = pattern(
    "recognition.small_counts.fraction",
    r"(?P<part>[0-9]{1,6})[ ]?(?:/|of|out[ ]of)[ ]?(?P<whole>[0-9]{1,6})(?:[ ]?[(\[,;=]?[ ]?[0-9.]{1,6}[ ]?%[ ]?[)\]]?)?|[0-9.]{1,6}[ ]?%[ ]?[(\[][ ]?(?P<inner>[0-9]{1,6})[ ]?(?:/|of|out[ ]of)[ ]?(?P<outer>[0-9]{1,6})[ ]?[)\]]",
    2,
)


def small_counts(document: Document, head: Head, vocabulary: Vocabulary, most: int = SMALL) -> Masks:
    """What is not to be shown of an unpublished document.

    Args:
        document: the document as it was read.
        head: what its head matter says.
        vocabulary: the words of the field.
        most: counts from 1 to this are small; 0 masks nothing.
    """
    if most < 1:
        return Masks()
    tables = recognise_tables(document, head, vocabulary)
    cells: dict[str, tuple[tuple[int, int], ...]] = {}
    spans: list[Span] = []
    counts = others = 0
    for at, grid in enumerate(document.grids):
        known = [table for table in tables if table.grid == at]
        first, second = _in_grid(grid, known, most)
        counts, others = counts + len(first), others + len(second - first)
        for row in grid.rows:
            for cell in row:
                stretches = _whole(cell) if cell.address in first or cell.address in second else _words(cell, most)
                if stretches:
                    cells[cell.address] = stretches
                    spans.extend(_placed(document, cell, stretches))
                    counts += cell.address not in first and cell.address not in second
    for span in _prose(document):
        found = small_in_words(document.text_at(span), most)
        spans.extend(Span(span.start + start, span.start + end) for start, end in found)
        counts += len(found)
    return Masks(cells=cells, spans=tuple(spans), counts=counts, others=others)


def _prose(document: Document) -> Iterator[Span]:
    """The stretches of the text that are no cells."""
    for block in document.blocks:
        if block.kind is not BlockKind.CELL:
            yield from block.pieces


def _whole(cell: Cell) -> tuple[tuple[int, int], ...]:
    return ((0, len(cell.text)),)


def _words(cell: Cell, most: int) -> tuple[tuple[int, int], ...]:
    if not any(map(str.isalpha, cell.text)) and "%" not in cell.text:
        return ()
    return small_in_words(cell.text, most)


def _placed(document: Document, cell: Cell, stretches: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The stretches of a cell in the text of its document."""
    if cell.span is None:
        return
    if len(cell.text) == len(cell.span):
        yield from (Span(cell.span.start + start, cell.span.start + end) for start, end in stretches)
        return
    printed = document.text_at(cell.span)
    at = 0
    for start, end in stretches:
        found = printed.find(cell.text[start:end], at)
        if found < 0:
            yield cell.span
            return
        yield Span(cell.span.start + found, cell.span.start + found + end - start)
        at = found + end - start


def _in_grid(grid: Grid, tables: Sequence[Table], most: int) -> tuple[set[str], set[str]]:
    """The addresses of small counts, and of the other cells that would give them away."""
    rows = numbers_of(grid, tables)
    if not any(rows):
        return set(_fractions(grid, tables, most)), set()
    first = {
        number.cell.address
        for row in rows
        for number in row.values()
        if number.kind is Kind.COUNT and 1 <= number.value <= most
    }
    second = {one for row in rows for one in _parts(row, most)}
    second |= set(sums_that_tell(rows, tables, first | second, most))
    for row in rows:
        second |= set(_beside(row, first | second, most))
    return first | set(_fractions(grid, tables, most)), second - first


def _parts(row: Mapping[int, Number], most: int) -> Iterator[str]:
    """Numerators that leave a small count of their denominator."""
    for part, whole in _ratios(row):
        if 1 <= whole.value - part.value <= most or 1 <= part.value <= most:
            yield part.cell.address


def _ratios(row: Mapping[int, Number]) -> Iterator[tuple[Number, Number]]:
    """Each denominator of a row with the numerator next to it."""
    counts = {at: number for at, number in row.items() if number.kind is Kind.COUNT}
    parts = [at for at, number in counts.items() if number.part]
    for at, whole in counts.items():
        if whole.whole and not whole.part and parts:
            nearest = min(parts, key=lambda one: abs(one - at))
            if counts[nearest].value <= whole.value:
                yield counts[nearest], whole


def _beside(row: Mapping[int, Number], hidden: set[str], most: int) -> Iterator[str]:
    """Shares and differences of a row from which a count that is not shown could be computed."""
    counts = [one for one in row.values() if one.kind is Kind.COUNT]
    shares = [one for one in row.values() if one.kind is Kind.SHARE]
    ratios = list(_ratios(row))
    lone = not ratios and any(one.cell.address in hidden for one in counts)
    for share in shares:
        wholes = (int(one.value) for one in counts if one.whole and one.value < _MOST_PEOPLE)
        of_few = any(comes_to_few(share.value, whole, most) for whole in wholes)
        of_hidden = any(_is_share(share.value, *pair) for pair in ratios if pair[0].cell.address in hidden)
        if of_few or of_hidden or lone:
            yield share.cell.address
    if any(one.cell.address in hidden for one in counts):
        yield from (one.cell.address for one in row.values() if one.kind is Kind.DIFFERENCE)


def _is_share(share: Decimal, part: Number, whole: Number) -> bool:
    """Whether a share is that of a ratio, at the digits that it prints."""
    if not whole.value:
        return False
    exponent = share.as_tuple().exponent
    return abs(share - part.value * 100 / whole.value) <= Decimal(1).scaleb(
        exponent if isinstance(exponent, int) else 0
    )


def _fractions(grid: Grid, tables: Sequence[Table], most: int) -> Iterator[str]:
    """Cells that print a part and its whole: "3/24", "12.5% (3 of 24)"; not in columns of dates and references."""
    dated = {
        (row.at, column.at)
        for table in tables
        for row in table.rows
        for column in table.columns
        if table.kind is not TableKind.INDICATORS or column.role in {"ref", "target", "tolerance"}
    }
    for at in range(len(grid.rows)):
        for column, cell in enumerate(grid.rows[at]):
            if (at, column) in dated or value_of(cell) is not None:
                continue
            found = _FRACTION.fullmatch(cell.text.strip())
            if found is None:
                continue
            part, whole = int(found["part"] or found["inner"]), int(found["whole"] or found["outer"])
            if part <= whole and (1 <= part <= most or 1 <= whole - part <= most):
                yield cell.address
