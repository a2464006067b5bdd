"""Fields of Word: the result is shown, the instruction is not; boxes to tick and lists to choose from show what was chosen.

Source:
    ECMA-376-1 section 17.16 (fields), 17.16.17 (form fields).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.reading.docx_names import VAL, W, integer, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Characters of an instruction that are kept, since its first word tells the kind; and fields inside each other that are followed.
_KEPT, _DEEPEST = 60, 200


@final
@define
class _Field:
    """An open field.

    Attributes:
        shown: what it shows where it has no result of its own.
        parted: whether its result has begun.
        instruction: its first letters.
    """

    shown: str = ""
    parted: bool = False
    instruction: str = ""


@final
@define
class Fields:
    """The fields that are open at a place.

    Attributes:
        opened: outermost first.
        skipped: how many inside them are too deep to be followed.
    """

    opened: list[_Field] = field(factory=list)
    skipped: int = 0

    @property
    def silent(self) -> bool:
        """Whether what stands here is an instruction, and so not shown."""
        return any(not one.parted for one in self.opened)

    @property
    def contents(self) -> bool:
        """Whether what stands here is a table of contents."""
        return any(one.parted and one.instruction.split(None, 1)[:1] == ["TOC"] for one in self.opened)

    def turn(self, node: _Element) -> str:
        """Go through the beginning, the middle or the end of a field; what it shows, where that stands in no result."""
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            if len(self.opened) < _DEEPEST:
                self.opened.append(_Field(shown=_chosen(node.find(f"{W}ffData"))))
            else:
                self.skipped += 1
        elif kind == "separate" and self.opened and not self.skipped:
            self.opened[-1].parted = True
        elif kind == "end" and self.skipped:
            self.skipped -= 1
        elif kind == "end" and self.opened:
            ended = self.opened.pop()
            return "" if ended.parted else ended.shown
        return ""

    def instruct(self, words: str) -> None:
        """Note what the innermost field is told to show."""
        if self.opened and len(self.opened[-1].instruction) < _KEPT:
            self.opened[-1].instruction += words[:_KEPT]

    def close_paragraph(self) -> None:
        """Give up fields whose instruction the paragraph does not end: they would silence all that follows."""
        if self.opened:
            self.opened = [one for one in self.opened if one.parted]
            self.skipped = 0


def _chosen(form: _Element | None) -> str:
    """What a form field shows: a box ticked or not, the entry chosen."""
    if form is None:
        return ""
    box = form.find(f"{W}checkBox")
    if box is not None:
        ticked = switch(box, f"{W}checked")
        return "☒" if (switch(box, f"{W}default") if ticked is None else ticked) else "☐"
    choice = form.find(f"{W}ddList")
    if choice is None:
        return ""
    entries = [entry.get(VAL) or "" for entry in choice.iterchildren(f"{W}listEntry")]
    at = integer(value(choice, f"{W}result") or value(choice, f"{W}default")) or 0
    return entries[at] if 0 <= at < len(entries) else ""
