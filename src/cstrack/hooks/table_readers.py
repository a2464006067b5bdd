"""Our own readers of workbooks and CSV, as they come in through the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.hooks.contracts import Match, Strength
from cstrack.hooks.reader_matches import bounds_of, match_of
from cstrack.reading import csv, ods, xlsx
from cstrack.reading.sheets import SheetLimits

if TYPE_CHECKING:
    from cstrack.document.document import Document
    from cstrack.hooks.contracts import Limits, Reader
    from cstrack.problems import Outcome
    from cstrack.sources.source import Source


@final
@frozen(kw_only=True)
class XlsxReader:
    """Excel workbooks.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.xlsx"
    media_types: tuple[str, ...] = (xlsx.MEDIA_TYPE,)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By the parts that its first bytes list, under any name; by its suffix where they list none."""
        return match_of(xlsx.looks_like(head, name), Strength.LAYOUT)

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return xlsx.read_xlsx(
            source, content, characters=limits.characters, bounds=bounds_of(limits), limits=_sheet_limits(limits)
        )


@final
@frozen(kw_only=True)
class OdsReader:
    """OpenDocument workbooks.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.ods"
    media_types: tuple[str, ...] = (ods.MEDIA_TYPE,)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By what its first part says, under any name."""
        return match_of(ods.looks_like(head, name), Strength.LAYOUT)

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return ods.read_ods(
            source, content, characters=limits.characters, bounds=bounds_of(limits), limits=_sheet_limits(limits)
        )


@final
@frozen(kw_only=True)
class CsvReader:
    """CSV files.

    Attributes:
        id: its id.
        media_types: what it reads.
    """

    id: str = "core.csv"
    media_types: tuple[str, ...] = (csv.MEDIA_TYPE,)

    def recognise(self, head: bytes, name: str) -> Match | None:
        """By its suffix."""
        return match_of(csv.looks_like(head, name), Strength.GENERIC)

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""
        return csv.read_csv(source, content, characters=limits.characters, line=limits.line, cells=limits.cells)


TABLE_READERS: tuple[Reader, ...] = (XlsxReader(), OdsReader(), CsvReader())


def _sheet_limits(limits: Limits) -> SheetLimits:
    return SheetLimits(cells=limits.cells, area=limits.area)
