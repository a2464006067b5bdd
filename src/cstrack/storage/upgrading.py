"""Stores of earlier versions, brought to the layout of this one.

Inside one transaction: a run that is cut off leaves the store as it was.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cstrack.errors import StoreError
from cstrack.storage.appending import Stamp, append
from cstrack.storage.chain import digest, link
from cstrack.storage.layout import LAYOUT, TABLES
from cstrack.storage.plain import plain_papers

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def upgrade(store: sqlite3.Connection, path: str | Path) -> None:
    """Lay out a store of layout 1 anew; inside a transaction of the caller.

    A report of layout 1 took the place of the earlier one of its date; its papers take the places of the papers of that one.

    Raises:
        StoreError: a report of it is not what was recorded, so that nothing of it can be kept in good faith.
    """
    old = store.execute(
        "SELECT number, report_date, loaded, version, content, content_hash, previous_hash, chain_hash "
        "FROM report ORDER BY number"
    ).fetchall()
    _check(old, path)
    store.execute("DROP TABLE report")
    for statement in TABLES:
        store.execute(statement)
    standing: dict[str, list[int]] = {}
    for load, report_date, loaded, version, content, *_ in old:
        gone, mine = standing.get(report_date, []), []
        for paper in plain_papers(json.loads(content)):
            replaced = gone.pop(0) if gone else None
            stamp = Stamp(load=load, loaded=loaded, version=version, supersedes=replaced)
            mine.append(append(store, report_date, paper, stamp))
        standing[report_date] = [*gone, *mine]
    store.execute(f"PRAGMA user_version = {LAYOUT}")


def _check(old: list[tuple[int, str, str, str, str, str, str, str]], path: str | Path) -> None:
    previous = ""
    for at, (number, report_date, loaded, version, content, hashed, before, chain) in enumerate(old, start=1):
        expected = link(previous, report_date, loaded, version, hashed)
        if number != at or before != previous or chain != expected or digest(content) != hashed:
            raise StoreError(
                str(path), f"report {number} of {report_date} is not what was recorded; nothing of it is used"
            )
        previous = chain
