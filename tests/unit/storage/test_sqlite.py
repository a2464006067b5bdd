"""A store keeps every paper, knows the same paper again, and refuses what is no store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from cstrack.errors import StoreError, UnknownName
from cstrack.model.register import Register
from cstrack.problems import Problem
from cstrack.storage.opening import entries, open_store, state_of
from cstrack.storage.sqlite import record_report, record_reports
from cstrack.storage.verifying import opened, verify_store
from cstrack.testing import records as make

from .conftest import JUNE, MARCH, register


def test_what_was_recorded_comes_back(tmp_path):
    """A register read from a store equals the register that was recorded, subjects and problems included."""
    path = tmp_path / "plan £.cstrack"
    one, two = make.paper("one.txt"), make.paper("two.txt")
    whole = Register(
        papers=(one, two),
        records=(make.action(one, "A", subject="action-1"), make.action(two, "B \ud800")),
        problems=(Problem(code="paper.date_unknown", message="no date", document="one.txt"),),
    )
    record_report(whole, path, MARCH, "", "0.1.0")
    assert open_store(path)["2015-03-31"] == whole


def test_the_folder_a_paper_lay_in_is_not_kept(record, store):
    """The same paper from another folder is the same paper, and a store that is handed on tells of nobody's folders."""
    paper = make.evolved_source(make.paper("march.txt", "2015-03-31"), path="C:/Users/ann/march.txt")
    moved = Register(
        papers=(paper,),
        records=register("march.txt", "Publish the sufficiency strategy", "Recruit ten foster carers").records,
    )
    (told,) = record(moved)
    assert (told.added, told.number) == (False, 1)
    assert b"Users" not in store.read_bytes()


def test_the_same_paper_twice_is_the_same_paper(record, store):
    """Same day, same content: the store does not grow."""
    before = store.read_bytes()
    (told,) = record(register("june.txt", "Publish the sufficiency strategy"), JUNE, "2016-01-01T00:00:00+00:00")
    assert (told.added, told.number, told.records) == (False, 2, 1)
    assert store.read_bytes() == before


def test_a_corrected_paper_supersedes_and_both_stay(record, store):
    """The later one answers; what was known before is still told by the time of the load."""
    corrected = register("march.txt", "Publish the sufficiency strategy", content="corrected")
    (told,) = record(corrected, loaded="2015-05-01T09:00:00+00:00")
    assert (told.added, told.supersedes) == (True, 1)
    history = open_store(store)
    assert history["2015-03-31"] == corrected
    assert len(history.known_by(date(2015, 4, 15))["2015-03-31"].records) == 2
    assert [(entry.number, entry.superseded_by) for entry in entries(store)] == [(1, 3), (2, None), (3, None)]


def test_two_papers_of_one_day_stand_side_by_side(record, store):
    """A tracker and the minutes of the same day: neither corrects the other unless somebody says so."""
    (told,) = record(register("minutes.txt", "Note the report"))
    assert told.beside == ("march.txt",)
    assert [paper.source.name for paper in open_store(store)["2015-03-31"].papers] == ["march.txt", "minutes.txt"]


def test_a_correction_under_another_name_is_told_by_its_name(record, store):
    """And a name that the day does not have is refused."""
    (told,) = record(register("march v2.txt", "Recruit"), supersedes="march.txt")
    assert told.supersedes == 1
    with pytest.raises(StoreError, match=r"no paper april\.txt of 2015-03-31: nothing was saved"):
        record(register("march v3.txt", "Recruit"), supersedes="april.txt")
    assert len(entries(store)) == 3


def test_what_was_known_on_a_day(store):
    """By the day a report speaks for, and by the day it was loaded."""
    history = open_store(store)
    assert history.as_of(date(2015, 5, 1)) == register(
        "march.txt", "Publish the sufficiency strategy", "Recruit ten foster carers"
    )
    assert history.as_of(date(2015, 1, 1)) is None
    assert len(history.whole(JUNE).papers) == 2
    assert len(history.known_by(date(2015, 6, 30)).whole(JUNE).papers) == 1
    with pytest.raises(UnknownName, match="2015-03-31, 2015-06-30"):
        history["2014-01-01"]


def test_the_state_of_one_subject_on_a_day(tmp_path):
    """The record of the last paper up to that day."""
    path = tmp_path / "plan.cstrack"
    for day in (MARCH, JUNE):
        paper = make.paper(f"{day}.txt")
        one = make.action(paper, f"Recruit by {day}", subject="action-1")
        record_report(Register(papers=(paper,), records=(one,)), path, day, "", "0.1.0")
    with closing(opened(path)) as store:
        assert state_of(store, "action-1", date(2015, 5, 1)).title == "Recruit by 2015-03-31"
        assert state_of(store, "action-1", JUNE).title == "Recruit by 2015-06-30"
        assert state_of(store, "action-1", date(2015, 1, 1)) is None


def test_all_papers_of_a_load_or_none(record, store, tmp_path):
    """One that cannot be written leaves no trace of the others."""
    before = store.read_bytes()
    good, bad = register("good.txt", "Recruit"), register("bad.txt", "Recruit")
    with pytest.raises(StoreError, match="nothing was saved"):
        record_reports(((JUNE, good), (MARCH, bad)), store, "", "0.1.0", supersedes="june.txt")
    assert store.read_bytes() == before


def test_a_register_without_papers_is_refused(tmp_path):
    """And makes no file."""
    with pytest.raises(StoreError, match="no paper to record"):
        record_report(Register(), tmp_path / "plan.cstrack", MARCH, "", "0.1.0")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path):
    """Neither a database of another program nor a text file is touched."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as database, database:
        database.execute("CREATE TABLE cats (name TEXT)")
    text = tmp_path / "notes.txt"
    text.write_text("not a store\n" * 100, encoding="utf-8")
    for path in (other, text):
        before = path.read_bytes()
        with pytest.raises(StoreError):
            record_report(register("one.txt"), path, MARCH, "", "0.1.0")
        assert path.read_bytes() == before


def test_a_store_that_is_not_there_is_said(tmp_path):
    """Reading makes no file, so that a mistyped name never looks like an empty store."""
    for asked in (open_store, entries, lambda path: list(verify_store(path))):
        with pytest.raises(StoreError, match="no such store"):
            asked(tmp_path / "none.cstrack")
    assert list(tmp_path.iterdir()) == []
