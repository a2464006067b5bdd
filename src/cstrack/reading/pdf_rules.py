"""The lines that a page of a PDF prints: borders of tables, edges of shaded cells, underlines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, final

from attrs import define, field, frozen

from cstrack.reading.pdf_calls import address, calls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.pdf_page import Edges, Turn

#: Thickest line, and the shortest that parts anything, in points.
_THICK, _SHORT = 3.0, 4.0

#: Objects of a page that are looked at, segments of one path, and lines of a page from which it is a drawing.
_OBJECTS, _SEGMENTS, _RULES = 20_000, 400, 4_000

#: Kinds of objects of a page, and of the segments of a path, as PDFium counts them.
_PATH, _IMAGE, _LINE_TO, _MOVE_TO = 2, 3, 0, 2

#: Segments of a rectangle: with and without its last one.
_RECTANGLE = (4, 5)

#: Share of a page from which a picture covers most of it.
_MOST = 0.5


@final
@frozen
class Rule:
    """A line across or down a page.

    Attributes:
        at: its height, where it runs across; its place from the left, where it runs down.
        start: its lower or left end.
        end: its upper or right end.
    """

    at: float
    start: float
    end: float


@final
@define
class Rules:
    """The lines of a page.

    Attributes:
        across: those that run from left to right.
        down: those that run from top to bottom.
    """

    across: list[Rule] = field(factory=list)
    down: list[Rule] = field(factory=list)

    def add(self, left: float, bottom: float, right: float, top: float) -> None:
        """Add a line, told by its ends or by the thin box around it."""
        if top - bottom <= _THICK < _SHORT <= right - left:
            self.across.append(Rule((bottom + top) / 2, left, right))
        elif right - left <= _THICK < _SHORT <= top - bottom:
            self.down.append(Rule((left + right) / 2, bottom, top))

    def frame(self, box: Edges) -> None:
        """Add the four sides of a box."""
        left, bottom, right, top = box
        self.add(left, bottom, right, bottom)
        self.add(left, top, right, top)
        self.add(left, bottom, left, top)
        self.add(right, bottom, right, top)

    @property
    def many(self) -> bool:
        """Whether there are so many that they are a drawing."""
        return len(self.across) + len(self.down) > _RULES


def rules_of(page: Any, turn: Turn | None) -> Rules:
    """The lines of an open page of pypdfium2.

    Args:
        page: a ``PdfPage``.
        turn: how it is turned.

    Returns:
        Lines along the edges of the page; none where there are too many to be a table's.
    """
    from pypdfium2 import raw

    pdfium, there = calls(), address(page.raw)
    rules = Rules()
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), _OBJECTS)):
        thing = pdfium.thing(there, at)
        if not thing or pdfium.kind(thing) != _PATH:
            continue
        left, bottom, right, top = pdfium.bounds(thing)
        if right - left <= _THICK or top - bottom <= _THICK:
            rules.add(left, bottom, right, top)
        else:
            _outline(raw.FPDFPage_GetObject(page.raw, at), (left, bottom, right, top), rules)
        if rules.many:
            return Rules()
    return rules if turn is None else _turned(rules, turn)


def _turned(rules: Rules, turn: Turn) -> Rules:
    turned = Rules()
    for rule in rules.across:
        turned.add(*turn.box((rule.start, rule.at, rule.end, rule.at)))
    for rule in rules.down:
        turned.add(*turn.box((rule.at, rule.start, rule.at, rule.end)))
    return turned


def is_pictured(page: Any, edges: Edges) -> bool:
    """Whether a picture covers most of an open page, as on one that was scanned."""
    from pypdfium2 import raw

    pdfium, there = calls(), address(page.raw)
    whole = (edges[2] - edges[0]) * (edges[3] - edges[1])
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), _OBJECTS)):
        thing = pdfium.thing(there, at)
        if thing and pdfium.kind(thing) == _IMAGE:
            left, bottom, right, top = pdfium.bounds(thing)
            if (right - left) * (top - bottom) > _MOST * whole:
                return True
    return False


def _outline(path: Any, box: Edges, rules: Rules) -> None:
    """The lines of a path that is no thin one: a frame, a shaded cell, or a whole table drawn at once."""
    from pypdfium2 import raw

    count = raw.FPDFPath_CountSegments(path)
    if count in _RECTANGLE:
        rules.frame(box)
    elif count <= _SEGMENTS:
        for (left, bottom), (right, top) in _strokes(path, count):
            rules.add(min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def _strokes(path: Any, count: int) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path, as the page shows them."""
    import ctypes

    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(path, matrix):
        return
    across, up = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[int, float, float]] = []
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        if segment and raw.FPDFPathSegment_GetPoint(segment, across, up):
            x = matrix.a * across.value + matrix.c * up.value + matrix.e
            y = matrix.b * across.value + matrix.d * up.value + matrix.f
            points.append((raw.FPDFPathSegment_GetType(segment), x, y))
    for before, point in pairwise(points):
        if point[0] == _LINE_TO:
            yield (before[1], before[2]), (point[1], point[2])


def places(values: Sequence[float], apart: float) -> list[float]:
    """Values that stand close to each other made one.

    Args:
        values: in points.
        apart: how far two neighbours may stand apart and be one.

    Returns:
        The middle of each group, in order.
    """
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= apart:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]
