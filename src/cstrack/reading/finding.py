"""The tables of a text, whatever keeps their cells apart: pipes, tabs, blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.aligned import find_aligned
from cstrack.reading.piped import piped
from cstrack.reading.tabbed import tabbed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cstrack.reading.lines import Line
    from cstrack.reading.tables import Table


def find_tables(text: str, lines: Sequence[Line], codes: Collection[int]) -> dict[int, Table]:
    """Every table of a text by the index of its first line.

    Args:
        text: the whole text.
        lines: its lines.
        codes: indices of lines of fenced code, which hold none.
    """
    parted = [table for table in _parted(text, lines) if table.first not in codes]
    taken = {at for table in parted for at in range(table.first, table.last + 1)}.union(codes)
    return {table.first: table for table in (*parted, *find_aligned(text, lines, taken))}


def _parted(text: str, lines: Sequence[Line]) -> Iterator[Table]:
    """The tables whose cells signs keep apart: pipes and tabs."""
    at = 0
    while at < len(lines):
        table = piped(text, lines, at) or tabbed(text, lines, at)
        if table is None:
            at += 1
        else:
            yield table
            at = table.last + 1
