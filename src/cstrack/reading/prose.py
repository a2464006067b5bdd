"""What the readers of plain text and of Markdown share: bytes to a document, and what may stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.document import Document
from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.blocks import Layout, lay_out
from cstrack.reading.encoding import decode
from cstrack.sources.citation import Citation

if TYPE_CHECKING:
    from cstrack.sources.source import Source

#: Most characters of a text, and of a line of it; DESIGN section 2 and the readers' ``Limits`` say the same.
MOST_CHARACTERS, LONGEST_LINE = 20_000_000, 1_000_000

#: How much of an overlong line the problem shows.
_SHOWN = 60


def read_prose(
    source: Source, content: bytes, *, reader: str, markdown: bool, characters: int, line: int
) -> Outcome[Document]:
    """The document of a file of prose.

    Args:
        source: the file; its encoding and reader are filled in.
        content: its bytes.
        reader: id and version of the reader.
        markdown: whether fences and quotation marks of Markdown count.
        characters: most characters of the text.
        line: most characters of a line.

    Returns:
        The document with what is to be noted, or the problem that stopped it.
    """
    if not content:
        return _stopped(source, "input.empty", "holds no bytes: give the file again as it was published")
    decoded = decode(content, source.name)
    if decoded.value is None:
        return Outcome(value=None, problems=decoded.problems)
    text = decoded.value.text
    if len(text) > characters:
        return _stopped(source, "input.too_large", f"has {len(text)} characters, more than {characters}: divide it")
    layout = lay_out(text, longest=line, markdown=markdown)
    if not layout.blocks:
        return _stopped(source, "input.empty", "holds no words: give the file again as it was published")
    known = evolve(source, encoding=decoded.value.encoding, reader=reader)
    document = Document(source=known, text=text, blocks=layout.blocks, grids=layout.grids, furniture=layout.furniture)
    return Outcome(value=document, problems=(*decoded.problems, *long_lines(document, layout, line)))


def _stopped(source: Source, code: str, what: str) -> Outcome[Document]:
    problem = Problem(code=code, message=f"{source.name} {what}", severity=Severity.ERROR, document=source.name)
    return Outcome(value=None, problems=(problem,))


def long_lines(document: Document, layout: Layout, line: int) -> tuple[Problem, ...]:
    """A problem for each line that was read in parts, since it has more than ``line`` characters."""
    return tuple(
        Problem(
            code="text.line_too_long",
            message=(
                f"line {document.line_of(span.start)} of {document.source.name} is longer than {line} characters; "
                "it was read in parts, so a figure at a cut may be missing"
            ),
            document=document.source.name,
            citation=Citation(
                source=document.source,
                span=type(span)(span.start, min(span.end, span.start + _SHOWN)),
                quote=document.text[span.start : min(span.end, span.start + _SHOWN)],
            ),
        )
        for span in layout.cut
    )
