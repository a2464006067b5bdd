"""How one authority lays out its tracker or budget workbook, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from cstrack.facts.key import KeyEntry
    from cstrack.facts.table import TableKind


@final
@frozen(kw_only=True)
class TableMap:
    """One table of a workbook, or the same table on several sheets.

    Attributes:
        kind: what its rows are.
        sheets: names of its sheets; ``*`` stands for any characters. Empty means every sheet.
        columns: field -> the heads below which it stands, any of them; ``column K`` for a column without a head.
        ignore: heads that are left unread on purpose.
        header_row: row of the first line of its head, from 1; None where it is to be looked for.
        header_rows: lines of its head; None where that is to be found out.
        stop_at: words that begin the first row that does not belong to it any more.
        skip: labels of rows that are no lines, with ``*`` for any characters.
        scale: what one of its sums is printed for, in pounds; None where heads and titles tell.
        overspend_positive: whether a variance above nought is an overspend; None where heads, titles and numbers tell.
        turned: its heads stand in the first column, one below the other.
        polarity: the name of a measure -> whether more is better; None for a measure without a good direction.
    """

    kind: TableKind
    sheets: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(factory=dict)
    ignore: tuple[str, ...] = ()
    header_row: int | None = None
    header_rows: int | None = None
    stop_at: str = ""
    skip: tuple[str, ...] = ()
    scale: Decimal | None = None
    overspend_positive: bool | None = None
    turned: bool = False
    polarity: Mapping[str, bool | None] = field(factory=dict)


@final
@frozen(kw_only=True)
class TableProfile:
    """How one authority's workbook is read.

    Attributes:
        id: ``<plugin>.<kind>``; ``local.<kind>`` for a file beside the workbook or of a project.
        title: what it reads, for a person.
        authority: GSS code; None for anybody's.
        published: whether such workbooks are published; None where nothing is said.
        filenames: names of files, with ``*``; empty where the name does not count.
        sheets: names of sheets that must be there, with ``*``.
        must_contain: words that must stand in the workbook.
        tables: its tables.
        key: what letters, words and colours mean, where the workbook's own key does not say.
        status: further words of a status -> planned, in_progress, completed, withdrawn.
        path: the file it was read from, for messages.
    """

    id: str
    title: str
    authority: str | None = None
    published: bool | None = None
    filenames: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    must_contain: tuple[str, ...] = ()
    tables: tuple[TableMap, ...] = ()
    key: tuple[KeyEntry, ...] = ()
    status: Mapping[str, str] = field(factory=dict)
    path: str = ""
