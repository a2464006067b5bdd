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


def test_targets_without_the_word(records):
    """What is demanded, wanted, promised or being made; what fell short of it; a level that work is to reach."""
    records(
        """
        Workers should hold no more than 18 cases.                                  | target 18
        The council has set itself 85% for visits in time.                          | target 85
        We wish to approve 25 new households this year.                             | target 25
        The board has undertaken to bring repeat plans down to 15%.                 | target 15
        The service has committed itself to turning around 97 families.             | target 97
        The plan commits us to 55% of plans in time.                                | target 55
        Visits in time were 71.2%, short of the 90% required by the notice.         | observation 71.2; target 90
        Thirty additional social workers are being appointed.                       | target 30
        A special school for 120 pupils is under construction.                      | target 120
        A contract for eight residential beds is out to tender.                     | target 8
        The notice set a standard of 80% for core assessments.                      | target 80
        It would be no higher than 12% of children by the summer.                   | target 12
        Allowances are to be raised to 100% of the rate.                            | target 100
        The programme is to open two homes and a further three homes next year.   | target 2; target 3
        """
    )


def test_what_looks_like_a_target_and_is_none(records):
    """Comparisons, what is known to be, what was done beside a promise, and numbers that describe."""
    records(
        """
        41% of leavers are out of work, against 12% of all other young people.      | observation 41; observation 12
        About 190 children are known to be growing up with relatives.              | observation 190
        A campaign would start in May, and 12 managers had been recruited.         | observation 12
        Performance was 69.3%, compared with 43% when the notice was served.       | observation 69.3; observation 43
        The service was able to reduce the rate to 12%.                            | observation 12
        """
    )


def test_a_target_takes_the_date_behind_it(records):
    """The first date to come in its clause, whatever the verb between; a date behind another number is that number's."""
    records(
        """
        300 places are to be created by September 2016.                            | target 300 ../2016-09
        The ambition is for 75% to be good or outstanding by the end of December 2015.   | target 75 ../2015-12-31
        The notice looked for 72% in time by the end of March 2015 and 80% by the end of June 2015. | target 72 ../2015-03-31; target 80 ../2015-06-30
        """,
        "due",
    )
