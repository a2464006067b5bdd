"""Where the words of a vocabulary stand in a stretch of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = pattern("assembly.terms.word", r"[A-Za-z0-9&%](?:[A-Za-z0-9&+]|['/-](?=[A-Za-z0-9])){0,40}+")

#: Longest phrase of a vocabulary, in words.
_LONGEST = 10
#: Vocabularies whose first words are kept.
_VOCABULARIES = 32


@final
@frozen
class Term:
    """A phrase of a vocabulary in its place.

    Attributes:
        start: offset in the text.
        end: offset after it.
        printed: the phrase as printed.
        meaning: what it stands for.
    """

    start: int
    end: int
    printed: str
    meaning: str


def terms_in(text: str, start: int, end: int, words: Mapping[str, str]) -> tuple[Term, ...]:
    """The phrases of a vocabulary in a stretch of text, in order; the longest goes first and none overlaps another.

    Args:
        text: plain text.
        start: offset at which to begin.
        end: offset at which to stop.
        words: printed phrase, folded to lower case -> meaning.
    """
    if not words:
        return ()
    stretch = text[start:end]
    folded = stretch.lower() if len(stretch.lower()) == len(stretch) else stretch
    tokens = [found.span() for found in _WORD.finditer(folded)]
    firsts = _first_words(words)
    found: list[Term] = []
    past = 0
    for at, (begin, stop) in enumerate(tokens):
        if begin < past or folded[begin:stop] not in firsts:
            continue
        length = _length_at(folded, tokens, at, words)
        if length:
            past = tokens[at + length - 1][1]
            found.append(Term(start + begin, start + past, stretch[begin:past], words[folded[begin:past]]))
    return tuple(found)


_KEPT: dict[int, tuple[Mapping[str, str], frozenset[str]]] = {}


def _first_words(words: Mapping[str, str]) -> frozenset[str]:
    """The first word of each phrase, so that most of a text is passed over; made once for each vocabulary."""
    kept = _KEPT.get(id(words))
    if kept is None or kept[0] is not words:
        if len(_KEPT) > _VOCABULARIES:
            _KEPT.clear()
        firsts = frozenset(first.group() for phrase in words if (first := _WORD.search(phrase)) is not None)
        kept = _KEPT[id(words)] = (words, firsts)
    return kept[1]


def _length_at(folded: str, tokens: list[tuple[int, int]], at: int, words: Mapping[str, str]) -> int:
    """Number of tokens of the longest phrase that begins at a token; 0 for none."""
    begin = tokens[at][0]
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        if folded[begin : tokens[at + length - 1][1]] in words:
            return length
    return 0
