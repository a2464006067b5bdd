"""Ranges, choices, bounds, and stretches told from the paper's day."""

title = "Stretches of time"


def test_ranges(table):
    """From the first day of the first to the last day of the last; years are handed on from the second to the first."""
    table("""
        The plan 2016/17 to 2019/20 is set.                   | 2016-04-01/2020-03-31
        The plan 2021/22-2023/24 is set.                      | 2021-04-01/2024-03-31
        Savings for 2018-19 and 2019-20 are noted.            | 2018-04-01/2020-03-31
        Savings for 2017/18, 2018/19 and 2019/20 are noted.   | 2017-04-01/2020-03-31
        £1m and £2m in 2018-19 and 2019-20 respectively.      | 2018-04-01/2019-03-31; 2019-04-01/2020-03-31
        In 2015/16 (£2.3m) and 2016/17 (£1.1m).               | 2015-04-01/2016-03-31; 2016-04-01/2017-03-31
        From 12% in April to 15% in December 2018.            | 2018-04; 2018-12
        April to December 2018                                | 2018-04/2018-12
        November to January 2015                              | 2014-11/2015-01
        Inspected between 11 June and 5 July 2018.            | 2018-06-11/2018-07-05
        From 1 April 2014 to 31 March it was open.            | 2014-04-01/2015-03-31
        Q1 to Q3 2019/20                                      | 2019-04-01/2019-12-31
        In April and July 2022 it opened.                     | 2022-04; 2022-07
    """)


def test_a_date_that_moved_is_two_dates(table):
    """ "From ... to" of a date that was put back is not a stretch."""
    table("""
        The target was moved from April 2015 to June 2015.  | 2015-04; 2015-06
    """)


def test_choices(table):
    """One of several: EDTF's set, the unsure ones marked."""
    table("""
        It takes place in April or May or possibly June 2019.  | [2019-04,2019-05,2019-06?]
        Due June/July 2012.                                    | [2012-06,2012-07]
        In summer or autumn 2019 it opens.                     | [2019-22,2019-23]
    """)


def test_bounds(table):
    """By and until end, from and since begin; a beginning carried forward is none."""
    table("""
        £80 million is needed by April 2023.                  | ../2023-04
        An initiation date of September 2014, if not sooner.  | ../2014-09
        Return it no later than 5 May 2015.                   | ../2015-05-05
        It will be done by 31 March 2015 at the latest.       | ../2015-03-31
        It goes live from June 2015.                          | 2015-06/..
        It is paid from 2023/24 onwards.                      | 2023-04-01/..
        It has run since September 2013.                      | 2013-09/..
        Reserves brought forward from 2013/14 are noted.      | 2013-04-01/2014-03-31
        It opens by Autumn 2022 at the latest.                | ../2022-23
        It will not open before May 2015.                     | ../2015-04-30
        The offer stands, not before May 2015.                | 2015-05/..
        It runs up to and including 31 August 2019.           | ../2019-08-31
        It must close before April 2015.                      | ../2015-03-31
        It may open after April 2015.                         | 2015-05-01/..
        Caseloads are about September 2014 levels.            | 2014-09~
    """)


def test_since_a_financial_year_runs_to_the_papers_own(table):
    """A sum "since 2010/11" is of every year up to the one the paper was written in."""
    table("""
        The budget rose by £10.4m since 2010/11.                       | 2010-04-01/2015-03-31
        Since 2010/11 it rose. In the same period it fell elsewhere.   | 2010-04-01/2015-03-31; 2010-04-01/2015-03-31
        It rose in Q1 2014/15 on the same period last year.            | 2014-04-01/2014-06-30; 2013-04-01/2013-06-30
    """)


