"""Where the head of a table stands, of how many rows it is, and what it says stands in each column."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.facts.table import Column, Printed, TableKind
from cstrack.recognition.tables_amounts import is_number
from cstrack.recognition.tables_periods import periods_in
from cstrack.recognition.tables_sums import of_sums
from cstrack.recognition.tables_words import (
    LONGEST_HEAD,
    HeadUnit,
    folded,
    money_in,
    role_in,
    unit_in,
    without_signs,
    without_units,
)
from cstrack.values.period import financial_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.document.grid import Cell, Rows
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.values.period import Period

#: The vocabulary of heads of each kind of table.
FIELDS = {
    TableKind.ACTIONS: "action_head",
    TableKind.INDICATORS: "indicator_head",
    TableKind.BUDGET: "budget_head",
}

#: Roles whose columns hold sums of money.
MONEY = frozenset(
    {
        "original_budget", "budget", "gross_budget", "income_budget", "budget_to_date", "actual_to_date", "variance_to_date", "outturn", "actual",
        "gross", "income", "variance", "overspend", "underspend", "previous_variance", "previous_outturn", "movement", "savings_proposed",
        "savings_agreed", "savings_achieved", "savings_forecast", "savings_risk", "opening_balance", "closing_balance", "balance", "contribution",
        "drawdown", "virement", "amount",
    }
)  # fmt: skip
#: Roles whose columns hold measured values.
VALUES = frozenset(
    {
        "baseline", "target", "actual", "ytd", "rolling", "previous", "previous_year", "forecast", "percent", "england", "neighbours", "region",
        "numerator", "denominator",
    }
)  # fmt: skip
_FOLLOWED = frozenset(
    {"owner", "due", "original_due", "revised_due", "status", "rating", "progress", "percent_complete", "closed_on"}
)

#: What a column is that its head names by a period alone.
PERIOD = "period"

#: A year to read "Q1" with where none is known; nothing of it is kept.
_ANY_YEAR = financial_year(2000)

_MOST_HEAD_ROWS = 3
#: Rows below a head that tell whether numbers stand there.
_SAMPLE = 5
_SHARE_OF_HEADS = 0.6


@final
@frozen(kw_only=True)
class Head:
    """The head of a table.

    Attributes:
        kind: what its rows are.
        first: index of its first row.
        last: index of its last row.
        columns: the columns that were understood, in order; a column of no known role is left out.
        unread: heads in no vocabulary.
    """

    kind: TableKind
    first: int
    last: int
    columns: tuple[Column, ...]
    unread: tuple[Printed, ...]


def printed(cell: Cell, row: int, column: int) -> Printed:
    """A cell of a grid as facts keep it."""
    return Printed(text=cell.text.strip(), address=cell.address, span=cell.span, row=row, column=column)


def head_at(rows: Rows, at: int, vocabulary: Vocabulary, anchor: Period | None, *, money: bool = False) -> Head | None:
    """The head that begins at a row; None where none does.

    Args:
        rows: the rows of a grid.
        at: index of the row.
        vocabulary: the words of the field.
        anchor: what years are taken from where a head prints none.
        money: the title names pounds.
    """
    if not may_be_head(rows[at]):
        return None
    last = _last_row(rows, at, vocabulary, anchor)
    found = [_read(rows, at, last, kind, vocabulary, anchor) for kind in FIELDS]
    fitting = [head for head in found if _is_table(head, money=money)]
    return max(fitting, key=lambda head: len(head.columns), default=None)


def head_of_values(rows: Rows, at: int, vocabulary: Vocabulary, anchor: Period | None) -> Head:
    """The head that begins at a row, read as that of a scorecard, whatever it has.

    Args:
        rows: the rows of a grid.
        at: index of the row.
        vocabulary: the words of the field.
        anchor: what years are taken from where a head prints none.
    """
    last = _last_row(rows, at, vocabulary, anchor)
    return _read(rows, at, last, TableKind.INDICATORS, vocabulary, anchor)


def _last_row(rows: Rows, at: int, vocabulary: Vocabulary, anchor: Period | None) -> int:
    last = at
    while last + 1 < min(len(rows), at + _MOST_HEAD_ROWS) and _goes_on(rows, at, last + 1, vocabulary, anchor):
        last += 1
    return last


def may_be_head(row: Sequence[Cell]) -> bool:
    """Whether a row may be a head: two cells of words or more, none a number that is no year."""
    words = [cell.text.strip() for cell in row if cell.text.strip()]
    if len(words) < 2 or sum(len(one) > LONGEST_HEAD for one in words) * 2 > len(words):
        return False
    return not any(is_number(one) and not _is_year(one) for one in words)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text[:2] in {"19", "20"}


def _goes_on(rows: Rows, first: int, at: int, vocabulary: Vocabulary, anchor: Period | None) -> bool:
    """Whether a row goes on with the head above it: units, periods and words of heads, by themselves or with those above and below."""
    cells = {column: cell.text.strip() for column, cell in enumerate(rows[at]) if cell.text.strip()}
    if not cells or any(is_number(one) and not _is_year(one) for one in cells.values()) or _is_heading(rows, at, cells):
        return False
    known = sum(
        any(_is_head_word(words, vocabulary, anchor) for words in _joined(rows, first, at, column)) for column in cells
    )
    return known >= len(cells) * _SHARE_OF_HEADS and known > 0


def _is_heading(rows: Rows, at: int, cells: Mapping[int, str]) -> bool:
    """Whether a row of words in its first column alone stands right above numbers: a heading inside the table."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    return list(cells) == [0] and any(is_number(cell.text.strip()) for cell in below[1:])


