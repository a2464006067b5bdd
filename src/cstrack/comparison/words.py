"""The words of a promise, and how alike two promises are by them.

A word weighs the more the fewer promises use it; two promises are as alike as the cosine of their weighted words. Endings are cut, so
that "improve" and "improving" are one word.
"""

from __future__ import annotations

from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING

from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD = pattern("comparison.words.word", r"(?<![a-z0-9])[a-z0-9][a-z0-9']{0,40}+")

#: Letters of a longer word that count: its ending tells of grammar.
_STEM = 5

#: Words that tell no two promises apart.
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "into",
        "onto",
        "upon",
        "that",
        "this",
        "these",
        "those",
        "which",
        "who",
        "whom",
        "whose",
        "what",
        "when",
        "where",
        "how",
        "it",
        "its",
        "our",
        "their",
        "his",
        "her",
        "we",
        "us",
        "you",
        "they",
        "them",
        "there",
        "here",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "must",
        "not",
        "but",
        "than",
        "then",
        "so",
        "as",
        "if",
        "all",
        "any",
        "each",
        "such",
        "also",
        "now",
        "about",
        "over",
        "under",
        "more",
        "most",
        "other",
        "some",
        "within",
        "between",
        "across",
        "after",
        "before",
        "new",
        "further",
        "continue",
        "continues",
        "our",
        "own",
        "s",
    ]
)


def stems(text: str) -> tuple[str, ...]:
    """The telling words of a text in their order, without endings.

    >>> stems("We will improve the timeliness of assessments")
    ('impro', 'timel', 'asses')
    """
    plain = text.casefold().replace("’", "'")
    found = (word.group().rstrip("'").removesuffix("'s") for word in _WORD.finditer(plain))
    return tuple(_stem(word) for word in found if word and word not in _EMPTY)


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s") if len(word) > 3 else word


def weights(texts: Sequence[Iterable[str]]) -> dict[str, float]:
    """The weight of each word: the more, the fewer texts use it."""
    counts = Counter(word for words in texts for word in set(words))
    return {word: 1.0 + log((1 + len(texts)) / (1 + count)) for word, count in counts.items()}


def length(words: frozenset[str], weight: Mapping[str, float]) -> float:
    """Length of a text as a vector of its weighted words; summed in one order on every machine."""
    return sqrt(sum(weight[word] ** 2 for word in sorted(words)))


def likeness(one: frozenset[str], two: frozenset[str], weight: Mapping[str, float], product: float) -> float:
    """Cosine of two texts, 0 to 1; ``product`` is that of their lengths."""
    return sum(weight[word] ** 2 for word in sorted(one & two)) / product if product else 0.0


def contained(part: frozenset[str], whole: frozenset[str], weight: Mapping[str, float]) -> float:
    """How much of a text stands in another, by weight, 0 to 1."""
    total = sum(weight[word] for word in sorted(part))
    return sum(weight[word] for word in sorted(part & whole)) / total if total else 0.0


def same_wording(one: str, two: str) -> bool:
    """Whether two texts are the same but for capitals, dashes, quotation marks, points and blanks."""
    return bare(one) == bare(two)


def bare(text: str) -> str:
    """A text without capitals, dashes, quotation marks, points and blanks."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
