"""Tables inside papers of plain text: in line by blanks, by dots, by tabs or by pipes alone."""

title = "Tables typed into papers"

#: What of a sum of money the tables of expectations print.
SUM = ("label", "value", "measure", "basis", "period")


def test_money_in_line_by_blanks(typed):
    """The scale stands in a row of its own below the head; a label goes over two lines; a heading inside names no row; rules are no rows."""
    found = typed(
        """
        Cabinet Member for Children's Services

        Revenue monitoring at Month 8 of 2017/18. Overspends are positive and underspends are in brackets.

        Service                         Budget Forecast Variance
                                          £000     £000     £000
        --------------------------------------------------------
        Placements
          Fostering                      8,410    8,995      585
          Residential care              11,020   12,640    1,620
        Number of families receiving
          intensive support              1,205    1,150      (55)
        Social work teams               14,300   14,290      (10)
        --------------------------------------------------------
        Total                           34,935   37,075    2,140

        The forecast has worsened since Month 7.  It is mostly the price of beds.  There is no reserve left.
        """,
        *SUM,
        expected="""
        B4 | Fostering | 8410000 | budget | approved | 2017-04-01/2018-03-31
        C5 | Residential care | 12640000 | spend | forecast | 2017-04-01/2018-03-31
        D6 | Number of families receiving intensive support | 55000 | underspend | forecast | 2017-04-01/2018-03-31
        D8 | Total | 2140000 | overspend | forecast | 2017-04-01/2018-03-31
        """,
    )  # fmt: skip
    assert [record.total for record in found] == [False] * 12 + [True] * 3


def test_heads_over_several_columns_and_rows_of_dots(typed):
    """A year stands over the two columns below it; dots only lead the eye."""
    typed(
        """
        SAVINGS IN CHILDREN'S SERVICES

                                           2015/16               2016/17
        Saving                       Target   Achieved     Target   Achieved
                                       £m         £m         £m         £m
        Transport ................    0.6        0.4        0.9        0.2
        Contracts ................    1.1        1.1        1.4        1.0
        Total ....................    1.7        1.5        2.3        1.2

        These were reported to the Panel in May 2017.
        """,
        *SUM,
        expected="""
        B4 | Transport: 2015/16 Target | 600000 | saving | proposed | 2015-04-01/2016-03-31
        C4 | Transport: 2015/16 Achieved | 400000 | saving | actual | 2015-04-01/2016-03-31
        D5 | Contracts: 2016/17 Target | 1400000 | saving | proposed | 2016-04-01/2017-03-31
        E6 | Total: 2016/17 Achieved | 1200000 | saving | actual | 2016-04-01/2017-03-31
        """,
    )


def test_pipes_alone(typed):
    """A row of as many pipes as its neighbours is a row, though none begins or ends with one. What the caption names, all rows are."""
    typed(
        """
        4 Savings

        4.1 Table 3: net savings proposed by project, cumulative (£'000)

        Project | 2019-20 | 2020-21 | RAG
        Own fostering growth | 150 | 300 | G
        Short breaks | 80 | 80 | A
        Total | 230 | 380 |

        4.2 The Panel agreed them.
        """,
        *SUM,
        expected="""
        B2 | Own fostering growth: cumulative | 150000 | saving | proposed | 2019-04-01/2020-03-31
        C2 | Own fostering growth: cumulative | 300000 | saving | proposed | 2020-04-01/2021-03-31
        C4 | Total: cumulative | 380000 | saving | proposed | 2020-04-01/2021-03-31
        """,
    )


def test_one_column_of_money_by_tabs(typed):
    """A label and a number in a row are a table below a head of two words; the unit alone is a head."""
    typed(
        """
        The Panel considered the budget.

        Savings agreed for 2014/15

        Scheme\t£000
        Transport\t120
        Agency staff\t340
        Total\t460
        """,
        *SUM,
        expected="""
        B2 | Transport | 120000 | saving | agreed | 2014-04-01/2015-03-31
        B4 | Total | 460000 | saving | agreed | 2014-04-01/2015-03-31
        """,
    )


def test_tabs_before_the_first_word_are_columns(typed):
    """The head has no word over the labels; a heading stands between two rows; an empty cell keeps its column."""
    typed(
        """
        Budget position at Month 5 2018/19 (£000)

        \tBudget\tForecast\tVariance over/(under)
        Placements
        Fostering\t2,300\t2,500\t200
        Adoption\t900\t\t(20)
        Total\t3,200\t3,380\t180

        The Panel noted it.
        """,
        *SUM,
        expected="""
        B3 | Fostering | 2300000 | budget | approved | 2018-04-01/2019-03-31
        C3 | Fostering | 2500000 | spend | forecast | 2018-04-01/2019-03-31
        D4 | Adoption | 20000 | underspend | forecast | 2018-04-01/2019-03-31
        """,
    )


