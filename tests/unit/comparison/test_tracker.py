"""What moved between two issues of a tracker: each kind of change, and what looks like one and is none."""

from __future__ import annotations

import pytest

from cstrack.comparison.settled import Settled
from cstrack.comparison.tracker import compare_trackers
from cstrack.model.change import ChangeKind

from .conftest import MEASURES

PUBLISH = "1.1,Front door,Publish the thresholds guide,Head of Early Help,31 July 2024,On track,Draft written"


def kinds(changes):
    return [str(one.kind) for one in changes]


def test_the_same_rows_have_not_moved(moved):
    """In another order too."""
    other = "1.2,Front door,Recruit four social workers,HR,March 2025,On track,Advert out"
    assert moved([PUBLISH, other], [other, PUBLISH]) == []


def test_a_date_that_moved_is_told_in_days(moved):
    """From the last report and from the first date; without a word, since the earlier date is gone."""
    (one,) = moved([PUBLISH], [PUBLISH.replace("31 July 2024", "30 September 2024")])
    assert (one.kind, one.days, one.days_from_original, one.moves) == (ChangeKind.MOVED, 61, 61, 1)
    assert (one.from_value, one.to_value, one.detail) == ("2024-07-31", "2024-09-30", "without a word")


def test_a_date_that_shows_what_it_was_is_no_silent_move(moved):
    """ "September 2024 (was July 2024)"."""
    (one,) = moved([PUBLISH], [PUBLISH.replace("31 July 2024", "September 2024 (was 31 July 2024)")])
    assert one.detail == "the earlier date is shown"


@pytest.mark.parametrize(("before", "after"), [("31 July 2024", "July 2024"), ("31 July 2024", "31/07/24")])
def test_a_date_in_other_words_has_not_moved(moved, before, after):
    """A due date counts by its last day."""
    assert moved([PUBLISH.replace("31 July 2024", before)], [PUBLISH.replace("31 July 2024", after)]) == []


def test_a_date_that_moved_earlier_and_one_that_is_gone(moved):
    """Brought forward; "Ongoing" in place of a date."""
    (one,) = moved([PUBLISH], [PUBLISH.replace("31 July 2024", "15 July 2024")])
    assert (one.kind, one.days) == (ChangeKind.BROUGHT_FORWARD, -16)
    (one,) = moved([PUBLISH], [PUBLISH.replace("31 July 2024", "Ongoing")])
    assert (one.kind, one.from_value, one.to_value) == (ChangeKind.DEADLINE_REMOVED, "2024-07-31", "Ongoing")


def test_moves_are_counted_from_the_first_issue(issue):
    """Three issues: the second move is told with all days since the first date."""
    first = issue(1, PUBLISH)
    second = issue(2, PUBLISH.replace("31 July 2024", "30 September 2024"))
    third = issue(3, PUBLISH.replace("31 July 2024", "31 December 2024"))
    one = compare_trackers(first, second, Settled())
    (last,) = [
        change for change in compare_trackers(second, third, Settled(), one.trails).changes if change.kind != "matched"
    ]
    assert (last.days, last.days_from_original, last.moves) == (92, 153, 2)


def test_a_column_of_first_dates_that_was_overwritten(moved):
    """The first date is another than it was: told apart from a date that moved."""
    head = "Ref,Action,Lead,Original date,Revised date,Status"
    before = "1.1,Publish the guide,HR,31 July 2024,,On track"
    after = "1.1,Publish the guide,HR,30 September 2024,,On track"
    assert kinds(moved([before], [after], head=head)) == ["slipped", "original_overwritten"]


def test_a_row_that_is_gone_is_no_longer_reported(moved):
    """With its last rating and date; one that was complete was taken off."""
    other = "1.2,Front door,Recruit four social workers,HR,March 2025,On track,Advert out"
    (one,) = moved([PUBLISH, other], [other])
    assert (one.kind, one.detail) == (ChangeKind.NO_LONGER_REPORTED, "last rated On track, due 31 July 2024")
    (one,) = moved([PUBLISH.replace("On track", "Complete"), other], [other])
    assert (one.kind, one.detail) == (ChangeKind.CLOSED, "taken off after it was complete")


def test_a_note_says_what_became_of_a_row(moved):
    """By its number: withdrawn, with the note as the later citation."""
    other = "1.2,Front door,Recruit four social workers,HR,March 2025,On track,Advert out"
    note = '"Note: action 1.1 (thresholds guide) withdrawn - agreed by the Board on 3 September 2024."'
    (one,) = moved([PUBLISH, other], [other, note])
    assert (one.kind, one.detail) == (ChangeKind.WITHDRAWN, "by a note")
    assert "agreed by the Board" in one.after.quote


def test_closed_reopened_and_rated_otherwise(moved):
    """By the words of the status."""
    done = PUBLISH.replace("On track", "Complete")
    assert kinds(moved([PUBLISH], [done])) == ["status_changed", "closed"]
    assert kinds(moved([done], [PUBLISH])) == ["status_changed", "reopened"]


def test_owner_changed_but_not_for_another_order(moved):
    """Two owners in another order are the same two."""
    assert kinds(moved([PUBLISH], [PUBLISH.replace("Head of Early Help", "Head of Assessment")])) == ["owner_changed"]
    two = PUBLISH.replace("Head of Early Help", "Head of Assessment; HR")
    assert moved([two], [PUBLISH.replace("Head of Early Help", "HR; Head of Assessment")]) == []


