"""Sums of money."""

title = "Money"


def test_every_scale_that_councils_print(table):
    """m and M are millions, k and K thousands, bn thousand millions; the value is in pounds."""
    table("""
        The budget is £73m.                         | 73000000 GBP
        The budget is £4.262M.                      | 4262000 GBP
        A sum of £500K was set aside.               | 500000 GBP
        A sum of £250k was set aside.               | 250000 GBP
        Spend was £2.5 million.                     | 2500000 GBP
        The gap is £1.2bn nationally.               | 1200000000 GBP
        It spent £7,293,000 and £83,412.50.         | 7293000 GBP; 83412.5 GBP
        Savings of 800k are red.                    | 800000 GBP
        The budget of 13.3m is overspent.           | 13300000 GBP
    """)


def test_what_bounds_a_sum(table):
    """A qualifier before or behind the sum."""
    table("""
        Plans for c£13m of savings.                 | 13000000 GBP about
        Approve up to £1.5m of capital.             | 1500000 GBP at_most
        It costs at least £3m.                      | 3000000 GBP at_least
        Spend went up to £3m.                       | 3000000 GBP
        A potential £2m gap.                        | 2000000 GBP about
        It is in excess of £1m.                     | 1000000 GBP over
        Costs fell below £400,000.                  | 400000 GBP under
    """)


def test_ranges_and_pairs(table):
    """A range has two ends; a move from one sum to another is two sums."""
    table("""
        Each costs some £20-25k more.               | 20000..25000 GBP about
        Each costs £20k to £25k.                    | 20000..25000 GBP
        Between £1m and £2m is at risk.             | 1000000..2000000 GBP
        Spend rose from £1m to £2m.                 | 1000000 GBP; 2000000 GBP
    """)


def test_money_by_the_week_is_a_rate(table):
    """Placements are priced by the week; a year of money is the plain sum."""
    table("""
        Placements cost £3,950 per week.            | 3950 GBP/week
        Fostering costs £420 a week.                | 420 GBP/week
        It saves £1m a year.                        | 1000000 GBP
    """)


def test_what_a_sum_is(records):
    """The nearest word of money tells; where the money comes from or goes to does not."""
    records(
        """
        There is a forecast overspend of £5.4m.                                  | budget 5400000 overspend forecast
        Spend is £3.0m above the approved cash limit.                            | budget 3000000 overspend
        It achieved a budget under spend of £1.7m.                               | budget 1700000 underspend actual
        The £6.3m budget savings were agreed this year.                          | budget 6300000 saving agreed
        Cost reductions of £0.89M and cost increases of £11.36M.                 | budget 890000 saving; budget 11360000 growth
        The £84.5m cumulative deficit will be passed.                            | budget 84500000 gap forecast
        Safety Valve brings £100 million toward the deficit.                     | budget 100000000 grant
        Move the £2 million contingency into the base budget.                    | budget 2000000 contingency
        It will repay some of the £4.9m loan.                                    | budget 4900000 loan
        Net spend was £112.6m, £3.4m (3.1%) more than budget.                    | budget 112600000 spend; budget 3400000 overspend; observation 3.1
        Placements overspent by £4.1m, offset by a £700k underspend on staffing. | budget 4100000 overspend actual; budget 700000 underspend actual
        The savings target is £3.8m. £2.6m has been delivered.                   | budget 3800000 saving; budget 2600000 saving actual
        """,
        "measure",
        "basis",
    )


def test_the_year_of_a_sum(records):
    """Each sum of a series has its own year; a list goes on with the year it began with; none is made up."""
    records(
        """
        Fund the overspend: in 2015/16 (£2.3m) and 2016/17 (£1.1m).       | budget 2300000 2015-04-01/2016-03-31; budget 1100000 2016-04-01/2017-03-31
        £4.5m put in for 2016/17, falling to £3m in 2017/18.              | budget 4500000 2016-04-01/2017-03-31; budget 3000000 2017-04-01/2018-03-31
        In 2012-13 the budget was £73m. // Pressures totalled £7.2m.      | budget 73000000 2012-04-01/2013-03-31; budget 7200000 2012-04-01/2013-03-31
        Notes £3.0m above the cash limit at the end of October 2014.      | budget 3000000 2014-04-01/2015-03-31
        It added £10.4m since 2010/11.                                    | budget 10400000 2010-04-01/2015-03-31
        There is a gap of £2m.                                            | budget 2000000
        £5m from April 2015 and £6m from July 2015 are drawn.             | budget 5000000 2015-04/..; budget 6000000 2015-07/..
        """,
        "period",
    )


def test_on_what_ground_a_sum_stands(records):
    """A variance is counted or foreseen and never agreed: what was agreed are the savings beside it."""
    records(
        """
        It will make the £6m of savings that were agreed, with an underspend of £1.7m.   | budget 6000000 saving agreed; budget 1700000 underspend
        Cabinet approved £2m of growth and noted an overspend of £800k.                  | budget 2000000 growth approved; budget 800000 overspend
        The service is forecast to underspend by £300k.                                  | budget 300000 underspend forecast
        """,
        "measure",
        "basis",
    )
