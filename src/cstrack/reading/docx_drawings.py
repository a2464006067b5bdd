"""Pictures, shapes and what is embedded: the text boxes in them, and a count of what cannot be read.

Where Word writes a shape twice, for itself and for older programs, one of the two counts.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.reading.docx_names import MATHS, MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOX, _ALTERNATE = f"{W}txbxContent", f"{MC}AlternateContent"
_TEXTS = (f"{W}t", f"{MATHS}t")

#: What shows words that stand in another part of the file, or in none, by its name without a namespace.
_UNREAD = {
    "chart": "chart", "relIds": "diagram", "OLEObject": "embedded file", "blip": "picture", "imagedata": "picture",
    "control": "form control",
}  # fmt: skip


@final
@define
class Drawn:
    """What drawings held.

    Attributes:
        unread: kinds of things that were not read, and how many.
    """

    unread: Counter[str] = field(factory=Counter)
    _boxes: list[_Element] = field(factory=list)

    def look(self, node: _Element) -> None:
        """Look into a drawing."""
        for child in node:
            tag = child.tag
            if tag == _BOX:
                self._boxes.append(child)
            elif tag == _ALTERNATE:
                self.look(chosen(child))
            else:
                kind = _UNREAD.get(tag.rpartition("}")[2])
                if kind is not None:
                    self.unread[kind] += 1
                self.look(child)

    def take_boxes(self) -> list[_Element]:
        """The text boxes met since this was asked last."""
        taken, self._boxes = self._boxes, []
        return taken


def chosen(alternate: _Element) -> _Element:
    """Of alternatives the first that holds words, else the first: what is meant for older programs says the same again."""
    branches = list(alternate)
    told = next((branch for branch in branches if next(branch.iter(*_TEXTS), None) is not None), None)
    if told is not None:
        return told
    return branches[0] if branches else alternate
