"""Tables of performance: indicators down the side, months, quarters and comparisons across."""

title = "Scorecards"

REPORT = """
    # Performance report, March 2017

    | No. | Indicator | GOOD PERF IS | Jan-17 | Feb-17 | 2016/17 year to date | DOT | RAG | Target | STAT NEIGH AVE | NAT AVE |
    |---|---|---|---|---|---|---|---|---|---|---|
    | 1.1 | Number of early help assessments | Info | 98 | 105 | 1,302 | ▲ | | n/a | | |
    | 1.2 | % of re-referrals within 12 months | Low | 23.1% | 22.4 | 22.6% | ▼ | Amber | 20% | 22.0% | 24.3% |
    | 1.3 | Children looked after per 10,000 | Info | 88.2 | c | - | | | | 75.0 | 62.0 |
    """


def test_months_year_to_date_and_comparisons(cells):
    """The head gives the period; one sign in a row is the unit of the row; whose number it is, the head tells."""
    cells(
        REPORT, "kind", "value", "unit", "period", "aggregation", "about",
        expected="""
        D2 | observation | 98 | count | 2017-01 | - | own
        F2 | observation | 1302 | count | 2016-04-01/2017-03-31 | year to date | own
        D3 | observation | 23.1 | percent | 2017-01 | - | own
        E3 | observation | 22.4 | percent | 2017-02 | - | own
        J3 | observation | 22 | percent | - | - | other council
        K3 | observation | 24.3 | percent | - | - | England
        D4 | observation | 88.2 | per_10000 | 2017-01 | - | own
        """,
    )  # fmt: skip


def test_symbols_are_values_of_a_type(records):
    """Suppressed, not applicable, not available: never nought and never lost."""
    missing = {
        record.citation.cell.rpartition("!")[2]: record.figure.reason.value
        for record in records(REPORT)
        if hasattr(record.figure, "reason")
    }
    assert missing == {"I2": "z", "E4": "c", "F4": "not stated"}


def test_targets_and_what_reaching_them_means(cells):
    """By the words of the target, else by the column that says what is good; where nothing says, nothing is said."""
    cells(
        """
        ## Scorecard 2023/24

        | Measure | Good is | Baseline (Mar 23) | Target | Q1 |
        |---|---|---|---|---|
        | Contacts decided in time | Bigger is better | 84% | 95% | 88% |
        | Vacant posts | Smaller is better | 22% | 15% | 19% |
        | Repeat plans | | 23% | 18% or less | 22% |
        | Visits in time | | 81% | 80-90% | 82% |
        | Audits graded good | | 41% | Increase from 41% to 55% by Dec 2024 | 44% |
        | Plans on time | | 31% | At least 55% | 38% |
        | Weeks to issue | | 29 wks | No more than 20 weeks | 27 wks |
        | Survey score | | - | TBC | 7 |
        | Enquiries | | 120 | 110 | 118 |
        """,
        "kind", "value", "value_high", "unit", "comparator", "baseline", "due", "period",
        expected="""
        D2 | target | 95 | - | percent | at least | 84 | - | 2023-04-01/2024-03-31
        D3 | target | 15 | - | percent | at most | 22 | - | 2023-04-01/2024-03-31
        D4 | target | 18 | - | percent | at most | 23 | - | 2023-04-01/2024-03-31
        D5 | target | 80 | 90 | percent | between | 81 | - | 2023-04-01/2024-03-31
        D6 | target | 55 | - | percent | at least | 41 | 2024-12 | -
        D7 | target | 55 | - | percent | at least | 31 | - | 2023-04-01/2024-03-31
        D8 | target | 20 | - | week | at most | 29 | - | 2023-04-01/2024-03-31
        D9 | target | - | - | count | to be confirmed | - | - | 2023-04-01/2024-03-31
        D10 | target | 110 | - | count | not said | 120 | - | 2023-04-01/2024-03-31
        """,
    )  # fmt: skip


def test_a_quarter_takes_its_year_from_the_title(cells):
    """ "Q1" under "Scorecard 2023/24" is April to June 2023, and the year is named as inferred; a column still to come is no record."""
    cells(
        """
        ## Scorecard 2023/24

        | Indicator | Q1 | Q2 |
        |---|---|---|
        | Re-referrals | 24.6% | |
        """,
        "period", "inferred",
        expected="B2 | 2023-04-01/2023-06-30 | ['period']",
    )  # fmt: skip


def test_a_share_with_its_counts(cells):
    """Numerator and denominator belong to the share; they are no records of their own. Last quarter is seen from the title's."""
    cells(
        """
        ## Scorecard, Quarter 1 2023/24

        | Measure | Num | Den | % | Last quarter |
        |---|---|---|---|---|
        | Contacts decided in one working day | 2,188 | 2,402 | 91.1 | 84.7 |
        """,
        "value", "numerator", "denominator", "period",
        expected="""
        D2 | 91.1 | 2188 | 2402 | 2023-04-01/2023-06-30
        E2 | 84.7 | - | - | 2023-01-01/2023-03-31
        """,
    )  # fmt: skip


def test_the_catalogue_is_asked_with_unit_and_age(records):
    """Words, unit and ages must fit: care leavers of 17 and 18 are not those of 19 to 21."""
    found = records("""
        ## Scorecard 2023/24

        | Indicator | Q1 | Q2 |
        |---|---|---|
        | Care leavers (19-21) in suitable accommodation | 90% | 91% |
        | Care leavers (17-18) in suitable accommodation | 92% | 93% |
        | Referrals | 400 | 410 |
        | Referrals | 40% | 41% |
        """)
    assert [record.indicator for record in found[::2]] == ["cl_suitable_1921", None, "referrals_n", None]
