"""Rows of a large table, each made when it is asked for."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, final, overload

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cstrack.document.grid import Cell

#: Rows that are kept once they were made; who reads a table looks back a little and no further.
_KEPT = 1024


@final
@frozen(eq=False)
class LazyRows:
    """So many rows and what makes each; a workbook of a million cells costs nothing where nobody looks.

    Attributes:
        count: how many there are.
        make: the row of an index from 0; the same each time.
    """

    count: int
    make: Callable[[int], tuple[Cell, ...]] = field(repr=False)
    _made: OrderedDict[int, tuple[Cell, ...]] = field(factory=OrderedDict, init=False, repr=False)

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return (self._row(at) for at in range(self.count))

    @overload
    def __getitem__(self, at: int, /) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, at: slice, /) -> tuple[tuple[Cell, ...], ...]: ...
    def __getitem__(self, at: int | slice, /) -> tuple[Cell, ...] | tuple[tuple[Cell, ...], ...]:
        places = range(self.count)[at]
        return self._row(places) if isinstance(places, int) else tuple(self._row(place) for place in places)

    def _row(self, at: int) -> tuple[Cell, ...]:
        known = self._made.get(at)
        if known is None:
            known = self._made[at] = self.make(at)
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return known
