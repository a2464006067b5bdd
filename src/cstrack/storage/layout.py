"""How a store is laid out in its SQLite file, and how the file is opened.

One row a paper, one row a record, one row for each paper that was taken out again. Triggers refuse to change or delete a row; only
a paper with a tombstone may be emptied. Rollback journal and ``BEGIN IMMEDIATE`` keep a store safe on network folders, where the
write-ahead log is not.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cstrack.errors import StoreError

#: Marks a SQLite file as ours ("cstr").
APPLICATION = 0x63737472

#: Version of the layout below. Layout 1 kept a whole register in one row; :mod:`cstrack.storage.upgrading` reads it.
LAYOUT = 2

#: What a damaged file makes SQLite raise: its messages quote bytes that may be no UTF-8.
BROKEN = (sqlite3.Error, UnicodeDecodeError)

#: Seconds to wait for another program that is writing.
PATIENCE = 10.0

TABLES = (
    """CREATE TABLE paper (
    number INTEGER PRIMARY KEY,
    load INTEGER NOT NULL,
    report_date TEXT NOT NULL,
    loaded TEXT NOT NULL,
    version TEXT NOT NULL,
    supersedes INTEGER,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    subject_hash TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    chain_hash TEXT NOT NULL
) STRICT""",
    """CREATE TABLE record (
    paper INTEGER NOT NULL,
    place INTEGER NOT NULL,
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (paper, place)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX record_by_subject ON record (subject, paper)",
    """CREATE TABLE tombstone (
    number INTEGER PRIMARY KEY,
    paper INTEGER NOT NULL UNIQUE,
    purged TEXT NOT NULL,
    reason TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    chain_hash TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER paper_is_not_changed BEFORE UPDATE ON paper
WHEN NOT EXISTS (SELECT 1 FROM tombstone WHERE paper = OLD.number)
BEGIN SELECT RAISE(ABORT, 'a paper is never changed'); END""",
    """CREATE TRIGGER paper_is_not_deleted BEFORE DELETE ON paper
BEGIN SELECT RAISE(ABORT, 'a paper is never deleted'); END""",
    """CREATE TRIGGER record_is_not_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END""",
    """CREATE TRIGGER record_is_not_deleted BEFORE DELETE ON record
WHEN NOT EXISTS (SELECT 1 FROM tombstone WHERE paper = OLD.paper)
BEGIN SELECT RAISE(ABORT, 'a record is never deleted'); END""",
    """CREATE TRIGGER tombstone_is_not_changed BEFORE UPDATE ON tombstone
BEGIN SELECT RAISE(ABORT, 'a tombstone is never changed'); END""",
    """CREATE TRIGGER tombstone_is_not_deleted BEFORE DELETE ON tombstone
BEGIN SELECT RAISE(ABORT, 'a tombstone is never deleted'); END""",
)


def is_store(path: str | Path) -> bool:
    """Whether a file is a store of cstrack, by its first bytes."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\x00") and head[68:72] == APPLICATION.to_bytes(4, "big")


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """The file, opened; to be closed by the caller.

    Args:
        path: the store's file.
        write: also make the file where it is not there; without it the file is opened read-only.

    Raises:
        StoreError: the file is not there, or cannot be opened.
    """
    if not write and not path.exists():
        raise StoreError(str(path), "there is no such store: record a report first")
    try:
        if not write and path.with_name(f"{path.name}-journal").exists():
            _roll_back(path)
        store = _opened(path, "rwc" if write else "ro")
        prepare(store, write=write)
    except BROKEN as error:
        raise StoreError(str(path), f"the store cannot be opened ({error})") from error
    return store


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)


def _roll_back(path: Path) -> None:
    """Take back a load that was cut off: its journal is there still, and who only reads may not undo it."""
    with closing(_opened(path, "rw")) as store:
        prepare(store, write=False)
        store.execute("SELECT count(*) FROM sqlite_master").fetchone()


def prepare(store: sqlite3.Connection, *, write: bool) -> None:
    """Set what holds for one connection: journal, patience, triggers that also see what REPLACE removes, blank pages."""
    store.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
    store.execute("PRAGMA journal_mode" + (" = DELETE" if write else "")).fetchone()
    store.execute("PRAGMA recursive_triggers = ON")
    store.execute("PRAGMA secure_delete = ON")


def is_empty(store: sqlite3.Connection) -> bool:
    """Whether nothing was ever written to the file."""
    return bool(store.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0)


def make(store: sqlite3.Connection) -> None:
    """Lay out an empty file."""
    store.execute(f"PRAGMA application_id = {APPLICATION}")
    store.execute(f"PRAGMA user_version = {LAYOUT}")
    for statement in TABLES:
        store.execute(statement)


def layout_of(store: sqlite3.Connection, path: str | Path) -> int:
    """The layout of a store.

    Raises:
        StoreError: the file is no store of cstrack, or is of a later version.
    """
    try:
        application = store.execute("PRAGMA application_id").fetchone()[0]
        layout = int(store.execute("PRAGMA user_version").fetchone()[0])
    except BROKEN as error:
        raise StoreError(str(path), f"the file is no store of cstrack ({error})") from error
    if application != APPLICATION:
        raise StoreError(str(path), "the file is no store of cstrack: give another name")
    if layout > LAYOUT:
        raise StoreError(
            str(path), f"the store has layout {layout}, this version knows {LAYOUT}: install a newer cstrack"
        )
    return layout


def is_as_made(store: sqlite3.Connection) -> bool:
    """Whether tables, index and triggers are those of this layout, word for word."""
    found = {sql for (sql,) in store.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    return found == set(TABLES)


def refusal(error: Exception) -> str:
    """Why SQLite did not write, for a person."""
    text = str(error)
    if "full" in text:
        return "the disk is full: nothing was saved, and the store is as it was"
    if "locked" in text:
        return "another program is writing to the store: try again; nothing was saved"
    return f"nothing was saved ({text}); the store is as it was"
