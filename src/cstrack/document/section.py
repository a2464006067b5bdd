"""What a reader would call the place where a block stands: ``5.3``, ``4.3 II``, ``RESOLVED (2)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.document.text import plain
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.document.block import Block

#: The words with which a body decides or is asked to, where they introduce what follows.
RESOLVING = pattern(
    "document.section.resolving",
    r"""
    (?: [A-Z] [\w'’-]{0,20}+ \s (?: [\w'’-]{1,20}+ \s ){0,6}? )?
    (?: (?P<verb> RESOLVED? | Resolved? | resolved? | AGREED | Agreed | agreed | RECOMMENDED | Recommended | recommended
      | ORDERED | DECIDED | Decided | decided )
        (?: \ \( [^()]{1,60} \) )? (?= \s{0,3} (?: \Z | [:\-–] | (?i:that|to)\b ) )
      | (?P<noun> DECISIONS? | Decisions? | RECOMMENDATIONS? | Recommendations? ) (?= \s? : \s{1,40} \S ) )
    """,
)

#: A heading under which stands what is decided or asked for.
DECIDING = pattern(
    "document.section.deciding",
    r"(?i: decisions? | recommendations? | recommendation\(s\) | resolutions? | resolved | agreed ) \ ? :?",
)

_LEADING = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})

#: How far the lists above a block are followed, and the longest name a heading gives.
_DEEPEST, _LONGEST = 8, 80


def section_of(text: str, blocks: Sequence[Block], block: Block) -> str | None:
    """What a reader would call the place: the resolution, the clause, else the nearest heading.

    Args:
        text: the text of the paper.
        blocks: all its blocks.
        block: the one whose place is asked for.

    Returns:
        None above the first heading, outside every clause.
    """
    resolution = _resolution(text, blocks, block)
    if resolution is not None:
        return resolution
    if block.kind is BlockKind.HEADING:
        return block.path[-1] if block.path else plain(text, block.pieces).text[:_LONGEST].rstrip(": ")
    if block.path:
        return _named(block.path, block.label)
    return None if block.heading is None else section_of(text, blocks, blocks[block.heading])


def _resolution(text: str, blocks: Sequence[Block], block: Block) -> str | None:
    """The lead-in of the decision that a block belongs to, with the labels of the clauses from there down to it."""
    above, clauses = block, 0
    for _ in range(_DEEPEST):
        clauses += above.kind is BlockKind.CLAUSE
        if above.lead is None:
            return None
        above = blocks[above.lead]
        word = _word(plain(text, above.pieces).text) if above.kind in _LEADING else None
        if word:
            labels = block.path[len(block.path) - clauses :]
            return f"{word} {_labels(labels, block.label)}".rstrip()
    return None


def _word(words: str) -> str | None:
    if DECIDING.fullmatch(words):
        return words.rstrip(": ").upper()
    found = RESOLVING.match(words)
    return None if found is None else (found["verb"] or found["noun"]).upper()


def _named(path: tuple[str, ...], label: str | None) -> str:
    """``("5", "5.3")`` is 5.3, and ``("4", "4.3", "II")`` is 4.3 II."""
    at = len(path) - 1
    while at > 0 and not path[at].startswith(path[at - 1] + "."):
        at -= 1
    return f"{path[at]} {_labels(path[at + 1 :], label)}".rstrip()


def _labels(tokens: tuple[str, ...], label: str | None) -> str:
    bracketed = label is not None and label.endswith(")")
    return "".join(f"({token})" for token in tokens) if bracketed else " ".join(tokens)
