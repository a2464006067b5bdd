"""A paper that should never have been loaded."""

from __future__ import annotations

import pytest

from cstrack.errors import StoreError
from cstrack.storage.opening import entries, open_store
from cstrack.storage.purging import purge_paper
from cstrack.storage.verifying import verify_store

from .conftest import register


def test_nothing_of_it_is_left_but_a_tombstone(store):
    """Its words are gone from the file; that it was there, and why it went, stays; the rest is whole."""
    purge_paper(store, 1, "2015-07-02T09:00:00+00:00", "not for publication")
    content = store.read_bytes()
    assert b"foster carers" not in content
    assert b"march.txt" not in content
    assert list(verify_store(store)) == []
    assert [shot.report_date.isoformat() for shot in open_store(store).snapshots] == ["2015-06-30"]
    gone = entries(store)[0]
    assert (gone.name, gone.reason, gone.purged) == ("", "not for publication", "2015-07-02T09:00:00+00:00")


def test_it_may_be_loaded_anew(record, store):
    """Under a new number."""
    purge_paper(store, 1, "2015-07-02T09:00:00+00:00", "wrong file")
    (told,) = record(register("march.txt", "Publish the sufficiency strategy"))
    assert (told.added, told.number) == (True, 3)
    purge_paper(store, 3, "2015-07-01T09:00:00+00:00", "wrong again, by a clock that went back")
    assert list(verify_store(store)) == []


def test_a_paper_in_whose_place_a_purged_one_stood_counts_no_more(record, store):
    """What it corrected was wrong, and stays superseded; somebody loads it anew if it was right after all."""
    record(register("march.txt", "Recruit", content="corrected"))
    purge_paper(store, 3, "2015-07-02T09:00:00+00:00", "wrong file")
    assert [shot.report_date.isoformat() for shot in open_store(store).snapshots] == ["2015-03-31", "2015-06-30"]
    assert list(verify_store(store)) == []


def test_what_is_not_there_cannot_be_taken_out(store, tmp_path):
    """No such paper, one that is gone, no such store."""
    with pytest.raises(StoreError, match="no paper 9"):
        purge_paper(store, 9, "", "")
    purge_paper(store, 2, "", "")
    with pytest.raises(StoreError, match="before"):
        purge_paper(store, 2, "", "")
    with pytest.raises(StoreError, match="no such store"):
        purge_paper(tmp_path / "none.cstrack", 1, "", "")
