"""Labels that are none: an initial or ``c.`` for about at the start of a line, with no list around it; ``A`` that answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.reading.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.reading.drafts import Draft
    from cstrack.reading.labels import Numbering

#: How many blocks two labels of one list may stand apart, and how many labels it may leave out.
_APART, _MISSING = 40, 4


def settle_labels(text: str, drafts: Sequence[Draft]) -> None:
    """Take for words each label of one letter and a stop that has no neighbour, and each speaker's letter that is none.

    Args:
        text: the whole text.
        drafts: in order; changed in place.
    """
    asked = -_APART  # place of the question that is not answered yet
    followed = _neighboured(list(enumerate(drafts)), 1)
    following = _neighboured(list(enumerate(drafts))[::-1], -1)
    for at, draft in enumerate(drafts):
        if draft.label is not None and not draft.label.readings:
            asks = _asks(text, draft)
            if not asks and at - asked > _APART:
                draft.unmark()
            asked = at if asks else -_APART
            continue
        if at - asked <= _APART and draft.label is not None and draft.label.printed == "A.":
            draft.kind, draft.label, asked = BlockKind.PARAGRAPH, Label(printed="A", token="A", readings=()), -_APART  # noqa: S106
            continue
        alone = at not in followed and at not in following
        if draft.label is not None and draft.label.initial and draft.bullet is None and draft.label.readings and alone:
            draft.unmark()


def _asks(text: str, draft: Draft) -> bool:
    """Whether ``Q`` or ``Q3`` before a line is a question's; ``Q1: 90%`` is a quarter's figure."""
    if draft.label is None or not draft.label.printed.startswith("Q"):
        return False
    return draft.label.printed == "Q" or "?" in text[draft.pieces[0].start : draft.pieces[-1].end]


def _neighboured(drafts: Iterable[tuple[int, Draft]], step: int) -> set[int]:
    """The drafts whose label is one to some steps beyond the last of its numbering."""
    last: dict[tuple[Numbering, bool], tuple[int, int]] = {}
    found: set[int] = set()
    for at, draft in drafts:
        if draft.label is None:
            continue
        for numbering, value in draft.label.readings:
            style = (numbering, draft.label.printed.endswith("."))
            before = last.get(style)
            if before is not None and abs(at - before[0]) <= _APART and 0 < (value - before[1]) * step <= 1 + _MISSING:
                found.add(at)
            last[style] = (at, value)
    return found
