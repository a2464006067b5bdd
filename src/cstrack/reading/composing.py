"""The reading text of formats that have none: HTML, Word and PDF become Markdown, and are laid out as Markdown is.

One layout for all formats is what makes the same paper give the same records from each of them. The text is what citations point
into; ``cstrack text FILE`` prints it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.document.block import Block, BlockKind
from cstrack.document.document import Document
from cstrack.document.place import Place
from cstrack.problems import Outcome, Problem, Severity
from cstrack.reading.blocks import lay_out
from cstrack.reading.prose import long_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cstrack.sources.source import Source

#: Columns that a nested bullet or clause is indented by.
_INDENT = "  "


@final
@frozen(kw_only=True)
class Passage:
    """A heading, clause, bullet or paragraph as a format tells it.

    Attributes:
        text: its words; runs of blanks and line breaks are folded.
        kind: what the format says it is; a typed label at the start of ``text`` is found by the layout.
        level: depth of a heading from 1; nesting of a bullet or clause from 1.
        label: the label that the format numbers by itself ("5.3", "(a)"), as a reader would see it.
        page: page counted from 1, where the format has pages.
        box: left, bottom, right, top on that page, in whole points, where the format tells it.
        continues: whether it is the rest of the passage before it, which a page break cut.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    label: str | None = None
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    continues: bool = False


@final
@frozen(kw_only=True)
class TablePassage:
    """A table as a format tells it.

    Attributes:
        rows: rows x columns of text; ragged rows are filled with empty cells, a merged cell stands in its first place.
        page: page counted from 1 that it begins on, where the format has pages.
        places: for each cell of each row its page and box; ``start`` counts nothing here. Empty where the format has no pages.
    """

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    places: tuple[tuple[Place | None, ...], ...] = ()


def compose(
    source: Source, passages: Iterable[Passage | TablePassage], *, reader: str, characters: int, line: int
) -> Outcome[Document]:
    """The document of passages in reading order.

    Args:
        source: the file; its reader is filled in.
        passages: what the format tells, in reading order.
        reader: id and version of the reader.
        characters: most characters of the reading text.
        line: most characters of a line of it.

    Returns:
        The document, or the problem that stopped it.
    """
    parts: list[str] = []
    places: list[Place] = []
    at = 0
    for passage in passages:
        written = "\n".join(_lines(passage))
        if not written.strip():
            continue
        if parts:
            parts.append(_parting(passage))
            at += len(parts[-1])
        places.extend(_places(passage, at))
        parts.append(written)
        at += len(written)
        if at > characters:
            return _stopped(source, "input.too_large", f"has more than {characters} characters: divide it")
    text = "".join(parts)
    layout = lay_out(text, longest=line, markdown=True)
    if not layout.blocks:
        return _stopped(source, "input.empty", "holds no words: give the file again as it was published")
    document = Document(
        source=evolve(source, reader=reader),
        text=text,
        blocks=tuple(_on_page(block, places) for block in layout.blocks),
        grids=layout.grids,
        furniture=layout.furniture,
        places=tuple(places),
    )
    return Outcome(value=document, problems=long_lines(document, layout, line))


def _lines(passage: Passage | TablePassage) -> Iterator[str]:
    if isinstance(passage, TablePassage):
        width = max((len(row) for row in passage.rows), default=0)
        for number, row in enumerate(passage.rows):
            cells = (*row, *[""] * (width - len(row)))
            yield f"| {' | '.join(_cell(cell) for cell in cells)} |"
            if number == 0:
                yield f"|{' --- |' * width}"
        return
    words = " ".join(passage.text.split())
    if not words:
        return
    apart = (
        "  " if passage.label and passage.label.isdecimal() else " "
    )  # a bare number is a label only where it stands apart
    labelled = f"{passage.label}{apart}{words}" if passage.label else words
    match passage.kind:
        case BlockKind.HEADING:
            yield f"{'#' * min(max(passage.level, 1), 6)} {labelled}"
        case BlockKind.BULLET:
            yield f"{_INDENT * (max(passage.level, 1) - 1)}- {labelled}"
        case BlockKind.CLAUSE:
            yield f"{_INDENT * (max(passage.level, 1) - 1)}{labelled}"
        case _:
            yield labelled


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "¦")


def _parting(passage: Passage | TablePassage) -> str:
    """What stands between a passage and the one before it."""
    return " " if isinstance(passage, Passage) and passage.continues else "\n\n"


def _places(passage: Passage | TablePassage, start: int) -> Iterator[Place]:
    """Where a passage stands, and each cell of a table, given where it begins in the text."""
    if passage.page is None:
        return
    if isinstance(passage, Passage):
        yield Place(start=start, page=passage.page, box=passage.box)
        return
    yield Place(start=start, page=passage.page)
    for number, (line, row) in enumerate(zip(_lines(passage), (passage.rows[0], *passage.rows), strict=True)):
        if number != 1:
            at = start + 2
            known = passage.places[number - (number > 1)] if passage.places else ()
            for cell, place in zip(row, known, strict=False):
                if place is not None and cell.strip():
                    yield evolve(place, start=at)
                at += len(_cell(cell)) + 3
        start += len(line) + 1


def _on_page(block: Block, places: list[Place]) -> Block:
    at = bisect_right(places, block.pieces[0].start, key=lambda place: place.start) - 1
    return evolve(block, page=places[at].page, box=places[at].box) if at >= 0 else block


def _stopped(source: Source, code: str, what: str) -> Outcome[Document]:
    problem = Problem(code=code, message=f"{source.name} {what}", severity=Severity.ERROR, document=source.name)
    return Outcome(value=None, problems=(problem,))
