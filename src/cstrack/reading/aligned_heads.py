"""The head of an aligned table: the lines above its first row whose words stand over its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.aligned_columns import Column, in_order
from cstrack.reading.furniture import RULE
from cstrack.reading.segments import has_letters, is_value, is_year, part, segment
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line
    from cstrack.reading.segments import Segment

#: Headings that may stand between a head and the first row of numbers, and how far they may stand out or in.
_HEADINGS, _INDENT = 3, 6

#: Lines that a head has at the most, and characters of one of its cells.
_MOST, _LONGEST = 5, 45

#: Characters of a cell whose full stop is that of a short form: "Stat.".
_SHORT = 12

_WORD = pattern("reading.aligned_heads.word", r"[^ \u00a0]{1,60}+")
_RULES = pattern("reading.aligned_heads.rules", r"(?:[-=_─━—]{2,120}+[ ]{0,60}+){1,40}+")
_SENTENCE = pattern("reading.aligned_heads.sentence", r"[a-z)]{2}[.;:]\Z")


def is_rule(text: str, line: Line) -> bool:
    """Whether a line is nothing but dashes."""
    if line.blank:
        return False
    found = _RULES.fullmatch(text, line.start, line.end) or RULE.fullmatch(text, line.start, line.end)
    return found is not None


def headings_above(
    text: str, lines: Sequence[Line], first: int, columns: Sequence[Column], label: Column, after: int
) -> list[tuple[int, Segment]]:
    """The lines between a head and the first row of numbers: headings inside the table, which stand over the labels alone.

    Args:
        text: the whole text.
        lines: its lines.
        first: index of the table's first row of numbers.
        columns: its columns.
        label: the column that names the rows.
        after: index of the first line that is free.
    """
    found: list[tuple[int, Segment]] = []
    numbers = min(column.left for column in columns if column is not label)
    at = first - 1
    while at >= after and len(found) < _HEADINGS:
        cells = part(text, lines[at]).segments
        if is_rule(text, lines[at]) or len(cells) > 1:
            break
        if cells and (abs(cells[0].left - label.left) > _INDENT or cells[0].right > numbers or _ends(text, cells[0])):
            break
        found = [(at, cells[0]), *found] if cells else found
        at -= 1
    return found


def _ends(text: str, cell: Segment) -> bool:
    """Whether a line is a sentence or introduces something."""
    return text[cell.end - 1] in ".:;!?"


def heads_above(
    text: str, lines: Sequence[Line], first: int, columns: list[Column], label: Column, after: int
) -> tuple[list[tuple[int, dict[Column, Segment]]], int]:
    """The lines of the head above a table, from the top, and the index of the first line that belongs to it.

    Args:
        text: the whole text.
        lines: its lines.
        first: index of the table's first row.
        columns: its columns from left to right; a head beside them adds one.
        label: the column that names the rows.
        after: index of the first line that is free.

    Returns:
        An empty list where no words stand over the columns.
    """
    found: list[tuple[int, dict[Column, Segment]]] = []
    at, blank = first - 1, 0
    while at >= after and len(found) < _MOST and blank <= 1:
        line = lines[at]
        if line.blank:
            blank += 1
        elif not is_rule(text, line):
            cells = _head_line(text, line, columns, label, lowest=not found)
            if cells is None or (found and blank):
                break
            found.insert(0, (at, cells))
            blank = 0
        at -= 1
    return found, found[0][0] if found else first


def _head_line(
    text: str, line: Line, columns: list[Column], label: Column, *, lowest: bool
) -> dict[Column, Segment] | None:
    """The cells of a line of the head by their column; None where it is no such line."""
    parts = part(text, line).segments
    others = [column for column in columns if column is not label]
    cells = [cell for one in parts for cell in _apart(text, line, one, others)]
    if not cells or any(not _is_head(text, cell) for cell in cells):
        return None
    if len(cells) == 1 and cells[0].left <= label.left + 1 and len(others) > 1:
        return None
    spread = None if lowest else _spread(text, cells, others, label)
    placed = _by_overlap(cells, columns, label, lowest=lowest) if spread is None else spread
    if placed is None:
        return None
    over = [column for column in placed if column is not label]
    fewest = min(2, len(others)) if lowest else 1
    return placed if len(over) >= fewest else None


def _is_head(text: str, cell: Segment) -> bool:
    length = cell.end - cell.start
    if length > _LONGEST or (length > _SHORT and _SENTENCE.search(text, cell.end - 3, cell.end)):
        return False
    return is_year(text, cell) or not is_value(text, cell) or not text[cell.start : cell.end].strip("£%()[]").isdigit()


def _apart(text: str, line: Line, cell: Segment, columns: Sequence[Column]) -> list[Segment]:
    """A cell of a head; its words where single blanks keep them apart and each column below has one that stands in line with it."""
    under = [column for column in columns if cell.overlap(column.left, column.right) > 0]
    words = [segment(line, found.start(), found.end()) for found in _WORD.finditer(text, cell.start, cell.end)]
    if len(under) < 2 or len(words) < len(under):
        return [cell]
    ends = []
    for column in under:
        edge = max(one.right for one in column.cells)
        fitting = [at for at, word in enumerate(words) if abs(word.right - edge) <= 1]
        if not fitting:
            return [cell]
        ends.append(fitting[0])
    if ends != sorted(set(ends)) or ends[-1] != len(words) - 1:
        return [cell]
    firsts = [0, *(end + 1 for end in ends[:-1])]
    return [segment(line, words[a].start, words[b].end) for a, b in zip(firsts, ends, strict=True)]


def _by_overlap(
    cells: Sequence[Segment], columns: list[Column], label: Column, *, lowest: bool
) -> dict[Column, Segment] | None:
    """Each cell over the column it shares most with, the leftmost of several; over none it names a column of its own."""
    placed: dict[Column, Segment] = {}
    for cell in cells:
        column = _over(cell, columns, label, placed, lowest=lowest)
        if column is None or column in placed:
            return None
        placed[column] = cell
    return placed


def _over(
    cell: Segment, columns: list[Column], label: Column, placed: dict[Column, Segment], *, lowest: bool
) -> Column | None:
    others = [column for column in columns if column is not label]
    over = [one for one in others if cell.overlap(one.left, one.right) > 0 and one not in placed]
    if over:
        edged = [one for one in over if one.has_edge(cell)]
        return (edged or over)[0] if len(edged) <= 1 else over[0]
    near = min(others, key=lambda one: max(one.left - cell.right, cell.left - one.right))
    if cell.left < min(one.left for one in others) and cell.overlap(label.left - 2, label.right) > 0:
        return label
    if near not in placed and max(near.left - cell.right, cell.left - near.right) <= (2 if lowest else 12):
        return near
    if not lowest:
        return None
    own = Column(cell.left, cell.right)
    columns[:] = in_order([*columns, own])
    return own


def _spread(
    text: str, cells: Sequence[Segment], others: Sequence[Column], label: Column
) -> dict[Column, Segment] | None:
    """Cells that each stand over as many columns: the first of each; None where the line is no such one."""
    over = [cell for cell in cells if cell.left > label.left + 1]
    count = len(over)
    if not count or len(others) % count or len(others) == count:
        return None
    if not all(any(map(str.isdigit, text[cell.start : cell.end])) or has_letters(text, cell) for cell in over):
        return None
    each = len(others) // count
    placed = {cell: others[at * each : (at + 1) * each] for at, cell in enumerate(over)}
    for cell, group in placed.items():
        if cell.left < group[0].left - each * 4 or cell.right > group[-1].right + 4:
            return None
        if _one_only(cell, group):
            return None
    rest = [cell for cell in cells if cell not in over]
    firsts = {group[0]: cell for cell, group in placed.items()}
    return {**({label: rest[0]} if rest else {}), **firsts}


def _one_only(cell: Segment, group: Sequence[Column]) -> bool:
    """Whether a cell stands over the last of several columns alone: a head of two lines, and none over all of them."""
    return cell.overlap(group[0].left, group[0].right) <= 0 and group[-1].has_edge(cell)
