"""Days, months, seasons and their parts."""

title = "Days and months"


def test_a_day_in_every_british_notation(table):
    """The day comes first in figures, and the month may come first in words."""
    table("""
        To: the Board On: 11th December 2014           | 2014-12-11
        13 MARCH 2014                                  | 2014-03-13
        It met on Thursday, 13 March 2014.             | 2014-03-13
        It met on March 13, 2014.                      | 2014-03-13
        Publication date: 31/01/2022                   | 2022-01-31
        Due 1/4/15.                                    | 2015-04-01
        As at 31.03.2015 it was 5.                     | 2015-03-31
        As at 2015-03-31 it was 5.                     | 2015-03-31
        On the 3rd of May 2015 it met.                 | 2015-05-03
        The visit is 20 and 21 August 2020.            | 2020-08-20/2020-08-21
        The visit is 11-13 June 2018.                  | 2018-06-11/2018-06-13
        The visits are on 3 and 17 March 2015.         | 2015-03-03; 2015-03-17
        The visits are on 12, 13 and 14 March 2015.    | 2015-03-12/2015-03-14
        On Friday 1st and Monday 4th June 2018 it met. | 2018-06-01; 2018-06-04
        Completed: 30.06.20                            | 2020-06-30
        In the week ending 6 June 2021 it met.         | 2021-05-31/2021-06-06
        Week commencing 12 March 2015 it met.          | 2015-03-12/2015-03-18
    """)


def test_what_is_no_day(table):
    """Numbering, ages, telephone numbers, scores and impossible days are none."""
    table("""
        Tel: 01905 763763 or 5.3.12    |
        See section 20 and 7 and 8.    |
        Children of 0-17 and 16+.      |
        Clause 2.5 and 12/13/14.       |
        On 31/02/2015 it met.          |
        The vote was 23:35.            |
        It may be that they march on.  |
    """)


def test_months(table):
    """A month with its year, short or in full; two digits after a month are a year near the paper's, else a day."""
    table("""
        It goes live in September 2014.       | 2014-09
        Due Oct 12, April 13 and Mar 2013.    | 2012-10; 2013-04; 2013-03
        Jan-17                                | 2017-01
        It ends Mar '16.                      | 2016-03
        It met on October 30 at noon.         | 2014-10-30
    """)


def test_a_count_behind_a_day_is_no_year(table):
    """Two digits that count something, or that no paper of this century means, stand for themselves."""
    table("""
        At 31 January 87 children were looked after.       | 2014-01-31
        At 31 March 2014, 15 children had a plan.          | 2014-03-31
        At 31 October 12 looked after children had moved.  | 2014-10-31
        On 3 November 12 families came.                    | 2014-11-03
        In September 12 referrals came.                    | 2014-09
        As at 31 March 14 there were 87.                   | 2014-03-31
        As at 31 March 14: 87                              | 2014-03-31
        The Oct 14 figures are here.                       | 2014-10
        It ended on 31-Mar-15.                             | 2015-03-31
        It ended on 31 March '98.                          | 1998-03-31
    """)


def test_parts_of_a_month_and_of_a_year(table):
    """The end is the last day; early, mid and late are thirds, marked as approximate."""
    table("""
        It ended at the end of March 2015.    | 2015-03-31
        It starts at the start of April 2015. | 2015-04-01
        It was mid-December 2014.             | 2014-12-11~/2014-12-20~
        It was late November 2014.            | 2014-11-21~/2014-11-30~
        In early 2020 it closes.              | 2020-01~/2020-04~
        By the end of 2014/5 it closes.       | ../2015-03-31
        In the first half of 2015/16 it fell. | 2015-04-01/2015-09-30
        In the second half of 2015 it fell.   | 2015-07-01/2015-12-31
        At the end of Q2 2018/19 it fell.     | 2018-09-30
        In the first six months of 2022/23.   | 2022-04-01/2022-09-30
        In the last three months of 2022/23.  | 2023-01-01/2023-03-31
        It fell late Q2 2018/19.              | 2018-09~
        18 reviews were late in Q2 2018/19.   | 2018-07-01/2018-09-30
    """)


def test_seasons(table):
    """Seasons are EDTF's; late and early make them approximate. A season alone is of the paper's time."""
    table("""
        In summer 2014 it closed.             | 2014-22
        In the winter 2014/15 it closed.      | 2014-24
        It was not agreed until late Summer.  | ../2014-22~
    """)


def test_a_date_without_its_year(table):
    """It is the nearest to the paper's date, by the tense of its sentence where that is told; the year is inferred."""
    table(
        """
        On February 4th a report was published.           | 2014-02-04 (year)
        A conference took place in February.              | 2014-02 (year)
        Events will follow in May.                        | 2015-05 (year)
        On October 30th the Council agreed the plan.      | 2014-10-30 (year)
        It is being held in November.                     | 2015-11 (year)
        Meeting: 18 November                              | 2014-11-18 (year)
        The meeting in April this year was held.          | 2014-04 (year)
        Since last March it has been open.                | 2014-03/.. (year)
        The number has fallen since April.                | 2014-04/.. (year)
        It is due on 29 February.                         | 2016-02-29 (year)
        It met Sept 23 and meets Sept 16.                 | 2014-09-23 (year); 2016-09 ()
        Officers were asked to report by January.         | ../2015-01 (year)
        It is to be sent to Ofsted by mid-November.       | ../2015-11-20~ (year)
        """,
        inferred=True,
    )


def test_without_the_papers_date_no_year_is_made_up(table):
    """Nothing that leans on the paper's date is read where that is not known."""
    table(
        """
        On February 4th a report was published.  |
        The budget gap next year is £2m.         |
        It fell over the last 6 months.          |
        It fell in 2013/14 and in Q2.            | 2013-04-01/2014-03-31
        """,
        paper=None,
    )


def test_feasts(table):
    """Christmas, Easter and the New Year are dates behind a word that leads to one; their gifts and parties are none."""
    table("""
        It must be done before Christmas.          | ../2014-12-24
        It will be ready by Christmas.             | ../2014-12-25
        It will open after Easter 2015.            | 2015-04-06/..
        It is to report by Easter.                 | ../2015-04-05
        It opens in the New Year.                  | 2015-01
        It must be in place by the new year.       | ../2015-01-01
        It closes over the Christmas period.       | 2014-12-25
        They paid for Christmas presents.          |
        An Easter activity and a Christmas party.  |
        It is a new year of work.                  |
    """)
