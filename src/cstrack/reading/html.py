"""The reader of web pages, ModernGov's above all: what it prints of a meeting becomes the text that a paper would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.composing import Passage, compose
from cstrack.reading.encoding import binary_kind
from cstrack.reading.html_bounds import excess
from cstrack.reading.html_encoding import decode_page
from cstrack.reading.html_errors import error_told
from cstrack.reading.html_repeats import without_repeats
from cstrack.reading.prose import LONGEST_LINE, MOST_CHARACTERS
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document
    from cstrack.reading.html_flow import Flow
    from cstrack.reading.html_page import Page
    from cstrack.sources.source import Source

#: Id and version of this reader, as the Source records it.
READER = "html 1"

MEDIA_TYPE = "text/html"

#: File names of web pages.
SUFFIXES = (".html", ".htm", ".xhtml", ".aspx")

_PAGE = pattern(
    "reading.html.page",
    r"""(?ix) \A \s*+ (?: <\?xml [^>]{0,200}+ > \s*+ )? (?: <!-- (?: [^-]++ | -(?!->) )*+ --> \s*+ ){0,9}+
    (?: <!doctype \s{1,9}+ html\b | <html[\s>] | <head[\s>] | <body[\s>] )""",
)
_MARKUP = pattern(
    "reading.html.markup", r"(?i)<(?:div|p|table|h[1-6]|ul|ol|span|title|meta|section|article)(?=[\s>])[^<>]{0,400}+>"
)

#: How much of a passage a note shows, and how many places it names.
_SHOWN, _NAMED = 60, 8

#: Endings of names that say a file is something else.
_OTHERS = frozenset(
    {
        "pdf", "doc", "docx", "txt", "text", "md", "markdown", "rtf", "odt", "xls", "xlsx", "ods", "csv", "tsv",
        "zip",
    }
)  # fmt: skip


def looks_like(head: bytes, name: str) -> tuple[str, ...]:
    """Why a file is a web page; empty where it is not.

    Args:
        head: its first bytes.
        name: its file name.

    Returns:
        Reasons for a person, what its bytes say first: a page stays one under any name. See :func:`begins_as_page`.
    """
    lower = name.lower()
    named = (f"named {lower[lower.rindex('.') :]}",) if lower.endswith(SUFFIXES) else ()
    if begins_as_page(head):
        return ("it begins as a web page does", *named)
    if not named or (head and binary_kind(head) is not None):
        return ()
    return ("it holds tags of a web page", *named) if _MARKUP.search(_sniffed(head)) else named


def begins_as_page(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a web page, whatever its name is."""
    return _PAGE.match(_sniffed(head)) is not None


def _sniffed(head: bytes) -> str:
    """The first bytes as letters, as far as markup needs them."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "latin-1")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, errors="replace")
    return head.decode("latin-1")


def read_html(
    source: Source, content: bytes, *, characters: int = MOST_CHARACTERS, line: int = LONGEST_LINE
) -> Outcome[Document]:
    """The document of a web page.

    Args:
        source: the file; its encoding, media type and reader are filled in.
        content: its bytes.
        characters: most characters of the reading text.
        line: most characters of a line of it.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    if not content:
        return _stopped(source, "input.empty", "holds no bytes: give the file again as it was published")
    decoded = decode_page(content, source.name)
    if decoded.value is None:
        return Outcome(value=None, problems=decoded.problems)
    try:
        import selectolax  # noqa: F401
    except ImportError:
        told = 'is a web page, which needs an optional part: python -m pip install "cstrack[html]"'
        return _stopped(source, "input.missing_extra", told)
    too_much = excess(decoded.value.text)
    if too_much is not None:
        return _stopped(source, "input.too_complex", f"{too_much}: save the page anew, or as text")
    known = evolve(source, encoding=decoded.value.encoding, media_type=MEDIA_TYPE)
    outcome = _read(known, decoded.value.text, characters=characters, line=line)
    return evolve(outcome, problems=(*decoded.problems, *outcome.problems))


def _read(source: Source, text: str, *, characters: int, line: int) -> Outcome[Document]:
    from cstrack.reading.html_flow import Flow
    from cstrack.reading.html_page import open_page

    page = open_page(text)
    if page is None:
        return _stopped(source, "input.empty", "holds no words: give the page again as it was published")
    if len(text) > characters and len(page.main.text()) > characters:
        return _stopped(source, "input.too_large", f"has more than {characters} characters: divide it")
    flow = Flow(page=page)
    flow.walk(page.main)
    error = error_told(page, flow.passages)
    if error is not None:
        return _stopped(source, "input.error_page", f"{error}: get the paper itself from the council's site")
    passages, repeated = without_repeats(flow.passages)
    titled = () if page.headed or not page.title else (Passage(text=page.title, kind=BlockKind.HEADING),)
    if not passages:
        titled = ()
    outcome = compose(source, (*titled, *passages), reader=READER, characters=characters, line=line)
    if outcome.value is None:
        return outcome
    return evolve(outcome, problems=(*outcome.problems, *_noted(source, page, flow, repeated)))


def _noted(source: Source, page: Page, flow: Flow, repeated: tuple[str, ...]) -> Iterator[Problem]:
    """What a reader of the text has to know of the page."""
    name = source.name
    if source.name.lower().rpartition(".")[2] in _OTHERS:
        told = f"{name} is a web page, whatever its name says; it was read as one"
        yield Problem(code="input.misnamed", message=told, severity=Severity.NOTE, document=name)
    if page.cleared.shortened:
        told = (
            f"{name} shows only the beginning of {_listed(page.cleared.shortened)}: save the page behind its link too"
        )
        yield Problem(code="paper.shortened", message=told, document=name)
    if page.cleared.struck:
        told = f"words that {name} prints struck out were left out: {_listed(page.cleared.struck)}"
        yield Problem(code="paper.struck_out", message=told, severity=Severity.NOTE, document=name)
    if repeated:
        told = f"the minutes in {name} repeat the decision of {_listed(repeated)}; it is read once"
        yield Problem(code="paper.repeated_words", message=told, severity=Severity.NOTE, document=name)
    if flow.flattened or flow.filling.ignored:
        what = "elements inside each other" if flow.flattened else "merged cells"
        told = f"{name} has more {what} than can be followed; their words were kept, their order may not be the page's"
        yield Problem(code="input.too_complex", message=told, document=name)


def _listed(places: tuple[str, ...]) -> str:
    shown = [place if len(place) <= _SHOWN else f"{place[:_SHOWN].rstrip()}..." for place in places[:_NAMED]]
    more = len(places) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _stopped(source: Source, code: str, what: str) -> Outcome[Document]:
    problem = Problem(code=code, message=f"{source.name} {what}", severity=Severity.ERROR, document=source.name)
    return Outcome(value=None, problems=(problem,))
