"""From a text to its blocks: lines, drafts, breaks joined, headings judged, clauses nested."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.gathering import Gathering, gather
from cstrack.reading.headings import judge_headings
from cstrack.reading.joining import join_broken
from cstrack.reading.lines import split_lines
from cstrack.reading.nesting import nest
from cstrack.reading.sequence import settle_labels
from cstrack.sources.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.document.block import Block
    from cstrack.document.grid import Grid
    from cstrack.reading.lines import Line


@final
@frozen(kw_only=True)
class Layout:
    """How a text is built.

    Attributes:
        blocks: in reading order.
        grids: its tables.
        furniture: stretches that belong to no block, in order.
        cut: lines that are longer than the limit and were read in parts.
    """

    blocks: tuple[Block, ...]
    grids: tuple[Grid, ...]
    furniture: tuple[Span, ...]
    cut: tuple[Span, ...]


def lay_out(text: str, *, longest: int, markdown: bool = False) -> Layout:
    """The blocks of a text, in time that grows with its length only.

    Args:
        text: the decoded file, untouched.
        longest: characters that a line may have.
        markdown: whether fences and quotation marks of Markdown count.

    Returns:
        Blocks, tables and furniture; together they hold every printed character once.
    """
    lines = tuple(split_lines(text, longest))
    gathering = gather(text, lines, markdown=markdown)
    settle_labels(text, gathering.drafts)
    firsts = tuple(gathering.drafts[at] if at < len(gathering.drafts) else None for _, at in gathering.tables)
    drafts = join_broken(text, gathering.drafts, gathering.furniture)
    judge_headings(text, drafts)
    blocks = nest(text, drafts)
    places = {id(draft): at for at, draft in enumerate(drafts)}
    headings = [blocks[places[id(first)]].heading if first is not None else None for first in firsts]
    return Layout(
        blocks=tuple(blocks),
        grids=tuple(_grids(text, gathering, headings)),
        furniture=tuple(sorted(gathering.furniture)),
        cut=tuple(_cut(lines)),
    )


def _grids(text: str, gathering: Gathering, headings: Sequence[int | None]) -> Iterator[Grid]:
    for number, ((table, _), heading) in enumerate(zip(gathering.tables, headings, strict=True), start=1):
        yield table.grid(text, number, heading)


def _cut(lines: Sequence[Line]) -> Iterator[Span]:
    """Each overlong line from its first part to its last."""
    first: Line | None = None
    for before, line in pairwise(lines):
        if line.cut and not before.cut:
            first = before
        if before.cut and not line.cut and first is not None:
            yield Span(first.start, before.end)
    if first is not None and lines[-1].cut:
        yield Span(first.start, lines[-1].end)
