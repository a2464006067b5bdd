"""What the XML of a worksheet tells besides its values: styles, errors, formulas without a value, what is hidden.

Readers of values drop these: an error becomes an empty cell, a hidden row a row like others. They are found by searching the XML, once
and never going back; a sheet in which nothing of a kind stands is not searched for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from cstrack.reading.extent import Extent, column_number, sheet_extent
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_STYLED = pattern("reading.xlsx_sheets.styled", r"""<c\ r="([A-Z]{1,3}+[0-9]{1,7}+)"\ s="([0-9]{1,5}+)\"""")
_CELL = pattern("reading.xlsx_sheets.cell", r"<(?:[A-Za-z_][\w.-]{0,30}+:)?c\s([^<>]{1,400}+)>")
_ROW = pattern("reading.xlsx_sheets.row", r"<(?:[A-Za-z_][\w.-]{0,30}+:)?row\s([^<>]{1,400}+)>")
_COLUMN = pattern("reading.xlsx_sheets.column", r"<(?:[A-Za-z_][\w.-]{0,30}+:)?col\s([^<>]{1,400}+)>")
_ATTRIBUTE = pattern("reading.xlsx_sheets.attribute", r"""(?<=[\s"'])([a-z]{1,12}+)\s?=\s?["']([^"']{0,40}+)["']""")
_REFERENCE = pattern("reading.xlsx_sheets.reference", r"([A-Z]{1,3}+)([0-9]{1,7}+)")
_ERROR = pattern(
    "reading.xlsx_sheets.error",
    r"""<(?:[A-Za-z_][\w.-]{0,30}+:)?c\s([^<>]{1,400}+)>(?:<(?:[\w.-]{1,30}+:)?f\b[^<>]{0,400}+(?:/>|>[^<]{0,9000}+</[\w.:-]{1,40}+>))?+
        <(?:[\w.-]{1,30}+:)?v>(\#[A-Z0-9/?!]{2,20}+)<""",
)
_UNVALUED = pattern(
    "reading.xlsx_sheets.unvalued",
    r"""<(?:[A-Za-z_][\w.-]{0,30}+:)?c\s([^<>]{1,400}+)><(?:[\w.-]{1,30}+:)?f\b[^<>]{0,400}+(?:/>|>[^<]{0,9000}+</[\w.:-]{1,40}+>)
        (?:<(?:[\w.-]{1,30}+:)?v\s?/>|<(?:[\w.-]{1,30}+:)?v></(?:[\w.-]{1,30}+:)?v>)?+</(?:[\w.-]{1,30}+:)?c>""",
)
_LAST_ROW = pattern("reading.xlsx_sheets.last_row", r"""<row[ ](?:[^<>]{0,200}[ ])?r="([0-9]{1,7})\"""")
_DIMENSION = pattern(
    "reading.xlsx_sheets.dimension", r"""<dimension[ ]ref="[A-Z]{1,3}[0-9]{1,7}:([A-Z]{1,3})[0-9]{1,7}\""""
)
#: References beyond so many digits or letters; a search that finds none bounds the sheet.
_BEYOND = {
    (digits, letters): pattern(
        f"reading.xlsx_sheets.beyond_{digits}_{letters}",
        rf"""r="\$?(?:[A-Za-z]{{{letters + 1},8}}\$?[0-9]|[A-Za-z]{{0,8}}+\$?[0-9]{{{digits + 1}}})""",
    )
    for digits in range(1, 8)
    for letters in range(1, 4)
}
_BARE = pattern("reading.xlsx_sheets.bare", r"<c[>/]")
_MOST_COLUMNS = {1: 26, 2: 702, 3: 18_278}

_YES = frozenset({"1", "true"})
_COLUMNS = 16_384


