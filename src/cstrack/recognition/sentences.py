"""Where one sentence ends and the next begins, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import Sentence
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document

#: A stop, what may close it, a blank, and what a sentence may begin with.
_STOP = pattern(
    "recognition.sentences.stop",
    r"""[.!?]["')\]]{0,3}(?=\ (?:["'(\[]{0,2}[A-Z0-9£]))""",
)

_WORD_BEFORE = pattern("recognition.sentences.word", r"[A-Za-z.]{1,20}+\Z")

_ABBREVIATIONS = frozenset(
    "cllr cllrs dr mr mrs ms prof rev hon no nos approx st rd ave dept dir exec fig figs para paras p pp ref refs vol vs v "
    "i.e e.g eg ie etc cf ca c circa incl inc ltd co est min max tel ext jan feb mar apr jun jul aug sep sept oct nov dec "
    "e.mail sgt lt col gen jr sr mt".split()
)


def recognise_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document, in reading order.

    Args:
        document: the paper.

    Returns:
        Each with its place in the text and in its block's plain text; a heading is one sentence.
    """
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        plain = document.plain(block)
        cuts = [(0, len(plain.text))] if block.kind is BlockKind.HEADING else list(_cuts(plain.text))
        found.extend(
            Sentence(span=plain.span(start, end), block=index, start=start, end=end) for start, end in cuts if start < end
        )
    return tuple(found)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _abbreviates(text, start, stop.start()):
            continue
        yield start, stop.end()
        start = stop.end() + 1
    yield start, len(text)


def _abbreviates(text: str, start: int, stop: int) -> bool:
    """Whether the stop belongs to the word before it: ``Cllr.``, ``e.g.``, an initial."""
    before = _WORD_BEFORE.search(text, max(start, stop - 20), stop)
    if before is None:
        return False
    word = before.group().lstrip(".")
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())
