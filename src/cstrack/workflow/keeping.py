"""Registers over time: recorded in a store, opened again, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstrack.problems import Outcome, Problem, Severity
from cstrack.version import VERSION
from cstrack.workflow.days import as_day

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from cstrack.model.change import Change
    from cstrack.model.history import History
    from cstrack.model.paper import Paper
    from cstrack.model.register import Register
    from cstrack.storage.sqlite import Recorded


def record(register: Register, *, into: str | PathLike[str], report_date: date | str, loaded: str = "") -> bool:
    """Add a report to a store; the store is made when it is not there, and nothing in it is ever changed.

    Args:
        register: what the report holds.
        into: the store's file.
        report_date: the day the report speaks for.
        loaded: when it is recorded, ISO text in UTC. No clock is read here; reports of one day follow each other in the order
            in which they were added.

    Returns:
        False when all of its papers are there already; the very same paper of the same day is kept once. A paper of the same day
        and file name as an earlier one takes its place, and both stay.

    Raises:
        UnreadableDate: ``report_date`` is no ISO date.
        StoreError: the file is no store, or cannot be written.
    """
    from cstrack.storage.sqlite import record_report

    recorded = record_report(register, str(into), as_day(report_date), loaded, VERSION)
    return any(paper.added for paper in recorded)


def keep(
    register: Register,
    *,
    into: str | PathLike[str],
    report_date: date | str | None = None,
    loaded: str = "",
    supersedes: str | None = None,
) -> Outcome[tuple[Recorded, ...]]:
    """Add papers to a store, each at its own date; all of them in one transaction.

    Args:
        register: what was read.
        into: the store's file.
        report_date: the day all of them speak for; each paper's own date where None.
        loaded: when they are recorded, ISO text in UTC.
        supersedes: file name of the paper that this one corrects, where the names differ.

    Returns:
        What became of each paper. A paper that carries no date is a problem, and is not kept; so are two papers of one day of which
        nobody said whether one corrects the other, but both are kept.

    Raises:
        UnreadableDate: ``report_date`` is no ISO date.
        StoreError: the file is no store, or cannot be written; then nothing is added.
    """
    from cstrack.storage.sqlite import record_reports

    day = None if report_date is None else as_day(report_date)
    days = [(day or _own_day(paper), paper.source) for paper in register.papers]
    problems = [_undated(source.name) for known, source in days if known is None]
    reports = [(known, register.for_source(source.sha256)) for known, source in days if known is not None]
    if not reports:
        return Outcome(value=(), problems=tuple(problems))
    recorded = record_reports(reports, str(into), loaded, VERSION, supersedes=supersedes)
    problems += [_beside(paper) for paper in recorded if paper.beside]
    return Outcome(value=recorded, problems=tuple(problems))


def _own_day(paper: Paper) -> date | None:
    return None if paper.date is None else paper.date.last_day or paper.date.start


def _undated(name: str) -> Problem:
    return Problem(
        code="store.undated",
        message=f"{name}: not kept, because it carries no date: give --report-date, or put the date into its name",
        severity=Severity.ERROR,
        document=name,
    )


def _beside(paper: Recorded) -> Problem:
    return Problem(
        code="store.same_day",
        message=f"{paper.name}: the store has {', '.join(paper.beside)} of the same day; both count. If this one corrects another, "
        "take it out again and load it with --supersedes NAME",
        severity=Severity.NOTE,
        document=paper.name,
    )


def open_history(path: str | PathLike[str]) -> History:
    """Every report of a store, read-only.

    Raises:
        StoreError: the file is not there, is no store, or holds something else than was recorded.
    """
    from cstrack.storage.opening import open_store

    return open_store(str(path))


def whole(history: History, as_of: date | str) -> Register:
    """Every paper up to a day as one register; the same promise in two papers has one subject.

    Raises:
        UnreadableDate: ``as_of`` is no ISO date.
    """
    from cstrack.comparison.subjects import with_subjects

    return with_subjects(history.whole(as_day(as_of)))


def compare(before: Register, after: Register) -> tuple[Change, ...]:
    """What moved from an earlier report to a later one, with the words of both."""
    from cstrack.comparison.compare import compare as compared

    return compared(before, after)
