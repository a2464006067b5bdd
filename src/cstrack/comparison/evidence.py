"""What speaks for two rows being the same promise: words first, then number, owner, date and place.

A number counts for as much as numbers can be trusted in these two reports: where rows that are the same by their words also carry the same
number, numbers are stable; where they do not, the plan was renumbered, and a number says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.comparison.words import bare, length, likeness, weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cstrack.comparison.rows import Row
    from cstrack.model.action import Action

#: From this likeness of words on two rows are one promise, whatever else they say.
SAME = 0.6

#: Names of measures say what is counted, so they differ by less; unless both print the same number of one period.
MEASURE = 0.68

#: Below this likeness nothing else can make two rows one promise.
LEAST = 0.22

#: What is worth a look, and what is taken for certain, by all that speaks for it.
DOUBTFUL, CERTAIN = 0.5, 0.62

#: How many of a row's rarest words, or its number, another must share to be compared with it; and rows compared for one of them.
_RAREST, _CROWD = 6, 60

#: Rows of each report that may use a rare word; likeness of a headline with the measure it repeats.
_RARE, _HEADLINE = 2, 0.4

#: What each further agreement adds.
_REF, _OWNER, _DUE, _PLACE, _EXACT = 0.3, 0.08, 0.1, 0.06, 0.25


@final
@frozen(kw_only=True)
class Evidence:
    """What speaks for one pair.

    Attributes:
        words: likeness of the words, 0 to 1.
        total: with all else that agrees; no probability, an order among guesses.
        told: the same for a person.
    """

    words: float
    total: float
    told: str

    @property
    def doubtful(self) -> bool:
        """Whether a person should look."""
        return self.total < CERTAIN


@final
@frozen(kw_only=True, eq=False)
class Scene:
    """Two reports while their rows are compared.

    Attributes:
        old: rows of the earlier report.
        new: rows of the later report.
        weight: of each word, by how few rows use it.
        lengths: of each row, as a vector of its weighted words.
        refs: how far numbers can be trusted, 0 to 1.
    """

    old: Sequence[Row]
    new: Sequence[Row]
    weight: Mapping[str, float]
    lengths: Mapping[Row, float]
    refs: float

    @classmethod
    def of(cls, old: Sequence[Row], new: Sequence[Row]) -> Scene:
        """The scene of two reports."""
        weight = weights([*(row.words for row in old), *(row.words for row in new)])
        lengths = {row: length(row.words, weight) for row in (*old, *new)}
        return cls(old=old, new=new, weight=weight, lengths=lengths, refs=_trust(old, new))

    def candidates(self) -> dict[tuple[int, int], Evidence]:
        """Every pair that may be one, by position in ``old`` and ``new``.

        A wording that one row of each report has is that row again, and is compared with nothing else; of the others only rows that share
        one of their rarest words, or a number, are compared.
        """
        found: dict[tuple[int, int], Evidence] = {}
        same = self._once()
        for two, one in same.items():
            evidence = self.evidence(self.old[one], self.new[two])
            if evidence is not None:
                found[one, two] = evidence
        for two, others in self._meeting(same).items():
            for one in sorted(others):
                evidence = self.evidence(self.old[one], self.new[two])
                if evidence is not None:
                    found[one, two] = evidence
        return found

    def _once(self) -> dict[int, int]:
        """New row -> old row of one wording, where no other row of either report has it."""
        old, new = _places(self.old), _places(self.new)
        return {new[text][0]: at[0] for text, at in old.items() if len(at) == 1 and len(new.get(text, ())) == 1}

    def _meeting(self, same: Mapping[int, int]) -> dict[int, set[int]]:
        users: dict[str, list[int]] = defaultdict(list)
        taken = set(same.values())
        for at, row in enumerate(self.old):
            for key in _keys(row) if at not in taken else ():
                users[key].append(at)
        met: dict[int, set[int]] = {}
        for at, row in enumerate(self.new):
            if at not in same:
                rare = sorted((key for key in _keys(row) if key in users), key=lambda key: (len(users[key]), key))
                met[at] = {one for key in rare[:_RAREST] for one in users[key][:_CROWD]}
        return met

    def evidence(self, one: Row, two: Row) -> Evidence | None:
        """What speaks for a pair; None where too little does."""
        alike = 1.0 if bare(one.title) == bare(two.title) else self.alike(one, two)
        if alike < LEAST:
            return None
        agreeing = list(self._agreements(one, two))
        total = alike + sum(weight for weight, _ in agreeing)
        if alike < SAME and total < DOUBTFUL:
            return None
        if one.action is None and alike < MEASURE and not _same_values(one, two):
            return None
        shared = sorted(one.words & two.words, key=lambda word: (-self.weight[word], word))[:5]
        said = "same wording" if alike == 1.0 else f"words in common: {', '.join(shared)}"
        return Evidence(words=alike, total=total, told="; ".join((said, *(text for _, text in agreeing if text))))

    def alike(self, one: Row, two: Row) -> float:
        """Likeness of the words of two rows, 0 to 1."""
        return likeness(one.words, two.words, self.weight, self.lengths[one] * self.lengths[two])

    def rare(self, word: str) -> bool:
        """Whether only a row or two of each report use a word."""
        return (
            sum(word in row.words for row in self.old) <= _RARE and sum(word in row.words for row in self.new) <= _RARE
        )

    def twice(self, one: Row, two: Row) -> bool:
        """Whether two rows of one report print the same thing.

        In like words, by the same people, for the same day; of measures, one without a target beside one that has it.
        """
        if one.action is None or two.action is None:
            return bool(one.targets) and not two.targets and self.alike(one, two) >= _HEADLINE
        same_day = one.action.due is not None and one.action.due == two.action.due
        return same_day and bool(set(one.owners) & set(two.owners)) and self.alike(one, two) >= SAME

    def _agreements(self, one: Row, two: Row) -> list[tuple[float, str]]:
        found: list[tuple[float, str]] = []
        if one.title and bare(one.title) == bare(two.title):
            found.append((_EXACT, ""))
        if one.ref is not None and two.ref is not None:
            if one.ref == two.ref:
                found.append((_REF * self.refs, f"same number {two.ref}" if self.refs > 0 else ""))
            else:
                found.append((-_REF * self.refs / 3, ""))
        before, after = one.action, two.action
        if before is not None and after is not None:
            if before.owners and set(before.owners) & set(after.owners):
                found.append((_OWNER, "same owner"))
            if before.due is not None and after.due is not None and _dates(before) & _dates(after):
                found.append((_DUE, "a date in common"))
        if one.sheet == two.sheet and one.number == two.number:
            found.append((_PLACE, "same place"))
        elif one.sheet == two.sheet:
            found.append((_PLACE / 2, ""))
        return found


def _keys(row: Row) -> list[str]:
    return [*row.words, *([f"#{row.ref}"] if row.ref is not None else [])]


def _places(rows: Sequence[Row]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        places[bare(row.title)].append(at)
    return places


def _same_values(one: Row, two: Row) -> bool:
    """Whether two measures print the same number of one period."""
    old = {(value.period, value.citation.quote) for value in one.observations if value.period is not None}
    return any((value.period, value.citation.quote) in old for value in two.observations)


def _dates(action: Action) -> set[object]:
    known = (action.original_due, action.due, *action.revised_due)
    return {one.last_day for one in known if one is not None and one.last_day is not None}


def _trust(old: Sequence[Row], new: Sequence[Row]) -> float:
    """How often rows of one wording carry one number."""
    by_words: dict[frozenset[str], list[Row]] = defaultdict(list)
    for row in old:
        by_words[row.words].append(row)
    same = total = 0
    for row in new:
        others = by_words.get(row.words, [])
        if len(others) != 1 or row.ref is None or others[0].ref is None:
            continue
        total += 1
        same += row.ref == others[0].ref
    return max(0.0, (same / total - 0.5) * 2) if total else 0.5
