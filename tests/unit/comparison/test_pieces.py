"""Assigning, notes of a person, the issues of one report."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstrack.comparison.assigning import EXACT, assign
from cstrack.comparison.issues import series_of, since_issue, stem_of, steps
from cstrack.comparison.settled import NOTHING_SETTLED, read_settled
from cstrack.errors import InvalidProfile
from cstrack.model.comment import CommentKind
from cstrack.model.register import Register
from cstrack.testing import records as make

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 20).map(lambda number: number / 10), max_size=12
)


@given(PAIRS)
def test_pairs_are_one_to_one_with_the_greatest_total(scores):
    """No other way of pairing has more that speaks for it."""
    found = assign(scores)
    assert len(set(found.values())) == len(found)
    best = max(sum(scores.get((old, new), 0) for new, old in enumerate(order)) for order in permutations(range(5)))
    assert sum(scores[old, new] for new, old in found.items()) == pytest.approx(best)


def test_a_large_group_is_taken_the_best_first():
    """Everything competes with everything: still one to one, and quick."""
    size = EXACT + 20
    scores = {(old, new): 1.0 - abs(old - new) / 1000 for old in range(size) for new in range(size)}
    assert assign(scores) == {at: at for at in range(size)}


NOTES = """
[[same]]
before = "Start life story work"
after = "Begin life-story work"

[[different]]
before = "Recruit managers"
after = "Recruit carers"

[[comment]]
about = "Recruit carers"
kind = "agreed"
text = "The Board agreed the new date."
by = "Improvement Board"
on = 2024-10-19
"""


def test_notes_are_read():
    """Pairs by their wordings, and comments with kind, role and day."""
    settled = read_settled(NOTES, "plan.notes.toml")
    assert settled.same == (("Start life story work", "Begin life-story work"),)
    assert settled.different == (("Recruit managers", "Recruit carers"),)
    (comment,) = settled.comments
    assert (comment.kind, comment.on) == (CommentKind.AGREED, date(2024, 10, 19))
    assert comment.is_about("recruit carers.")
    assert not comment.is_about("Recruit managers")
    assert read_settled("", "x") == NOTHING_SETTLED


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[same]\n", "no TOML"),
        ("[[sane]]\nbefore = 'a'\nafter = 'b'\n", "'sane' is not known"),
        ("[[same]]\nbefore = 'a'\n", "two lines before"),
        ("[same]\nbefore = 'a'\nafter = 1\n", "two lines before"),
        ("[[comment]]\nabout = 'a'\n", "has the lines about, kind and text"),
        ("[[comment]]\nabout = 'a'\nkind = 'nonsense'\ntext = 'b'\n", '"agreed"'),
        ("[[comment]]\nabout = 'a'\nkind = 'note'\ntext = 'b'\non = '2024'\n", "a date such as"),
    ],
)
def test_notes_that_cannot_be_meant_are_refused(text, message):
    """With what to write."""
    with pytest.raises(InvalidProfile, match=message):
        read_settled(text, "plan.notes.toml")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Improvement Plan 2023-24 Q2 v3.xlsx", "Improvement Plan 2024-25 Q1.xlsx"),
        ("tracker_june_2024.xlsx", "tracker_December_2024_FINAL.xlsx"),
        ("plan month 6.csv", "plan month 12.csv"),
    ],
)
def test_issues_are_known_by_the_names_of_their_files(one, two):
    """Numbers, quarters, months and versions apart."""
    assert stem_of(one) == stem_of(two)


def test_series_are_ordered_by_date_and_told_apart(issue):
    """A tracker and papers of prose of one authority are two reports; whatever they are called where they were given together."""
    row = "1.1,Front door,Publish the guide,HR,31 July 2024,On track,x"
    second, first = issue(2, row), issue(1, row)
    paper = make.paper("minutes.txt", "2024-07-01", "E08000015")
    whole = Register(
        papers=(*second.papers, *first.papers, paper),
        records=(*second.records, *first.records, make.action(paper, "Publish the guide")),
    )
    series = series_of(whole)
    names = [[part.papers[0].source.name for part in issues] for issues in series]
    assert names == [["plan-2024-q1.csv", "plan-2024-q2.csv"], ["minutes.txt"]]
    (step,) = steps(series[0], NOTHING_SETTLED)
    assert (step.before, step.later) == ("plan-2024-q1.csv", date(2024, 9, 30))
    assert since_issue(series[0], "2024-08-01")[0].papers[0].source.name == "plan-2024-q1.csv"
    assert since_issue(series[0], "plan-2024-q1.csv")[1].papers[0].source.name == "plan-2024-q2.csv"
    assert since_issue(series[0], "2024-10-01") == since_issue(series[0], "never") == ()
