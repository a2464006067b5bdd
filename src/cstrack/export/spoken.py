"""The table of what papers say without a number of how targets and work stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.export import words
from cstrack.export.entries import PLACE
from cstrack.export.report import Column, Entry, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstrack.model.progress import Progress


def progress(records: Iterable[Progress]) -> Table:
    """Words of progress as printed, with what they speak of; they are reported and never computed."""
    rows = [
        (
            Entry(text=one.label if one.of else "the plan or work as a whole, or not stated"),
            Entry(text=f"“{one.printed}”", citations=one.citations),
            Entry(text=words.words(one.citation)),
            Entry(text=words.when(one.on)),
            words.where(one),
        )
        for one in records
    ]
    columns = (
        Column("Of what", share=3),
        Column("The paper's word"),
        Column("In the paper's words", share=4),
        Column("When"),
        PLACE,
    )
    return Table(title="Progress as the papers word it", columns=columns, rows=tuple(rows))
