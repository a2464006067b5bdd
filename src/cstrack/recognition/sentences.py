"""Where one sentence ends and the next begins, block by block.

Blocks are cut first and their labels taken off, so a stop behind ``1`` or ``(a)`` at the start of a line never counts. What
is left is told apart by what stands before the stop and after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.document.block import BlockKind
from cstrack.facts.statement import Sentence
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstrack.document.document import Document

#: Words that begin sentences and hardly ever names.
_OPENERS = (
    "The|This|These|Those|That|It|Its|In|We|There|They|He|She|His|Her|As|At|For|If|On|By|To|An?|However|Members?|Officers?|"
    "When|While|Whilst|Where|With|All|Some|Many|Most|Both|Since|From|During|Following|Further|Our|Overall|No"
)

#: A stop with what may close it, where a capital, a figure or an opening quotation mark follows; and a stop whose blank was
#: lost before a word that begins sentences.
_STOP = pattern(
    "recognition.sentences.stop",
    rf"""
      [.!?] ["')\]]{{0,3}} (?=\ ["'(\[]{{0,2}} [A-ZÀ-Þ0-9£$€])
    | (?<=[a-z]{{3}}) \. (?= (?:{_OPENERS}) \b [^.@/])
    """,
)

_OPENER = pattern("recognition.sentences.opener", rf"""["')\]]{{0,3}}\ ["'(\[]{{0,2}}(?:{_OPENERS})\b""")
_WORD = pattern("recognition.sentences.word", r"(?:[A-Za-z]|(?<=[A-Za-z])\.(?=[A-Za-z])){1,20}+\Z")
_INITIALS = pattern("recognition.sentences.initials", r"[A-Z](?:\.[A-Z]){0,4}+")

#: A label inside running text: ``as follows: 1. The first``.
_LABEL = pattern("recognition.sentences.label", r"(?:[0-9]{1,2}+|[a-zA-Z]|[ivx]{1,4}+)\Z")

#: Abbreviations that something always follows. ``etc.``, ``p.m.`` and ``Ltd.`` are left out: before a capital they end.
_ABBREVIATIONS = frozenset(
    {
        "cllr", "cllrs", "cnllr", "coun", "dr", "mr", "mrs", "ms", "prof", "rev", "revd", "hon", "rt", "sgt", "lt", "col",
        "no", "nos", "st", "mt", "fig", "figs", "para", "paras", "p", "pp", "ref", "refs", "vol", "vols", "ch", "sec", "art",
        "app", "v", "vs", "i.e", "ie", "e.g", "eg", "cf", "viz", "approx", "c", "ca", "circa", "est", "incl", "excl",
        "min", "max", "avg", "tel", "ext", "e.mail", "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
        "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    }
)  # fmt: skip


#: Characters beyond which words without a stop are no sentence of a paper: they are cut, so that what is looked for around each of
#: their figures takes a time that grows with the page only.
_LONGEST = 3_000


def recognise_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document, in reading order.

    Args:
        document: the paper.

    Returns:
        Each with its place in the text and in its block's plain text; a heading is one sentence, and parts of a list that
        semicolons separate stay one. Words that go on for more than 3,000 characters are cut between two of them.
    """
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        plain = document.plain(block)
        cuts = [(0, len(plain.text))] if block.kind is BlockKind.HEADING else _cuts(plain.text)
        found.extend(
            Sentence(span=plain.span(start, end), block=index, start=start, end=end)
            for cut in cuts
            for start, end in _shortened(plain.text, *cut)
            if start < end
        )
    return tuple(found)


def _shortened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        stop = start + _LONGEST if blank < 0 else blank
        yield start, stop
        start = stop + (blank >= 0)
    yield start, end


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _goes_on(text, start, stop.start()):
            continue
        yield start, stop.end()
        start = stop.end() + (text[stop.end()] == " ")
    yield start, len(text)


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether a stop belongs to the word or the label before it: ``Cllr.``, ``e.g.``, an initial, ``: 1. The``."""
    if _is_label(text, start, stop):
        return True
    found = _WORD.search(text, max(start, stop - 20), stop)
    if found is None:
        return False
    word = found.group()
    if word.lower() in _ABBREVIATIONS:
        return not _spells_otherwise(word, text, stop)
    initial = _INITIALS.fullmatch(word) and not (found.start() > start and text[found.start() - 1] in "0123456789-")
    return bool(initial) and _OPENER.match(text, stop + 1) is None


def _spells_otherwise(word: str, text: str, stop: int) -> bool:
    """Whether a word that is also an English one ends its sentence: ``said no. The``, ``the sun. It``, ``in May. The``."""
    return (
        word.lower() in {"no", "sat", "sun", "max", "min", "app", "art", "est"}
        and _OPENER.match(text, stop + 1) is not None
    )


def _is_label(text: str, start: int, stop: int) -> bool:
    label = _LABEL.search(text, max(start, stop - 4), stop)
    if label is None:
        return False
    before = label.start() - 1
    return label.start() == start or (text[before] == " " and before > start and text[before - 1] in ".:;")
