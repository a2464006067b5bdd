"""Tables of money: what each column is, whose sign an overspend has, and what is a total."""

title = "Budget tables"


def test_monitoring_with_figures_before_the_service(cells):
    """£'000 stands in the line above; brackets are underspends; an earlier month's variance is told apart by its column."""
    cells(
        """
        # Children's services, Month 5 2019/20

        The forecast by service is (£'000):

        | Forecast Variance Month 2 | Service | 2019/20 Budget Month 5 | Forecast Outturn Month 5 | Forecast Variance Month 5 | % |
        |---|---|---|---|---|---|
        | 736 | Health and disability | 39,971 | 40,883 | 912 | 2.3% |
        | (524) | Safeguarding and care | 40,470 | 38,829 | (1,641) | -4.1% |
        """,
        "kind", "label", "value", "measure", "basis", "period",
        expected="""
        A2 | budget | Health and disability: Forecast Variance Month 2 | 736000 | overspend | forecast | 2019-04-01/2020-03-31
        C2 | budget | Health and disability | 39971000 | budget | approved | 2019-04-01/2020-03-31
        D2 | budget | Health and disability | 40883000 | spend | forecast | 2019-04-01/2020-03-31
        E2 | budget | Health and disability | 912000 | overspend | forecast | 2019-04-01/2020-03-31
        A3 | budget | Safeguarding and care: Forecast Variance Month 2 | 524000 | underspend | forecast | 2019-04-01/2020-03-31
        E3 | budget | Safeguarding and care | 1641000 | underspend | forecast | 2019-04-01/2020-03-31
        F3 | observation | Safeguarding and care: variance in per cent of budget | -4.1 | - | forecast | 2019-04-01/2020-03-31
        """,
    )  # fmt: skip


def test_the_savings_beside_a_budget(cells):
    """Proposed, achieved or anticipated, at risk: each a saving, told apart by its column."""
    cells(
        """
        ## Savings 2019/20

        | Service | Savings proposed £'000 | Savings achieved / anticipated £'000 | Savings at risk £'000 |
        |---|---|---|---|
        | Placements | 1,007 | 944 | 63 |
        """,
        "label", "value", "measure", "basis",
        expected="""
        B2 | Placements: Savings proposed | 1007000 | saving | proposed
        C2 | Placements: Savings achieved / anticipated | 944000 | saving | forecast
        D2 | Placements: Savings at risk | 63000 | saving | forecast
        """,
    )  # fmt: skip


def test_original_latest_and_to_date(cells):
    """A head of two rows; what runs to date runs to the day of the report."""
    cells(
        """
        ## Monitoring to 31 August 2011

        | | Original Budget | Latest Budget | Budget to Date | Actual to Date | Variance to Date | Latest Forecast Outturn | Variance |
        |---|---|---|---|---|---|---|---|
        | | £'000 | £'000 | £'000 | £'000 | £'000 | £'000 | £'000 |
        | Fostering | 5,000 | 5,200 | 2,100 | 2,300 | 200 | 5,500 | 300 |
        | Adoption | 1,000 | 1,000 | 400 | 350 | (50) | 940 | (60) |
        """,
        "value", "measure", "basis", "period",
        expected="""
        B3 | 5000000 | budget | approved | 2011-04-01/2012-03-31
        C3 | 5200000 | budget | approved | 2011-04-01/2012-03-31
        D3 | 2100000 | budget | approved | 2011-04-01/2011-08-31
        E3 | 2300000 | spend | actual | 2011-04-01/2011-08-31
        F4 | 50000 | underspend | actual | 2011-04-01/2011-08-31
        H3 | 300000 | overspend | forecast | 2011-04-01/2012-03-31
        """,
    )  # fmt: skip


