"""Where on a printed page a stretch of the reading text stands."""

from __future__ import annotations

from typing import final

from attrs import frozen


@final
@frozen(kw_only=True)
class Place:
    """The page and the box of a stretch of text, which reaches to the start of the next place.

    Attributes:
        start: offset of its first character in the document's text.
        page: counted from 1; None where the format has no pages.
        box: left, bottom, right, top on the page as it is shown, in whole points from its lower left corner; None where not known.
    """

    start: int
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