def test_several_tabs_lead_to_the_next_column(typed):
    """Where rows have as many words, tabs beside each other are one."""
    typed(
        """
        Spending pressures 2022/23, £m

        Service\t\t\tBudget\tOutturn\tVariance
        Home to school transport\t4.1\t5.0\t0.9
        Legal\t\t\t\t1.2\t1.3\t0.1
        Short breaks\t\t0.9\t0.8\t(0.1)

        All of it is noted.
        """,
        *SUM,
        expected="""
        B2 | Home to school transport | 4100000 | budget | approved | 2022-04-01/2023-03-31
        C3 | Legal | 1300000 | spend | actual | 2022-04-01/2023-03-31
        D4 | Short breaks | 100000 | underspend | actual | 2022-04-01/2023-03-31
        """,
    )


def test_the_scale_below_the_table(typed):
    """Councils also write what one is printed for right below a table."""
    typed(
        """
        Medium term financial plan

                                     2016/17   2017/18   2018/19
        Inflation and demography         2.1       2.4       2.2
        Savings agreed by Council       (1.9)     (0.8)     (0.3)
        Budget gap                       0.2       1.6       1.9
        All figures are in £ millions.

        The gap will be met from reserves.
        """,
        *SUM,
        expected="""
        C3 | Savings agreed by Council | 800000 | saving | agreed | 2017-04-01/2018-03-31
        D4 | Budget gap | 1900000 | gap | - | 2018-04-01/2019-03-31
        """,
    )


def test_a_scale_in_words(typed):
    """ "All figures in £ thousands" stands in a line of its own above the head."""
    typed(
        """
        5. Revenue

        All figures in £ thousands

        Division              Approved   Projected   Variance
                                budget     outturn
        Early help               3,120       3,020       (100)
        Children in care        18,450      19,900      1,450

        5.1 It was noted on 4 December 2019 that the position for 2019/20 had worsened.
        """,
        "label", "value", "measure", "basis",
        expected="""
        B3 | Early help | 3120000 | budget | approved
        C4 | Children in care | 19900000 | spend | forecast
        D3 | Early help | 100000 | underspend | forecast
        """,
    )  # fmt: skip


def test_money_without_a_scale_is_not_read(typed):
    """Where nothing tells pounds or their scale, numbers of money are neither sums nor counts."""
    found = typed(
        """
        Savings by workstream

        Workstream             2023/24   2024/25
        Edge of care               0.8       2.1
        Fostering                  0.3       1.0

        The Board noted the savings.
        """,
        expected="",
    )
    assert found == ()


def test_a_scorecard_without_a_head_over_its_rows(typed):
    """Periods and comparisons alone make a scorecard of rows of words. What came "in the period" came in the months between two heads."""
    typed(
        """
        2. FRONT DOOR

                                  Mar 2017    Sept 2017    Mar 2018    Stat neighbours
        Contacts in the period       4,120        4,385       4,906          n/a
        Children with a plan           210          221         234          190
        Re-referrals (%)              18.2         17.9        16.1         20.5

        2.1 Contacts are climbing, as the table shows.
        """,
        "kind", "value", "unit", "period", "about", "inferred",
        expected="""
        B2 | observation | 4120 | count | 2016-10/2017-03 | own | ['period']
        D2 | observation | 4906 | count | 2017-10/2018-03 | own | ['period']
        C3 | observation | 221 | count | 2017-09 | own | []
        D4 | observation | 16.1 | percent | 2018-03 | own | []
        E4 | observation | 20.5 | percent | - | other council | []
        """,
    )  # fmt: skip


def test_targets_by_the_date_of_their_head(typed):
    """ "Target (Mar 2013)" is due in March 2013; the baseline is the row's."""
    typed(
        """
        Progress since the last report

        \tBaseline (Jan 2012)\tJuly 2012\tTarget (Mar 2013)
        Families with a lead worker\t205\t331\t400
        Young people not in education\t8.1%\t7.3%\t7.0%

        The Committee noted the progress.
        """,
        "kind", "value", "unit", "period", "due", "baseline",
        expected="""
        B2 | observation | 205 | count | 2012-01 | - | -
        C3 | observation | 7.3 | percent | 2012-07 | - | -
        D2 | target | 400 | count | - | 2013-03 | 205
        D3 | target | 7 | percent | - | 2013-03 | 8.1
        """,
    )  # fmt: skip


