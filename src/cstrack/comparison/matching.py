"""The same promise again: which record of one report is which of another.

Records carry no stable number in most papers, so they are matched by their words. A word weighs the more the fewer records use it;
two records are as alike as the cosine of their weighted words; pairs are taken one to one, the most alike first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log, sqrt
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.model.action import Action
from cstrack.model.budget import BudgetLine
from cstrack.model.decision import Decision
from cstrack.model.plan import Objective
from cstrack.model.target import Target
from cstrack.values.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.model.record import Record

#: From this likeness on two records are taken for the same promise.
SAME = 0.6

#: From this likeness on a pair is worth a person's look.
DOUBTFUL = 0.45

_WORD = pattern("comparison.matching.word", r"(?<![a-z0-9])[a-z0-9][a-z0-9']{2,40}+")

#: Words that tell no two promises apart.
_EMPTY = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "will",
        "has",
        "have",
        "had",
        "been",
        "being",
        "are",
        "was",
        "were",
        "its",
        "our",
        "their",
        "his",
        "her",
        "from",
        "into",
        "onto",
        "upon",
        "which",
        "who",
        "whom",
        "whose",
        "what",
        "when",
        "where",
        "all",
        "any",
        "each",
        "such",
        "also",
        "now",
        "not",
        "but",
        "may",
        "can",
        "could",
        "should",
        "would",
        "must",
        "shall",
        "than",
        "then",
        "them",
        "they",
        "there",
        "here",
        "over",
        "under",
        "about",
        "more",
        "most",
        "other",
        "some",
        "these",
        "those",
        "within",
        "work",
        "working",
        "children",
        "children's",
        "young",
        "people",
        "service",
        "services",
        "council",
        "authority",
        "new",
        "continue",
        "continues",
        "further",
    ]
)


@final
@frozen(kw_only=True)
class Pair:
    """Two records taken for the same promise.

    Attributes:
        before: the earlier record.
        after: the later record.
        likeness: 0 to 1.
        evidence: the words they share, for a person.
    """

    before: Record
    after: Record
    likeness: float
    evidence: str

    @property
    def doubtful(self) -> bool:
        """Whether a person should look."""
        return self.likeness < SAME


def wording(record: Record) -> str:
    """The words by which a record is known again."""
    match record:
        case Action() | Objective():
            return record.title
        case Decision():
            return record.text
        case BudgetLine():
            return f"{record.label} {record.measure} {record.period.label if record.period else ''}"
        case Target():
            return f"{record.label} {record.citation.sentence or ''}"
        case _:
            return f"{record.label} {record.citation.sentence or ''}"


def pair_records(before: Sequence[Record], after: Sequence[Record], at_least: float = SAME) -> tuple[Pair, ...]:
    """Pair the records of two reports, one to one, the most alike first.

    Only records of one kind are compared, and only those that share a word: the work grows with the pairs that have something in
    common, not with all pairs.

    Args:
        before: records of the earlier report.
        after: records of the later report.
        at_least: likeness below which no pair is made.

    Returns:
        Pairs in the order of ``after``.
    """
    old, new = [_words(record) for record in before], [_words(record) for record in after]
    weights = _weights([*old, *new])
    options = sorted(_options(before, after, old, new, weights, at_least), key=lambda option: (-option[0], option[1:3]))
    taken_old: set[int] = set()
    pairs: dict[int, Pair] = {}
    for likeness, one, two, evidence in options:
        if one not in taken_old and two not in pairs:
            taken_old.add(one)
            pairs[two] = Pair(before=before[one], after=after[two], likeness=likeness, evidence=evidence)
    return tuple(pairs[at] for at in sorted(pairs))


def _words(record: Record) -> frozenset[str]:
    text = wording(record).casefold().replace("’", "'")
    found = (word.group().rstrip("'").removesuffix("'s") for word in _WORD.finditer(text))
    return frozenset(word for word in found if word not in _EMPTY)


def _weights(records: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(word for words in records for word in words)
    return {word: 1.0 + log((1 + len(records)) / (1 + count)) for word, count in counts.items()}


def _options(
    before: Sequence[Record],
    after: Sequence[Record],
    old: Sequence[frozenset[str]],
    new: Sequence[frozenset[str]],
    weights: Mapping[str, float],
    at_least: float,
) -> list[tuple[float, int, int, str]]:
    users: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(old):
        for word in words:
            users[word].append(at)
    options = []
    for two, words in enumerate(new):
        for one in sorted({at for word in words for at in users.get(word, ())}):
            shared = old[one] & words
            if type(before[one]) is not type(after[two]) or len(shared) < min(2, len(words), len(old[one])):
                continue
            likeness = _likeness(old[one], words, shared, weights)
            if likeness >= at_least:
                evidence = "same words: " + ", ".join(sorted(shared, key=lambda word: (-weights[word], word))[:6])
                options.append((likeness, one, two, evidence))
    return options


def _likeness(old: frozenset[str], new: frozenset[str], shared: frozenset[str], weights: Mapping[str, float]) -> float:
    def length(words: frozenset[str]) -> float:
        return sqrt(sum(weights[word] ** 2 for word in sorted(words)))

    product = length(old) * length(new)
    return sum(weights[word] ** 2 for word in sorted(shared)) / product if product else 0.0
