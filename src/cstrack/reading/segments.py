"""The parts of a line that wide blanks or rows of dots keep apart, each with the columns it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.reading.lines import Line

#: What keeps two cells of a row apart: two blanks or more, or a row of dots that leads the eye.
_GAP = pattern(
    "reading.segments.gap",
    r"(?:[ \u00a0]{2,400}+|[ ]?(?:\.{4,200}+|…{2,100}+)|[ ]?(?:\.[ ]){3,100}+\.?+){1,4}+[ ]{0,40}+",
)

#: A cell that holds a number, or a symbol in its place.
_VALUE = pattern(
    "reading.segments.value",
    r"""(?!£[ ]?'?000)[-+(£−–]{0,3}+[ ]?£?[0-9][0-9,]{0,20}+(?:\.[0-9]{1,6}+)?[ ]?(?:%|pp|k|mn?|bn|p|wks?|weeks?|days?|months?|fte)?[)*]?
      | \[?(?:n/?a|nil|tbc|tba|tbd|new|low|[a-z])\]? | -{1,3} | [–—*:†] | \.{2,3} | [↑↓→←↗↘↔▲▼►◄⬆⬇➡=]{1,2}""",
    2,
)
_YEAR = pattern("reading.segments.year", r"(?:19|20)[0-9]{2}")

#: Longer lines are no rows of a table that somebody aligned by hand.
_LONGEST = 400


@final
@frozen
class Segment:
    """A part of a line.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        left: column it begins in, counted from 0.
        right: column after its last.
    """

    start: int
    end: int
    left: int
    right: int

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    def overlap(self, left: int, right: int) -> int:
        """How many columns it shares with a stretch of them."""
        return min(self.right, right) - max(self.left, left)


@final
@frozen
class Parted:
    """A line in its parts.

    Attributes:
        segments: in order; one where nothing parts the line, none for a blank line.
        leaders: the rows of dots between them.
    """

    segments: tuple[Segment, ...]
    leaders: tuple[Span, ...] = ()


def part(text: str, line: Line) -> Parted:
    """A line in its parts; a line of tabs, a very long one and a blank one have none.

    Args:
        text: the whole text.
        line: the line.
    """
    if line.blank or line.end - line.start > _LONGEST or text.find("\t", line.start, line.end) >= 0:
        return Parted(())
    segments, leaders, left = [], [], line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        if gap.end() == line.end:
            break
        if gap.start() > left:
            segments.append(segment(line, left, gap.start()))
        dots = gap.group().strip(" \u00a0")
        if dots:
            first = gap.start() + gap.group().index(dots)
            leaders.append(Span(first, first + len(dots)))
        left = gap.end()
    segments.append(segment(line, left, line.end))
    return Parted(tuple(segments), tuple(leaders))


def segment(line: Line, start: int, end: int) -> Segment:
    """A stretch of a line with its columns."""
    shift = line.indent - line.start
    return Segment(start, end, start + shift, end + shift)


def is_value(text: str, cell: Segment) -> bool:
    """Whether a cell holds a number, or a symbol in its place."""
    return cell.end - cell.start <= 40 and _VALUE.fullmatch(text, cell.start, cell.end) is not None


def is_year(text: str, cell: Segment) -> bool:
    """Whether a cell holds a year alone, as heads do."""
    return _YEAR.fullmatch(text, cell.start, cell.end) is not None


def has_letters(text: str, cell: Segment) -> bool:
    """Whether a cell holds a word."""
    return any(map(str.isalpha, text[cell.start : cell.end]))
