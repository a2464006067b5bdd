"""Rows of a page to paragraphs: which line goes on with the one above it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.labels import marking_at
from cstrack.reading.pdf_columns import LABEL, Row, is_sign
from cstrack.reading.pdf_page import around
from cstrack.reading.pdf_words import SOFT
from cstrack.reading.wrapping import ends_open, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.pdf_page import Edges

#: How far the sizes of two lines of a paragraph may differ, and how much wider than usual lines of one may stand apart.
_SIZES, _WIDER = 1.06, 1.22

#: Share of lines that a distance must have to be that of lines in a paragraph, and the distance where there is none, in sizes.
_USUAL, _DISTANCE = 0.12, 1.2

#: Indents, in sizes: one that begins a paragraph, and one that is none yet.
_INDENT, _SLIGHT = 1.2, 0.4

#: Longest label before a value, in characters, and how far right of it a further line of the value begins, in sizes.
_LABEL, _FAR = 40, 4.0

#: How much room at the end of a line is left by ragged type, in sizes; where paragraphs stand apart, the share of its column up to
#: which a line must end to have been ended by hand.
_RAGGED, _SHORT = 0.5, 0.65

#: Share of short last lines with room below them from which a paper parts its paragraphs by it.
_PARTED = 0.75


@final
@frozen
class Line:
    """One line of a column.

    Attributes:
        text: its words, without the label or sign in front.
        label: the label that stands apart in the margin; None where there is none.
        sign: its bullet; None where there is none.
        left: where it begins, label and sign included.
        inner: where its words begin.
        right: where it ends.
        base: height of its baseline.
        size: of its type.
        bold: whether all of it is.
        edges: the box around it.
        value: where the value begins, in a line that is a label, a gap and its value; None in others.
    """

    text: str
    label: str | None
    sign: str | None
    left: float
    inner: float
    right: float
    base: float
    size: float
    bold: bool
    edges: Edges
    value: float | None = None

    @property
    def marked(self) -> bool:
        """Whether a label or bullet stands before its words, apart or not."""
        if self.label or self.sign:
            return True
        return marking_at(self.text, 0, len(self.text)) is not None

    @property
    def ended(self) -> bool:
        """Whether it ends with a stop."""
        return ends_sentence(self.text, 0, len(self.text))


@final
@frozen
class Paragraph:
    """Lines that belong together.

    Attributes:
        lines: at least one.
    """

    lines: tuple[Line, ...]

    @property
    def edges(self) -> Edges:
        """The box around it."""
        return around([line.edges for line in self.lines])

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]


def line_of(row: Row) -> Line:
    """A row as a line of running text; what stands in the margin before it is told apart."""
    parts = row.parts
    first = parts[0]
    label = sign = None
    words = parts
    mark = LABEL.fullmatch(first.text) if len(parts) > 1 else None
    if mark is not None and parts[1].left - first.right < 8 * first.size:
        label, sign = (None, first.text) if mark["sign"] else (first.text, None)
        words = parts[1:]
    text = " ".join(part.text for part in words)
    if sign is None and label is None and len(text) > 2 and text[1] == " " and text[0] != "o" and is_sign(text[0]):
        sign, text = text[0], text[2:].lstrip()
    main = max(words, key=lambda part: len(part.text))
    return Line(
        text=text,
        label=label,
        sign=sign,
        left=first.left,
        inner=words[0].left if words is not parts else first.left + (main.size if sign else 0.0),
        right=parts[-1].right,
        base=main.base,
        size=main.size,
        bold=all(part.bold for part in words),
        edges=row.edges,
        value=parts[1].left if len(parts) == 2 and first.text.endswith(":") else None,
    )


@final
@frozen
class Habit:
    """How a paper sets its paragraphs.

    Attributes:
        distance: of the lines of a paragraph, in sizes of the type.
        parted: whether paragraphs stand further apart than lines.
    """

    distance: float = _DISTANCE
    parted: bool = False

    @classmethod
    def of(cls, columns: Sequence[Sequence[Line]]) -> Habit:
        """Learn it: the smallest distance of lines that is common, and whether there is room below short last lines.

        Args:
            columns: lines from the top, column by column.
        """
        counted: Counter[float] = Counter()
        for lines in columns:
            for above, below in pairwise(lines):
                apart = (above.base - below.base) / below.size
                if 0.9 < apart < 2.6 and _alike(above, below):
                    counted[round(apart * 20) / 20] += 1
        total = sum(counted.values())
        distance = min((apart for apart, times in counted.items() if times >= total * _USUAL), default=_DISTANCE)
        last = roomy = 0
        for lines in columns:
            margin = _margin(lines)
            for above, below in pairwise(lines):
                if above.ended and above.right < above.inner + (margin - above.inner) * _SHORT:
                    last += 1
                    roomy += above.base - below.base > distance * _WIDER * max(above.size, below.size)
        return cls(distance, roomy > last * _PARTED)


def paragraphs(lines: Sequence[Line], habit: Habit) -> Iterator[Paragraph]:
    """Lines of one column that stand below each other, gathered.

    Args:
        lines: from the top, nothing else between them.
        habit: how the paper sets its paragraphs.

    Yields:
        Every line in one paragraph.
    """
    if not lines:
        return
    margin = _margin(lines)
    gathered = [lines[0]]
    for line in lines[1:]:
        if _begins(gathered, line, habit, margin):
            yield Paragraph(tuple(gathered))
            gathered = []
        gathered.append(line)
    yield Paragraph(tuple(gathered))


def goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph at the top of a page goes on with the last one of the page before."""
    last, first = above.last, below.first
    if not _alike(last, first) or first.label or first.sign or last.bold != first.bold:
        return False
    if last.text.endswith(SOFT):
        return True
    if last.ended:
        return False
    if first.text[0].islower():
        return True
    if first.marked:
        return False
    widest = max(line.right for line in (*above.lines, *below.lines))
    filled = not _fits(last, first, widest)
    return filled and (len(above.lines) > 1 or ends_open(last.text, 0, len(last.text)) or len(below.lines) > 1)