def test_the_words_tell_the_sign(cells):
    """Fav/(Adv) puts overspends in brackets; (favourable)/adverse underspends. The value is without its sign, the measure tells it."""
    paper = """
        ## Position 2023/24

        | Service | Budget £ | Projected outturn £ | Variance {} £ |
        |---|---|---|---|
        | Fostering | 9,540,000 | {} | {} |
        """
    cells(paper.format("Fav/(Adv)", "9,998,300", "(458,300)"), "value", "measure", expected="D2 | 458300 | overspend")
    cells(
        paper.format("(favourable)/adverse", "9,998,300", "458,300"),
        "value",
        "measure",
        expected="D2 | 458300 | overspend",
    )
    cells(paper.format("over/(under)", "9,498,300", "(41,700)"), "value", "measure", expected="D2 | 41700 | underspend")


def test_the_numbers_tell_the_sign_where_no_words_do(cells):
    """Variance = outturn less budget in every row, or budget less outturn."""
    paper = """
        ## Position at Quarter 2 2023/24

        | Service | Budget £000 | Forecast £000 | Variance £000 |
        |---|---|---|---|
        | Fostering | 9,540 | 9,640 | {0}100 |
        | Adoption | 3,250 | 3,200 | {1}50 |
        """
    cells(paper.format("", "-"), "value", "measure", expected="D2 | 100000 | overspend \n D3 | 50000 | underspend")
    cells(paper.format("-", ""), "value", "measure", expected="D2 | 100000 | overspend \n D3 | 50000 | underspend")


def test_a_variance_of_unknown_sign_is_not_guessed(records, problems):
    """Brackets alone say nothing: the column is left out, with a problem."""
    paper = """
        ## Position at Quarter 2 2023/24

        | Service | Budget £000 | Variance £000 |
        |---|---|---|
        | Fostering | 9,540 | (100) |
        | Adoption | 3,250 | 50 |
        """
    assert {record.measure.value for record in records(paper)} == {"budget"}
    assert [code for code, _ in problems(paper)] == ["table.sign_unknown"]


def test_words_and_numbers_that_differ_are_told(problems):
    """The head says one thing, the numbers another: the head is followed, a person must look."""
    paper = """
        ## Position at Quarter 2 2023/24

        | Service | Budget £000 | Forecast £000 | Variance Fav/(Adv) £000 |
        |---|---|---|---|
        | Fostering | 9,540 | 9,640 | 100 |
        | Adoption | 3,250 | 3,200 | (50) |
        """
    assert [code for code, _ in problems(paper)] == ["table.sign_differs"]


def test_a_budget_of_income_is_below_nought(cells):
    """Its share of variance is printed on the absolute budget, and stays as printed."""
    cells(
        """
        # Position at Month 7, 2021/22

        | Service | Budget £000 | Forecast £000 | Variance £000 | % |
        |---|---|---|---|---|
        | Transport income | (3,870) | (2,592) | 1,278 | 33.0% |
        | Placements | 46,267 | 46,919 | 652 | 1.4% |
        """,
        "value", "measure", "unit",
        expected="""
        B2 | -3870000 | budget | GBP
        D2 | 1278000 | overspend | GBP
        E2 | 33 | - | percent
        """,
    )  # fmt: skip


def test_totals_are_known_as_totals(records):
    """By their words, or since every column adds up: nobody must add them to their parts."""
    paper = """
        ## Position at Month 7, 2021/22

        | Service | Budget £000 | Forecast £000 |
        |---|---|---|
        | HELP AND PROTECTION | | |
        | Assessment | 1,000 | 1,100 |
        | Early help | 500 | 450 |
        | Sub-total Help and Protection | 1,500 | 1,550 |
        | CARE | | |
        | Fostering | 2,000 | 2,100 |
        | Adoption | 300 | 300 |
        | Children's services | 2,300 | 2,400 |
        """
    totals = {record.label: record.total for record in records(paper)}
    assert totals == {
        "Assessment": False, "Early help": False, "Sub-total Help and Protection": True, "Fostering": False, "Adoption": False,
        "Children's services": True,
    }  # fmt: skip


