"""Issues of a tracker, written as the table they are."""

from __future__ import annotations

import pytest

import cstrack
from cstrack.comparison.settled import NOTHING_SETTLED
from cstrack.comparison.tracker import compare_trackers

HEAD = "Ref,Theme,Action,Lead,Target date,Status,Progress"
MEASURES = "Measure,Good is,Target,Q1,Q2"


@pytest.fixture
def issue(tmp_path):
    """Reads the rows of a plan of a quarter."""

    def read(quarter, *rows, head=HEAD):
        path = tmp_path / f"plan-2024-q{quarter}.csv"
        last = {1: "30 June 2024", 2: "30 September 2024", 3: "31 December 2024"}[quarter]
        path.write_text(f"Improvement plan at {last}\n\n{head}\n" + "\n".join(rows) + "\n", encoding="utf-8")
        return cstrack.load(path, authority="Wirral", no_plugins=True, project=False, isolation="none")

    return read


@pytest.fixture
def moved(issue):
    """What moved between two sets of rows: the kind, the subject and the change itself."""

    def compared(before, after, settled=NOTHING_SETTLED, head=HEAD):
        old, new = issue(1, *before, head=head), issue(2, *after, head=head)
        return [one for one in compare_trackers(old, new, settled).changes if one.kind != "matched"]

    return compared
