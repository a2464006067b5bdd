"""Which numbers tell how much there is of something, and which only stand in a name or bound others."""

title = "Numbers that were measured"


def test_a_stretch_of_time_in_a_name_is_no_record(records):
    """A 5 year plan is called so; the number measures nothing."""
    records(
        """
        The 5 year plan is on its way.                              |
        It is a four week inspection.                               |
        They joined a 12-month programme.                           |
        Over the five year contract term it will grow.              |
        The three years contract began.                             |
        """,
        "label",
    )


def test_a_stretch_of_time_that_bounds_others_is_no_record(records):
    """A window, an age, a definition and a time told from something."""
    records(
        """
        These are priorities for the next 12 months.                |
        It has risen in the last five years.                        |
        It was extended for a further five years.                   |
        Plans of two years or more are rare.                        |
        It will catch up over the next two to three years.          |
        Six months of the financial year has passed.                |
        It was put in place three years ago.                        |
        """,
        "unit",
    )


def test_a_stretch_of_time_that_was_measured_is_a_record(records):
    """What something took, lasted or averaged."""
    records(
        """
        Adoption took 523 days on average.                          | observation 523 day
        The average life of a post was only seven years.            | observation 7 year
        The average length of proceedings was 31 weeks.             | observation 31 week
        Families waited for 14 weeks.                               | observation 14 week
        Timeliness fell from 45 days to 38 days.                    | observation 45 day; observation 38 day
        Sickness absence stood at 9.5 days.                         | observation 9.5 day
        """,
        "unit",
    )


def test_a_number_that_announces_a_list_is_no_record(records):
    """In words and small; a counted thing of the service stays a record."""
    records(
        """
        It created two immediate pressures.                         |
        The four main strands of work are these:                    |
        Two homes were closed.                                      | observation 2 home
        There were 14 issues raised by parents.                     | observation 14 issue
        """,
        "noun",
    )
