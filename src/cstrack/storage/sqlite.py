"""A store of reports: one SQLite file to which reports are only ever added.

Each report is kept as canonical JSON with the hash of the report before it, so that a changed byte anywhere is found by
:func:`verify_store`: SQLite's own integrity check does not see changed content. Rollback journal and ``BEGIN IMMEDIATE`` keep a
store safe on network folders, where the write-ahead log is not.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cstrack.codec.plain import from_plain, to_plain
from cstrack.errors import StoreError
from cstrack.model.history import History, Snapshot
from cstrack.model.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Marks a SQLite file as ours ("cstr").
APPLICATION = 0x63737472

#: Version of the layout below.
LAYOUT = 1

_TABLES = (
    """CREATE TABLE report (
    number INTEGER PRIMARY KEY,
    report_date TEXT NOT NULL,
    loaded TEXT NOT NULL,
    version TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    chain_hash TEXT NOT NULL
) STRICT""",
    """CREATE TRIGGER report_is_not_changed BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never changed'); END""",
    """CREATE TRIGGER report_is_not_deleted BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never deleted'); END""",
)


def record_report(register: Register, path: str | Path, report_date: date, loaded: str, version: str) -> bool:
    """Add a report to a store; the store is made when it is not there.

    Args:
        register: what the report holds.
        path: the store's file.
        report_date: the date the report speaks for.
        loaded: when it is recorded, ISO text in UTC.
        version: version of cstrack that read it.

    Returns:
        False when the very same report (same date, same content) is there already; it is not added again.

    Raises:
        StoreError: the file is no store, is newer than this version, or cannot be written.
    """
    content = json.dumps(to_plain(register), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    content_hash = _hash(content)
    with closing(_open(Path(path), write=True)) as store:
        try:
            store.execute("BEGIN IMMEDIATE")
            _make(store, path)
            known = store.execute(
                "SELECT 1 FROM report WHERE report_date = ? AND content_hash = ?",
                (report_date.isoformat(), content_hash),
            ).fetchone()
            if known is None:
                _append(store, report_date.isoformat(), loaded, version, content, content_hash)
            store.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(str(path), f"the report was not added ({error}); the store is as it was") from error
    return known is None


def open_store(path: str | Path) -> History:
    """Every report of a store, read-only.

    Args:
        path: the store's file.

    Returns:
        Reports in order of report date, then of load.

    Raises:
        StoreError: the file is not there, is no store, or its content is not what was recorded.
    """
    problems = tuple(verify_store(path))
    if problems:
        raise StoreError(str(path), f"{problems[0]}; nothing of it is used")
    with closing(_open(Path(path), write=False)) as store:
        rows = store.execute("SELECT report_date, loaded, content FROM report ORDER BY report_date, number").fetchall()
    return History(
        snapshots=tuple(
            Snapshot(
                report_date=date.fromisoformat(report_date),
                loaded=loaded,
                register=from_plain(Register, json.loads(content)),
            )
            for report_date, loaded, content in rows
        )
    )


def verify_store(path: str | Path) -> Iterator[str]:
    """What is wrong in a store, a line a report; nothing when every report is what was recorded.

    Raises:
        StoreError: the file is not there or is no store.
    """
    with closing(_open(Path(path), write=False)) as store:
        _ours(store, path)
        previous = ""
        try:
            rows = store.execute(
                "SELECT number, report_date, loaded, version, content, content_hash, previous_hash, chain_hash "
                "FROM report ORDER BY number"
            ).fetchall()
        except sqlite3.Error as error:
            raise StoreError(str(path), f"the store cannot be read ({error}); use a copy") from error
    for at, (number, report_date, loaded, version, content, content_hash, before, chain) in enumerate(rows, start=1):
        expected = _chain(previous, report_date, loaded, version, content_hash)
        if number != at or before != previous or chain != expected or _hash(content) != content_hash:
            yield f"report {number} of {report_date} is not what was recorded"
        previous = chain


def _append(
    store: sqlite3.Connection, report_date: str, loaded: str, version: str, content: str, content_hash: str
) -> None:
    last = store.execute("SELECT number, chain_hash FROM report ORDER BY number DESC LIMIT 1").fetchone()
    number, previous = (last[0] + 1, last[1]) if last else (1, "")
    chain = _chain(previous, report_date, loaded, version, content_hash)
    store.execute(
        "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (number, report_date, loaded, version, content, content_hash, previous, chain),
    )


def _open(path: Path, *, write: bool) -> sqlite3.Connection:
    if not write and not path.exists():
        raise StoreError(str(path), "there is no such store: record a report first")
    mode = "rwc" if write else "ro"
    try:
        store = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=10)
        store.execute("PRAGMA journal_mode" + (" = DELETE" if write else "")).fetchone()
        store.execute("PRAGMA recursive_triggers = ON")
    except sqlite3.Error as error:
        raise StoreError(str(path), f"the store cannot be opened ({error})") from error
    return store


def _make(store: sqlite3.Connection, path: str | Path) -> None:
    if store.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        store.execute(f"PRAGMA application_id = {APPLICATION}")
        store.execute(f"PRAGMA user_version = {LAYOUT}")
        for statement in _TABLES:
            store.execute(statement)
    _ours(store, path)


def _ours(store: sqlite3.Connection, path: str | Path) -> None:
    try:
        application = store.execute("PRAGMA application_id").fetchone()[0]
        layout = store.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreError(str(path), f"the file is no store of cstrack ({error})") from error
    if application != APPLICATION:
        raise StoreError(str(path), "the file is no store of cstrack: give another name")
    if layout > LAYOUT:
        raise StoreError(
            str(path), f"the store has layout {layout}, this version knows {LAYOUT}: install a newer cstrack"
        )


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _chain(previous: str, *parts: str) -> str:
    return _hash("\x1f".join((previous, *parts)))
