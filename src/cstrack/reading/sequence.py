"""Labels that are none: an initial or ``c.`` for about at the start of a line, with no list around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.reading.drafts import Draft
    from cstrack.reading.labels import Numbering

#: How many blocks two labels of one list may stand apart, and how many labels it may leave out.
_APART, _MISSING = 40, 4


def settle_labels(drafts: Sequence[Draft]) -> None:
    """Take for words each label of one letter and a stop that neither follows another nor is followed by one.

    Args:
        drafts: in order; changed in place.
    """
    followed = _neighboured(list(enumerate(drafts)), 1)
    following = _neighboured(list(enumerate(drafts))[::-1], -1)
    for at, draft in enumerate(drafts):
        alone = at not in followed and at not in following
        if draft.label is not None and draft.label.initial and draft.bullet is None and draft.label.readings and alone:
            draft.unmark()


def _neighboured(drafts: Iterable[tuple[int, Draft]], step: int) -> set[int]:
    """The drafts whose label is one to some steps beyond the last of its numbering."""
    last: dict[Numbering, tuple[int, int]] = {}
    found: set[int] = set()
    for at, draft in drafts:
        for numbering, value in draft.label.readings if draft.label else ():
            before = last.get(numbering)
            if before is not None and abs(at - before[0]) <= _APART and 0 < (value - before[1]) * step <= 1 + _MISSING:
                found.add(at)
            last[numbering] = (at, value)
    return found
