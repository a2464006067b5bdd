"""Tables whose cells are framed by printed lines: which stretches of a page stand in which cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.reading.pdf_page import Cell, Table, around
from cstrack.reading.pdf_rules import places
from cstrack.reading.pdf_words import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cstrack.reading.pdf_page import Edges, Fragment
    from cstrack.reading.pdf_rules import Rule, Rules

    #: Cuts a fragment in two at a place from the left.
    Cut = Callable[[Fragment, float], tuple[Fragment, Fragment] | None]

#: How far lines may miss each other and still touch, in points; how far a fragment may reach over a border.
_TOUCH, _OVER = 3.0, 3.0

#: Room between the border of a cell and its words that no table goes below, in points.
_CLOSE = 1.0

#: Pairs of lines that are compared, and cells of one table, before a page is taken for a drawing.
_PAIRS, _CELLS = 200_000, 20_000

#: Lines of a cell over all columns from which it is a box of prose.
_PROSE = 3


@final
@frozen
class Frame:
    """Lines that touch each other.

    Attributes:
        columns: places of those that run down, from the left.
        rows: heights of those that run across, from the bottom.
        across: for each height the lines that run across there.
        down: for each column the lines that run down there.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    across: tuple[tuple[Rule, ...], ...]
    down: tuple[tuple[Rule, ...], ...]

    @property
    def edges(self) -> Edges:
        """The box around it."""
        return (self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def holds(self, fragment: Fragment) -> bool:
        """Whether a fragment stands inside."""
        left, bottom, right, top = self.edges
        middle = fragment.base + fragment.size * 0.3
        return left - _OVER <= fragment.left and fragment.right <= right + 2 * _OVER and bottom < middle < top


@final
@define
class _Cells:
    """The smallest cells of a frame, and which of them are one."""

    frame: Frame
    owner: list[int] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        across, up = len(self.frame.columns) - 1, len(self.frame.rows) - 1
        self.owner = list(range(across * up))
        for row in range(up):
            middle = (self.frame.rows[row] + self.frame.rows[row + 1]) / 2
            for column in range(1, across):
                if not _covered(self.frame.down[column], middle):
                    self._merge(row * across + column - 1, row * across + column)
        for column in range(across):
            middle = (self.frame.columns[column] + self.frame.columns[column + 1]) / 2
            for row in range(1, up):
                if not _covered(self.frame.across[row], middle):
                    self._merge((row - 1) * across + column, row * across + column)

    def root(self, cell: int) -> int:
        """The cell that stands for all that are merged with this one."""
        while self.owner[cell] != cell:
            self.owner[cell] = self.owner[self.owner[cell]]
            cell = self.owner[cell]
        return cell

    def _merge(self, one: int, other: int) -> None:
        self.owner[self.root(other)] = self.root(one)


def frames_of(rules: Rules) -> list[Frame]:
    """The frames of a page that have two columns or more; a box around prose is none.

    Args:
        rules: the lines of the page.

    Returns:
        From the top of the page.
    """
    if not rules.across or len(rules.down) < 3:
        return []
    frames = []
    for across, down in _touching(rules):
        columns = places([rule.at for rule in down], _TOUCH)
        rows = places([rule.at for rule in across], _TOUCH)
        enough = len(columns) > 2 and len(rows) > 1 and len(columns) * len(rows) <= _CELLS
        if enough:
            frames.append(Frame(tuple(columns), tuple(rows), _sorted_to(rows, across), _sorted_to(columns, down)))
    return sorted(frames, key=lambda frame: -frame.rows[-1])


def ruled_tables(
    frames: Sequence[Frame], fragments: Sequence[Fragment], cut: Cut
) -> tuple[list[Table], list[Fragment]]:
    """The tables in some frames, and the fragments outside of them.

    Args:
        frames: of a page.
        fragments: of the same page, in the order of the file.
        cut: cuts a fragment that reaches over a border.

    Returns:
        Tables of two columns or more that hold words in them; every fragment stands in one of them or among the others.
    """
    tables: list[Table] = []
    left_over = list(fragments)
    for frame in frames:
        inside = [fragment for fragment in left_over if frame.holds(fragment)]
        if not inside or _hugged(frame, inside):
            continue
        found, prose = _tables(frame, inside, cut)
        tables.extend(found)
        if found:
            kept = set(map(id, inside)) - set(map(id, prose))
            left_over = [fragment for fragment in left_over if id(fragment) not in kept]
    return tables, left_over


def _touching(rules: Rules) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of lines of which each touches another."""
    down = sorted(rules.down, key=lambda rule: rule.at)
    spots = [rule.at for rule in down]
    group = list(range(len(down) + len(rules.across)))

    def root(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    compared = 0
    for number, rule in enumerate(rules.across):
        mine = len(down) + number
        for at in range(bisect_left(spots, rule.start - _TOUCH), bisect_right(spots, rule.end + _TOUCH)):
            compared += 1
            if down[at].start - _TOUCH <= rule.at <= down[at].end + _TOUCH:
                group[root(at)] = root(mine)
        if compared > _PAIRS:
            return []
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate((*down, *rules.across)):
        found.setdefault(root(number), ([], []))[number < len(down)].append(rule)
    return [group for group in found.values() if group[0] and group[1]]


def _covered(rules: Sequence[Rule], where: float) -> bool:
    return any(rule.start - 1 <= where <= rule.end + 1 for rule in rules)


def _sorted_to(marks: Sequence[float], rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], ...]:
    """For each mark the lines that stand there."""
    groups: list[list[Rule]] = [[] for _ in marks]
    for rule in rules:
        after = min(bisect_left(marks, rule.at), len(marks) - 1)
        nearer = after and rule.at - marks[after - 1] < marks[after] - rule.at
        groups[after - bool(nearer)].append(rule)
    return tuple(map(tuple, groups))


def _hugged(frame: Frame, inside: Sequence[Fragment]) -> bool:
    """Whether most words begin right at a line: those are marked with colour, and stand in no cell."""
    close = sum(any(abs(column - part.left) < _CLOSE for column in frame.columns) for part in inside)
    return close > len(inside) / 2


def _tables(frame: Frame, inside: Sequence[Fragment], cut: Cut) -> tuple[list[Table], list[Fragment]]:
    """The tables of a frame, and the fragments of boxes of prose that reach over all its columns."""
    cells = _Cells(frame)
    across, up = len(frame.columns) - 1, len(frame.rows) - 1
    held: dict[int, list[Fragment]] = {}
    for fragment in inside:
        for part in _parted(frame, cells, fragment, cut):
            held.setdefault(cells.root(_cell_of(frame, part)), []).append(part)
    boxed: list[Fragment] = []
    rows: list[int] = []
    tables: list[Table | None] = []
    seen: set[int] = set()  # merged cells whose words stand in a row above
    for row in range(up - 1, -1, -1):
        roots = {cells.root(row * across + column) for column in range(across)}
        parts = held.get(next(iter(roots)), []) if len(roots) == 1 else []
        if len({round(part.base) for part in parts}) < _PROSE:
            rows.append(row)
            continue
        boxed.extend(held.pop(next(iter(roots))))
        tables.append(_table(frame, cells, held, rows, seen))
        rows = []
    tables.append(_table(frame, cells, held, rows, seen))
    return [table for table in tables if table is not None], boxed


def _table(
    frame: Frame, cells: _Cells, held: Mapping[int, Sequence[Fragment]], rows: Sequence[int], seen: set[int]
) -> Table | None:
    """Some rows of a frame as a table; None where they have words in one column only."""
    across = len(frame.columns) - 1
    lines: list[list[Cell]] = []
    for row in rows:
        line = []
        for column in range(across):
            root = cells.root(row * across + column)
            line.append(Cell("") if root in seen else _cell(held.get(root, ())))
            seen.add(root)
        if any(cell.text for cell in line):
            lines.append(line)
    kept = [column for column in range(across) if any(line[column].text for line in lines)]
    if len(kept) < 2:
        return None
    left, _, right, _ = frame.edges
    return Table(
        rows=tuple(tuple(line[column] for column in kept) for line in lines),
        edges=(left, frame.rows[min(rows)], right, frame.rows[max(rows) + 1]),
        marks=tuple(frame.columns[column] for column in kept),
        ruled=True,
    )


def _parted(frame: Frame, cells: _Cells, fragment: Fragment, cut: Cut) -> list[Fragment]:
    """A fragment, cut where it reaches over a border."""
    across = len(frame.columns) - 1
    row = _band(frame.rows, fragment.base + fragment.size * 0.3)
    parts, rest = [], fragment
    for column in range(1, across):
        border = frame.columns[column]
        if not rest.left + _OVER < border < rest.right - _OVER:
            continue
        if cells.root(row * across + column - 1) == cells.root(row * across + column):
            continue
        halves = cut(rest, border - 1)
        if halves is not None:
            parts.append(halves[0])
            rest = halves[1]
    return [*parts, rest]


def _cell_of(frame: Frame, fragment: Fragment) -> int:
    across = len(frame.columns) - 1
    middle = min(fragment.left + 2 * _OVER, (fragment.left + fragment.right) / 2)
    return _band(frame.rows, fragment.base + fragment.size * 0.3) * across + _band(frame.columns, middle)


def _band(marks: Sequence[float], at: float) -> int:
    return min(max(bisect_right(marks, at) - 1, 0), len(marks) - 2)


def _cell(parts: Sequence[Fragment]) -> Cell:
    if not parts:
        return Cell("")
    ordered = sorted(parts, key=lambda part: (-round(part.base), part.left))
    return Cell(joined([part.text for part in ordered]), around([part.edges for part in parts]))