def test_a_scorecard_of_many_columns(typed):
    """Heads of two lines, labels of two lines, arrows, "n/a", and whose numbers they are."""
    typed(
        """
        Performance scorecard, Quarter 2 2022/23

        Indicator                          2021/22    Q1       Q2     Target   England   Stat.      DoT  RAG
                                           outturn  2022/23  2022/23  2022/23            neighbours
        Children in care per 10,000            71      72       74       n/a       70        68      ↑
        Re-referrals within 12 months (%)    22.1    20.4     19.8        18     21.5      20.9      ↓    A
        Initial conferences held within
        15 working days (%)                    79      81       85        90     79.2       n/a      ↑    R

        Commentary follows in the annex.
        """,
        "kind", "label", "value", "unit", "period", "about",
        expected="""
        B3 | observation | Children in care per 10,000 | 71 | per_10000 | 2021-04-01/2022-03-31 | own
        D4 | observation | Re-referrals within 12 months (%) | 19.8 | percent | 2022-07-01/2022-09-30 | own
        E4 | target | Re-referrals within 12 months (%) | 18 | percent | 2022-04-01/2023-03-31 | own
        F4 | observation | Re-referrals within 12 months (%): England | 21.5 | percent | - | England
        G4 | observation | Re-referrals within 12 months (%): statistical neighbours | 20.9 | percent | - | other council
        D5 | observation | Initial conferences held within 15 working days (%) | 85 | percent | 2022-07-01/2022-09-30 | own
        """,
    )  # fmt: skip


def test_a_plan_of_actions_in_line(typed):
    """Cells begin below their heads and go over several lines; the first column begins a row."""
    found = typed(
        """
        Improvement plan: progress at March 2021

        Ref  Action                              Lead               By when      Status       RAG
        1.1  Recruit six advanced practitioners  Head of Service    June 2021    In progress  Green
             and two team managers
        1.2  Publish the sufficiency strategy    Assistant          Sept 2020    Completed    Blue
                                                 Director
        2.1  Re-tender the advocacy service      Commissioning      31/12/2021   Not started  Amber
                                                 Manager

        There are  two more  actions  in the  annex.
        """,
        "kind", "label", "due", "status", "rating", "owner", "ref",
        expected="""
        B2 | action | Recruit six advanced practitioners and two team managers | 2021-06 | in_progress | Green | Head of Service | 1.1
        B3 | action | Publish the sufficiency strategy | 2020-09 | completed | Blue | Assistant Director | 1.2
        B4 | action | Re-tender the advocacy service | 2021-12-31 | planned | Amber | Commissioning Manager | 2.1
        """,
    )  # fmt: skip
    assert len(found) == 3


def test_rows_of_actions_that_blank_lines_part(typed):
    """Where blank lines part the rows, all between two of them is one row."""
    typed(
        """
        Action plan

        What we will do         Who               When          Progress

        Train all managers in   Principal Social  End of March  Delayed: the
        Reflective supervision  Worker            2019          trainer left.

        Visit Every family      Early Help        Ongoing       On track
        within five days        Manager

        It was agreed on 3 May 2018.
        """,
        "kind", "label", "due", "owner", "due_event",
        expected="""
        A2 | action | Train all managers in Reflective supervision | 2019-03-31 | Principal Social Worker | -
        A3 | action | Visit Every family within five days | - | Early Help Manager | Ongoing
        """,
    )  # fmt: skip


def test_half_years_and_months_as_columns(typed):
    """ "Apr-Sep 2015" is half a year."""
    typed(
        """
        Timeliness

        Measure                          Apr–Sep 2015   Oct 2015–Mar 2016   Target
        Assessments within 45 days (%)           83.4                87.9       90
        Visits on time                            71%                 76%      85%

        The Director explained the delays.
        """,
        "kind", "value", "unit", "period",
        expected="""
        B2 | observation | 83.4 | percent | 2015-04/2015-09
        C3 | observation | 76 | percent | 2015-10/2016-03
        D2 | target | 90 | percent | -
        """,
    )  # fmt: skip


def test_columns_of_money_by_their_own_measure(typed):
    """Heads that name what the sums are; a note behind the numbers is no sum."""
    typed(
        """
        Proposals for 2025/26

        Proposal                    Growth £000   Saving £000   Note
        Kinship support                     450                 New offer
        Residential block contract                        700   From June

        The proposals are for consultation.
        """,
        *SUM,
        expected="""
        B2 | Kinship support: Growth | 450000 | growth | - | 2025-04-01/2026-03-31
        C3 | Residential block contract: Saving | 700000 | saving | proposed | 2025-04-01/2026-03-31
        """,
    )


