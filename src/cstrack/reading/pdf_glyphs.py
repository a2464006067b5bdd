"""The characters of a page to stretches of its lines: where each stands, how large, and whether in bold type.

PDFium tells lines and blanks well, but prints one blank for any gap. Where a gap is wide the line is cut, so that columns and labels
in the margin can be told; where digits are raised they become raised digits, so that the mark of a footnote is no figure.
"""

from __future__ import annotations

from itertools import islice, pairwise
from math import pi
from typing import TYPE_CHECKING, Any, final

from attrs import define, field

from cstrack.reading.pdf_calls import Calls, address, calls
from cstrack.reading.pdf_page import Fragment, Turn
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstrack.reading.pdf_page import Edges

#: What PDFium prints for a hyphen that breaks a word at the end of a line; it leaves out the end of the line behind it.
BROKEN = "\ufffe"

#: A soft hyphen: how a fragment ends whose last word goes on in the next line.
SOFT = "\u00ad"

_LINE = pattern("reading.pdf_glyphs.line", r"[^\r\n\ufffe]++\ufffe?|\ufffe")
_LETTER = pattern("reading.pdf_glyphs.letter", r"[^\W0-9_]")
_WORD = pattern("reading.pdf_glyphs.word", r"[^\s]++")
_LEADER = pattern("reading.pdf_glyphs.leader", r"\s{3}|\.{4}|(?:\.\s){4}|…{2}|_{4}")
_BOLD = pattern("reading.pdf_glyphs.bold", r"(?i)bold|black|heavy|demi")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

#: One for one: what PDFium prints for a broken word, and for a glyph that stands for no character it knows.
_PLAIN = {ord(BROKEN): SOFT, 2: SOFT, 0: "\ufffd"}

#: A gap between two stretches, in sizes of the type, from which they stand apart; width of a character, in the same, from which a
#: line is likely to hide such gaps; height of raised digits against the type's size, and how far they are raised.
_GAP, _WIDE, _SMALL, _LIFTED = 0.8, 0.64, 0.62, 0.18

#: The same gap in a line that has a wider one: it is likely a row of a table.
_BESIDE = 0.45

#: Weight of a font from which it is bold, where its name does not say so.
_HEAVY = 600

#: Letters that tell how a page is turned.
_SAMPLE = 5

#: Longest raised number that is the mark of a footnote.
_MARK = 3


