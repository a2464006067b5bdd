"""Registers to record, and a store with two reports."""

from __future__ import annotations

from datetime import date

import pytest

from cstrack.model.register import Register
from cstrack.storage.sqlite import record_report
from cstrack.testing import records as make

MARCH, JUNE = date(2015, 3, 31), date(2015, 6, 30)


def register(name: str, *titles: str, content: str = "") -> Register:
    """One paper with an action for each title; `content` makes it another file of the same name."""
    paper = make.paper(name, "2015-03-31")
    if content:
        paper = make.evolved_source(paper, sha256=f"sha256:{content}")
    return Register(papers=(paper,), records=tuple(make.action(paper, title, at) for at, title in enumerate(titles)))


@pytest.fixture
def record(tmp_path):
    """Records a register in `plan.cstrack` and says what became of each paper."""

    def recorded(of, day=MARCH, loaded="2015-04-01T09:00:00+00:00", **more):
        return record_report(of, tmp_path / "plan.cstrack", day, loaded, "0.1.0", **more)

    return recorded


@pytest.fixture
def store(tmp_path, record):
    """A store with a report of March and one of June."""
    record(register("march.txt", "Publish the sufficiency strategy", "Recruit ten foster carers"))
    record(register("june.txt", "Publish the sufficiency strategy"), JUNE, "2015-07-01T09:00:00+00:00")
    return tmp_path / "plan.cstrack"
