"""One paper written on top of the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from attrs import frozen

from cstrack.storage.chain import content_hash, link, subject_hash

if TYPE_CHECKING:
    import sqlite3

    from cstrack.storage.plain import PlainPaper


@final
@frozen(kw_only=True)
class Stamp:
    """What is kept of the load that a paper came with.

    Attributes:
        load: number of the load.
        loaded: when it was, ISO text in UTC.
        version: version of cstrack that read the paper.
        supersedes: number of the paper whose place it takes.
    """

    load: int
    loaded: str
    version: str
    supersedes: int | None = None


def append(store: sqlite3.Connection, report_date: str, paper: PlainPaper, stamp: Stamp) -> int:
    """Write one paper and its records; inside a transaction of the caller.

    Args:
        store: an open store of this layout.
        report_date: the day it speaks for, ISO text.
        paper: what to write.
        stamp: what is kept of its load.

    Returns:
        The paper's number.
    """
    last = store.execute("SELECT number, chain_hash FROM paper ORDER BY number DESC LIMIT 1").fetchone()
    number, previous = (last[0] + 1, last[1]) if last else (1, "")
    hashed, subjects = content_hash(paper.content, paper.records), subject_hash(paper.subjects)
    told = (number, stamp.load, report_date, stamp.loaded, stamp.version, stamp.supersedes)
    chain = link(previous, *told, hashed, subjects)
    store.execute(
        "INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*told, paper.name, paper.source, paper.content, hashed, subjects, previous, chain),
    )
    places = range(len(paper.records))
    rows = zip([number] * len(places), places, paper.subjects, paper.records, strict=True)
    store.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", rows)
    return number
