"""One to one by the best total: which old row goes with which new one, so that the sum of what speaks for it is the greatest.

Rows that compete with each other form a group; a group is solved exactly while it is small, and taken the best first when it is large.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

#: Rows on the larger side of a group that is solved exactly.
EXACT = 60


def assign(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pairs with the greatest total.

    Args:
        scores: what speaks for each pair of an old and a new row that may be one; all above nought.

    Returns:
        The old row of each new row that has one.
    """
    pairs: dict[int, int] = {}
    for olds, news in _groups(scores):
        if max(len(olds), len(news)) <= EXACT:
            pairs.update(_exact(olds, news, scores))
        else:
            pairs.update(_best_first(olds, news, scores))
    return pairs


def _groups(scores: Mapping[tuple[int, int], float]) -> Iterator[tuple[list[int], list[int]]]:
    of_old: dict[int, list[int]] = defaultdict(list)
    of_new: dict[int, list[int]] = defaultdict(list)
    for old, new in scores:
        of_old[old].append(new)
        of_new[new].append(old)
    seen: set[int] = set()
    for start in sorted(of_old):
        if start in seen:
            continue
        olds, news, waiting = {start}, set[int](), [start]
        while waiting:
            for new in of_old[waiting.pop()]:
                if new not in news:
                    news.add(new)
                    fresh = [old for old in of_new[new] if old not in olds]
                    olds.update(fresh)
                    waiting.extend(fresh)
        seen |= olds
        yield sorted(olds), sorted(news)


def _best_first(olds: list[int], news: list[int], scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    mine, others = set(olds), set(news)
    ordered = sorted(
        (pair for pair in scores if pair[0] in mine and pair[1] in others), key=lambda pair: (-scores[pair], pair)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for old, new in ordered:
        if old not in taken and new not in pairs:
            taken.add(old)
            pairs[new] = old
    return pairs


def _exact(olds: list[int], news: list[int], scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The Hungarian method, on a square filled up with pairs that nothing speaks for."""
    size = max(len(olds), len(news))

    def cost(row: int, column: int) -> float:
        if row < len(olds) and column < len(news):
            return -scores.get((olds[row], news[column]), 0.0)
        return 0.0

    match = _hungarian(size, cost)
    found = ((news[column], olds[row]) for column, row in match.items() if row < len(olds) and column < len(news))
    return {new: old for new, old in found if (old, new) in scores}


def _hungarian(size: int, cost: Callable[[int, int], float]) -> dict[int, int]:
    """Row of each column, at the least total cost, in the time of the third power of the size."""
    endless = float("inf")
    by_row, by_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, used = [endless] * (size + 1), [False] * (size + 1)
        while True:
            used[column] = True
            here, step, following = row_of[column], endless, 0
            for other in range(1, size + 1):
                if used[other]:
                    continue
                left = cost(here - 1, other - 1) - by_row[here] - by_column[other]
                if left < least[other]:
                    least[other], way[other] = left, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(size + 1):
                if used[other]:
                    by_row[row_of[other]] += step
                    by_column[other] -= step
                else:
                    least[other] -= step
            column = following
            if row_of[column] == 0:
                break
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return {column - 1: row_of[column] - 1 for column in range(1, size + 1)}
