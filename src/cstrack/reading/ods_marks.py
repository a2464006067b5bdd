"""What the XML of an OpenDocument workbook tells besides its values: shares, what is hidden, what is merged, colours.

A share is stored as 0.85 and printed as "85%" in the words of its cell; a reader of values hands over 0.85 alone. Cells and rows are
repeated by a number, so their places are told by counting along. A workbook in which none of this stands is not walked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.document.grid import Area
from cstrack.reading.number_formats import GENERAL, NumberFormat
from cstrack.reading.tables import column_letters
from cstrack.reading.xlsx_parts import Style
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = pattern(
    "reading.ods_marks.tag",
    r"""<(?:[A-Za-z_][\w.-]{0,30}+:)?(?P<name>table-row|table-cell|covered-table-cell|table)(?=[\s/>])(?P<attributes>[^<>]{0,4000}+)>
        (?:<(?:[\w.-]{1,30}+:)?p\b[^<>]{0,200}+>(?P<words>[^<]{0,60}+))?+""",
)
_ROW = pattern(
    "reading.ods_marks.row",
    r"""<(?:[A-Za-z_][\w.-]{0,30}+:)?(?P<name>table-row|table)(?=[\s/>])(?P<attributes>[^<>]{0,4000}+)>(?P<words>)""",
)
_ATTRIBUTE = pattern("reading.ods_marks.attribute", r"""(?<=:)([a-z-]{1,40}+)\s?=\s?["']([^"']{0,80}+)["']""")
_STYLE = pattern(
    "reading.ods_marks.style",
    r"""<(?:[\w.-]{1,30}+:)?style\s[^<>]{0,200}?(?<=:)name="(?P<name>[^"]{1,80}+)"[^<>]{0,400}?(?<=:)family="table-cell"[^<>]{0,400}+>
        (?:<(?!(?:[\w.-]{1,30}+:)?table-cell-properties)[^<>]{0,600}+>){0,4}
        <(?:[\w.-]{1,30}+:)?table-cell-properties\b[^<>]{0,900}?(?<=:)background-color="\#(?P<colour>[0-9A-Fa-f]{6})\"""",
)
_PLACES = pattern("reading.ods_marks.places", r"\.([0-9]{1,10}+)\s?%")

#: What must stand in the XML for its rows, and for its cells, to be walked through.
_OF_ROWS = ('="collapse"', '="filter"')
_OF_CELLS = ('="percentage"', "-spanned=")

#: How far one repeated row or cell is followed; what is repeated more often is empty.
_FURTHEST = 20_000


@final
@define
class OdsMarks:
    """What stands in the XML of one sheet besides its values; rows and columns by index from 0.

    Attributes:
        styles: the styles, by number.
        styled: reference -> number of the style.
        hidden_rows: indices.
        merged: merged cells.
    """

    styles: list[Style] = field(factory=list)
    styled: dict[str, str] = field(factory=dict)
    hidden_rows: set[int] = field(factory=set)
    merged: list[Area] = field(factory=list)

    def mark(self, row: int, rows: int, columns: Iterable[int], style: Style) -> None:
        """Note the style of some cells of a row, and of those that repeat it."""
        if style not in self.styles:
            self.styles.append(style)
        number = str(self.styles.index(style))
        letters = [column_letters(column) for column in columns]
        for at in range(row + 1, row + rows + 1):
            self.styled.update({f"{one}{at}": number for one in letters})


def ods_marks(text: str) -> tuple[OdsMarks, ...]:
    """What the ``content.xml`` of an OpenDocument workbook tells besides its values, sheet by sheet; none where it tells nothing."""
    fills = {found["name"]: found["colour"].upper() for found in _STYLE.finditer(text)}
    cells = bool(fills) or any(sign in text for sign in _OF_CELLS)
    if not cells and not any(sign in text for sign in _OF_ROWS):
        return ()
    walk = _Walk(fills=fills)
    for tag in (_TAG if cells else _ROW).finditer(text):
        walk.add(tag["name"], dict(_ATTRIBUTE.findall(tag["attributes"])), tag["words"] or "")
    return tuple(walk.sheets)


@final
@define
class _Walk:
    """Where the walk along rows and cells stands."""

    fills: dict[str, str]
    sheets: list[OdsMarks] = field(factory=list)
    row: int = 0
    next_row: int = 0
    rows: int = 1
    column: int = 0

    def add(self, name: str, told: dict[str, str], words: str) -> None:
        if name == "table":
            self.sheets.append(OdsMarks())
            self.row = self.next_row = 0
        elif name == "table-row":
            self.row, self.column = self.next_row, 0
            self.rows = _number(told.get("number-rows-repeated"))
            self.next_row = self.row + self.rows
            if told.get("visibility", "visible") != "visible" and self.sheets:
                self.sheets[-1].hidden_rows.update(range(self.row, self.row + min(self.rows, _FURTHEST)))
        elif self.sheets:
            self._cell(told, words)

    def _cell(self, told: dict[str, str], words: str) -> None:
        times = _number(told.get("number-columns-repeated"))
        columns = range(self.column, self.column + times)
        sheet = self.sheets[-1]
        if "number-columns-spanned" in told or "number-rows-spanned" in told:
            down = self.row + _number(told.get("number-rows-spanned")) - 1
            right = self.column + _number(told.get("number-columns-spanned")) - 1
            if (down, right) != (self.row, self.column):
                sheet.merged.append(Area(self.row, self.column, down, right))
        shown = GENERAL
        if told.get("value-type") == "percentage":
            places = _PLACES.search(words)
            shown = NumberFormat(percent=True, decimals=len(places[1]) if places else 0)
        fill = self.fills.get(told.get("style-name", ""))
        if (shown is not GENERAL or fill) and times <= _FURTHEST and self.rows <= _FURTHEST:
            sheet.mark(self.row, self.rows, columns, Style(shown, fill))
        self.column += times


def _number(printed: str | None) -> int:
    return max(1, int(printed)) if printed and printed.isdecimal() and len(printed) < 8 else 1
