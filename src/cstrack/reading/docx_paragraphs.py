"""What a paragraph of Word is, where its style alone does not tell: a clause set as heading, a typed number, a line of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.reading.docx_names import W, switch
from cstrack.reading.inline import BOLD
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cstrack.reading.docx_styles import Look

#: Characters above which what is set as a heading is a paragraph, and words above which it is one where it ends like a sentence.
_LONGEST_HEADING, _MOST_WORDS = 200, 8

_TYPED = pattern("reading.docx_paragraphs.typed", r"\s{0,20}+(?P<bold>\ue000?)(?P<number>[0-9]{1,3}+)\t")
_PAGED = pattern("reading.docx_paragraphs.paged", r"\t\s{0,20}+(?:[0-9]{1,4}+|[ivxl]{1,7}+)[\s\ue001]{0,20}+\Z")

#: Characters at the end of a line of contents in which the number of the page stands.
_TAIL = 60


def is_heading(words: str) -> bool:
    """Whether what a style sets as a heading is one: councils set whole numbered paragraphs in the styles of headings.

    Args:
        words: the folded words, without a number before them.
    """
    if len(words) > _LONGEST_HEADING:
        return False
    return not words.endswith((".", ";", ":", ":-", ":–")) or len(words.split()) <= _MOST_WORDS


def typed_number(raw: str) -> tuple[str | None, str]:
    """The bare number that stands, parted by a tab, before the words, and the words; None where there is none.

    Only the tab tells that ``12`` is no figure of the sentence behind it.
    """
    found = _TYPED.match(raw)
    if found is None:
        return None, raw
    return found["number"], (BOLD if found["bold"] else "") + raw[found.end() :]


def is_contents(raw: str) -> bool:
    """Whether words are a line of a table of contents: they end with a tab and a page."""
    return _PAGED.search(raw, max(0, len(raw) - _TAIL)) is not None


def runs_on(properties: _Element | None) -> bool:
    """Whether a paragraph goes on in the next: its end was deleted, or it is the large first letter of the next."""
    if properties is None:
        return False
    mark, frame = properties.find(f"{W}rPr"), properties.find(f"{W}framePr")
    if frame is not None and frame.get(f"{W}dropCap") in {"drop", "margin"}:
        return True
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)


def is_hidden(properties: _Element | None, look: Look) -> bool:
    """Whether a paragraph that shows no words is hidden itself, so that its list does not count it."""
    own = switch(None if properties is None else properties.find(f"{W}rPr"), f"{W}vanish")
    return look.hidden if own is None else own
