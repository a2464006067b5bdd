"""A document of Word walked from top to bottom: headings, clauses with their numbers, bullets, paragraphs, tables, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, evolve, field

from cstrack.document.block import BlockKind
from cstrack.reading.composing import Passage, TablePassage
from cstrack.reading.docx_counting import Counting, Label
from cstrack.reading.docx_drawings import chosen
from cstrack.reading.docx_fields import Fields
from cstrack.reading.docx_lists import Nesting, indentation, list_of
from cstrack.reading.docx_names import MC, W, switch, value
from cstrack.reading.docx_paragraphs import is_contents, is_heading, is_hidden, runs_on, typed_number
from cstrack.reading.docx_rows import rows_of
from cstrack.reading.docx_styles import outline_of
from cstrack.reading.docx_tables import Cell, Row, grid_of, holds_figures, in_lines, too_wide
from cstrack.reading.inline import bare, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from cstrack.reading.docx_numbering import Numbering
    from cstrack.reading.docx_rows import RawRow
    from cstrack.reading.docx_styles import Look, Styles
    from cstrack.reading.docx_words import Speaker, Spoken

_PARAGRAPH, _TABLE, _CONTROL, _ALTERNATE = f"{W}p", f"{W}tbl", f"{W}sdt", f"{MC}AlternateContent"

#: What holds blocks and says nothing of its own; what stands in a file inside the file.
_AROUND = frozenset(f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag"))
_ELSEWHERE = frozenset({f"{W}altChunk", f"{W}subDoc"})

_ITEMS = frozenset({BlockKind.BULLET, BlockKind.CLAUSE})
_NO_LABEL = Label("")

#: Paragraphs of some thousand pages, those of cells and empty ones counted: a file with more is none of a committee's.
MOST_PARAGRAPHS = 100_000


class TooManyError(ValueError):
    """A document has more paragraphs than are read."""


@final
@define
class Flow:
    """The walk over one document.

    Attributes:
        styles: its styles.
        numbering: its lists.
        notes: its footnotes and endnotes, by kind and id; each is taken out when it is said, so that none says itself.
        speaker: what reads its paragraphs.
        passages: what was met since they were taken last, in reading order.
        contents: lines of tables of contents that were left out.
        excess: whether a table has more cells than can be filled.
    """

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], _Element]
    speaker: Speaker
    passages: list[Passage | TablePassage] = field(factory=list)
    contents: int = 0
    excess: bool = False
    _counting: Counting = field(factory=Counting)
    _nesting: Nesting = field(factory=Nesting)
    _carried: str = ""
    _due: list[tuple[str, _Element]] = field(factory=list)
    _counted: bool = False
    _inside: int = 0
    _met: int = 0

    def take(self) -> list[Passage | TablePassage]:
        """The passages met since this was asked last."""
        taken, self.passages = self.passages, []
        return taken

    def end(self) -> None:
        """The document ended: say what is still due."""
        self._release()
        self._settle()

    def block(self, node: _Element) -> None:
        """Read a block: a paragraph, a table, or what stands around some.

        Raises:
            TooManyError: the document has more paragraphs than are read.
        """
        tag = node.tag
        if tag == _PARAGRAPH:
            self._paragraph(node)
        elif tag == _TABLE:
            self._release()
            self._settle()
            self._table(node)
        elif tag == _CONTROL:
            self._control(node)
        elif tag == _ALTERNATE:
            self._walk(chosen(node))
        elif tag in _AROUND:
            self._walk(node)
        elif tag in _ELSEWHERE:
            self.speaker.drawn.unread["embedded file"] += 1

    def _walk(self, parent: Iterable[_Element]) -> None:
        for child in parent:
            self.block(child)

    def _control(self, node: _Element) -> None:
        """A content control: its content, unless it makes a table of contents or only asks for an entry."""
        properties = node.find(f"{W}sdtPr")
        made = None if properties is None else properties.find(f"{W}docPartObj")
        if value(made, f"{W}docPartGallery") == "Table of Contents":
            self.contents += 1
        elif not switch(properties, f"{W}showingPlcHdr"):
            for content in node.iterchildren(f"{W}sdtContent"):
                self._walk(content)

    def _paragraph(self, node: _Element) -> None:
        self._met += 1
        if self._met > MOST_PARAGRAPHS:
            raise TooManyError
        properties = node.find(f"{W}pPr")
        look = self.styles.paragraph(value(properties, f"{W}pStyle"))
        spoken = self.speaker.speak(node, look)
        raw, self._carried = self._carried + spoken.raw, ""
        if runs_on(properties):
            self._carried = raw
        elif look.contents or (self.speaker.fields.contents and is_contents(raw)):
            self.contents += bool(raw.strip())
        elif raw.strip() or not is_hidden(properties, look):
            self._say(raw, properties, look, spoken.page)
        self._owe(spoken)

    def _owe(self, spoken: Spoken) -> None:
        """Take up the notes and text boxes of a paragraph: they stand behind it, or behind the list that it opens or is in."""
        told = ((mark, self.notes.pop((kind, known), None)) for kind, known, mark in spoken.notes)
        self._due.extend((mark, note) for mark, note in told if note is not None)
        self._due.extend(("", box) for box in spoken.boxes)

    def _say(self, raw: str, properties: _Element | None, look: Look, page: int | None) -> None:
        listed = list_of(properties, look, self.numbering)
        label = self._counting.next(*listed) if listed else _NO_LABEL
        words = bare(raw)
        if not words:
            if self._inside and label.printed:
                self._add(Passage(text=label.printed, page=page))
            return
        own = outline_of(properties)
        level = look.heading if own is None else own
        if level and is_heading(words):
            self._nesting.end()
            self._add(Passage(text=words, kind=BlockKind.HEADING, level=level, label=label.printed or None, page=page))
            return
        if listed and (label.printed or label.bullet):
            kind = BlockKind.BULLET if label.bullet else BlockKind.CLAUSE
            depth = self._nesting.depth(indentation(properties, look, *listed), listed[1])
            first = Passage(text="", kind=kind, level=depth, label=label.printed or None, page=page)
        else:
            self._nesting.end()
            number, raw = typed_number(raw)
            first = Passage(text="", kind=BlockKind.CLAUSE if number else BlockKind.PARAGRAPH, label=number, page=page)
        for at, text in enumerate(paragraphs_of(raw)):
            self._add(evolve(first, text=text) if at == 0 else Passage(text=text, page=page))

    def _add(self, passage: Passage) -> None:
        """Add a passage, what is due before it: nothing before the items of a list, which it would part from what opens the list."""
        counted = passage.kind is BlockKind.CLAUSE and (passage.label or "").replace(".", "").isdigit()
        if not (passage.kind in _ITEMS and not counted) and not (counted and self._opened(passage)):
            self._settle()
        self._counted = counted
        self.passages.append(passage)

    def _opened(self, passage: Passage) -> bool:
        """Whether ``1.`` is the first of its list; clauses such as ``5.3``, and those behind the first, are paragraphs like others."""
        return not self._counted and "." not in (passage.label or "").rstrip(".")

    def _settle(self) -> None:
        """Say the notes and text boxes that are due; those of a cell stand behind its table."""
        if self._inside or not self._due:
            return
        due, self._due = self._due, []
        for mark, story in due:
            told = self._apart(story)
            if mark and told and isinstance(told[0], Passage):
                told[0] = Passage(text=f"{mark} {told[0].text}", page=told[0].page)
            self.passages.extend(told)

    def _release(self) -> None:
        """Say words whose paragraph was to go on in the next, where none comes."""
        raw, self._carried = self._carried, ""
        for text in paragraphs_of(raw):
            self._add(Passage(text=text, page=self.speaker.page))

    def _apart(self, story: Iterable[_Element]) -> list[Passage | TablePassage]:
        """What a text box or note says: lists and fields of its own."""
        kept = (self.passages, self._counting, self._nesting, self._carried, self._counted, self.speaker.fields)
        self.passages, self._counting, self._nesting, self._carried = [], Counting(), Nesting(), ""
        self.speaker.fields = Fields()
        self._walk(story)
        self._release()
        self._settle()
        told = self.passages
        self.passages, self._counting, self._nesting, self._carried, self._counted, self.speaker.fields = kept
        return told

    def _table(self, node: _Element) -> None:
        rows = [row for row in map(self._row, rows_of(node)) if any(cell.words for cell in row.cells)]
        self._nesting.end()
        self._counted = False
        if rows:
            self.excess = self.excess or too_wide(rows)
            self.passages.extend(_told(rows))
        self._settle()

    def _row(self, row: RawRow) -> Row:
        """A row with its cells read."""
        return Row(cells=tuple(self._cell(*cell) for cell in row.cells), before=row.before, head=row.head)

    def _cell(self, node: _Element, wide: int, covered: bool) -> Cell:
        kept = (self.passages, self._nesting, self._carried)
        self.passages, self._nesting, self._carried = [], Nesting(), ""
        self._inside += 1
        self._walk(node)
        self._release()
        self._inside -= 1
        told = self.passages
        self.passages, self._nesting, self._carried = kept
        return Cell.of(told, wide, covered=covered)


def _told(rows: list[Row]) -> Iterable[Passage | TablePassage]:
    """What a table says: itself, or what its cells hold where it only places words."""
    if not holds_figures(rows):
        return in_lines(rows)
    page = next((one.page for row in rows for cell in row.cells for one in cell.passages), None)
    return (TablePassage(rows=grid_of(rows), page=page),)
