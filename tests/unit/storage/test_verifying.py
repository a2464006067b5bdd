"""Whatever is changed in a store behind its back is found, and nothing of it is used."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest

from cstrack.errors import StoreError
from cstrack.storage.opening import open_store
from cstrack.storage.verifying import head, verify_store


def test_a_store_as_it_was_written_is_whole(store):
    """No complaint, and the hash of the last paper to note down."""
    assert list(verify_store(store)) == []
    papers, last = head(store)
    assert (papers, len(last)) == (2, 64)


def test_changed_content_is_found(store):
    """A byte of a record changed in the file."""
    store.write_bytes(store.read_bytes().replace(b"foster carers", b"foster caters", 1))
    assert list(verify_store(store)) == ["paper 1 of 2015-03-31 is not what was recorded"]
    with pytest.raises(StoreError, match="nothing of it is used"):
        open_store(store)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE paper SET loaded = ''",
        "DELETE FROM paper",
        "UPDATE record SET subject = 'x'",
        "DELETE FROM record WHERE paper = 1",
        "REPLACE INTO record VALUES (1, 0, 'x', '{}')",
        "REPLACE INTO paper SELECT * FROM paper WHERE number = 1",
    ],
)
def test_papers_are_neither_changed_nor_deleted(store, statement):
    """The store itself refuses, also what would replace a row."""
    with closing(sqlite3.connect(store)) as database:
        database.execute("PRAGMA recursive_triggers = ON")
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            database.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET subject = 'x' WHERE paper = 1 AND place = 1",
        "DELETE FROM record WHERE paper = 2",
        "UPDATE paper SET name = 'other.txt' WHERE number = 1",
        "UPDATE paper SET report_date = '2015-04-01' WHERE number = 1",
        "UPDATE paper SET supersedes = 1 WHERE number = 2",
        "DELETE FROM paper WHERE number = 1",
        "INSERT INTO record VALUES (1, 2, 'x', '{}')",
        "INSERT INTO record VALUES (9, 0, 'x', '{}')",
        "INSERT INTO tombstone VALUES (1, 2, '2016', 'gone', '', '')",
    ],
)
def test_who_takes_the_triggers_away_is_found_out(store, statement):
    """First by the triggers that are not there, and where they are put back, by the chain."""
    with closing(sqlite3.connect(store)) as database, database:
        triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute(statement)
    assert "the tables or triggers are not those that cstrack makes" in list(verify_store(store))
    with closing(sqlite3.connect(store)) as database, database:
        for _, sql in triggers:
            database.execute(sql)
    assert list(verify_store(store)) != []


def test_a_bit_that_flips_in_what_was_recorded_is_found(store, tmp_path):
    """Two hundred places, each in a copy: found, or in bytes that hold nothing of a paper."""
    content = store.read_bytes()
    kept = open_store(store)
    chance = random.Random(20150331)
    found = 0
    for number in range(200):
        place = chance.randrange(len(content))
        copy = tmp_path / f"{number}.cstrack"
        copy.write_bytes(content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :])
        try:
            assert open_store(copy) == kept
        except StoreError:
            found += 1
        copy.unlink()
    assert found > 20


def test_a_store_that_is_cut_off_is_said(store):
    """Half a file is no traceback."""
    store.write_bytes(store.read_bytes()[:6000])
    with pytest.raises(StoreError):
        open_store(store)
