"""Tables of words in line: plans of actions, whose cells begin below their heads and go over several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.aligned_heads import is_rule
from cstrack.reading.aligned_rows import Rows
from cstrack.reading.segments import is_value, part
from cstrack.sources.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cstrack.reading.lines import Line
    from cstrack.reading.segments import Segment
    from cstrack.reading.tables import Table

#: Columns of such a table, characters of a head, and rows below it.
_COLUMNS, _LONGEST, _ROWS = 3, 40, 2

#: Characters of a head whose full stop is that of a short form: "No.".
_SHORT = 5

#: Lines that a head may have.
_HEADS = 3


def worded(text: str, lines: Sequence[Line], first: int, taken: Collection[int]) -> Table | None:
    """The table of words whose head begins at a line; None where none does.

    Args:
        text: the whole text.
        lines: its lines.
        first: index of the line.
        taken: indices of lines that belong to other tables.
    """
    heads = part(text, lines[first]).segments
    if len(heads) < _COLUMNS or not all(_is_head(text, head) for head in heads):
        return None
    lefts = tuple(head.left for head in heads)
    body = _body(text, lines, first + 1, taken, lefts)
    if sum(len(cells) * 2 > len(lefts) and 0 in cells for _, cells, _ in body) < _ROWS:
        return None
    rows = Rows()
    rows.begin(dict(enumerate(heads)))
    begun = 0
    apart = _are_apart(body, len(lefts))
    for number, (_, cells, gap) in enumerate(body):
        goes_on = begun > 0 and not _begins(text, cells, gap=gap, apart=apart)
        if goes_on or _is_head_rest(text, body, number, gap=gap, begun=begun):
            rows.extend(cells)
        else:
            rows.begin(cells)
            begun += 1
    last = body[-1][0]
    rules = [Span(lines[at].start, lines[at].end) for at in range(first, last) if is_rule(text, lines[at])]
    return rows.table(first, last, rules)


def _is_head(text: str, cell: Segment) -> bool:
    words = text[cell.start : cell.end]
    ends = words[-1] in ":;," or (words[-1] == "." and len(words) > _SHORT)
    return len(words) <= _LONGEST and not ends and (words[0].isupper() or words[0] in "%#£(")


def _body(
    text: str, lines: Sequence[Line], at: int, taken: Collection[int], lefts: tuple[int, ...]
) -> list[tuple[int, dict[int, Segment], bool]]:
    """The lines below a head whose cells begin where its do: index, cells, and whether something parts it from the line above."""
    found: list[tuple[int, dict[int, Segment], bool]] = []
    blanks, gap = 0, False
    while at < len(lines) and at not in taken and blanks <= 1:
        line = lines[at]
        if line.blank or is_rule(text, line):
            blanks += line.blank
            gap = True
        else:
            cells = _cells(text, line, lefts)
            if cells is None:
                break
            found.append((at, cells, gap))
            blanks, gap = 0, False
        at += 1
    while found and _is_outside(found[-1]):
        found.pop()
    return found


def _is_outside(entry: tuple[int, Mapping[int, Segment], bool]) -> bool:
    """Whether the last line is one of its own, below a gap: no part of the table."""
    return entry[2] and list(entry[1]) == [0]


def _cells(text: str, line: Line, lefts: tuple[int, ...]) -> dict[int, Segment] | None:
    """The cells of a line by their column; None where one begins or ends elsewhere."""
    cells: dict[int, Segment] = {}
    for cell in part(text, line).segments:
        at = sum(left <= cell.left + 1 for left in lefts) - 1
        if at < 0 or (at + 1 < len(lefts) and cell.right > lefts[at + 1] - 1):
            return None
        if at in cells:
            cells[at] = type(cell)(cells[at].start, cell.end, cells[at].left, cell.right)
        elif abs(cell.left - lefts[at]) <= 1 or is_value(text, cell) or not at:
            cells[at] = cell
        else:
            return None
    return cells or None


def _are_apart(body: Sequence[tuple[int, Mapping[int, Segment], bool]], width: int) -> bool:
    """Whether gaps keep the rows apart: every gap but the first stands before a row with its first column."""
    gaps = [cells for at, (_, cells, gap) in enumerate(body) if gap and at]
    return bool(gaps) and all(0 in cells and len(cells) * 2 > width for cells in gaps)


def _begins(text: str, cells: Mapping[int, Segment], *, gap: bool, apart: bool) -> bool:
    """Whether a line begins a row: below a gap where gaps keep rows apart; else where its first column is not the rest of a label."""
    if apart:
        return gap
    first = cells.get(0)
    return first is not None and (gap or not text[first.start].islower())


def _is_head_rest(
    text: str, body: Sequence[tuple[int, Mapping[int, Segment], bool]], number: int, *, gap: bool, begun: int
) -> bool:
    """Whether a line right below the head is the rest of it: few words, no first column, a row below."""
    cells = body[number][1]
    short = all(cell.end - cell.start <= _LONGEST and not is_value(text, cell) for cell in cells.values())
    return not begun and not gap and 0 not in cells and number < _HEADS - 1 and short
