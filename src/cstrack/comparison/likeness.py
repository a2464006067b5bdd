"""How alike two wordings are: the cosine of their words, a word weighing the more the fewer records use it."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING, final

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: What a sum of fractions may be off by.
_ROUNDING = 1e-9


@final
@define
class Weights:
    """The weights of words among the records of two reports, each found when it is first asked for.

    Attributes:
        old: how many records of the earlier report use each word.
        new: how many of the later one do.
        records: how many records there are in both.
    """

    old: Mapping[str, int]
    new: Mapping[str, int]
    records: int
    _weights: dict[str, float] = field(factory=dict)
    _lengths: dict[frozenset[str], float] = field(factory=dict)

    def of(self, word: str) -> float:
        """The weight of a word: from 1 where every record uses it."""
        weight = self._weights.get(word)
        if weight is None:
            count = self.old.get(word, 0) + self.new.get(word, 0)
            weight = self._weights[word] = 1.0 + log((1 + self.records) / (1 + count))
        return weight

    def heaviest(self, words: Iterable[str]) -> list[str]:
        """Words by their weight, the heaviest first."""
        return sorted(words, key=lambda word: (-self.of(word), word))

    def length(self, words: frozenset[str]) -> float:
        """The length of a wording as a vector of weights."""
        length = self._lengths.get(words)
        if length is None:
            length = self._lengths[words] = sqrt(sum(self.of(word) ** 2 for word in sorted(words)))
        return length

    def likeness(self, old: frozenset[str], new: frozenset[str]) -> float | None:
        """How alike two wordings are, 0 to 1; None where they share too few words to tell."""
        shared = old & new
        if len(shared) < min(2, len(new), len(old)):
            return None
        product = self.length(old) * self.length(new)
        return sum(self.of(word) ** 2 for word in sorted(shared)) / product if product else 0.0

    def telling(self, words: frozenset[str], at_least: float) -> Iterator[str]:
        """The heaviest words of a wording, one of which any wording shares that is so alike.

        The words that remain are together shorter than that part of the whole, so that no wording that shares only those can reach
        it (Cauchy and Schwarz; Bayardo, Ma, Srikant: Scaling up all pairs similarity search, 2007).
        """
        left = self.length(words) ** 2
        enough = left * at_least**2 * (1 - _ROUNDING)
        for word in self.heaviest(words):
            if left < enough:
                return
            yield word
            left -= self.of(word) ** 2
