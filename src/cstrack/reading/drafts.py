"""Lines gathered into drafts of blocks: what stands together, before headings and nesting are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.document.block import BlockKind
from cstrack.reading.labels import Label, Marking, Numbering, marking_at
from cstrack.reading.wrapping import continues, wrap_width
from cstrack.sources.span import Span
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.lines import Line

_RULE = pattern("reading.drafts.rule", r"(?:-[ ]?){3,200}+|(?:\*[ ]?){3,200}+|(?:_[ ]?){3,200}+|={3,200}+")
_PAGE = pattern(
    "reading.drafts.page", r"[-–]?\s{0,3}(?:Page|page|PAGE)\s{1,3}[0-9]{1,4}(?:\s{1,3}of\s{1,3}[0-9]{1,4})?\s{0,3}[-–]?"
)
_FOLIO = pattern("reading.drafts.folio", r"[-–]\s{0,3}[0-9]{1,4}\s{0,3}[-–]|[0-9]{1,4}")
_HASHES = pattern("reading.drafts.hashes", r"[#]{1,6}(?=\s)\s{1,20}+")
_QUESTION = pattern("reading.drafts.question", r"[QA](?:\s{2,40}+|\t\s{0,40}+|[:.]\s{1,40}+)(?=\S)")
LABELLED = pattern("reading.drafts.labelled", r"[A-Z][\w.'’/&() -]{0,60}?:(?:\s{1,40}+\S|\s{0,40}+\Z)|[^\t]{2,80}\t\s{0,40}+\S")


@final
@define(kw_only=True)
class Draft:
    """A block in the making.

    Attributes:
        kind: what it is, as far as is known.
        pieces: stretches of text, in order.
        marker: the stretch before its words: bullet, label, hashes.
        bullet: the bullet as printed.
        label: the clause label.
        indent: columns before it.
        gap: blank lines before it.
        level: depth of a hash heading; 0 otherwise.
        values: whether its line is a label with a value, ``Decision Maker: Cabinet``.
        width: column its last line ends in.
    """

    kind: BlockKind
    pieces: list[Span]
    marker: Span | None = None
    bullet: str | None = None
    label: Label | None = None
    indent: int = 0
    gap: int = 0
    level: int = 0
    values: bool = False
    width: int = 0

    @property
    def start(self) -> int:
        """Its first character, the marker's included."""
        return self.marker.start if self.marker else self.pieces[0].start

    def words(self, text: str) -> str:
        """Its text as it stands, lines and pieces joined by one blank, emphasis left out."""
        joined = " ".join(text[piece.start : piece.end] for piece in self.pieces)
        return " ".join(joined.replace("**", "").replace("__", "").split())


@final
@define
class Gathering:
    """What came of the lines.

    Attributes:
        drafts: in order.
        furniture: rules, page numbers and other stretches that belong to no block.
    """

    drafts: list[Draft] = field(factory=list)
    furniture: list[Span] = field(factory=list)


def gather(text: str, lines: Sequence[Line]) -> Gathering:
    """Gather lines into drafts.

    Args:
        text: the whole text.
        lines: its lines.

    Returns:
        Drafts and furniture, which share no character and leave none out but blanks.
    """
    gathering = Gathering()
    width = wrap_width(text, lines)
    gap, previous = 0, None
    for at, line in enumerate(lines):
        if line.blank:
            gap += 1
            previous = None
            continue
        if _is_furniture(text, line, feed_near(lines, at)):
            gathering.furniture.append(Span(line.start, line.end))
            continue
        draft = _draft(text, line, gap)
        if previous is not None and _joins(text, gathering.drafts[-1], previous, line, draft, width):
            _extend(gathering.drafts[-1], line)
        else:
            gathering.drafts.append(draft)
        gap, previous = 0, line
    return gathering


def feed_near(lines: Sequence[Line], at: int) -> bool:
    """Whether a form feed stands before this line or after it, blank lines aside."""
    after = at + 1
    while after < len(lines) and lines[after].blank and not lines[after].feed:
        after += 1
    before = at
    while before > 0 and not lines[before].feed and lines[before - 1].blank:
        before -= 1
    return lines[before].feed or (after < len(lines) and lines[after].feed)


def _is_furniture(text: str, line: Line, feed: bool) -> bool:
    if line.end - line.start > 200:
        return False
    if _RULE.fullmatch(text, line.start, line.end) or _PAGE.fullmatch(text, line.start, line.end):
        return True
    return feed and _FOLIO.fullmatch(text, line.start, line.end) is not None


def _draft(text: str, line: Line, gap: int) -> Draft:
    whole = Span(line.start, line.end)
    hashes = _HASHES.match(text, line.start, line.end)
    if hashes and hashes.end() < line.end:
        level = text[line.start : hashes.end()].count("#")
        start, label = hashes.end(), None
        marking = marking_at(text, start, line.end)
        if marking and marking.label and not marking.bullet and marking.end < line.end:
            start, label = marking.end, marking.label
        return Draft(
            kind=BlockKind.HEADING, pieces=[Span(start, line.end)], marker=Span(line.start, start), label=label, gap=gap, level=level
        )
    marking = marking_at(text, line.start, line.end)
    if marking is not None and marking.end < line.end:
        return _marked(line, marking, gap)
    question = _QUESTION.match(text, line.start, line.end)
    if question:
        printed = text[line.start]
        label = Label(printed=printed, token=printed, readings=())
        return Draft(
            kind=BlockKind.PARAGRAPH,
            pieces=[Span(question.end(), line.end)],
            marker=Span(line.start, question.end()),
            label=label,
            indent=line.indent,
            gap=gap,
            width=line.width,
        )
    values = LABELLED.match(text, line.start, line.end) is not None
    return Draft(kind=BlockKind.PARAGRAPH, pieces=[whole], indent=line.indent, gap=gap, values=values, width=line.width)


def _marked(line: Line, marking: Marking, gap: int) -> Draft:
    return Draft(
        kind=BlockKind.CLAUSE if marking.label else BlockKind.BULLET,
        pieces=[Span(marking.end, line.end)],
        marker=Span(line.start, marking.end),
        bullet=marking.bullet,
        label=marking.label,
        indent=line.indent,
        gap=gap,
        width=line.width,
    )


def _joins(text: str, before: Draft, previous: Line, line: Line, draft: Draft, width: int) -> bool:
    if draft.kind is not BlockKind.PARAGRAPH or draft.label or before.kind is BlockKind.HEADING:
        return False
    if draft.values or (before.values and before.kind is BlockKind.PARAGRAPH and not text[line.start].islower()):
        return False
    if before.marker is not None and line.indent > before.indent:
        return True
    return continues(text, previous, line, width)


def _extend(draft: Draft, line: Line) -> None:
    last = draft.pieces.pop()
    draft.pieces.append(Span(last.start, line.end))
    draft.width = line.width


__all__ = ["Draft", "Gathering", "Numbering", "gather"]