def test_prose_with_wide_blanks_stays_prose(typed):
    """Justified lines, two blanks behind a full stop, lists of names and labels beside each other are no tables."""
    found = typed(
        """
        1.1  The service has 23 staff.  It needs 25.  There are 2 vacancies.
        1.2  In 2014 there were 30 staff.  In 2013 there were 31.  In 2012 there were 35.

        Meeting:   Cabinet                 Date:   14 March 2015
        Report of: Director                Author: Head of Service

        Councillors   Adams (Chair)     Brown     Clarke
                      Davies            Evans     Fox

        To  the   Members   of  the   Committee.   The   number   of
        children  who  were  looked  after  at  31  March  was  402.
        It   was   390   the   year   before   and   385   in   2012.
        """,
        expected="",
    )
    assert found == ()


def test_heads_of_three_lines(typed):
    """Words that are no head by themselves are one with those above or below: "over/" and "(under)", "at Q2" below "Variance"."""
    typed(
        """
        6. Finance in 2017/18

        Table 4 - Forecast by service (£m)

                                      2017/18      2017/18      Variance    Variance
                                      Approved     Forecast     over/       at Q2
                                      budget       outturn      (under)
        Placements                      32.4         36.1          3.7         3.1
        Staffing                        21.0         20.6         (0.4)       (0.2)
        Early Help (incl. Troubled       8.8          8.8           -          0.1
          Families)
        Total                           62.2         65.5          3.3         3.0

        6.1 Placements remain the principal concern.
        """,
        "label", "value", "measure",
        expected="""
        B4 | Placements | 32400000 | budget
        D4 | Placements: Variance over/ (under) | 3700000 | overspend
        E5 | Staffing: Variance at Q2 | 200000 | underspend
        C6 | Early Help (incl. Troubled Families) | 8800000 | spend
        """,
    )  # fmt: skip


def test_headings_inside_tell_what_rows_are(typed):
    """Below "Savings" a sum is a saving; in brackets or with a minus it lessens the gap and is no negative saving."""
    typed(
        """
        Pressures and savings in Children's Services, £m

                                 2017/18     2018/19     2019/20
        Pressures
        Placements                   3.2         1.1         0.9
        SEN transport                0.6         0.3         0.3
        Savings
        Early help redesign         -1.0        -0.5           -
        Contracts for beds          -0.4        -0.4        -0.2
        Budget gap                   2.4         0.5         1.0

        The Cabinet noted it.
        """,
        "label", "value", "measure", "period",
        expected="""
        B3 | Placements | 3200000 | pressure | 2017-04-01/2018-03-31
        C6 | Early help redesign | 500000 | saving | 2018-04-01/2019-03-31
        D8 | Budget gap | 1000000 | gap | 2019-04-01/2020-03-31
        """,
    )  # fmt: skip


def test_in_a_table_of_savings_a_sum_below_nought_is_none(typed):
    """Savings of a scheme that first costs money are below nought; its name is no measure."""
    typed(
        """
        Budget 2020/21

        Savings proposals (£'000)

        Ref     Proposal                                  2020/21   2021/22   Total
        CYP01   Reduce use of agency social workers           250       150     400
        CYP03   Invest to save: edge of care team            (120)      (50)   (170)
                Total                                         130       100     230

        Members are asked to recommend these to Council.
        """,
        "label", "value", "measure", "basis",
        expected="""
        C2 | Reduce use of agency social workers | 250000 | saving | proposed
        C3 | Invest to save: edge of care team | -120000 | saving | proposed
        D4 | Total | 100000 | saving | proposed
        """,
    )  # fmt: skip


def test_rows_that_name_people_alone_are_counts(typed):
    """ "Children adopted" is a count though the catalogue knows a share of that name; days and shares say so themselves."""
    typed(
        """
        Adoption report

                                                2012/13    2013/14    Target    England
        Children adopted . . . . . . . . . . . .     19         27        25        -
        Average time to placement (days) . . . .    641        602       547      628
        % adopted within 21 months . . . . . . .   61%        66%       75%      55%

        There were 27 adoptions.
        """,
        "kind", "value", "unit", "about",
        expected="""
        B2 | observation | 19 | count | own
        C3 | observation | 602 | day | own
        E3 | observation | 628 | day | England
        D4 | target | 75 | percent | own
        """,
    )  # fmt: skip
