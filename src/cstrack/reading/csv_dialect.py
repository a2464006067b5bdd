"""What parts the cells of a CSV file: told in its first line, or by counting."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.csv_records import records_of
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOLD = pattern("reading.csv_dialect.told", r"""\"?sep=(?P<separator>[,;|\t])\"?[ ,;|\t]{0,200}+(?:\r\n|[\r\n])""")

#: What parts cells, the commonest first.
SEPARATORS = (",", ";", "\t", "|")

#: Rows that are counted.
_COUNTED = 200


@final
@frozen
class Dialect:
    """How the cells of a file are parted.

    Attributes:
        separator: what stands between them.
        start: offset of the first record: behind a line that tells the separator, as spreadsheet programs write it.
    """

    separator: str
    start: int = 0


def dialect_of(text: str) -> Dialect:
    r"""The dialect of a CSV text.

    The separator is the one by which most rows have as many cells as each other, and more than one; of two alike the one that gives more
    cells, then the commoner. A text in which none stands has one column.

    >>> dialect_of("Service;Budget\nTransport;4,470\n").separator
    ';'
    """
    told = _TOLD.match(text)
    if told is not None:
        return Dialect(told["separator"], told.end())
    best = max(SEPARATORS, key=lambda separator: _agreement(text, separator))
    return Dialect(best)


def _agreement(text: str, separator: str) -> tuple[float, int]:
    """How many of the rows have the commonest number of cells, weighed by how many cells that is."""
    counts = Counter(_counts(text, separator))
    rows = sum(counts.values())
    cells, same = max(counts.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]), default=(1, 0))
    return (round(same / rows, 1), cells) if cells > 1 and rows else (0.0, 1)


def _counts(text: str, separator: str) -> Iterator[int]:
    return (record.cells for record in islice(records_of(text, separator), _COUNTED) if record.cells)
