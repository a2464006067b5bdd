"""A report as a Word document, in a council's own template where one is given."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from cstrack.errors import MissingExtra
from cstrack.export import words
from cstrack.export.clean import writable

if TYPE_CHECKING:
    from cstrack.export.report import Line, Report, Section, Table

#: A document made from the same papers has the same words: it says no time of its making.
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001  python-docx takes naive times only

#: The deepest heading.
_DEEPEST = 4


def render(report: Report, template: bytes | None = None) -> bytes:
    """The report as a Word document.

    Args:
        report: the report.
        template: a Word document whose styles, head and foot are used; its text stays before the report.

    Raises:
        MissingExtra: python-docx is not installed.
        ValueError: the template is no Word document.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtra("word", "writing a Word document") from error
    try:
        document = docx.Document(io.BytesIO(template) if template is not None else None)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise ValueError(f"the template is no Word document ({error})") from error
    document.core_properties.created = document.core_properties.modified = _MADE
    document.core_properties.title = writable(report.title)
    document.add_heading(writable(report.title), 0 if template is None else 1)
    document.add_paragraph(words.as_at(report.as_of))
    for section in report.sections:
        _section(document, section, 1)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _section(document: Any, section: Section, level: int) -> None:
    document.add_heading(writable(section.title), min(level, _DEEPEST))
    if section.note:
        document.add_paragraph(writable(section.note))
    for line in section.lines:
        _line(document, line)
    for table in section.tables:
        _table(document, table, level + 1)
    for part in section.sections:
        _section(document, part, level + 1)


def _line(document: Any, line: Line) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{line.label}: ").bold = True
    more = f"; and {line.more} more in the tables" if line.more else ""
    paragraph.add_run(writable("; ".join(entry.text for entry in line.entries) + more))


def _table(document: Any, table: Table, level: int) -> None:
    document.add_heading(writable(table.title), min(level, _DEEPEST))
    if table.note:
        document.add_paragraph(writable(table.note))
    made = document.add_table(rows=1, cols=len(table.columns))
    if "Table Grid" in {style.name for style in document.styles}:
        made.style = "Table Grid"
    for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
        cell.text = column.title
        cell.paragraphs[0].runs[0].bold = True
    for row in table.rows:
        for cell, entry in zip(made.add_row().cells, row, strict=True):
            cell.text = writable(entry.text)
