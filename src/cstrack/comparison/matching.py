"""The same promise again: which record of one report is which of another.

Records carry no stable number in most papers, so they are matched by their words. A word weighs the more the fewer records use it;
two records are as alike as the cosine of their weighted words; pairs are taken one to one, the most alike first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.comparison.known import Known
from cstrack.comparison.likeness import Weights
from cstrack.comparison.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.comparison.known import Wording
    from cstrack.model.record import Record

#: From this likeness on two records are taken for the same promise.
SAME = 0.6

#: From this likeness on a pair is worth a person's look.
DOUBTFUL = 0.45

#: Words of the evidence.
_SHOWN = 6


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


def pair_records(before: Sequence[Record], after: Sequence[Record], at_least: float = SAME) -> tuple[Pair, ...]:
    """Pair the records of two reports, one to one, the most alike first.

    Args:
        before: records of the earlier report.
        after: records of the later report.
        at_least: likeness below which no pair is made.

    Returns:
        Pairs in the order of ``after``.
    """
    known = Known()
    for at, record in enumerate(before):
        known.put(at, record)
    return pair_known(known, after, at_least)


def pair_known(known: Known, after: Sequence[Record], at_least: float = SAME) -> tuple[Pair, ...]:
    """Pair the records that are known with those of a later report, one to one, the most alike first.

    Only records of one kind are compared, and only those that share one of the rarer words of the later one, without which they
    could not be alike enough; records of the same wording are compared once for all. So the work grows with the records of the
    report and with what resembles them, not with all that is known.

    Args:
        known: the earlier records.
        after: records of the later report.
        at_least: likeness below which no pair is made.

    Returns:
        Pairs in the order of ``after``.
    """
    words = [words_of(record) for record in after]
    weights = Weights(known.counts, Counter(word for one in words for word in one), len(known) + len(after))
    later: dict[Wording, list[int]] = defaultdict(list)
    for at, record in enumerate(after):
        later[type(record), words[at]].append(at)
    alike: dict[float, list[tuple[Wording, Wording]]] = defaultdict(list)
    for new in later:
        for old in known.sharing(new[0], weights.telling(new[1], at_least)):
            likeness = weights.likeness(old[1], new[1])
            if likeness is not None and likeness >= at_least:
                alike[likeness].append((old, new))
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for likeness in sorted(alike, reverse=True):
        for one, two in _one_to_one(alike[likeness], known, later, taken):
            evidence = "same words: " + ", ".join(weights.heaviest(known.words[one] & words[two])[:_SHOWN])
            pairs[two] = Pair(before=known.records[one], after=after[two], likeness=likeness, evidence=evidence)
    return tuple(pairs[at] for at in sorted(pairs))


def _one_to_one(
    alike: Sequence[tuple[Wording, Wording]], known: Known, later: dict[Wording, list[int]], taken: set[int]
) -> list[tuple[int, int]]:
    """Pairs among wordings that are all equally alike: each earlier record in turn with the first later one that is left."""
    partners: dict[Wording, list[Wording]] = defaultdict(list)
    for old, new in alike:
        partners[old].append(new)
    pairs = []
    left = {place: old for old in partners for place in known.places[old] if place not in taken}
    for one in sorted(left):
        free = [later[new] for new in partners[left[one]] if later[new]]
        if free:
            pairs.append((one, min(free).pop(0)))
            taken.add(one)
    return pairs
