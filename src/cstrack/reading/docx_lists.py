"""The list that a paragraph belongs to, and how deep it hangs there."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.reading.docx_names import W, integer, value
from cstrack.reading.docx_styles import indent_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cstrack.reading.docx_numbering import Numbered, Numbering
    from cstrack.reading.docx_styles import Look

#: Twentieths of a point by which an item stands deeper than the one above it at least, and how deep items are followed.
_STEP, _DEEPEST = 120, 9


def list_of(properties: _Element | None, look: Look, numbering: Numbering) -> tuple[Numbered, int] | None:
    """The list a paragraph is numbered with and its level there from 0; None where it has none.

    The paragraph says so itself, else its style; a list of the number 0 switches off what the style says. A level linked to the
    style counts more than a level that the style names.

    Source:
        ECMA-376-1 sections 17.3.1.19 (numPr), 17.9.3 (ilvl), 17.9.23 (pStyle).
    """
    own = None if properties is None else properties.find(f"{W}numPr")
    number, level = value(own, f"{W}numId"), integer(value(own, f"{W}ilvl"))
    numbered = numbering.get(look.number if number is None else number)
    if numbered is None:
        return None
    if level is None:
        level = numbered.linked(look.levelled)
    if level is None and number in {None, look.number}:
        level = look.level
    return numbered, level or 0


def indentation(properties: _Element | None, look: Look, numbered: Numbered, level: int) -> int | None:
    """Twentieths of a point before an item: as the paragraph says, then whichever of its style and its list is the nearer."""
    own = indent_of(properties)
    if own is not None:
        return own
    listed = numbered.level(level).indent
    direct = properties is not None and properties.find(f"{W}numPr") is not None
    first, second = (listed, look.indent) if direct else (look.indent, listed)
    return second if first is None else first


@final
@define
class Nesting:
    """How deep the items of the lists at a place hang, by where they stand on the page.

    Attributes:
        indents: of the items that are open, outermost first.
    """

    indents: list[int] = field(factory=list)

    def depth(self, indent: int | None, level: int) -> int:
        """Depth of the next item from 1.

        Args:
            indent: twentieths of a point before it; where nothing tells them its level counts.
            level: its level from 0.
        """
        if indent is None:
            return min(level + 1, _DEEPEST)
        while self.indents and self.indents[-1] > indent - _STEP:
            self.indents.pop()
        self.indents.append(indent)
        return min(len(self.indents), _DEEPEST)

    def end(self) -> None:
        """Something came that is no item."""
        self.indents.clear()
