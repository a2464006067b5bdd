"""Whose paper it is: what its head names, its e-mail and web domains, its file and folder."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cstrack.sources.span import Span
from cstrack.values.authority import authorities, by_domain, by_name, chosen, fold
from cstrack.values.naming import WORDS, named_in
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cstrack.document.document import Document
    from cstrack.recognition.head_lines import HeadLine
    from cstrack.values.period import Period

_HOST = pattern(
    "recognition.head_authority.host",
    r"(?:(?<=@)|(?<=//)|(?<![\w.@/-])(?=www\.))[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}",
    re.IGNORECASE,
)
_WORD = pattern("recognition.head_authority.word", r"[EWSN][0-9]{8}(?![0-9])|[A-Za-z][A-Za-z']*|[0-9]+")

_MOST_WORDS = 6
_FOLDERS = 2


def find_authority(
    document: Document, lines: Iterable[HeadLine], dated: Period | None
) -> tuple[str | None, str | None, Span | None]:
    """The authority a paper belongs to.

    Args:
        document: the paper.
        lines: its head matter.
        dated: the paper's date, which tells authorities of one name apart.

    Returns:
        GSS code, where it was found (``head``, ``domain`` or ``name``), and the place in the text; three times None where nothing
        names one. An authority that is only spoken of in the text is not taken for the paper's own.
    """
    on = dated.start if dated else None
    head = _named_in_head(lines, on)
    if head:
        return head[0], "head", head[1]
    domain = _own_domain(document, on)
    if domain:
        return domain[0], "domain", domain[1]
    name = _named_by_file(document, on)
    return (name, "name", None) if name else (None, None, None)


def _named_in_head(lines: Iterable[HeadLine], on: date | None) -> tuple[str, Span] | None:
    """The authority the head names oftenest, names of a council before names of a place."""
    votes: Counter[str] = Counter()
    places: dict[str, Span] = {}
    for line in lines:
        if not line.head and line.what is None:
            continue
        for naming in named_in(line.text, on):
            votes[naming.authority.code] += 100 if naming.as_council else 1
            places.setdefault(naming.authority.code, line.span)
    code = _first(votes)
    return (code, places[code]) if code else None


def _own_domain(document: Document, on: date | None) -> tuple[str, Span] | None:
    """The authority of the e-mail and web addresses, where one has more of them than any other."""
    votes: Counter[str] = Counter()
    places: dict[str, Span] = {}
    for found in _HOST.finditer(document.text):
        owner = by_domain(found.group(), on)
        if owner:
            votes[owner.code] += 1
            places.setdefault(owner.code, Span(found.start(), found.end()))
    code = _first(votes)
    return (code, places[code]) if code else None


def _first(votes: Counter[str]) -> str | None:
    """The one with most votes; None where two have as many."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _named_by_file(document: Document, on: date | None) -> str | None:
    """The authority that the file's name, or else a folder around it, is named after."""
    folders = document.source.path.replace("\\", "/").split("/")[:-1][-_FOLDERS:]
    for name in (document.source.name, *reversed(folders)):
        code = _in_name(name.rpartition(".")[0] if name == document.source.name else name, on)
        if code:
            return code
    return None


def _in_name(name: str, on: date | None) -> str | None:
    """The longest run of words of a name that means an authority; a word such as "reading" only where it opens the name."""
    words: list[str] = _WORD.findall(name)
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            if run[0] in authorities():
                return run[0]
            folded = fold(" ".join(run))
            alone = folded in WORDS and any(word.isalpha() for word in words[:start] + words[start + length :])
            if folded in by_name() and not alone:
                return chosen(by_name()[folded], on).code
    return None
