"""What only the running heads and feet of a Word file say: that it is no public paper, and its date.

They are left out of the text, since they stand on every page; but where nothing in the paper says it, their marking and their
date count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from cstrack.document.block import BlockKind
from cstrack.problems import Outcome
from cstrack.reading.composing import Passage
from cstrack.reading.docx_names import W
from cstrack.reading.docx_tables import said
from cstrack.reading.inline import folded
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from cstrack.reading.composing import TablePassage
    from cstrack.reading.docx_package import Package

#: Passages that are the head of a paper; heads and feet that are looked at, and the longest line of them that counts.
HEAD, _MOST, _LONGEST = 16, 12, 200

_MARKED = pattern(
    "reading.docx_heads.marked",
    r"""\b(?:not[ ]for[ ]publication|schedule[ ]12a|official[ ]?[-–:]?[ ]?sensitive|exempt[ ](?:report|item|from[ ]publication))\b
    |\A(?:private[ ]and[ ])?confidential\Z|\Aexempt\Z""",
    re.IGNORECASE,
)
_OF_PART = pattern("reading.docx_heads.of_part", r"\b(?:appendix|appendices|annex(?:es)?)\b", re.IGNORECASE)
_DATED = pattern(
    "reading.docx_heads.dated",
    r"""(?<![0-9])[0-9]{1,2}(?:st|nd|rd|th)?[ ](?:of[ ])?
    (?:january|february|march|april|may|june|july|august|september|october|november|december),?[ ][0-9]{4}(?![0-9])""",
    re.IGNORECASE,
)


def running_lines(package: Package) -> Outcome[tuple[str, ...]]:
    """The lines of the running heads and feet, each once.

    Args:
        package: the Word file.
    """
    lines: dict[str, None] = {}
    for path in (*package.parts.get("header", ())[:_MOST], *package.parts.get("footer", ())[:_MOST]):
        root = package.parse(path)
        if root.problems:
            return Outcome(value=None, problems=root.problems)
        if root.value is not None:
            lines.update(dict.fromkeys(_lines(root.value)))
    return Outcome(value=tuple(lines))


def _lines(root: _Element) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        parts = (
            (node.text or "") if node.tag == f"{W}t" else " " for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        )
        words = folded("".join(parts))
        if 0 < len(words) <= _LONGEST:
            yield words


def headed(
    passages: Sequence[Passage | TablePassage], lines: Sequence[str], title: str
) -> Iterator[Passage | TablePassage]:
    """The head of a paper, with what only its running heads say before it.

    Args:
        passages: the first passages of the paper.
        lines: of its running heads and feet.
        title: of the file's properties: a hint which of its lines is the title, and never words of the paper.
    """
    printed = [folded(said(passage)) for passage in passages]
    if passages:
        for line in _missing(printed, lines):
            yield Passage(text=line, page=passages[0].page)
    untitled = not any(isinstance(passage, Passage) and passage.kind is BlockKind.HEADING for passage in passages)
    for passage, words in zip(passages, printed, strict=True):
        named = untitled and bool(title) and words.casefold() == title.casefold()
        if named and isinstance(passage, Passage) and passage.kind is BlockKind.PARAGRAPH:
            untitled = False
            yield evolve(passage, text=words, kind=BlockKind.HEADING)
        else:
            yield passage


def _missing(printed: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    """The first line that marks the paper and the first with a date, where the head of the paper has none."""
    found: dict[str, None] = {}
    for search in (_MARKED, _DATED):
        if not any(search.search(words) for words in printed):
            told = (line for line in lines if search.search(line) and not (search is _MARKED and _OF_PART.search(line)))
            found.update(dict.fromkeys(list(told)[:1]))
    yield from found
