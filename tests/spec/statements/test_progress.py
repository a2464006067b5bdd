"""Words without a number that tell how a target or a piece of work stands."""

title = "Progress in words"


def test_what_words_of_progress_come_to(table):
    """The paper's word beside a verb of being or having; "not" turns it; the paper's word itself stays in the record."""
    table(
        """
        The reduction is on target.                            | on track
        Recruitment is now broadly on course.                  | on track
        The milestone has been missed.                         | not reached
        To date this target has been exceeded.                 | exceeded
        The board has met its ambition.                        | reached
        The new system is not yet on schedule.                 | behind
        Roll-out of the assessment has slipped.                | behind
        The target has not been achieved.                      | not reached
        The work is also progressing well and is on target.    | on track
        Permanence is on track but recruitment is behind plan. | on track; behind
        """,
        "progress",
        "status",
    )


def test_what_is_no_progress(table):
    """A wish, a condition, a promise, a count of measures, a past stand outside minutes: none tells how a thing stands."""
    table(
        """
        Managers ensure that all targets are met.              |
        If the milestone has been missed we will report it.    |
        The programme will be on track by June.                |
        Eight of the nine measures are on target.              |
        Of 27 actions, 14 are on course.                       |
        Three have slipped.                                    |
        The service was on track in 2021.                      |
        The visit has met with approval.                       |
        """,
        "progress",
        "status",
    )


def test_minutes_tell_their_present_in_the_past(table):
    """In a paper that reports a meeting, "was on track" is how things stood on the day."""
    table("RESOLVED: That the report be noted. // The move was on track. | on track", "progress", "status")
