"""What a store holds: its papers one by one, and the registers of its report dates."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.errors import StoreError
from cstrack.model.history import History, Snapshot
from cstrack.model.register import Register
from cstrack.storage.plain import read_paper, read_record
from cstrack.storage.verifying import faults, opened

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from cstrack.model.record import Record


@final
@frozen(kw_only=True)
class Entry:
    """One paper of a store.

    Attributes:
        number: its number, counted from 1.
        load: number of the load it came with.
        report_date: the day it speaks for.
        loaded: when it was recorded, ISO text in UTC.
        version: version of cstrack that read it.
        name: file name; empty where the paper was taken out.
        supersedes: number of the paper whose place it takes.
        superseded_by: number of the paper that takes its place.
        purged: when it was taken out; None where it was not.
        reason: why it was taken out.
        register: the paper with what was read from it; without papers where it was taken out.
    """

    number: int
    load: int
    report_date: date
    loaded: str
    version: str
    name: str
    supersedes: int | None
    superseded_by: int | None
    purged: str | None
    reason: str
    register: Register


def open_store(path: str | Path) -> History:
    """Every report of a store, read-only.

    Args:
        path: the store's file.

    Returns:
        For each report date, and each load that brought a paper of it, the papers of that date as they were known after the load;
        in order of report date, then of load.

    Raises:
        StoreError: the file is not there, is no store, or its content is not what was recorded.
        UnreadableNoun: a paper was written by another version, in a form that this one does not know.
    """
    snapshots = []
    standing: list[Entry] = []
    ordered = sorted(entries(path), key=lambda entry: (entry.report_date, entry.number))
    for (day, _), arrived in groupby(ordered, key=lambda entry: (entry.report_date, entry.load)):
        new = list(arrived)
        gone = {entry.supersedes for entry in new}
        kept = [entry for entry in standing if entry.report_date == day and entry.number not in gone]
        standing = [entry for entry in (*kept, *new) if entry.purged is None]
        if any(entry.purged is None for entry in new):
            snapshots.append(Snapshot(report_date=day, loaded=new[-1].loaded, register=_joined(standing)))
    return History(snapshots=tuple(snapshots))


def entries(path: str | Path) -> tuple[Entry, ...]:
    """Every paper of a store in order of its number, those that were superseded or taken out included.

    Raises:
        StoreError: the file is not there, is no store, or its content is not what was recorded.
        UnreadableNoun: a paper was written by another version, in a form that this one does not know.
    """
    with closing(opened(path)) as store:
        wrong = next(faults(store, path), None)
        if wrong is not None:
            raise StoreError(str(path), f"{wrong}; nothing of it is used")
        records: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for paper, subject, text in store.execute("SELECT paper, subject, content FROM record ORDER BY paper, place"):
            records[paper].append((subject, text))
        graves = {paper: (purged, why) for paper, purged, why in store.execute(_GRAVES)}
        rows = store.execute(_PAPERS).fetchall()
    heirs = {row[5]: row[0] for row in rows if row[5] is not None}
    return tuple(
        Entry(
            number=number,
            load=load,
            report_date=date.fromisoformat(day),
            loaded=loaded,
            version=version,
            supersedes=supersedes,
            superseded_by=heirs.get(number),
            name=name,
            purged=graves.get(number, (None, ""))[0],
            reason=graves.get(number, (None, ""))[1],
            register=read_paper(content, records[number]) if content else Register(),
        )
        for number, load, day, loaded, version, supersedes, name, content in rows
    )


def state_of(store: sqlite3.Connection, subject: str, as_of: date) -> Record | None:
    """The last record of a subject whose report date is not after a day; None where there is none.

    Args:
        store: an open store of this layout; see :func:`~cstrack.storage.verifying.opened`.
        subject: the subject, as records carry it.
        as_of: the day.
    """
    found = store.execute(_STATE, (subject, as_of.isoformat())).fetchone()
    return read_record(found[0], subject) if found else None


_GRAVES = "SELECT paper, purged, reason FROM tombstone"
_PAPERS = "SELECT number, load, report_date, loaded, version, supersedes, name, content FROM paper ORDER BY number"
_STATE = """SELECT record.content FROM record JOIN paper ON paper.number = record.paper
WHERE record.subject = ? AND paper.report_date <= ?
ORDER BY paper.report_date DESC, paper.number DESC, record.place LIMIT 1"""


def _joined(standing: list[Entry]) -> Register:
    return Register(
        papers=tuple(paper for entry in standing for paper in entry.register.papers),
        records=tuple(record for entry in standing for record in entry.register.records),
        problems=tuple(problem for entry in standing for problem in entry.register.problems),
    )
