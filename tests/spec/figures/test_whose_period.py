"""Which figure gets which date: the nearest in its clause, the pair, the comparison, and what a title or topic sentence carries."""

title = "Whose period it is"


def test_two_dates_of_one_sentence(records):
    """Each figure takes the nearest of its clause; a year is not handed on to the next clause."""
    records(
        """
        In Q1 2014/15 it held 40 reviews and in Q2 2014/15 44 reviews.          | observation 40 2014-04-01/2014-06-30; observation 44 2014-07-01/2014-09-30
        £2m was found in 2013/14, and the 2014/15 budget adds £5m.              | budget 2000000 2013-04-01/2014-03-31; budget 5000000 2014-04-01/2015-03-31
        It was run in 12 areas and £171,000 has been set aside for 2014/15.     | observation 12; budget 171000 2014-04-01/2015-03-31
        90% were seen at 31 March 2014 (85% in the third quarter of 2013/14).   | observation 90 2014-03-31; observation 85 2013-10-01/2013-12-31
        There were 46 disputes (2013/14: 31%) and 12 appeals (2012/13: 9%).     | observation 46; observation 31 2013-04-01/2014-03-31; observation 12; observation 9 2012-04-01/2013-03-31
        """,
        "period",
    )


def test_the_ends_of_a_change(records):
    """A date belongs to the end it stands behind; of a stretch the first is its beginning and the second its end."""
    records(
        """
        Agency workers fell from 96 in April 2014 to fewer than 10.             | observation 96 2014-04; observation 10
        The vacancy rate went from 46% to 12% in March 2014.                    | observation 46; observation 12 2014-03
        Cases came down from 337 to 9 between May and November 2014.            | observation 337 2014-05; observation 9 2014-11
        Appeals rose from 40 to 52 between 2011 and 2013.                       | observation 40 2011; observation 52 2013
        Staffing is down to 17 FTE, from 26 FTE in June 2014.                   | observation 17; observation 26 2014-06
        Plans have doubled since 2010, from 112 to 230.                         | observation 112 2010; observation 230 2010/2014-12-11
        """,
        "period",
    )


def test_comparisons(records):
    """ "A year earlier" goes back from the figure it is compared with; a difference is of the later of the two."""
    records(
        """
        There were 281 children at 30 September 2014, against 264 a year earlier.   | observation 281 2014-09-30; observation 264 2013-09-30
        In 2013/14 there were 90 complaints (92 complaints the year before).        | observation 90 2013-04-01/2014-03-31; observation 92 2012-04-01/2013-03-31
        It held 60 reviews in Q2 2014/15, compared with 52 in the same quarter last year. | observation 60 2014-07-01/2014-09-30; observation 52 2013-07-01/2013-09-30
        In March 2014 there were 412 plans, 12% more than a year before.            | observation 412 2014-03; observation 12 2014-03
        A year earlier there were 60 plans. In March 2014 there were 80 plans.      | observation 60; observation 80 2014-03
        In Q2 2014/15 it was 71%, against 66% in the previous quarter.              | observation 71 2014-07-01/2014-09-30; observation 66 2014-04-01/2014-06-30
        The cost was £4m in 2013/14, £3m the year before and £5m the year after.    | budget 4000000 2013-04-01/2014-03-31; budget 3000000 2012-04-01/2013-03-31; budget 5000000 2014-04-01/2015-03-31
        """,
        "period",
    )


def test_what_a_date_is_not_of(records):
    """What happened then, what it is compared with, and what is still to come give a count no period."""
    records(
        """
        Outreach from five schools started in January 2014.                    | observation 5
        The team was brought up to strength in July 2014, with six posts filled. | observation 6
        Four posts had been vacant in July 2014.                               | observation 4 2014-07
        Attendance is 98%, up 4 percentage points on the autumn term 2013.     | observation 98; observation 4
        64% live with our carers, the highest since 2009.                      | observation 64
        Two managers were recruited and a campaign will start in March 2015.   | observation 2
        In October 2014 there were 69 plans, compared with 43 plans when it opened. | observation 69 2014-10; observation 43
        """,
        "period",
    )


