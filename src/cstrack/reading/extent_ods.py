"""How far the sheets of an OpenDocument workbook reach, told from its XML before any reader lays out a grid of them.

OpenDocument repeats cells and rows by a number: one line of XML stands for a million cells. Empty cells at the end of a row and
empty rows at the end of a sheet, which every office program writes, count for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.reading.extent import Extent, whole_tags
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = pattern(
    "reading.extent_ods.tag",
    r"""<(?P<end>/?)(?:[A-Za-z_][\w.-]{0,30}+:)? (?P<name>table-row|table-cell|covered-table-cell|table) (?=[\s/>])
        (?P<attributes>[^<>]{0,4000}+) >""",
)
_REPEATED = pattern("reading.extent_ods.repeated", r"""number-(?:columns|rows)-repeated\s?=\s?["']([0-9]{1,10}+)["']""")
_SPANNED = pattern("reading.extent_ods.spanned", r"""number-(columns|rows)-spanned\s?=\s?["']([0-9]{1,10}+)["']""")
_VALUED = pattern("reading.extent_ods.valued", r"(?:value|value-type|formula)\s?=")


def ods_extents(pieces: Iterable[bytes]) -> tuple[Extent, ...]:
    """How far each sheet of an OpenDocument workbook reaches, in order.

    Args:
        pieces: its ``content.xml`` in UTF-8, in pieces of any length.
    """
    sheets = _Sheets()
    for text in whole_tags(pieces):
        for tag in _TAG.finditer(text):
            sheets.add(tag["name"], tag["attributes"], end=bool(tag["end"]))
    return tuple(sheets.extents)


@final
@define
class _Sheets:
    """What was seen so far."""

    extents: list[Extent] = field(factory=list)
    rows: int = 0
    repeated: int = 1
    columns: int = 0
    reach: int = 0
    used: int = 0

    def add(self, name: str, attributes: str, *, end: bool) -> None:
        """Take in one tag."""
        closed = end or attributes.endswith("/")
        if name == "table" and not end:
            self.extents.append(Extent())
            self.rows = 0
        elif name == "table-row":
            if not end:
                self.repeated, self.columns, self.reach, self.used = _times(attributes), 0, 0, 0
            if closed:
                self._end_row()
        elif not end and self.extents:
            self._cell(attributes, closed=closed)

    def _cell(self, attributes: str, *, closed: bool) -> None:
        times = _times(attributes)
        self.columns += times
        spans = dict(_SPANNED.findall(attributes))
        if spans:
            area = int(spans.get("columns", 1)) * int(spans.get("rows", 1))
            self._grow(merged=area * times)
        if not closed or _VALUED.search(attributes):
            self.reach = self.columns
            self.used += times

    def _end_row(self) -> None:
        self.rows += self.repeated
        if self.reach and self.extents:
            self._grow(rows=self.rows, columns=self.reach, cells=self.used * self.repeated)

    def _grow(self, *, rows: int = 0, columns: int = 0, cells: int = 0, merged: int = 0) -> None:
        known = self.extents[-1]
        self.extents[-1] = Extent(
            rows=max(known.rows, rows),
            columns=max(known.columns, columns),
            cells=known.cells + cells,
            merged=known.merged + merged,
        )


def _times(attributes: str) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1
