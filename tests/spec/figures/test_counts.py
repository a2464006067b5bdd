"""Counts, shares, rates and stretches of time."""

title = "Counts, shares and rates"


def test_counts_with_what_they_count(table):
    """The noun phrase behind a number; its head is canonical where the vocabulary knows it."""
    table("""
        The Gateway received over 700 referrals.            | 700 count of referral over
        There are fifteen young people on it.               | 15 count of young person
        It has 58 agency social workers.                    | 58 count of social worker
        A further 35+ children have a plan.                 | 35 count of child at_least
        Twelve more beds will open.                         | 12 count of placement
        It was lost (One abstention).                       | 1 count of vote
        It was shown to over 2,200 secondary school young people. | 2200 count of young person over
        It runs in 6 area based contracts.                  | 6 count of contract
        They reviewed thirty-two cases.                     | 32 count of case
        It issued 507 new education, health and care plans. | 507 count of plan
        The team had 64 stage 1 complaints.                 | 64 count of complaint
        One hundred and twenty families took part.          | 120 count of family
    """)


def test_a_number_that_inherits_what_it_counts(table):
    """Series, pairs and comparisons: the unit is that of the figure they go on with."""
    table("""
        It has a workforce of 170.                          | 170 count
        Two homes, for 5 and 6 young people.                | 2 count of home; 5 count of young person; 6 count of young person
        Numbers fell from 651 to 600.                       | 651 count; 600 count
        Compliments rose: 42 against 34 before.             | 42 count; 34 count
        For this Panel 12 met target, one just off, two need work. | 12 count; 1 count; 2 count
        Of the 28 measures, 16 are green, 9 amber and 3 red.| 28 count of measure; 16 count; 9 count; 3 count
        In all 37 teenagers came, 21 placed in fostering.   | 37 count of young person; 21 count of young person
        The ask is 122.75 FTE, falling to 82.               | 122.75 FTE; 82 FTE
        Vacancies went from 46% to below 10%.               | 46 percent; 10 percent under
        Contacts rose by 11% to 6,204.                      | 11 percent change; 6204 count
        CP plans 318, down 21 on the month.                 | 318 count of plan; 21 count of plan change
        So far 1 with a further 4 homes.                    | 1 count; 4 count of home
    """)


def test_shares(table):
    """Percent, percentage points, and fractions in words."""
    table("""
        Carers reviewed: 48.4 per cent.                     | 48.4 percent
        It rose by 3 percentage points.                     | 3 percentage_point change
        Nine out of 10 schools are good.                    | 90 percent
        One in five children moved.                         | 20 percent
        Half of this was set aside.                         | 50 percent
        A third of families left.                           | 33.3 percent
        Between 80 and 90% were seen.                       | 80..90 percent
        Some 70-75% were closed.                            | 70..75 percent about
        The variance is -4.1% here.                         | -4.1 percent
        Attendance is up 8.1% now.                          | 8.1 percent change
        There was an increase in children (30%).            | 30 percent change
        It took half of the year.                           |
    """)


def test_a_share_with_its_parts(table):
    """The count above the line and the count below it."""
    table("""
        Checks: 83.3% up to date (90/108 children).         | 83.3 percent; 90 count of child; 108 count of child
        It was 95% (408 out of 429).                        | 95 percent; 408 count; 429 count
        17 of the 23 centres stay.                          | 17 count of home; 23 count of home
    """)


def test_rates(table):
    """A count by the month, and rates by population."""
    table("""
        The aim is 1 child per month.                       | 1 count/month of child
        It is on target (one per month).                    | 1 count/month
        Between 15 and 20 children a month go missing.      | 15..20 count/month of child
        The rate is 58 per 10,000 children.                 | 58 per_10000
        It fell from 402 to 268 per 100,000.                | 402 per_100000; 268 per_100000
    """)


def test_stretches_of_time(table):
    """Days, working days, weeks, months and years, with what bounds them."""
    table("""
        The process has a 20-week limit.                    | 20 week at_most
        It is a four week inspection.                       | 4 week
        Plans of two years or more are few.                 | 2 year at_least
        Visits are within 10 working days.                  | 10 working_day
        The plan runs for two to three years.               | 2..3 year
        It took 512 days.                                   | 512 day
    """)


def test_on_what_ground_a_count_stands(records):
    """Counted so far is actual and belongs to the nearest number; what a heading foresees or proposes grounds no count."""
    records(
        """
        14 carers have been approved so far this year with a further 20 in assessment.  | observation 14 actual; observation 20
        To date 9 apprentices have started.                                             | observation 9 actual
        The register is up to date for 12 homes.                                        | observation 12
        A forecast 300 children in care by then is the latest estimate.                 | observation 300 forecast
        FORECAST OUTTURN // 300 children were looked after.                             | observation 300
        """,
        "basis",
    )
