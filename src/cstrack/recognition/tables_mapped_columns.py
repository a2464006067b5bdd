"""Which column of a table is which field, as a profile names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.facts.table import Printed
from cstrack.recognition.tables_heads import FIELDS, PERIOD, heads_over, made_column
from cstrack.recognition.tables_periods import ANY_YEAR, bare_of, periods_in
from cstrack.recognition.tables_words import folded, role_in, without_signs
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.document.grid import Grid
    from cstrack.facts.table import Column
    from cstrack.facts.table_profile import TableMap
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.recognition.tables_titles import Title

_LETTER = pattern("recognition.tables_mapped_columns.letter", r"column[ ](?P<letters>[A-Z]{1,3})")


def field_of(heads: Sequence[Printed], fields: Mapping[str, str]) -> str | None:
    """The field of a column: by the whole of its head, else by its lowest line, else by any."""
    whole = " ".join(one.text for one in heads)
    lines = [one.text for one in reversed(heads)]
    for words in (whole, *lines, *map(bare_of, (whole, *lines))):
        if folded(words) in fields:
            return fields[folded(words)]
    if PERIOD in fields.values() and heads and _is_period(whole):
        return PERIOD
    return None


def _is_period(head: str) -> bool:
    told = periods_in(head, ANY_YEAR)
    return bool(told) and not folded(without_signs(told[0].bare)).replace("%", "").strip()


def columns_of(
    grid: Grid, told: TableMap, vocabulary: Vocabulary, at: int, depth: int, title: Title
) -> tuple[tuple[Column, ...], tuple[Printed, ...]]:
    """The columns that the profile names, those of heads that everybody knows and it does not name, and the heads left over."""
    fields = fields_by_head(told)
    lettered = {
        _column_of(head): name for name, heads in told.columns.items() for head in heads if _LETTER.fullmatch(head)
    }
    stacks = heads_over(grid.rows, at, at + depth - 1)
    width = max(len(stacks), *(one + 1 for one in lettered)) if lettered else len(stacks)
    found: dict[int, str] = {}
    for column in range(width):
        heads = stacks[column] if column < len(stacks) else ()
        name = lettered.get(column) or (field_of(heads, fields) if heads else None)
        if name is not None:
            found[column] = name
    rest = {column: heads for column, heads in enumerate(stacks) if heads and column not in found}
    found |= _known_to_all(rest, told, vocabulary, set(found.values()))
    columns = []
    for column in sorted(found):
        heads = stacks[column] if column < len(stacks) else ()
        blank = Printed(
            text="", address=f"{grid.name}!{column_letters(column)}{at + 1}", span=None, row=at, column=column
        )
        columns.append(made_column(column, heads or (blank,), found[column], title.year))
    ignored = {folded(one) for one in told.ignore}
    unread = tuple(
        heads[-1]
        for column, heads in rest.items()
        if column not in found and not {folded(one.text) for one in heads} & ignored
    )
    return _without_earlier(columns), unread


def _without_earlier(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with a variance of a named month told as an earlier one where another, of no month, stands beside it."""
    variances = [one for one in columns if one.role == "variance"]
    undated = any(one.period is None or one.period == one.year for one in variances)
    if len(variances) < 2 or not undated:
        return tuple(columns)
    dated = [one for one in variances if one.period is not None and one.period != one.year]
    return tuple(evolve(one, role="previous_variance") if one in dated else one for one in columns)


def _known_to_all(
    rest: Mapping[int, tuple[Printed, ...]], told: TableMap, vocabulary: Vocabulary, taken: set[str]
) -> dict[int, str]:
    """The fields of heads that the vocabulary knows and the profile does not name, where no other column has that field."""
    words = vocabulary.words(FIELDS[told.kind])
    ignored = {folded(one) for one in told.ignore}
    found: dict[int, str] = {}
    for column, heads in rest.items():
        whole = " ".join(one.text for one in heads)
        if {folded(one.text) for one in heads} & ignored or folded(whole) in ignored:
            continue
        name = role_in(bare_of(whole), words) or role_in(heads[-1].text, words)
        if name is not None and ((name not in taken and name not in found.values()) or name == "variance"):
            found[column] = name
    return found


def fields_by_head(told: TableMap) -> dict[str, str]:
    """Head, folded -> the field that a profile maps it to."""
    return {folded(head): name for name, heads in told.columns.items() for head in heads}


def _column_of(head: str) -> int:
    found = _LETTER.fullmatch(head)
    number = 0
    for letter in found["letters"] if found else "":
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(column: int) -> str:
    """The letters of a column, by its index from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
