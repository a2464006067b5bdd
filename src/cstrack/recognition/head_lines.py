"""The lines of a paper's head matter, and those further down that carry its labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.document.block import BlockKind
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from cstrack.document.block import Block
    from cstrack.document.document import Document
    from cstrack.sources.span import Span

#: What a label line tells, by the words of its label.
_LABELS = {
    "title": ("title", "subject", "report title", "title of report", "report subject", "item title"),
    "body": ("to", "committee", "body", "decision maker", "decision-maker", "report to", "name of committee", "meeting of", "cabinet/committee", "decision taker"),
    "meeting": ("meeting",),
    "date": ("on", "date", "date of meeting", "meeting date", "date of the meeting", "date of decision", "decision date", "date and time", "date & time", "report date", "date of report", "date decision taken", "decision taken"),
    "published": ("publication date", "published", "date published", "date of publication"),
}  # fmt: skip
_WHAT = {words: what for what, every in _LABELS.items() for words in every}
_LABEL = pattern(
    "recognition.head_lines.label",
    rf"(?:\A|(?<=[ ]))(?P<label>{'|'.join(sorted(map(re.escape, _WHAT), key=len, reverse=True)).replace(chr(92) + ' ', '[ ]')})[ ]?:[ ]",
    re.IGNORECASE,
)
_SECTION = pattern(
    "recognition.head_lines.section",
    r"""(?:executive[ ]summary|summary|purpose(?:[ ]of[ ](?:the[ ])?(?:report|meeting))?|background|introduction|minutes?|decisions?|recommendations?
        |recommended|resolved|agreed|reasons?(?:[ ]for.*)?|report|context|proposals?|discussion|supporting[ ]documents?|key[ ](?:messages|points|issues)
        |what[ ]is[ ].*|why[ ].*)[ ]?[:.-]?""",
    re.IGNORECASE,
)
_EXEMPT = pattern(
    "recognition.head_lines.exempt",
    r"\bnot[ ]for[ ]publication\b|\bschedule[ ]12a\b|\bofficial[ ]?[-:][ ]?sensitive\b|\bexempt[ ](?:report|item|from[ ]publication)\b|\A(?:private[ ]and[ ])?confidential\Z|\Aexempt\Z",
    re.IGNORECASE,
)
_NOT_EXEMPT = pattern(
    "recognition.head_lines.not_exempt",
    r"\b(?:appendix|appendices|annex(?:es)?|part[ ](?:2|ii|b)|not[ ]exempt|public[ ]report|open[ ]report|none|no|minutes[ ]of|item[s]?[ ][0-9]+)\b",
    re.IGNORECASE,
)
_MARKING = pattern(
    "recognition.head_lines.marking", r"official[ ]?[-:][ ]?sensitive|not[ ]for[ ]publication", re.IGNORECASE
)

_MOST_BLOCKS = 16
_LONGEST_LINE = 200


@final
@frozen(kw_only=True)
class HeadLine:
    """One line, or one label's value, of the head matter.

    Attributes:
        text: the words.
        what: what its label tells: ``title``, ``body``, ``meeting``, ``date``, ``published``; None where it carries no label.
        block: index of its block.
        span: where the words stand.
        head: it stands in the head matter and not further down.
    """

    text: str
    what: str | None
    block: int
    span: Span
    head: bool


def head_lines(document: Document) -> tuple[int, tuple[HeadLine, ...]]:
    """The lines of the head matter, then the label lines below it.

    Returns:
        Index of the first block after the head matter, and the lines in reading order.
    """
    ends = _ends(document)
    lines: list[HeadLine] = []
    for index, block in enumerate(document.blocks):
        in_head = index < ends
        if in_head or (block.kind is BlockKind.PARAGRAPH and len(block.span) <= _LONGEST_LINE):
            lines.extend(_lines_of(document, index, block, in_head=in_head))
    return ends, tuple(lines)


def _ends(document: Document) -> int:
    for index, block in enumerate(document.blocks[:_MOST_BLOCKS]):
        text = document.plain(block).text
        if block.kind in {BlockKind.CLAUSE, BlockKind.BULLET}:
            return index
        if block.kind is BlockKind.HEADING and index and (block.label or "").strip("().") in {"1", "1.0", "I", "A"}:
            return index
        if _SECTION.fullmatch(text) or len(text) > _LONGEST_LINE:
            return index
    return min(len(document.blocks), _MOST_BLOCKS)


def _lines_of(document: Document, index: int, block: Block, *, in_head: bool) -> list[HeadLine]:
    plain = document.plain(block)
    labels = [found for found in _LABEL.finditer(plain.text) if in_head or found.start() == 0]
    if not labels:
        return [HeadLine(text=plain.text, what=None, block=index, span=block.span, head=True)] if in_head else []
    ends = [*(found.start() for found in labels[1:]), len(plain.text)]
    lines = []
    for found, end in zip(labels, ends, strict=True):
        text = plain.text[found.end() : end].strip()
        if text:
            span = plain.span(found.end(), found.end() + len(text))
            what = _WHAT[found["label"].casefold()]
            lines.append(HeadLine(text=text, what=what, block=index, span=span, head=in_head))
    return lines


def is_exempt(document: Document, ends: int) -> bool:
    """Whether the paper is marked as not for publication: in its head, or by a marking that is a line of its own.

    A sentence that says so of an appendix does not make the paper exempt.
    """
    for index, block in enumerate(document.blocks):
        if len(block.span) > 2 * _LONGEST_LINE:
            continue
        text = document.plain(block).text
        if index <= ends and _EXEMPT.search(text) and not _NOT_EXEMPT.search(text):
            return True
        if len(text) < 60 and _MARKING.fullmatch(text.strip(" .-*")):
            return True
    return False
