"""One paper looked at closely: what was seen in it, by which loader, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.errors import NothingRead
from cstrack.problems import Severity
from cstrack.reading.inputs import find_inputs
from cstrack.workflow.isolation import reading
from cstrack.workflow.told import bounds_of

if TYPE_CHECKING:
    from cstrack.problems import Problem
    from cstrack.workflow.account import Account, Wanted
    from cstrack.workflow.arrival import Arrival
    from cstrack.workflow.isolation import Isolation
    from cstrack.workflow.told import Told


def look_at(
    path: str, told: Told, *, wanted: Wanted = "account", isolation: Isolation = "process"
) -> tuple[Account, tuple[Problem, ...]]:
    """What was seen in one paper, and what could not be read or trusted.

    Args:
        path: the file.
        told: what the load was told.
        wanted: ``account``, ``text`` for the text alone, or ``draft`` for a draft of its profile.
        isolation: where it is read.

    Raises:
        NothingRead: the path is no single file that could be read.
        NoWorker: no process can be started here.
    """
    arrived = arrival_at(path, told, wanted=wanted, isolation=isolation)
    assert arrived.account is not None, "arrival_at raises where there is none"
    return arrived.account, (*arrived.plugins, *arrived.problems)


def arrival_at(path: str, told: Told, *, wanted: Wanted, isolation: Isolation = "process") -> Arrival:
    """What came of one paper, with an account.

    Args:
        path: the file.
        told: what the load was told.
        wanted: what of it.
        isolation: where it is read.

    Raises:
        NothingRead: the path is no single file that could be read.
        NoWorker: no process can be started here.
    """
    found = find_inputs([path], bounds=bounds_of(told.limits))
    inputs = found.value or ()
    if len(inputs) != 1:
        reasons = tuple(problem.message for problem in found.problems) or ("give one file",)
        raise NothingRead((path,), reasons)
    with reading(told, isolation, 1, wanted) as reads:
        (arrived,) = reads(inputs, _unwatched)
    if arrived.account is None:
        grave = (one.message for one in arrived.problems if one.severity is Severity.ERROR)
        raise NothingRead((path,), tuple(grave))
    return arrived


def _unwatched(done: int, name: str) -> None:
    del done, name
