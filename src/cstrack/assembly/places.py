"""Figures and periods in their sentences, so that what belongs together can be told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, final

from attrs import evolve, field, frozen

from cstrack.document.block import BlockKind
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.document.block import Block
    from cstrack.document.document import Document
    from cstrack.facts.facts import Facts
    from cstrack.facts.mention import FigureMention, PeriodMention
    from cstrack.facts.statement import Sentence


@final
@frozen(kw_only=True, eq=False)
class Place:
    """One figure in its sentence.

    Attributes:
        mention: the figure.
        block: its block.
        text: the block's plain text.
        start: offset of its sentence in that text.
        end: offset after the sentence.
        figures: every figure of the sentence, in order.
        periods: every period of the sentence, in order.
    """

    mention: FigureMention
    block: Block
    text: str
    start: int
    end: int
    figures: tuple[FigureMention, ...]
    periods: tuple[PeriodMention, ...]

    @property
    def sentence(self) -> str:
        """The sentence in plain text."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.text[self.start : self.mention.start]

    @property
    def after(self) -> str:
        """The sentence behind the figure."""
        return self.text[self.mention.end : self.end]

    @property
    def earlier(self) -> FigureMention | None:
        """The figure before this one in the sentence."""
        ahead = [figure for figure in self.figures if figure.start < self.mention.start]
        return ahead[-1] if ahead else None


@final
@frozen(kw_only=True, eq=False)
class Surroundings:
    """A document with its facts by block, for those who look around a figure.

    Attributes:
        document: the paper.
        facts: what was recognised in it.
        texts: plain text of each block, by index.
        sentences: sentences by block.
        periods: periods by block.
        figures: figures by block.
        cells: of a cell below a head and beside a label, the blocks of label and head.
    """

    document: Document
    facts: Facts
    texts: Mapping[int, str]
    sentences: Mapping[int, Sequence[Sentence]]
    periods: Mapping[int, Sequence[PeriodMention]]
    figures: Mapping[int, Sequence[FigureMention]]
    cells: Mapping[int, tuple[int | None, int | None]]
    _starts: dict[tuple[str, int], list[int]] = field(factory=dict)
    _titles: list[tuple[int, ...]] = field(factory=list)
    _entries: list[list[int]] = field(factory=list)

    def place_of(self, mention: FigureMention) -> Place:
        """A figure in its sentence."""
        index = mention.block
        if index in self.cells:
            return self._place_in_table(mention, self.cells[index])
        text = self.texts[index]
        start, end = self.sentence_at(index, mention.start)
        start, end = max(start, mention.start - _REACH), min(end, mention.end + _REACH)
        return Place(
            mention=mention,
            block=self.document.blocks[index],
            text=text,
            start=start,
            end=end,
            figures=tuple(self.figures_between(index, start, end)),
            periods=tuple(self.periods_between(index, start, end)),
        )

    def _place_in_table(self, mention: FigureMention, around: tuple[int | None, int | None]) -> Place:
        """A cell as the sentence a reader makes of it: the row's label, the column's head, the figure."""
        text = ""
        periods: list[PeriodMention] = []
        for index in around:
            words = "" if index is None else self.texts[index]
            if index is not None and words:
                shift = len(text)
                periods += [
                    evolve(found, start=found.start + shift, end=found.end + shift)
                    for found in self.periods.get(index, ())
                ]
                text += words + ": "
        moved = evolve(mention, start=mention.start + len(text), end=mention.end + len(text))
        text += self.texts[mention.block]
        return Place(
            mention=moved,
            block=self.document.blocks[mention.block],
            text=text,
            start=0,
            end=len(text),
            figures=(moved,),
            periods=tuple(periods),
        )

    def sentence_at(self, index: int, offset: int) -> tuple[int, int]:
        """Start and end of the sentence of a block that holds an offset; the whole block where it has none."""
        sentences = self.sentences.get(index, ())
        at = bisect_right(self._begins("sentences", index, sentences), offset) - 1
        if at < 0:
            return 0, len(self.texts[index])
        return sentences[at].start, sentences[at].end

    def figures_between(self, index: int, start: int, end: int) -> Sequence[FigureMention]:
        """The figures of a block that begin in a stretch of it, in order."""
        figures = self.figures.get(index, ())
        begins = self._begins("figures", index, figures)
        return figures[bisect_left(begins, start) : bisect_left(begins, end)]

    def periods_between(self, index: int, start: int, end: int) -> Sequence[PeriodMention]:
        """The periods of a block that begin in a stretch of it, in order."""
        periods = self.periods.get(index, ())
        begins = self._begins("periods", index, periods)
        return periods[bisect_left(begins, start) : bisect_left(begins, end)]

    def _begins(
        self, what: str, index: int, mentions: Sequence[Sentence] | Sequence[FigureMention] | Sequence[PeriodMention]
    ) -> list[int]:
        begins = self._starts.get((what, index))
        if begins is None:
            begins = self._starts[what, index] = [mention.start for mention in mentions]
        return begins

    def above(self, index: int) -> tuple[int, ...]:
        """Indices of the headings over a block, the nearest first, then the paper's title and its first headings."""
        found = list(self.entry(index))
        at = self.document.blocks[index].heading
        while at is not None and at not in found:
            found.append(at)
            at = self.document.blocks[at].heading
        return tuple(dict.fromkeys((*found, *self.titles)))

    def entry(self, index: int) -> tuple[int, ...]:
        """The numbered entry that a block stands below, where the page gives it no heading of its own; empty where it stands below none."""
        if not self._entries:
            self._entries.append([at for at, block in enumerate(self.document.blocks) if self._is_entry(at, block)])
        entries = self._entries[0]
        at = bisect_left(entries, index) - 1
        if at < 0 or index - entries[at] > _BELOW_ENTRY:
            return ()
        heading = self.document.blocks[index].heading
        return () if heading is not None and heading > entries[at] else (entries[at],)

    def _is_entry(self, at: int, block: Block) -> bool:
        """Whether a block is the numbered title of an entry: "36/21 Financial monitoring", "8. Placement costs"."""
        text = self.texts[at]
        if len(text) > _LEAD_LENGTH or not text or text[-1] in ".;:,":
            return False
        if block.kind is BlockKind.CLAUSE:
            whole = (block.label or "").strip("().").isdigit()
            listed = block.lead is not None and self.texts[block.lead].endswith((":", "-"))
            return text.isupper() or (whole and text[0].isupper() and not listed and not _TELLS.search(text))
        return block.kind is BlockKind.PARAGRAPH and _ENTRY.match(text) is not None and not _TELLS.search(text)

    @property
    def titles(self) -> tuple[int, ...]:
        """The blocks that say what the paper is: its title, and the headings before its first text of any length."""
        if not self._titles:
            self._titles.append(self._read_titles())
        return self._titles[0]

    def _read_titles(self) -> tuple[int, ...]:
        head = self.facts.head.block
        first: list[int] = [] if head is None else [head]
        for index, block in enumerate(self.document.blocks[:12]):
            if block.kind is BlockKind.HEADING:
                first.append(index)
            elif len(self.texts.get(index, "")) > _LEAD_LENGTH:
                break
        return tuple(first)