@final
@define
class Glyphs:
    """The characters of one open page.

    Attributes:
        text: all of them; the character at an offset is the one PDFium counts there.
        runs: boxes of what was printed at once, in the order of the file.
    """

    text: str
    runs: list[Edges]
    _there: int
    _calls: Calls
    turn: Turn | None = None
    _bold: dict[tuple[bytes, int], bool] = field(factory=dict)
    _next: int = 0
    _led: bool = False

    @classmethod
    def of(cls, textpage: Any, edges: Edges) -> Glyphs:
        """Read what an open text page of pypdfium2 holds.

        Args:
            textpage: a ``PdfTextPage``.
            edges: the visible part of the page.
        """
        from pypdfium2 import raw

        pdfium = calls()
        there = address(textpage.raw)
        count = textpage.count_chars()
        text = textpage.get_text_range() if count else ""
        if len(text) != count:
            text = "".join(_character(raw.FPDFText_GetUnicode(textpage.raw, at)) for at in range(count))
        runs = raw.FPDFText_CountRects(textpage.raw, 0, -1) if count else 0
        turn = _turn(pdfium, there, text, edges)
        boxes = [pdfium.rect(there, at) for at in range(runs)]
        if turn is not None:
            boxes = [turn.box(box) for box in boxes]
        return cls(text, boxes, there, pdfium, turn, led=_LEADER.search(text) is not None)

    def fragments(self) -> Iterator[Fragment]:
        """The stretches of every line, in the order of the file."""
        for line in _LINE.finditer(self.text):
            content = line.group()
            bare = content.strip()
            if bare:
                first = line.start() + len(content) - len(content.lstrip())
                yield from self._line(first, first + len(bare) - 1)

    def cut(self, fragment: Fragment, at: float) -> tuple[Fragment, Fragment] | None:
        """A fragment in two, at a place between two of its words.

        Args:
            fragment: of this page.
            at: in points from the left.

        Returns:
            None where one side of it would be empty.
        """
        index = self._index(fragment.first, fragment.last, at)
        if index is None or index <= fragment.first:
            return None
        return self._piece(fragment, fragment.first, index - 1), self._piece(fragment, index, fragment.last)

    def _line(self, first: int, last: int) -> Iterator[Fragment]:
        pdfium, there = self._calls, self._there
        left, base = self._origin(first)
        closing = self._box(last)
        told = self._telling(first, last)
        size = pdfium.size(there, told) or closing[3] - closing[1] or 1.0
        if told != first:
            base = self._origin(told)[1]
        runs = self._runs_to(closing)
        bold = self._is_bold(first) and (first == last or self._is_bold(last))
        whole = Fragment(
            _words(self.text[first : last + 1]), left, max(closing[2], left), base, size, bold, first, last
        )
        if not closing[1] - size <= base <= closing[3] + size / 2:
            yield whole  # the line runs upwards
            return
        wide = whole.right - left > _WIDE * size * len(whole.text) or (
            self._led and _LEADER.search(whole.text) is not None
        )
        if len(runs) < 2 and not wide:
            yield whole
            return
        starts = list(self._measured(whole, _GAP * size) if wide else self._starts(whole, runs))
        notes = [run for run in runs if _is_raised(run, base, size)] if len(runs) > 1 else []
        if notes:
            whole = self._raised(whole, notes)
        if not starts:
            yield whole
            return
        for begin, end in zip([first, *starts], [*[start - 1 for start in starts], last], strict=True):
            yield self._piece(whole, begin, end)

    def _telling(self, first: int, last: int) -> int:
        """The character that stands for a line's words: its first letter, since bullets may be larger and marks of notes are smaller."""
        letter = _LETTER.search(self.text, first, last + 1)
        return letter.start() if letter else first

    def _origin(self, at: int) -> tuple[float, float]:
        place = self._calls.origin(self._there, at)
        return place if self.turn is None else self.turn.point(*place)

    def _box(self, at: int) -> Edges:
        box = self._calls.box(self._there, at)
        return box if self.turn is None else self.turn.box(box)

    def _runs_to(self, closing: Edges) -> list[Edges]:
        """The runs of a line: those up to the one that holds its last character."""
        runs, at = self.runs, self._next
        right = closing[2] - 0.01
        while at < len(runs):
            run = runs[at]
            at += 1
            if run[2] >= right and run[0] <= closing[0] + 0.01 and run[1] <= closing[3] and run[3] >= closing[1]:
                found, self._next = runs[self._next : at], at
                return found
            if at - self._next > 400:
                break
        return []

    def _starts(self, whole: Fragment, runs: Sequence[Edges]) -> Iterator[int]:
        """Where stretches of a line begin behind a wide gap."""
        widest = _GAP * whole.size
        gaps = [run[0] - before[2] for before, run in pairwise(runs)]
        if max(gaps, default=0.0) > widest:
            widest = _BESIDE * whole.size
        for gap, (before, run) in zip(gaps, pairwise(runs), strict=True):
            if gap > widest or run[0] < before[0] - widest:
                index = self._index(whole.first, whole.last, run[0] - 0.15 * whole.size)
                if index is not None and index > whole.first:
                    yield index

    def _measured(self, whole: Fragment, widest: float) -> Iterator[int]:
        end: float | None = None
        for word in _WORD.finditer(self.text, whole.first, whole.last + 1):
            start, _ = self._origin(word.start())
            if end is not None and start - end > widest:
                yield word.start()
            end = self._box(word.end() - 1)[2]

    def _index(self, first: int, last: int, at: float) -> int | None:
        """The first printed character of a line that begins at a place or right of it."""
        printed = [index for index in range(first, last + 1) if not self.text[index].isspace()]
        low, high = 0, len(printed)
        while low < high:
            middle = (low + high) // 2
            if self._origin(printed[middle])[0] < at:
                low = middle + 1
            else:
                high = middle
        return printed[low] if low < len(printed) else None

    def _piece(self, whole: Fragment, first: int, last: int) -> Fragment:
        """The part of a line from one character to another, blanks at its ends left out."""
        while last > first and self.text[last].isspace():
            last -= 1
        left = self._origin(first)[0]
        right = self._box(last)[2]
        bold = self._is_bold(first) and self._is_bold(last)
        text = _words(whole.text[first - whole.first : last - whole.first + 1])
        return Fragment(text, left, max(left, right), whole.base, whole.size, bold, first, last)

    def _raised(self, whole: Fragment, notes: Sequence[Edges]) -> Fragment:
        text = whole.text
        for note in notes:
            start = self._index(whole.first, whole.last, note[0] - 1.0)
            if start is None:
                continue
            end = start
            while end <= whole.last and end - start <= _MARK and self.text[end] in "0123456789":
                end += 1
            if start < end <= start + _MARK:
                begin, stop = start - whole.first, end - whole.first
                text = text[:begin] + text[begin:stop].translate(_RAISED) + text[stop:]
        return Fragment(text, whole.left, whole.right, whole.base, whole.size, whole.bold, whole.first, whole.last)

    def _is_bold(self, at: int) -> bool:
        font = self._calls.font(self._there, at)
        known = self._bold.get(font)
        if known is None:
            name, weight = font
            known = self._bold[font] = weight >= _HEAVY or _BOLD.search(name.decode("latin-1")) is not None
        return known


def _turn(pdfium: Calls, there: int, text: str, edges: Edges) -> Turn | None:
    """How a page is turned whose words do not run from left to right, told by some letters in its middle."""
    middle = len(text) // 2
    letters = [found.start() for found in islice(_LETTER.finditer(text, middle), _SAMPLE)]
    letters = letters or [found.start() for found in islice(_LETTER.finditer(text), _SAMPLE)]
    quarters = [round(-pdfium.angle(there, at) * 2 / pi) % 4 for at in letters]
    usual = max(set(quarters), key=quarters.count, default=0)
    return Turn(usual, edges) if usual else None


def _is_raised(run: Edges, base: float, size: float) -> bool:
    height = run[3] - run[1]
    return 0.25 * size < height < _SMALL * size and run[1] > base + _LIFTED * size


def _words(text: str) -> str:
    return text.translate(_PLAIN)


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00"
