"""The reader of PDF papers: what is printed on their pages becomes the text that the paper was written as."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from attrs import evolve

from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.composing import compose
from cstrack.reading.encoding import binary_kind
from cstrack.reading.prose import LONGEST_LINE, MOST_CHARACTERS
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.document.document import Document
    from cstrack.reading.pdf_page import Page
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "pdf 1"

MEDIA_TYPE = "application/pdf"

#: Most pages of a paper, and most characters of one of its pages.
MOST_PAGES, MOST_ON_PAGE = 5_000, 200_000

#: Where in a file its first words must stand, and how much of it is looked at for its end.
_HEAD = 1024

#: Share of a page's characters that must be known ones for it to have a text.
_KNOWN = 0.5

#: How many pages a problem names.
_NAMED = 12

_BEGIN = pattern("reading.pdf.begin", r"%PDF-[0-9]\.[0-9]")

#: PDFium knows one document at a time.
_ONE = Lock()


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is a PDF; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person, what its bytes say first. Bytes before the first words do not hide them, as some servers send.
    """
    named = ("named .pdf",) if name.lower().endswith(".pdf") else ()
    if is_pdf(head):
        return ("it begins as a PDF does", *named)
    return named if not head or binary_kind(head) is not None else ()


def is_pdf(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a PDF, whatever its name is."""
    return _BEGIN.search(head[:_HEAD].decode("latin-1")) is not None


def read_pdf(
    source: Source,
    content: bytes,
    *,
    characters: int = MOST_CHARACTERS,
    line: int = LONGEST_LINE,
    pages: int = MOST_PAGES,
    on_page: int = MOST_ON_PAGE,
) -> Outcome[Document]:
    """The document of a PDF.

    Args:
        source: the file; its media type and reader are filled in.
        content: its bytes.
        characters: most characters of the reading text.
        line: most characters of a line of it.
        pages: most pages.
        on_page: most characters of a page; one with more is a drawing, and is left out with a problem.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    if not content:
        return _stopped(source, "input.empty", "holds no bytes: give the file again as it was published")
    if not is_pdf(content[:_HEAD]):
        return _stopped(source, "pdf.damaged", "does not begin as a PDF does: get it again")
    try:
        import pypdfium2
    except ImportError:
        told = 'is a PDF, which needs an optional part: python -m pip install "cstrack[pdf]"'
        return _stopped(source, "input.missing_extra", told)
    known = evolve(source, media_type=MEDIA_TYPE)
    with _ONE:
        try:
            opened = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            return _not_opened(known, str(error))
        try:
            return _read(known, opened, characters=characters, line=line, pages=pages, on_page=on_page)
        finally:
            opened.close()


def _read(source: Source, opened: Any, *, characters: int, line: int, pages: int, on_page: int) -> Outcome[Document]:
    from cstrack.reading.pdf_flow import passages_of

    count = len(opened)
    if count == 0:
        return _stopped(source, "input.empty", "has no pages: give the file again as it was published")
    if count > pages:
        return _stopped(source, "input.too_large", f"has {count} pages, more than {pages}: divide it")
    read, problems = _pages(source, opened, count, characters, on_page)
    if sum(len(one.text) for page in read for one in page.fragments) > characters:
        return _stopped(source, "input.too_large", f"has more than {characters} characters: divide it")
    if not any(page.fragments or page.tables for page in read):
        whole = tuple(evolve(problem, severity=Severity.ERROR) for problem in problems)
        return Outcome(value=None, problems=whole) if whole else _stopped(source, "input.empty", "holds no words")
    outcome = compose(source, passages_of(read), reader=READER, characters=characters, line=line)
    return evolve(outcome, problems=(*problems, *outcome.problems))


def _pages(
    source: Source, opened: Any, count: int, characters: int, on_page: int
) -> tuple[list[Page], tuple[Problem, ...]]:
    """The pages that can be read, and a problem for each way in which others cannot."""
    import pypdfium2

    from cstrack.reading.pdf_pages import CrowdedPage, page_of

    read: list[Page] = []
    missing: dict[str, list[int]] = {"page.no_text": [], "page.unreadable": [], "page.crowded": []}
    length = 0
    for at in range(count):
        try:
            page = page_of(opened, at, on_page)
        except pypdfium2.PdfiumError:
            missing["page.unreadable"].append(at + 1)
            continue
        except CrowdedPage:
            missing["page.crowded"].append(at + 1)
            continue
        if page.pictured:
            missing["page.no_text"].append(page.number)
        read.append(page)
        length += sum(len(one.text) for one in page.fragments)
        if length > characters:
            break
    told = {
        "page.no_text": "no text layer on {}: what is printed there is a picture and was not read",
        "page.unreadable": "{} cannot be read: get the file again",
        "page.crowded": "{} holds more characters than a paper prints on one, and was left out",
    }
    return read, tuple(
        Problem(code=code, message=f"{source.name}: {told[code].format(_named(numbers))}", document=source.name)
        for code, numbers in missing.items()
        if numbers
    )


def _named(numbers: Sequence[int]) -> str:
    """Page 3; pages 3 and 5 to 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    words = [f"{run[0]} to {run[-1]}" if len(run) > 1 and run[0] < run[-1] else str(run[0]) for run in runs]
    shown = words[:_NAMED] + ([f"{len(words) - _NAMED} more"] if len(words) > _NAMED else [])
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"


def _not_opened(source: Source, said: str) -> Outcome[Document]:
    """What PDFium says of a file that it does not open."""
    if "assword" in said or "ecurity" in said:
        return _stopped(source, "pdf.encrypted", "needs a password: ask for a file without one")
    return _stopped(source, "pdf.damaged", f"cannot be opened ({said.rstrip('. ')}): get it again")


def _stopped(source: Source, code: str, what: str) -> Outcome[Document]:
    problem = Problem(code=code, message=f"{source.name} {what}", severity=Severity.ERROR, document=source.name)
    return Outcome(value=None, problems=(problem,))
