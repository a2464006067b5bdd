"""How many files are read at a time."""

from __future__ import annotations

import os

from cstrack.errors import BadLimit

#: Most workers where nobody says how many: each may need a gibibyte of memory.
USUAL = 8


def jobs_for(asked: int | None) -> int:
    """How many files to read at a time: as asked, else as many as this program may use processors.

    Raises:
        BadLimit: it is no whole number from 1 on.
    """
    if asked is None:
        return max(1, min(USUAL, _processors()))
    if isinstance(asked, bool) or not isinstance(asked, int) or asked < 1:
        raise BadLimit("jobs", repr(asked))
    return asked


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # systems on which a program cannot be bound to processors
        return os.cpu_count() or 1
