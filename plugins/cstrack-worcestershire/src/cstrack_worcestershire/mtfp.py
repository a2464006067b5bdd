"""The Medium Term Financial Plan's table: strands of work and the sums of each financial year."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.plugin import About, NotStated, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.plugin import BudgetLine, ExportContext, Finding, Period, Record, Register

_COLUMNS = (
    "Strand",
    "Financial year",
    "What",
    "Amount (£)",
    "Amount as printed",
    "Basis",
    "Fund",
    "Change from year to year",
    "Words",
    "Paper",
    "Section",
)

#: Characters with which a spreadsheet takes a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")

_STRAND = "strand of work"
_NO_YEAR = "not stated"


@final
@frozen(kw_only=True)
class MtfpSummary:
    """Worcestershire's strands by financial year, as CSV that Excel opens with its pound signs whole.

    Attributes:
        id: its id.
        title: what it writes.
        suffix: of the file.
        authorities: Worcestershire alone.
    """

    id: str = "worcestershire.mtfp-summary"
    title: str = "Worcestershire's strands by financial year (CSV)"
    suffix: str = ".csv"
    authorities: frozenset[str] = frozenset({"E10000034"})

    def export(self, register: Register, findings: Sequence[Finding], context: ExportContext) -> bytes:  # noqa: ARG002  # the table tells what the papers print
        """The table: strands first, then sums by financial year. UTF-8 with a byte order mark, lines ended as Excel ends them."""
        known = register.published_by(context.as_of)
        sink = io.StringIO()
        writer = csv.writer(sink, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        writer.writerows([safe(cell) for cell in row] for row in (*_strands(known), *_sums(known)))
        return sink.getvalue().encode("utf-8-sig", "replace")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("- Fixing the front door"), safe("-1200000")
    ("'=1+1", "'- Fixing the front door", '-1200000')
    """
    folded = " ".join("".join(letter if letter.isprintable() else " " for letter in cell).split())
    if folded.startswith(_FORMULA) and not folded.removeprefix("-").replace(".", "", 1).isdecimal():
        return f"'{folded}"
    return folded


def _strands(register: Register) -> Iterator[tuple[str, ...]]:
    for objective in register.objectives:
        if objective.about is About.OWN:
            yield (objective.title, "", objective.word or _STRAND, "", "", "", "", "", *_read_in(objective))


def _sums(register: Register) -> Iterator[tuple[str, ...]]:
    lines = [
        line for line in register.budgets if line.about is not About.OTHER_COUNCIL and line.about is not About.ENGLAND
    ]
    for line in sorted(
        lines, key=lambda one: (_year(one.period) == _NO_YEAR, _year(one.period), one.measure.value, one.id)
    ):
        yield (
            line.service or line.label or "not stated",
            _year(line.period),
            line.measure.value,
            _pounds(line),
            line.figure.printed,
            line.basis.value if line.basis else "not stated",
            line.fund.value,
            "yes" if line.change else "",
            *_read_in(line),
        )


def _year(period: Period | None) -> str:
    """A financial year as the plan's columns name it; of other periods, their label."""
    if period is None:
        return _NO_YEAR
    if period.kind is PeriodKind.FINANCIAL_YEAR and period.start is not None:
        return f"{period.start.year}/{(period.start.year + 1) % 100:02d}"
    return period.label


def _pounds(line: BudgetLine) -> str:
    return "" if isinstance(line.figure, NotStated) else format(line.figure.value, "f")


def _read_in(record: Record) -> tuple[str, str, str]:
    citation = record.citation
    return (citation.sentence or citation.quote, citation.source.name, citation.section or "")