def _joined(rows: Rows, first: int, at: int, column: int) -> Iterator[str]:
    """The words of a cell, and those with the cells above and below in its column: "Statistical", "neighbours"."""
    above = [_text(rows, row, column) for row in range(first, at)]
    own, below = _text(rows, at, column), _text(rows, at + 1, column)
    yield own
    yield " ".join(filter(None, (*above, own)))
    if below and not is_number(below) and at + 1 < first + _MOST_HEAD_ROWS:
        yield f"{own} {below}"


def _text(rows: Rows, at: int, column: int) -> str:
    return rows[at][column].text.strip() if at < len(rows) and column < len(rows[at]) else ""


def _is_head_word(words: str, vocabulary: Vocabulary, anchor: Period | None) -> bool:
    bare = folded(without_signs(words))
    if not bare:
        return unit_in(words) is not None or bool(folded(words))
    if any(bare in vocabulary.words(name) for name in FIELDS.values()):
        return True
    told = periods_in(words, anchor or _ANY_YEAR)
    if not told:
        return False
    rest = folded(without_signs(told[0].bare))
    return not rest or any(rest in vocabulary.words(name) for name in FIELDS.values())


def _read(rows: Rows, first: int, last: int, kind: TableKind, vocabulary: Vocabulary, anchor: Period | None) -> Head:
    words = vocabulary.words(FIELDS[kind])
    columns: list[Column] = []
    unread: list[Printed] = []
    for at, heads in enumerate(heads_over(rows, first, last)):
        if not heads:
            continue
        column = _column(at, heads, words, anchor)
        if kind is TableKind.BUDGET:
            column = of_sums(column, at, heads, rows[last + 1 : last + 1 + _SAMPLE], vocabulary)
        if column is None:
            unread.append(heads[-1])
        else:
            columns.append(column)
    return Head(kind=kind, first=first, last=last, columns=tuple(columns), unread=tuple(unread))


def heads_over(rows: Rows, first: int, last: int) -> list[tuple[Printed, ...]]:
    """The cells of the head over each column; a head over several columns stands over each of them."""
    width = max(len(rows[at]) for at in range(first, last + 1))
    stacks: list[list[Printed]] = [[] for _ in range(width)]
    for at in range(first, last + 1):
        row = rows[at]
        over: Printed | None = None
        for column in range(width):
            own = printed(row[column], at, column) if column < len(row) and row[column].text.strip() else None
            below = any(
                column < len(rows[other]) and rows[other][column].text.strip() for other in range(at + 1, last + 1)
            )
            over = own or (over if below and at < last else None)
            if over is not None and over.text not in {one.text for one in stacks[column]}:
                stacks[column].append(over)
    return [tuple(stack) for stack in stacks]


def _column(at: int, heads: tuple[Printed, ...], words: Mapping[str, str], anchor: Period | None) -> Column | None:
    whole = " ".join(one.text for one in heads)
    told = periods_in(whole, anchor or _ANY_YEAR)
    role = _role(heads, whole, told[0].bare if told else None, words)
    return None if role is None else made_column(at, heads, role, anchor)


def made_column(at: int, heads: tuple[Printed, ...], role: str, anchor: Period | None) -> Column:
    """A column of a known role, with the unit, scale and days that its head names.

    Args:
        at: index in the grid.
        heads: the cells of its head.
        role: what stands in it.
        anchor: what years are taken from where the head prints none.
    """
    whole = " ".join(one.text for one in heads)
    told = tuple(one for one in periods_in(whole, anchor or _ANY_YEAR) if anchor is not None or not one.inferred)
    exact, year = (next((one for one in told if one.exact is wanted), None) for wanted in (True, False))
    period = exact or year
    unit = _unit(heads, whole)
    return Column(
        at=at,
        role=role,
        head=whole,
        name=" ".join(without_units(whole).split()),
        heads=heads,
        unit=None if unit is None else unit.unit,
        scale=Decimal(1) if unit is None else unit.scale,
        told=None if unit is None else unit.told or heads[-1],
        period=None if period is None else period.period,
        year=None if year is None else year.period,
        inferred=("period",) if period is not None and period.inferred else (),
    )


def _unit(heads: tuple[Printed, ...], whole: str) -> HeadUnit | None:
    """The unit that a head names: pounds in any of its rows, else that of its lowest row."""
    for one in reversed(heads):
        found = money_in(one.text)
        if found is not None:
            return evolve(found, told=one)
    return unit_in(heads[-1].text) or unit_in(whole)


def _role(heads: tuple[Printed, ...], whole: str, bare: str | None, words: Mapping[str, str]) -> str | None:
    """What the whole head says, else its lowest row, else its period alone."""
    for text in (bare, whole, heads[-1].text):
        role = None if text is None else role_in(text, words)
        if role is not None:
            return role
    if bare is not None and not folded(without_signs(bare)).replace("%", "").strip():
        return PERIOD
    return None


def _is_table(head: Head, *, money: bool) -> bool:
    """Whether a head is that of a table of its kind: what it must have, and half of its columns or more understood."""
    if len(head.columns) < len(head.unread):
        return False
    roles = [column.role for column in head.columns]
    if head.kind is TableKind.ACTIONS:
        followed = len(_FOLLOWED.intersection(roles))
        return "action" in roles and (followed >= 2 or (followed == 1 and ("ref" in roles or "closed_on" in roles)))
    if head.kind is TableKind.INDICATORS:
        return "indicator" in roles and any(role in VALUES or role == PERIOD for role in roles)
    sums = [column for column in head.columns if column.role in MONEY]
    years = roles.count(PERIOD)
    pounds = money or any(column.unit == "GBP" for column in head.columns)
    return pounds and (len(sums) + years >= 2 or (len(sums) == 1 and "service" in roles))