@final
@frozen(kw_only=True)
class SheetMarks:
    """What stands in the XML of a sheet besides its values; rows and columns by index from 0.

    Attributes:
        styles: reference -> number of the style, of cells that name one.
        errors: row -> column -> the error printed: ``#REF!``.
        unvalued: formulas of which the file holds no value: row and column.
        hidden_rows: indices.
        hidden_columns: indices.
    """

    styles: Mapping[str, str] = field(factory=dict)
    errors: Mapping[int, Mapping[int, str]] = field(factory=dict)
    unvalued: tuple[tuple[int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def extent_of(xml: bytes, area: int) -> Extent:
    """How far a sheet reaches.

    What its references cannot exceed is found without looking at each: no reference is longer than the last row's number, none has more
    letters than the column that the sheet says is its last. Only where that bound is above the limit, or cells do not say where they
    stand, is each of them looked at.

    Args:
        xml: the sheet.
        area: the limit that is asked for.
    """
    text = xml.decode("latin-1")
    last = _LAST_ROW.match(text, text.rfind("<row "))
    dimension = _DIMENSION.search(text[:4096])
    if last is not None and "<worksheet" in text[:4096] and "<mergeCell " not in text and all_named(text):
        digits, letters = len(last[1]), len(dimension[1]) if dimension else 2
        bound = Extent(rows=10**digits - 1, columns=_MOST_COLUMNS[letters], cells=text.count("<c "))
        if bound.area <= area and not _BEYOND[digits, letters].search(text):
            return bound
    return sheet_extent((xml,))


def all_named(text: str) -> bool:
    """Whether every cell says where it stands, as the first thing it says: how nearly all programs write them."""
    return text.count("<c ") == text.count('<c r="') and not _BARE.search(text)


def sheet_marks(text: str, *, styled: bool) -> SheetMarks:
    """What the XML of a sheet tells besides its values.

    Args:
        text: the XML.
        styled: a style of the workbook tells something.
    """
    return SheetMarks(
        styles=_styles(text) if styled else {},
        errors=_errors(text) if "<" in text and ('t="e"' in text or "t='e'" in text) else {},
        unvalued=tuple(_unvalued(text)) if "</f>" in text or ":f>" in text else (),
        hidden_rows=frozenset(_hidden_rows(text)) if "hidden=" in text else frozenset(),
        hidden_columns=frozenset(_hidden_columns(text)) if "hidden=" in text else frozenset(),
    )


def _styles(text: str) -> dict[str, str]:
    if all_named(text):
        return dict(_STYLED.findall(text))
    cells = (dict(_ATTRIBUTE.findall(f" {one}")) for one in _CELL.findall(text))
    return {one["r"]: one["s"] for one in cells if "r" in one and "s" in one}


def _place(attributes: str) -> tuple[int, int] | None:
    reference = _REFERENCE.fullmatch(dict(_ATTRIBUTE.findall(f" {attributes}")).get("r", ""))
    return None if reference is None else (int(reference[2]) - 1, column_number(reference[1]) - 1)


def divided(reference: str) -> tuple[int, int]:
    """Row and column, from 0, of a reference of capitals and digits.

    >>> divided("B7")
    (6, 1)
    """
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, column_number(letters) - 1


def _errors(text: str) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for attributes, error in _ERROR.findall(text):
        place = _place(attributes)
        if place is not None and dict(_ATTRIBUTE.findall(f" {attributes}")).get("t") == "e":
            found.setdefault(place[0], {})[place[1]] = error
    return found


def _unvalued(text: str) -> list[tuple[int, int]]:
    places = (_place(attributes) for attributes in _UNVALUED.findall(text))
    return [place for place in places if place is not None]


def _hidden_rows(text: str) -> list[int]:
    rows = (dict(_ATTRIBUTE.findall(f" {row}")) for row in _ROW.findall(text) if "hidden" in row)
    return [int(row["r"]) - 1 for row in rows if row.get("hidden") in _YES and row.get("r", "").isdecimal()]


def _hidden_columns(text: str) -> list[int]:
    hidden: list[int] = []
    for column in _COLUMN.findall(text):
        told = dict(_ATTRIBUTE.findall(f" {column}"))
        first, last = told.get("min", ""), told.get("max", "")
        if told.get("hidden") in _YES and first.isdecimal() and last.isdecimal():
            hidden.extend(range(int(first) - 1, min(int(last), _COLUMNS)))
    return hidden
