"""Which clause stands under which, which heading above it, and which line introduces a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.document.block import Block, BlockKind
from cstrack.document.section import DECIDING, RESOLVING
from cstrack.reading.outline import Outline
from cstrack.reading.wrapping import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.drafts import Draft
    from cstrack.reading.outline import Opened

#: Characters at the end of a block in which it may introduce a list; words of a paragraph that says something itself, and of
#: one that introduces a list without a colon (``DECISIONS: The Cabinet Member``).
_TAIL, _TELLING, _LEADING = 400, 8, 8

_THAT = ("That ", "that ", "THAT ")


@final
@define
class _Nest:
    """What is open while the blocks are made."""

    text: str
    drafts: Sequence[Draft]
    blocks: list[Block] = field(factory=list)
    outline: Outline = field(factory=Outline)
    headings: list[int] = field(factory=list)
    bullets: list[tuple[int, int | None]] = field(factory=list)  # indent and lead of each open list of bullets


def nest(text: str, drafts: Sequence[Draft]) -> list[Block]:
    """Blocks of the drafts, with path, level, heading and lead.

    Args:
        text: the whole text.
        drafts: in order, headings judged.

    Returns:
        One block a draft.
    """
    state = _Nest(text, drafts)
    for draft in drafts:
        match draft.kind:
            case BlockKind.HEADING:
                block = _heading(state, draft)
            case BlockKind.CLAUSE:
                block = _clause(state, draft)
            case BlockKind.BULLET:
                block = _bullet(state, draft)
            case _:
                block = _paragraph(state, draft)
        state.blocks.append(block)
    return state.blocks


def _heading(state: _Nest, draft: Draft) -> Block:
    while state.headings and state.blocks[state.headings[-1]].level >= draft.level:
        state.headings.pop()
    above = state.headings[-1] if state.headings else None
    index = len(state.blocks)
    state.headings.append(index)
    state.bullets.clear()
    path = state.outline.head(draft.label)
    return _block(state, draft, path=path, level=draft.level, heading=above)


def _clause(state: _Nest, draft: Draft) -> Block:
    assert draft.label is not None
    state.bullets.clear()
    opened = state.outline.place(draft.label, _introduced(state, dotted="." in draft.label.token))
    if opened.lead is None:
        opened.lead = _parent_lead(state, opened, draft)
    return _block(state, draft, path=opened.path, level=len(opened.path), lead=opened.lead)


def _parent_lead(state: _Nest, opened: Opened, draft: Draft) -> int | None:
    """A clause introduces the first clause right behind it that hangs under it, colon or not."""
    above = state.blocks[-1] if state.blocks else None
    if above is None or above.kind is not BlockKind.CLAUSE or not opened.started:
        return None
    deeper = len(opened.path) > len(above.path) and opened.path[: len(above.path)] == above.path
    return len(state.blocks) - 1 if deeper or draft.indent > state.drafts[len(state.blocks) - 1].indent + 1 else None


def _bullet(state: _Nest, draft: Draft) -> Block:
    while state.bullets and state.bullets[-1][0] > draft.indent + 1:
        state.bullets.pop()
    if not state.bullets or state.bullets[-1][0] + 1 < draft.indent:
        lead = _introduced(state)
        above = state.drafts[len(state.blocks) - 1] if state.blocks else None
        if lead is None and above is not None and above.marker and draft.indent > above.indent + 1:
            lead = len(state.blocks) - 1
        state.bullets.append((draft.indent, lead))
    return _block(state, draft, path=state.outline.path(), level=len(state.bullets), lead=state.bullets[-1][1])


def _paragraph(state: _Nest, draft: Draft) -> Block:
    state.bullets.clear()
    lead = _resolved(state, draft)
    state.outline.interrupt()
    if draft.kind is BlockKind.CELL or draft.valued or not _tells(state.text, draft):
        path = state.outline.headed()
    else:
        path = state.outline.path(prose=True)
    return _block(state, draft, path=path, level=0, lead=lead)


def _tells(text: str, draft: Draft) -> bool:
    """Whether a paragraph speaks on under its clause: a signature or a lone title does not."""
    last = draft.pieces[-1]
    words = draft.words(text) if len(draft.pieces[0]) < _TAIL else ""
    return not words or ends_sentence(text, last.start, last.end) or len(words.split()) >= _TELLING or _resolves(words)


def _resolved(state: _Nest, draft: Draft) -> int | None:
    """The ``RESOLVED:`` above a paragraph that says, without a number, what was resolved."""
    if not state.blocks or not draft.prose:
        return None
    above = state.blocks[-1]
    if above.kind is BlockKind.PARAGRAPH and above.lead is None and _resolves(_tail(state, above)):
        return _introduced(state)
    begins = state.text.startswith(_THAT, draft.pieces[0].start)
    return above.lead if begins and above.kind is BlockKind.PARAGRAPH else None


def _introduced(state: _Nest, *, dotted: bool = False) -> int | None:
    """The block right above, if it introduces a list; a heading introduces no paragraphs numbered ``4.3``."""
    if not state.blocks or (dotted and state.blocks[-1].kind is BlockKind.HEADING):
        return None
    above = state.blocks[-1]
    words = _tail(state, above)
    if words.endswith((":", ":-", ": -", ":–", ":—")):
        return len(state.blocks) - 1
    if above.kind is BlockKind.HEADING:
        return len(state.blocks) - 1 if DECIDING.fullmatch(words) else None
    if above.kind is BlockKind.PARAGRAPH and len(above.span) < _TAIL and _resolves(words):
        return len(state.blocks) - 1
    return None


def _tail(state: _Nest, block: Block) -> str:
    last = block.pieces[-1]
    return " ".join(state.text[max(last.start, last.end - _TAIL) : last.end].replace("*", "").split())


def _resolves(words: str) -> bool:
    """Whether words are a lead-in such as ``RESOLVED: That``, and not a whole resolution."""
    return RESOLVING.match(words) is not None and words[-1:] not in {".", ";"} and len(words.split()) <= _LEADING


def _block(
    state: _Nest,
    draft: Draft,
    *,
    path: tuple[str, ...],
    level: int,
    heading: int | None = None,
    lead: int | None = None,
) -> Block:
    under = state.headings[-1] if state.headings else None
    return Block(
        kind=draft.kind,
        pieces=tuple(draft.pieces),
        marker=draft.marker,
        label=draft.label.printed if draft.label else draft.bullet,
        path=path,
        level=level,
        heading=heading if draft.kind is BlockKind.HEADING else under,
        lead=lead,
        page=draft.page or None,
    )
