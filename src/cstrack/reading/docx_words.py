"""The words of a paragraph of Word: what it shows, without what it keeps for itself.

Insertions count and deletions do not; of a field its result counts and not its instruction; of alternatives one counts; hidden
words, words struck out and comments do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.reading.docx_drawings import Drawn, chosen
from cstrack.reading.docx_fields import Fields
from cstrack.reading.docx_letters import Letters, letters_of
from cstrack.reading.docx_names import MATHS, MC, XML_SPACE, W, switch
from cstrack.reading.docx_numerals import roman
from cstrack.reading.docx_symbols import symbol
from cstrack.reading.inline import BOLD, BREAK, PLAIN, raised, without_signs
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cstrack.reading.docx_styles import Look, Styles

_RUN, _TEXT, _PROPERTIES, _CONTROL = f"{W}r", f"{W}t", f"{W}rPr", f"{W}sdt"
_ALTERNATE, _MATHS_TEXT = f"{MC}AlternateContent", f"{MATHS}t"

#: What holds nothing that is shown.
_SILENT = frozenset(
    f"{W}{name}"
    for name in (
        "pPr",
        "rPr",
        "del",
        "moveFrom",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "fldData",
        "delText",
    )
)

_HEX = pattern("reading.docx_words.hex", r"[0-9A-Fa-f]{1,6}")

#: Stretches of struck words that are kept for the note about them.
_SHOWN = 12

_LETTERS = Letters()


@final
@define
class Spoken:
    """What a paragraph says.

    Attributes:
        raw: its words, with signs for bold and line breaks.
        notes: footnotes and endnotes that it refers to: kind, id, and mark where Word numbers them.
        boxes: text boxes that hang on it.
        page: page that its first word stands on, where the document tells pages.
    """

    raw: str = ""
    notes: list[tuple[str, str, str]] = field(factory=list)
    boxes: list[_Element] = field(factory=list)
    page: int | None = None


@final
@define
class Speaker:
    """Reads paragraphs one after the other: fields, pages and the numbers of notes run through them all.

    Attributes:
        styles: the styles of the document.
        page: page reached; None where the document tells none.
        fields: the open fields.
        drawn: what pictures and shapes held.
        struck: stretches of words that were struck out.
        marks: notes referred to so far, by kind.
    """

    styles: Styles
    page: int | None = None
    fields: Fields = field(factory=Fields)
    drawn: Drawn = field(factory=Drawn)
    struck: list[str] = field(factory=list)
    marks: dict[str, int] = field(factory=dict)
    _parts: list[str] = field(factory=list)
    _bold: bool = False
    _look: Look | None = None
    _spoken: Spoken = field(factory=Spoken)

    def speak(self, paragraph: _Element, look: Look) -> Spoken:
        """What a paragraph says.

        Args:
            paragraph: the paragraph.
            look: what it takes from its style.
        """
        self._parts, self._bold, self._look, self._spoken = [], False, look, Spoken()
        self._inside(paragraph)
        self.fields.close_paragraph()
        if self._bold:
            self._parts.append(PLAIN)
        spoken = self._spoken
        spoken.raw = "".join(self._parts)
        spoken.page = spoken.page or self.page
        spoken.boxes = self.drawn.take_boxes()
        return spoken

    def _inside(self, node: _Element) -> None:
        for child in node:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag == _CONTROL:
                self._control(child)
            elif tag == _ALTERNATE:
                self._inside(chosen(child))
            elif tag == _MATHS_TEXT:
                self._add(child.text or "", _LETTERS)
            elif tag not in _SILENT:
                self._inside(child)

    def _control(self, node: _Element) -> None:
        """A content control; the grey words that ask for an entry are none."""
        if switch(node.find(f"{W}sdtPr"), f"{W}showingPlcHdr"):
            return
        for content in node.iterchildren(f"{W}sdtContent"):
            self._inside(content)

    def _run(self, run: _Element) -> None:
        assert self._look is not None, "a run stands in a paragraph"
        letters: Letters | None = None
        for child in run:
            tag = child.tag
            if tag == _PROPERTIES:
                letters = letters_of(child, self._look, self.styles)
                continue
            if letters is None:
                letters = letters_of(None, self._look, self.styles)
            if tag == _TEXT:
                words = child.text or ""
                self._add(words if child.get(XML_SPACE) == "preserve" else words.strip(), letters)
            elif tag == _ALTERNATE:
                self._run(chosen(child))
            else:
                self._act(child, letters)

    def _act(self, node: _Element, letters: Letters) -> None:
        """Do what an element of a run does that is no text."""
        match node.tag.removeprefix(W):
            case "tab" | "ptab":
                self._add("\t", letters)
            case "br" | "cr":
                if not self.fields.silent:
                    self._parts.append(BREAK if node.get(f"{W}type") in {None, "textWrapping"} else " ")
            case "noBreakHyphen":
                self._add("\N{NON-BREAKING HYPHEN}", letters)
            case "lastRenderedPageBreak" if self.page is not None:
                self.page += 1
            case "fldChar":
                self._add(self.fields.turn(node), letters.plain)
            case "instrText":
                self.fields.instruct(node.text or "")
            case "sym":
                self._sign(node, letters)
            case "footnoteReference" | "endnoteReference":
                self._note(node, letters)
            case "drawing" | "pict" | "object" if not letters.hidden:
                self.drawn.look(node)
            case "ruby":
                for base in node.iterchildren(f"{W}rubyBase"):
                    self._inside(base)

    def _add(self, words: str, letters: Letters) -> None:
        """Add words as they look; nothing of what is hidden, struck out or an instruction."""
        if not words or letters.hidden or self.fields.silent:
            return
        if letters.struck:
            if words.strip() and len(self.struck) < _SHOWN:
                self.struck.append(words.strip())
            return
        words = without_signs(words)
        if letters.font is not None:
            words = "".join(sign if sign.isspace() else symbol(letters.font, ord(sign)) for sign in words)
        if letters.raised:
            words = raised(words.strip())
        if letters.bold != self._bold and words.strip():
            self._parts.append(BOLD if letters.bold else PLAIN)
            self._bold = letters.bold
        self._parts.append(words)
        if self._spoken.page is None:
            self._spoken.page = self.page

    def _sign(self, node: _Element, letters: Letters) -> None:
        code = _HEX.fullmatch(node.get(f"{W}char") or "")
        if code:
            self._add(symbol(node.get(f"{W}font"), int(code.group(), 16)), letters.plain)

    def _note(self, node: _Element, letters: Letters) -> None:
        """The mark of a note; one that the author set stands behind by itself."""
        if letters.hidden or letters.struck or self.fields.silent:
            return
        kind = "footnote" if node.tag == f"{W}footnoteReference" else "endnote"
        mark = ""
        if (node.get(f"{W}customMarkFollows") or "0").lower() not in {"1", "true", "on"}:
            count = self.marks[kind] = self.marks.get(kind, 0) + 1
            mark = f"[{count if kind == 'footnote' else roman(count)}]"
            self._parts.append(f" {mark} ")
        self._spoken.notes.append((kind, node.get(f"{W}id") or "", mark))