def test_years_as_columns(cells):
    """The row says what the sums are: a gap before reserves is a gap, reserves that are used are reserves; a lost bracket is not guessed."""
    cells(
        """
        ## Medium Term Financial Strategy 2025/26 to 2026/27

        Figures are in £m.

        | | 2025/26 | 2026/27 |
        |---|---|---|
        | Base budget | 320.647 | 338.095 |
        | Cumulative gap before reserves | 13.324 | 23.047 |
        | Planned use of reserves | (8.500) | (4.000) |
        | Savings requirement | 4.824 | 19.047 |
        | Social care pressures | 0.062) | 1.200 |
        """,
        "value", "measure", "period",
        expected="""
        B2 | 320647000 | budget | 2025-04-01/2026-03-31
        C3 | 23047000 | gap | 2026-04-01/2027-03-31
        B4 | -8500000 | reserve | 2025-04-01/2026-03-31
        B5 | 4824000 | saving | 2025-04-01/2026-03-31
        C6 | 1200000 | pressure | 2026-04-01/2027-03-31
        """,
    )  # fmt: skip


def test_a_lost_bracket_is_a_problem(problems):
    """Whether 0.062) is above or below nought, only the sums could tell."""
    paper = """
        ## Pressures £m

        | Pressure | 2025/26 | 2026/27 |
        |---|---|---|
        | Social care | 0.062) | 1.200 |
        """
    assert [code for code, _ in problems(paper)] == ["figure.unreadable"]
    assert "a bracket is lost" in problems(paper)[0][1]


def test_reserves_and_the_dedicated_schools_grant(cells):
    """Balances stand at a day; what is put in and taken out are differences; DSG is a purse of its own."""
    cells(
        """
        ## Reserves

        | Reserve | Balance 31 March 2023 £'000 | Transfers in £'000 | Transfers out £'000 | Forecast balance 31 March 2024 £'000 |
        |---|---|---|---|---|
        | Budget support reserve | 5,000 | 250 | (1,400) | 3,850 |
        | DSG reserve | (12,300) | 0 | (4,100) | (16,400) |
        """,
        "value", "measure", "change", "period", "fund",
        expected="""
        B2 | 5000000 | reserve | False | 2023-03-31 | not stated
        C2 | 250000 | reserve | True | 2023-04-01/2024-03-31 | not stated
        D3 | -4100000 | reserve | True | 2023-04-01/2024-03-31 | DSG
        E3 | -16400000 | reserve | False | 2024-03-31 | DSG
        """,
    )  # fmt: skip


def test_services_across(cells):
    """Budget, forecast and variance down the first column; the head over the names tells the purse."""
    cells(
        """
        ## Budgets 2024-25, month 6 (£m): + over budget, - under budget

        | General Fund | SEN service | Short breaks | Total General Fund |
        |---|---|---|---|
        | Budget | 3.412 | 2.145 | 5.557 |
        | Forecast | 3.701 | 2.098 | 5.799 |
        | Variance | +0.289 | -0.047 | +0.242 |
        """,
        "label", "value", "measure", "fund",
        expected="""
        B2 | SEN service | 3412000 | budget | General Fund
        B4 | SEN service | 289000 | overspend | General Fund
        C4 | Short breaks | 47000 | underspend | General Fund
        D4 | Total General Fund | 242000 | overspend | General Fund
        """,
    )  # fmt: skip


def test_a_table_without_pounds_is_left_alone(records):
    """Nothing says that 9,540 is thousands of pounds, or pounds at all."""
    assert not records("""
        ## Position

        | Service | Budget | Forecast |
        |---|---|---|
        | Fostering | 9,540 | 9,640 |
        """)


def test_rows_that_are_authorities_are_left_alone(records):
    """Whose numbers those are, the heads alone do not tell."""
    assert not records("""
        ## Outturn £'000

        | Local authority | Budget | Outturn |
        |---|---|---|
        | Wirral | 9,540 | 9,640 |
        """)


def test_the_scale_is_cited_beside_the_cell(records):
    """A value made of a cell and the scale above it cites both."""
    (record,) = records("""
        ## Budgets 2024/25 (£'000)

        | Service | Budget |
        |---|---|
        | Fostering | 9,540 |
        """)
    assert (record.citation.quote, record.citation.sentence) == ("9,540", "Fostering: Budget: 9,540")
    assert [part.quote for part in record.citation.derived_from] == ["Budgets 2024/25 (£'000)"]
    assert str(record.figure.low), str(record.figure.high) == ("9539500", "9540500")
