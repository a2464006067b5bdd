"""The reader of Excel workbooks.

Values are read by python-calamine, ten times faster than by anything else; before it sees a byte, the container is checked and every
sheet's extent is told from its XML, since two kilobytes can otherwise end the program. How numbers are shown, colours, errors, and what
is hidden come from the same XML (:mod:`cstrack.reading.xlsx_sheets`).
"""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, final

from attrs import define, evolve, field

from cstrack.document.grid import Area
from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.container import Bounds, is_packed, open_container
from cstrack.reading.extent import excess
from cstrack.reading.sheets import Sheet, SheetLimits, attempted
from cstrack.reading.workbook import of_kind, stopped, workbook_document
from cstrack.reading.xlsx_parts import PLAIN, book_parts
from cstrack.reading.xlsx_sheets import divided, extent_of, sheet_marks
from cstrack.reading.xml_parts import read_xml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from python_calamine import CalamineWorkbook

    from cstrack.document.document import Document
    from cstrack.reading.container import Container
    from cstrack.reading.number_formats import Stored
    from cstrack.reading.xlsx_parts import BookParts, SheetPart, Style
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "xlsx 1"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: File names of Excel workbooks that are packed XML.
SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm")

#: The words of all sheets, which the parser reads for itself.
_STRINGS = "xl/sharedStrings.xml"
#: Columns beside the last value in which a cell may hold nothing but a colour.
_BESIDE = 3
#: What an old workbook, and one that is locked by a password, begins with.
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is an Excel workbook; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person: the parts of a workbook in its first bytes, or its name where those are packed and tell nothing. A
        file of that name that is locked or of the old kind is taken too, so that the reader can say so.
    """
    named = name.lower().endswith(SUFFIXES)
    reasons = (f"named {name.lower()[name.rindex('.') :]}",) if named else ()
    if is_packed(head):
        if b"xl/" in head:
            return (*reasons, "its first bytes list the parts of an Excel workbook")
        other = any(mark in head for mark in (b"word/", b"ppt/", b"mimetype"))
        return (*reasons, "its first bytes are a packed file's") if named and not other else ()
    return (*reasons, "its first bytes are an old or locked Office file's") if named and head.startswith(_OLD) else ()


def read_xlsx(
    source: Source,
    content: bytes,
    *,
    characters: int = 20_000_000,
    bounds: Bounds | None = None,
    limits: SheetLimits | None = None,
) -> Outcome[Document]:
    """The document of an Excel workbook: every sheet a grid.

    Args:
        source: the file; its kind and reader are filled in.
        content: its bytes.
        characters: most characters of its text.
        bounds: how much it may hold unpacked.
        limits: how many cells it may hold.

    Returns:
        The document with what is to be noted, or the problem that stopped it. A sheet that cannot be read is a problem, and the others
        are read.
    """
    source = of_kind(source, MEDIA_TYPE, READER)
    if content.startswith(_OLD):
        told = "is locked by a password or of Excel's old kind: open it and save it as .xlsx without a password"
        return stopped(source, "container.encrypted", told)
    opened = open_container(content, source.name, bounds)
    if opened.value is None:
        return Outcome(value=None, problems=opened.problems)
    parts = book_parts(opened.value)
    if parts.value is None:
        if parts.problems:
            return Outcome(value=None, problems=parts.problems)
        return stopped(source, "container.damaged", "has no list of sheets that can be read: save it anew")
    strings = read_xml(opened.value, _STRINGS)
    if strings.problems:
        return Outcome(value=None, problems=strings.problems)
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        return stopped(source, "input.missing_extra", 'needs a reader of workbooks: pip install "cstrack[xlsx]"')
    book = attempted(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))
    if isinstance(book, str):
        return stopped(source, "container.damaged", f"cannot be read as a workbook ({book}): save it anew")
    with ThreadPoolExecutor(max_workers=1) as beside:
        reading = _Reading(source, opened.value, parts.value, limits or SheetLimits(), book, beside)
        sheets = [sheet for part in parts.value.sheets if (sheet := reading.sheet(part)) is not None]
    problems = (*parts.problems, *reading.problems)
    if not sheets:
        return Outcome(value=None, problems=problems) if problems else stopped(source, "input.empty", "has no sheets")
    outcome = workbook_document(source, sheets, characters)
    return Outcome(value=outcome.value, problems=(*problems, *outcome.problems))


@final
@define
class _Reading:
    """A workbook while its sheets are read: their values in a thread beside, while the XML is searched for the rest."""

    source: Source
    container: Container
    parts: BookParts
    limits: SheetLimits
    book: CalamineWorkbook
    beside: ThreadPoolExecutor
    cells: int = 0
    problems: list[Problem] = field(factory=list)

    def sheet(self, part: SheetPart) -> Sheet | None:
        """One sheet; None with a problem where it cannot be read."""
        xml = read_xml(self.container, part.path)
        self.problems.extend(xml.problems)
        if xml.value is None:
            if not xml.problems:
                self._lose(part, "is listed and not there")
            return None
        extent = extent_of(xml.value, self.limits.area)
        self.cells += extent.cells
        beyond = excess(evolve(extent, cells=self.cells), cells=self.limits.cells, area=self.limits.area)
        if beyond is not None:
            self._lose(part, f"{beyond}: delete what is empty in it, or raise the limit", "input.too_large")
            return None
        asked = self.beside.submit(_values, self.book, part.name)
        styles = {str(at): style for at, style in enumerate(self.parts.styles) if style != PLAIN}
        marks = sheet_marks(xml.value.decode("latin-1"), styled=bool(styles))
        found = attempted(asked.result)
        if isinstance(found, str):
            self._lose(part, f"cannot be read ({found}): save the workbook anew")
            return None
        values, merged = found
        rows = _wide_enough(values, marks.styles, styles)
        return Sheet(
            name=part.name,
            rows=rows,
            styled=marks.styles,
            styles=styles,
            errors=marks.errors,
            unvalued=marks.unvalued,
            hidden=part.hidden,
            hidden_rows=marks.hidden_rows,
            hidden_columns=marks.hidden_columns,
            merged=merged,
        )

    def _lose(self, part: SheetPart, what: str, code: str = "table.sheet_unreadable") -> None:
        name = self.source.name
        message = f"sheet {part.name!r} of {name} {what}; the other sheets are read"
        self.problems.append(Problem(code=code, message=message, severity=Severity.ERROR, document=name))


def _values(book: CalamineWorkbook, name: str) -> tuple[Sequence[Sequence[Stored]], tuple[Area, ...]]:
    """What a sheet holds, each row from column A, and its merged cells."""
    found = book.get_sheet_by_name(name)
    rows: Sequence[Sequence[Stored]] = found.to_python(skip_empty_area=False)
    return rows, tuple(Area(*first, *last) for first, last in found.merged_cell_ranges or ())


def _wide_enough(
    rows: Sequence[Sequence[Stored]], styled: Mapping[str, str], styles: Mapping[str, Style]
) -> Sequence[Sequence[Stored]]:
    """The rows with the cells beside them that hold nothing but a colour: some trackers rate a row by it alone."""
    width = len(rows[0]) if rows else 0
    coloured = {number for number, style in styles.items() if style.fill is not None}
    places = (divided(reference) for reference, number in styled.items() if number in coloured)
    last = max((column for row, column in places if row < len(rows) and column < width + _BESIDE), default=-1)
    more = [""] * (last + 1 - width)
    return [[*row, *more] for row in rows] if more else rows
