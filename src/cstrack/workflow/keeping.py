"""Registers over time: recorded in a store, opened again, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.version import VERSION
from cstrack.workflow.days import as_day

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from cstrack.model.change import Change
    from cstrack.model.history import History
    from cstrack.model.register import Register


def record(register: Register, *, into: str | PathLike[str], report_date: date | str, loaded: str = "") -> bool:
    """Add a report to a store; the store is made when it is not there, and nothing in it is ever changed.

    Args:
        register: what the report holds.
        into: the store's file.
        report_date: the day the report speaks for.
        loaded: when it is recorded, ISO text in UTC. No clock is read here; reports of one day follow each other in the order
            in which they were added.

    Returns:
        False when the very same report is there already.

    Raises:
        UnreadableDate: ``report_date`` is no ISO date.
        StoreError: the file is no store, or cannot be written.
    """
    from cstrack.storage.sqlite import record_report

    return record_report(register, str(into), as_day(report_date), loaded, VERSION)


def open_history(path: str | PathLike[str]) -> History:
    """Every report of a store, read-only.

    Raises:
        StoreError: the file is not there, is no store, or holds something else than was recorded.
    """
    from cstrack.storage.sqlite import open_store

    return open_store(str(path))


def compare(before: Register, after: Register) -> tuple[Change, ...]:
    """What moved from an earlier report to a later one, with the words of both."""
    from cstrack.comparison.compare import compare as compared

    return compared(before, after)
