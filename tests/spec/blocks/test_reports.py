"""Reports to committees: head matter, numbered sections, numbered paragraphs, lists of what is asked or was agreed."""

from __future__ import annotations


def test_numbered_sections_over_numbered_paragraphs(blocks, expected):
    """``1. Purpose`` is a heading; ``1.1`` a clause under it, bullet before it or not; a clause introduces its list."""
    paper = """
        Title: **Five year plan – update**

        To: **Scrutiny Board** On: **9th October 2019**

        1. Purpose

        - 1.1 The purpose of this report is to say how the plan is monitored.

        2. Background

        - 2.1 Pressures have grown.

        2.2 In 2018 the Council agreed to adopt the plan.

        - I. approve the strategy;
        - II. fund the overspend in 2019/20 (£1.3m) from reserves;
        - IV. note the forecast.

        2.3 The measures are:-

        - **More carers.** Two teams will be formed.
         - Fewer moves
    """
    assert blocks(paper) == expected("""
        0 paragraph | Title: Five year plan - update
        1 paragraph | To: Scrutiny Board On: 9th October 2019
        2 heading1 1. 1 | Purpose
        3 clause2 1.1 1/1.1 | The purpose of this report is to say how...
        4 heading1 2. 2 | Background
        5 clause2 2.1 2/2.1 | Pressures have grown.
        6 clause2 2.2 2/2.2 | In 2018 the Council agreed to adopt the...
        7 clause3 I. 2/2.2/I <6 | approve the strategy;
        8 clause3 II. 2/2.2/II <6 | fund the overspend in 2019/20 (£1.3m) fr...
        9 clause3 IV. 2/2.2/IV <6 | note the forecast.
        10 clause2 2.3 2/2.3 | The measures are:-
        11 bullet1 - 2/2.3 <10 | More carers. Two teams will be formed.
        12 bullet1 - 2/2.3 <10 | Fewer moves
    """)


def test_a_short_numbered_line_over_its_own_clauses(blocks, expected):
    """``2. Where we are`` over ``2.1`` is a heading, whatever verb it has."""
    paper = """
        1. Background

        1.1 The report came out in May.

        2. Where we are

        2.1 Four posts are vacant.

        3. Next steps

        3.1 A campaign starts in June.
    """
    assert blocks(paper) == expected("""
        0 heading1 1. 1 | Background
        1 clause2 1.1 1/1.1 | The report came out in May.
        2 heading1 2. 2 | Where we are
        3 clause2 2.1 2/2.1 | Four posts are vacant.
        4 heading1 3. 3 | Next steps
        5 clause2 3.1 3/3.1 | A campaign starts in June.
    """)


def test_paragraphs_numbered_through_all_sections(blocks, expected):
    """Numbers that run on across headings number paragraphs; a paragraph cut by a page break is one."""
    paper = """
        ## **CHILDREN AND FAMILIES PANEL**

        **18 NOVEMBER 2020**

        ---

        #### **Summary**

        1. As part of the budget process the Panel has been asked to comment.

        #### **Background**

        2. The Council needs to find savings. Services have been reviewed and will be

        delivered by a partner. The work has begun.

        3. The strands of work are as follows:

        - Fixing the front door
        - Permanency
    """
    assert blocks(paper) == expected("""
        0 heading2 | CHILDREN AND FAMILIES PANEL
        1 paragraph | 18 NOVEMBER 2020
        2 heading4 | Summary
        3 clause1 1. 1 | As part of the budget process the Panel...
        4 heading4 | Background
        5 clause1 2. 2 | The Council needs to find savings. Servi...
        6 clause1 3. 3 | The strands of work are as follows:
        7 bullet1 - 3 <6 | Fixing the front door
        8 bullet1 - 3 <6 | Permanency
    """)


def test_a_summary_by_portfolio(blocks, expected):
    """Labels and values parted by tabs, headings in capitals, numbered headings over bullets."""
    paper = """
        COUNCIL

        13 MARCH 2019

        REPORT OF\tCOUNCILLOR
        CABINET PORTFOLIO\tCHILDREN

        EXECUTIVE SUMMARY

        This report is an update.

        1. Financial Position

        - In 2018-19 the budget was £70m.

        - Pressures came to £7.2m.

        2. TARGETED SERVICES

        The hub opened in May.
    """
    assert blocks(paper) == expected("""
        0 heading1 | COUNCIL
        1 paragraph | 13 MARCH 2019
        2 paragraph | REPORT OF COUNCILLOR
        3 paragraph | CABINET PORTFOLIO CHILDREN
        4 heading1 | EXECUTIVE SUMMARY
        5 paragraph | This report is an update.
        6 heading1 1. 1 | Financial Position
        7 bullet1 - 1 | In 2018-19 the budget was £70m.
        8 bullet1 - 1 | Pressures came to £7.2m.
        9 heading1 2. 2 | TARGETED SERVICES
        10 paragraph 2 | The hub opened in May.
    """)


def test_sections_numbered_with_a_nought(blocks, expected):
    """``1.0`` is section 1; recommendations under their heading are introduced by it."""
    paper = """
        1.0 INTRODUCTION
        1.1 This report sets out the position on the budget
            as at the end of the quarter.

        2.0 RECOMMENDATIONS

        1. That Cabinet notes the overspend.
        2. That Cabinet approves £1.2m.
    """
    assert blocks(paper) == expected("""
        0 heading1 1.0 1 | INTRODUCTION
        1 clause2 1.1 1/1.1 | This report sets out the position on the...
        2 heading1 2.0 2 | RECOMMENDATIONS
        3 clause2 1. 2/1 <2 | That Cabinet notes the overspend.
        4 clause2 2. 2/2 <2 | That Cabinet approves £1.2m.
    """)


def test_judgements_in_a_numbered_list(blocks, expected):
    """A list of titles with values is a list, not a row of headings."""
    paper = """
        Re-inspection in June 2018; overall still inadequate.

        1. Help and protection: Inadequate
        2. Looked after: Requires improvement
           2.1 Adoption: Good
        3. Leadership: Inadequate
    """
    assert blocks(paper) == expected("""
        0 paragraph | Re-inspection in June 2018; overall stil...
        1 clause1 1. 1 | Help and protection: Inadequate
        2 clause1 2. 2 | Looked after: Requires improvement
        3 clause2 2.1 2/2.1 <2 | Adoption: Good
        4 clause1 3. 3 | Leadership: Inadequate
    """)
