"""What cstrack could not read or trust: returned beside what it could, never raised."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar, final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attrs import Attribute

    from cstrack.sources.citation import Citation

T = TypeVar("T")

#: Every problem that cstrack can return: a stable code and what it means. docs/how-to/errors.md says what to do about each.
CODES: Mapping[str, str] = MappingProxyType(
    {
        "input.missing": "the file or folder is not there",
        "input.empty": "the file holds no text",
        "input.unreadable": "the file cannot be opened",
        "input.too_large": "the file is larger than the limit",
        "input.binary": "the file holds bytes that are no text",
        "input.repeated": "the same file was given twice; it is counted once",
        "input.skipped": "files of a folder that are no papers were left out",
        "input.unknown_kind": "no reader knows this kind of file",
        "input.missing_extra": "the reader of this kind of file needs an optional part that is not installed",
        "input.misnamed": "the file is of another kind than its name says; it was read as what it is",
        "input.error_page": "the file is a page that tells of an error or asks to sign in, and no paper",
        "input.too_complex": "the file is built so that reading it would cost too much",
        "input.failed": "cstrack itself failed on the file",
        "input.unsupported": "the file is of a kind that is known and not read",
        "input.macros": "the file holds macros, which were not run",
        "container.damaged": "a packed file (Word, Excel, ZIP) is not built as such files are",
        "container.too_large": "a packed file would be larger unpacked than the limits allow",
        "container.encrypted": "a packed file is locked by a password",
        "container.nested": "a ZIP file inside a ZIP file is not opened",
        "xml.dtd_forbidden": "a part of an office file defines a document type or entities",
        "xml.encoding": "a part of an office file is no XML in UTF-8 or UTF-16",
        "pdf.damaged": "a PDF is not built as such files are",
        "pdf.encrypted": "a PDF is locked by a password",
        "page.no_text": "a page of a PDF is a picture, or its characters are unknown ones",
        "page.unreadable": "a page of a PDF cannot be read",
        "page.crowded": "a page of a PDF holds more characters than the limit",
        "worker.killed": "the file took longer than the limit, so what read it was ended",
        "worker.died": "what read the file died of it",
        "worker.memory": "the file needed more memory than the limit",
        "text.encoding": "the text is not UTF-8; it was read as another encoding",
        "text.line_too_long": "a line is longer than the limit",
        "loader.none": "no loader recognises the document",
        "loader.ambiguous": "two loaders recognise the document equally well",
        "loader.unavailable": "the plugin that serves this authority failed, so no other may read its paper",
        "loader.failed": "the loader raised an error or broke its promise",
        "plugin.failed": "a plugin could not be used",
        "plugin.bad_return": "a plugin returned something of the wrong kind",
        "paper.authority_unknown": "the paper does not say whose it is",
        "paper.authority_differs": "the paper names another authority than the one given",
        "paper.date_unknown": "the paper carries no date",
        "paper.exempt": "the paper is marked as not for publication",
        "paper.child_level": "the file holds records of single children, so nothing of it was read",
        "paper.masked": "small counts of a file that is not published are shown as c",
        "paper.shortened": "the page shows only the beginning of a text",
        "paper.struck_out": "words that are struck out were left out",
        "paper.not_read": "charts, diagrams or embedded files in the paper were not read",
        "paper.repeated_words": "the same words stand twice in one item; they are read once",
        "table.sheet_unreadable": "a sheet of a workbook could not be read",
        "table.error_value": "a cell holds an error of the spreadsheet program in place of a value",
        "table.no_value": "a cell holds a formula whose value is not stored in the file",
        "table.ragged_row": "a row of a CSV file has more or fewer cells than its head",
        "table.unclosed_quote": "a quotation mark of a CSV file is never closed",
        "table.field_too_long": "a cell of a CSV file is longer than the limit",
        "table.sign_unknown": "nothing says whether a variance above nought is an overspend",
        "table.sign_differs": "the head of a variance and its numbers say different things about its sign",
        "table.hidden": "sheets or rows of a workbook are hidden",
        "table.column_unread": "columns of a table carry heads that are in no vocabulary",
        "profile.invalid": "a profile beside a file says something that cannot be meant",
        "profile.column_missing": "no column carries a head that the profile maps",
        "profile.table_missing": "no row of a sheet holds the heads of a table of the profile",
        "figure.unreadable": "something that looks like a figure could not be read",
        "vocabulary.unknown": "a word is in no vocabulary",
        "table.kept_copy": "a sheet that repeats a later one was left out, as kept from an earlier report",
        "store.undated": "a paper without a date was not kept in the store",
        "store.same_day": "the store holds another paper of the same day, and both count",
        "check.failed": "a check raised an error",
        "exporter.failed": "an exporter raised an error",
    }
)


class Severity(StrEnum):
    """How much a problem matters to the run."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


def _known(_: Problem, __: Attribute[str], code: str) -> None:
    if code not in CODES:
        raise ValueError(f"no problem has the code {code!r}")


@final
@frozen(kw_only=True)
class Problem:
    """Something that could not be read or trusted, with its place.

    Attributes:
        code: a key of :data:`CODES`.
        message: one line for a person: what happened, to what, and what to do.
        severity: an error needs a person, and the run says so in its exit code.
        document: name of the file concerned; empty where none is.
        citation: the place in it, where there is one.
        plugin: name of the plugin concerned, where one is.
    """

    code: str = field(validator=_known)
    message: str
    severity: Severity = Severity.WARNING
    document: str = ""
    citation: Citation | None = None
    plugin: str | None = None


@final
@frozen(kw_only=True)
class Outcome(Generic[T]):
    """A value with the problems met on the way; the value is None where nothing could be made.

    Attributes:
        value: what was made.
        problems: what went wrong, in the order it was met.
    """

    value: T | None
    problems: tuple[Problem, ...] = ()
