"""Financial years, quarters, months of monitoring, academic and calendar years."""

title = "Years and quarters"


def test_a_financial_year_in_any_notation(table):
    """A financial year runs from 1 April to 31 March; the second year printed is the one that follows the first."""
    table("""
        In 2012-13 the budget was £73m.                    | 2012-04-01/2013-03-31
        In the year 2013 -14 budgets were managed.         | 2013-04-01/2014-03-31
        The 2014/15 budget is balanced.                    | 2014-04-01/2015-03-31
        Priorities are addressed during 2014/5.            | 2014-04-01/2015-03-31
        The base was set for 2021/2022.                    | 2021-04-01/2022-03-31
        Spend in FY2014-15 was lower.                      | 2014-04-01/2015-03-31
        Spend in the 24/25 financial year was lower.       | 2024-04-01/2025-03-31
        Spend in the year ending 31 March 2015 was lower.  | 2014-04-01/2015-03-31
        The turn of 1999/00 was noted.                     | 1999-04-01/2000-03-31
    """)


def test_a_financial_year_follows_its_first_year(table):
    """Two years that do not follow each other are a run of years; two numbers without a century are nothing."""
    table("""
        The strategy 2014-16 was agreed.    | 2014/2016
        A further five years (2015-2020).   | 2015/2020
        Between 12-13 families took part.   |
        The 14-15 year olds took part.      |
        Plan 2014-13 is a misprint.         |
    """)


def test_years_that_lose_their_century(table):
    """The second of two years, and a year before words of its money, may be printed in two digits."""
    table("""
        The plan covers 2013/14-15/16.            | 2013-04-01/2016-03-31
        The plan covers 2013-14 to 15-16.         | 2013-04-01/2016-03-31
        The 14/15 budget is balanced.             | 2014-04-01/2015-03-31
        The 13-14 outturn was noted.              | 2013-04-01/2014-03-31
        The 15-13 vote and 2017/18-045 are none.  |
    """)


def test_two_years_of_two_things_are_not_one(table):
    """ "And the 2010/11 budget" begins something new; years told together are one stretch."""
    table("""
        £2m was found in 2009/10, and the 2010/11 budget adds £5m.  | 2009-04-01/2010-03-31; 2010-04-01/2011-03-31
        It spent £2m in 2013/14 and the 2014/15 plan adds more.     | 2013-04-01/2014-03-31; 2014-04-01/2015-03-31
        The 2013/14 and the 2014/15 budgets were agreed.            | 2013-04-01/2015-03-31
        It was spent in 2013/14 and 2014/15.                        | 2013-04-01/2015-03-31
    """)


def test_a_year_and_those_after_it_are_open(table):
    """ "And future years" has no end."""
    table("""
        It is moved in 2014/15 and future years.      | 2014-04-01/..
        It costs £1m in 2015/16 and beyond.           | 2015-04-01/..
        It saves £1m in 2016-17 and subsequent years. | 2016-04-01/..
        It is paid in 2014/15 and thereafter.         | 2014-04-01/..
    """)


def test_halves_and_quarters_told_together(table):
    """From the first day of the first to the last day of the last; a half is two quarters."""
    table("""
        In the third and fourth quarters of 2022/23 it fell.  | 2022-10-01/2023-03-31
        Quarters 3 and 4 of 2022/23 were quiet.               | 2022-10-01/2023-03-31
        Quarters one to three of 2022/23 were quiet.          | 2022-04-01/2022-12-31
        In Q3/Q4 2022/23 it fell.                             | 2022-10-01/2023-03-31
        In Q1-2 2022/23 it fell.                              | 2022-04-01/2022-09-30
        In H1 2023/24 it fell.                                | 2023-04-01/2023-09-30
        In 2023/24 H2 it fell.                                | 2023-10-01/2024-03-31
        In the second half of the year it rises.              | 2014-10-01/2015-03-31
        They use an h2 heading.                               |
    """)


def test_quarters_are_those_of_the_financial_year(table):
    """Q1 is April to June; a quarter of a calendar year is told in words with that year."""
    table("""
        Results for Q1 2018/19 are good.                     | 2018-04-01/2018-06-30
        Monitoring for the Third Quarter 2017/18.            | 2017-10-01/2017-12-31
        Monitoring for Quarter 4 of 2017-18.                 | 2018-01-01/2018-03-31
        It rose in quarter two of 2015/16.                   | 2015-07-01/2015-09-30
        It rose in the third quarter of 2019/20.             | 2019-10-01/2019-12-31
        2018/19 Q1 was quiet.                                | 2018-04-01/2018-06-30
        In the quarter ending 30 June 2018 it fell.          | 2018-04-01/2018-06-30
        In the first quarter of 2016 it fell.                | 2016-01/2016-03
        It had 700 referrals in the first quarter of operation. |
        A quarter of families moved.                         |
    """)


def test_a_quarter_without_its_year_is_the_last_that_has_begun(table):
    """A paper reports on what has begun; the year is inferred."""
    table(
        """
        Reviews in time: 90% in quarter 3.         | 2014-10-01/2014-12-31 (year)
        Reviews in time: 90% in Q4.                | 2014-01-01/2014-03-31 (year)
        The figures will be reported in Q4.        | 2015-01-01/2015-03-31 (year)
        The Quarter 2 (July - September 2022) report.  | 2022-07-01/2022-09-30 (); 2022-07/2022-09 ()
        In Q1 2018/19 it was 40, in Q2 44.         | 2018-04-01/2018-06-30 (); 2018-07-01/2018-09-30 (year)
        The year 2019/20 (Quarter 3) in brief.     | 2019-04-01/2020-03-31 (); 2019-10-01/2019-12-31 ()
        In Q4 2014 it rose; in Q4 2015 it will fall. | 2014-01-01/2014-03-31 (year); 2015-01-01/2015-03-31 (year)
        42 in Q1 2018/19 against 34 last quarter.  | 2018-04-01/2018-06-30 (); 2018-01-01/2018-03-31 (period)
        """,
        inferred=True,
    )


def test_months_of_monitoring_count_from_april(table):
    """Month 3 is June; the year may stand a few words on, where it is a period of its own too."""
    table("""
        The Month 3 position (2024/25) was noted.  | 2024-06; 2024-04-01/2025-03-31
        The 2025/26 month 10 report was noted.     | 2026-01
        At period 5 the forecast was worse.        | 2014-08
        The overspend at P6 was £3.1m.             | 2014-09
        Period 7 (October) 2019/20                 | 2019-10; 2014-10; 2019-04-01/2020-03-31
        It takes 5 months.                         |
        A month 1 child is placed.                 |
    """)


def test_academic_years_and_terms(table):
    """An academic year runs from 1 September to 31 August."""
    table("""
        The 2010-2011 academic year went well.   | 2010-09-01/2011-08-31
        In academic year 2014/15 it went well.   | 2014-09-01/2015-08-31
        It opens in the autumn term 2015.        | 2015-09/2015-12
        It opens in the spring term 2015/16.     | 2016-01/2016-03
        From the start of the 2021 academic year. | 2021-09-01/..
    """)


def test_a_calendar_year_is_no_number_and_no_act(table):
    """Four digits are a year where nothing says otherwise."""
    table("""
        The inspection in 2013 was good.             | 2013
        It falls by 50% from 2010 to 2020.           | 2010/2020
        Under the Children Act 1989 it is due.       |
        Over 2015 children took part, £2015 a head.  |
        Call extension 2014.                         |
        The 2014 Act and Working Together 2018 say.  |
        Minute 2015 and CAB 2017/18-045 refer.       |
        See 2,014 cases.                             |
    """)
