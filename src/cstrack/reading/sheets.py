"""One sheet as a format tells it: what the file holds, and the texts that it shows."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeVar, final

from attrs import field, frozen

from cstrack.reading.extent import column_number
from cstrack.reading.number_formats import GENERAL, number_text, printer, text_of
from cstrack.reading.tables import column_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cstrack.document.grid import Area
    from cstrack.reading.number_formats import NumberFormat, Stored
    from cstrack.reading.xlsx_parts import Style

T = TypeVar("T")

#: Columns after the last value of a row in which a fill still means the row.
PAST = 4


@final
@frozen(kw_only=True)
class SheetLimits:
    """How much a workbook may hold.

    Attributes:
        cells: cells of all sheets.
        area: rows times columns of one sheet.
    """

    cells: int = 3_000_000
    area: int = 10_000_000


@lru_cache(maxsize=64)
def _letters(width: int) -> tuple[str, ...]:
    """The letters of the first columns."""
    return tuple(map(column_letters, range(width)))


@final
@frozen(kw_only=True)
class Sheet:
    """One sheet as a format tells it; rows and columns by index from 0.

    Attributes:
        name: as its tab prints it.
        rows: what the file holds, each row from column A.
        styled: reference -> number of the cell's style.
        styles: the styles that tell something, by number.
        errors: row -> column -> the error that the cell prints.
        unvalued: formulas of which the file holds no value: row and column.
        hidden: whether the sheet is hidden.
        hidden_rows: rows that are.
        hidden_columns: columns that are.
        merged: merged cells.
    """

    name: str
    rows: Sequence[Sequence[Stored]]
    styled: Mapping[str, str] = field(factory=dict)
    styles: Mapping[str, Style] = field(factory=dict)
    errors: Mapping[int, Mapping[int, str]] = field(factory=dict)
    unvalued: tuple[tuple[int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()

    def texts(self, at: int) -> list[str]:
        """The texts of a row."""
        row = self.rows[at]
        if self._printers:
            end, printers, styled = str(at + 1), self._printers, self.styled
            texts = [
                value
                if value.__class__ is str
                else printers.get(styled.get(letters + end, ""), number_text)(value)
                if value.__class__ is float
                else text_of(value, self._shown(letters + end))
                for letters, value in zip(_letters(len(row)), row, strict=True)
            ]
        else:
            texts = [
                value if value.__class__ is str else number_text(value) if value.__class__ is float else text_of(value)
                for value in row
            ]
        for column, error in self.errors.get(at, {}).items():
            if column < len(texts):
                texts[column] = error
        return texts

    def words(self, at: int) -> list[str]:
        """The texts of a row without its numbers and dates; its errors count as words."""
        texts = [value if isinstance(value, str) else "" for value in self.rows[at]]
        for column, error in self.errors.get(at, {}).items():
            if column < len(texts):
                texts[column] = error
        return texts

    @cached_property
    def _printers(self) -> dict[str, Callable[[float], str]]:
        """What prints the numbers of each style that shows them otherwise than they are."""
        return {number: printer(style.shown) for number, style in self.styles.items() if style.shown != GENERAL}

    def _shown(self, reference: str) -> NumberFormat:
        style = self.styles.get(self.styled.get(reference, ""))
        return GENERAL if style is None else style.shown

    @cached_property
    def _coloured(self) -> Mapping[int, int]:
        """Row -> the last column with a fill, for rows that are coloured past their last value."""
        filled = {number for number, style in self.styles.items() if style.fill is not None}
        last: dict[int, int] = {}
        for reference, number in self.styled.items() if filled else ():
            letters = reference.rstrip("0123456789")
            row = int(reference[len(letters) :] or 0) - 1
            if number in filled and 0 <= row < len(self.rows):
                column = column_number(letters) - 1
                if len(self.rows[row]) <= column < len(self.rows[row]) + PAST:
                    last[row] = max(last.get(row, 0), column)
        return last

    def width(self, row: int) -> int:
        """How many cells a row has: those with a value, and those after them that only have a colour."""
        return max(len(self.rows[row]), self._coloured.get(row, -1) + 1)

    def fill(self, row: int, column: int) -> str | None:
        """The colour behind a cell."""
        style = self.styles.get(self.styled.get(f"{column_letters(column)}{row + 1}", ""))
        return None if style is None else style.fill

    def address(self, row: int, column: int) -> str:
        """The address of a cell."""
        return f"{self.name}!{column_letters(column)}{row + 1}"


def attempted(call: Callable[[], T]) -> T | str:
    """What a call of the parser gives, or the error in words.

    The parser is compiled code: what it calls a panic is an exception that is no :class:`Exception`.
    """
    try:
        return call()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001  whatever a parser of strangers' bytes raises, the file is not readable
        return str(error) or type(error).__name__
