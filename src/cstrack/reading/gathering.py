"""Lines gathered into drafts of blocks: what stands together, before headings and nesting are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.document.block import BlockKind
from cstrack.reading.continuing import is_words, joins
from cstrack.reading.drafts import Draft, draft_line
from cstrack.reading.finding import find_tables
from cstrack.reading.furniture import furniture
from cstrack.reading.lines import BLANKS
from cstrack.reading.markdown_lines import fenced, setext_level, unquoted
from cstrack.reading.wrapping import Wrapping, ends_sentence
from cstrack.sources.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line
    from cstrack.reading.tables import Table


@final
@define
class Gathering:
    """What came of the lines.

    Attributes:
        drafts: in order.
        furniture: rules, page numbers and other stretches that belong to no block, in no order.
        tables: each with the index of the draft of its first cell.
    """

    drafts: list[Draft] = field(factory=list)
    furniture: list[Span] = field(factory=list)
    tables: list[tuple[Table, int]] = field(factory=list)


def gather(text: str, lines: Sequence[Line], *, markdown: bool) -> Gathering:
    """Gather lines into drafts.

    Args:
        text: the whole text.
        lines: its lines.
        markdown: whether fences and quotation marks of Markdown count.

    Returns:
        Drafts and furniture, which share no character and leave none out but blanks.
    """
    gathering = Gathering()
    if markdown:
        lines, quotes = unquoted(text, lines)
        gathering.furniture.extend(quotes)
    codes = fenced(text, lines) if markdown else {}
    tables = find_tables(text, lines, codes)
    left_out = furniture(text, lines)
    wrapping = Wrapping.of(text, lines, soft=markdown)
    at, gap, above = 0, 0, None
    while at < len(lines):
        line = lines[at]
        if at in tables:
            _add_table(gathering, tables[at], gap, line.page)
            at, gap, above = tables[at].last + 1, 0, None
            continue
        if line.blank or at in left_out or codes.get(at) == "fence":
            _add_mark(text, gathering, line, above)
            gap, above = gap + 1, None
        else:
            _add_line(text, gathering, line, above, gap, wrapping, code=at in codes)
            gap, above = 0, line
        at += 1
    return gathering


def _add_table(gathering: Gathering, table: Table, gap: int, page: int) -> None:
    gathering.tables.append((table, len(gathering.drafts)))
    gathering.furniture.extend(table.frame)
    for number, row in enumerate(table.rows):
        for at in range(len(row)):
            pieces = [*table.pieces(number, at)]
            if pieces:
                gathering.drafts.append(Draft(kind=BlockKind.CELL, pieces=pieces, gap=gap, page=page, settled=True))


def _add_mark(text: str, gathering: Gathering, line: Line, above: Line | None) -> None:
    """Keep a line of furniture; a rule right below a short line makes that line a heading."""
    if line.blank:
        return
    gathering.furniture.append(Span(line.start, line.end))
    level = setext_level(text, line)
    if above is None or not level or not gathering.drafts:
        return
    draft = gathering.drafts[-1]
    if (
        draft.prose
        and not draft.valued
        and draft.pieces == [Span(above.start, above.end)]
        and not ends_sentence(text, above.start, above.end)
    ):
        draft.kind, draft.level = BlockKind.HEADING, level


def _add_line(
    text: str, gathering: Gathering, line: Line, above: Line | None, gap: int, wrapping: Wrapping, *, code: bool
) -> None:
    if code:
        whole = [Span(line.start, line.end)]
        draft = Draft(kind=BlockKind.PARAGRAPH, pieces=whole, gap=gap, page=line.page, settled=True)
    else:
        draft, left_over = draft_line(text, line, gap)
        draft.settled = line.cut
        gathering.furniture.extend(left_over)
    if above is not None and gathering.drafts and not draft.settled:
        before = gathering.drafts[-1]
        if is_words(text, before, above, draft, wrapping):
            draft.unmark()
        if joins(text, before, above, line, draft, wrapping):
            _extend(text, before, draft)
            return
    gathering.drafts.append(draft)


def _extend(text: str, before: Draft, draft: Draft) -> None:
    """Add a line to a draft; where something else stands between the two, as a piece of its own."""
    last, added = before.pieces[-1], draft.pieces[0]
    if text[last.end : added.start].strip(BLANKS):
        before.pieces.append(added)
    else:
        before.pieces[-1] = Span(last.start, added.end)
    before.width = draft.width
