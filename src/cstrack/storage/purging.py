"""A paper that should never have been loaded, taken out again.

Its words are blanked in the file and leave a tombstone: that something stood there, when it was taken out, and why.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from cstrack.errors import StoreError
from cstrack.storage.chain import link
from cstrack.storage.layout import BROKEN, LAYOUT, connect, is_empty, layout_of, refusal
from cstrack.storage.upgrading import upgrade

if TYPE_CHECKING:
    import sqlite3


def purge_paper(path: str | Path, number: int, purged: str, reason: str) -> None:
    """Take a paper out of a store.

    Args:
        path: the store's file.
        number: the paper's number.
        purged: when it is taken out, ISO text in UTC.
        reason: why; it stays in the store, so it should repeat nothing of the paper.

    Raises:
        StoreError: there is no such paper, it was taken out before, or the file cannot be written.
    """
    if not Path(path).exists():
        raise StoreError(str(path), "there is no such store")
    with closing(connect(Path(path), write=True)) as store:
        try:
            store.execute("BEGIN IMMEDIATE")
            if is_empty(store):
                raise StoreError(str(path), "the file is no store of cstrack: give another name")
            if layout_of(store, path) < LAYOUT:
                upgrade(store, path)
            _bury(store, path, number, purged, reason)
            store.execute("COMMIT")
        except BROKEN as error:
            raise StoreError(str(path), refusal(error)) from error


def _bury(store: sqlite3.Connection, path: str | Path, number: int, purged: str, reason: str) -> None:
    found = store.execute("SELECT chain_hash FROM paper WHERE number = ?", (number,)).fetchone()
    if found is None:
        raise StoreError(str(path), f"there is no paper {number}: see cstrack store list")
    if store.execute("SELECT 1 FROM tombstone WHERE paper = ?", (number,)).fetchone():
        raise StoreError(str(path), f"paper {number} was taken out before")
    last = store.execute("SELECT number, chain_hash FROM tombstone ORDER BY number DESC LIMIT 1").fetchone()
    grave, previous = (last[0] + 1, last[1]) if last else (1, "")
    chain = link(previous, grave, number, found[0], purged, reason)
    store.execute("INSERT INTO tombstone VALUES (?, ?, ?, ?, ?, ?)", (grave, number, purged, reason, previous, chain))
    store.execute("DELETE FROM record WHERE paper = ?", (number,))
    store.execute("UPDATE paper SET name = '', source = '', content = '' WHERE number = ?", (number,))
