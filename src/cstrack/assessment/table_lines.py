"""The lines of a budget table as its cells print them: every sum of one service together, with its sign."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.model.budget import BudgetLine, Measure
from cstrack.values.figure import Figure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cstrack.model.indicator import Observation

_CELL = pattern("assessment.table_lines.cell", r"\A(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})\Z")


@final
@frozen(kw_only=True, eq=False)
class Line:
    """One service of a budget table.

    Attributes:
        sheet: the sheet it stands on.
        service: as printed.
        fund: its purse, where one is told; services of two purses may share a name.
        total: the sum of others.
        order: its place in the table.
        sums: column -> the record; a variance under "variance", whatever sign the paper prints.
        percent: the variance in per cent of the budget, where printed.
    """

    sheet: str
    service: str
    fund: str
    total: bool
    order: int
    sums: Mapping[str, BudgetLine]
    percent: Observation | None = None

    def figure(self, column: str) -> Figure | None:
        """The sum of a column; overspend positive, underspend negative."""
        line = self.sums.get(column)
        if line is None or not isinstance(line.figure, Figure):
            return None
        return signed(line, line.figure)


def signed(line: BudgetLine, figure: Figure) -> Figure:
    """A sum with the sign that its measure tells: an underspend is below nought."""
    if line.measure is not Measure.UNDERSPEND:
        return figure
    return evolve(figure.within(-figure.interval), value=-figure.value)


def table_lines(budgets: Iterable[BudgetLine], observations: Iterable[Observation]) -> Iterator[tuple[Line, ...]]:
    """The lines of each budget table of a paper, in the order of its rows, or of its columns where services stand across.

    Args:
        budgets: sums of the paper that stand in cells.
        observations: numbers of the paper; of those the variances in per cent are taken.

    Yields:
        The lines of one sheet and purse.
    """
    percents = {_place(one): one for one in observations if one.rule == "table.variance_percent"}
    sheets: dict[tuple[str, str], list[BudgetLine]] = defaultdict(list)
    for line in budgets:
        if line.citation.cell and line.rule.startswith("table."):
            sheets[_place(line)[0], str(line.fund)].append(line)
    for (sheet, fund), lines in sheets.items():
        across = _across(lines)
        groups: dict[object, list[BudgetLine]] = defaultdict(list)
        for line in lines:
            groups[_place(line)[1 if across else 2], line.service].append(line)
        found = [
            _line(sheet, fund, at, mine, percents if not across else {}) for at, mine in enumerate(groups.values())
        ]
        yield tuple(found)


def _across(lines: list[BudgetLine]) -> bool:
    """Whether services stand side by side: a row then holds sums of one kind, and a column of several."""
    rows: dict[int, set[str]] = defaultdict(set)
    columns: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        _, column, row = _place(line)
        rows[row].add(line.rule)
        columns[column].add(line.rule)
    single = sum(len(found) == 1 for found in rows.values())
    several = sum(len(found) > 1 for found in columns.values())
    return single * 2 > len(rows) and several * 2 > len(columns)


def _line(
    sheet: str, fund: str, order: int, lines: list[BudgetLine], percents: Mapping[tuple[str, str, int], Observation]
) -> Line:
    sums: dict[str, BudgetLine] = {}
    for line in _nearest_last(lines):
        sums[line.rule.removeprefix("table.")] = line
    row = _place(lines[0])[2]
    percent = next((one for place, one in percents.items() if place[0] == sheet and place[2] == row), None)
    return Line(
        sheet=sheet,
        service=lines[0].service or "",
        fund=fund,
        total=lines[0].total,
        order=order,
        sums=sums,
        percent=percent,
    )


def _nearest_last(lines: list[BudgetLine]) -> list[BudgetLine]:
    """The sums in an order in which, of two of a kind, the one that counts comes last: the first; of variances, that behind the spending."""
    spending = next((at for at, line in enumerate(lines) if line.rule in {"table.outturn", "table.actual"}), -1)
    behind = [line for at, line in enumerate(lines) if at > spending and line.rule == "table.variance"]
    return [*reversed(lines), *behind[:1]]


def _place(record: BudgetLine | Observation) -> tuple[str, str, int]:
    sheet, _, address = (record.citation.cell or "").rpartition("!")
    found = _CELL.fullmatch(address)
    return (sheet, found["column"], int(found["row"])) if found else (sheet, "", 0)