def test_a_promise_in_other_words_is_the_same_promise(moved):
    """By words, number, owner and date together; both wordings are told."""
    after = PUBLISH.replace("Publish the thresholds guide", "Explore how a guide to thresholds could be published")
    (one,) = moved([PUBLISH], [after])
    assert one.kind is ChangeKind.REWORDED
    assert "number 1.1" in one.evidence or "same owner" in one.evidence


def test_a_number_that_was_used_again_is_distrusted(moved):
    """Other words, another owner: the old row is gone and another was added."""
    rest = [f"1.{at},Front door,{text},HR,March 2025,On track,x" for at, text in enumerate(REST, 2)]
    after = "1.1,Front door,Train foster carers in first aid,Fostering Manager,June 2025,On track,Booked"
    assert sorted(kinds(moved([PUBLISH, *rest], [after, *rest]))) == ["added", "no_longer_reported"]


def test_renumbering_makes_numbers_say_nothing(moved):
    """Every number shifts by one: rows are known by their words."""
    before = [f"{at},Front door,{text},HR,March 2025,On track,x" for at, text in enumerate(REST, 1)]
    after = [f"{at},Front door,{text},HR,March 2025,On track,x" for at, text in enumerate(REST, 2)]
    added = "1,Front door,Set up a duty line for parents,HR,March 2025,On track,x"
    assert kinds(moved(before, [added, *after])) == ["added"]


REST = [
    "Recruit four social workers",
    "Audit the files of children on repeat plans",
    "Open a home for short breaks",
    "Review placements far from home",
]


def test_a_promise_that_was_split(moved):
    """Each part brings what the other lacks; neither is matched alone."""
    whole = (
        "2.1,Outreach,Fund outreach from special schools and train mainstream staff in autism,HR,March 2025,On track,x"
    )
    one = "2.1,Outreach,Fund outreach from special schools,HR,March 2025,On track,x"
    two = "2.2,Outreach,Train mainstream staff in autism,HR,June 2025,On track,x"
    (change,) = moved([whole], [one, two])
    assert change.kind is ChangeKind.SPLIT
    assert len(change.others) == 1
    (change,) = [found for found in moved([one, two], [whole]) if found.kind is ChangeKind.MERGED]
    assert change.to_value == "Fund outreach from special schools and train mainstream staff in autism"


def test_a_row_printed_twice_is_neither_added_nor_gone(moved):
    """In like words, by the same people, for the same day."""
    twice = "3.1,Quality,Publish a thresholds guide,Head of Early Help,31 July 2024,On track,x"
    assert moved([PUBLISH], [PUBLISH, twice]) == []
    assert moved([PUBLISH, twice], [PUBLISH]) == []


def test_decisions_of_a_person_hold(moved):
    """Two wordings that nothing else joins are one where somebody said so, and two where somebody said that."""
    after = "9.9,Other,Explain to partners when to call us,Principal Officer,May 2026,On track,x"
    assert sorted(kinds(moved([PUBLISH], [after]))) == ["added", "no_longer_reported"]
    same = Settled(same=(("Publish the thresholds guide", "Explain to partners when to call us"),))
    told = moved([PUBLISH], [after], same)
    assert "reworded" in kinds(told)
    assert {one.evidence for one in told} == {"settled by hand"}
    different = Settled(different=(("Publish the thresholds guide", "Publish the thresholds guide"),))
    assert sorted(kinds(moved([PUBLISH], [PUBLISH], different))) == ["added", "no_longer_reported"]


def measures(moved, before, after):
    return [(str(one.kind), one.from_value, one.to_value) for one in moved([before], [after], head=MEASURES)]


def test_targets_that_moved(moved):
    """Weaker or stronger by what is good; the date apart; no target any more."""
    row = "Contacts decided in a day,Bigger is better,90%,78%,81%"
    assert measures(moved, row, row.replace("90%", "85%")) == [("weakened", "90%", "85%")]
    assert measures(moved, row, row.replace("90%", "95%")) == [("strengthened", "90%", "95%")]
    less = "Re-referrals within 12 months,Smaller is better,≤ 20%,24%,23%"
    assert measures(moved, less, less.replace("≤ 20%", "≤ 22%")) == [("weakened", "≤ 20%", "≤ 22%")]
    dated = row.replace("90%", "90% by March 2025")
    assert [kind for kind, *_ in measures(moved, dated, dated.replace("March", "July"))] == ["pushed"]
    assert [kind for kind, *_ in measures(moved, row, row.replace("90%", ""))] == ["target_withdrawn"]
    assert [kind for kind, *_ in measures(moved, row.replace("90%", ""), row)] == ["target_set"]
    assert measures(moved, row, row) == []


def test_a_number_told_otherwise_is_no_rounding(moved):
    """79% that was 82%; but 79% and 79.4% may be the same."""
    row = "Contacts decided in a day,Bigger is better,90%,79%,"
    assert measures(moved, row, row.replace("79%", "82%")) == [("restated", "79%", "82%")]
    assert measures(moved, row, row.replace("79%", "79.4%")) == []


def test_a_measure_that_counts_something_else(moved):
    """A word of the definition changed; a name that lost half of its words is another measure."""
    row = "Re-referrals within 12 months of a previous referral,Smaller is better,≤ 20%,24%,23%"
    assert [kind for kind, *_ in measures(moved, row, row.replace("12 months", "6 months"))] == ["redefined"]
    other = "Care leavers with a pathway plan under six months old,Bigger is better,90%,77%,"
    after = "Care leavers with a pathway plan,Bigger is better,90%,,95%"
    assert sorted(kind for kind, *_ in measures(moved, other, after)) == ["added", "no_longer_reported"]
