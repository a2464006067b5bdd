"""The order in which a page is read: rows from the top, and columns of prose one after the other."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise
from math import ceil
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.reading.pdf_page import Fragment, Table, around
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.pdf_page import Edges

#: What may stand in the margin before a clause or bullet: its label, its sign.
LABEL = pattern(
    "reading.pdf_columns.label",
    r"""(?: \(?(?:[0-9]{1,3}|[ivxlcIVXLC]{1,7}|[a-zA-Z])[.)]{1,2} | [0-9]{1,3}(?:\.[0-9]{1,3}){1,4}[.)]?
      | [0-9]{1,3} | (?P<sign>[-*+·•●○▪▫■□◼◻◾◦‣⁃∙–—o❖❑✓✔✗➔➢➤►▶⇒→\ufffd\uf020-\uf0ff] ) )""",
)

#: How far baselines of a row may differ, in sizes of the type.
_LEVEL = 0.3

#: Room between two stretches, in sizes, from which there is a blank, and from which they stand apart.
_CLOSE, _NEAR = 0.15, 0.4

#: Places across a page at which a strip between columns is looked for.
_STEPS = 100

#: Lines on each side from which a page has columns, characters of such a line, share of a column that its lines fill, share of
#: paragraphs that begin level on both sides from which the two are the columns of a table.
_LINES, _LETTERS, _FILLED, _LEVELLED = 4, 18, 0.62, 0.6


@final
@frozen
class Row:
    """What is printed at one height.

    Attributes:
        parts: stretches of text, from the left.
    """

    parts: tuple[Fragment, ...]

    @property
    def edges(self) -> Edges:
        """The box around it."""
        parts = self.parts
        return parts[0].edges if len(parts) == 1 else around([part.edges for part in parts])

    @property
    def cells(self) -> tuple[tuple[Fragment, ...], ...]:
        """Its stretches, a label in the margin together with what it labels."""
        if len(self.parts) > 1 and LABEL.fullmatch(self.parts[0].text):
            return (self.parts[:2], *((part,) for part in self.parts[2:]))
        return tuple((part,) for part in self.parts)


def is_sign(text: str) -> bool:
    """Whether a stretch is a bullet."""
    mark = LABEL.fullmatch(text)
    return mark is not None and mark["sign"] is not None


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """Fragments in rows, from the top of the page."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda one: (-one.base, one.left)):
        last = rows[-1][0] if rows else None
        if last is not None and last.base - fragment.base <= _LEVEL * max(last.size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [Row(tuple(_together(row)) if len(row) > 1 else tuple(row)) for row in rows]


def _together(row: Sequence[Fragment]) -> Iterator[Fragment]:
    """The stretches of a row from the left, those made one that stand no further apart than words do."""
    ordered = sorted(row, key=lambda one: one.left)
    last = ordered[0]
    for at, part in enumerate(ordered[1:]):
        gap = (part.left - last.right) / max(last.size, part.size)
        if not -_NEAR < gap < _NEAR or (not at and LABEL.fullmatch(last.text)):
            yield last
            last = part
            continue
        main = max(last, part, key=lambda one: len(one.text))
        text = f"{last.text}{'' if gap < _CLOSE else ' '}{part.text}"
        last = evolve(main, text=text, left=last.left, right=part.right, bold=last.bold and part.bold)
    yield last


def stretches(fragments: Sequence[Fragment], tables: Sequence[Table]) -> Iterator[list[Row | Table]]:
    """What is read on a page, in order.

    Args:
        fragments: what of the page belongs to the paper.
        tables: framed ones.

    Yields:
        Rows and tables from the top, each time those of one column.
    """
    gutter = _gutter(fragments)
    if gutter is None:
        yield _merged([*fragments, *tables])
        return
    held: list[Fragment | Table] = []
    everything: list[Fragment | Table] = [*fragments, *tables]
    everything.sort(key=_from_top)
    zones = [
        (crossing, list(zone))
        for crossing, zone in groupby(everything, key=lambda one: one.edges[0] < gutter < one.edges[2])
    ]
    for at, (crossing, zone) in enumerate(zones):
        if crossing or not _in_columns([one for one in zone if isinstance(one, Fragment)], gutter):
            held.extend(zone)
            continue
        if held:
            yield _merged(held)
        tail = _tail(zone, gutter) if at + 1 < len(zones) else len(zone)
        yield _merged([one for one in zone[:tail] if one.edges[2] <= gutter])
        yield _merged([one for one in zone[:tail] if one.edges[0] >= gutter])
        held = zone[tail:]
    if held:
        yield _merged(held)


def _tail(zone: Sequence[Fragment | Table], gutter: float) -> int:
    """Where the columns of a zone end that something over the whole width follows: a short heading of that stands on one side."""
    last = {side: at for at, one in enumerate(zone) for side in (one.edges[0] > gutter,)}
    end = min(last.values()) + 1
    while end < len(zone) and zone[end - 1].edges[1] - zone[end].edges[3] < zone[end].edges[3] - zone[end].edges[1]:
        end += 1
    return end


def _merged(placed: Sequence[Fragment | Table]) -> list[Row | Table]:
    rows: list[Row | Table] = list(rows_of([one for one in placed if isinstance(one, Fragment)]))
    rows.extend(one for one in placed if isinstance(one, Table))
    return sorted(rows, key=_from_top) if any(isinstance(one, Table) for one in placed) else rows


def _from_top(one: Fragment | Row | Table) -> float:
    return -one.edges[3]


def _gutter(fragments: Sequence[Fragment]) -> float | None:
    """The middle of the widest strip down the page that few lines of prose cross; None where the page has one column."""
    prose = [one for one in fragments if len(one.text) >= _LETTERS]
    if len(prose) < 4 * _LINES:
        return None
    left, right = min(one.left for one in prose), max(one.right for one in prose)
    step = max(right - left, 1.0) / _STEPS
    changes = [0] * (_STEPS + 2)
    for one in prose:
        changes[int((one.left - left) / step) + 1] += 1
        changes[min(ceil((one.right - left) / step), _STEPS + 1)] -= 1
    crossed = list(accumulate(changes))[_STEPS // 4 : _STEPS * 3 // 4 + 1]
    fewest = min(crossed)
    if fewest > len(prose) // 3:
        return None
    best = max(
        (list(strip) for few, strip in groupby(range(len(crossed)), key=lambda at: crossed[at] == fewest) if few),
        key=len,
    )
    return left + (best[len(best) // 2] + _STEPS // 4) * step


def _in_columns(zone: Sequence[Fragment], gutter: float) -> bool:
    """Whether both sides of a zone are running prose that ends its paragraphs at its own heights."""
    sides = ([one for one in zone if one.right <= gutter], [one for one in zone if one.left >= gutter])
    return all(map(_is_prose, sides)) and not _levelled(*map(_begun, sides))


def _is_prose(side: Sequence[Fragment]) -> bool:
    worded = [one for one in side if len(one.text) >= _LETTERS]
    if len(worded) < _LINES or len(worded) < len(side) * 0.6:
        return False
    width = max(one.right for one in side) - min(one.left for one in side)
    return sum(one.right - one.left for one in worded) >= _FILLED * width * len(worded)


def _begun(side: Sequence[Fragment]) -> list[float]:
    """The heights at which something begins after a gap."""
    ordered = sorted(side, key=lambda one: -one.base)
    return [ordered[0].base, *(low.base for high, low in pairwise(ordered) if high.base - low.base > 1.6 * low.size)]


def _levelled(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether most of what begins on one side begins at the same height on the other."""
    if min(len(one), len(other)) < 2:
        return False
    alike = sum(any(abs(height - beside) < 3 for beside in other) for height in one)
    return alike >= _LEVELLED * max(len(one), len(other))
