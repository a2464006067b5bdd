"""A Word file made ready to be walked: its styles, lists and notes read, its body not yet."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.problems import Outcome
from cstrack.reading.container import damaged
from cstrack.reading.docx_flow import Flow
from cstrack.reading.docx_heads import HEAD, headed, running_lines
from cstrack.reading.docx_names import W
from cstrack.reading.docx_numbering import read_numbering
from cstrack.reading.docx_package import blocks_of
from cstrack.reading.docx_styles import read_styles
from cstrack.reading.docx_words import Speaker
from cstrack.reading.inline import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from cstrack.problems import Problem
    from cstrack.reading.composing import Passage, TablePassage
    from cstrack.reading.docx_package import Package

_PAGED = b"lastRenderedPageBreak"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MACROS = "vbaProject"


@final
@frozen(kw_only=True)
class Opened:
    """A Word file ready to be walked.

    Attributes:
        flow: the walk, not begun.
        content: the part that holds its text.
        lines: of its running heads and feet.
        title: of its properties.
        macros: whether it holds macros.
    """

    flow: Flow
    content: bytes
    lines: tuple[str, ...]
    title: str
    macros: bool

    def passages(self) -> Iterator[Passage | TablePassage]:
        """What the document says, in reading order.

        Raises:
            BrokenXmlError: its text is no XML, or cannot be followed.
            TooManyError: it has more paragraphs than are read.
        """
        stream = self._walked()
        yield from headed(tuple(islice(stream, HEAD)), self.lines, self.title)
        yield from stream

    def _walked(self) -> Iterator[Passage | TablePassage]:
        for node in blocks_of(self.content):
            self.flow.block(node)
            yield from self.flow.take()
        self.flow.end()
        yield from self.flow.take()


def open_document(package: Package) -> Outcome[Opened]:
    """Read what the text of a document rests on.

    Args:
        package: the Word file.

    Returns:
        The document, or the problem with any of its parts: without its styles or lists a paper would be read wrongly.
    """
    problems: list[Problem] = []

    def root_of(path: str | None) -> _Element | None:
        outcome = package.parse(path) if path else Outcome(value=None)
        problems.extend(outcome.problems)
        return outcome.value

    def part(kind: str) -> _Element | None:
        return root_of(next(iter(package.parts.get(kind, ())), None))

    styles = read_styles(part("styles"))
    numbering = read_numbering(part("numbering"), styles)
    notes = {**_notes(part("footnotes"), "footnote"), **_notes(part("endnotes"), "endnote")}
    core = root_of(package.core)
    title = None if core is None else core.find(_TITLE)
    lines, content = running_lines(package), package.content(package.main)
    problems.extend((*lines.problems, *content.problems))
    if problems or content.value is None:
        missing = damaged(package.name, f"{package.main}, its text, is missing")
        return Outcome(value=None, problems=tuple(problems) or (missing,))
    speaker = Speaker(styles=styles, page=1 if _PAGED in content.value else None)
    opened = Opened(
        flow=Flow(styles=styles, numbering=numbering, notes=notes, speaker=speaker),
        content=content.value,
        lines=lines.value or (),
        title="" if title is None else folded(title.text or ""),
        macros=_MACROS in package.parts,
    )
    return Outcome(value=opened)


def _notes(root: _Element | None, kind: str) -> dict[tuple[str, str], _Element]:
    """The notes by kind and id; the lines that part them from the text are none."""
    nodes = () if root is None else root.iterchildren(f"{W}{kind}")
    return {(kind, node.get(f"{W}id") or ""): node for node in nodes if node.get(f"{W}type") in {None, "normal"}}
