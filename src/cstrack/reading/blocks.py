"""From a text to its blocks: lines, drafts, breaks joined, headings judged, clauses nested."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.drafts import gather
from cstrack.reading.headings import judge_headings
from cstrack.reading.joining import join_broken
from cstrack.reading.lines import split_lines
from cstrack.reading.nesting import nest

if TYPE_CHECKING:
    from cstrack.document.block import Block
    from cstrack.document.grid import Grid
    from cstrack.sources.span import Span


@final
@frozen(kw_only=True)
class Layout:
    """How a text is built.

    Attributes:
        blocks: in reading order.
        grids: its tables.
        furniture: stretches that belong to no block.
    """

    blocks: tuple[Block, ...]
    grids: tuple[Grid, ...] = ()
    furniture: tuple[Span, ...] = ()


def lay_out(text: str) -> Layout:
    """The blocks of a text, in time that grows with its length only.

    Args:
        text: the decoded file, untouched.

    Returns:
        Blocks, tables and furniture; together they hold every printed character once.
    """
    gathering = gather(text, tuple(split_lines(text)))
    drafts = join_broken(text, gathering.drafts)
    judge_headings(text, drafts)
    return Layout(blocks=tuple(nest(text, drafts)), furniture=tuple(gathering.furniture))
