"""One page of an open PDF: its stretches of text and its framed tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from cstrack.reading.pdf_columns import LABEL
from cstrack.reading.pdf_glyphs import Glyphs
from cstrack.reading.pdf_grids import frames_of, ruled_tables
from cstrack.reading.pdf_page import Fragment, Page
from cstrack.reading.pdf_rules import is_pictured, rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Share of a page's characters that must be known ones for it to have a text, and characters from which it has one in any case.
_KNOWN, _SOME = 0.5, 60


class CrowdedPage(Exception):
    """A page has more characters than any paper prints on one."""


def page_of(opened: Any, at: int, most: int) -> Page:
    """A page of an open ``PdfDocument``.

    Args:
        opened: the document.
        at: index of the page, from 0.
        most: characters that a page may have.

    Returns:
        The page, without text where it has none that can be read.

    Raises:
        CrowdedPage: it has more characters than that.
        PdfiumError: it cannot be read.
    """
    page = opened[at]
    try:
        textpage = page.get_textpage()
        try:
            if textpage.count_chars() > most:
                raise CrowdedPage
            return _page(page, textpage, at + 1)
        finally:
            textpage.close()
    finally:
        page.close()


def _page(page: Any, textpage: Any, number: int) -> Page:
    edges = page.get_bbox()
    glyphs = Glyphs.of(textpage, edges)
    turn = glyphs.turn
    edges = edges if turn is None else turn.box(edges)
    fragments = tuple(glyphs.fragments())
    printed = sum(len(one.text) for one in fragments)
    unknown = sum(one.text.count("\ufffd") for one in fragments)
    if unknown > printed * _KNOWN:
        return Page(number=number, edges=edges, fragments=(), pictured=True)
    pictured = printed < _SOME and is_pictured(page, page.get_bbox())
    if not _may_hold_table(fragments):
        return Page(number=number, edges=edges, fragments=fragments, pictured=pictured)
    tables, outside = ruled_tables(frames_of(rules_of(page, turn)), fragments, glyphs.cut)
    return Page(number=number, edges=edges, fragments=tuple(outside), tables=tuple(tables), pictured=pictured)


def _may_hold_table(fragments: Sequence[Fragment]) -> bool:
    """Whether something stands beside something else, a label in the margin aside: most pages of prose need no look for lines."""
    for above, below in pairwise(fragments):
        beside = below.base > above.base - 0.6 * above.size
        if beside and below.left > above.left and not LABEL.fullmatch(above.text):
            return True
    return False
