"""A block in the making, and how a single line begins one."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define

from cstrack.document.block import BlockKind
from cstrack.reading.labels import Label, Marking, marking_at
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.reading.lines import Line

_HASHES = pattern("reading.drafts.hashes", r"[#]{1,6}+\s{1,20}+(?=\S)")
_CLOSING_HASHES = pattern("reading.drafts.closing_hashes", r"\s[#]{1,20}\Z")
_SPOKEN = pattern("reading.drafts.spoken", r"(?!A\.)(?P<who>[QA])[0-9]{0,3}+(?:[:.]\s{0,40}+|\s{2,40}+|\t)(?=\S)")

#: A label with its value (``Decision Maker: Cabinet``), with none yet (``Decision number:``), or parted from it by a tab.
_VALUED = pattern(
    "reading.drafts.valued",
    r"""
      [A-Z][\w.'’/&?()\-]{0,30}+ (?: \ [\w.'’/&?()\-]{1,30}+ ){0,5}+ \s? : (?: \s{0,40}+ \Z | \s{1,40}+ \S )
    | [^\t]{2,80}+ \t \s{0,40}+ \S
    """,
)


@final
@define(kw_only=True)
class Draft:
    """A block in the making.

    Attributes:
        kind: what it is, as far as is known.
        pieces: stretches of text, in order.
        marker: the stretch before its words: bullet, label, hashes.
        bullet: the bullet as printed.
        label: the clause label.
        indent: columns before it.
        gap: blank lines and furniture before it.
        level: depth of a heading; 0 for anything else.
        valued: whether its first line is a label with a value, ``Decision Maker: Cabinet``.
        width: column its last line ends in.
        page: page it begins on; 0 where there are none.
        settled: whether nothing may be joined to it or read into it: a cell, a line of code, the rest of a cut line.
    """

    kind: BlockKind
    pieces: list[Span]
    marker: Span | None = None
    bullet: str | None = None
    label: Label | None = None
    indent: int = 0
    gap: int = 0
    level: int = 0
    valued: bool = False
    width: int = 0
    page: int = 0
    settled: bool = False

    @property
    def start(self) -> int:
        """Its first character, the marker's included."""
        return self.marker.start if self.marker else self.pieces[0].start

    @property
    def prose(self) -> bool:
        """Whether it is words without any marker."""
        return self.kind is BlockKind.PARAGRAPH and self.marker is None and not self.settled

    def words(self, text: str) -> str:
        """Its text as it stands, joined by single blanks, emphasis left out."""
        joined = " ".join(text[piece.start : piece.end] for piece in self.pieces)
        return " ".join(joined.replace("**", "").replace("__", "").split()) or joined

    def unmark(self) -> None:
        """Take its marker for words: what looked like a label was none."""
        self.pieces[0] = Span(self.start, self.pieces[0].end)
        self.kind, self.marker, self.label, self.bullet = BlockKind.PARAGRAPH, None, None, None


def draft_line(text: str, line: Line, gap: int) -> tuple[Draft, tuple[Span, ...]]:
    """The block that a line begins, if it begins one.

    Args:
        text: the whole text.
        line: a line that is no furniture.
        gap: blank lines above it.

    Returns:
        The draft, and stretches of the line that belong to no block: closing hashes, a closing pipe.
    """
    end, left_over = _bare_end(text, line)
    hashes = _HASHES.match(text, line.start, end)
    if hashes:
        return _hashed(text, line, gap, hashes.end(), end)
    draft = _marked(text, line, gap, end) or Draft(kind=BlockKind.PARAGRAPH, pieces=[Span(line.start, end)])
    draft.indent, draft.gap, draft.width, draft.page = line.indent, gap, line.width, line.page
    draft.valued = draft.prose and _VALUED.match(text, line.start, end) is not None
    return draft, left_over


def _bare_end(text: str, line: Line) -> tuple[int, tuple[Span, ...]]:
    """Where the words of a line end: a lone pipe behind them is what is left of a table."""
    end = line.end
    if text[end - 1] != "|" or text.count("|", line.start, end) != 1 or end - line.start < 3:
        return end, ()
    end -= 1
    while text[end - 1].isspace():
        end -= 1
    return end, (Span(line.end - 1, line.end),)


def _hashed(text: str, line: Line, gap: int, start: int, end: int) -> tuple[Draft, tuple[Span, ...]]:
    depth = text.count("#", line.start, start)
    left_over: tuple[Span, ...] = ()
    closing = _CLOSING_HASHES.search(text, max(start, end - 21), end)
    if closing and closing.start() > start:
        left_over, end = (Span(closing.start() + 1, closing.end()),), closing.start()
    marking = marking_at(text, start, end)
    label = None
    if marking and marking.label and not marking.bullet and marking.end < end:
        label, start = marking.label, marking.end
    draft = Draft(
        kind=BlockKind.HEADING,
        pieces=[Span(start, end)],
        marker=Span(line.start, start),
        label=label,
        gap=gap,
        level=depth,
        page=line.page,
    )
    return draft, left_over


def _marked(text: str, line: Line, gap: int, end: int) -> Draft | None:
    spoken = _SPOKEN.match(text, line.start, end)
    if spoken:
        who = spoken["who"]
        label = Label(printed=text[line.start : spoken.end()].strip(" \t:."), token=who, readings=())
        marker = Span(line.start, spoken.end())
        return Draft(kind=BlockKind.PARAGRAPH, pieces=[Span(spoken.end(), end)], marker=marker, label=label, gap=gap)
    marking: Marking | None = marking_at(text, line.start, end)
    if marking is None or marking.end >= end:
        return None
    return Draft(
        kind=BlockKind.CLAUSE if marking.label else BlockKind.BULLET,
        pieces=[Span(marking.end, end)],
        marker=Span(line.start, marking.end),
        bullet=marking.bullet,
        label=marking.label,
    )
