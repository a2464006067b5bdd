"""What comes in through the doors: readers, loaders, checks and exporters, as typed protocols."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Protocol, final, runtime_checkable

from attrs import field, frozen

from cstrack.errors import BadLimit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from attrs import Attribute

    from cstrack.document.document import Document
    from cstrack.facts.vocabulary import Vocabulary
    from cstrack.model.finding import Finding
    from cstrack.model.history import History
    from cstrack.model.paper import Paper
    from cstrack.model.record import Record
    from cstrack.model.register import Register
    from cstrack.problems import Outcome, Problem
    from cstrack.sources.source import Source


class Strength(IntEnum):
    """How surely something is recognised: an order, nothing to calibrate."""

    GENERIC = 10  # a kind of file I read
    LAYOUT = 20  # headings or shape are the ones I know
    AUTHORITY = 30  # layout, and the document names the authority I serve
    EXACT = 40  # this very document


def _some(_: Match, __: Attribute[tuple[str, ...]], evidence: tuple[str, ...]) -> None:
    if not evidence:
        raise ValueError("a match needs at least one reason, for a person")


@final
@frozen(kw_only=True)
class Match:
    """That a reader or loader recognises a document, and why.

    Attributes:
        strength: how surely.
        evidence: at least one reason, for a person.
    """

    strength: Strength
    evidence: tuple[str, ...] = field(validator=_some)


def _positive(limits: Limits, attribute: Attribute[int], number: int) -> None:
    del limits
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise BadLimit(attribute.name, repr(number))


@final
@frozen(kw_only=True)
class Limits:
    """How much of one file is taken in, and how long and with how much memory it may be worked on, before it is given up.

    The names are those of ``--limit NAME=NUMBER`` and of ``[limits]`` in cstrack.toml.

    Attributes:
        bytes: size of a file.
        expanded: bytes that a packed file (Word, Excel, ZIP) holds unpacked.
        ratio: how many times larger it may be unpacked than packed.
        entries: parts of a packed file.
        cells: cells of a workbook.
        area: rows times columns of one sheet, empty cells counted; the same for merged cells.
        pages: pages of a PDF.
        characters: characters of a text.
        line: characters of one line.
        seconds: time for one file; kept where files are read in processes of their own.
        memory: bytes of memory for one file; kept where files are read in processes of their own.
    """

    bytes: int = field(default=64 * 1024 * 1024, validator=_positive)
    expanded: int = field(default=256 * 1024 * 1024, validator=_positive)
    ratio: int = field(default=200, validator=_positive)
    entries: int = field(default=10_000, validator=_positive)
    cells: int = field(default=3_000_000, validator=_positive)
    area: int = field(default=10_000_000, validator=_positive)
    pages: int = field(default=5_000, validator=_positive)
    characters: int = field(default=20_000_000, validator=_positive)
    line: int = field(default=1_000_000, validator=_positive)
    seconds: int = field(default=30, validator=_positive)
    memory: int = field(default=1024 * 1024 * 1024, validator=_positive)


@final
@frozen(kw_only=True)
class LoadContext:
    """What a load was told, handed to the loader.

    Attributes:
        authority: GSS code, when the caller or the project's settings name it; None otherwise.
        authority_basis: ``argument`` or ``project``.
        paper_date: the paper's date, when the caller names it.
        vocabulary: the words of the field and what plugins add to them.
        settings: ``[plugins.<name>]`` of cstrack.toml.
        codes: codes of the authorities that plugins or the name of the file suggest, best first.
    """

    authority: str | None = None
    authority_basis: str | None = None
    paper_date: date | None = None
    vocabulary: Vocabulary
    settings: Mapping[str, Any] = field(factory=dict)


@final
@frozen(kw_only=True)
class LoadResult:
    """What a loader made of a document: nothing is lost, nothing is empty without a reason.

    Attributes:
        paper: the paper as read.
        records: in reading order.
        rows_read: sentences or table rows looked at.
        rows_used: those that gave records.
        rows_skipped: the others, by reason; read = used + skipped.
        problems: what could not be read or trusted.
        empty_because: why there are no records; required when there are none.
    """

    paper: Paper
    records: tuple[Record, ...]
    rows_read: int
    rows_used: int
    rows_skipped: Mapping[str, int] = field(factory=dict)
    problems: tuple[Problem, ...] = ()
    empty_because: str | None = None

    def __attrs_post_init__(self) -> None:
        """Hold the account: read = used + skipped, and nothing empty without a reason."""
        if self.rows_read != self.rows_used + sum(self.rows_skipped.values()):
            raise ValueError(
                f"{self.rows_read} rows read, but {self.rows_used} used and {dict(self.rows_skipped)} skipped"
            )
        if not self.records and not self.empty_because:
            raise ValueError("a result without records needs empty_because")


@final
@frozen(kw_only=True)
class ExportContext:
    """What an exporter may need besides register and findings.

    Attributes:
        as_of: the day the report speaks for; None where nothing was assessed.
        title: title of the report.
        version: version of cstrack.
    """

    as_of: date | None = None
    title: str = "What the papers say"
    version: str = ""


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of one kind of file into a document."""

    @property
    def id(self) -> str:
        """``<plugin>.<format>``."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """Media types it reads."""

    def recognise(self, head: bytes, name: str) -> Match | None:
        """Whether these first bytes of a file of this name are its kind; None when not."""

    def read(self, source: Source, content: bytes, limits: Limits) -> Outcome[Document]:
        """The document, or the problems that stopped it."""


@runtime_checkable
class Loader(Protocol):
    """Turns a document into records."""

    @property
    def id(self) -> str:
        """``<plugin>.<document kind>``."""

    @property
    def title(self) -> str:
        """What it reads, for a person."""

    @property
    def authorities(self) -> frozenset[str]:
        """GSS codes it serves; empty means any."""

    @property
    def refines(self) -> str | None:
        """Id of the more general loader that it beats and never ties with."""

    def recognise(self, document: Document) -> Match | None:
        """Whether it reads this document; None when not."""

    def load(self, document: Document, context: LoadContext) -> LoadResult:
        """The records."""


@runtime_checkable
class Check(Protocol):
    """Looks at a register and says what a person should check."""

    @property
    def id(self) -> str:
        """``<plugin>.<check>``."""

    @property
    def title(self) -> str:
        """What it looks for, for a person."""

    def check(self, register: Register, history: History | None, as_of: date) -> Iterable[Finding]:
        """The findings."""


@runtime_checkable
class Exporter(Protocol):
    """Turns a register and its findings into the bytes of a file."""

    @property
    def id(self) -> str:
        """``<plugin>.<format>``."""

    @property
    def title(self) -> str:
        """What it writes, for a person."""

    @property
    def suffix(self) -> str:
        """File suffix with its dot."""

    @property
    def authorities(self) -> frozenset[str]:
        """GSS codes it serves; empty means any."""

    def export(self, register: Register, findings: Sequence[Finding], context: ExportContext) -> bytes:
        """The bytes of the file."""
