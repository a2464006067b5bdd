"""Trackers with their keys and ratings go into a store and come back."""

from __future__ import annotations

from attrs import evolve

from cstrack.facts.key import KeyEntry, RatedAs
from cstrack.model.action import Rating
from cstrack.model.register import Register
from cstrack.storage.opening import open_store
from cstrack.testing import records as make


def test_keys_and_ratings_come_back(record, tmp_path):
    """What a rating stands for, and the line of the key that says so."""
    paper = make.paper("plan.xlsx")
    line = KeyEntry(printed="B", colour=None, words="Blue - complete", standing=RatedAs.COMPLETE, address="Key!A1")
    paper = evolve(paper, key=(line,))
    rating = Rating(scheme="key", word="B", standing=RatedAs.COMPLETE, citation=make.cite(paper, "B"))
    whole = Register(papers=(paper,), records=(make.action(paper, "Publish the guide", rating=rating),))
    record(whole)
    assert open_store(tmp_path / "plan.cstrack")["2015-03-31"] == whole
