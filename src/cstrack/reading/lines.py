"""The lines of a text, each with its place: the first cut, before anything is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What ends a line. Windows, Unix and old Mac ends, and what word processors leave: form feed, next line, line separator.
_END = pattern("reading.lines.end", r"\r\n|[\n\r\f\v\u0085\u2028\u2029]")

#: Every character that prints as nothing: blanks of all widths, and those that only join or part others.
BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)

#: How far before the limit of a line a blank is looked for to cut it at.
_NEAR = 200


@final
@frozen
class Line:
    """One line without the blanks around it.

    Attributes:
        start: offset of its first printed character.
        end: offset after its last printed character; equal to ``start`` for a blank line.
        indent: columns before the first printed character, a tab reaching the next multiple of four.
        page: page it stands on, counted from 1 at form feeds; 0 where the text has none.
        fresh: whether it is the first line of its page, after a form feed.
        cut: whether it is the rest of a line that is longer than the limit.
    """

    start: int
    end: int
    indent: int
    page: int
    fresh: bool = False
    cut: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return self.start == self.end

    @property
    def width(self) -> int:
        """The column its last printed character stands in."""
        return self.indent + self.end - self.start


def split_lines(text: str, longest: int) -> Iterator[Line]:
    """Every line of a text in order, blank ones too.

    Args:
        text: the decoded file.
        longest: characters that a line may have; a longer one comes in parts, cut at a blank where there is one.

    Yields:
        Lines that together hold every printed character once.
    """
    left, page, fresh = 0, int("\f" in text), False
    for stop in _END.finditer(text):
        yield from _parts(text, left, stop.start(), page, longest, fresh=fresh)
        left, fresh = stop.end(), stop.group() == "\f"
        page += fresh
    yield from _parts(text, left, len(text), page, longest, fresh=fresh)


def _parts(text: str, left: int, right: int, page: int, longest: int, *, fresh: bool) -> Iterator[Line]:
    cut = False
    while right - left > longest:
        blank = text.rfind(" ", left + max(1, longest - _NEAR), left + longest)
        stop = left + longest if blank < 0 else blank
        yield _line(text, left, stop, page, fresh=fresh, cut=cut)
        left, cut, fresh = stop, True, False
    yield _line(text, left, right, page, fresh=fresh, cut=cut)


def _line(text: str, left: int, right: int, page: int, *, fresh: bool, cut: bool) -> Line:
    content = text[left:right]
    after = len(content.rstrip(BLANKS))
    if not after:
        return Line(right, right, 0, page, fresh, cut)
    before = len(content) - len(content.lstrip(BLANKS))
    indent = before if "\t" not in content[:before] else len(content[:before].expandtabs(4))
    return Line(left + before, left + after, indent, page, fresh, cut)
