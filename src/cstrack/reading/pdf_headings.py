"""Which paragraphs of a PDF are headings, and how deep: by size and weight of the type against that of the running text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.reading.wrapping import ends_sentence
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstrack.reading.pdf_paragraphs import Line, Paragraph

#: How much larger than running text a heading is, lines and characters of the longest, words of one that is bold only.
_LARGER, _LINES, _LONGEST, _WORDS = 1.08, 4, 220, 24

#: Share of a paper's letters that may be bold before bold type tells nothing.
_BOLD = 0.4

_VALUED = pattern(
    "reading.pdf_headings.valued",
    r"[A-Z][\w'’/&()\-]{0,30}+(?:\ [\w'’/&()\-]{1,30}+){0,4}+\ ?:\ {1,4}(?=[A-Z0-9£])(?:[^0-9]{1,120}+\Z|.{0,120}[0-9])",
)
_DATE = pattern(
    "reading.pdf_headings.date", r"(?:[A-Z][a-z]{5,8},?\ )?[0-9]{1,2}(?:st|nd|rd|th)?\ [A-Z][a-z]{2,8},?\ [0-9]{4}"
)
_SAYS = pattern(
    "reading.pdf_headings.says",
    r"\b(?:is|are|was|were|be|been|will|has|have|had|should|shall|that|agreed|resolved|asked|can|could|would|may)\b",
)


@final
@frozen
class Styles:
    """The type of a paper.

    Attributes:
        body: size of its running text, in points.
        bold: whether bold type sets anything apart.
        levels: sizes and weights of its headings, from the most prominent.
    """

    body: float
    bold: bool
    levels: tuple[tuple[float, bool], ...] = ()

    def level(self, paragraph: Paragraph) -> int:
        """How deep a paragraph is as a heading; 0 where it is none."""
        if not is_heading(paragraph, self):
            return 0
        style = _style(paragraph)
        return min(self.levels.index(style) + 1, 6) if style in self.levels else 0


def styles_of(lines: Iterable[Line], found: Sequence[Paragraph]) -> Styles:
    """The type of a paper.

    Args:
        lines: all its lines.
        found: all its paragraphs.
    """
    sizes: Counter[float] = Counter()
    bold = total = 0
    for line in lines:
        sizes[_half(line.size)] += len(line.text)
        bold += len(line.text) * line.bold
        total += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    plain = Styles(body, bold=bold < _BOLD * total)
    levels = {_style(one) for one in found if is_heading(one, plain)}
    return Styles(body, plain.bold, tuple(sorted(levels, key=lambda style: (-style[0], not style[1]))))


def is_heading(paragraph: Paragraph, styles: Styles) -> bool:
    """Whether a paragraph is set apart as a heading is, and reads as one."""
    first = paragraph.first
    large = first.size > styles.body * _LARGER
    bold = styles.bold and all(line.bold for line in paragraph.lines)
    if first.sign or len(paragraph.lines) > _LINES or not (large or bold) or first.size < styles.body * 0.9:
        return False
    words = " ".join(line.text for line in paragraph.lines)
    if len(words) > _LONGEST or not any(sign.isalpha() for sign in words):
        return False
    if _DATE.fullmatch(words) or _VALUED.match(words):
        return False
    if words.endswith(":"):
        return not _SAYS.search(words)
    if ends_sentence(words, 0, len(words)) or words[-1] in ",;":
        return False
    return large or len(words.split()) <= _WORDS


def _style(paragraph: Paragraph) -> tuple[float, bool]:
    return (_half(paragraph.first.size), all(line.bold for line in paragraph.lines))


def _half(size: float) -> float:
    return round(size * 2) / 2
