"""What the columns of a sheet might be whose heads are in no vocabulary: told by what stands below them.

A guess is for the draft of a profile, which a person reads and mends; nothing is read by it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.facts.table import TableKind
from cstrack.recognition.tables_below import (
    Below,
    is_dates,
    is_label,
    is_long,
    is_numbers,
    is_rated,
    is_ref,
    is_text,
    placed,
)
from cstrack.recognition.tables_heads import FIELDS, PERIOD, heads_over, may_be_head
from cstrack.recognition.tables_periods import ANY_YEAR, periods_in
from cstrack.recognition.tables_words import folded, money_in, role_in, without_signs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.document.grid import Cell, Grid
    from cstrack.facts.table import Printed
    from cstrack.facts.vocabulary import Vocabulary

#: Rows looked through for a head, and rows below it that are looked at.
_ROWS, _SAMPLE = 40, 60
_LEAST_ROWS, _LEAST_COLUMNS = 2, 3


@final
@frozen(kw_only=True)
class Guess:
    """What a sheet might hold.

    Attributes:
        kind: what its rows might be.
        row: index of the row of its head.
        rows: lines of its head.
        fields: field -> the heads, each lowest line first, whose columns might hold it.
        unread: heads for which nothing was found.
    """

    kind: TableKind
    row: int
    rows: int
    fields: Mapping[str, tuple[Printed, ...]]
    unread: tuple[Printed, ...]


def guess(grid: Grid, vocabulary: Vocabulary) -> Guess | None:
    """What a sheet might hold; None where nothing in it looks like a table of ours.

    Args:
        grid: the sheet.
        vocabulary: the words of the field.
    """
    for at in range(min(len(grid.rows), _ROWS)):
        row = grid.rows[at]
        if sum(bool(cell.text.strip()) for cell in row) < _LEAST_COLUMNS or not may_be_head(row):
            continue
        below = [
            one
            for one in grid.rows[at + 1 : at + 1 + _SAMPLE]
            if sum(bool(cell.text.strip()) for cell in one) >= _LEAST_ROWS
        ]
        if len(below) < _LEAST_ROWS:
            return None
        if _filled(grid.rows[at + 1]) > _filled(row) and may_be_head(grid.rows[at + 1]):
            continue
        columns = columns_below(grid, at, at, below)
        kind = _kind(columns, grid, at)
        if kind is not None:
            return _guessed(kind, at, columns, vocabulary)
    return None


def _filled(row: Sequence[Cell]) -> int:
    return sum(bool(cell.text.strip()) for cell in row)


def columns_below(grid: Grid, first: int, last: int, below: Sequence[Sequence[Cell]]) -> tuple[Below, ...]:
    """The columns under a head, each with the words that stand below it.

    Args:
        grid: the sheet.
        first: index of the first row of the head.
        last: index of its last.
        below: the rows below it.
    """
    found = []
    for column, heads in enumerate(heads_over(grid.rows, first, last)):
        cells = tuple(row[column].text.strip() for row in below if column < len(row) and row[column].text.strip())
        if heads and cells:
            found.append(Below(at=column, heads=heads, cells=cells))
    return tuple(found)


def _kind(columns: Sequence[Below], grid: Grid, at: int) -> TableKind | None:
    numbers = [one for one in columns if is_numbers(one) and not is_ref(one)]
    texts = [one for one in columns if is_text(one)]
    titles = " ".join(cell.text for row in grid.rows[max(0, at - 6) : at + 1] for cell in row)
    pounds = money_in(titles) is not None or any(
        cell.startswith(("£", "(£", "-£")) for one in numbers for cell in one.cells
    )
    named = any(is_label(one) for one in columns)
    if len(numbers) >= 2 and pounds and (named or texts):
        return TableKind.BUDGET
    if texts and any(is_dates(one) for one in columns):
        return TableKind.ACTIONS
    return TableKind.INDICATORS if numbers and (named or texts) else None


def _guessed(kind: TableKind, at: int, columns: Sequence[Below], vocabulary: Vocabulary) -> Guess:
    words = vocabulary.words(FIELDS[kind])
    fields: dict[str, list[Printed]] = {}
    rest: list[Below] = []
    for one in columns:
        role = _named(one, words)
        if role is None or (role in _SHORT_WORDS and is_long(one) and not is_rated(one)):
            rest.append(one)
        else:
            fields.setdefault(role, []).append(one.heads[-1])
    taken = {name: tuple(heads) for name, heads in fields.items()}
    more, unread = placed(kind, rest, taken, columns)
    return Guess(kind=kind, row=at, rows=1, fields={**taken, **more}, unread=unread)


def _named(one: Below, words: Mapping[str, str]) -> str | None:
    """What the words of a head say, its period taken off; a period alone is one of several columns of values."""
    told = periods_in(one.words, ANY_YEAR)
    bare = told[0].bare if told else one.words
    if told and not folded(without_signs(bare)).replace("%", "").strip():
        return PERIOD
    return role_in(bare, words) or role_in(one.words, words)


#: Fields whose cells hold a word or two.
_SHORT_WORDS = frozenset({"status", "rating", "polarity", "direction"})
