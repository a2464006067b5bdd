"""A page walked from top to bottom: headings, paragraphs, items, label lines and tables, as passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.document.block import BlockKind
from cstrack.reading.composing import Passage, TablePassage
from cstrack.reading.html_lists import Counter, counter_of, word_item
from cstrack.reading.html_marks import joined_lines, lines_of, words_of
from cstrack.reading.html_page import BLOCKS, says_nothing
from cstrack.reading.html_tables import Filling, caption_of, grid_of, holds_figures, label_like, labels, rows_of
from cstrack.reading.inline import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from cstrack.reading.html_page import Page
    from cstrack.reading.html_tables import Row

#: Blocks inside each other that are walked; what lies deeper is read as one paragraph.
_DEEPEST = 100

#: Characters from which what is set as a heading is a paragraph all the same.
_LONGEST_HEADING = 250

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_PARAGRAPH = BlockKind.PARAGRAPH


@final
@define
class _Marker:
    """What the next passage begins with: the bullet or number of an item, the label of a row."""

    kind: BlockKind = _PARAGRAPH
    level: int = 1
    label: str | None = None


@final
@define
class Flow:
    """The walk over one page.

    Attributes:
        page: the page.
        passages: what was met, in reading order.
        filling: what spans of tables may still fill.
        flattened: whether something lay too deep and was read as one paragraph.
    """

    page: Page
    passages: list[Passage | TablePassage] = field(factory=list)
    filling: Filling = field(factory=Filling)
    flattened: bool = False
    _marker: _Marker | None = None
    _depth: int = 0
    _nesting: int = 0

    def walk(self, node: LexborNode, read: Callable[[LexborNode], None] | None = None) -> None:
        """Read what an element holds: blocks, and the words between them.

        Args:
            node: the element.
            read: what reads it, where it is read in a way of its own; not asked where it lies too deep.
        """
        self._depth += 1
        if self._depth > _DEEPEST:
            self.flattened = True
            self._say(folded(node.text(separator=" ")))
        else:
            (read or self._contents)(node)
        self._depth -= 1

    def _contents(self, node: LexborNode) -> None:
        holders = self.page.holders
        loose: list[LexborNode] = []
        for child in node.iter(include_text=True):
            if child.tag in BLOCKS or child.mem_id in holders:
                if loose:
                    self._words(loose)
                    loose = []
                self._block(child)
            elif loose or not child.is_empty_text_node:
                loose.append(child)
        self._words(loose)

    def _words(self, nodes: Sequence[LexborNode]) -> None:
        """Inline nodes that stand together: a paragraph, or the lines of one."""
        if nodes:
            marked = self.page.marked if any(node.mem_id in self.page.marked for node in nodes) else ()
            for words in lines_of(nodes, marked, self.page.bold):
                self._say(words)

    def _block(self, node: LexborNode) -> None:
        tag, known = node.tag, node.mem_id
        if known in self.page.levels and self._heading(node, self.page.levels[known]):
            return
        if tag == "hr":
            return
        if tag in _LISTS:
            self.walk(node, self._list)
        elif tag == "li":
            self._list_entry(node, None)
        elif tag == "table":
            self._table(node)
        elif tag == "dl":
            self._terms(node)
        elif known in self.page.word and known not in self.page.holders:
            self._word_item(node, self.page.word[known])
        elif known in self.page.holders:
            self.walk(node)
        elif tag == "pre":
            self._lines(node)
        else:
            self._words((node,))

    def _say(self, words: str, kind: BlockKind = _PARAGRAPH, level: int = 1) -> None:
        """Add a passage; the first of an item bears its marker."""
        marker, self._marker = self._marker, None
        if not words:
            self._marker = marker
            return
        if marker is None:
            self.passages.append(Passage(text=words, kind=kind, level=level))
        elif kind is BlockKind.HEADING or marker.kind is _PARAGRAPH:
            labelled = f"{marker.label} {words}" if marker.label else words
            self.passages.append(Passage(text=labelled, kind=kind, level=level))
        else:
            self.passages.append(Passage(text=words, kind=marker.kind, level=marker.level, label=marker.label))

    def _heading(self, node: LexborNode, level: int) -> bool:
        """Add a heading; False where what is set as one is a paragraph."""
        # Known before its blocks are read: headings inside each other would else be read twice for each level.
        if len(folded(node.text())) > _LONGEST_HEADING:
            return False
        words = self._flat(node)
        if words and not says_nothing(words):
            self._say(words, BlockKind.HEADING, level)
        return True

    def _flat(self, node: LexborNode) -> str:
        """The words of a heading, a label or a cell in one line."""
        if node.mem_id not in self.page.holders:
            return words_of((node,), self.page.marked, self.page.bold)
        inside = Flow(page=self.page, filling=self.filling, depth=self._depth)
        inside.walk(node)
        self.flattened = self.flattened or inside.flattened
        return " ".join(_said(passage) for passage in inside.passages)

    def _list(self, node: LexborNode) -> None:
        counter = None if node.mem_id in self.page.actions else counter_of(node)
        self._nesting += 1
        for child in node.iter(include_text=True):
            if child.tag == "li" and counter is not None:
                self._list_entry(child, counter)
            elif child.tag in BLOCKS or child.mem_id in self.page.holders:
                self.walk(child) if child.tag == "li" else self._block(child)
            else:
                self._words((child,))
        self._nesting -= 1

    def _list_entry(self, node: LexborNode, counter: Counter | None) -> None:
        label = counter.label(node) if counter is not None else None
        if label is not None:
            self._marker = _Marker(BlockKind.CLAUSE, self._nesting, label)
        elif counter is None or counter.kind == "-":
            self._marker = _Marker(BlockKind.BULLET, max(1, self._nesting))
        self.walk(node)
        self._marker = None

    def _word_item(self, node: LexborNode, style: str) -> None:
        for at, words in enumerate(lines_of((node,), self.page.marked, self.page.bold)):
            kind, level, bare = word_item(words, style) if at == 0 else (_PARAGRAPH, 1, words)
            self._say(bare, kind, level)

    def _terms(self, node: LexborNode) -> None:
        """Terms and what is said of each: label lines."""
        term = ""
        for part in _parts(node):
            if part.tag == "dt":
                self._say(term)
                term = self._flat(part)
            elif part.tag == "dd":
                self._labelled(term, part)
                term = ""
        self._say(term)

    def _labelled(self, label: str, value: LexborNode) -> None:
        """A label and its value as one line; a label alone where nothing stands behind it."""
        printed = label if label.endswith((":", ".", ")", "?:")) or not label else f"{label}:"
        self._marker = _Marker(label=printed)
        self.walk(value)
        left, self._marker = self._marker, None
        if left is not None and not label.strip("().").isdigit():
            self._say(label)

    def _table(self, node: LexborNode) -> None:
        rows, caption = rows_of(node), caption_of(node)
        if caption is not None and not says_nothing(folded(caption.text())):
            self._block(caption)
        if holds_figures(node, rows, self.page.holders):
            self.passages.append(TablePassage(rows=grid_of(rows, self._flat, self.filling)))
            self._marker = None
            return
        paired = labels(rows)
        for row in rows:
            self._row(row, paired=paired)

    def _row(self, row: Row, *, paired: bool) -> None:
        """A row of a table that only places words: its cells one after the other, a label before its value."""
        if len(row.cells) == 2:
            first = folded(row.cells[0].text())
            if first and (paired or label_like(first)):
                self._labelled(first, row.cells[1])
                return
        for cell in row.cells:
            self.walk(cell)

    def _lines(self, node: LexborNode) -> None:
        for words in joined_lines(node.text()):
            self._say(words)


def _parts(terms: LexborNode) -> Iterator[LexborNode]:
    """The terms and descriptions of a list, which may stand in groups."""
    for part in terms.iter():
        yield from part.iter() if part.tag == "div" else (part,)


def _said(passage: Passage | TablePassage) -> str:
    if isinstance(passage, TablePassage):
        return " ".join(cell for row in passage.rows for cell in row if cell)
    words = passage.text.replace("**", "")
    return f"{passage.label} {words}" if passage.label else words
