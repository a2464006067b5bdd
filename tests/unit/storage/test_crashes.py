"""Whatever happens while a load is written, the store is as it was before or as it is after."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date, timedelta

import pytest

from cstrack.errors import StoreError
from cstrack.storage import layout
from cstrack.storage.opening import entries, open_store
from cstrack.storage.sqlite import record_report
from cstrack.storage.verifying import verify_store

from .conftest import JUNE, register

#: Loads report after report and says the number of each when it is kept.
WRITER = """
import sys
from datetime import date, timedelta
from cstrack.model.register import Register
from cstrack.storage.sqlite import record_report
from cstrack.testing import records as make
path, who, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(count):
    paper = make.paper(f"{who}-{number}.txt")
    actions = tuple(make.action(paper, f"Action {at} " + "x" * 400, at) for at in range(40))
    day = date(2000, 1, 1) + timedelta(number)
    record_report(Register(papers=(paper,), records=actions), path, day, "", "0.1.0")
    print(f"{who}-{number}.txt", flush=True)
"""


def writer(path, who, count):
    """A process that loads."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), who, str(count)], stdout=subprocess.PIPE, text=True
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_run_that_is_killed_loses_nothing_that_it_said_was_kept(tmp_path):
    """Five kills at various moments: every paper that was acknowledged is there whole, and none is torn."""
    path = tmp_path / "plan.cstrack"
    kept: set[str] = set()
    for kill in range(5):
        run = writer(path, f"run{kill}", 10_000)
        kept.add(run.stdout.readline().strip())
        time.sleep(0.007 * kill)
        run.kill()
        said, _ = run.communicate()
        kept |= {line for line in said.splitlines() if line.endswith(".txt")}
    assert list(verify_store(path)) == []
    held = {entry.name: len(entry.register.records) for entry in entries(path)}
    assert kept <= set(held)
    assert set(held.values()) == {40}


def test_two_writers_lose_nothing(tmp_path):
    """They wait for each other; every paper of both is there, and the chain is whole."""
    path = tmp_path / "plan.cstrack"
    runs = [writer(path, who, 8) for who in ("one", "two")]
    for run in runs:
        run.communicate()
    assert [run.returncode for run in runs] == [0, 0]
    assert list(verify_store(path)) == []
    assert {entry.name for entry in entries(path)} == {f"{who}-{at}.txt" for who in ("one", "two") for at in range(8)}


def test_a_store_that_another_program_holds_is_said(store, record, monkeypatch):
    """After some patience, in words, with nothing saved."""
    monkeypatch.setattr(layout, "PATIENCE", 0.05)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing"):
            record(register("july.txt", "Recruit"))
        other.execute("ROLLBACK")
    assert len(entries(store)) == 2


def test_a_full_disk_saves_nothing_and_says_so(store, record, monkeypatch):
    """SQLite's own limit of pages stands for the disk."""
    prepare = layout.prepare

    def with_little_room(database, *, write):
        prepare(database, write=write)
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {max(pages, 1) + 2}")

    before = open_store(store)
    with monkeypatch.context() as limited:
        limited.setattr(layout, "prepare", with_little_room)
        with pytest.raises(StoreError, match="disk is full: nothing was saved"):
            record(register("july.txt", *(f"Action {at} " + "x" * 400 for at in range(100))), JUNE + timedelta(30))
    assert open_store(store) == before
    assert list(verify_store(store)) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of a file's size")
def test_a_file_that_may_not_grow_saves_nothing_and_says_so(store):
    """The other way in which a disk is full: the system refuses to write."""
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "from datetime import date; from cstrack.model.register import Register; "
        "from cstrack.storage.sqlite import record_report; from cstrack.testing import records as make; "
        "from cstrack.errors import StoreError\n"
        "paper = make.paper('july.txt'); titles = [f'Action {at} ' + 'x' * 900 for at in range(300)]\n"
        "whole = Register(papers=(paper,), records=tuple(make.action(paper, one, at) for at, one in enumerate(titles)))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "try: record_report(whole, sys.argv[1], date(2015, 7, 31), '', '0.1.0')\n"
        "except StoreError as error: print(error)\n"
    )
    before = open_store(store)
    ended = subprocess.run([sys.executable, "-c", script, str(store)], capture_output=True, text=True, check=True)
    assert "nothing was saved" in ended.stdout
    assert open_store(store) == before


def test_a_store_in_a_folder_that_is_not_there_is_said(tmp_path):
    """No folder is made for a mistyped name."""
    with pytest.raises(StoreError, match="cannot be opened"):
        record_report(register("a.txt"), tmp_path / "no" / "plan.cstrack", date(2015, 6, 30), "", "0.1.0")
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_read_after_a_load_that_was_cut_off(store, record):
    """Its journal lies beside it, and is taken back by the first who reads; nothing of the load is seen."""
    before = open_store(store)
    journal = store.with_name("plan.cstrack-journal")
    with closing(sqlite3.connect(store, isolation_level=None)) as writing:
        writing.execute("PRAGMA cache_size = 1")
        writing.execute("BEGIN IMMEDIATE")
        writing.executemany("INSERT INTO record VALUES (9, ?, 'x', ?)", [(at, "y" * 900) for at in range(200)])
        torn, beside = store.read_bytes(), journal.read_bytes()
        writing.execute("ROLLBACK")
    assert b"y" * 900 in torn
    store.write_bytes(torn)
    journal.write_bytes(beside)
    assert open_store(store) == before
    assert not journal.exists()