def _alike(one: Line, other: Line, most: float = _SIZES) -> bool:
    return one.size < other.size * most and other.size < one.size * most


def _margin(lines: Sequence[Line]) -> float:
    """Where lines end that are full: the place that all but the longest few keep to."""
    ends = sorted(line.right for line in lines)
    return ends[-1 - len(ends) // 20]


def _begins(gathered: Sequence[Line], line: Line, habit: Habit, margin: float) -> bool:
    above, first = gathered[-1], gathered[0]
    apart = (above.base - line.base) / max(line.size, above.size)
    small = line.text[0].islower() and not above.ended
    if apart > habit.distance * _WIDER or apart < 0 or not _alike(above, line, _WIDER if small else _SIZES):
        return True
    if above.text.endswith(SOFT) or _is_value(first, above, line):
        return False
    if above.bold != line.bold and not small:
        return bool(above.bold or above.ended or _fits(above, line, margin))
    if line.sign or line.label:
        return True
    forced = _fits(above, line, margin)
    if habit.parted and not line.marked:
        forced = forced and above.right < first.left + (margin - first.left) * _SHORT
    if line.marked and (above.ended or forced):
        return True
    if first.label or first.sign:
        hung = len(gathered) > 1 and gathered[1].left > first.left + _SLIGHT * line.size
        if line.left < (gathered[1].left if hung else first.inner) - _SLIGHT * line.size and (hung or forced):
            return True
    elif line.left > min(one.left for one in gathered) + _INDENT * line.size and above.ended:
        return True
    return forced and not small


def _is_value(first: Line, above: Line, line: Line) -> bool:
    """Whether a line goes on with the value of a label: it stands where that begins, far right of the label."""
    if above.value is not None:
        return abs(line.left - above.value) < line.size / 4
    valued = ": " in first.text[:_LABEL] and first.sign is None
    return valued and above.left - 1 < first.left + _FAR * line.size < line.left < first.right


def _fits(above: Line, line: Line, margin: float) -> bool:
    """Whether the first word of a line would have fitted on the line above, so that somebody ended that line by hand."""
    first = len(line.text.split(" ", 1)[0]) + 1
    letter = (line.right - line.inner) / max(len(line.text), 1)
    return above.right + first * letter + _RAGGED * line.size < margin
