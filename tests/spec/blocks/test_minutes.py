"""Minutes and decisions: what introduces a decision, and what hangs on it."""

from __future__ import annotations


def test_resolved_that_and_numbered_resolutions(blocks, expected):
    """``RESOLVED: That`` introduces each numbered resolution below, across blank lines."""
    paper = """
        Agenda item

        Improvement Journey Update

        Minutes:

        The Director made a presentation. He provided:

        ·  a summary of progress;

        ·  workforce information.

        RESOLVED: That

        \u00a0

        (1)  the Director be thanked;

        (2)  a report be presented to the next meeting; and

        (3)  housing be added to the work programme.

        Supporting documents:
    """
    assert blocks(paper) == expected("""
        0 heading2 | Agenda item
        1 heading2 | Improvement Journey Update
        2 heading2 | Minutes:
        3 paragraph | The Director made a presentation. He pro...
        4 bullet1 · <3 | a summary of progress;
        5 bullet1 · <3 | workforce information.
        6 paragraph | RESOLVED: That
        7 clause1 (1) 1 <6 | the Director be thanked;
        8 clause1 (2) 2 <6 | a report be presented to the next meetin...
        9 clause1 (3) 3 <6 | housing be added to the work programme.
        10 heading2 | Supporting documents:
    """)


def test_recommended_and_decided_in_one_paper(blocks, expected):
    """What was recommended and what was decided are two lists, whatever brackets their labels have."""
    paper = """
        4 Budget Monitoring for the Third Quarter PDF 315 KB
        Purpose of report
        Tells the Cabinet Member what is spent within the cash limit.
        RECOMMENDED that the Cabinet Member:
        (1) Notes a forecast £3.0m above the limit.
        (2) Notes tighter scrutiny.
        DECISIONS: The Cabinet Member
        1) Noted the forecast.
        (2) Noted the scrutiny.
    """
    assert blocks(paper) == expected("""
        0 heading1 4 4 | Budget Monitoring for the Third Quarter...
        1 heading2 | Purpose of report
        2 paragraph | Tells the Cabinet Member what is spent w...
        3 paragraph | RECOMMENDED that the Cabinet Member:
        4 clause1 (1) 1 <3 | Notes a forecast £3.0m above the limit.
        5 clause1 (2) 2 <3 | Notes tighter scrutiny.
        6 paragraph | DECISIONS: The Cabinet Member
        7 clause1 1) 1 <6 | Noted the forecast.
        8 clause1 (2) 2 <6 | Noted the scrutiny.
    """)


def test_a_decision_sheet(blocks, expected):
    """Labels with values stay one line each; lists skip labels in extracts, or repeat them."""
    paper = """
        Decision details

        Decision Maker: Cabinet

        Is Key decision?: Yes

        Purpose:

        To draw £11m from the reserve for the plan.

        It was resolved that:

        a)  Up to £11m may be drawn; and

        b)  The higher base is noted.

        DECISION:  The Cabinet agreed to:

        I.  Apply for consent.

        III.  Approve up to £1.5m.

          1. Convert two homes, for 5 and 6 young people.

          1. Use part of the provision.

        Date of decision: 08/02/2022
    """
    assert blocks(paper) == expected("""
        0 heading2 | Decision details
        1 paragraph | Decision Maker: Cabinet
        2 paragraph | Is Key decision?: Yes
        3 heading2 | Purpose:
        4 paragraph | To draw £11m from the reserve for the pl...
        5 paragraph | It was resolved that:
        6 clause1 a) a <5 | Up to £11m may be drawn; and
        7 clause1 b) b <5 | The higher base is noted.
        8 paragraph | DECISION: The Cabinet agreed to:
        9 clause1 I. I <8 | Apply for consent.
        10 clause1 III. III <8 | Approve up to £1.5m.
        11 clause2 1. III/1 <10 | Convert two homes, for 5 and 6 young peo...
        12 clause2 1. III/1 <10 | Use part of the provision.
        13 paragraph | Date of decision: 08/02/2022
    """)


def test_nested_lists_and_resolutions_without_numbers(blocks, expected):
    """Lists in lists keep their parents; a resolution without number hangs on its lead-in."""
    paper = """
        46 CHILDREN'S SERVICES BUDGET

        Members asked:

        (a) why costs had risen; and

        (b) what was done about

            (i) recruitment; and

            (ii) retention.

        RESOLVED –

        (1) That the report be noted.

        Recommended -

        That the work programme be agreed.

        That a group be set up.

        Members asked about its terms.
    """
    assert blocks(paper) == expected("""
        0 heading1 46 46 | CHILDREN'S SERVICES BUDGET
        1 paragraph 46 | Members asked:
        2 clause2 (a) 46/a <1 | why costs had risen; and
        3 clause2 (b) 46/b <1 | what was done about
        4 clause3 (i) 46/b/i <3 | recruitment; and
        5 clause3 (ii) 46/b/ii <3 | retention.
        6 paragraph 46 | RESOLVED -
        7 clause2 (1) 46/1 <6 | That the report be noted.
        8 paragraph 46 | Recommended -
        9 paragraph 46 <8 | That the work programme be agreed.
        10 paragraph 46 <8 | That a group be set up.
        11 paragraph 46 | Members asked about its terms.
    """)


def test_questions_and_answers(blocks, expected):
    """``Q`` and ``A`` before a line are its speaker; a quarter and an article are not."""
    paper = """
        Q         How much money is coming in ?

        A         £2.8m for demand.

        Q1: 90% of visits were in time.

        A  longer programme is planned.
    """
    assert blocks(paper) == expected("""
        0 paragraph Q | How much money is coming in ?
        1 paragraph A | £2.8m for demand.
        2 paragraph | Q1: 90% of visits were in time.
        3 paragraph | A longer programme is planned.
    """)
