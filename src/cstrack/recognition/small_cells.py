"""What the numbers of a grid are where it matters how few people they count: counts, shares, or something else."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, final

from attrs import define, field, frozen

from cstrack.facts.table import TableKind
from cstrack.recognition.tables_heads import may_be_head
from cstrack.recognition.tables_words import flat, money_in
from cstrack.values.figure import Figure
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.document.grid import Cell, Grid
    from cstrack.facts.table import Column, Row, Table

_PLAIN = pattern(
    "recognition.small_cells.plain",
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:\.(?P<rest>[0-9]{1,6}))?[ ]?(?P<share>%)?\*{0,2}",
)
#: Heads and labels under which a number counts nobody.
_OTHER = pattern(
    "recognition.small_cells.other",
    r"""(?<![a-z])(?:ref|refs|reference|no\.?|nr|num\.?|id|code|codes|priority|priorities|rating|ratings|rag|brag|score|scores|risk|likelihood|impact|level|band|tier|grade|rank|ranking
        |order|weight|weighting|stage|phase|step|year|years|quarter|quarters|month|months|week|weeks|day|days|date|dates|age|ages|version|page|row|line|cost|costs|budget|budgets|spend
        |variance|saving|savings|forecast|outturn|fte|hours|hour|duration|time|target|targets|tolerance|threshold|england|national|neighbours?|statistical|region|regional|polarity|average|mean
        |median|ratio|caseload|percentile|quartile|item|section|objective|theme|kpi|indicator|action|actions|status|strand|£|complete)(?![a-z])""",
    2,
)
_WHO = r"children|child|young|pupils?|famil(?:y|ies)|people|persons?|carers?|referrals?|cases?|placements?|uasc|lac|cla|care[ ]leavers?|staff|social[ ]workers?|boys|girls|males?|females?|siblings?|admissions?|exclusions?|adoptions?"
_PEOPLE = pattern("recognition.small_cells.people", rf"(?<![a-z])(?:{_WHO})(?![a-z])", 2)
_NAMES = pattern(
    "recognition.small_cells.names",
    rf"(?<![a-z])(?:number[ ]of|no\.?[ ]of|numbers|count|how[ ]many|cohort|numerator|denominator|total|{_WHO})(?![a-z])",
    2,
)
_NO_PEOPLE = pattern(
    "recognition.small_cells.no_people",
    r"(?<![a-z])(?:audits?|meetings?|sessions?|actions?|recommendations?|priorities|milestones|homes|schools|teams|services|visits|contracts|providers|policies|workshops|days|weeks|months|hours|years|£)(?![a-z])",
    2,
)
_SHARE = pattern(
    "recognition.small_cells.share", r"%|(?<![a-z])(?:per[ ]?cent(?:age)?|rate|proportion|share)(?![a-z])", 2
)
_DIFFERENCE = pattern(
    "recognition.small_cells.difference",
    r"(?<![a-z])(?:change|movement|difference|diff|variance|increase|decrease|\+/-|up/down)(?![a-z])",
    2,
)
_WHOLE = pattern(
    "recognition.small_cells.whole",
    r"(?<![a-z])(?:den(?:ominator)?|cohort|out[ ]of|total|all|overall|eligible|base)(?![a-z])",
    2,
)
_PART = pattern(
    "recognition.small_cells.part",
    r"(?<![a-z])(?:num(?:erator)?|number[ ]meeting|of[ ]which|in[ ]time|achieved|met)(?![a-z])",
    2,
)
_SUM = pattern(
    "recognition.small_cells.sum",
    r"(?<![a-z])(?:totals?|sub-?totals?|all|overall|sum|combined|both|ytd|year[ ]to[ ]date|to[ ]date|cumulative|full[ ]year|grand)(?![a-z])",
    2,
)
_LONGEST, _ABOVE = 24, 200

#: Roles of a scorecard whose numbers are the authority's own counts.
_OWN = frozenset(
    {"actual", "period", "ytd", "rolling", "previous", "previous_year", "baseline", "numerator", "denominator", "forecast", "percent"}
)  # fmt: skip


class Kind(StrEnum):
    """What a number is."""

    COUNT = "count"
    SHARE = "share"
    DIFFERENCE = "difference"
    OTHER = "other"


@final
@frozen(kw_only=True)
class Number:
    """One cell that holds a number.

    Attributes:
        cell: the cell.
        value: the number as printed, a share in per cent.
        kind: what it is.
        head: the words above it.
        label: the words that name its row.
        whole: its head or role says that it is what others are parts of.
        part: its head or role says that it is a part.
        known: it stands in a table whose heads are known.
    """

    cell: Cell
    value: Decimal
    kind: Kind
    head: str
    label: str
    whole: bool = False
    part: bool = False
    known: bool = False

    @property
    def sums(self) -> bool:
        """Whether its head says that it is the sum of others."""
        return _SUM.search(self.head) is not None

    @property
    def sums_rows(self) -> bool:
        """Whether its row says so."""
        return _SUM.search(self.label) is not None


def numbers_of(grid: Grid, tables: Sequence[Table]) -> list[dict[int, Number]]:
    """The numbers of a grid, by row and column.

    Args:
        grid: any grid.
        tables: what was understood of the tables in it.
    """
    known = {row.at: (table, row) for table in tables for row in table.rows}
    reader = _Unknown()
    found: list[dict[int, Number]] = []
    for at in range(len(grid.rows)):
        cells = grid.rows[at]
        reader.pass_by(cells)
        table = known.get(at)
        found.append(dict(_row(cells, reader, *table) if table else reader.row(cells)))
    _without_numbering(found)
    return found


def value_of(cell: Cell) -> tuple[Decimal, bool] | None:
    """The number that a cell prints and whether it prints a sign of per cent; None for everything else."""
    text = cell.text.strip()
    if not text or len(text) > _LONGEST:
        return None
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    rest = found["rest"]
    return Decimal(found["digits"].replace(",", "") + (f".{rest}" if rest else "")), found["share"] is not None


def _row(cells: Sequence[Cell], reader: _Unknown, table: Table, row: Row) -> Iterator[tuple[int, Number]]:
    """The numbers of a row of a table that is understood."""
    columns = {column.at: column for column in table.columns}
    label = flat(row.label.text) if row.label else ""
    for at, cell in enumerate(cells):
        found = value_of(cell)
        if found is None:
            continue
        column = columns.get(at)
        if column is None:
            if at != table.label:
                yield from reader.number(at, cell, found, label)
            continue
        yield (
            at,
            Number(
                cell=cell,
                value=found[0],
                kind=_kind(table, row, column, share=found[1], whole=_is_whole(found[0])),
                head=column.head,
                label=label,
                whole=column.role == "denominator",
                part=column.role == "numerator",
                known=True,
            ),
        )


def _is_whole(value: Decimal) -> bool:
    """Whether it may count people: nobody is counted by halves."""
    return value == value.to_integral_value()


def _kind(table: Table, row: Row, column: Column, *, share: bool, whole: bool) -> Kind:
    if table.kind is not TableKind.INDICATORS:
        return Kind.OTHER
    if _DIFFERENCE.search(column.head):
        return Kind.DIFFERENCE
    if column.role not in _OWN:
        return Kind.OTHER
    amount = row.amounts.get(column.at)
    unit = amount.unit if isinstance(amount, Figure) else column.unit or "count"
    if share or unit == "percent":
        return Kind.SHARE
    label = flat(row.label.text) if row.label else ""
    return Kind.COUNT if unit == "count" and whole and _may_count(label) else Kind.OTHER


def _may_count(label: str) -> bool:
    return _NO_PEOPLE.search(label) is None or _PEOPLE.search(_NO_PEOPLE.sub(" ", label)) is not None


@final
@define
class _Unknown:
    """Reads the rows of a grid whose heads are in no vocabulary: by the words above and beside a number.

    Attributes:
        heads: column -> the words above it.
        above: the row before was a head too.
        money: a title says that all numbers are sums of money.
    """

    heads: Mapping[int, str] = field(factory=dict)
    above: bool = False
    money: bool = False

    def pass_by(self, cells: Sequence[Cell]) -> None:
        """Take in a row: a head is that of the rows below it, a title may say that all are sums of money."""
        words = {column: flat(cell.text) for column, cell in enumerate(cells) if cell.text.strip()}
        if len(words) <= 2 and any(money_in(one) for one in words.values() if len(one) < _ABOVE):
            self.money = True
        if not may_be_head(cells):
            self.above = False
            return
        over = self.heads if self.above else {}
        self.heads = {column: f"{over.get(column, '')} {words.get(column, '')}".strip() for column in {*words, *over}}
        self.above = True

    def row(self, cells: Sequence[Cell]) -> Iterator[tuple[int, Number]]:
        """The numbers of a row."""
        label = next((flat(cell.text) for cell in cells if any(map(str.isalpha, cell.text))), "")
        for column, cell in enumerate(cells):
            found = value_of(cell)
            if found is not None:
                yield from self.number(column, cell, found, label)

    def number(self, column: int, cell: Cell, found: tuple[Decimal, bool], label: str) -> Iterator[tuple[int, Number]]:
        """A number under these words."""
        head, label = self.heads.get(column, ""), label[:_ABOVE]
        yield (
            column,
            Number(
                cell=cell,
                value=found[0],
                kind=self._kind(head, label, share=found[1], whole=_is_whole(found[0])),
                head=head,
                label=label,
                whole=_WHOLE.search(head) is not None,
                part=_PART.search(head) is not None,
            ),
        )

    def _kind(self, head: str, label: str, *, share: bool, whole: bool) -> Kind:
        if share or (_SHARE.search(head) and not _NAMES.search(_SHARE.sub(" ", head))):
            return Kind.SHARE
        if _DIFFERENCE.search(head):
            return Kind.DIFFERENCE
        named = _NAMES.search(head) is not None
        if money_in(head) or (self.money and not named) or (_OTHER.search(head) and not named):
            return Kind.OTHER
        if not named and _OTHER.search(label) and not _NAMES.search(label):
            return Kind.OTHER
        if _SHARE.search(label) and not named:
            return Kind.SHARE
        return Kind.COUNT if whole and _may_count(f"{label} {head}") else Kind.OTHER


def _without_numbering(rows: list[dict[int, Number]]) -> None:
    """Take the first numbers of rows that go up by one for what numbers the rows."""
    run: list[tuple[int, int]] = []

    def close() -> None:
        if len(run) > 1:
            for at, column in run:
                rows[at].pop(column, None)

    for at, row in enumerate(rows):
        first = min(row, default=None)
        if first is None:
            continue
        number = row[first]
        before = rows[run[-1][0]][run[-1][1]].value if run else None
        if run and run[-1][1] == first and number.value == (before or 0) + 1 and not _NAMES.search(number.head):
            run.append((at, first))
            continue
        close()
        run = [(at, first)] if not number.known and number.value <= 1 and not _NAMES.search(number.head) else []
    close()
