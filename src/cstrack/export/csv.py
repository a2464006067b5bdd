"""The records as CSV: the columns of ``cstrack records``, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.codec.lines import KEYS, lines
from cstrack.export.clean import cell, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.codec.lines import Plain
    from cstrack.export.compose import Occasion
    from cstrack.model.finding import Finding
    from cstrack.model.record import Record
    from cstrack.model.register import Register

#: Columns that cstrack itself fills with numbers; the minus of one below nought is no formula.
_NUMBERS = frozenset({"value", "value_high", "low", "high", "numerator", "denominator", "baseline"})


@final
@frozen
class CsvExporter:
    """Writes the records, one a row.

    Attributes:
        excel: a byte-order mark and the line ends that Excel on Windows expects.
    """

    id: str = "core.csv"
    title: str = "the records as CSV, one a row"
    suffix: str = ".csv"
    authorities: frozenset[str] = frozenset()
    excel: bool = False

    def export(self, register: Register, findings: Sequence[Finding], context: Occasion) -> bytes:
        """The rows in UTF-8."""
        del findings, context
        return rows(register.records, excel=self.excel).encode("utf-8")


def rows(records: Iterable[Record], *, all_kinds: bool = False, excel: bool = False, raw: bool = False) -> str:
    """Records as CSV text.

    Args:
        records: the records.
        all_kinds: also the kinds beyond the contract.
        excel: begin with a byte-order mark and end lines with CR LF, so that Excel reads the text as UTF-8.
        raw: leave text as it is, for programs; a spreadsheet would run a cell that begins with an equals sign.

    Returns:
        A row of headings and one row a record; nothing is a formula unless ``raw``.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if excel else "\n")
    writer.writerow(KEYS)
    for line in lines(records, all_kinds=all_kinds):
        writer.writerow([_cell(key, value, raw=raw) for key, value in line.items()])
    return ("\ufeff" if excel else "") + out.getvalue()


def _cell(key: str, value: Plain, *, raw: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = writable("; ".join(value) if isinstance(value, list) else value)
    return text if raw or key in _NUMBERS else cell(text)
