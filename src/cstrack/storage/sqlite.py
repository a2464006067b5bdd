"""A store of reports: one SQLite file to which papers are only ever added.

Each paper is kept as canonical JSON, record by record, with the hash of the paper before it, so that a changed byte anywhere is found
by :func:`~cstrack.storage.verifying.verify_store`.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, final

from attrs import evolve, frozen

from cstrack.errors import StoreError
from cstrack.storage.appending import Stamp, append
from cstrack.storage.chain import content_hash
from cstrack.storage.layout import BROKEN, LAYOUT, connect, is_empty, layout_of, make, refusal
from cstrack.storage.plain import PlainPaper, plain_papers, plain_register
from cstrack.storage.upgrading import upgrade

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

    from cstrack.model.register import Register


@final
@frozen(kw_only=True)
class Recorded:
    """What became of one paper of a load.

    Attributes:
        name: file name.
        report_date: the day it speaks for.
        added: False where the very same paper is in the store already.
        number: its number in the store.
        supersedes: number of the paper it takes the place of.
        beside: names of other papers of that day, where this one takes the place of none.
        records: how many records it holds.
    """

    name: str
    report_date: date
    added: bool
    number: int
    supersedes: int | None = None
    beside: tuple[str, ...] = ()
    records: int = 0


def record_report(
    register: Register,
    path: str | Path,
    report_date: date,
    loaded: str,
    version: str,
    *,
    supersedes: str | None = None,
) -> tuple[Recorded, ...]:
    """Add the papers of a register to a store; the store is made when it is not there.

    A paper takes the place of an earlier one of the same file name and report date; both stay.

    Args:
        register: what was read.
        path: the store's file.
        report_date: the day the papers speak for.
        loaded: when they are recorded, ISO text in UTC.
        version: version of cstrack that read them.
        supersedes: file name of the paper whose place they take, where theirs is another.

    Returns:
        What became of each paper, in order.

    Raises:
        StoreError: the file is no store, is newer than this version, or cannot be written; then nothing is added.
    """
    return record_reports(((report_date, register),), path, loaded, version, supersedes=supersedes)


def record_reports(
    reports: Sequence[tuple[date, Register]],
    path: str | Path,
    loaded: str,
    version: str,
    *,
    supersedes: str | None = None,
) -> tuple[Recorded, ...]:
    """Add papers of several report dates in one transaction: all of them, or none; see :func:`record_report`."""
    papers = [(day, plain) for day, register in reports for plain in plain_papers(plain_register(register))]
    if not papers:
        raise StoreError(str(path), "there is no paper to record: nothing was saved")
    with closing(connect(Path(path), write=True)) as store:
        try:
            store.execute("BEGIN IMMEDIATE")
            if is_empty(store):
                make(store)
            if layout_of(store, path) < LAYOUT:
                upgrade(store, path)
            load = store.execute("SELECT coalesce(max(load), 0) + 1 FROM paper").fetchone()[0]
            stamp = Stamp(load=load, loaded=loaded, version=version)
            recorded = tuple(_add(store, path, day, paper, stamp, supersedes) for day, paper in papers)
            store.execute("COMMIT")
        except BROKEN as error:
            raise StoreError(str(path), refusal(error)) from error
    return recorded


def _add(
    store: sqlite3.Connection, path: str | Path, day: date, paper: PlainPaper, stamp: Stamp, supersedes: str | None
) -> Recorded:
    hashed = content_hash(paper.content, paper.records)
    others = _standing(store, day)
    known = next((number for number, _, content in others if content == hashed), None)
    if known is not None:
        return Recorded(name=paper.name, report_date=day, added=False, number=known, records=len(paper.records))
    asked = (supersedes or paper.name).casefold()
    replaced = next((number for number, name, _ in others if name.casefold() == asked), None)
    if replaced is None and supersedes is not None:
        raise StoreError(str(path), f"there is no paper {supersedes} of {day.isoformat()}: nothing was saved")
    number = append(store, day.isoformat(), paper, evolve(stamp, supersedes=replaced))
    return Recorded(
        name=paper.name,
        report_date=day,
        added=True,
        number=number,
        supersedes=replaced,
        beside=() if replaced is not None else tuple(name for _, name, _ in others),
        records=len(paper.records),
    )


def _standing(store: sqlite3.Connection, day: date) -> list[tuple[int, str, str]]:
    """Number, name and hash of the papers of a day that were neither superseded nor taken out."""
    return store.execute(
        "SELECT number, name, content_hash FROM paper WHERE report_date = ? "
        "AND number NOT IN (SELECT supersedes FROM paper WHERE supersedes IS NOT NULL) "
        "AND number NOT IN (SELECT paper FROM tombstone) ORDER BY number",
        (day.isoformat(),),
    ).fetchall()
