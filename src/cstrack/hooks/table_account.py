"""The account of a document's table rows: read = used + skipped, each skipped one with its reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cstrack.facts.table import RowKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.facts.table import Table
    from cstrack.model.record import Record

#: Why a line of a table gave no record.
EMPTY = "a row without a figure"


def account_tables(tables: Sequence[Table], records: Iterable[Record]) -> tuple[int, dict[str, int]]:
    """How many rows of tables gave records, and why the others did not.

    Args:
        tables: what was recognised.
        records: what was made of it.

    Returns:
        The number of rows used, and the others by reason.
    """
    cited = {citation.cell for record in records for citation in record.citations if citation.cell is not None}
    used = 0
    skipped: Counter[str] = Counter()
    for table in tables:
        skipped.update(table.skipped)
        for row in table.rows:
            if row.kind not in {RowKind.LINE, RowKind.TOTAL}:
                continue
            if any(cell.address in cited for cell in row.cells.values()):
                used += 1
            else:
                skipped[EMPTY] += 1
    return used, dict(skipped)
