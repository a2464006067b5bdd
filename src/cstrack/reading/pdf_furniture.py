"""Running heads and page numbers: what stands at the edge of one page after another and belongs to no paragraph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cstrack.reading.pdf_columns import rows_of
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.pdf_columns import Row
    from cstrack.reading.pdf_page import Fragment, Page

#: Share of a page at its top and foot in which running heads stand, and lines there that are looked at.
_DEEP, _LINES = 0.16, 4

#: How far a running head may stand higher or lower on the next page, in points.
_DRIFT = 9.0

#: Longest running head.
_LONGEST = 160

_NUMBERED = pattern(
    "reading.pdf_furniture.numbered",
    r"""(?: [-–—|]\ ? )? (?i: page | p\. )? \ ? [0-9]{1,4} (?: \ ? (?: of | / ) \ ? [0-9]{1,4} )? (?: \ ? [-–—|] )?
      | [ivxl]{1,7}""",
)
_PAGE_OF = pattern(
    "reading.pdf_furniture.page_of",
    r"[-–—|]?\ ?(?i:page)\ ?[0-9]{1,4}(?:\ ?(?:of|/)\ ?[0-9]{1,4})?\ ?[-–—|]?|[0-9]{1,4}\ ?\|\ ?(?i:page)",
)
_NUMBER = pattern("reading.pdf_furniture.number", r"[0-9]{1,4}")


def without_furniture(pages: Sequence[Page]) -> list[list[Fragment]]:
    """The fragments of each page that belong to the paper.

    Args:
        pages: in order.

    Returns:
        For each page its fragments without running heads and page numbers. A line at the edge is one where the same words, numbers
        aside, stand at the same height of two pages or more, or where it is a page's number by itself.
    """
    edges = [list(_at_edge(page)) for page in pages]
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, rows in enumerate(edges):
        for row, height in rows:
            places[_worded(row)].append((at, height))
    kept = []
    for at, page in enumerate(pages):
        left_out = {
            id(part)
            for row, height in edges[at]
            if _is_furniture(row, [(other, place) for other, place in places[_worded(row)] if other != at], height, at)
            for part in row.parts
        }
        kept.append([fragment for fragment in page.fragments if id(fragment) not in left_out])
    return kept


def _at_edge(page: Page) -> Iterator[tuple[Row, float]]:
    """The outermost rows of a page, each with its distance from the edge it stands at, which is negative at the foot."""
    _, bottom, _, top = page.edges
    high = [one for one in page.fragments if one.base > top - _DEEP * page.height]
    low = [one for one in page.fragments if one.base < bottom + _DEEP * page.height]
    for row in rows_of(high)[:_LINES]:
        yield row, top - row.parts[0].base
    for row in rows_of(low)[-_LINES:]:
        yield row, bottom - row.parts[0].base


def _worded(row: Row) -> str:
    words = " ".join(part.text for part in row.parts)
    return _NUMBER.sub("#", words.casefold()) if len(words) <= _LONGEST else words


def _is_furniture(row: Row, elsewhere: Sequence[tuple[int, float]], height: float, at: int) -> bool:
    words = " ".join(part.text for part in row.parts)
    if len(words) > _LONGEST:
        return False
    if _PAGE_OF.fullmatch(words):
        return True
    near = [other for other, place in elsewhere if abs(place - height) <= _DRIFT]
    if _NUMBERED.fullmatch(words):
        return bool(near) or int(words) == at + 1 if words.isdecimal() else bool(near)
    return len(near) > 1 or any(abs(other - at) <= 2 for other in near)
