"""Stores of earlier and later versions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cstrack.errors import StoreError
from cstrack.storage.opening import entries, open_store
from cstrack.storage.sqlite import record_report
from cstrack.storage.verifying import verify_store

from .conftest import register

STORES = Path(__file__).parent / "stores"


@pytest.fixture
def first(tmp_path):
    """A store as layout 1 wrote it: a report of two papers, and one of March."""
    path = tmp_path / "first.cstrack"
    with closing(sqlite3.connect(path)) as database:
        database.executescript((STORES / "layout-1.sql").read_text(encoding="utf-8"))
    return path


def layout(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("PRAGMA user_version").fetchone()[0]


def test_a_store_of_layout_1_is_read_and_left_as_it_is(first):
    """Reading never writes."""
    before = first.read_bytes()
    history = open_store(first)
    assert [shot.report_date.isoformat() for shot in history.snapshots] == ["2014-12-11", "2015-03-11"]
    assert [action.title for action in history["2014-12-11"].actions] == [
        "Publish the sufficiency strategy",
        "Recruit team managers",
    ]
    assert [problem.document for problem in history["2014-12-11"].problems] == ["minutes.txt"]
    assert list(verify_store(first)) == []
    assert first.read_bytes() == before


def test_the_first_load_brings_it_to_this_layout(first):
    """With everything that it held, and the times at which it was loaded."""
    before = open_store(first)
    record_report(register("june.txt", "Recruit"), first, date(2015, 6, 30), "2015-07-01T00:00:00+00:00", "0.2.0")
    assert layout(first) == 2
    assert open_store(first).snapshots[:2] == before.snapshots
    assert [entry.loaded for entry in entries(first)][:1] == ["2014-12-12T09:00:00+00:00"]
    assert list(verify_store(first)) == []


def test_a_load_that_fails_leaves_the_layout_as_it_was(first):
    """One transaction for both."""
    before = first.read_bytes()
    with pytest.raises(StoreError, match="nothing was saved"):
        record_report(register("june.txt"), first, date(2015, 6, 30), "", "0.2.0", supersedes="none.txt")
    assert first.read_bytes() == before


def test_a_store_of_layout_1_that_was_changed_is_not_used(first):
    """Nor carried over as if it were whole."""
    first.write_bytes(first.read_bytes().replace(b"team managers", b"team manglers", 1))
    for asked in (open_store, lambda path: record_report(register("a.txt"), path, date(2015, 6, 30), "", "0.2.0")):
        with pytest.raises(StoreError, match="not what was recorded"):
            asked(first)
    assert layout(first) == 1


def test_a_store_of_a_newer_version_is_refused(store):
    """Its layout number says so; nothing is written."""
    with closing(sqlite3.connect(store)) as database:
        database.execute("PRAGMA user_version = 99")
    before = store.read_bytes()
    for asked in (open_store, lambda path: record_report(register("a.txt"), path, date(2015, 6, 30), "", "0.1.0")):
        with pytest.raises(StoreError, match="install a newer cstrack"):
            asked(store)
    assert store.read_bytes() == before
