"""A store keeps every report, tells a changed byte, and refuses what is no store."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from cstrack.errors import StoreError, UnknownName
from cstrack.model.paper import Paper
from cstrack.model.register import Register
from cstrack.sources.source import Source
from cstrack.storage.sqlite import open_store, record_report, verify_store


def _register(name: str) -> Register:
    return Register(papers=(Paper(source=Source(name=name, sha256=f"sha256:{name}"), authority="E06000027"),))


def _record(path, name="one.txt", day=date(2015, 3, 31), loaded="2015-04-01T09:00:00+00:00"):
    return record_report(_register(name), path, day, loaded, "0.1.0")


def test_what_was_recorded_comes_back(tmp_path):
    """A register read from a store equals the register that was recorded."""
    path = tmp_path / "plan £.cstrack"
    assert _record(path)
    assert open_store(path)["2015-03-31"] == _register("one.txt")


def test_the_same_report_twice_is_one_report(tmp_path):
    """Same date, same content: the store does not grow."""
    path = tmp_path / "plan.cstrack"
    assert _record(path)
    assert not _record(path, loaded="2015-05-01T09:00:00+00:00")
    assert len(open_store(path)) == 1


def test_a_corrected_report_supersedes_and_both_stay(tmp_path):
    """Two loads of one report date are both kept; the later one answers."""
    path = tmp_path / "plan.cstrack"
    _record(path)
    _record(path, name="corrected.txt", loaded="2015-06-01T09:00:00+00:00")
    history = open_store(path)
    assert len(history) == 2
    assert history["2015-03-31"] == _register("corrected.txt")


def test_what_was_known_on_a_day(tmp_path):
    """The report of a day is the last whose date is not after it."""
    path = tmp_path / "plan.cstrack"
    _record(path, name="march.txt")
    _record(path, name="june.txt", day=date(2015, 6, 30))
    history = open_store(path)
    assert history.as_of(date(2015, 5, 1)) == _register("march.txt")
    assert history.as_of(date(2015, 1, 1)) is None
    with pytest.raises(UnknownName, match="2015-03-31, 2015-06-30"):
        history["2014-01-01"]


@pytest.mark.parametrize("statement", ["UPDATE report SET loaded = ''", "DELETE FROM report"])
def test_reports_are_neither_changed_nor_deleted(tmp_path, statement):
    """The store itself refuses both."""
    path = tmp_path / "plan.cstrack"
    _record(path)
    with sqlite3.connect(path) as store, pytest.raises(sqlite3.IntegrityError, match="never"):
        store.execute(statement)
    store.close()


def test_changed_content_is_found(tmp_path):
    """A byte changed behind the store's back is found, and nothing of the store is used."""
    path = tmp_path / "plan.cstrack"
    _record(path)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"one.txt", b"two.txt", 1))
    assert list(verify_store(path)) == ["report 1 of 2015-03-31 is not what was recorded"]
    with pytest.raises(StoreError, match="not what was recorded"):
        open_store(path)


def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path):
    """Neither a database of another program nor a text file is touched."""
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE cats (name TEXT)")
    database.close()
    text = tmp_path / "notes.txt"
    text.write_text("not a store\n" * 100, encoding="utf-8")
    for path in (other, text):
        before = path.read_bytes()
        with pytest.raises(StoreError):
            _record(path)
        assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_refused(tmp_path):
    """Its layout number says so."""
    path = tmp_path / "plan.cstrack"
    _record(path)
    with sqlite3.connect(path) as store:
        store.execute("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(StoreError, match="newer"):
        open_store(path)


def test_a_store_that_is_not_there_is_said(tmp_path):
    """Reading makes no file."""
    with pytest.raises(StoreError, match="no such store"):
        open_store(tmp_path / "none.cstrack")
    assert list(tmp_path.iterdir()) == []
