"""Numbers alone in the cells of a table: their unit and scale stand in the head of the column, or in the title."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.errors import UnreadableFigure
from cstrack.facts.mention import FigureMention
from cstrack.values.figure import Figure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cstrack.document.document import Document
    from cstrack.document.grid import Cell, Grid
    from cstrack.document.text import Plain
    from cstrack.sources.span import Span

_MARK = pattern(
    "recognition.figure_cells.mark", r"(?i)£\ ?\(?'?(?P<scale>000s?|k|m|mn|bn|millions?|thousands?)?(?![a-z0-9])"
)
_SHARE = pattern("recognition.figure_cells.share", r"(?i)%|per\ cent|percentage")
_ALONE = pattern(
    "recognition.figure_cells.alone",
    r"(?P<sign>[-+(]\ ?)?(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,3})?)\ ?(?P<close>\))?",
)
_WORDS = pattern("recognition.figure_cells.words", r"[A-Za-z]{2}")
_YEARS = range(1900, 2100)
_SCALES = {"0": 1_000, "k": 1_000, "t": 1_000, "m": 1_000_000, "b": 1_000_000_000}


@final
@frozen(kw_only=True)
class CellUnit:
    """What the numbers of a column are.

    Attributes:
        unit: canonical code.
        scale: what one is printed for.
        told: where the unit stands; None for a plain count.
    """

    unit: str
    scale: Decimal = Decimal(1)
    told: Span | None = None


def cell_units(document: Document) -> Mapping[int, CellUnit]:
    """The unit of each cell below a head and beside a label, by the offset at which the cell begins.

    Args:
        document: the paper.
    """
    return {cell.span.start: unit for grid in document.grids for cell, unit in _units(document, grid) if cell.span}


def _units(document: Document, grid: Grid) -> Iterator[tuple[Cell, CellUnit]]:
    if not grid.rows or not any(_WORDS.search(cell.text) for cell in grid.rows[0]):
        return
    title = None if grid.heading is None else document.blocks[grid.heading].span
    whole = None if title is None else _money(document.text_at(title), title)
    heads = [_of_head(cell) or whole for cell in grid.rows[0]]
    for row in grid.rows[1:]:
        labelled = any(_WORDS.search(cell.text) for cell in row)
        for at, cell in enumerate(row):
            head = heads[at] if at < len(heads) else None
            if labelled:
                yield cell, head or CellUnit(unit="count")


def _of_head(cell: Cell) -> CellUnit | None:
    if cell.span is None:
        return None
    if _SHARE.search(cell.text):
        return CellUnit(unit="percent", told=cell.span)
    return _money(cell.text, cell.span)


def _money(text: str, span: Span) -> CellUnit | None:
    mark = _MARK.search(text.replace("’", "'"))
    if mark is None:
        return None
    scale = (mark["scale"] or "").lower()
    return CellUnit(unit="GBP", scale=Decimal(_SCALES[scale[0]] if scale else 1), told=span)


def cell_figure(plain: Plain, block: int, unit: CellUnit) -> FigureMention | None:
    """The figure of a cell that holds a number and nothing else; None where it holds anything else, or a year.

    Brackets and a minus sign are below nought, as printed; what that means is judged with the head of the column.
    """
    alone = _ALONE.fullmatch(plain.text)
    if alone is None:
        return None
    digits = alone["digits"]
    if unit.unit == "count" and "," not in digits and digits.isdigit() and int(digits) in _YEARS:
        return None
    try:
        figure = Figure.of(digits, unit=unit.unit, scale=unit.scale, printed=plain.text)
    except UnreadableFigure:
        return None
    below = (alone["sign"] or "")[:1] in {"-", "("}
    if below:
        figure = evolve(figure.within(-figure.interval), value=-figure.value)
    return FigureMention(
        figure=figure,
        span=plain.span(0, len(plain.text)),
        block=block,
        start=0,
        end=len(plain.text),
        derived_from=() if unit.told is None else (unit.told,),
        inferred=() if unit.told is None else ("unit",),
        rule="figure.cell",
    )
