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
    tokens = [found.span() for found in _WORD.finditer(text, start, end)]
    folded = text.lower()
    found: list[Term] = []
    at = 0
    while at < len(tokens):
        length = _length_at(folded, tokens, at, words)
        if length:
            begin, stop = tokens[at][0], tokens[at + length - 1][1]
            found.append(Term(begin, stop, text[begin:stop], words[folded[begin:stop]]))
        at += max(1, length)
    return tuple(found)


def _length_at(folded: str, tokens: list[tuple[int, int]], at: int, words: Mapping[str, str]) -> int:
    """Number of tokens of the longest phrase that begins at a token; 0 for none."""
    begin = tokens[at][0]
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        if folded[begin : tokens[at + length - 1][1]] in words:
            return length
    return 0