#: How many blocks a numbered entry can stand above.
_BELOW_ENTRY = 40
#: The number of an entry of minutes: "36/21", "CSF/62", "Item 5:".
_ENTRY = pattern(
    "assembly.places.entry",
    r"(?:[0-9]{1,3}/[0-9]{2}|[A-Z]{2,5}[ /][0-9]{1,4}(?:/[0-9]{2})?|(?:Item|Agenda\ item)\ [0-9]{1,3}[.:]?)\ [A-Z]",
)
#: A verb that makes a line a sentence.
_TELLS = pattern(
    "assembly.places.tells",
    r"(?<![a-z])(?:is|are|was|were|be|been|has|have|had|will|would|should|may|agreed|noted|approved|That)(?![a-z])",
)
#: Characters on each side of a figure beyond which a sentence without end is no longer its own.
_REACH = 500
#: A block longer than this is text and no head matter.
_LEAD_LENGTH = 120


def laid_out(document: Document, facts: Facts) -> Surroundings:
    """A document's facts by block."""
    texts = {index: document.plain(block).text for index, block in enumerate(document.blocks)}
    sentences: dict[int, list[Sentence]] = defaultdict(list)
    periods: dict[int, list[PeriodMention]] = defaultdict(list)
    figures: dict[int, list[FigureMention]] = defaultdict(list)
    for sentence in facts.sentences:
        sentences[sentence.block].append(sentence)
    for period in facts.periods:
        periods[period.block].append(period)
    for figure in facts.figures:
        figures[figure.block].append(figure)
    return Surroundings(
        document=document,
        facts=facts,
        texts=texts,
        sentences=sentences,
        periods=periods,
        figures=figures,
        cells=_cells(document),
    )


def _cells(document: Document) -> dict[int, tuple[int | None, int | None]]:
    """The blocks of label and head around each cell of a table."""
    if not document.grids:
        return {}
    blocks = {block.span.start: index for index, block in enumerate(document.blocks) if block.kind is BlockKind.CELL}
    around: dict[int, tuple[int | None, int | None]] = {}
    for grid in document.grids:
        heads = (
            [None if cell.span is None else blocks.get(cell.span.start) for cell in grid.rows[0]] if grid.rows else []
        )
        for row in grid.rows[1:]:
            shift = max(0, len(row) - len(heads))  # a head without a cell above the labels
            places = [None if cell.span is None else blocks.get(cell.span.start) for cell in row]
            label = next(
                (place for place, cell in zip(places, row, strict=True) if any(map(str.isalpha, cell.text))), None
            )
            for at, place in enumerate(places):
                if place is not None and place != label:
                    around[place] = (label, heads[at - shift] if 0 <= at - shift < len(heads) else None)
    return around
