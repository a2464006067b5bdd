"""The reader of OpenDocument workbooks, as government statistics are published.

Values are read by python-calamine, after the container was checked and the extent of every sheet was told from its XML: one line of an
OpenDocument sheet can stand for a million cells.
"""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.container import is_packed, open_container
from cstrack.reading.extent import excess
from cstrack.reading.extent_ods import ods_extents
from cstrack.reading.ods_marks import OdsMarks, ods_marks
from cstrack.reading.sheets import Sheet, SheetLimits, attempted
from cstrack.reading.workbook import of_kind, stopped, workbook_document
from cstrack.reading.xml_parts import read_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from python_calamine import CalamineWorkbook

    from cstrack.document.document import Document
    from cstrack.reading.container import Bounds
    from cstrack.reading.extent import Extent
    from cstrack.reading.number_formats import Stored
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "ods 1"
MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

SUFFIXES = (".ods", ".ots")


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is an OpenDocument workbook; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person. Its first part, unpacked, says what the file is; where that is missing, its name.
    """
    named = name.lower().endswith(SUFFIXES)
    reasons = (f"named {name.lower()[name.rindex('.') :]}",) if named else ()
    if not is_packed(head):
        return ()
    if MEDIA_TYPE.encode() in head[:200]:
        return (*reasons, "its first bytes say that it is an OpenDocument workbook")
    return (*reasons, "its first bytes are a packed file's") if named and b"mimetype" not in head[:60] else ()


def read_ods(
    source: Source,
    content: bytes,
    *,
    characters: int = 20_000_000,
    bounds: Bounds | None = None,
    limits: SheetLimits | None = None,
) -> Outcome[Document]:
    """The document of an OpenDocument workbook: every sheet a grid.

    Args:
        source: the file; its kind and reader are filled in.
        content: its bytes.
        characters: most characters of its text.
        bounds: how much it may hold unpacked.
        limits: how many cells it may hold.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    source = of_kind(source, MEDIA_TYPE, READER)
    opened = open_container(content, source.name, bounds)
    if opened.value is None:
        return Outcome(value=None, problems=opened.problems)
    xml = read_xml(opened.value, "content.xml")
    if xml.value is None:
        if xml.problems:
            return Outcome(value=None, problems=xml.problems)
        return stopped(source, "container.damaged", "has no content that can be read: save it anew")
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        return stopped(source, "input.missing_extra", 'needs a reader of workbooks: pip install "cstrack[xlsx]"')
    extents = ods_extents((xml.value,))
    beyond = _beyond(extents, limits or SheetLimits())
    if beyond is not None:
        return stopped(
            source, "input.too_large", f"has a sheet that {beyond}: delete what is empty, or raise the limit"
        )
    book = attempted(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))
    if isinstance(book, str):
        return stopped(source, "container.damaged", f"cannot be read as a workbook ({book}): save it anew")
    sheets, lost = _sheets(source, book, ods_marks(xml.value.decode("utf-8", "replace")))
    if not sheets:
        return Outcome(value=None, problems=lost) if lost else stopped(source, "input.empty", "has no sheets")
    outcome = workbook_document(source, sheets, characters)
    return Outcome(value=outcome.value, problems=(*lost, *outcome.problems))


def _beyond(extents: Sequence[Extent], limits: SheetLimits) -> str | None:
    cells = 0
    for extent in extents:
        cells += extent.cells
        found = excess(evolve(extent, cells=cells), cells=limits.cells, area=limits.area)
        if found is not None:
            return found
    return None


def _sheets(
    source: Source, book: CalamineWorkbook, marks: Sequence[OdsMarks]
) -> tuple[list[Sheet], tuple[Problem, ...]]:
    sheets: list[Sheet] = []
    lost: list[Problem] = []
    for number, told in enumerate(book.sheets_metadata):
        rows = attempted(partial(_rows, book, told.name))
        if isinstance(rows, str):
            message = f"sheet {told.name!r} of {source.name} cannot be read ({rows}); the other sheets are read"
            code, name = "table.sheet_unreadable", source.name
            lost.append(Problem(code=code, message=message, severity=Severity.ERROR, document=name))
            continue
        mark = marks[number] if number < len(marks) else OdsMarks()
        sheets.append(
            Sheet(
                name=told.name,
                rows=rows,
                styled=mark.styled,
                styles={str(at): style for at, style in enumerate(mark.styles)},
                hidden="Visible" not in str(told.visible),
                hidden_rows=frozenset(mark.hidden_rows),
                merged=tuple(mark.merged),
            )
        )
    return sheets, tuple(lost)


def _rows(book: CalamineWorkbook, name: str) -> Sequence[Sequence[Stored]]:
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)
