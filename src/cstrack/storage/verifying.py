"""Whether a store still holds what was recorded."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from cstrack.errors import StoreError
from cstrack.storage.chain import content_hash, link, subject_hash
from cstrack.storage.layout import BROKEN, LAYOUT, connect, is_as_made, is_empty, layout_of
from cstrack.storage.plain import names_of
from cstrack.storage.upgrading import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS = (
    "number, load, report_date, loaded, version, supersedes, name, source, content, "
    "content_hash, subject_hash, previous_hash, chain_hash"
)


def verify_store(path: str | Path) -> Iterator[str]:
    """What is wrong in a store, a line a paper; nothing when every paper is what was recorded.

    Raises:
        StoreError: the file is not there or is no store.
    """
    with closing(opened(path)) as store:
        yield from faults(store, path)


def head(path: str | Path) -> tuple[int, str]:
    """How many papers a store holds, and the hash of the last: written down elsewhere, it also shows papers cut off at the end."""
    with closing(opened(path)) as store:
        last = store.execute("SELECT number, chain_hash FROM paper ORDER BY number DESC LIMIT 1").fetchone()
    return last or (0, "")


def opened(path: str | Path) -> sqlite3.Connection:
    """A store for reading, to be closed by the caller; one of an earlier version as a copy in memory in today's layout.

    Raises:
        StoreError: the file is not there, is no store, or is of a later version.
    """
    store = connect(Path(path), write=False)
    try:
        if layout_of(store, path) == LAYOUT:
            return store
        copy = sqlite3.connect(":memory:", isolation_level=None)
        store.backup(copy)
        store.close()
        upgrade(copy, path)
    except BROKEN as error:
        store.close()
        raise StoreError(str(path), f"the store cannot be read ({error}); use a copy") from error
    except StoreError:
        store.close()
        raise
    return copy


def faults(store: sqlite3.Connection, path: str | Path) -> Iterator[str]:
    """The same, of a store that is open."""
    try:
        yield from _of_the_file(store)
        graves = {paper for (paper,) in store.execute("SELECT paper FROM tombstone")}
        records = defaultdict(list)
        for paper, place, subject, content in store.execute("SELECT * FROM record ORDER BY paper, place"):
            records[paper].append((place, subject, content))
        papers = store.execute(f"SELECT {_COLUMNS} FROM paper ORDER BY number").fetchall()  # noqa: S608  # names alone
        previous = ""
        for at, paper in enumerate(papers, start=1):
            if not _is_linked(paper, at, previous) or not _holds(paper, records.pop(paper[0], []), paper[0] in graves):
                yield f"paper {paper[0]} of {paper[2]} is not what was recorded"
            previous = paper[12]
        if records:
            yield f"records of {len(records)} papers belong to no paper of the store"
        yield from _graves(store, {paper[0]: paper[12] for paper in papers})
    except BROKEN as error:
        raise StoreError(str(path), f"the store cannot be read ({error}); use a copy") from error


def _of_the_file(store: sqlite3.Connection) -> Iterator[str]:
    if is_empty(store) or not is_as_made(store):
        yield "the tables or triggers are not those that cstrack makes"
    said = [line for (line,) in store.execute("PRAGMA integrity_check(5)")]
    if said != ["ok"]:
        yield f"the file is damaged ({said[0]})"


def _is_linked(paper: tuple[object, ...], at: int, previous: str) -> bool:
    number, load, report_date, loaded, version, supersedes = paper[:6]
    hashed, subjects, before, chain = paper[9:]
    expected = link(previous, number, load, report_date, loaded, version, supersedes, hashed, subjects)  # type: ignore[arg-type]
    return number == at and before == previous and chain == expected


def _holds(paper: tuple[object, ...], records: list[tuple[int, str, str]], purged: bool) -> bool:
    name, source, content, hashed, subjects = paper[6:11]
    if purged:
        return not records and (name, source, content) == ("", "", "")
    return (
        [place for place, _, _ in records] == list(range(len(records)))
        and content_hash(str(content), (text for _, _, text in records)) == hashed
        and subject_hash(subject for _, subject, _ in records) == subjects
        and names_of(str(content)) == (name, source)
    )


def _graves(store: sqlite3.Connection, chains: dict[int, str]) -> Iterator[str]:
    previous = ""
    rows = store.execute("SELECT * FROM tombstone ORDER BY number").fetchall()
    for at, (grave, paper, purged, reason, before, chain) in enumerate(rows, start=1):
        expected = link(previous, grave, paper, chains.get(paper, ""), purged, reason)
        if grave != at or before != previous or chain != expected:
            yield f"the tombstone of paper {paper} is not what was recorded"
        previous = chain
