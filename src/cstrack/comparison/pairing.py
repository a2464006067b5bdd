"""The rows of two reports, paired: one to one, one into several, several into one, and those that stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.comparison.assigning import assign
from cstrack.comparison.evidence import Evidence, Scene
from cstrack.comparison.rows import refs_in
from cstrack.comparison.words import contained
from cstrack.model.action import Lifecycle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstrack.comparison.rows import Row
    from cstrack.comparison.settled import Settled

#: Of what one part lacks of the whole, the other brings this much; and together they hold this much of it.
_PART, _WHOLE = 0.6, 0.7
#: And so much of a part's own words stands in the whole, where one owner has both.
_NEAR = 0.3
#: Words of the whole that a part must hold.
_WORDS = 2


@final
@frozen(kw_only=True, eq=False)
class RowPair:
    """Two rows taken for the same promise.

    Attributes:
        before: the earlier row.
        after: the later row.
        evidence: why.
        settled: somebody said so.
    """

    before: Row
    after: Row
    evidence: Evidence
    settled: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether a person should look."""
        return self.evidence.doubtful and not self.settled


@final
@frozen(kw_only=True, eq=False)
class Paired:
    """What became of the rows of two reports.

    Attributes:
        pairs: one to one, in the order of the later report.
        split: an earlier row, and the later rows that it became.
        merged: earlier rows, and the later row that they became; the first of them is also among ``pairs``.
        gone: earlier rows without a later one.
        arrived: later rows without an earlier one.
    """

    pairs: tuple[RowPair, ...]
    split: tuple[tuple[Row, tuple[Row, ...]], ...]
    merged: tuple[tuple[tuple[Row, ...], Row], ...]
    gone: tuple[Row, ...]
    arrived: tuple[Row, ...]


def pair_rows(old: Sequence[Row], new: Sequence[Row], settled: Settled) -> Paired:
    """Pair the rows of two reports.

    Args:
        old: rows of the earlier report.
        new: rows of the later report.
        settled: what somebody decided of doubtful pairs.

    Returns:
        Every row of either report once, but for the row that others were merged into.
    """
    scene = Scene.of(old, new)
    candidates = scene.candidates()
    said = settled.pairs(old, new)
    taken_old, taken_new = {one for one, _ in said}, {two for _, two in said}
    refused = settled.refused(old, new)
    free = {
        pair: evidence
        for pair, evidence in candidates.items()
        if pair not in refused and pair[0] not in taken_old and pair[1] not in taken_new
    }
    chosen = assign({pair: evidence.total for pair, evidence in free.items()})
    pairs = {two: RowPair(before=old[one], after=new[two], evidence=free[one, two]) for two, one in chosen.items()}
    for one, two in said:
        evidence = candidates.get((one, two)) or Evidence(words=0.0, total=0.0, told="")
        pairs[two] = RowPair(before=old[one], after=new[two], evidence=evidence, settled=True)
    return _divided(scene, tuple(pairs[at] for at in sorted(pairs)))


def _divided(scene: Scene, pairs: tuple[RowPair, ...]) -> Paired:
    """Find among the rows that stand alone those that were split off, merged in, or printed twice."""
    old = {pair.before.order for pair in pairs}
    new = {pair.after.order for pair in pairs}
    gone = [row for row in scene.old if row.order not in old]
    arrived = [row for row in scene.new if row.order not in new]
    gone = [row for row in gone if not any(scene.twice(pair.before, row) for pair in pairs)]
    arrived = [row for row in arrived if not any(scene.twice(pair.after, row) for pair in pairs)]
    split: list[tuple[Row, tuple[Row, ...]]] = []
    merged: list[tuple[tuple[Row, ...], Row]] = []
    for pair in pairs:
        parts = tuple(row for row in arrived if _completes(scene, pair.before, pair.after, row))
        if parts:
            split.append((pair.before, (pair.after, *parts)))
            arrived = [row for row in arrived if row not in parts]
            continue
        wholes = tuple(row for row in gone if _completes(scene, pair.after, pair.before, row))
        if wholes:
            merged.append(((pair.before, *wholes), pair.after))
            gone = [row for row in gone if row not in wholes]
    divided = {whole.order for whole, _ in split}
    return Paired(
        pairs=tuple(pair for pair in pairs if pair.before.order not in divided),
        split=tuple(split),
        merged=tuple(merged),
        gone=tuple(gone),
        arrived=tuple(arrived),
    )


def _completes(scene: Scene, whole: Row, one: Row, two: Row) -> bool:
    """Whether a row brings what another lacks of a third: then the third was split into both, or made of both."""
    if two.ref is not None and two.ref not in {one.ref, whole.ref} and two.ref in refs_in(whole.title):
        return True
    missing = whole.words - one.words
    brought = missing & two.words
    if not brought or not one.words - two.words:
        return False
    weight = scene.weight
    if two.action is not None and two.action.lifecycle is Lifecycle.COMPLETED:
        return False
    if len(two.words & whole.words) >= _WORDS and contained(missing, two.words, weight) >= _PART:
        near = contained(two.words, whole.words, weight) >= (_NEAR if _same_owner(whole, one, two) else _PART)
        return near and contained(whole.words, one.words | two.words, weight) >= _WHOLE
    return _same_hands(whole, one, two) and any(scene.rare(word) for word in brought)


def _same_hands(whole: Row, one: Row, two: Row) -> bool:
    """One owner and one sheet, and words were joined on: then one rare word in common will do, for a person to look at."""
    return _same_owner(whole, one, two) and two.sheet in {one.sheet, whole.sheet} and one.words < whole.words


def _same_owner(whole: Row, one: Row, two: Row) -> bool:
    return bool(set(two.owners) & (set(one.owners) | set(whole.owners)))