def test_told_from_the_papers_day(table):
    """Windows roll; years are financial where money is spoken of and nothing where it is not; all are inferred."""
    table(
        """
        11 children were adopted so far in 2014/5.            | 2014-04-01/2014-12-11 ()
        The year to date spend is £1m.                        | 2014-04-01/2014-12-11 (period)
        Caseloads have fallen over the last 6 months.         | 2014-06-12/2014-12-11 (period)
        It rose in the last five years.                       | 2009-12-12/2014-12-11 (period)
        Priorities for the next 12 months                     | 2014-12-11/2015-12-10 (period)
        The savings agreed this year are met.                 | 2014-04-01/2015-03-31 (period)
        There is a £2m gap next year.                         | 2015-04-01/2016-03-31 (period)
        A diagnostic was held last year.                      | ()
        It was spent by the end of the financial year.        | ../2015-03-31 (period)
        In the current year, 2013 -14 it is stable.           | 2013-04-01/2014-03-31 ()
        In the 12 months to March 2014 55, in the previous 12 months 48. | 2013-04-01/2014-03-31 (); 2012-04-01/2013-03-31 (period)
        It closes before the end of the academic year.        | ../2015-08-31 (period)
        It opened this academic year.                         | 2014-09-01/2015-08-31 (period)
        It opens next calendar year.                          | 2015 (period)
        It opens next week.                                   | 2014-12-15/2014-12-21 (period)
        It fell this quarter and in the last 10 days.         | 2014-10-01/2014-12-31 (period); 2014-12-02/2014-12-11 (period)
        It is so far in 2015/16 not known.                    | 2015-04-01/2016-03-31 ()
        Reviews were due last month.                          | 2014-11 (period)
        """.replace("| ()\n", "|\n"),
        inferred=True,
    )


def test_so_much_up_to_a_date(table):
    """A number of months, quarters or years ends with what follows; the words for a rolling measure may stand between."""
    table("""
        In the six months to September 2014 it rose.          | 2014-04-01/2014-09-30
        In the three months ending 30 September 2014.         | 2014-07-01/2014-09-30
        The 12-month rolling average to June 2014 was 9.      | 2013-07-01/2014-06-30
        In the rolling twelve-month period ending June 2014.  | 2013-07-01/2014-06-30
        It pays £95m over nine years to 2031/32.              | 2023-04-01/2032-03-31
        The two quarters to the end of March 2014 were quiet. | 2013-10-01/2014-03-31
    """)


def test_told_from_another_period(table):
    """A comparison goes back from the period spoken of before it, at that period's precision; without one it tells nothing."""
    table("""
        In 2013/14 it was 90 (92 the year before).                | 2013-04-01/2014-03-31; 2012-04-01/2013-03-31
        On 30 September 2014 it was 281, against 264 a year earlier. | 2014-09-30; 2013-09-30
        In March 2014 it was 90, 12 more than a year before.      | 2014-03; 2013-03
        In 2013/14 it was 90, in the previous year 80.            | 2013-04-01/2014-03-31; 2012-04-01/2013-03-31
        In 2013/14 it was 90 and two years earlier 70.            | 2013-04-01/2014-03-31; 2011-04-01/2012-03-31
        In Q2 2014/15 it was 90, and the quarter before 80.       | 2014-07-01/2014-09-30; 2014-04-01/2014-06-30
        At 28 February 2013 it was 4, and 3 a year earlier.       | 2013-02-28; 2012-02-29
        It was 5 at 31 March 2014 and 6 on the same date in 2013. | 2014-03-31; 2013-03-31
        In Q1 2014/15 it was 5, in the same quarter of 2013/14 6. | 2014-04-01/2014-06-30; 2013-04-01/2013-06-30
        On 31 March 2014 it was 7, due by May 2014; 9 on the same date. | 2014-03-31; ../2014-05; 2014-03-31
        In Q2 2014/15 it fell, and £3m moved in the quarter.      | 2014-07-01/2014-09-30; 2014-07-01/2014-09-30
        In Q2 2014/15 it fell; at quarter end it was 5.           | 2014-07-01/2014-09-30; 2014-09-30
        A year earlier it was 90, and the year before that 80.    |
        It moved £3m in the quarter.                              |
        It opened two years before the inspection.                |
        A prior year overspend of £1m was met.                    | 2013-04-01/2014-03-31
    """)


def test_a_time_in_which_something_is_to_be_done(table):
    """ "Within six months" is due by the month so many after the paper's where something is still to be done; else it is a rule."""
    table("""
        A report is to be brought to Cabinet within six months.  | ../2015-06
        They will report back in six months' time.               | 2015-06
        The team will move within two weeks.                     | ../2014-12-25
        It was re-referred within 12 months.                     |
        Plans should be reviewed within 20 working days.         |
        They will be seen within a year of leaving care.         |
    """)
