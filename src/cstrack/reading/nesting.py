"""Which clause stands under which, which heading above it, and which line introduces a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import define, field

from cstrack.document.block import Block, BlockKind
from cstrack.reading.headings import RESOLVING
from cstrack.reading.labels import Numbering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.reading.drafts import Draft
    from cstrack.reading.labels import Label

#: How many labels a list may leave out and still be one list: extracts skip some.
_MISSING = 4

_LISTS = frozenset({Numbering.BRACKET, Numbering.ROMAN_UPPER, Numbering.ROMAN_LOWER, Numbering.LETTER_LOWER, Numbering.LETTER_UPPER})


@final
@define
class _Open:
    """A clause that further labels may follow or hang under."""

    numbering: Numbering
    value: int
    path: tuple[str, ...]
    lead: int | None
    index: int
    interrupted: bool = False


@final
@define
class _Nest:
    text: str
    blocks: list[Block] = field(factory=list)
    clauses: list[_Open] = field(factory=list)
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
    state = _Nest(text)
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
    path: tuple[str, ...] = ()
    state.clauses = []
    if draft.label is not None and draft.label.readings:
        numbering, value = draft.label.readings[0]
        path = _dotted_path(draft.label.token) if numbering is Numbering.DOTTED else (draft.label.token,)
        state.clauses = [_Open(numbering, value, path, None, index)]
    return _block(draft, path=path, level=draft.level, heading=above)


def _clause(state: _Nest, draft: Draft) -> Block:
    assert draft.label is not None
    state.bullets.clear()
    opened = _place(state, draft.label, len(state.blocks))
    state.clauses.append(opened)
    return _block(draft, path=opened.path, level=len(opened.path), heading=_under(state), lead=opened.lead)


def _place(state: _Nest, label: Label, index: int) -> _Open:
    """Where a label belongs: beside one of its own numbering that it follows, else under what stands above it."""
    introduced = _introduced(state)
    for depth in range(len(state.clauses) - 1, -1, -1):
        sibling = state.clauses[depth]
        for numbering, value in label.readings:
            if numbering is sibling.numbering and _follows(sibling, label, value, introduced, top=depth == len(state.clauses) - 1):
                del state.clauses[depth:]
                path = _dotted_path(label.token) if numbering is Numbering.DOTTED else (*sibling.path[:-1], label.token)
                return _Open(numbering, value, path, sibling.lead, index)
    numbering, value = label.readings[0] if label.readings else (Numbering.LETTER_UPPER, 1)
    if numbering is Numbering.DOTTED:
        return _dotted(state, label, value, index, introduced)
    while state.clauses and state.clauses[-1].interrupted and (state.clauses[-1].numbering in _LISTS or introduced is not None):
        state.clauses.pop()
    parent = state.clauses[-1] if state.clauses else None
    if introduced is None and parent is not None and not parent.interrupted and state.blocks[-1].kind is BlockKind.CLAUSE:
        introduced = parent.index
    return _Open(numbering, value, (*(parent.path if parent else ()), label.token), introduced, index)


def _follows(sibling: _Open, label: Label, value: int, introduced: int | None, *, top: bool) -> bool:
    if sibling.numbering is Numbering.DOTTED:
        return sibling.path[-1].split(".")[:-1] == label.token.split(".")[:-1]
    if introduced is not None and value == 1 and introduced != sibling.lead:
        return False
    return sibling.value < value <= sibling.value + 1 + _MISSING or (top and value == sibling.value == 1 and not sibling.interrupted)


def _dotted(state: _Nest, label: Label, value: int, index: int, introduced: int | None) -> _Open:
    path = _dotted_path(label.token)
    while state.clauses and state.clauses[-1].path != path[: len(state.clauses[-1].path)]:
        state.clauses.pop()
    parent = state.clauses[-1] if state.clauses else None
    if introduced is None and parent is not None and state.blocks[parent.index].kind is BlockKind.CLAUSE:
        introduced = parent.index
    return _Open(Numbering.DOTTED, value, path, introduced, index)


def _dotted_path(token: str) -> tuple[str, ...]:
    parts = token.split(".")
    return tuple(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def _bullet(state: _Nest, draft: Draft) -> Block:
    while state.bullets and state.bullets[-1][0] > draft.indent + 1:
        state.bullets.pop()
    if not state.bullets or state.bullets[-1][0] + 1 < draft.indent:
        state.bullets.append((draft.indent, _introduced(state)))
    path = state.clauses[-1].path if state.clauses else ()
    return _block(draft, path=path, level=len(state.bullets), heading=_under(state), lead=state.bullets[-1][1])


def _paragraph(state: _Nest, draft: Draft) -> Block:
    state.bullets.clear()
    for clause in state.clauses:
        clause.interrupted = True
    kept = [clause for clause in state.clauses if clause.numbering not in _LISTS]
    return _block(draft, path=kept[-1].path if kept else (), level=0, heading=_under(state))


def _introduced(state: _Nest) -> int | None:
    """The block right above, if it introduces a list."""
    if not state.blocks:
        return None
    above = state.blocks[-1]
    last = above.pieces[-1]
    words = " ".join(state.text[max(last.start, last.end - 400) : last.end].replace("*", "").split())
    if words.endswith((":", ":-", ": -", ":–")):
        return len(state.blocks) - 1
    if RESOLVING.match(words) and (above.kind is BlockKind.PARAGRAPH) and not words.endswith((".", ";")):
        return len(state.blocks) - 1
    return None


def _under(state: _Nest) -> int | None:
    return state.headings[-1] if state.headings else None


def _block(
    draft: Draft, *, path: tuple[str, ...], level: int, heading: int | None, lead: int | None = None
) -> Block:
    return Block(
        kind=draft.kind,
        pieces=tuple(draft.pieces),
        marker=draft.marker,
        label=draft.label.printed if draft.label else draft.bullet,
        path=path,
        level=level,
        heading=heading,
        lead=lead,
    )