def test_a_window_in_a_definition_is_no_period(records):
    """What is counted may have a window of its own: 12 months, 20 days, two years."""
    records(
        """
        17% of children had been referred before in the previous 12 months.    | observation 17
        63 children were on a plan for two years or more.                      | observation 63
        12% came back within 12 months in Q2 2014/15.                          | observation 12 2014-07-01/2014-09-30
        55 children moved in the year to March 2014.                           | observation 55 2013-04-01/2014-03-31
        """,
        "period",
    )


def test_since_and_from(records):
    """Since runs to the paper's own date, from is open."""
    records(
        """
        62 laptops have been handed out since September 2014.   | observation 62 2014-09/2014-12-11
        Carers received an uplift of 5% from October 2014.      | observation 5 2014-10/..
        An improvement of £0.4m since August 2014 was reported. | budget 400000 2014-08/2014-12-11
        """,
        "period",
    )


def test_money_at_a_day(records):
    """A forecast at a day is of its financial year; a balance or debt stands at the day; what costs a full year is of none."""
    records(
        """
        At the end of August 2014 an overspend of £5m (8.6%) is forecast.     | budget 5000000 2014-04-01/2015-03-31; observation 8.6 2014-04-01/2015-03-31
        The cumulative DSG deficit was £37m at 31 March 2014.                 | budget 37000000 2014-03-31
        The programme takes £11m out of the base cost by 2016/17.             | budget 11000000 2016-04-01/2017-03-31
        In Q2 2014/15 costs rose; £3m moved in the quarter.                   | budget 3000000 2014-07-01/2014-09-30
        Each placement adds £190,000 in a full year.                          | budget 190000
        """,
        "period",
    )


def test_what_a_title_carries(papers):
    """The quarter of a title, the year of an annual report and the dates of a half-yearly one are those of its results.

    They are not of what is told in the present, of what others have, of what came before, nor of the numbers of a budget or plan.
    """
    papers(
        """
        # Quarter 2 performance 2014/15 // 82% of visits were on time.                       | observation 82 2014-07-01/2014-09-30
        # Complaints annual report 2013/14 // There were 90 complaints. Nine complaints were upheld.  | observation 90 2013-04-01/2014-03-31; observation 9 2013-04-01/2014-03-31
        # Adoption: six-monthly update (April to September 2014) // 22 adopters were approved. | observation 22 2014-04/2014-09
        # Performance scorecard at 31 August 2014 // Average caseloads were 18.               | observation 18 2014-08-31
        # Annual report 2013/14 // Agency staff make up 22% of the workforce.                 | observation 22
        # Annual report 2013/14 // The school has trained 114 teachers.                       | observation 114
        # Annual report 2013/14 // 41 were unaccompanied, up from 29.                         | observation 41 2013-04-01/2014-03-31; observation 29
        # Annual report 2013/14 // 64% were seen, against a national average of 60%.          | observation 64 2013-04-01/2014-03-31; observation 60
        # Financial position 2014/15 // 105 children were placed.                             | observation 105
        # Children's Plan 2014/15 // Eight carers were approved.                              | observation 8
        """,
        "period",
    )


def test_what_a_topic_sentence_carries(papers):
    """The sentence that says what is reported, and the one that a number goes on with."""
    papers(
        """
        The Head of Service presented the dashboard for the second quarter of 2014/15. // Visits were 88% on time.  | observation 88 2014-07-01/2014-09-30
        This report sets out the work of the team between 1 April and 30 September 2014. // It held 60 reviews.     | observation 60 2014-04-01/2014-09-30
        At 30 September 2014 there were 281 children in care. 14% were under five.                                  | observation 281 2014-09-30; observation 14 2014-09-30
        There were 281 children on 30 September 2014. Of these, 40 were new.                                        | observation 281 2014-09-30; observation 40 2014-09-30
        Sixty files were audited in Q2 2014/15. The proportion that were good rose from 11 to 22 per cent.          | observation 60 2014-07-01/2014-09-30; observation 11; observation 22 2014-07-01/2014-09-30
        There were 281 children on 30 September 2014. Since then 9 children have left.                                       | observation 281 2014-09-30; observation 9
        """,
        "period",
    )


def test_what_is_planned_for_a_year(papers):
    """A target of "this year" is of the paper's own, one below "Priorities for 2015/16" of that."""
    papers(
        """
        We aim to approve 25 new carers this financial year.            | target 25 2014-04-01/2015-03-31
        # Priorities for 2015/16 // We will recruit 30 new carers.      | target 30 2015-04-01/2016-03-31
        """,
        "period",
    )
