"""Columns of money that no word of heads names: by their unit alone ("£000"), or by a measure ("Growth £000")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import Column
from cstrack.recognition.tables_amounts import is_number
from cstrack.recognition.tables_words import folded, money_in, without_signs
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.document.grid import Cell
    from cstrack.facts.table import Printed
    from cstrack.facts.vocabulary import Vocabulary

#: What a column of sums is whose rows, head or title tell what those are.
AMOUNT = "amount"

#: What names rows.
_SERVICE = "service"

_SUM = pattern(
    "recognition.tables_sums.sum",
    r"(?i)(?<![a-z])(?:spend(?:s|ing)?|expenditure|costs?|budgets?|savings?|income|reserves?|funding|grants?|underspends?|overspends?)(?![a-z])|£",
)


def of_sums(
    column: Column | None, at: int, heads: tuple[Printed, ...], below: Sequence[Sequence[Cell]], vocabulary: Vocabulary
) -> Column | None:
    """A column of a table of money with what the cells below its head tell: words name rows, numbers are sums.

    Args:
        column: the column as its head was read; None where no word of it is known.
        at: its index.
        heads: the cells of its head.
        below: the first rows below the head.
        vocabulary: the words of the field.
    """
    whole = " ".join(one.text for one in heads)
    money = money_in(whole)
    if money is None or (column is not None and column.role != _SERVICE):
        return column
    cells = [row[at].text.strip() for row in below if at < len(row) and row[at].text.strip()]
    numbers = sum(map(is_number, cells))
    bare = folded(without_signs(whole))
    if numbers * 2 <= len(cells):
        return column if bare else _named(at, _SERVICE, whole, heads, column)
    if bare and not any(word in vocabulary.words("measure") for word in (bare, *bare.split())):
        return column
    made = _named(at, AMOUNT, whole, heads, column)
    return evolve(made, unit=money.unit, scale=money.scale, told=money.told or heads[-1])


def _named(at: int, role: str, whole: str, heads: tuple[Printed, ...], column: Column | None) -> Column:
    known = column or Column(at=at, role=role, head=whole, name=" ".join(whole.split()), heads=heads)
    return evolve(known, role=role)


def names_sums(words: str) -> bool:
    """Whether some words speak of money: then numbers without a sign and a scale are no counts."""
    return _SUM.search(words) is not None
