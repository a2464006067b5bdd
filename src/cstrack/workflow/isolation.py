"""Where files are read: in processes that can be ended, or in this one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeAlias

from cstrack.workflow.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from cstrack.reading.inputs import Input
    from cstrack.workflow.account import Wanted
    from cstrack.workflow.arrival import Arrival
    from cstrack.workflow.told import Told

    #: Reads files one after the other or several at a time; what is handed over is told before each how many are done.
    Reads: TypeAlias = Callable[[Sequence[Input], Callable[[int, str], None]], Generator[Arrival]]

#: Where files are read: in processes that can be ended, or in this one.
Isolation: TypeAlias = Literal["process", "none"]


@contextmanager
def reading(told: Told, isolation: Isolation, most: int, wanted: Wanted = "records") -> Iterator[Reads]:
    """What reads files; nothing of it is left behind. The first worker gets ready while the files are looked for.

    Args:
        told: what the load was told.
        isolation: where they are read.
        most: how many at a time.
        wanted: what of them.

    Raises:
        NoWorker: no process can be started here.
    """
    if isolation == "none":
        from functools import partial

        from cstrack.workflow.seeing import TRIPS
        from cstrack.workflow.trip import arrive_all

        yield partial(arrive_all, told=told, trip=TRIPS[wanted])
        return
    pool = Pool(told, most, wanted)
    try:
        pool.hire()
        yield pool.arrivals
    finally:
        pool.close()
