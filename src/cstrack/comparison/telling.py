"""A change told of a pair of rows, or of one row alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cstrack.model.change import Change, ChangeKind

if TYPE_CHECKING:
    from cstrack.comparison.pairing import RowPair
    from cstrack.comparison.rows import Row


def of_pair(kind: ChangeKind, pair: RowPair, old: str | None = None, new: str | None = None, /, **told: Any) -> Change:
    """A change of a pair.

    Args:
        kind: what changed.
        pair: the rows.
        old: the value before.
        new: the value after.
        told: further fields of the change.
    """
    cited = {"before": pair.before.record.citation, "after": pair.after.record.citation}
    return Change(
        kind=kind,
        record_kind=pair.after.kind,
        subject=pair.after.title,
        from_value=old,
        to_value=new,
        owners=pair.after.owners,
        doubtful=pair.doubtful,
        evidence="settled by hand" if pair.settled else pair.evidence.told,
        **(cited | told),
    )


def of_row(kind: ChangeKind, row: Row, **told: Any) -> Change:
    """A change of a row that stands alone in its report."""
    return Change(kind=kind, record_kind=row.kind, subject=row.title, owners=row.owners, **told)
