"""How the words of a run look: bold, hidden, struck out, raised, in a font of signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.docx_names import VAL, W, is_on
from cstrack.reading.docx_symbols import is_symbolic

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cstrack.reading.docx_styles import Look, Styles

_BOLD, _HIDDEN, _STYLE, _RAISED, _FONT = f"{W}b", f"{W}vanish", f"{W}rStyle", f"{W}vertAlign", f"{W}rFonts"
_STRUCK = frozenset({f"{W}strike", f"{W}dstrike"})


@final
@frozen
class Letters:
    """How words look.

    Attributes:
        bold: whether they are bold.
        hidden: whether they are hidden.
        struck: whether they are struck out.
        raised: whether they are raised, as the mark of a note is.
        font: a font that prints signs for letters; None for any other.
    """

    bold: bool = False
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    font: str | None = None

    @property
    def plain(self) -> Letters:
        """The same on the line and in letters: for a sign that is known already."""
        return Letters(self.bold, self.hidden, self.struck) if self.raised or self.font else self


def letters_of(properties: _Element | None, paragraph: Look, styles: Styles) -> Letters:
    """How the words of a run look: as it says itself, else by its style and its paragraph's, which switch each other off.

    Args:
        properties: of the run.
        paragraph: the look of its paragraph.
        styles: the styles of the document.

    Source:
        ECMA-376-1 section 17.7.3: a switch that both styles turn on is off.
    """
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised, font, style = False, None, None
    for node in () if properties is None else properties:
        tag = node.tag
        if tag == _BOLD:
            bold = is_on(node)
        elif tag == _FONT:
            named = node.get(f"{W}ascii")
            font = named if is_symbolic(named) else None
        elif tag == _HIDDEN:
            hidden = is_on(node)
        elif tag in _STRUCK:
            struck = struck or is_on(node)
        elif tag == _STYLE:
            style = node.get(VAL)
        elif tag == _RAISED:
            raised = node.get(VAL) == "superscript"
    look = styles.look(style)
    return Letters(
        bold=bold if bold is not None else paragraph.bold != look.bold,
        hidden=hidden if hidden is not None else paragraph.hidden != look.hidden,
        struck=struck if struck is not None else paragraph.struck != look.struck,
        raised=raised,
        font=font,
    )
