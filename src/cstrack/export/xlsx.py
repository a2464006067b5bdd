"""A report as a workbook: one table a sheet, numbers as numbers, days as days, and nothing that is a formula."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, final

from attrs import frozen

from cstrack.errors import MissingExtra
from cstrack.export import words
from cstrack.export.clean import writable
from cstrack.export.compose import compose
from cstrack.export.report import Column, ColumnKind, Entry
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstrack.export.compose import Occasion
    from cstrack.export.report import Report
    from cstrack.model.finding import Finding
    from cstrack.model.register import Register

#: What Excel keeps of one cell, and what a sheet's name may have.
LONGEST = 32_767
_NAME_LENGTH = 31

#: A workbook made from the same papers has the same bytes: it says no time of its making.
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001  xlsxwriter takes naive times only

_CUT = " ... (cut; the whole text is in the JSON)"
_NOT_IN_NAMES = pattern("export.xlsx.sheet_name", r"[\[\]:*?/\\']")

_PAGES = "Papers"
_WORDS = Column("The words it was read from", share=5)
_PAGE_COLUMNS = (
    *(Column("Authority"), Column("Paper", share=3), Column("File"), Column("Line"), Column("What it says", share=6)),
    _WORDS,
)

_LOOKS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EDF2"},
    "text": {"text_wrap": True, "valign": "top"},
    "pounds": {"num_format": "£#,##0", "valign": "top"},
    "pounds, with a fraction": {"num_format": "£#,##0.00", "valign": "top"},
    "number": {"num_format": "#,##0", "valign": "top"},
    "number, with a fraction": {"num_format": "General", "valign": "top"},
    "date": {"num_format": "d mmm yyyy", "valign": "top", "align": "left"},
}


@final
@frozen
class XlsxExporter:
    """Writes the report's tables as a workbook."""

    id: str = "core.xlsx"
    title: str = "the tables as an Excel workbook"
    suffix: str = ".xlsx"
    authorities: frozenset[str] = frozenset()

    def export(self, register: Register, findings: Sequence[Finding], context: Occasion) -> bytes:
        """The workbook.

        Raises:
            MissingExtra: xlsxwriter is not installed.
        """
        return render(compose(register, findings, context))


def render(report: Report) -> bytes:
    """The tables of a report as a workbook, one a sheet, behind a sheet of what each paper's page says.

    Tables of one title are one sheet for all authorities, told apart by its first column, so that filters and Power BI see one table.

    Raises:
        MissingExtra: xlsxwriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra("xlsx", "writing a workbook") from error
    out = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, **safe})
    workbook.set_properties(
        {
            "created": _MADE,
            "title": _text(report.title),
            "comments": f"{words.as_at(report.as_of)}. {report.note}".rstrip(),
        }
    )
    formats = {name: workbook.add_format(looks) for name, looks in _LOOKS.items()}
    for sheet in _sheets(report):
        _write(workbook.add_worksheet(sheet.name), sheet, formats)
    workbook.close()
    return out.getvalue()


@final
@frozen(kw_only=True)
class _Sheet:
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Entry, ...], ...]


def _sheets(report: Report) -> tuple[_Sheet, ...]:
    pages = _Sheet(name=_PAGES, columns=_PAGE_COLUMNS, rows=tuple(_page_rows(report)))
    merged: dict[str, list[tuple[Entry, ...]]] = {}
    columns: dict[str, tuple[Column, ...]] = {}
    for top in report.sections:
        for table in (table for section in top.walk() for table in section.tables):
            columns.setdefault(table.title, (Column("Authority"), *table.columns, _WORDS))
            rows = merged.setdefault(table.title, [])
            whose = top.title if top.sections else ""
            rows.extend((Entry(text=whose), *row, _quoted(row)) for row in table.rows)
    tables = (
        _Sheet(name=sheet_name(title, before), columns=columns[title], rows=tuple(rows))
        for before, (title, rows) in enumerate(merged.items())
    )
    return tuple(sheet for sheet in (pages, *tables) if sheet.rows) or (pages,)


def _page_rows(report: Report) -> Iterator[tuple[Entry, ...]]:
    for top in report.sections:
        for section in top.walk():
            for line in section.lines:
                heads = (Entry(text=top.title), Entry(text=section.title), Entry(text=section.note))
                yield from ((*heads, Entry(text=line.label), entry, _quoted((entry,))) for entry in line.entries)


def _quoted(row: tuple[Entry, ...]) -> Entry:
    cited = next((entry.citations for entry in row if entry.citations), ())
    return Entry(text=cited[0].sentence or cited[0].quote if cited else "")


def sheet_name(title: str, number: int) -> str:
    """A name that Excel takes: no special characters, 31 at most, unlike any other of the workbook.

    >>> sheet_name("Budget lines by financial year", 2), sheet_name("a/b [c]", 0)
    ('Budget lines by financial year', 'a b c')
    """
    plain = " ".join(_NOT_IN_NAMES.sub(" ", writable(title)).split())
    if len(plain) > _NAME_LENGTH:
        plain = plain[: _NAME_LENGTH + 1].rpartition(" ")[0] or plain[:_NAME_LENGTH]
        plain = plain.removesuffix(" and").rstrip(" ,")
    return plain or f"Table {number + 1}"


def _write(sheet: Any, held: _Sheet, formats: Mapping[str, Any]) -> None:
    """One table: a value column is followed by one with its words, since "about" and "not stated" are no numbers."""
    heads = [part for column in held.columns for part in _headings(column)]
    widths = [width for column in held.columns for width in _widths(column)]
    for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, formats["head"])
    for number, row in enumerate(held.rows, 1):
        at = 0
        for column, entry in zip(held.columns, row, strict=True):
            if column.kind is not ColumnKind.TEXT:
                _value(sheet, number, at, entry, column.kind, formats)
                at += 1
            sheet.write_string(number, at, _text(entry.text), formats["text"])
            at += 1
    sheet.freeze_panes(1, 0)
    if held.rows:
        sheet.autofilter(0, 0, len(held.rows), len(heads) - 1)


def _headings(column: Column) -> tuple[str, ...]:
    return (column.title,) if column.kind is ColumnKind.TEXT else (column.title, f"{column.title}, in words")


def _widths(column: Column) -> tuple[int, ...]:
    room = 9 + 9 * column.share
    return (room,) if column.kind is ColumnKind.TEXT else (14, room)


def _value(sheet: Any, row: int, at: int, entry: Entry, kind: ColumnKind, formats: Mapping[str, Any]) -> None:
    if isinstance(entry.value, Decimal):
        whole = entry.value == entry.value.to_integral_value()
        looks = kind.value if whole else f"{kind.value}, with a fraction"
        sheet.write_number(row, at, entry.value, formats.get(looks, formats["number, with a fraction"]))
    elif isinstance(entry.value, date):
        sheet.write_datetime(row, at, entry.value, formats["date"])
    else:
        sheet.write_blank(row, at, None, formats["text"])


def _text(text: str) -> str:
    clean = writable(text)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(_CUT)] + _CUT
