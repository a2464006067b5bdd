"""Numbers that somebody means to reach, told from what was counted."""

title = "Targets"


def test_a_target_is_told_by_its_words(records):
    """Limits, targets and aims beside the number; plans and promises before it; what was measured is none."""
    records(
        """
        The process has a 20-week limit.                              | target 20
        Reviews in time: 90%; target at least 95%.                    | observation 90; target 95
        Carers reviewed: 48.4 per cent against 60 per cent.           | observation 48.4; target 60
        Timeliness went to 71%; aim 100% where feasible.              | observation 71; target 100
        Centres beat the 51% families bar.                            | target 51
        The council intends to recruit 130 social workers.            | target 130
        Wirral will be expected to work with 3,010 families.          | target 3010
        Convert property into two homes.                              | observation 2
        We aim to reduce the rate from 18% to 12%.                    | observation 18; target 12
        Eleven children have been adopted.                            | observation 11
        Overall 95 per cent of indicators are on target.              | observation 95
        The staffing ask is 122.75 FTE, on a base of 429 FTE.         | target 122.75; observation 429
        """
    )


def test_when_and_how_a_target_is_reached(records):
    """Due, comparator and what it runs over."""
    records(
        """
        The aim is to return 1 child per month right through to April 2015.  | target 1 ../2015-04 not said flow
        We plan to recruit at least 40 carers by March 2015.                 | target 40 ../2015-03 at least cumulative
        The agency rate target is no more than 12%.                          | target 12 at most level
        """,
        "due",
        "comparator",
        "target_kind",
    )


def test_a_target_that_points_back_is_named_by_the_sentence_before(records):
    """ "The aim is 2 a month" behind a sentence about one indicator is a target of that indicator."""
    records(
        """
        We review all children subject to section 20. The aim is to bring home 2 children per month.  | target 2 Children looked after under section 20
        The panel meets weekly. The aim is to bring home 2 children per month.                        | target 2 Children
        """,
        "label",
    )


def test_whom_a_number_is_about(records):
    """National averages and neighbours are kept apart from the authority's own."""
    records(
        """
        Checks: 83% up to date; neighbours 75%, England 70%.      | observation 83 own; observation 75 other council; observation 70 England
        Overall 95 per cent (national average 70 per cent).       | observation 95 own; observation 70 England
        """,
        "about",
    )


def test_no_period_is_made_up(records):
    """A number has a period only where its sentence or the paper's quarter gives it one."""
    records(
        """
        At present there are 366 looked after children.                 | observation 366
        In 2014 it met. // It has 12 social workers.                    | observation 12
        It went from 9% in June 2014 to 71% in October 2014; aim 100%.  | observation 9 2014-06; observation 71 2014-10; target 100
        11 children have been adopted so far in 2014/5.                 | observation 11 2014-04-01/2014-12-11
        """,
        "period",
    )
